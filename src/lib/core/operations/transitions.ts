/**
 * Who may take what from which state to which: the one table of operations. The screens ask it what to offer, the server
 * what to allow, and the checker what may have happened.
 */
import type { ClockName } from './clocks';
import type { MachineName, MachineStates, Stage } from './states';

/**
 * A role, for reporters with the side they stand on: their unit is that of the first facility (`origin`), of the one
 * that is to take the case (`target`), of the vehicle (`vehicle`); of an allocation that of the site that asks
 * (`origin`) or gives (`target`). `driver` is the link of a vehicle, which is shown the cases of that vehicle alone.
 */
export const GRANTS = [
  'planner',
  'dispatcher',
  'admin',
  'reporter@origin',
  'reporter@target',
  'reporter@vehicle',
  'driver'
] as const;
export type Grant = (typeof GRANTS)[number];
export type Side = 'origin' | 'target' | 'vehicle';
export type ActorRole = 'planner' | 'dispatcher' | 'official' | 'reporter' | 'admin' | 'driver';

export const REFERRAL_VERBS = [
  'draft',
  'request',
  'accept',
  'reject',
  'assign',
  'unassign',
  'pick-up',
  'arrive',
  'hand-over',
  'close',
  'redirect',
  'cancel',
  'counter-refer'
] as const;
export const ASSIGNMENT_VERBS = [
  'reserve',
  'dispatch',
  'depart',
  'reach-scene',
  'leave-scene',
  'reach-hospital',
  'divert',
  'hand-over',
  'return',
  'back-in-service',
  'stand-down'
] as const;
export const ALLOCATION_VERBS = ['draft', 'submit', 'approve', 'reject', 'pick', 'ship', 'receive', 'cancel'] as const;
export interface MachineVerbs {
  referral: (typeof REFERRAL_VERBS)[number];
  assignment: (typeof ASSIGNMENT_VERBS)[number];
  allocation: (typeof ALLOCATION_VERBS)[number];
}
export const MACHINE_VERBS: { [M in MachineName]: readonly MachineVerbs[M][] } = {
  referral: REFERRAL_VERBS,
  assignment: ASSIGNMENT_VERBS,
  allocation: ALLOCATION_VERBS
};

/** What an act must state beside its verb. */
export type Needed = 'reason' | 'signedFrom' | 'signedTo' | 'targetFacilityId' | 'lines';

/** Stands for the state of what does not exist yet. */
export const NEW = 'new';

export interface Transition<M extends MachineName = MachineName> {
  from: MachineStates[M] | typeof NEW;
  verb: MachineVerbs[M];
  to: MachineStates[M];
  roles: readonly Grant[];
  needs: readonly Needed[];
  /** Only in these stages of the transport; in every one where absent. */
  when?: readonly Stage[];
  /** The clock of an assignment that this sets. */
  clock?: ClockName;
}

const DESK: readonly Grant[] = ['dispatcher', 'admin'];
const ORIGIN: readonly Grant[] = [...DESK, 'reporter@origin'];
const TARGET: readonly Grant[] = [...DESK, 'reporter@target'];
const BOTH: readonly Grant[] = [...DESK, 'reporter@origin', 'reporter@target'];
const CREW: readonly Grant[] = [...DESK, 'reporter@vehicle', 'driver'];
const RECEIVING: readonly Grant[] = [...CREW, 'reporter@target'];
/** Of goods the county is whoever plans its stock as well as its desks. */
const STORES: readonly Grant[] = ['planner', ...DESK];
const ASKING: readonly Grant[] = [...STORES, 'reporter@origin'];
const GIVING: readonly Grant[] = [...STORES, 'reporter@target'];

type Extra<M extends MachineName> = Partial<Pick<Transition<M>, 'needs' | 'when' | 'clock'>>;

