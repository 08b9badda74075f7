import * as v from 'valibot';
import { asTrouble, type Client } from './client';

const keepingSchema = v.object({
  survivesPowerCut: v.boolean(),
  backupTakenAt: v.nullable(v.string()),
  keysCopied: v.boolean(),
  events: v.number(),
  lastEventAt: v.nullable(v.string())
});

/**
 * How safe the server keeps what is written: whether an acknowledged act survives a power cut (tried as it is asked), when
 * the last backup was taken, whether the case keys have a copy, and how long the log of operations is.
 */
export type Keeping = v.InferOutput<typeof keepingSchema>;

/** For administrators. @throws Trouble */
export async function fetchKeeping(client: Client): Promise<Keeping> {
  try {
    return v.parse(keepingSchema, await client.send('/api/greenlane/keeping', { method: 'GET' }));
  } catch (error) {
    throw asTrouble(error);
  }
}
