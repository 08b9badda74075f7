import type { HospitalRefusal } from '../core/operations/refusals';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';
import { fetchRefusals } from '../store/refusals';
import { theClient } from './the-client';

/** Whether this person may read which hospitals refused; the server decides again. */
export function mayReadRefusals(): boolean {
  return session.user !== null && session.user.role !== 'reporter';
}

/** Refusals of receiving hospitals in the area that is open, the last first. @throws Trouble */
export const readRefusals = (): Promise<{ refusals: HospitalRefusal[]; more: boolean }> =>
  fetchRefusals(theClient(), situation.real!.areaId);
