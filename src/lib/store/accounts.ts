import * as v from 'valibot';
import { asTrouble, type Client } from './client';

const roles = ['planner', 'dispatcher', 'official', 'reporter', 'admin'] as const;

const accountSchema = v.object({
  id: v.string(),
  username: v.string(),
  name: v.string(),
  role: v.picklist(roles),
  unit: v.string(),
  area: v.string(),
  mustChange: v.boolean(),
  disabled: v.boolean(),
  demo: v.boolean()
});
/** An account as administrators see it. `unit` is a township key or `county`, `area` an area key or `*` for all. */
export type Account = v.InferOutput<typeof accountSchema>;

/** Every account this administrator may see, by user name. */
export async function fetchAccounts(client: Client): Promise<Account[]> {
  try {
    return v.parse(v.array(accountSchema), await client.collection('users').getFullList({ sort: 'username' }));
  } catch (error) {
    throw asTrouble(error);
  }
}
