/** One line of the log about a case. Texts not said are absent. */
export interface CaseEvent {
  seq: number;
  /** ISO date-time, the server's. */
  at: string;
  /** Who did it, as signed in. */
  by: string;
  verb: string;
  subject: string;
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
