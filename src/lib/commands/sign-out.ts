import { signOut as forget } from '../store/auth';
import { connection } from '../state/connection.svelte';
import { session } from '../state/session.svelte';
import { theClient } from './the-client';

export async function signOut(): Promise<void> {
  await forget(theClient());
  session.setUser(null);
  connection.forget();
}