function rows<M extends MachineName>(
  from: readonly Transition<M>['from'][],
  verb: MachineVerbs[M],
  to: MachineStates[M],
  roles: readonly Grant[],
  extra: Extra<M> = {}
): Transition<M>[] {
  return from.map((each) => ({ from: each, verb, to, roles, needs: [], ...extra }));
}

const REFERRAL: readonly Transition<'referral'>[] = [
  ...rows<'referral'>([NEW], 'draft', 'draft', ORIGIN),
  ...rows<'referral'>([NEW, 'draft'], 'request', 'requested', ORIGIN),
  // Asked once more, after a word with those who refused; under way there is no time for it.
  ...rows<'referral'>(['rejected'], 'request', 'requested', ORIGIN, { when: ['none'] }),
  ...rows<'referral'>(['requested'], 'accept', 'accepted', TARGET),
  // One redirected under way is accepted where it stands.
  ...rows<'referral'>(['redirected'], 'accept', 'accepted', TARGET, { when: ['none'] }),
  ...rows<'referral'>(['redirected'], 'accept', 'vehicle-assigned', TARGET, { when: ['assigned'] }),
  ...rows<'referral'>(['redirected'], 'accept', 'picked-up', TARGET, { when: ['aboard'] }),
  ...rows<'referral'>(['requested', 'accepted', 'redirected'], 'reject', 'rejected', TARGET, { needs: ['reason'] }),
  ...rows<'referral'>(['accepted'], 'assign', 'vehicle-assigned', DESK),
  ...rows<'referral'>(['vehicle-assigned', 'picked-up'], 'unassign', 'accepted', CREW, { needs: ['reason'] }),
  ...rows<'referral'>(['vehicle-assigned'], 'pick-up', 'picked-up', CREW),
  // By own means, or brought by the vehicle; whoever stands at the door is not refused (item L11).
  ...rows<'referral'>(['accepted', 'redirected', 'rejected'], 'arrive', 'arrived', TARGET, { when: ['none'] }),
  ...rows<'referral'>(['picked-up', 'redirected', 'rejected'], 'arrive', 'arrived', RECEIVING, { when: ['aboard'] }),
  // The vehicle goes on while the answer is open: what it does leaves the answer as it is.
  ...rows<'referral'>(['redirected'], 'pick-up', 'redirected', CREW, { when: ['assigned'] }),
  ...rows<'referral'>(['rejected'], 'pick-up', 'rejected', CREW, { when: ['assigned'] }),
  ...rows<'referral'>(['redirected'], 'unassign', 'redirected', CREW, {
    needs: ['reason'],
    when: ['assigned', 'aboard']
  }),
  ...rows<'referral'>(['rejected'], 'unassign', 'rejected', CREW, { needs: ['reason'], when: ['assigned', 'aboard'] }),
  // At the door, and the vehicle leaves without the hand-over: the patient is there all the same.
  ...rows<'referral'>(['arrived'], 'unassign', 'arrived', CREW, { needs: ['reason'], when: ['aboard'] }),
  ...rows<'referral'>(['arrived'], 'hand-over', 'handed-over', RECEIVING, { needs: ['signedFrom', 'signedTo'] }),
  ...rows<'referral'>(['handed-over'], 'close', 'closed', BOTH),
  ...rows<'referral'>(
    ['requested', 'accepted', 'rejected', 'redirected', 'vehicle-assigned', 'picked-up', 'arrived'],
    'redirect',
    'redirected',
    ORIGIN,
    { needs: ['reason', 'targetFacilityId'] }
  ),
  ...rows<'referral'>(
    ['draft', 'requested', 'accepted', 'rejected', 'redirected', 'vehicle-assigned'],
    'cancel',
    'cancelled',
    ORIGIN,
    { needs: ['reason'], when: ['none', 'assigned'] }
  ),
  // With the patient aboard the county alone ends a case.
  ...rows<'referral'>(['rejected', 'redirected', 'picked-up', 'arrived'], 'cancel', 'cancelled', DESK, {
    needs: ['reason'],
    when: ['aboard']
  }),
  ...rows<'referral'>(['arrived'], 'cancel', 'cancelled', DESK, { needs: ['reason'], when: ['none'] }),
  ...rows<'referral'>(['handed-over', 'closed'], 'counter-refer', 'closed', TARGET, { needs: ['targetFacilityId'] })
];

