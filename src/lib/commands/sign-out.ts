import { signOut as forget } from '../store/auth';
import { connection } from '../state/connection.svelte';
import { session } from '../state/session.svelte';
import { forgetAccount } from './forget-account';
import { theClient } from './the-client';

/** Ends the sign-in here and takes off this device what was shown to the account, unsent commands included. */
export async function signOut(): Promise<void> {
  const id = session.user?.id ?? null;
  await forget(theClient());
  session.setUser(null);
  connection.forget();
  forgetAccount();
  await import('../store/snapshot').then(({ forgetDevice }) => forgetDevice(id)).catch(() => undefined);
}
