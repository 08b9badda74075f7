/** What a crew may do about its order, and what its device foresees of it while there is no line. */
import { actOnAssignment } from './act-together';
import { SPANS, type Clocks } from './clocks';
import { DRIVE_SPANS, type DriveLimits, type DriveOrder, type DriveView } from './drive-order';
import { InputError } from '../model/read-input';
import { parseDuty } from './parse-acts';
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

/** A command of this device that the server has not answered. */
export interface GivenByCrew {
  path: string;
  body: Record<string, unknown>;
  /** Epoch ms. */
  queuedAt: number;
}

const STEP_PATH = /^\/api\/greenlane\/drive\/assignments\/([^/]+)\/([^/]+)$/;
export const DUTY_PATH = '/api/greenlane/drive/duty';

export function stepPath(assignmentId: string, verb: DriveVerb): string {
  return `/api/greenlane/drive/assignments/${encodeURIComponent(assignmentId)}/${verb}`;
}

/** The view as it will stand once the server has done what waits, in order, so that a chain of steps can be given. */
export function foreseeDrive(view: DriveView, given: readonly GivenByCrew[]): DriveView {
  return given.reduce((next, { path, body, queuedAt }) => {
    if (path === DUTY_PATH) return withDuty(next, body);
    const [, id, verb] = STEP_PATH.exec(path) ?? [];
    if (id === undefined) return next;
    return withStep(next, decodeURIComponent(id), verb as DriveVerb, { body, at: new Date(queuedAt).toISOString() });
  }, view);
}

function withStep(
  view: DriveView,
  assignmentId: string,
  verb: DriveVerb,
  { body, at }: { body: Record<string, unknown>; at: string }
): DriveView {
  const orders = view.orders.flatMap((order) => {
    if (order.assignmentId !== assignmentId) return [order];
    const after = afterStep(order, verb, at);
    return after ? [after] : [];
  });
  const next = { ...view, orders };
  if (orders.length > 0 || view.orders.length === 0) return next;
  const broken = verb === 'stand-down' && body.outOfServiceReason;
  return withDuty(
    next,
    broken ? { status: 'out-of-service', reason: broken, deviceAt: at } : { status: 'available', deviceAt: at }
  );
}

function withDuty(view: DriveView, body: Record<string, unknown>): DriveView {
  try {
    const { status, reason, restMinutes, deviceAt } = parseDuty(body);
    const restUntil = restMinutes === null ? null : new Date(Date.parse(deviceAt) + restMinutes * 60_000).toISOString();
    return {
      ...view,
      link: { ...view.link, restUntil },
      vehicle: { ...view.vehicle, status, outOfServiceReason: reason }
    };
  } catch (error) {
    if (error instanceof InputError) return view;
    throw error;
  }
}
