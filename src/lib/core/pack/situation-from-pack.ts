import { BLANK_FACILITY } from '../model/blank-facility';
import type { Facility, Township, Village } from '../model/records';
import type { Situation } from '../model/situation';

/** The record files of an area pack, parsed. */
export interface PackRecords {
  areaId: string;
  townships: readonly Township[];
  villages: readonly Village[];
  facilities: readonly Facility[];
}

/** A situation of ground facts alone: every other collection is empty. */
export function situationFromPack({ areaId, townships, villages, facilities }: PackRecords): Situation {
  return {
    areaId,
    townships: byId(townships),
    villages: byId(villages),
    // A pack built before a field was known has none of it.
    facilities: byId(facilities.map((each) => ({ ...BLANK_FACILITY, ...each }))),
    alliances: new Map(),
    vehicles: new Map(),
    crews: new Map(),
    medicines: new Map(),
    stock: new Map(),
    suppliers: new Map(),
    peopleCounts: new Map(),
    closures: new Map(),
    scenarios: new Map(),
    rulePacks: new Map(),
    zones: new Map(),
    posts: new Map(),
    dutyShifts: new Map(),
    knownTimes: new Map()
  };
}

function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
