import type { FacilityId } from '../model/ids';
import type { Facility, Village } from '../model/records';
import type { Catchment, Reach } from '../model/results';
import { CARE_LEVELS, type CareLevel } from '../model/situation';
import { givesCare } from './care-sites';

/**
 * Villages whose nearest site of a level is this one, for every site of every level, by level, then id. At one level the
 * catchments part all villages that have a way.
 */
export function findCatchments(
  facilities: readonly Facility[],
  villages: readonly Village[],
  reach: readonly Record<Exclude<CareLevel, 'seat'>, Reach>[]
): Catchment[] {
  return CARE_LEVELS.flatMap((careLevel) => {
    const found = new Map<FacilityId, Catchment>();
    for (const facility of facilities)
      if (givesCare(facility, careLevel))
        found.set(facility.id, { facilityId: facility.id, careLevel, villageIds: [], persons: 0 });
    villages.forEach((village, v) => {
      const { facilityId } = reach[v][careLevel];
      const catchment = facilityId === null ? undefined : found.get(facilityId);
      if (!catchment) return;
      catchment.villageIds.push(village.id);
      catchment.persons += village.residents;
    });
    return [...found.values()].sort((a, b) => (a.facilityId < b.facilityId ? -1 : 1));
  });
}
