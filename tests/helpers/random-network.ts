import { orderNetwork } from '../../src/lib/core/hierarchy/order-network';
import { IMPASSABLE, type Network } from '../../src/lib/core/network/network';
import type { Metric } from '../../src/lib/core/routing/metric';
import type { Random } from '../../src/lib/core/sample/random';
import { tinyNetwork } from './tiny-network';

/**
 * Roads of every awkward shape, not of any plane: passages, dead ends, loops, parallel roads, rings and parts that never
 * meet. Lengths are a few millimetres, so that ways tie.
 */
export function randomNetwork(random: Random, most: number): Network {
  const nodes = random.whole(1, most);
  const pairs: [number, number][] = [];
  const join = (a: number, b: number) => pairs.push(random.chance(0.5) ? [a, b] : [b, a]);
  for (let node = 1; node < nodes; node++) {
    if (random.chance(0.04)) continue;
    // Mostly the node before: long passages.
    join(node, random.chance(0.6) ? node - 1 : random.whole(0, node - 1));
  }
  const extra = random.whole(0, Math.ceil(nodes * random.pick([0.05, 0.3, 1])));
  for (let i = 0; i < extra; i++) join(random.whole(0, nodes - 1), random.whole(0, nodes - 1));
  if (pairs.length === 0) pairs.push([0, 0]);
  const network = tinyNetwork(
    Array.from({ length: nodes }, (_, id) => ({ id, lon: random.between(43, 44), lat: random.between(-12, -11) })),
    []
  );
  const edges = random.shuffle(pairs);
  const scale = random.pick([1, 3, 1000]);
  Object.assign(network, {
    edgeCount: edges.length,
    wayCount: 1,
    edgeFrom: Uint32Array.from(edges, ([from]) => from),
    edgeTo: Uint32Array.from(edges, ([, to]) => to),
    edgeWay: new Uint32Array(edges.length),
    edgeLengthMm: Uint32Array.from(edges, () => random.whole(0, scale)),
    edgeGrade: new Int16Array(edges.length),
    wayOsmId: Float64Array.of(1),
    wayClass: Uint8Array.of(4),
    waySurface: Uint8Array.of(1),
    wayFlags: Uint32Array.of(255),
    wayMaxspeedForward: new Uint8Array(1),
    wayMaxspeedBackward: new Uint8Array(1),
    wayDuration: new Uint32Array(1),
    wayLengthMm: Float64Array.of(1),
    wayName: new Uint32Array(1),
    wayRef: new Uint32Array(1)
  });
  network.order = orderNetwork(network);
  return network;
}

/** Times that tie often, with some arcs barred in one direction or both. */
export function randomMetric(network: Network, random: Random): Metric {
  const barred = random.pick([0, 0.1, 0.4]);
  const scale = random.pick([1, 4, 1000]);
  const ms = Uint32Array.from({ length: 2 * network.edgeCount }, () =>
    random.chance(barred) ? IMPASSABLE : random.whole(0, scale)
  );
  return { ms };
}
