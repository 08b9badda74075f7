import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyNetwork } from '../../../../tests/helpers/tiny-network';
import { IMPASSABLE, type Network } from '../network/network';
import type { EdgeId } from '../model/ids';
import { buildMetric, type Metric } from './metric';
import { createRouter } from './router';
import { MATRIX_REASONS, type EdgeRestriction, type Place, type RouterSettings } from './routing';
import { DEFAULT_TRAVEL_SCENARIO } from './scenario';

const settings: RouterSettings = { walkKmh: 4, snapLimitMetres: 2000, reachableRoadMetres: 0 };

/** A random small town: nodes about 1 km square, streets of random kinds, some one-way. */
const town = fc
  .record({
    nodes: fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
      minLength: 2,
      maxLength: 9
    }),
    ways: fc.array(
      fc.record({
        walk: fc.array(fc.nat(), { minLength: 2, maxLength: 4 }),
        roadClass: fc.constantFrom('primary' as const, 'residential' as const, 'track' as const),
        oneway: fc.boolean(),
        gradePercent: fc.integer({ min: -12, max: 12 })
      }),
      { minLength: 1, maxLength: 7 }
    ),
    closed: fc.array(fc.record({ edge: fc.nat(), speedPercent: fc.constantFrom(0, 0, 50, 33) }), { maxLength: 3 }),
    places: fc.array(fc.tuple(fc.integer({ min: -100, max: 1000 }), fc.integer({ min: -100, max: 1000 })), {
      minLength: 1,
      maxLength: 5
    })
  })
  .map(({ nodes, ways, closed, places }) => {
    const network = tinyNetwork(
      nodes.map(([x, y], id) => ({ id, lon: 43 + x / 1e5, lat: -11 + y / 1e5 })),
      ways.map((way, id) => ({ ...way, id, nodes: way.walk.map((n) => n % nodes.length) }))
    );
    return {
      network,
      restrictions: closed.map(({ edge, speedPercent }) => ({
        edge: (edge % network.edgeCount) as EdgeId,
        speedPercent
      })),
      places: places.map(([x, y], i): Place => ({ id: `p${i}`, lon: 43 + x / 1e5, lat: -11 + y / 1e5 }))
    };
  });

