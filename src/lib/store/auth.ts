import * as v from 'valibot';
import { ClientResponseError } from 'pocketbase';
import { asTrouble, Trouble, type Client } from './client';

const roles = ['planner', 'dispatcher', 'official', 'reporter', 'admin'] as const;

const userSchema = v.object({
  id: v.string(),
  username: v.string(),
  name: v.string(),
  role: v.picklist(roles),
  unit: v.string(),
  area: v.string(),
  mustChange: v.boolean(),
  demo: v.boolean(),
  secondFactor: v.optional(v.boolean(), false)
});

export type StoredUser = v.InferOutput<typeof userSchema>;

const namesSchema = v.object({ local: v.string(), en: v.optional(v.string()), zh: v.optional(v.string()) });

const modeSchema = v.object({ demo: v.boolean(), roles: v.array(v.picklist(roles)) });
export type StoredMode = v.InferOutput<typeof modeSchema>;

/** Whether the server is a demonstration and which roles it hands out. */
export async function fetchMode(client: Client): Promise<StoredMode> {
  try {
    return v.parse(modeSchema, await client.send('/api/greenlane/mode', { method: 'GET' }));
  } catch (error) {
    throw asTrouble(error);
  }
}

/** @throws Trouble `credentials`, `disabled`, `too-many`, `too-many-tries` (with `minutes`), `network`; `code-wanted` where
 * the account has a second factor and no `code` was given, `wrong-code` for one that does not count. */
export async function signInWithPassword(
  client: Client,
  account: string,
  password: string,
  code?: string
): Promise<StoredUser> {
  try {
    const body = { identity: account.trim().toLowerCase(), password, ...(code ? { code } : {}) };
    await client.collection('users').authWithPassword(body.identity, password, { body });
    return readUser(client);
  } catch (error) {
    const { code: told } = asTrouble(error);
    if (told === 'code-wanted' || told === 'wrong-code') throw new Trouble(told);
    if (error instanceof ClientResponseError && error.status === 400) throw new Trouble('credentials');
    if (error instanceof ClientResponseError && error.status === 403) throw new Trouble('disabled');
    throw asTrouble(error);
  }
}

/** One click of the demonstration. */
export async function signInAsDemo(client: Client, role: (typeof roles)[number]): Promise<StoredUser> {
  try {
    return keep(client, await client.send(`/api/greenlane/demo/${role}`, { method: 'POST' }));
  } catch (error) {
    throw asTrouble(error);
  }
}

const lookSchema = v.object({
  role: v.picklist(roles),
  name: v.string(),
  area: v.string(),
  areaNames: v.nullable(namesSchema),
  unit: v.string(),
  unitNames: v.nullable(namesSchema),
  username: v.nullable(v.string())
});
/** What a one-time code is good for; `username` that of the account when it is a new code for one. */
export type CodeMeaning = v.InferOutput<typeof lookSchema>;

/** @throws Trouble `code-…` with why it is worth nothing, `too-many`, `network`. */
export async function readCode(client: Client, code: string): Promise<CodeMeaning> {
  try {
    const body = { code };
    return v.parse(lookSchema, await client.send('/api/greenlane/invitations/look', { method: 'POST', body }));
  } catch (error) {
    throw asTrouble(error);
  }
}

/** What the holder of a code chooses; `name` counts where the invitation has none. */
export interface Accepted {
  code: string;
  username: string;
  name: string;
  password: string;
}

/** Makes the account of a one-time code, or gives it a new password, and signs in. */
export async function acceptCode(client: Client, accepted: Accepted): Promise<StoredUser> {
  try {
    return keep(client, await client.send('/api/greenlane/invitations/accept', { method: 'POST', body: accepted }));
  } catch (error) {
    throw asTrouble(error);
  }
}

/** The account's own password; every other session of the account ends. */
export async function changePassword(client: Client, oldPassword: string, password: string): Promise<StoredUser> {
  try {
    const body = { oldPassword, password, passwordConfirm: password };
    return keep(client, await client.send('/api/greenlane/password', { method: 'POST', body }));
  } catch (error) {
    throw asTrouble(error);
  }
}

/** Whether the server still knows the sign-in, which this renews; true when the server cannot be reached. */
export async function stillSignedIn(client: Client): Promise<boolean> {
  try {
    await client.collection('users').authRefresh();
    return true;
  } catch (error) {
    return !(error instanceof ClientResponseError && [401, 403, 404].includes(error.status));
  }
}

/**
 * The kept sign-in, asked of the server and renewed. Null when there is none or it is no longer valid; when the server
 * cannot be reached the kept user is returned, so that the page can say so in its own words.
 */
export async function resume(client: Client): Promise<StoredUser | null> {
  if (!client.authStore.isValid) {
    client.authStore.clear();
    return null;
  }
  try {
    await client.collection('users').authRefresh();
  } catch (error) {
    if (asTrouble(error).code !== 'network') {
      client.authStore.clear();
      return null;
    }
  }
  return readUser(client);
}

/** Forgets the sign-in here; the live stream ends before the token goes. */
export async function signOut(client: Client): Promise<void> {
  try {
    await client.realtime.unsubscribe();
  } finally {
    client.authStore.clear();
  }
}

function keep(client: Client, answer: unknown): StoredUser {
  const { token, record } = v.parse(v.object({ token: v.string(), record: v.looseObject({ id: v.string() }) }), answer);
  client.authStore.save(token, { collectionId: '', collectionName: 'users', ...record });
  return readUser(client);
}

function readUser(client: Client): StoredUser {
  const read = v.safeParse(userSchema, client.authStore.record);
  if (!read.success) {
    client.authStore.clear();
    throw new Trouble('not-allowed', { detail: 'users' });
  }
  return read.output;
}
