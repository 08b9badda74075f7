import { resume } from '../store/auth';
import { asTrouble } from '../store/client';
import { session } from '../state/session.svelte';
import { theClient } from './the-client';

const EVERY_MS = 30 * 60_000;

/**
 * Renews the sign-in while the page is open, and takes note when the account was disabled or its role changed.
 *
 * @returns stops renewing.
 */
export function keepSignedIn(): () => void {
  const timer = setInterval(() => {
    resume(theClient())
      .then((user) => session.setUser(user))
      .catch((error: unknown) => {
        if (asTrouble(error).code !== 'network') session.setUser(null);
      });
  }, EVERY_MS);
  return () => clearInterval(timer);
}