describe('createRouter', () => {
  it('gives Bellman–Ford’s least (ms, mm) for every pair, both shapes of matrix, with closures', () => {
    fc.assert(
      fc.property(town, ({ network, restrictions, places }) => {
        const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'wet');
        const router = createRouter({ network, metric, anchors: [], settings, restrictions });
        const shut = restricted(metric, restrictions);
        const whole = router.matrix(places, places);
        places.forEach((from, i) => {
          const column = router.matrix(places, [from]);
          places.forEach((to, j) => {
            const expected = bellmanFord(network, shut, from, to, router);
            const cell = i * places.length + j;
            expect([whole.ms[cell], whole.mm[cell]]).toEqual(expected);
            const back = j * places.length + i;
            expect([column.ms[j], column.mm[j]]).toEqual([whole.ms[back], whole.mm[back]]);
            expect(column.reason[j]).toBe(whole.reason[back]);
            expect(whole.reason[cell] === 0).toBe(whole.ms[cell] !== IMPASSABLE);
          });
        });
      }),
      { numRuns: 400 }
    );
  });

  it('says cut-by-closure exactly where the open network has a way', () => {
    fc.assert(
      fc.property(town, ({ network, restrictions, places }) => {
        const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ordinary', 'dry');
        const open = createRouter({ network, metric, anchors: [], settings });
        const before = open.matrix(places, places);
        const after = open.withRestrictions(restrictions).matrix(places, places);
        after.reason.forEach((reason, cell) => {
          if (MATRIX_REASONS[reason] === 'cut-by-closure') expect(before.reason[cell]).toBe(0);
          else expect(reason).toBe(before.reason[cell]);
        });
        expect(open.matrix(places, places)).toEqual(before);
      }),
      { numRuns: 200 }
    );
  });

  it('routes add up to the matrix, legs join and the line runs from place to place', () => {
    fc.assert(
      fc.property(town, ({ network, restrictions, places }) => {
        const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
        const router = createRouter({ network, metric, anchors: [], settings, restrictions });
        const matrix = router.matrix(places, places);
        places.forEach((from, i) =>
          places.forEach((to, j) => {
            const cell = i * places.length + j;
            const { route, reason } = router.route(from, to);
            expect(reason).toBe(MATRIX_REASONS[matrix.reason[cell]]);
            if (!route) return;
            expect([route.ms, route.mm]).toEqual([matrix.ms[cell], matrix.mm[cell]]);
            const legs = route.legs.reduce((sum, leg) => sum + leg.ms, 0);
            expect(route.walkStartMs + legs + route.walkEndMs).toBe(route.ms);
            for (const leg of route.legs) expect(leg.startShare).toBeLessThan(leg.endShare);
            route.legs.slice(1).forEach((leg, k) => {
              expect(nodeAt(network, leg, 'start')).toBe(nodeAt(network, route.legs[k], 'end'));
            });
            expect(route.coordinates[0]).toEqual([from.lon, from.lat]);
            expect(route.coordinates[route.coordinates.length - 1]).toEqual([to.lon, to.lat]);
          })
        );
      }),
      { numRuns: 200 }
    );
  });

  it('throws rather than wrap a sum that 32 bits do not hold', () => {
    const network = tinyNetwork(
      [1, 2, 3].map((id) => ({ id, lon: 43 + id / 100, lat: -11 })),
      [
        { id: 1, nodes: [1, 2], roadClass: 'ferry', durationSeconds: 4_000_000 },
        { id: 2, nodes: [2, 3], roadClass: 'ferry', durationSeconds: 4_000_000 }
      ]
    );
    const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
    const router = createRouter({ network, metric, anchors: [], settings });
    const [west, middle, east] = [43.01, 43.02, 43.03].map((lon): Place => ({ id: `${lon}`, lon, lat: -11 }));
    expect(router.matrix([west], [middle]).ms[0]).toBe(4_000_000_000);
    expect(() => router.matrix([west], [east])).toThrow(RangeError);
  });

  it('names why a pair has no time', () => {
    const network = tinyNetwork(
      [
        { id: 1, lon: 43, lat: -11 },
        { id: 2, lon: 43.02, lat: -11 },
        { id: 3, lon: 43.04, lat: -11 },
        { id: 4, lon: 43, lat: -11.1 },
        { id: 5, lon: 43.005, lat: -11.1 }
      ],
      [
        { id: 10, nodes: [1, 2, 3] },
        { id: 11, nodes: [4, 5] }
      ]
    );
    const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
    const islet: Place = { id: 'clinic', lon: 43.002, lat: -11.1 };
    const places: Place[] = [
      { id: 'west', lon: 43.001, lat: -11.001 },
      { id: 'east', lon: 43.03, lat: -11 },
      islet,
      { id: 'sea', lon: 44, lat: -11 },
      { id: 'nowhere', lon: null, lat: null }
    ];
    const limits: RouterSettings = { ...settings, reachableRoadMetres: 1000 };
    const without = createRouter({ network, metric, anchors: [], settings: limits });
    expect(without.snap(islet)).toEqual({ snap: null, reason: 'too-far-from-road' });
    const router = createRouter({ network, metric, anchors: [islet], settings: limits });
    const reasons = (r: typeof router): (string | null)[] =>
      [...r.matrix([places[0]], places).reason].map((code) => MATRIX_REASONS[code]);
    expect(reasons(router)).toEqual([null, null, 'unconnected-part', 'too-far-from-road', 'no-position']);
    const cut = router.withRestrictions([{ edge: 1 as EdgeId, speedPercent: 0 }]);
    expect(reasons(cut)).toEqual([null, null, 'unconnected-part', 'too-far-from-road', 'no-position']);
    // The east place lost its own road and took the nearest open one of the same part, farther off.
    expect(cut.snap(places[1]).snap?.edge).toBe(0);
    const shut = router.withRestrictions([0, 1].map((edge) => ({ edge: edge as EdgeId, speedPercent: 0 })));
    expect(reasons(shut)[1]).toBe('cut-by-closure');
  });
});

