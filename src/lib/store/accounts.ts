import * as v from 'valibot';
import type { Names } from '../core/model/records';
import { asTrouble, type Client } from './client';

const role = v.picklist(['planner', 'dispatcher', 'official', 'reporter', 'admin']);

const accountSchema = v.object({
  id: v.string(),
  username: v.string(),
  name: v.string(),
  role,
  unit: v.string(),
  area: v.string(),
  mustChange: v.boolean(),
  disabled: v.boolean(),
  demo: v.boolean(),
  signedInAt: v.string(),
  secondFactor: v.boolean()
});
/**
 * An account as administrators see it. `unit` is a township key or `county`, `area` an area key or `*` for all;
 * `signedInAt` ISO, empty when it never signed in.
 */
export type Account = v.InferOutput<typeof accountSchema>;
export type Role = Account['role'];

const invitationSchema = v.object({
  id: v.string(),
  role,
  unit: v.string(),
  area: v.string(),
  name: v.string(),
  /** Account the code is for; empty for a newcomer. */
  account: v.string(),
  expiresAt: v.string()
});
export type Invitation = v.InferOutput<typeof invitationSchema>;

/** Whom to invite, or the account that gets a new code. */
export type Invited = { role: Role; unit: string; area: string; name: string } | { account: string };

const codeSchema = v.object({ id: v.string(), code: v.string(), expiresAt: v.string() });
/** Given once; the server keeps no more than its hash. */
export type OneTimeCode = v.InferOutput<typeof codeSchema>;

async function asked<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw asTrouble(error);
  }
}

/** Every account this administrator may see, by user name. */
export const fetchAccounts = (client: Client): Promise<Account[]> =>
  asked(async () =>
    v.parse(v.array(accountSchema), await client.collection('users').getFullList({ sort: 'username' }))
  );

/** Invitations that may still be accepted, the first to expire first. */
export const fetchInvitations = (client: Client): Promise<Invitation[]> =>
  asked(async () => {
    const open = client.filter('usedAt = "" && revokedAt = "" && expiresAt > {:now}', {
      now: new Date().toISOString()
    });
    const rows = await client.collection('invitations').getFullList({ filter: open, sort: 'expiresAt' });
    return v.parse(v.array(invitationSchema), rows);
  });

/** Townships of an area, by key. */
export const fetchUnits = (client: Client, areaId: string): Promise<{ key: string; names: Names }[]> =>
  asked(async () => {
    const filter = client.filter('area = {:areaId}', { areaId });
    const rows = await client.collection('townships').getFullList({ filter, sort: 'key', fields: 'key,names' });
    const names = v.object({ local: v.string(), en: v.optional(v.string()), zh: v.optional(v.string()) });
    return v.parse(v.array(v.object({ key: v.string(), names })), rows) as { key: string; names: Names }[];
  });

/** @throws Trouble with the account fault, `not-allowed`, `network`. */
export const makeCode = (client: Client, invited: Invited): Promise<OneTimeCode> =>
  asked(async () =>
    v.parse(codeSchema, await client.send('/api/greenlane/invitations', { method: 'POST', body: invited }))
  );

/** A code that was given out by mistake is worth nothing any more. */
export const withdrawInvitation = (client: Client, id: string): Promise<void> =>
  asked(() => client.send(`/api/greenlane/invitations/${encodeURIComponent(id)}`, { method: 'DELETE' }));

/** Acts at the account's next request; what it has signed in ends. */
export const changeAccount = (
  client: Client,
  id: string,
  change: Partial<Pick<Account, 'name' | 'role' | 'unit' | 'disabled'>>
): Promise<Account> => asked(async () => v.parse(accountSchema, await client.collection('users').update(id, change)));
