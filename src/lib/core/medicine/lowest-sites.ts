import type { FacilityId, VillageId } from '../model/ids';
import type { Facility, FacilityTier, Village } from '../model/records';

/** Travel from village `v` to facility `f` (indices into the lists passed in); null where there is no way. */
export type TravelCost = (v: number, f: number) => { ms: number; mm: number } | null;

const STEPS: readonly (readonly FacilityTier[])[] = [
  ['village-clinic', 'township-hospital'],
  ['sub-designated'],
  ['designated']
];

/**
 * The one lowest open site at which each person counts: the nearest open village clinic or township hospital; only
 * where none can be reached, the nearest open sub-designated, then designated hospital. Ties: least milliseconds, least
 * millimetres, lowest id. Villages without a way to any site are absent.
 */
export function lowestSites(
  villages: readonly Village[],
  facilities: readonly Facility[],
  cost: TravelCost
): Map<VillageId, FacilityId> {
  const steps = STEPS.map((tiers) =>
    facilities.flatMap((facility, f) =>
      facility.open && tiers.includes(facility.tier) ? [{ id: facility.id, f }] : []
    )
  );
  const served = new Map<VillageId, FacilityId>();
  villages.forEach((village, v) => {
    for (const step of steps) {
      let best: { id: FacilityId; ms: number; mm: number } | null = null;
      for (const { id, f } of step) {
        const travel = cost(v, f);
        if (travel && (!best || before({ id, ...travel }, best))) best = { id, ...travel };
      }
      if (best) {
        served.set(village.id, best.id);
        break;
      }
    }
  });
  return served;
}

type Candidate = { id: FacilityId; ms: number; mm: number };

function before(a: Candidate, b: Candidate): boolean {
  return a.ms !== b.ms ? a.ms < b.ms : a.mm !== b.mm ? a.mm < b.mm : a.id < b.id;
}
