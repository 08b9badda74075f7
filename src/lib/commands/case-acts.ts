import type { Assignment, Referral } from '../core/model/records';
import { actOnAssignment, actOnReferral } from '../core/operations/act-together';
import { stageOf } from '../core/operations/states';
import { allowedVerbs, type Actor, type Needed, type Side } from '../core/operations/transitions';
import { session } from '../state/session.svelte';

/** Something that this person may do about a case now. */
export interface CaseAct {
  machine: 'referral' | 'assignment';
  verb: string;
  /** What must be stated beside it. */
  needs: readonly Needed[];
}

/** Everything that the table of transitions lets this person do about a case and its vehicle, in the order of the table. */
export function actsOf(referral: Referral, assignment: Assignment | null): CaseAct[] {
  const actor = actorFor(referral, assignment);
  if (!actor) return [];
  const open = assignment?.open ? assignment : null;
  const pair = { referral: referral.state, assignment: open };
  const acts: CaseAct[] = [];
  for (const verb of allowedVerbs('referral', referral.state, actor, stageOf(open))) {
    const together = actOnReferral(pair, verb, actor);
    if (together.ok) acts.push({ machine: 'referral', verb, needs: together.needs });
  }
  if (!open) {
    const sent = actOnAssignment({ referral: referral.state, assignment: null }, 'reserve', actor);
    return sent.ok ? [...acts, { machine: 'assignment', verb: 'reserve', needs: [] }] : acts;
  }
  for (const verb of allowedVerbs('assignment', open.state, actor, stageOf(open))) {
    const together = actOnAssignment(pair, verb, actor);
    if (together.ok) acts.push({ machine: 'assignment', verb, needs: together.needs });
  }
  return acts;
}

function actorFor(referral: Referral, assignment: Assignment | null): Actor | null {
  const { user } = session;
  if (!user) return null;
  const sides: Side[] = [
    ...(referral.unit === user.unit ? (['origin'] as const) : []),
    ...(referral.targetUnit === user.unit ? (['target'] as const) : []),
    ...(assignment?.vehicleUnit === user.unit ? (['vehicle'] as const) : [])
  ];
  return { role: user.role, sides };
}

/** Whether this person may take a new case down. */
export function mayRequest(): boolean {
  const role = session.user?.role;
  return role === 'dispatcher' || role === 'admin' || role === 'reporter';
}

/** Whether this person may be shown who a patient is; the server decides again, and writes it down. */
export const mayReadPatient = mayRequest;

export { CLOCKS, SPAN_NAMES, spansOf } from '../core/operations/clocks';
export { clocksOf } from '../core/operations/case-clock';
export { expiryMs } from '../core/operations/call-out-expiry';
export { divert } from '../core/operations/hospital-load';
export { likelySame } from '../core/operations/duplicates';
export { givesAway } from '../core/operations/personal';
export { sharedTrips } from '../core/operations/shared-trip';
