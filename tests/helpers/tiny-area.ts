import { BLANK_FACILITY } from '../../src/lib/core/model/blank-facility';
import type { FacilityId, TownshipId, VehicleId, VillageId, MedicineId } from '../../src/lib/core/model/ids';
import type { Facility, FacilityTier, Village } from '../../src/lib/core/model/records';
import type { AnalysisSettings, Situation } from '../../src/lib/core/model/situation';
import { tinyNetwork } from './tiny-network';

export const TINY_NOW = Date.parse('2026-11-22T12:00:00Z');
const base = { unit: 'county' as const, origin: 'pack' as const, editedFields: [] as string[], version: 1 };

/**
 * Six edges along the equator, a node every 0.01° (1.112 km):
 *
 * ```
 *  hospital                        far village
 *     1 ── 2 ── 3 ── 4 ══ 5 ── 6 (way 30 from the bridge 4–5 on)
 *               │
 *               7  near village (way 20)
 * ```
 *
 * The clinic stands at node 2, the township hospital and the designated hospital at node 1.
 */
export function tinyArea() {
  const at = (x: number, y = 0) => ({ lon: x / 100, lat: y / 100 });
  const network = tinyNetwork(
    [
      { id: 1, ...at(0) },
      { id: 2, ...at(1) },
      { id: 3, ...at(2) },
      { id: 4, ...at(3) },
      { id: 5, ...at(4) },
      { id: 6, ...at(5) },
      { id: 7, ...at(2, 1) }
    ],
    [
      { id: 10, nodes: [1, 2, 3, 4] },
      { id: 20, nodes: [3, 7] },
      { id: 30, nodes: [4, 5, 6] }
    ]
  );
  return { network, situation: tinySituation() };
}

export const TINY_SETTINGS: AnalysisSettings = {
  vehicle: 'ambulance',
  season: 'dry',
  careLevel: 'severe',
  thresholds: [1, 2, 4],
  now: TINY_NOW
};

function tinySituation(): Situation {
  const villages = [village('near', 0.02, 0.01, 100), village('far', 0.05, 0, 250)];
  const facilities = [
    facility('designated', 'designated', 0, 0),
    facility('hospital', 'township-hospital', 0, 0),
    facility('clinic', 'village-clinic', 0.01, 0)
  ];
  const medicine = {
    ...base,
    id: 'paracetamol' as MedicineId,
    names: { local: 'Paracetamol', zh: '对乙酰氨基酚' },
    medicineClass: 'antipyretic' as const,
    doseUnit: { local: 'tablet' },
    dosesPerCourse: 1,
    coursesPerPerson: 1
  };
  return {
    areaId: 'tiny',
    townships: mapOf([
      {
        ...base,
        id: 'town' as TownshipId,
        names: { local: 'Town', zh: '镇' },
        code: null,
        seatFacilityId: 'hospital' as FacilityId,
        derived: true
      }
    ]),
    villages: mapOf(villages),
    facilities: mapOf(facilities),
    alliances: new Map(),
    vehicles: mapOf([
      {
        ...base,
        id: 'a-1' as VehicleId,
        callSign: 'A-1',
        kind: 'ambulance' as const,
        vehicleClass: 'ambulance' as const,
        townshipId: 'town' as TownshipId,
        baseName: 'Hospital',
        baseFacilityId: 'hospital' as FacilityId,
        lon: 0,
        lat: 0,
        status: 'available' as const,
        outOfServiceReason: null,
        capabilities: [],
        seats: 4,
        severityLimit: 'critical' as const,
        minutesToReady: 2,
        positionLon: null,
        positionLat: null,
        positionAt: null
      }
    ]),
    crews: new Map(),
    medicines: mapOf([medicine]),
    stock: mapOf([
      {
        ...base,
        id: 'clinic-paracetamol',
        facilityId: 'clinic' as FacilityId,
        medicineId: medicine.id,
        lots: [{ lot: 'a', doses: 139, expiresOn: '2027-01-01' }],
        onOrderDoses: 50,
        meanDailyUse: 10,
        countedAt: '2026-11-22T08:00:00Z'
      }
    ]),
    suppliers: new Map(),
    peopleCounts: mapOf([
      {
        ...base,
        id: 'count-near',
        villageId: 'near' as VillageId,
        aged65: 20,
        aged80: 5,
        red: 4,
        yellow: 6,
        green: 10,
        returnees: 0,
        contactsDone: 20,
        vaccinated60: 0,
        target60: 0,
        vaccinated80: 0,
        target80: 0,
        masked: [],
        countedOn: '2026-11-20'
      }
    ]),
    closures: new Map(),
    scenarios: new Map(),
    rulePacks: new Map(),
    zones: new Map(),
    posts: new Map(),
    dutyShifts: new Map(),
    knownTimes: new Map()
  };
}

function village(id: string, lon: number, lat: number, residents: number): Village {
  return {
    ...base,
    id: id as VillageId,
    names: { local: id },
    code: null,
    townshipId: 'town' as TownshipId,
    lon,
    lat,
    residents,
    residentsSource: 'count',
    residentsDate: null,
    residentsCompare: null,
    areaKm2: null,
    touristVillage: false
  };
}

function facility(id: string, tier: FacilityTier, lon: number, lat: number): Facility {
  const clinic = tier === 'village-clinic';
  return {
    ...BLANK_FACILITY,
    ...base,
    id: id as FacilityId,
    names: { local: id },
    tier,
    townshipId: 'town' as TownshipId,
    parentId: clinic ? ('hospital' as FacilityId) : null,
    allianceId: null,
    lon,
    lat,
    open24h: true,
    capabilities: tier === 'designated' ? ['icu', 'oxygen'] : [],
    bedsTotal: clinic ? 0 : 20,
    bedsFree: clinic ? 0 : 5,
    oximeters: 1,
    feverFlowSafe: true,
    prescribesFever: true,
    insuranceDesignated: true,
    published: true,
    reportedAt: '2026-11-22T08:00:00Z'
  };
}

function mapOf<T extends { id: string }>(records: T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
