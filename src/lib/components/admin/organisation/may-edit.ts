import { session, type Role } from '$lib/state/session.svelte';

type Kind = 'posts' | 'dutyShifts' | 'zones' | 'alliances' | 'suppliers';

/** Roles that the server lets write a kind of record of any unit; a reporter writes some of the own unit. */
const WRITERS: Record<Kind, readonly Role[]> = {
  posts: ['admin'],
  dutyShifts: ['admin', 'dispatcher'],
  zones: ['admin', 'planner'],
  alliances: ['admin', 'planner'],
  suppliers: ['admin', 'planner']
};
const OF_OWN_UNIT: readonly Kind[] = ['posts', 'dutyShifts'];

/** Whether this person may change records of a kind and unit; the server decides again. */
export function mayEdit(kind: Kind, unit: string = 'county'): boolean {
  const { user } = session;
  if (!user) return false;
  return (
    WRITERS[kind].includes(user.role) || (user.role === 'reporter' && OF_OWN_UNIT.includes(kind) && user.unit === unit)
  );
}
