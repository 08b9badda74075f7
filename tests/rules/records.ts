import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_TRAVEL_SCENARIO } from '../../src/lib/core/routing/default-scenario';
import { DEFAULT_RULE_PACK } from '../../src/lib/core/rules/rule-pack';

/** GREENLANE_IMPORTS of the server under test; nothing needs to lie there. */
export const IMPORTS = join(tmpdir(), 'greenlane-imports');

/** A valid record of each collection; `suffix` keeps keys apart, neighbours are those of the same unit and area. */
export interface Place {
  area: string;
  unit: string;
  suffix: string;
  origin?: 'pack' | 'hand';
}

const names = { local: 'Name' };

export const BODIES: Record<string, (place: Place) => Record<string, unknown>> = {
  townships: () => ({ names, code: '', derived: true }),
  villages: ({ unit }) => ({ names, townshipId: unit, lon: 10.5, lat: 10.5, residents: 10 }),
  facilities: ({ unit }) => ({
    names,
    tier: 'village-clinic',
    townshipId: unit,
    lon: 10.4,
    lat: 10.4,
    capabilities: [],
    bedsTotal: 5,
    bedsFree: 2
  }),
  alliances: ({ unit }) => ({ names, leadFacilityId: `fac-${unit}`, designatedFacilityId: `fac-${unit}` }),
  vehicles: ({ unit }) => ({
    callSign: 'A 1',
    kind: 'ambulance',
    vehicleClass: 'ambulance',
    townshipId: unit,
    lon: 10.4,
    lat: 10.4,
    status: 'available',
    capabilities: [],
    seats: 2,
    severityLimit: 'critical'
  }),
  crews: ({ unit }) => ({ vehicleId: `veh-${unit}`, driver: 'x', attendant: 'y' }),
  medicines: () => ({
    names,
    medicineClass: 'antigen',
    doseUnit: { local: 'test' },
    dosesPerCourse: 2,
    coursesPerPerson: 1
  }),
  stock: ({ unit }) => ({
    facilityId: `fac-${unit}`,
    medicineId: 'med-county',
    lots: [{ lot: 'a', doses: 3, expiresOn: '2027-01-01' }],
    meanDailyUse: 1
  }),
  suppliers: () => ({ names, kind: 'supplier', lon: null, lat: null }),
  people_counts: ({ unit }) => ({ villageId: `vil-${unit}`, aged65: 1 }),
  closures: () => ({ wayId: 7, speedPercent: 0, startsAt: '2026-01-01T00:00:00Z', reason: 'flood' }),
  scenarios: () => ({ name: 'n', kind: 'plan', content: { verb: 'x', edits: [] } }),
  rule_packs: () => ({ name: 'n', packVersion: '1', content: DEFAULT_RULE_PACK }),
  zones: ({ unit }) => ({ names, facilityId: `fac-${unit}`, townshipIds: [unit] }),
  posts: ({ unit }) => ({ kind: 'vehicles', facilityId: `fac-${unit}`, person: 'x', telephone: '120' }),
  duty_shifts: () => ({ person: 'x', startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-01-02T00:00:00Z' }),
  jobs: () => ({ kind: 'roads', names, status: 'queued', serverPath: `${IMPORTS}/none.osm.pbf` }),
  known_times: ({ unit }) => ({
    villageId: `vil-${unit}`,
    facilityId: `fac-${unit}`,
    vehicle: 'ambulance',
    season: 'dry',
    minutes: 30,
    measuredOn: '2026-01-01'
  }),
  reports: ({ unit, suffix }) => ({
    facilityId: `fac-${unit}`,
    reportedOn: `2026-01-${String(10 + (Array.from(suffix).reduce((sum, c) => sum + c.charCodeAt(0), 0) % 20))}`,
    reportedAt: '2026-01-10T08:00:00Z',
    content: {}
  }),
  referrals: ({ unit, suffix }) => ({
    caseId: `r-${suffix}`,
    state: 'requested',
    targetFacilityId: `fac-${unit}`,
    targetUnit: 't9',
    grade: 'mild',
    carePlace: 'home'
  }),
  assignments: ({ suffix }) => ({
    referralId: `r-${suffix}`,
    vehicleId: `v-${suffix}`,
    tripId: `a-${suffix}`,
    open: true,
    state: 'reserved',
    targetUnit: 't9',
    vehicleUnit: 't9'
  }),
  allocations: ({ unit }) => ({ requesterFacilityId: `fac-${unit}`, state: 'submitted', lines: [] }),
  imports: () => ({ fileName: 'a.xlsx', kind: 'villages', status: 'applied', by: 'x', byName: 'X' })
};

/** Further kinds of a collection to which other rules apply. */
export const KINDS: Record<string, Record<string, unknown>[]> = {
  scenarios: [{ kind: 'travel', content: DEFAULT_TRAVEL_SCENARIO }]
};

/** A field every role that may update the collection at all may change. */
export const EDITS: Record<string, Record<string, unknown>> = {
  townships: { names: { local: 'Other' } },
  villages: { residents: 11 },
  facilities: { bedsFree: 1 },
  alliances: { names: { local: 'Other' } },
  vehicles: { minutesToReady: 4 },
  crews: { driver: 'z' },
  medicines: { dosesPerCourse: 3 },
  stock: { onOrderDoses: 5 },
  suppliers: { telephone: '120' },
  people_counts: { red: 2 },
  closures: { reason: 'landslide' },
  scenarios: { name: 'm' },
  rule_packs: { name: 'm' },
  zones: { names: { local: 'Other' } },
  posts: { person: 'z' },
  duty_shifts: { telephone: '120' },
  jobs: { source: 'z' },
  known_times: { note: 'z' },
  reports: { noChange: true },
  referrals: { reason: 'z' },
  assignments: { reason: 'z' },
  allocations: { reason: 'z' },
  imports: { fileName: 'b.xlsx' }
};

export function bodyOf(collection: string, place: Place): Record<string, unknown> {
  return {
    ...BODIES[collection](place),
    area: place.area,
    unit: place.unit,
    key: `${collection}-${place.suffix}`,
    origin: place.origin ?? 'pack',
    editedFields: []
  };
}