const ASSIGNMENT: readonly Transition<'assignment'>[] = [
  ...rows<'assignment'>([NEW], 'reserve', 'reserved', DESK),
  ...rows<'assignment'>(['reserved'], 'dispatch', 'dispatched', DESK, { clock: 'dispatchNotifiedAt' }),
  ...rows<'assignment'>(['dispatched'], 'depart', 'en-route', CREW, { clock: 'enRouteAt' }),
  ...rows<'assignment'>(['en-route'], 'reach-scene', 'on-location', CREW, { clock: 'atSceneAt' }),
  ...rows<'assignment'>(['on-location'], 'leave-scene', 'to-hospital', CREW, { clock: 'leftSceneAt' }),
  ...rows<'assignment'>(['to-hospital'], 'reach-hospital', 'at-hospital', RECEIVING, { clock: 'atDestinationAt' }),
  // Another hospital after all: it leaves again, and the clock of the destination waits for that one.
  ...rows<'assignment'>(['at-hospital'], 'divert', 'to-hospital', ORIGIN, { needs: ['reason'], when: ['aboard'] }),
  ...rows<'assignment'>(['at-hospital'], 'hand-over', 'at-hospital', RECEIVING, {
    needs: ['signedFrom', 'signedTo'],
    when: ['aboard'],
    clock: 'handedOverAt'
  }),
  ...rows<'assignment'>(['at-hospital'], 'return', 'returning', CREW, { when: ['handed-over'] }),
  ...rows<'assignment'>(['at-hospital', 'returning'], 'back-in-service', 'done', CREW, {
    when: ['handed-over'],
    clock: 'backInServiceAt'
  }),
  ...rows<'assignment'>(
    ['reserved', 'dispatched', 'en-route', 'on-location', 'to-hospital', 'at-hospital'],
    'stand-down',
    'cancelled',
    CREW,
    { needs: ['reason'], when: ['assigned', 'aboard'] }
  )
];

const ALLOCATION: readonly Transition<'allocation'>[] = [
  ...rows<'allocation'>([NEW], 'draft', 'draft', ASKING),
  ...rows<'allocation'>([NEW, 'draft'], 'submit', 'submitted', ASKING),
  // What is approved may be another quantity than was asked for: the act says so and why.
  ...rows<'allocation'>(['submitted'], 'approve', 'approved', STORES),
  ...rows<'allocation'>(['submitted'], 'reject', 'rejected', STORES, { needs: ['reason'] }),
  ...rows<'allocation'>(['approved'], 'pick', 'picked', GIVING),
  ...rows<'allocation'>(['picked'], 'ship', 'shipped', GIVING),
  ...rows<'allocation'>(['shipped'], 'receive', 'received', ASKING, { needs: ['lines'] }),
  ...rows<'allocation'>(['draft', 'submitted'], 'cancel', 'cancelled', ASKING, { needs: ['reason'] }),
  ...rows<'allocation'>(['approved', 'picked'], 'cancel', 'cancelled', STORES, { needs: ['reason'] })
];

export const TRANSITIONS: { [M in MachineName]: readonly Transition<M>[] } = {
  referral: REFERRAL,
  assignment: ASSIGNMENT,
  allocation: ALLOCATION
};

