import type { OutOfServiceReason, VehicleStatus } from '../model/records';

/** A case on its way from the facility that first saw it to the one that takes it over (requirements 52, 53). */
export const REFERRAL_STATES = [
  'draft',
  'requested',
  'accepted',
  'rejected',
  'vehicle-assigned',
  'picked-up',
  'arrived',
  'handed-over',
  'closed',
  'redirected',
  'cancelled'
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** One vehicle for one referral; those before `done` and `cancelled` are open. */
export const ASSIGNMENT_STATES = [
  'reserved',
  'dispatched',
  'en-route',
  'on-location',
  'to-hospital',
  'at-hospital',
  'returning',
  'done',
  'cancelled'
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** A request for goods from another store (requirement 12). */
export const ALLOCATION_STATES = [
  'draft',
  'submitted',
  'approved',
  'rejected',
  'picked',
  'shipped',
  'received',
  'cancelled'
] as const;
export type AllocationState = (typeof ALLOCATION_STATES)[number];

export interface MachineStates {
  referral: ReferralState;
  assignment: AssignmentState;
  allocation: AllocationState;
}
export type MachineName = keyof MachineStates;

export const MACHINE_STATES: { [M in MachineName]: readonly MachineStates[M][] } = {
  referral: REFERRAL_STATES,
  assignment: ASSIGNMENT_STATES,
  allocation: ALLOCATION_STATES
};

/** States that nothing leads out of, but a counter-referral out of a closed case. */
export const ENDED: { [M in MachineName]: readonly MachineStates[M][] } = {
  referral: ['closed', 'cancelled'],
  assignment: ['done', 'cancelled'],
  allocation: ['rejected', 'received', 'cancelled']
};

export function isEnded<M extends MachineName>(machine: M, state: MachineStates[M]): boolean {
  return ENDED[machine].includes(state);
}

/**
 * How far the transport is, beside the state: of a referral by its open assignment, of an assignment by its own clocks.
 * `none` no vehicle, `assigned` before the patient is aboard, `aboard`, `handed-over` the vehicle is free of the patient.
 */
export const STAGES = ['none', 'assigned', 'aboard', 'handed-over'] as const;
export type Stage = (typeof STAGES)[number];

/** Stage of an assignment; null (no open assignment) is `none`. */
export function stageOf(assignment: { state: AssignmentState; handedOverAt: string | null } | null): Stage {
  if (!assignment || isEnded('assignment', assignment.state)) return 'none';
  if (assignment.handedOverAt !== null || assignment.state === 'returning') return 'handed-over';
  return assignment.state === 'to-hospital' || assignment.state === 'at-hospital' ? 'aboard' : 'assigned';
}

const WAITING: readonly AssignmentState[] = ['reserved', 'dispatched'];
const ON_THE_WAY: readonly AssignmentState[] = ['en-route', 'on-location', 'to-hospital', 'at-hospital', 'returning'];

/**
 * Status of a vehicle from the states of its open assignments and its duty. Of several on one trip the least advanced of
 * those that have departed says what the vehicle is doing; before that the most advanced.
 */
export function vehicleStatusOf(
  duty: { outOfServiceReason: OutOfServiceReason | null },
  open: readonly AssignmentState[]
): VehicleStatus {
  const departed = ON_THE_WAY.find((state) => open.includes(state));
  const waiting = [...WAITING].reverse().find((state) => open.includes(state));
  const status = departed ?? waiting;
  if (status) return status as VehicleStatus;
  return duty.outOfServiceReason === null ? 'available' : 'out-of-service';
}
