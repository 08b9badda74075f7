/** A line of the log about a referral, as far as it tells of refusals. */
export interface ReferralEvent {
  seq: number;
  /** ISO date-time, the server's. */
  at: string;
  /** Who did it, as signed in. */
  by: string;
  verb: string;
  referralId: string;
  /** The fields that the act changed; a new referral whole. */
  after: Readonly<Record<string, unknown>> | null;
}

/** A hospital that would not take a case (requirement 53, whose target is none). */
export interface HospitalRefusal {
  seq: number;
  at: string;
  by: string;
  reason: string;
  referralId: string;
  /** Who refused. */
  facilityId: string;
  /** Who referred; null where the county did. */
  originFacilityId: string | null;
}

/**
 * Refusals of receiving hospitals from the log alone, the last first. An event holds only what its act changed, so that
 * hospital and reason are followed from the request on: the same reason given twice stands in the log once.
 *
 * @param events of each referral all of the verbs draft, request, redirect and reject, in their order
 */
export function hospitalRefusals(events: Iterable<ReferralEvent>): HospitalRefusal[] {
  const known = new Map<string, { target: string; origin: string | null; reason: string }>();
  const refusals: HospitalRefusal[] = [];
  for (const { seq, at, by, verb, referralId, after } of events) {
    const held = known.get(referralId) ?? { target: '', origin: null, reason: '' };
    const said = (field: string) => {
      const value = after?.[field];
      return typeof value === 'string' ? value : undefined;
    };
    const now = {
      target: said('targetFacilityId') ?? held.target,
      origin: said('originFacilityId') ?? held.origin,
      reason: said('reason') ?? held.reason
    };
    known.set(referralId, now);
    if (verb === 'reject') {
      const { target: facilityId, origin: originFacilityId, reason } = now;
      refusals.push({ seq, at, by, reason, referralId, facilityId, originFacilityId });
    }
  }
  return refusals.reverse();
}