/** What an act on an assignment does to its referral, in the same write. */
export const COUPLED: Partial<Record<MachineVerbs['assignment'], MachineVerbs['referral']>> = {
  reserve: 'assign',
  'leave-scene': 'pick-up',
  'reach-hospital': 'arrive',
  'hand-over': 'hand-over',
  'stand-down': 'unassign'
};
/** Verbs of a referral that come through its assignment alone; these, and the last two while there is one. */
const THROUGH_ASSIGNMENT: readonly MachineVerbs['referral'][] = ['assign', 'unassign', 'pick-up'];
const THROUGH_OPEN_ASSIGNMENT: readonly MachineVerbs['referral'][] = ['arrive', 'hand-over'];
/** Verbs of an assignment that a redirection of its referral brings about. */
const THROUGH_REFERRAL: readonly MachineVerbs['assignment'][] = ['divert'];

export interface Position<M extends MachineName> {
  machine: M;
  state: MachineStates[M] | typeof NEW;
  verb: MachineVerbs[M];
  stage: Stage;
}

function fits<M extends MachineName>(row: Transition<M>, { state, verb, stage }: Omit<Position<M>, 'machine'>) {
  return row.from === state && row.verb === verb && (row.when === undefined || row.when.includes(stage));
}

/** The state after a verb; null where it leads nowhere from there. */
export function nextState<M extends MachineName>(
  machine: M,
  state: MachineStates[M] | typeof NEW,
  verb: MachineVerbs[M],
  stage: Stage = 'none'
): MachineStates[M] | null {
  return TRANSITIONS[machine].find((row) => fits(row, { state, verb, stage }))?.to ?? null;
}

export interface Actor {
  role: ActorRole;
  /** Sides a reporter's unit stands on; of no matter for the others, who are the county. */
  sides: readonly Side[];
}

function grants({ roles }: Pick<Transition, 'roles'>, { role, sides }: Actor): boolean {
  return roles.some((grant) => {
    const [name, side] = grant.split('@');
    return name === role && (side === undefined || sides.includes(side as Side));
  });
}

/** Verbs that an actor may use now, in the order of the table; those that come through another record are not among them. */
export function allowedVerbs<M extends MachineName>(
  machine: M,
  state: MachineStates[M] | typeof NEW,
  actor: Actor,
  stage: Stage = 'none'
): MachineVerbs[M][] {
  const verbs = TRANSITIONS[machine]
    .filter((row) => judge({ machine, state, verb: row.verb, stage }, actor).ok)
    .map(({ verb }) => verb);
  return [...new Set(verbs)];
}

export type Verdict<M extends MachineName> =
  | { ok: true; row: Transition<M> }
  | { ok: false; status: 403 | 409; code: 'not_allowed' | 'wrong_state' | 'through_assignment' | 'through_referral' };

/**
 * Whether an actor may take a record from its state by a verb: first whether the role may use the verb at all, then
 * whether the state lets it, then whether the role may from there. `coupled`: the act comes through the other record of the two.
 */
export function judge<M extends MachineName>(
  position: Position<M>,
  actor: Actor,
  { coupled = false }: { coupled?: boolean } = {}
): Verdict<M> {
  const { machine, verb } = position;
  const ofVerb = TRANSITIONS[machine].filter((row) => row.verb === verb);
  if (!ofVerb.some((row) => grants(row, actor))) return { ok: false, status: 403, code: 'not_allowed' };
  const row = ofVerb.find((each) => fits(each, position));
  if (!row) return { ok: false, status: 409, code: 'wrong_state' };
  if (!grants(row, actor)) return { ok: false, status: 403, code: 'not_allowed' };
  const code = coupled ? null : otherDoor(position);
  return code ? { ok: false, status: 409, code } : { ok: true, row };
}

/** The record through which a verb comes when it is not its own. */
function otherDoor({ machine, verb, stage }: Position<MachineName>): 'through_assignment' | 'through_referral' | null {
  const has = (verbs: readonly string[]) => verbs.includes(verb);
  if (machine === 'assignment') return has(THROUGH_REFERRAL) ? 'through_referral' : null;
  if (machine !== 'referral') return null;
  return has(THROUGH_ASSIGNMENT) || (stage !== 'none' && has(THROUGH_OPEN_ASSIGNMENT)) ? 'through_assignment' : null;
}
