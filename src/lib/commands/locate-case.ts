import { allianceOf } from '../core/referral/refer';
import type { Alliance, Facility, Township, Village } from '../core/model/records';
import type { Situation } from '../core/model/situation';
import type { Place } from '../core/routing/routing';
import type { Selection } from '../state/selection.svelte';

/** Where a patient waits: in a village, at a facility, or at a point of the map. */
export type CasePlace = Extract<Selection, { kind: 'place' }> | { kind: 'village' | 'facility'; id: string };

export interface CaseSite {
  at: Place;
  /** The village itself, or the one whose alliance counts for the point or facility; null in an area without any. */
  village: Village | null;
  /** The facility, where the patient waits at one. */
  facility: Facility | null;
  township: Township | null;
  alliance: Alliance | null;
  /** Who answers the telephone at this end: the facility itself, else the township's hospital. */
  contact: Facility | null;
}

export function isCasePlace(value: Selection | null): value is CasePlace {
  return value !== null && (value.kind === 'village' || value.kind === 'facility' || value.kind === 'place');
}

/** What is on record about the place; null when it is gone. */
export function locateCase(situation: Situation, place: CasePlace): CaseSite | null {
  const { villages, facilities, townships, alliances } = situation;
  const facility = place.kind === 'facility' ? (facilities.get(place.id) ?? null) : null;
  const own = place.kind === 'village' ? (villages.get(place.id) ?? null) : null;
  if (place.kind !== 'place' && !facility && !own) return null;
  const at: Place =
    place.kind === 'place'
      ? { id: 'case', lon: place.lon, lat: place.lat }
      : { id: place.id, lon: (own ?? facility)!.lon, lat: (own ?? facility)!.lat };
  const village = own ?? nearestVillage(situation, at, facility?.townshipId ?? null);
  const township = townships.get(facility?.townshipId ?? village?.townshipId ?? '') ?? null;
  const allianceId = facility?.allianceId ?? (village && allianceOf(village, situation));
  const alliance = (allianceId && alliances.get(allianceId)) || null;
  const seat = township?.seatFacilityId ? (facilities.get(township.seatFacilityId) ?? null) : null;
  return { at, village, facility, township, alliance, contact: facility ?? seat };
}

/** Nearest as the crow flies, in the township where one is named and has villages. */
function nearestVillage({ villages }: Situation, { lon, lat }: Place, townshipId: string | null): Village | null {
  const all = [...villages.values()];
  const inTownship = all.filter((village) => village.townshipId === townshipId);
  const candidates = inTownship.length > 0 ? inTownship : all;
  if (lon === null || lat === null) return candidates[0] ?? null;
  const shrink = Math.cos((lat * Math.PI) / 180);
  let best: Village | null = null;
  let least = Infinity;
  for (const village of candidates) {
    if (village.lon === null || village.lat === null) continue;
    const apart = Math.hypot((village.lon - lon) * shrink, village.lat - lat);
    if (apart < least) [best, least] = [village, apart];
  }
  return best;
}
