import {
  acceptCode,
  changePassword,
  fetchMode,
  readCode,
  resume,
  signInAsDemo,
  signInWithPassword,
  type Accepted,
  type CodeMeaning
} from '../store/auth';
import { session, type Role } from '../state/session.svelte';
import { theClient } from './the-client';

/** Takes up the kept sign-in and learns whether the server is a demonstration. Never throws. */
export async function resumeSession(): Promise<void> {
  const client = theClient();
  const [mode, user] = await Promise.allSettled([fetchMode(client), resume(client)]);
  if (mode.status === 'fulfilled') session.setMode(mode.value);
  session.setUser(user.status === 'fulfilled' ? user.value : null);
}

/** @throws Trouble with a code that has a message. */
export async function signIn(account: string, password: string, code?: string): Promise<void> {
  session.setUser(await signInWithPassword(theClient(), account, password, code));
}

export async function signInDemo(role: Role): Promise<void> {
  session.setUser(await signInAsDemo(theClient(), role));
}

export async function choosePassword(oldPassword: string, password: string): Promise<void> {
  session.setUser(await changePassword(theClient(), oldPassword, password));
}

export type { CodeMeaning };

/** @throws Trouble `code-…` with why a one-time code is worth nothing. */
export const lookAtCode = (code: string): Promise<CodeMeaning> => readCode(theClient(), code);

/** Makes the account of a one-time code, or gives it a new password, and signs in. */
export async function acceptInvitation(accepted: Accepted): Promise<void> {
  session.setUser(await acceptCode(theClient(), accepted));
}
