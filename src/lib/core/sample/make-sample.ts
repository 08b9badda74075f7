import type { FacilityId, VillageId } from '../model/ids';
import type { Collections } from '../model/situation';
import type { Facility, Supplier, Township, Village } from '../model/records';
import { lowestSites } from '../medicine/lowest-sites';
import { DEFAULT_RULE_PACK, type RulePack } from '../rules/rule-pack';
import { randomOf } from './random';
import { sampleAlliances, sampleFacilities } from './sample-facilities';
import { sampleFleet } from './sample-fleet';
import { regionOf } from './sample-names';
import { sampleDuty, samplePosts, sampleZones } from './sample-organisation';
import { samplePeople } from './sample-people';
import { byId, isPlaced, metresBetween } from './sample-place';
import { sampleMedicines, sampleStock } from './sample-stock';

export interface SampleInput {
  townships: readonly Township[];
  villages: readonly Village[];
  facilities: readonly Facility[];
  /** Any integer; the same seed gives the same records. */
  seed: number;
  /** ISO date to which all dates relate. */
  today: string;
  /** Lowest open site of each village by road; without it the nearest in a straight line is taken. */
  servedBy?: ReadonlyMap<VillageId, FacilityId>;
  pack?: RulePack;
}

/** Whole collections, ready to stand in a situation. `closures` is empty: see `isolateVillageIds`. */
export type Sample = {
  [C in Exclude<keyof Collections, 'townships' | 'villages' | 'scenarios' | 'rulePacks'>]: Collections[C][];
} & {
  /** Villages to try, in order, when the roads leave every village a way: `isolateVillage` cuts one off. */
  isolateVillageIds: VillageId[];
};

/**
 * Operational records of an area, invented by stated rules from a seed; every one has origin `sample` (a facility's
 * name, tier and position remain ground facts).
 *
 * Rules: the doc comments of `sampleFacilities`, `sampleFleet`, `samplePeople`, `sampleStock`, `sampleZones`,
 * `samplePosts`, `sampleDuty`. Most places are fine;
 * about one in six has a gap. With three sites that serve somebody and two hospitals or more the sample holds: each
 * failing limb (share red and amber, days, expiry, no history, no demand), a hospital without a free bed, one without a
 * patient and without medicine, a site that never reported, an eligible town without an ambulance, an empty post, a night without duty. Another seed puts
 * the faults elsewhere. An area without villages or without facilities gives what can be made of it, never an error.
 */
export function makeSample(input: SampleInput): Sample {
  const { townships, villages, seed, today, pack = DEFAULT_RULE_PACK } = input;
  const alliances = sampleAlliances(input.facilities);
  const { facilities, faults } = sampleFacilities({ townships, facilities: input.facilities, alliances, seed, today });
  const region = regionOf([...villages, ...facilities]);
  const fleet = sampleFleet({
    facilities,
    withoutAmbulance: faults.withoutAmbulance,
    region,
    seed,
    today
  });
  const peopleCounts = samplePeople(villages, seed, today);
  const medicines = facilities.length > 0 ? sampleMedicines(pack) : [];
  const stock = sampleStock({
    // A site that never reported has no stock record either.
    facilities: facilities.filter((each) => each.id !== faults.silent),
    villages,
    servedBy: input.servedBy ?? nearestInStraightLine(villages, facilities),
    peopleCounts,
    medicines,
    empty: faults.empty,
    pack,
    seed,
    today
  });
  return {
    facilities,
    alliances,
    ...fleet,
    medicines,
    stock,
    suppliers: sampleSuppliers(facilities),
    peopleCounts,
    closures: [],
    zones: sampleZones({ townships, villages, facilities }),
    posts: samplePosts({ townships, villages, facilities, alliances, vehicles: fleet.vehicles, region, seed }),
    dutyShifts: facilities.length > 0 ? sampleDuty({ region, seed, today, pack }) : [],
    knownTimes: [],
    isolateVillageIds: randomOf(seed, 'isolate')
      .shuffle(byId(villages.filter(isPlaced)))
      .sort((a, b) => Number(modest(b)) - Number(modest(a)))
      .map((each) => each.id)
  };
}

/** Big enough to matter, small enough not to be the whole picture. */
function modest({ residents }: Village): boolean {
  return residents >= 300 && residents <= 6000;
}

function nearestInStraightLine(villages: readonly Village[], facilities: readonly Facility[]) {
  return lowestSites(villages, facilities, (v, f) => {
    const [village, facility] = [villages[v], facilities[f]];
    if (!isPlaced(village) || !isPlaced(facility)) return null;
    const metres = metresBetween(village, facility);
    return { ms: metres, mm: metres };
  });
}

/** A supply enterprise and the county depot beside the designated hospital, a pharmacy in each hospital town. */
function sampleSuppliers(facilities: readonly Facility[]): Supplier[] {
  const sorted = byId(facilities);
  const centre =
    sorted.find((each) => each.tier === 'designated') ?? sorted.find((each) => each.tier !== 'village-clinic');
  if (!centre) return [];
  const beside = (
    facility: Facility,
    kind: Supplier['kind'],
    metresEast: number,
    names: Supplier['names']
  ): Supplier => ({
    id: `${kind}-${facility.id}`,
    unit: kind === 'pharmacy' ? facility.townshipId : 'county',
    origin: 'sample',
    editedFields: [],
    version: 1,
    names,
    kind,
    lon: facility.lon === null || facility.lat === null ? null : eastOf(facility.lon, facility.lat, metresEast),
    lat: facility.lat,
    telephone: '000 00 00'
  });
  const label = (facility: Facility) => facility.names.local;
  return [
    beside(centre, 'supplier', 400, {
      local: 'County supply enterprise',
      en: 'County supply enterprise',
      zh: '县药品保供企业'
    }),
    beside(centre, 'depot', -400, { local: 'County depot', en: 'County depot', zh: '县应急储备库' }),
    ...sorted
      .filter((each) => each.tier !== 'village-clinic')
      .map((each) =>
        beside(each, 'pharmacy', 200, {
          local: `${label(each)} (pharmacy)`,
          en: `Pharmacy, ${each.names.en ?? label(each)}`,
          zh: `${each.names.zh ?? label(each)}药店`
        })
      )
  ];
}

function eastOf(lon: number, lat: number, metres: number): number {
  return lon + metres / (111_195 * Math.max(0.01, Math.cos((lat * Math.PI) / 180)));
}
