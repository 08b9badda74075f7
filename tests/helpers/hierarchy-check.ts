import { expect } from 'vitest';
import { findField, findNearestField, findTimes } from '../../src/lib/core/hierarchy/field';
import { enterSnap, hangNode, leaveSnap } from '../../src/lib/core/hierarchy/hook';
import { LABEL, LANES } from '../../src/lib/core/hierarchy/kernel';
import { MARK, MARK_MM, MARK_MS, MARK_SITE } from '../../src/lib/core/hierarchy/marks';
import { findNearest } from '../../src/lib/core/hierarchy/nearest';
import { createLiveWeights, type LiveWeights } from '../../src/lib/core/hierarchy/live-weights';
import type { MakeKernel } from '../../src/lib/core/hierarchy/kernel';
import { buildHierarchy, type Hierarchy } from '../../src/lib/core/hierarchy/hierarchy';
import { NONE, type Weights } from '../../src/lib/core/hierarchy/weights';
import { IMPASSABLE, type Network } from '../../src/lib/core/network/network';
import { createSearch } from '../../src/lib/core/routing/dijkstra';
import { alongOneEdge, createFastSolver } from '../../src/lib/core/routing/fast-solver';
import type { Metric } from '../../src/lib/core/routing/metric';
import { createPlainSolver } from '../../src/lib/core/routing/plain-solver';
import { restrictMetric, type RestrictedMetric } from '../../src/lib/core/routing/restrictions';
import type { EdgeRestriction, Snap } from '../../src/lib/core/routing/routing';
import type { Solver } from '../../src/lib/core/routing/solver';
import { buildTopology } from '../../src/lib/core/routing/topology';
import type { EdgeId } from '../../src/lib/core/model/ids';
import type { Random } from '../../src/lib/core/sample/random';

export interface CheckSizes {
  /** One-to-all searches in each direction. */
  fields: number;
  /** Places on either side of a table. */
  places: number;
  closures: number;
}

/**
 * Holds every answer of the hierarchy against plain Dijkstra, to the ms and the mm: open, under closures and slowed roads
 * that come and go, and open again, when each byte must be as it was.
 */
export function checkHierarchy(
  network: Network,
  metric: Metric,
  random: Random,
  sizes: CheckSizes,
  makeKernel: MakeKernel
): void {
  const hierarchy = buildHierarchy(network, network.order as Uint32Array);
  const live = createLiveWeights(hierarchy, network, metric.ms, makeKernel);
  expect(live.extent.tooLong).toBe(false);
  const open = bytesOf(live.weights);
  checkAnswers(network, restrictMetric(metric, []), live, random, sizes);

  let closures: EdgeRestriction[] = [];
  for (let round = 0; round < 3; round++) {
    const fresh = Array.from({ length: sizes.closures }, () => ({
      edge: random.whole(0, network.edgeCount - 1) as EdgeId,
      speedPercent: random.pick([0, 0, 50, 1])
    }));
    closures = [...closures.filter(() => random.chance(0.5)), ...fresh];
    const restricted = restrictMetric(metric, closures);
    live.become(restricted.changed);
    expectEqualBytes(bytesOf(live.weights), bytesOf(customised(hierarchy, network, restricted, makeKernel)));
    checkAnswers(network, restricted, live, random, sizes);
    // One closure taken back alone, and put in force again.
    const without = restrictMetric(metric, closures.slice(1));
    live.become(without.changed);
    expectEqualBytes(bytesOf(live.weights), bytesOf(customised(hierarchy, network, without, makeKernel)));
    live.become(restricted.changed);
  }
  live.become(restrictMetric(metric, []).changed);
  expectEqualBytes(bytesOf(live.weights), open);
}

function customised(hierarchy: Hierarchy, network: Network, metric: RestrictedMetric, makeKernel: MakeKernel): Weights {
  return createLiveWeights(hierarchy, network, metric.whole().ms, makeKernel).weights;
}

function bytesOf(weights: Weights): Uint32Array[] {
  return Object.values(weights).map((list: Uint32Array) => list.slice());
}

