import { describe, expect, it } from 'vitest';
import type { TownshipId, VehicleId, VillageId } from '../model/ids';
import type { Crew, Township, Vehicle, Village } from '../model/records';
import { IMPASSABLE } from '../network/network';
import { MATRIX_REASONS, type Place, type Router } from '../routing/routing';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { rankVehicles, type RankingInput } from './rank-vehicles';
import { assessReadiness } from './readiness';

const NOW = Date.parse('2026-01-10T12:00:00Z');
const MINUTE = 60_000;
const TOWN = 'town' as TownshipId;
const base = { unit: TOWN, origin: 'hand' as const, editedFields: [], version: 1 };

function vehicle(id: string, lon: number, change: Partial<Vehicle> = {}): Vehicle {
  return {
    ...base,
    id: id as VehicleId,
    callSign: id,
    kind: 'ambulance',
    vehicleClass: 'ambulance',
    townshipId: TOWN,
    baseName: 'Base',
    baseFacilityId: null,
    lon,
    lat: 0,
    status: 'available',
    outOfServiceReason: null,
    capabilities: ['oxygen'],
    seats: 2,
    severityLimit: 'critical',
    minutesToReady: 0,
    positionLon: null,
    positionLat: null,
    positionAt: null,
    ...change
  };
}

function crewOf({ id }: Vehicle, onDuty = true): Crew {
  return { ...base, id: `crew-${id}`, vehicleId: id, driver: 'Ali', attendant: '', telephone: '', onDuty };
}

/** A road along the equator: a minute for every hundredth of a degree east or west; nobody crosses 43.5. */
const line: Router = {
  matrix(from, to) {
    const cells = from.flatMap((a) => to.map((b) => minutesBetween(a, b)));
    return {
      rows: from.length,
      columns: to.length,
      ms: Uint32Array.from(cells, (minutes) => (minutes === null ? IMPASSABLE : minutes * MINUTE)),
      mm: Uint32Array.from(cells, (minutes) => (minutes === null ? IMPASSABLE : minutes * 1000)),
      reason: Uint8Array.from(cells, (minutes) => (minutes === null ? MATRIX_REASONS.indexOf('unconnected-part') : 0))
    };
  },
  snap: () => ({ snap: null, reason: 'too-far-from-road' }),
  route: () => ({ route: null, reason: 'too-far-from-road' })
};

function minutesBetween(a: Place, b: Place): number | null {
  const [from, to] = [a.lon as number, b.lon as number];
  return from > 43.5 === to > 43.5 ? Math.round(Math.abs(from - to) * 100) : null;
}

function rank(vehicles: Vehicle[], change: Partial<RankingInput> = {}, crews = vehicles.map((v) => crewOf(v))) {
  const villages = [43, 43.4].map((lon, i): Village => {
    const id = `v${i}` as VillageId;
    return {
      ...base,
      id,
      names: { local: id },
      code: null,
      townshipId: TOWN,
      lon,
      lat: 0,
      residents: 100 * (i + 1),
      residentsSource: '',
      residentsDate: null,
      residentsCompare: null,
      areaKm2: null,
      touristVillage: false
    };
  });
  return rankVehicles({
    situation: {
      vehicles: new Map(vehicles.map((each) => [each.id, each])),
      crews: new Map(crews.map((each) => [each.id, each])),
      villages: new Map(villages.map((each) => [each.id, each]))
    },
    rules: DEFAULT_RULE_PACK,
    place: { id: 'call', lon: 43.1, lat: 0 },
    hospital: null,
    grade: 'severe',
    needs: ['oxygen'],
    now: NOW,
    routerFor: () => line,
    ...change
  });
}

