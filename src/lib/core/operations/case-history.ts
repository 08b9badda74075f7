import { replay } from './replay';
import type { AssignmentState, ReferralState } from './states';

/** One line of the log about a case. Texts not said are absent. */
export interface CaseEvent {
  seq: number;
  /** ISO date-time, the server's. */
  at: string;
  /** Who did it, as signed in. */
  by: string;
  verb: string;
  subject: string;
  subjectKey: string;
  /** What it made of state, target and vehicle; null where nothing was changed. */
  after: Record<string, unknown> | null;
  /** Of the vehicle's assignment; '' for the referral's own. */
  vehicleId: string;
  reason?: string | undefined;
  targetFacilityId?: string | undefined;
  override?: { name: string; reason: string } | undefined;
  signedFrom?: string | undefined;
  signedTo?: string | undefined;
}

/** What the vehicle's own step says better. */
const FOLLOWS_THE_VEHICLE = new Set(['assign', 'unassign', 'pick-up', 'arrive']);
/** What follows from another act and is no one's doing. */
const FOLLOWS_ALONE = new Set(['retarget', 'promote']);

/** The log as people read it: of an act that moved case and vehicle together one line. Events in their order. */
export function caseHistory(events: readonly CaseEvent[]): CaseEvent[] {
  const moments = (subject: string) =>
    new Set(events.filter((event) => event.subject === subject).map(({ at, by }) => `${at} ${by}`));
  const [ofCase, ofVehicle] = [moments('referrals'), moments('assignments')];
  return events.filter(({ at, by, subject, verb }) => {
    const moment = `${at} ${by}`;
    if (FOLLOWS_ALONE.has(verb)) return false;
    // The signatures stand with the case.
    if (subject === 'assignments') return !(verb === 'hand-over' && ofCase.has(moment));
    return !(FOLLOWS_THE_VEHICLE.has(verb) && ofVehicle.has(moment));
  });
}

/** A case as it stood at a moment. */
export interface CaseStanding {
  state: ReferralState;
  targetFacilityId: string | null;
  /** The vehicle that was out for it, or the last that had been; null before the first. */
  vehicleId: string | null;
  leg: AssignmentState | null;
}

/** The history with each line the case as it stood once that act was done. Events of one case in their order. */
export function caseStory(events: readonly CaseEvent[], referralId: string): { line: CaseEvent; then: CaseStanding }[] {
  const lines = caseHistory(events);
  return lines.map((line, i) => ({
    line,
    then: standingAt(events, referralId, lastOfAct(events, line, lines[i + 1]))
  }));
}

/** What belongs to an act but has no line of its own stands right behind it. */
function lastOfAct(events: readonly CaseEvent[], { seq, at, by }: CaseEvent, next: CaseEvent | undefined): number {
  const same = events.filter((event) => event.at === at && event.by === by && event.seq < (next?.seq ?? Infinity));
  return Math.max(seq, ...same.map((event) => event.seq));
}

function standingAt(events: readonly CaseEvent[], referralId: string, seq: number): CaseStanding {
  const records = replay(events, seq);
  const { state, targetFacilityId, assignmentId } = records.get('referrals')?.get(referralId) ?? {};
  const sent = records.get('assignments');
  const assignment = sent?.get(String(assignmentId ?? [...sent.keys()].at(-1)));
  return {
    state: state as ReferralState,
    targetFacilityId: (targetFacilityId as string | undefined) ?? null,
    vehicleId: (assignment?.vehicleId as string | undefined) ?? null,
    leg: (assignment?.state as AssignmentState | undefined) ?? null
  };
}
