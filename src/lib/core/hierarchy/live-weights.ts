import { IMPASSABLE, type Network } from '../network/network';
import { arcBetween, chainAt, NO_ARC, type Hierarchy } from './hierarchy';
import { arcQueue } from './arc-queue';
import type { Kernel, MakeKernel } from './kernel';
import { layMetric, NONE, NONE_MM, offerChain, offerTriangle, weightOf, type Extent, type Weights } from './weights';

/**
 * The weights of one open metric under the closures and slowed roads asked for last. What differs is customised in part:
 * only arcs whose weight rests on a changed one are counted again, each from what lies below it. A weight depends on the
 * milliseconds of the roads alone, so taking a closure back restores every byte.
 */
export interface LiveWeights {
  hierarchy: Hierarchy;
  kernel: Kernel;
  weights: Weights;
  extent: Extent;
  /** Up to this many ms the mm of a way are sure to be within what the hierarchy holds. */
  safeMs: number;
  /** Puts these milliseconds in place of the open ones, by arc of the network; all other arcs are open. */
  become(changed: ReadonlyMap<number, number>): void;
}

const NOTHING: ReadonlyMap<number, number> = new Map();

export function createLiveWeights(
  hierarchy: Hierarchy,
  network: Network,
  openMs: Uint32Array,
  makeKernel: MakeKernel
): LiveWeights {
  const { chains } = hierarchy;
  const kernel = makeKernel(hierarchy, network);
  const { weights } = kernel;
  const extent: Extent = { tooLong: false, longest: 0 };
  const queue = arcQueue(hierarchy.head.length);
  let now = NOTHING;
  layMetric(hierarchy, weights, openMs, extent);
  kernel.customise(extent);

  function become(changed: ReadonlyMap<number, number>): void {
    if (changed === now) return;
    const touched = new Set<number>();
    for (const arc of now.keys()) if (!changed.has(arc)) lay(arc, openMs[arc], touched);
    for (const [arc, ms] of changed) if (now.get(arc) !== ms) lay(arc, ms, touched);
    now = changed;
    if (extent.tooLong) {
      // What was cut off then stands in no weight that could be trusted now.
      extent.tooLong = false;
      extent.longest = 0;
      layMetric(hierarchy, weights, openMs, extent);
      for (const [arc, ms] of changed) lay(arc, ms, touched);
      kernel.customise(extent);
      return;
    }
    for (const chain of touched) {
      const arc = arcBetween(hierarchy, chains.tail[chain], chains.head[chain]);
      if (arc === NO_ARC) offerChain(hierarchy, weights, extent, chain, arc);
      else queue.add(arc);
    }
    update(hierarchy, weights, extent, queue);
  }

  function lay(arc: number, ms: number, touched: Set<number>): void {
    const place = chains.place[arc >> 1];
    const list = chains.arc[place] === arc ? weights.aheadMs : weights.backMs;
    const weight = weightOf(ms, extent);
    if (list[place] === weight) return;
    list[place] = weight;
    touched.add(chainAt(chains, place));
  }

  return { hierarchy, kernel, weights, extent, safeMs: findSafeMs(network, openMs), become };
}

type ArcQueue = ReturnType<typeof arcQueue>;

