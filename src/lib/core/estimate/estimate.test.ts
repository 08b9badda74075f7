import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FacilityId, TownshipId, VillageId } from '../model/ids';
import type { KnownTime, Township, Village } from '../model/records';
import { createEstimatedRouter } from './create-estimated-router';
import { bandSpread, estimateBand, LAW_BAND } from './estimate-band';
import { createKriging, priorVariance, RESIDUAL_MODEL, type KrigingDatum } from './krige';
import type { EstimateFacts } from './known-residuals';
import { lawMinutes, straightKm } from './power-law';
import { seatPlace, seatPlaceId, townshipOfSeat } from './seat-place';

describe('the law', () => {
  it('is 6.9 × km^0.775 with a floor of 150 m', () => {
    expect(lawMinutes(1)).toBe(6.9);
    expect(lawMinutes(10)).toBeCloseTo(6.9 * Math.exp(0.775 * Math.log(10)), 12);
    expect(lawMinutes(0)).toBe(lawMinutes(0.15));
  });
  it('a degree of latitude is 111.195 km', () => {
    expect(straightKm({ lon: 108, lat: 28 }, { lon: 108, lat: 29 })).toBeCloseTo(111.195, 3);
  });
});

/** Solves by Gauss-Jordan with pivoting: independent of the factor used. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  rows.forEach((_, i) => {
    const pivot = rows
      .slice(i)
      .reduce((best, row, k) => (Math.abs(row[i]) > Math.abs(rows[best][i]) ? i + k : best), i);
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    const unit = rows[i].map((cell) => cell / rows[i][i]);
    rows[i] = unit;
    for (const [k, row] of rows.entries()) if (k !== i) rows[k] = row.map((cell, j) => cell - row[i] * unit[j]);
  });
  return rows.map((row) => row[right.length]);
}

const place = fc.record({
  lon: fc.double({ min: 108, max: 109, noNaN: true }),
  lat: fc.double({ min: 28, max: 29, noNaN: true })
});
const datum: fc.Arbitrary<KrigingDatum> = fc
  .tuple(place, fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 1, max: 3 }))
  .map(([at, value, count]) => ({ ...at, value, count }));

describe('kriging', () => {
  it('equals the direct solution of the normal equations', () => {
    const { drift, sill, nugget, rangeKm } = RESIDUAL_MODEL;
    const between = (a: { lon: number; lat: number }, b: { lon: number; lat: number }) =>
      drift + sill * Math.exp(-straightKm(a, b) / rangeKm);
    fc.assert(
      fc.property(fc.array(datum, { minLength: 1, maxLength: 12 }), place, (data, at) => {
        const matrix = data.map((a, i) => data.map((b, j) => between(a, b) + (i === j ? nugget / a.count : 0)));
        const right = data.map((each) => between(at, each));
        const weights = solve(matrix, right);
        const { value, variance } = createKriging(data)(at);
        const dot = (a: number[], b: number[]) => a.reduce((sum, each, i) => sum + each * b[i], 0);
        expect(value).toBeCloseTo(
          dot(
            weights,
            data.map((each) => each.value)
          ),
          8
        );
        expect(variance).toBeCloseTo(Math.max(nugget, priorVariance() - dot(weights, right)), 8);
      })
    );
  });

  it('knows nothing without data, and never less with one datum more', () => {
    expect(createKriging([])({ lon: 1, lat: 1 })).toEqual({ value: 0, variance: priorVariance() });
    fc.assert(
      fc.property(fc.array(datum, { maxLength: 8 }), datum, place, (data, more, at) => {
        const before = createKriging(data)(at).variance;
        expect(createKriging([...data, more])(at).variance).toBeLessThanOrEqual(before + 1e-9);
        expect(before).toBeGreaterThanOrEqual(RESIDUAL_MODEL.nugget);
      })
    );
  });

  it('goes through the data when there is no nugget', () => {
    const data = [
      { lon: 108, lat: 28, value: 0.5, count: 1 },
      { lon: 108.1, lat: 28, value: -0.3, count: 1 }
    ];
    const krige = createKriging(data, { ...RESIDUAL_MODEL, nugget: 0 });
    for (const each of data) expect(krige(each).value).toBeCloseTo(each.value, 10);
  });
});

describe('bands', () => {
  it('are the law’s own where nothing is known, and nothing for a measured time', () => {
    expect(bandSpread(priorVariance())).toBe(1);
    expect(estimateBand(1_000_000, 1)).toEqual({ q10: 570_000, q25: 750_000, q75: 1_440_000, q90: 2_060_000 });
    expect(new Set(Object.values(estimateBand(1234, 0)))).toEqual(new Set([1234]));
  });
  it('stand in order about the time and narrow with the variance', () => {
    const variance = fc.double({ min: RESIDUAL_MODEL.nugget, max: priorVariance(), noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 10_000_000 }), variance, variance, (ms, a, b) => {
        const [narrow, wide] = [Math.min(a, b), Math.max(a, b)].map((each) => estimateBand(ms, bandSpread(each)));
        expect(narrow.q10).toBeLessThanOrEqual(narrow.q25);
        expect(narrow.q25).toBeLessThanOrEqual(ms);
        expect(narrow.q75).toBeGreaterThanOrEqual(ms);
        expect(narrow.q90).toBeGreaterThanOrEqual(narrow.q75);
        expect(wide.q75 - wide.q25).toBeGreaterThanOrEqual(narrow.q75 - narrow.q25);
      })
    );
  });
  it('the model’s whole variance is that of the law’s band', () => {
    const width = (Math.log(LAW_BAND.q90) - Math.log(LAW_BAND.q10)) / (2 * 1.2816);
    expect(width ** 2).toBeCloseTo(priorVariance(), 2);
  });
});

const base = { unit: 'county' as const, origin: 'hand' as const, editedFields: [], version: 1 };
const township = {
  ...base,
  id: 't1' as TownshipId,
  names: { local: '板溪镇' },
  code: null,
  seatFacilityId: null,
  derived: false,
  seat: { lon: 108.8, lat: 28.7, elevationMetres: 732, persons: null, source: 'GeoNames', date: null }
} satisfies Township;
const village = (id: string, lon: number | null, lat: number | null) =>
  ({ ...base, id: id as VillageId, lon, lat, townshipId: 't1' as TownshipId }) as unknown as Village;
const known = (villageId: string, minutes: number, more: Partial<KnownTime> = {}): KnownTime => ({
  ...base,
  id: `k-${villageId}-${minutes}`,
  villageId: villageId as VillageId,
  facilityId: seatPlaceId(township.id),
  vehicle: 'ambulance',
  season: 'dry',
  minutes,
  measuredOn: '2026-11-01',
  note: '',
  ...more
});
const facts = (times: KnownTime[]): EstimateFacts => ({
  villages: new Map(
    [village('a', 108.85, 28.75), village('b', 108.86, 28.75), village('c', null, null)].map((v) => [v.id, v])
  ),
  townships: new Map([[township.id, township]]),
  facilities: new Map(),
  knownTimes: new Map(times.map((each) => [each.id, each]))
});
const seat = seatPlace(township)!;
function minutesTo(
  times: KnownTime[],
  vehicle: 'ambulance' | 'ordinary' | 'walking' = 'ambulance',
  season: 'dry' | 'wet' = 'dry'
) {
  const input = facts(times);
  const matrix = createEstimatedRouter({ facts: input, vehicle, season }).matrix([...input.villages.values()], [seat]);
  return { ...matrix, spread: matrix.spread! };
}

describe('the estimated router', () => {
  it('is the law over the straight line where nothing is known', () => {
    const { ms, mm, spread, reason } = minutesTo([]);
    expect(ms[0]).toBe(Math.floor(lawMinutes(mm[0] / 1e6) * 60_000 + 0.5));
    expect([...spread.slice(0, 2)]).toEqual([1, 1]);
    expect([...reason]).toEqual([0, 0, 1]);
  });
  it('gives a measured pair its time, moves and narrows its neighbour', () => {
    const { ms, spread } = minutesTo([known('a', 60)]);
    const plain = minutesTo([]);
    expect([ms[0], spread[0]]).toEqual([3_600_000, 0]);
    expect(ms[1]).toBeGreaterThan(plain.ms[1] * 1.5);
    expect(spread[1]).toBeLessThan(0.8);
  });
  it('takes the latest of several and asks of the same season', () => {
    const times = [known('a', 60), known('a', 40, { measuredOn: '2026-11-05' })];
    expect(minutesTo(times).ms[0]).toBe(2_400_000);
    expect(minutesTo(times, 'ambulance', 'wet').ms[0]).toBe(minutesTo([]).ms[0]);
  });
  it('a time by another car is a residual, not a measured time; walkers need roads', () => {
    const { ms, spread } = minutesTo([known('a', 60)], 'ordinary');
    expect(spread[0]).toBeGreaterThan(0);
    expect(ms[0]).toBeGreaterThan(minutesTo([]).ms[0]);
    expect([...minutesTo([known('a', 60)], 'walking').reason]).toEqual([6, 6, 1]);
  });
  it('an unplaced village has the time that was measured of it, and says nothing of others', () => {
    const { ms, reason } = minutesTo([known('c', 33)]);
    expect([ms[2], reason[2]]).toEqual([1_980_000, 0]);
    expect(ms[0]).toBe(minutesTo([]).ms[0]);
  });
  it('answers ways and snapping with the need of roads', () => {
    const router = createEstimatedRouter({ facts: facts([]), vehicle: 'ambulance', season: 'dry' });
    const at = { id: 'a', lon: 108.85, lat: 28.75 };
    expect(router.route(at, seat)).toEqual({ route: null, reason: 'needs-roads' });
    expect(router.snap(at)).toEqual({ snap: null, reason: 'needs-roads' });
    expect(townshipOfSeat(seat.id)).toBe('t1');
    expect(townshipOfSeat('hospital' as FacilityId)).toBeNull();
  });
});