function restricted(metric: Metric, restrictions: EdgeRestriction[]): Uint32Array {
  const ms = Uint32Array.from(metric.ms);
  for (let arc = 0; arc < ms.length; arc++) {
    const left = Math.min(100, ...restrictions.filter((r) => r.edge === arc >> 1).map((r) => r.speedPercent));
    if (ms[arc] === IMPASSABLE || left === 100) continue;
    ms[arc] = left === 0 ? IMPASSABLE : Math.floor((ms[arc] * 100) / left + 0.5);
  }
  return ms;
}

/** The place-to-place answer by brute force, on a graph with the two snap points as nodes of their own. */
function bellmanFord(
  network: Network,
  ms: Uint32Array,
  from: Place,
  to: Place,
  router: ReturnType<typeof createRouter>
): [number, number] {
  if (from.lon === to.lon && from.lat === to.lat) return [0, 0];
  const a = router.snap(from).snap;
  const b = router.snap(to).snap;
  if (!a || !b) return [IMPASSABLE, IMPASSABLE];
  const source = network.nodeCount;
  const sink = source + 1;
  const arcs: [number, number, number, number][] = [];
  for (let e = 0; e < network.edgeCount; e++) {
    const [u, v, mm] = [network.edgeFrom[e], network.edgeTo[e], network.edgeLengthMm[e]];
    if (ms[2 * e] !== IMPASSABLE) arcs.push([u, v, ms[2 * e], mm]);
    if (ms[2 * e + 1] !== IMPASSABLE) arcs.push([v, u, ms[2 * e + 1], mm]);
  }
  const half = (whole: number, part: number): number => Math.floor(whole * part + 0.5);
  const part = (whole: number, f: number): number => (f === 0 ? 0 : whole === IMPASSABLE ? Infinity : half(whole, f));
  const ends = (s: typeof a) => {
    const [e, f] = [s.edge, s.fraction];
    const [tail, head, mm] = [network.edgeFrom[e], network.edgeTo[e], network.edgeLengthMm[e]];
    return {
      out: [
        [head, part(ms[2 * e], 1 - f), half(mm, 1 - f)],
        [tail, part(ms[2 * e + 1], f), half(mm, f)]
      ],
      in: [
        [tail, part(ms[2 * e], f), half(mm, f)],
        [head, part(ms[2 * e + 1], 1 - f), half(mm, 1 - f)]
      ]
    };
  };
  for (const [node, t, mm] of ends(a).out) arcs.push([source, node, t, mm]);
  for (const [node, t, mm] of ends(b).in) arcs.push([node, sink, t, mm]);
  if (a.edge === b.edge) {
    const arc = b.fraction < a.fraction ? 2 * a.edge + 1 : 2 * a.edge;
    const f = Math.abs(b.fraction - a.fraction);
    arcs.push([source, sink, part(ms[arc], f), half(network.edgeLengthMm[a.edge], f)]);
  }
  const best = Array.from({ length: sink + 1 }, () => [Infinity, Infinity]);
  best[source] = [0, 0];
  for (let round = 0; round <= sink; round++) {
    for (const [u, v, t, mm] of arcs) {
      const [nextMs, nextMm] = [best[u][0] + t, best[u][1] + mm];
      if (nextMs < best[v][0] || (nextMs === best[v][0] && nextMm < best[v][1])) best[v] = [nextMs, nextMm];
    }
  }
  const [t, mm] = best[sink];
  return t === Infinity ? [IMPASSABLE, IMPASSABLE] : [t + a.walkMs + b.walkMs, mm];
}

function nodeAt(network: Network, leg: { edge: number; reverse: boolean }, end: 'start' | 'end'): number {
  return (end === 'end') === leg.reverse ? network.edgeFrom[leg.edge] : network.edgeTo[leg.edge];
}
