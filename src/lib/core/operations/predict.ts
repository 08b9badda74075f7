import type { Allocation, Assignment, Referral } from '../model/records';
import { decideCare } from '../referral/decide-care';
import type { RulePack } from '../rules/rule-pack';
import { actOnAssignment, actOnReferral, type Pair, type Step, type Together } from './act-together';
import { NO_CLOCKS } from './clocks';
import { foreseeGoods } from './predict-goods';
import { parseNewAssignment, parseNewReferral } from './parse-acts';
import { withRecord, type OperationRecords } from './records';
import { isEnded } from './states';
import { MACHINE_VERBS, type Actor } from './transitions';

/** A command that the server has not answered yet. */
export interface GivenAct {
  path: string;
  body: Record<string, unknown>;
  /** Epoch ms. */
  queuedAt: number;
  /** Id of the record that it makes. */
  makes?: string;
}

/** The county's own desk: what the server will say of the role is not foreseen here. */
const DESK: Actor = { role: 'admin', sides: [] };
const PATH = /\/api\/greenlane\/(referrals|assignments|allocations)(?:\/([^/]+)\/([^/]+))?$/;

/**
 * The records as they will stand once the server has done what waits, in order, so that a chain of acts can be given while
 * there is no line: each bears the version that the next act must name. `pending`: ids of records that an act waits on. An
 * act that leads nowhere from what is known is passed over; the server will refuse it. `unit` is that of who acts.
 */
export function predict(
  held: OperationRecords,
  acts: readonly GivenAct[],
  { pack, by, unit }: { pack: RulePack; by: string; unit: string }
): { records: OperationRecords; pending: ReadonlySet<string> } {
  const pending = new Set<string>();
  let records = held;
  for (const act of acts) {
    const [, collection, id, verb] = PATH.exec(act.path) ?? [];
    if (!collection) continue;
    const at = new Date(act.queuedAt).toISOString();
    const made = foresee(records, { ...act, collection, id: id && decodeURIComponent(id), verb, at, pack, by, unit });
    for (const referral of made.referrals) {
      records = withRecord(records, 'referrals', referral);
      pending.add(referral.id);
    }
    for (const assignment of made.assignments) {
      records = withRecord(records, 'assignments', assignment);
      pending.add(assignment.id);
    }
    for (const allocation of made.allocations) {
      records = withRecord(records, 'allocations', allocation);
      pending.add(allocation.id);
    }
  }
  return { records, pending };
}

interface Foreseen {
  referrals: Referral[];
  assignments: Assignment[];
  allocations: Allocation[];
}
interface Act extends GivenAct {
  collection: string;
  id: string | undefined;
  verb: string | undefined;
  at: string;
  pack: RulePack;
  by: string;
  unit: string;
}
const NOTHING: Foreseen = { referrals: [], assignments: [], allocations: [] };

function foresee(records: OperationRecords, act: Act): Foreseen {
  const { collection, id, verb } = act;
  if (collection === 'allocations') return { ...NOTHING, allocations: foreseeGoods(records, act) };
  if (collection === 'referrals') {
    if (id === undefined) return { ...NOTHING, referrals: newReferral(act) };
    const referral = records.referrals.get(id);
    const known = (MACHINE_VERBS.referral as readonly string[]).includes(verb!);
    if (!referral || !known) return NOTHING;
    const assignment = openOf(records, referral);
    return take(referral, assignment, actOnReferral(pairOf(referral, assignment), verb as never, DESK), act);
  }
  if (id === undefined) return newAssignment(records, act);
  const assignment = records.assignments.get(id);
  const referral = assignment && records.referrals.get(assignment.referralId);
  if (!assignment || !referral || !(MACHINE_VERBS.assignment as readonly string[]).includes(verb!)) return NOTHING;
  return take(referral, assignment, actOnAssignment(pairOf(referral, assignment), verb as never, DESK), act);
}

function openOf({ assignments }: OperationRecords, { assignmentId }: Referral): Assignment | null {
  const found = assignmentId === null ? undefined : assignments.get(assignmentId);
  return found?.open ? found : null;
}

function pairOf(referral: Referral, assignment: Assignment | null): Pair {
  return { referral: referral.state, assignment };
}

