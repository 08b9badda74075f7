import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyNetwork } from '../../../../tests/helpers/tiny-network';
import { IMPASSABLE } from '../network/network';
import { describeParts, prepareGround } from './ground';
import { buildMetric } from './metric';
import { findParts } from './parts';
import { DEFAULT_TRAVEL_SCENARIO } from './scenario';
import { indexEdges, nearestOnEdge } from './snap';
import { buildTopology } from './topology';

const graph = fc
  .record({
    points: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 12 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 16 })
  })
  .map(({ points, links }) =>
    tinyNetwork(
      points.map(([x, y], id) => ({ id, lon: 43 + x / 1e4, lat: -11 + y / 1e4 })),
      links.map(([a, b, oneway], id) => ({ id, nodes: [a % points.length, b % points.length], oneway }))
    )
  );

describe('findParts', () => {
  it('puts two nodes in one part exactly when each reaches the other', () => {
    fc.assert(
      fc.property(graph, (network) => {
        const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ordinary', 'dry');
        const { ofNode } = findParts(network, buildTopology(network), metric);
        const reach = Array.from({ length: network.nodeCount }, (_, i) =>
          Array.from({ length: network.nodeCount }, (_, j) => i === j)
        );
        for (let e = 0; e < network.edgeCount; e++) {
          if (metric.ms[2 * e] !== IMPASSABLE) reach[network.edgeFrom[e]][network.edgeTo[e]] = true;
          if (metric.ms[2 * e + 1] !== IMPASSABLE) reach[network.edgeTo[e]][network.edgeFrom[e]] = true;
        }
        reach.forEach((_, k) =>
          reach.forEach((row) => {
            if (row[k]) reach[k].forEach((yes, j) => (row[j] ||= yes));
          })
        );
        reach.forEach((row, i) => row.forEach((yes, j) => expect(ofNode[i] === ofNode[j]).toBe(yes && reach[j][i])));
      })
    );
  });

  it('describes each part with roads, reachable or not', () => {
    const network = tinyNetwork(
      [
        { id: 1, lon: 43, lat: -11 },
        { id: 2, lon: 43.02, lat: -11 },
        { id: 3, lon: 43, lat: -11.1 },
        { id: 4, lon: 43.001, lat: -11.1 }
      ],
      [
        { id: 1, nodes: [1, 2] },
        { id: 2, nodes: [3, 4] }
      ]
    );
    const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ordinary', 'dry');
    const ground = prepareGround({ network, metric, anchors: [], settings: DEFAULT_TRAVEL_SCENARIO });
    const parts = describeParts(ground).map(({ roadMm, reachable, bbox }) => ({ roadMm, reachable, bbox }));
    expect(parts).toEqual([
      { roadMm: network.edgeLengthMm[0], reachable: true, bbox: [43, -11, 43.02, -11] },
      { roadMm: network.edgeLengthMm[1], reachable: false, bbox: [43, -11.1, 43.001, -11.1] }
    ]);
  });
});

describe('indexEdges', () => {
  it('finds the point a look at every edge finds', () => {
    const place = fc.tuple(fc.integer({ min: -200, max: 300 }), fc.integer({ min: -200, max: 300 }));
    fc.assert(
      fc.property(graph, place, fc.constantFrom(50, 600, 2000), (network, [x, y], limit) => {
        const [lon, lat] = [43 + x / 1e4, -11 + y / 1e4];
        const all = Array.from({ length: network.edgeCount }, (_, edge) => nearestOnEdge(network, edge, lon, lat));
        const near = all.filter(({ metres }) => metres <= limit);
        const expected = near.length ? near.reduce((a, b) => (b.metres < a.metres ? b : a)) : null;
        expect(indexEdges(network).nearest(lon, lat, limit)).toEqual(expected);
      })
    );
  });
});