/** Counts the arcs of the queue again, lowest first, and what rests on those that changed. */
function update(hierarchy: Hierarchy, weights: Weights, extent: Extent, queue: ArcQueue): void {
  const { start, head, tail } = hierarchy;
  const { toMs, toMm, fromMs, fromMm } = weights;
  for (let arc = queue.take(); arc >= 0; arc = queue.take()) {
    const oldToMs = toMs[arc];
    const oldToMm = toMm[arc];
    const oldFromMs = fromMs[arc];
    const oldFromMm = fromMm[arc];
    recount(hierarchy, weights, extent, arc);
    const toChanged = toMs[arc] !== oldToMs || toMm[arc] !== oldToMm;
    const fromChanged = fromMs[arc] !== oldFromMs || fromMm[arc] !== oldFromMm;
    if (!toChanged && !fromChanged) continue;
    const node = tail[arc];
    for (let other = start[node]; other < start[node + 1]; other++) {
      if (other === arc) continue;
      const upper = arcBetween(hierarchy, head[arc], head[other]);
      // `arc` leads to one end of `upper` and `other` to the other end; either may be its tail.
      const [upMs, upMm, downMs, downMm] =
        head[arc] > head[other] ? [toMs, toMm, fromMs, fromMm] : [fromMs, fromMm, toMs, toMm];
      if (
        (fromChanged && rests(upMs[upper], upMm[upper], oldFromMs, oldFromMm, toMs[other], toMm[other])) ||
        (fromChanged && betters(upMs[upper], upMm[upper], fromMs[arc], fromMm[arc], toMs[other], toMm[other])) ||
        (toChanged && rests(downMs[upper], downMm[upper], oldToMs, oldToMm, fromMs[other], fromMm[other])) ||
        (toChanged && betters(downMs[upper], downMm[upper], toMs[arc], toMm[arc], fromMs[other], fromMm[other]))
      )
        queue.add(upper);
    }
  }
}

/** Whether a weight is the sum of two parts, so that it may have lost its ground. */
function rests(ms: number, mm: number, aMs: number, aMm: number, bMs: number, bMm: number): boolean {
  return aMs !== NONE && bMs !== NONE && ms === aMs + bMs && mm === aMm + bMm;
}

/** Whether two parts make less than a weight; true as well where they make more than can be held. */
function betters(ms: number, mm: number, aMs: number, aMm: number, bMs: number, bMm: number): boolean {
  if (aMs === NONE || bMs === NONE) return false;
  return aMs + bMs < ms || ms === NONE || (aMs + bMs === ms && aMm + bMm < mm);
}

function recount(hierarchy: Hierarchy, weights: Weights, extent: Extent, arc: number): void {
  const { chains, chainStart, start, head, tail, lowerStart, lowerArc } = hierarchy;
  const low = tail[arc];
  const high = head[arc];
  weights.toMs[arc] = weights.fromMs[arc] = NONE;
  weights.toMm[arc] = weights.fromMm[arc] = NONE_MM;
  for (let chain = chainStart[low]; chain < chainStart[low + 1]; chain++)
    if (chains.head[chain] === high) offerChain(hierarchy, weights, extent, chain, arc);
  for (let i = lowerStart[low]; i < lowerStart[low + 1]; i++) {
    const toLow = lowerArc[i];
    // Arcs of one node ascend by head, and `high` is above `low`.
    for (let toHigh = toLow - 1; toHigh >= start[tail[toLow]] && head[toHigh] >= high; toHigh--) {
      if (head[toHigh] === high) offerTriangle(weights, extent, arc, toLow, toHigh);
    }
  }
}

/**
 * Greatest ms of which it is certain that a way of no more has fewer mm than NONE_MM, by the greatest speed. Closures and
 * slowed roads only add ms.
 */
function findSafeMs({ edgeLengthMm }: Network, arcMs: Uint32Array): number {
  // Of short arcs the rounding of their ms makes a speed of its own: what they have beyond is counted apart.
  let mmPerMs = 1;
  for (let arc = 0; arc < arcMs.length; arc++)
    if (arcMs[arc] >= 100 && arcMs[arc] !== IMPASSABLE)
      mmPerMs = Math.max(mmPerMs, edgeLengthMm[arc >> 1] / arcMs[arc]);
  let beyond = 4 * mmPerMs;
  for (let edge = 0; edge < edgeLengthMm.length; edge++) {
    const ms = Math.min(arcMs[2 * edge], arcMs[2 * edge + 1]);
    if (ms < 100) beyond += Math.max(0, edgeLengthMm[edge] - mmPerMs * ms);
  }
  return Math.floor((NONE_MM - beyond) / mmPerMs);
}
