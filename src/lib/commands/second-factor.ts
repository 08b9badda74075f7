import { session } from '../state/session.svelte';
import * as store from '../store/second-factor';
import { theClient } from './the-client';

export type { Begun } from '../store/second-factor';

// Each throws a Trouble with a code that has a message.
export const beginFactor = (password: string) => store.beginFactor(theClient(), password);

/** Gives the recovery codes, this once. */
export async function confirmFactor(code: string): Promise<string[]> {
  const codes = await store.confirmFactor(theClient(), code);
  show(true);
  return codes;
}

export async function endFactor(code: string): Promise<void> {
  await store.endFactor(theClient(), code);
  show(false);
}

export const resetFactor = (account: string) => store.resetFactor(theClient(), account);

function show(secondFactor: boolean): void {
  if (session.user) session.setUser({ ...session.user, secondFactor });
}