/** Long lists: told by the first difference alone. */
function expectEqualBytes(found: Uint32Array[], wanted: Uint32Array[]): void {
  found.forEach((list, k) => {
    const at = list.findIndex((value, i) => value !== wanted[k][i]);
    expect(at < 0 ? null : { list: k, at, found: list[at], wanted: wanted[k][at] }).toBeNull();
    expect(list.length).toBe(wanted[k].length);
  });
}

function checkAnswers(
  network: Network,
  metric: RestrictedMetric,
  live: LiveWeights,
  random: Random,
  { fields, places }: CheckSizes
): void {
  const plain = createPlainSolver(network, buildTopology(network), metric);
  const fast = createFastSolver(network, metric, live, mustNotBeAsked);
  checkFields(network, metric, live, random, fields);
  const rows = Array.from({ length: places }, () => randomSnap(network, metric, random));
  const columns = Array.from({ length: random.whole(1, places) }, () => randomSnap(network, metric, random));
  expectEqualBytes(Object.values(fast.table(rows, columns)), Object.values(plain.table(rows, columns)));
  expectEqualBytes(Object.values(fast.table(columns, rows)), Object.values(plain.table(columns, rows)));
  for (const toSites of [true, false]) checkNearest(network, metric, live, plain, rows, columns, toSites);
  for (const start of rows.slice(0, 6))
    for (const end of columns.slice(0, 6)) checkPath(network, metric, fast, plain, start, end);
}

const mustNotBeAsked: Solver = {
  table: () => expect.fail('The hierarchy gave up.'),
  path: () => expect.fail('The hierarchy gave up.')
};

function checkNearest(
  network: Network,
  metric: RestrictedMetric,
  live: LiveWeights,
  plain: Solver,
  places: Snap[],
  sites: Snap[],
  toSites: boolean
): void {
  const { chains } = live.hierarchy;
  const [from, to] = toSites ? [places, sites] : [sites, places];
  const leaving = from.map((snap) => leaveSnap(chains, live.weights, snap));
  const entering = to.map((snap) => enterSnap(chains, live.weights, snap));
  const alongEdge = (i: number, j: number) => alongOneEdge(network, metric, from[i], to[j]);
  const found = toSites
    ? findNearest(live, leaving, entering, true, alongEdge)
    : findNearest(live, entering, leaving, false, alongEdge);
  const all = plain.table(from, to);
  places.forEach((_, place) => {
    let best = -1;
    for (let site = 0; site < sites.length; site++) {
      const [at, old] = [site, best].map((s) => (toSites ? place * sites.length + s : s * places.length + place));
      if (all.ms[at] === IMPASSABLE) continue;
      if (best < 0 || all.ms[at] < all.ms[old] || (all.ms[at] === all.ms[old] && all.mm[at] < all.mm[old])) best = site;
    }
    const at = toSites ? place * sites.length + best : best * places.length + place;
    const wanted = best < 0 ? [-1, IMPASSABLE, IMPASSABLE] : [best, all.ms[at], all.mm[at]];
    expect([found.site[place], found.ms[place], found.mm[place]]).toEqual(wanted);
  });
}

