/** What a crew may do about its order, and what its device foresees of it while there is no line. */
import { actOnAssignment } from './act-together';
import { SPANS, type Clocks } from './clocks';
import { DRIVE_SPANS, type DriveLimits, type DriveOrder } from './drive-order';
import { isEnded, stageOf, type AssignmentState, type ReferralState } from './states';
import { allowedVerbs, type Actor, type MachineVerbs, type Needed } from './transitions';

export type DriveVerb = MachineVerbs['assignment'];

const DRIVER: Actor = { role: 'driver', sides: [] };

/** A step that the table lets the crew take now, and what must be stated beside it. */
export interface DriveStep {
  verb: DriveVerb;
  needs: readonly Needed[];
}

/** All of them in the order of the table, the one that lies on the way first. */
export function driveSteps(order: DriveOrder): DriveStep[] {
  return allowedVerbs('assignment', order.state, DRIVER, stageOf(order)).flatMap((verb) => {
    const act = actOnAssignment({ referral: order.referralState, assignment: order }, verb, DRIVER);
    return act.ok ? [{ verb, needs: act.needs }] : [];
  });
}

/**
 * The order once the server has taken a step at `at` (ISO); null where it ends there, the order itself where the step
 * leads nowhere: the server will refuse it.
 */
export function afterStep(order: DriveOrder, verb: DriveVerb, at: string): DriveOrder | null {
  const act = actOnAssignment({ referral: order.referralState, assignment: order }, verb, DRIVER);
  if (!act.ok) return order;
  const next = { ...order };
  for (const { machine, to, clock } of act.steps) {
    if (machine === 'referral') next.referralState = to as ReferralState;
    else next.state = to as AssignmentState;
    if (clock) next[clock] = at;
  }
  return isEnded('assignment', next.state) ? null : next;
}

/** Whether the patient is fetched still, or brought. */
export function isFetching({ state }: Pick<DriveOrder, 'state'>): boolean {
  return state === 'reserved' || state === 'dispatched' || state === 'en-route' || state === 'on-location';
}

export interface DriveDeadline {
  span: (typeof DRIVE_SPANS)[number];
  limitMinutes: number;
  /** Milliseconds left at `now`; below 0 by how much it is over. */
  leftMs: number;
}

/** The span that runs at `now` (epoch ms) and what is left of it; null where none does. */
export function deadlineOf(clocks: Clocks, limits: DriveLimits, now: number): DriveDeadline | null {
  const span = DRIVE_SPANS.find((name) => clocks[SPANS[name][0]] !== null && clocks[SPANS[name][1]] === null);
  if (!span) return null;
  const leftMs = Date.parse(clocks[SPANS[span][0]]!) + limits[span] * 60_000 - now;
  return { span, limitMinutes: limits[span], leftMs };
}

/** Epoch ms at which the vehicle was expected at its next stop; null where nobody reckoned it, or it stands. */
export function expectedAt(order: DriveOrder): number | null {
  const { state, expected, enRouteAt, leftSceneAt } = order;
  const from = state === 'en-route' ? enRouteAt : state === 'to-hospital' ? leftSceneAt : null;
  const minutes = state === 'en-route' ? expected?.toScene : expected?.toHospital;
  return from === null || minutes === null || minutes === undefined ? null : Date.parse(from) + minutes * 60_000;
}
