import type { FacilityId, TownshipId } from '../model/ids';
import type { Situation } from '../model/situation';

/** One zone with what its hospital answers for. */
export interface ZoneRow {
  zoneId: string;
  /** On record, each once. */
  townshipIds: TownshipId[];
  /** Named by the zone but not on record. */
  unknownTownshipIds: string[];
  /** Null where the zone names no hospital, or one that is not on record. */
  facilityId: FacilityId | null;
  villages: number;
  persons: number;
  /** Milliseconds from a village to the hospital, weighted by residents; null where no village has a way. */
  meanMs: number | null;
  /** Of the farthest village with a way. */
  farthestMs: number | null;
  /** Villages without a way to the hospital; all where there is none. */
  noWay: number;
}

/** Requirement 41: every township in exactly one zone, each zone with its hospital, balanced by people and time. */
export interface ZoneTable {
  zones: ZoneRow[];
  /** Townships in no zone. */
  missing: TownshipId[];
  double: { townshipId: TownshipId; zoneIds: string[] }[];
}

export type ZoneFacts = Pick<Situation, 'zones' | 'townships' | 'villages' | 'facilities'>;

/** Milliseconds from a village to a facility; null without a way. */
export type ZoneTravel = (villageId: string, facilityId: FacilityId) => number | null;

/** Zones in their order, townships in theirs. A village counts in every zone that names its township. */
export function checkZones(situation: ZoneFacts, travel: ZoneTravel): ZoneTable {
  const { zones, townships, facilities } = situation;
  const held = new Map<TownshipId, string[]>([...townships.keys()].map((id) => [id as TownshipId, []]));
  const rows = [...zones.values()].map(({ id, facilityId, townshipIds }): ZoneRow => {
    const named = [...new Set(townshipIds)];
    const known = named.filter((each) => townships.has(each));
    for (const each of known) held.get(each)?.push(id);
    const hospital = facilityId !== null && facilities.has(facilityId) ? facilityId : null;
    return {
      zoneId: id,
      townshipIds: known,
      unknownTownshipIds: named.filter((each) => !townships.has(each)),
      facilityId: hospital,
      ...burden(situation, { townshipIds: new Set(known), hospital, travel })
    };
  });
  const all = [...held];
  return {
    zones: rows,
    missing: all.flatMap(([townshipId, zoneIds]) => (zoneIds.length === 0 ? [townshipId] : [])),
    double: all.flatMap(([townshipId, zoneIds]) => (zoneIds.length > 1 ? [{ townshipId, zoneIds }] : []))
  };
}

function burden(
  { villages }: ZoneFacts,
  given: { townshipIds: ReadonlySet<TownshipId>; hospital: FacilityId | null; travel: ZoneTravel }
): Pick<ZoneRow, 'villages' | 'persons' | 'meanMs' | 'farthestMs' | 'noWay'> {
  const { townshipIds, hospital, travel } = given;
  const sums = { villages: 0, persons: 0, noWay: 0, reached: 0, weighted: 0, weight: 0, plain: 0 };
  let farthestMs: number | null = null;
  for (const { id, townshipId, residents } of villages.values()) {
    if (!townshipIds.has(townshipId)) continue;
    sums.villages++;
    sums.persons += residents;
    const ms = hospital === null ? null : travel(id, hospital);
    if (ms === null) {
      sums.noWay++;
      continue;
    }
    sums.reached++;
    sums.plain += ms;
    sums.weighted += ms * residents;
    sums.weight += residents;
    farthestMs = Math.max(farthestMs ?? 0, ms);
  }
  // Where nobody is counted anywhere every village weighs the same.
  const meanMs = sums.reached === 0 ? null : sums.weight > 0 ? sums.weighted / sums.weight : sums.plain / sums.reached;
  return { villages: sums.villages, persons: sums.persons, meanMs, farthestMs, noWay: sums.noWay };
}