function take(referral: Referral, assignment: Assignment | null, act: Together, given: Act): Foreseen {
  if (!act.ok) return NOTHING;
  const next: Foreseen = { referrals: [], assignments: [], allocations: [] };
  for (const step of act.steps) {
    if (step.machine === 'referral') next.referrals.push(moveReferral(referral, step, given));
    else if (assignment) next.assignments.push(moveAssignment(assignment, step, given));
  }
  return next;
}

const textOf = (body: Record<string, unknown>, field: string, otherwise: string) =>
  typeof body[field] === 'string' ? body[field] : otherwise;

function moveReferral(referral: Referral, { verb, to }: Step, { body, at }: Act): Referral {
  const leaves = verb === 'unassign' || verb === 'cancel';
  return {
    ...referral,
    state: to as Referral['state'],
    stateAt: at,
    version: referral.version + 1,
    reason: textOf(body, 'reason', referral.reason),
    targetFacilityId: textOf(
      verb === 'redirect' ? body : {},
      'targetFacilityId',
      referral.targetFacilityId
    ) as Referral['targetFacilityId'],
    assignmentId: leaves ? null : referral.assignmentId,
    signedFrom: textOf(body, 'signedFrom', referral.signedFrom),
    signedTo: textOf(body, 'signedTo', referral.signedTo),
    handedOverAt: verb === 'hand-over' ? at : referral.handedOverAt
  };
}

function moveAssignment(assignment: Assignment, { verb, to, clock }: Step, { body, at }: Act): Assignment {
  const state = to as Assignment['state'];
  return {
    ...assignment,
    ...(clock ? { [clock]: at } : {}),
    ...(verb === 'divert' ? { atDestinationAt: null } : {}),
    state,
    stateAt: at,
    version: assignment.version + 1,
    open: !isEnded('assignment', state),
    reason: textOf(body, 'reason', assignment.reason)
  };
}

const BASE = { origin: 'hand', editedFields: [] as string[], version: 1 } as const;

function newReferral({ body, makes, at, pack }: Act): Referral[] {
  if (makes === undefined) return [];
  const { draft, advisedFacilityId: _, ...wanted } = parseNewReferral(body.referral);
  const { carePlace, needs, reason, rule } = decideCare(wanted, pack);
  const state = draft ? 'draft' : 'requested';
  return [
    {
      ...BASE,
      ...wanted,
      ...{ id: makes, unit: 'county', caseId: makes, previousId: null, state, stateAt: at },
      ...{ requestedAt: draft ? null : at, targetUnit: 'county', carePlace, needs, careReason: reason.code },
      ...{ careRule: rule, bedHeld: false, reason: '', override: null, signedFrom: '', signedTo: '' },
      ...{ handedOverAt: null, assignmentId: null, hasPersonal: false }
    }
  ];
}

function newAssignment(records: OperationRecords, act: Act): Foreseen {
  const { body, makes, at, by } = act;
  const wanted = parseNewAssignment(body);
  const referral = records.referrals.get(wanted.referralId);
  if (makes === undefined || !referral) return NOTHING;
  const reserved = actOnAssignment({ referral: referral.state, assignment: null }, 'reserve', DESK);
  if (!reserved.ok) return NOTHING;
  const trip = [...records.assignments.values()].find(({ vehicleId, open }) => open && vehicleId === wanted.vehicleId);
  let assignment: Assignment = {
    ...BASE,
    ...NO_CLOCKS,
    ...{ id: makes, unit: referral.unit, referralId: referral.id, vehicleId: wanted.vehicleId },
    ...{ tripId: wanted.pooled && trip ? trip.tripId : makes, pooled: wanted.pooled, open: true },
    ...{ state: 'reserved', stateAt: at, assignedAt: at, assignedBy: by, targetUnit: referral.targetUnit },
    ...{ vehicleUnit: 'county', deviceTimes: {}, reason: '', override: null, expected: wanted.expected },
    eventNotifiedAt: referral.requestedAt
  };
  const moved = { ...moveReferral(referral, reserved.steps[0], act), assignmentId: makes };
  if (wanted.dispatch) {
    const sent = actOnAssignment({ referral: moved.state, assignment }, 'dispatch', DESK);
    if (sent.ok) assignment = moveAssignment(assignment, sent.steps[0], act);
  }
  return { ...NOTHING, referrals: [moved], assignments: [assignment] };
}
