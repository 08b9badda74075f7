import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyNetwork, type TinyWay } from '../../../../tests/helpers/tiny-network';
import { IMPASSABLE, WayFlag, type BarrierKind } from '../network/network';
import { buildMetric, explainSpeed, gradeLimitKmh, toblerKmh } from './metric';
import { DEFAULT_TRAVEL_SCENARIO, parseTravelScenario, ScenarioError } from './scenario';

const LIMITS = DEFAULT_TRAVEL_SCENARIO.gradeLimits;

/** One segment of just over a kilometre, north to south. */
function road(way: Partial<TinyWay>, barrier?: BarrierKind) {
  return tinyNetwork(
    [
      { id: 1, lon: 43, lat: -11, barrier },
      { id: 2, lon: 43, lat: -11.01 }
    ],
    [{ id: 7, nodes: [1, 2], ...way }]
  );
}

function speed(way: Partial<TinyWay>, arc: Partial<Parameters<typeof explainSpeed>[2]> = {}) {
  const request = { edge: 0, reverse: false, vehicle: 'ambulance' as const, season: 'dry' as const, ...arc };
  return explainSpeed(road(way), DEFAULT_TRAVEL_SCENARIO, request);
}

describe('buildMetric', () => {
  it('takes table × surface and rounds half-up', () => {
    const network = road({ roadClass: 'secondary', surface: 'earth' });
    const mm = network.edgeLengthMm[0];
    const { ms } = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
    expect([...ms]).toEqual([Math.round(mm / ((40 * 0.7) / 3.6)), Math.round(mm / ((40 * 0.7) / 3.6))]);
  });

  it('bounds by the sign, then by the grade, whichever is lower', () => {
    expect(speed({ maxspeed: 30 })).toMatchObject({ kmh: 30, tableKmh: 50, maxspeed: 30, gradeLimit: null });
    expect(speed({ maxspeed: 30, gradePercent: 9 })).toMatchObject({ kmh: 20, maxspeed: 30, gradeLimit: 20 });
    expect(speed({ gradePercent: -9 })).toMatchObject({ kmh: 20, maxspeed: null });
    expect(speed({ maxspeed: 3, roadClass: 'path' }, { vehicle: 'walking' })).toMatchObject({ maxspeed: null });
  });

  it('reads the highway standard backwards, linear between its pairs', () => {
    const pairs = [3, 4, 5, 6, 7, 8, 9, 10.5, 12, 13.8, 30].map((grade) => gradeLimitKmh(LIMITS, grade));
    expect(pairs).toEqual([120, 100, 80, 60, 40, 30, 20, 17.5, 15, 12, 12]);
    expect(gradeLimitKmh(LIMITS, 2.9)).toBeNull();
    expect(gradeLimitKmh(LIMITS, 3.5)).toBe(110);
    expect(gradeLimitKmh(LIMITS, -6.5)).toBe(50);
  });

  it('the steeper, the slower', () => {
    const grade = fc.double({ min: 3, max: 40, noNaN: true });
    fc.assert(
      fc.property(grade, grade, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(gradeLimitKmh(LIMITS, high)).toBeLessThanOrEqual(gradeLimitKmh(LIMITS, low) as number);
      })
    );
  });

  it('walks by Tobler: table speed on the flat, fastest down 5 %, by direction', () => {
    expect(toblerKmh(4, 0)).toBe(4);
    expect(toblerKmh(4, -0.05)).toBeCloseTo(4 * Math.exp(0.175), 12);
    expect(toblerKmh(4, 0.1)).toBeCloseTo(4 * Math.exp(-0.35), 12);
    const down = speed({ gradePercent: -5 }, { vehicle: 'walking' });
    const up = speed({ gradePercent: -5 }, { vehicle: 'walking', reverse: true });
    expect(down?.kmh).toBeCloseTo(4.765, 3);
    expect(up?.kmh).toBeCloseTo(3.358, 3);
    expect(speed({ gradePercent: 200 }, { vehicle: 'walking' })?.kmh).toBe(0.5);
  });

  it('bars by flag, barrier and table, and lets emergency vehicles through', () => {
    const arcs = (network: ReturnType<typeof road>, vehicle: 'ambulance' | 'ordinary' | 'motorcycle' | 'walking') =>
      [...buildMetric(network, DEFAULT_TRAVEL_SCENARIO, vehicle, 'dry').ms].map((ms) => ms !== IMPASSABLE);
    expect(arcs(road({ oneway: true }), 'ordinary')).toEqual([true, false]);
    expect(arcs(road({ oneway: true }), 'walking')).toEqual([true, true]);
    const emergency = road({ flags: WayFlag.emergencyForward | WayFlag.emergencyBackward });
    expect(arcs(emergency, 'ambulance')).toEqual([true, true]);
    expect(arcs(emergency, 'ordinary')).toEqual([false, false]);
    expect(arcs(road({}, 'bollard'), 'ambulance')).toEqual([false, false]);
    expect(arcs(road({}, 'bollard'), 'motorcycle')).toEqual([true, true]);
    expect(arcs(road({}, 'gate'), 'ordinary')).toEqual([true, true]);
    expect(arcs(road({ roadClass: 'steps' }), 'motorcycle')).toEqual([false, false]);
  });

  it('shares a ferry’s stated duration by length, else sails at the class speed', () => {
    const network = tinyNetwork(
      [
        { id: 1, lon: 43, lat: -11 },
        { id: 2, lon: 43, lat: -11.01 },
        { id: 3, lon: 43, lat: -11.04 }
      ],
      [{ id: 7, nodes: [1, 2, 3], roadClass: 'ferry', durationSeconds: 3600, gradePercent: 20, surface: 'soft' }]
    );
    const { ms } = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
    expect(ms[0] + ms[2]).toBe(3_600_000);
    expect(ms[0]).toBe(900_000);
    expect(speed({ roadClass: 'ferry', surface: 'soft', gradePercent: 20 })?.kmh).toBe(15);
  });
});

describe('parseTravelScenario', () => {
  it('takes its own default back from JSON', () => {
    expect(parseTravelScenario(JSON.parse(JSON.stringify(DEFAULT_TRAVEL_SCENARIO)))).toEqual(DEFAULT_TRAVEL_SCENARIO);
  });

  it.each([
    ['kmh.ambulance.wet.primary', -1],
    ['kmh.walking.dry.path', '4'],
    ['surfaceFactor.motorcycle.snow.earth', undefined],
    ['gradeLimits.2.gradePercent', 3.5],
    ['obeysMaxspeed.ordinary', 1],
    ['shutBarriers.walking.0', 'none'],
    ['walkKmh', 0],
    ['snapLimitMetres', null],
    ['reachableRoadMetres', Infinity],
    ['format', 2]
  ])('names the field: %s', (field, value) => {
    const table = structuredClone(DEFAULT_TRAVEL_SCENARIO) as unknown as Record<string, unknown>;
    const path = field.split('.');
    const last = path.pop() as string;
    const owner = path.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, table);
    owner[last] = value;
    const parse = (): unknown => parseTravelScenario(table);
    expect(parse).toThrow(ScenarioError);
    expect(parse).toThrow(field);
  });

  it('refuses a road class it does not know', () => {
    const table = structuredClone(DEFAULT_TRAVEL_SCENARIO);
    Object.assign(table.kmh.ambulance.dry, { highway: 30 });
    expect(() => parseTravelScenario(table)).toThrow('kmh.ambulance.dry.highway');
  });
});
