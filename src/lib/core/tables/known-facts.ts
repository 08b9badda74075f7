import type {
  Crew,
  Facility,
  Medicine,
  PeopleCount,
  Stock,
  Supplier,
  Township,
  Vehicle,
  Village
} from '../model/records';
import type { Situation } from '../model/situation';
import { localDay, zoneMs } from '../report/local-time';
import { activeRulePack } from '../rules/active-rule-pack';
import { stemOf, townStem } from './name-stem';
import { knownCodes, type KnownCodes } from './repair-code';

/** What rows are compared with. */
export interface KnownFacts {
  situation: Situation;
  /** West, south, east, north, WGS84 degrees. */
  bbox: [number, number, number, number];
  /** Division codes known beside those of the situation. */
  knownCodes?: string[];
  /** ISO date-time. */
  now: string;
  /** A planner's table leaves out stock and counts of people. */
  role: 'planner' | 'admin';
}

/** The known records by what a row may say of them. */
export interface FactIndex {
  facts: KnownFacts;
  /** The county's day, ISO date. */
  today: string;
  /** Milliseconds by which its clocks are ahead of UTC. */
  zoneMs: number;
  codes: KnownCodes;
  townByCode: ReadonlyMap<string, Township>;
  townsByStem: ReadonlyMap<string, Township[]>;
  villageByCode: ReadonlyMap<string, Village>;
  /** By township id and stem of the name, `town/stem`. */
  villagesByName: ReadonlyMap<string, Village[]>;
  villagesOfTown: ReadonlyMap<string, Village[]>;
  /** Placed villages in cells of 0.01°, by `cellKey`. */
  villagesByCell: ReadonlyMap<string, Village[]>;
  /** Codes of known villages by stem of their name. */
  codesByName: ReadonlyMap<string, string[]>;
  facilitiesByName: ReadonlyMap<string, Facility[]>;
  hospitalOfTown: ReadonlyMap<string, Facility>;
  medicinesByName: ReadonlyMap<string, Medicine[]>;
  medicinesByClass: ReadonlyMap<string, Medicine[]>;
  stockByPair: ReadonlyMap<string, Stock>;
  countByVillage: ReadonlyMap<string, PeopleCount>;
  suppliersByName: ReadonlyMap<string, Supplier[]>;
  vehicleByCallSign: ReadonlyMap<string, Vehicle>;
  crewsByVehicle: ReadonlyMap<string, Crew[]>;
}

export const cellKey = (lon: number, lat: number) => `${Math.floor(lon * 100)}/${Math.floor(lat * 100)}`;
export const pairKey = (a: string, b: string) => `${a}\u0000${b}`;

export function indexFacts(facts: KnownFacts): FactIndex {
  const { situation } = facts;
  const towns = [...situation.townships.values()];
  const villages = [...situation.villages.values()];
  const facilities = [...situation.facilities.values()];
  const medicines = [...situation.medicines.values()];
  const named = villages.flatMap((village) => spellings(village).map((stem) => ({ village, stem })));
  const hospitals = facilities.filter(({ tier }) => tier === 'township-hospital');
  const byTown = group(hospitals, ({ townshipId }) => townshipId);
  const now = Date.parse(facts.now);
  const rules = activeRulePack(situation, now);
  return {
    facts,
    today: localDay(now, rules),
    zoneMs: zoneMs(rules),
    codes: knownCodes([...villages.flatMap(({ code }) => code ?? []), ...(facts.knownCodes ?? [])]),
    townByCode: new Map(towns.flatMap((town) => (town.code ? [[town.code.slice(0, 9), town] as const] : []))),
    townsByStem: group(
      towns.flatMap((town) => namesOf(town).map((name) => ({ town, stem: townStem(name) }))),
      ({ stem }) => stem,
      ({ town }) => town
    ),
    villageByCode: new Map(villages.flatMap((village) => (village.code ? [[village.code, village] as const] : []))),
    villagesByName: group(
      named,
      ({ village, stem }) => pairKey(village.townshipId, stem),
      ({ village }) => village
    ),
    villagesOfTown: group(villages, ({ townshipId }) => townshipId),
    villagesByCell: group(
      villages.filter(({ lon, lat }) => lon !== null && lat !== null),
      ({ lon, lat }) => cellKey(lon as number, lat as number)
    ),
    codesByName: group(
      named.filter(({ village }) => village.code),
      ({ stem }) => stem,
      ({ village }) => village.code as string
    ),
    facilitiesByName: group(
      facilities.flatMap((facility) => namesOf(facility).map((name) => ({ facility, stem: stemOf(name) }))),
      ({ stem }) => stem,
      ({ facility }) => facility
    ),
    hospitalOfTown: new Map(
      [...byTown].flatMap(([town, found]) => (found.length === 1 ? [[town, found[0]] as const] : []))
    ),
    medicinesByName: group(
      medicines.flatMap((medicine) => namesOf(medicine).map((name) => ({ medicine, stem: stemOf(name) }))),
      ({ stem }) => stem,
      ({ medicine }) => medicine
    ),
    medicinesByClass: group(medicines, ({ medicineClass }) => medicineClass),
    stockByPair: new Map(
      [...situation.stock.values()].map((each) => [pairKey(each.facilityId, each.medicineId), each])
    ),
    countByVillage: new Map([...situation.peopleCounts.values()].map((each) => [each.villageId, each])),
    suppliersByName: group(
      [...situation.suppliers.values()].flatMap((supplier) =>
        namesOf(supplier).map((name) => ({ supplier, stem: stemOf(name) }))
      ),
      ({ stem }) => stem,
      ({ supplier }) => supplier
    ),
    vehicleByCallSign: new Map([...situation.vehicles.values()].map((each) => [stemOf(each.callSign), each])),
    crewsByVehicle: group([...situation.crews.values()], ({ vehicleId }) => vehicleId)
  };
}

/** Every name of a record, each once. */
export function namesOf({ names }: { names: { local: string; en?: string; zh?: string } }): string[] {
  return [...new Set([names.local, names.zh, names.en].filter((name): name is string => !!name))];
}

/** Stems of a village's names, the full ones too: 龙潭村 is found as 龙潭村 and as 龙潭. */
function spellings(village: Village): string[] {
  return [...new Set(namesOf(village).map(stemOf))];
}

function group<T, V = T>(items: readonly T[], keyOf: (item: T) => string, valueOf?: (item: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const key = keyOf(item);
    const value = (valueOf ? valueOf(item) : item) as V;
    const held = groups.get(key);
    if (!held) groups.set(key, [value]);
    else if (!held.includes(value)) held.push(value);
  }
  return groups;
}
