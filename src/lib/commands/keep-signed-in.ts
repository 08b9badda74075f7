import { signOut, stillSignedIn } from '../store/auth';
import { session } from '../state/session.svelte';
import { forgetAccount } from './forget-account';
import { theClient } from './the-client';

const EVERY_MS = 30 * 60_000;

/** Takes note when the account was disabled or its role, unit or password changed; renews the sign-in otherwise. */
export async function checkSignIn(): Promise<void> {
  if (!(await stillSignedIn(theClient()))) await endSession();
}

/** The server knows the sign-in no more: the sign-in page says so. */
export async function endSession(): Promise<void> {
  await signOut(theClient()).catch(() => undefined);
  session.end();
  forgetAccount();
  // Unsent commands stay for when the account signs in again; what it was shown does not.
  await import('../store/snapshot').then(({ forgetDevice }) => forgetDevice(null)).catch(() => undefined);
}

/**
 * Renews the sign-in while the page is open.
 *
 * @returns stops renewing.
 */
export function keepSignedIn(): () => void {
  const timer = setInterval(() => void checkSignIn(), EVERY_MS);
  return () => clearInterval(timer);
}