describe('rankVehicles', () => {
  it('orders by arrival: making ready and driving', () => {
    const { offered } = rank([
      vehicle('near-but-slow', 43.1, { minutesToReady: 8 }),
      vehicle('far', 43.15),
      vehicle('same-a', 43.13),
      vehicle('moved', 43.4, { positionLon: 43.11, positionLat: 0, positionAt: '2026-01-10T11:50:00Z' })
    ]);
    expect(offered.map(({ vehicleId, ms }) => [vehicleId, ms / MINUTE])).toEqual([
      ['moved', 1],
      ['same-a', 3],
      ['far', 5],
      ['near-but-slow', 8]
    ]);
    expect(offered[0].notes).toEqual([{ code: 'vehicle-position-age', params: { minutes: 10 } }]);
    expect(offered[3].notes.map(({ code }) => code)).toEqual(['vehicle-at-base', 'vehicle-slow-to-ready']);
  });

  it.each([
    [{ status: 'to-hospital' as const }, 'vehicle-busy-to-hospital'],
    [{ status: 'out-of-service' as const, outOfServiceReason: 'weather' as const }, 'vehicle-out-of-service-weather'],
    [{ capabilities: [] }, 'vehicle-lacks-oxygen'],
    [{ severityLimit: 'ordinary' as const }, 'vehicle-severity-limit'],
    [{ positionLon: 43, positionLat: 0, positionAt: '2026-01-10T11:44:00Z' }, 'vehicle-position-stale'],
    [{ positionLon: 43, positionLat: 0, positionAt: null }, 'vehicle-position-undated'],
    [{ positionLon: 43, positionLat: 0, positionAt: '2026-01-10T12:06:00Z' }, 'vehicle-position-undated'],
    [{ lon: 43.6 }, 'vehicle-no-way-unconnected-part'],
    [{ lon: 43.2, rangeKm: 0.0099 }, 'vehicle-range-short']
  ])('says why %j is not offered', (change, code) => {
    const { offered, notOffered } = rank([vehicle('it', 43.1, change)]);
    expect(offered).toEqual([]);
    expect(notOffered[0].reasons.map((reason) => reason.code)).toEqual([code]);
  });

  it('needs a driver on duty', () => {
    const it = vehicle('it', 43.1);
    expect(rank([it], {}, [crewOf(it, false)]).notOffered[0].reasons).toEqual([{ code: 'vehicle-no-crew' }]);
    expect(rank([it], {}, []).offered).toEqual([]);
  });

  it('gives every reason at once, and every vehicle a line', () => {
    const { notOffered } = rank([
      vehicle('it', 43.6, { status: 'returning', capabilities: [], severityLimit: 'mild' })
    ]);
    expect(notOffered).toEqual([
      {
        vehicleId: 'it',
        driveMs: null,
        reasons: [
          { code: 'vehicle-busy-returning' },
          { code: 'vehicle-lacks-oxygen' },
          { code: 'vehicle-severity-limit', params: { limit: 'mild', grade: 'severe' } },
          { code: 'vehicle-no-way-unconnected-part' }
        ]
      }
    ]);
  });

  it('counts the way on to the hospital: by range and by the end of the shift', () => {
    const hospital = { id: 'hospital', lon: 43.4, lat: 0 };
    const endsIn = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();
    // Ten minutes to the scene (a road of 10 m), thirty on, two to make ready.
    const it = vehicle('it', 43.2, { minutesToReady: 2 });
    const codes = (change: Partial<Vehicle>, shiftEndsAt: string | null, to: Place | null) => {
      const { offered, notOffered } = rank([{ ...it, ...change }], { hospital: to }, [{ ...crewOf(it), shiftEndsAt }]);
      return offered.length > 0 ? [] : notOffered[0].reasons.map(({ code }) => code);
    };
    expect(codes({ rangeKm: 0.04 }, endsIn(42), hospital)).toEqual([]);
    expect(codes({ rangeKm: 0.0399 }, null, hospital)).toEqual(['vehicle-range-short']);
    expect(codes({ rangeKm: 0.0399 }, null, null)).toEqual([]);
    expect(codes({}, endsIn(41), hospital)).toEqual(['vehicle-shift-ends']);
    expect(codes({}, endsIn(12), null)).toEqual([]);
    expect(codes({}, endsIn(11), null)).toEqual(['vehicle-shift-ends']);
    // What nobody knows is never in the way.
    expect(codes({ rangeKm: null }, null, hospital)).toEqual([]);
    const another = { ...crewOf(it), id: 'another', shiftEndsAt: null };
    const relieved = rank([it], {}, [{ ...crewOf(it), shiftEndsAt: endsIn(-60) }, another]);
    expect(relieved.offered).toHaveLength(1);
  });

  it('counts what only this vehicle covers within the standard, making ready included', () => {
    const lost = (vehicles: Vehicle[]) =>
      Object.fromEntries(rank(vehicles).offered.map(({ vehicleId, coverLost }) => [vehicleId, coverLost]));
    expect(lost([vehicle('west', 43.1), vehicle('east', 43.3)])).toEqual({
      west: { villages: 0, persons: 0 },
      east: { villages: 0, persons: 0 }
    });
    expect(lost([vehicle('west', 43), vehicle('east', 43.3, { minutesToReady: 1 })])).toEqual({
      west: { villages: 1, persons: 100 },
      east: { villages: 1, persons: 200 }
    });
  });
});

describe('assessReadiness', () => {
  it('counts available, crewed vehicles that leave within the setting, per township', () => {
    const vehicles = [
      vehicle('b', 43),
      vehicle('a', 43, { minutesToReady: 3 }),
      vehicle('slow', 43, { minutesToReady: 4 }),
      vehicle('busy', 43, { status: 'returning' }),
      vehicle('alone', 43),
      vehicle('elsewhere', 43, { townshipId: 'other' as TownshipId })
    ];
    const township = (id: string): Township => ({
      ...base,
      id: id as TownshipId,
      names: { local: id },
      code: null,
      seatFacilityId: null,
      derived: false
    });
    const readiness = assessReadiness(
      {
        townships: new Map([TOWN, 'other', 'bare'].map((id) => [id, township(id)])),
        vehicles: new Map(vehicles.map((each) => [each.id, each])),
        crews: new Map(vehicles.map((each) => [each.id, crewOf(each, each.id !== 'alone')]))
      },
      DEFAULT_RULE_PACK,
      NOW
    );
    expect(readiness).toEqual([
      { townshipId: TOWN, ready: 2, required: 1, vehicleIds: ['a', 'b'] },
      { townshipId: 'other', ready: 1, required: 1, vehicleIds: ['elsewhere'] },
      { townshipId: 'bare', ready: 0, required: 1, vehicleIds: [] }
    ]);
  });
});
