import type { Referral } from '../model/records';
import { isEnded } from './states';

const NEAR_METRES = 1000;

export interface NewCase extends Pick<Referral, 'originFacilityId' | 'villageId' | 'aged' | 'dialysis'> {
  /** Where the patient is, WGS84 degrees; null where no position is on record. */
  at: { lon: number; lat: number } | null;
}

/**
 * Open cases that may be the same call told twice: of the same facility or village, or within a kilometre, with nothing
 * that tells the patients apart. The latest first.
 *
 * @param placeOf where the patient of a case waits
 */
export function likelySame(
  wanted: NewCase,
  referrals: Iterable<Referral>,
  placeOf: (referral: Referral) => { lon: number; lat: number } | null
): Referral[] {
  return [...referrals]
    .filter((each) => !isEnded('referral', each.state) && each.state !== 'handed-over')
    .filter((each) => each.aged === wanted.aged && each.dialysis === wanted.dialysis)
    .filter((each) => {
      const samePlace =
        (wanted.originFacilityId !== null && wanted.originFacilityId === each.originFacilityId) ||
        (wanted.originFacilityId === null && wanted.villageId !== null && wanted.villageId === each.villageId);
      return samePlace || isNear(wanted.at, placeOf(each));
    })
    .sort((a, b) => Date.parse(b.requestedAt ?? b.stateAt) - Date.parse(a.requestedAt ?? a.stateAt));
}

function isNear(a: { lon: number; lat: number } | null, b: { lon: number; lat: number } | null): boolean {
  if (!a || !b) return false;
  const shrink = Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot((a.lon - b.lon) * shrink, a.lat - b.lat) * 111_195 <= NEAR_METRES;
}
