import { describe, expect, it } from 'vitest';
import { checkHierarchy, randomSnap } from '../../../../tests/helpers/hierarchy-check';
import { randomMetric, randomNetwork } from '../../../../tests/helpers/random-network';
import type { EdgeId } from '../model/ids';
import { IMPASSABLE, type Network } from '../network/network';
import { createFastSolver } from '../routing/fast-solver';
import type { Metric } from '../routing/metric';
import { createPlainSolver } from '../routing/plain-solver';
import { alongEdge } from '../routing/pair';
import { restrictMetric, type RestrictedMetric } from '../routing/restrictions';
import type { Snap } from '../routing/routing';
import { buildTopology } from '../routing/topology';
import { randomOf, type Random } from '../sample/random';
import { buildHierarchy } from './hierarchy';
import { createLiveWeights } from './live-weights';
import type { Kernel, MakeKernel } from './kernel';
import { createPlainKernel } from './plain-kernel';
import { createWasmKernel } from './wasm-kernel';

const GRAPHS = process.env.GREENLANE_LONG === '1' ? 1500 : 200;

const KERNELS: [string, MakeKernel][] = [
  ['WebAssembly', (hierarchy, network) => createWasmKernel(hierarchy, network) as Kernel],
  ['TypeScript', createPlainKernel]
];

describe.each(KERNELS)('hierarchy in %s', (_, makeKernel) => {
  it(`equals plain Dijkstra on ${GRAPHS} random networks, open, closed and open again`, () => {
    for (let seed = 0; seed < GRAPHS; seed++) {
      const random = randomOf(seed, 'hierarchy');
      const network = randomNetwork(random, random.pick([3, 12, 40, 120]));
      try {
        const sizes = { fields: random.whole(1, 9), places: random.whole(1, 12), closures: random.whole(1, 4) };
        checkHierarchy(network, randomMetric(network, random), random, sizes, makeKernel);
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });

  it('leaves to the plain search what it cannot hold, and never gives a wrong number', () => {
    const count = { held: 0, gaveUp: 0, overflow: 0 };
    for (let seed = 0; seed < 10 * GRAPHS; seed++) {
      const random = randomOf(seed, 'too long');
      const network = randomNetwork(random, 12);
      const metric = hugeMetric(network, random);
      const edge = random.whole(0, network.edgeCount - 1) as EdgeId;
      const restricted = restrictMetric(metric, [{ edge, speedPercent: random.pick([0, 100]) }]);
      const hierarchy = buildHierarchy(network, network.order as Uint32Array);
      const live = createLiveWeights(hierarchy, network, metric.ms, makeKernel);
      const plain = createPlainSolver(network, buildTopology(network), restricted);
      let asked = false;
      const table: typeof plain.table = (starts, ends) => {
        asked = true;
        return plain.table(starts, ends);
      };
      const fast = createFastSolver(network, restricted, live, { ...plain, table });
      const snaps = Array.from({ length: 5 }, () => randomSnap(network, restricted, random));
      const wanted = orOverflow(() => plain.table(snaps, snaps));
      const found = orOverflow(() => fast.table(snaps, snaps));
      count[asked ? 'gaveUp' : 'held']++;
      // The plain search stops at any sum that does not fit, also at one that no answer needs.
      if (wanted === 'overflow') count.overflow++;
      else expect({ seed, found }).toEqual({ seed, found: wanted });
      if (found !== 'overflow')
        expect({ seed, ms: [...found.ms], mm: [...found.mm] }).toEqual({
          seed,
          ...unboundedTable(network, restricted, snaps)
        });
    }
    for (const each of Object.values(count)) expect(each).toBeGreaterThan(GRAPHS / 10);
  });
});

/** Times and lengths about the limits of the hierarchy and of 32 bits. */
function hugeMetric(network: Network, random: Random): Metric {
  const most = random.pick([2 ** 10, 2 ** 28, 2 ** 29, 2 ** 32 - 4]);
  const longest = 2 ** random.pick([9, 20, 30, 31]);
  network.edgeLengthMm.forEach((_, edge) => (network.edgeLengthMm[edge] = random.whole(longest / 2, longest)));
  const arcMs = () => (random.chance(0.2) ? IMPASSABLE : random.whole(random.chance(0.7) ? most / 2 : 0, most));
  return { ms: Uint32Array.from({ length: 2 * network.edgeCount }, arcMs) };
}

/** Floyd and Warshall's times in doubles, which hold any sum here. */
function unboundedTable(network: Network, metric: RestrictedMetric, snaps: Snap[]) {
  const nodes = network.nodeCount;
  const ms = Array.from({ length: nodes }, (_, i) => Array.from({ length: nodes }, (_, j) => (i === j ? 0 : Infinity)));
  const mm = Array.from({ length: nodes }, (_, i) => Array.from({ length: nodes }, (_, j) => (i === j ? 0 : Infinity)));
  const offer = (i: number, j: number, newMs: number, newMm: number) => {
    if (newMs === Infinity || newMs > ms[i][j] || (newMs === ms[i][j] && newMm >= mm[i][j])) return;
    ms[i][j] = newMs;
    mm[i][j] = newMm;
  };
  const open = (time: number) => (time === IMPASSABLE ? Infinity : time);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const [a, b, length] = [network.edgeFrom[edge], network.edgeTo[edge], network.edgeLengthMm[edge]];
    offer(a, b, open(metric.msOf(2 * edge)), length);
    offer(b, a, open(metric.msOf(2 * edge + 1)), length);
  }
  for (let k = 0; k < nodes; k++)
    for (let i = 0; i < nodes; i++)
      for (let j = 0; j < nodes; j++) offer(i, j, ms[i][k] + ms[k][j], mm[i][k] + mm[k][j]);
  const cells = snaps.flatMap((from) =>
    snaps.map((to) => {
      const best = { ms: Infinity, mm: Infinity };
      const take = (newMs: number, newMm: number) => {
        if (newMs < best.ms || (newMs === best.ms && newMs < Infinity && newMm < best.mm))
          Object.assign(best, { ms: newMs, mm: newMm });
      };
      for (const [a, outMs, outMm] of [
        [network.edgeFrom[from.edge], from.toTailMs, from.toTailMm],
        [network.edgeTo[from.edge], from.toHeadMs, from.toHeadMm]
      ])
        for (const [b, inMs, inMm] of [
          [network.edgeFrom[to.edge], to.fromTailMs, to.toTailMm],
          [network.edgeTo[to.edge], to.fromHeadMs, to.toHeadMm]
        ])
          take(open(outMs) + ms[a][b] + open(inMs), outMm + mm[a][b] + inMm);
      const along = from.edge === to.edge ? alongEdge(metric, network, from, to) : null;
      if (along) take(along.ms, along.mm);
      return best.ms === Infinity ? best : { ms: best.ms + from.walkMs + to.walkMs, mm: best.mm };
    })
  );
  const bound = (value: number) => (value === Infinity ? IMPASSABLE : value >= IMPASSABLE ? NaN : value);
  return { ms: cells.map((each) => bound(each.ms)), mm: cells.map((each) => bound(each.mm)) };
}

function orOverflow<T>(work: () => T): T | 'overflow' {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return 'overflow';
    throw error;
  }
}
