import * as v from 'valibot';
import { asTrouble, type Client } from './client';

const begunSchema = v.object({ secret: v.string(), address: v.string() });
/** A secret for an authenticator, as text in base 32 and as the address that its picture holds. */
export type Begun = v.InferOutput<typeof begunSchema>;

async function send<T>(client: Client, act: string, body: object, schema: v.GenericSchema<unknown, T>): Promise<T> {
  try {
    return v.parse(schema, await client.send(`/api/greenlane/second-factor/${act}`, { method: 'POST', body }));
  } catch (error) {
    throw asTrouble(error);
  }
}

/** @throws Trouble `wrong-password`, `factor-stands`, `too-many-tries`, `network`. */
export const beginFactor = (client: Client, password: string): Promise<Begun> =>
  send(client, 'begin', { password }, begunSchema);

/** From now on it is asked for; gives the recovery codes, this once. @throws Trouble `wrong-code`, `not-begun`. */
export const confirmFactor = async (client: Client, code: string): Promise<string[]> =>
  (await send(client, 'confirm', { code }, v.object({ recoveryCodes: v.array(v.string()) }))).recoveryCodes;

/** @throws Trouble `wrong-code`, `no-factor`. */
export const endFactor = (client: Client, code: string): Promise<unknown> => send(client, 'end', { code }, v.unknown());

/** Another's, by an administrator. @throws Trouble `own-account`, `unknown-account`. */
export const resetFactor = (client: Client, account: string): Promise<unknown> =>
  send(client, 'reset', { account }, v.unknown());