function checkFields(
  network: Network,
  metric: RestrictedMetric,
  live: LiveWeights,
  random: Random,
  count: number
): void {
  const { chains } = live.hierarchy;
  const search = createSearch(network, buildTopology(network), metric.whole());
  live.become(metric.changed);
  for (const forward of [true, false]) {
    const nodes = Array.from({ length: count }, () => random.whole(0, network.nodeCount - 1));
    const hooks = nodes.map((node) => hangNode(chains, live.weights, node, forward, 0, 0));
    const nearest = findNearestField(live, hooks, !forward).slice();
    const bestMs = new Uint32Array(network.nodeCount).fill(IMPASSABLE);
    const bestMm = new Uint32Array(network.nodeCount).fill(IMPASSABLE);
    const bestSite = new Int32Array(network.nodeCount).fill(-1);
    for (let first = 0; first < count; first += LANES) {
      const times = findTimes(live, hooks.slice(first, first + LANES), forward).slice();
      const labels = findField(live, hooks.slice(first, first + LANES), forward);
      nodes.slice(first, first + LANES).forEach((node, lane) => {
        search.run({ seeds: [{ node, ms: 0, mm: 0 }], backward: !forward });
        const ms = new Uint32Array(network.nodeCount);
        const mm = new Uint32Array(network.nodeCount);
        const timesMs = new Uint32Array(network.nodeCount);
        for (let each = 0; each < network.nodeCount; each++) {
          const at = chains.slot[each] * LABEL + lane;
          ms[each] = labels[at] === NONE ? IMPASSABLE : labels[at];
          const time = times[chains.slot[each] * LANES + lane];
          timesMs[each] = time === NONE ? IMPASSABLE : time;
          mm[each] = labels[at] === NONE ? IMPASSABLE : labels[at + LANES];
          const less =
            search.ms[each] < bestMs[each] || (search.ms[each] === bestMs[each] && search.mm[each] < bestMm[each]);
          if (!less) continue;
          bestMs[each] = search.ms[each];
          bestMm[each] = search.mm[each];
          bestSite[each] = first + lane;
        }
        expectEqualBytes([ms, mm, timesMs], [search.ms, search.mm, search.ms]);
      });
    }
    for (let each = 0; each < network.nodeCount; each++) {
      const at = chains.slot[each] * MARK;
      const ms = nearest[at + MARK_MS];
      const found = ms === NONE ? [-1, IMPASSABLE, IMPASSABLE] : [nearest[at + MARK_SITE], ms, nearest[at + MARK_MM]];
      const wanted = [bestSite[each], bestMs[each], bestMm[each]];
      if (found.some((value, i) => value !== wanted[i]))
        expect({ node: each, found }).toEqual({ node: each, found: wanted });
    }
  }
}

function checkPath(
  network: Network,
  metric: RestrictedMetric,
  fast: Solver,
  plain: Solver,
  start: Snap,
  end: Snap
): void {
  const found = fast.path(start, end);
  const wanted = plain.path(start, end);
  expect(found && [found.ms, found.mm]).toEqual(wanted && [wanted.ms, wanted.mm]);
  if (!found || found.direct) return;
  const [first, last] = [found.leavesByHead, found.entersByTail];
  let node = first ? network.edgeTo[start.edge] : network.edgeFrom[start.edge];
  let ms = start.walkMs + (first ? start.toHeadMs : start.toTailMs);
  let mm = first ? start.toHeadMm : start.toTailMm;
  for (const arc of found.arcs) {
    const [from, to] = arc & 1 ? [network.edgeTo, network.edgeFrom] : [network.edgeFrom, network.edgeTo];
    expect(from[arc >> 1]).toBe(node);
    node = to[arc >> 1];
    ms += metric.msOf(arc);
    mm += network.edgeLengthMm[arc >> 1];
  }
  expect(node).toBe(last ? network.edgeFrom[end.edge] : network.edgeTo[end.edge]);
  ms += end.walkMs + (last ? end.fromTailMs : end.fromHeadMs);
  mm += last ? end.toTailMm : end.toHeadMm;
  expect([ms, mm]).toEqual([found.ms, found.mm]);
}

/** A place anywhere on the roads, often exactly at a node, as the model of ARCHITECTURE.md joins it. */
export function randomSnap(network: Network, metric: RestrictedMetric, random: Random): Snap {
  const edge = random.whole(0, network.edgeCount - 1) as EdgeId;
  const fraction = random.pick([0, 1, 0.5, random.next(), random.next()]);
  const [there, back, length] = [metric.msOf(2 * edge), metric.msOf(2 * edge + 1), network.edgeLengthMm[edge]];
  const part = (whole: number, share: number) => (whole === IMPASSABLE ? IMPASSABLE : Math.floor(whole * share + 0.5));
  return {
    edge,
    fraction,
    lon: 0,
    lat: 0,
    walkMm: 0,
    walkMs: random.pick([0, 0, random.whole(0, 5)]),
    toHeadMs: fraction === 1 ? 0 : part(there, 1 - fraction),
    toTailMs: fraction === 0 ? 0 : part(back, fraction),
    fromTailMs: fraction === 0 ? 0 : part(there, fraction),
    fromHeadMs: fraction === 1 ? 0 : part(back, 1 - fraction),
    toHeadMm: part(length, 1 - fraction),
    toTailMm: part(length, fraction),
    part: 0
  };
}
