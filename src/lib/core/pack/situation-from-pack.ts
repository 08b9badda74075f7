import { BLANK_FACILITY } from '../model/blank-facility';
import type { Facility, Township, Village } from '../model/records';
import type { Situation } from '../model/situation';
import { defaultRulePackRecord } from '../rules/rule-pack';

/** The record files of an area pack, parsed. */
export interface PackRecords {
  areaId: string;
  townships: readonly Township[];
  villages: readonly Village[];
  facilities: readonly Facility[];
  /** Of the place, as `+03:00`; the shipped rules' own when the pack does not say. */
  timeZone?: string | undefined;
}

/** A situation of ground facts alone, under the shipped rules in the area's time zone: all else is empty. */
export function situationFromPack({ areaId, townships, villages, facilities, timeZone }: PackRecords): Situation {
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
    rulePacks: byId([defaultRulePackRecord(timeZone)]),
    zones: new Map(),
    posts: new Map(),
    dutyShifts: new Map(),
    knownTimes: new Map()
  };
}

function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
