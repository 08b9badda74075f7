import { IMPASSABLE, type Network } from '../network/network';
import { arcBetween, NO_ARC, type Hierarchy } from './hierarchy';

/** No way. Two of them added stay below 2³¹, so that the sweeps need no check and may compare signed. */
export const NONE = 0x3fff_ffff;
/** Millimetres where there is no way. */
export const NONE_MM = 0x7fff_ffff;

/**
 * A hierarchy customised for one metric. Weights are pairs (ms, mm) compared by ms, then mm; each arc carries the least
 * of its chains and of the ways through any node below it, in both directions.
 */
export interface Weights {
  /** From the arc's tail up to its head. */
  toMs: Uint32Array;
  toMm: Uint32Array;
  /** From the arc's head down to its tail. */
  fromMs: Uint32Array;
  fromMm: Uint32Array;
  /** Along and against the chain at each place; NONE where barred. */
  aheadMs: Uint32Array;
  backMs: Uint32Array;
  /** Length of each place. */
  placeMm: Uint32Array;
}

/** What the sums of some weights came to: whether all fit, and the greatest. */
export interface Extent {
  /** A way was longer than the hierarchy can hold: its answers must not be used. */
  tooLong: boolean;
  /** Greatest ms of any weight that is not NONE. */
  longest: number;
}

export function createWeights(hierarchy: Hierarchy, network: Network): Weights {
  const arcs = hierarchy.head.length;
  const { arc } = hierarchy.chains;
  return {
    toMs: new Uint32Array(arcs),
    toMm: new Uint32Array(arcs),
    fromMs: new Uint32Array(arcs),
    fromMm: new Uint32Array(arcs),
    aheadMs: new Uint32Array(arc.length),
    backMs: new Uint32Array(arc.length),
    placeMm: arc.map((each) => network.edgeLengthMm[each >> 1])
  };
}

/** Milliseconds of the metric as a weight. */
export function weightOf(ms: number, extent: Extent): number {
  if (ms === IMPASSABLE) return NONE;
  if (ms >= NONE) extent.tooLong = true;
  else if (ms > extent.longest) extent.longest = ms;
  return Math.min(ms, NONE);
}

/** Puts the milliseconds of every arc of the network in their places. */
export function layMetric({ chains }: Hierarchy, weights: Weights, arcMs: Uint32Array, extent: Extent): void {
  chains.arc.forEach((arc, place) => {
    weights.aheadMs[place] = weightOf(arcMs[arc], extent);
    weights.backMs[place] = weightOf(arcMs[arc ^ 1], extent);
  });
}

/** Customises every arc from the weights of the places. */
export function customise(hierarchy: Hierarchy, weights: Weights, extent: Extent): void {
  const { chains, count, start, head } = hierarchy;
  const { toMs, toMm, fromMs, fromMm } = weights;
  toMs.fill(NONE);
  fromMs.fill(NONE);
  toMm.fill(NONE_MM);
  fromMm.fill(NONE_MM);
  for (let chain = 0; chain < chains.count; chain++) {
    offerChain(hierarchy, weights, extent, chain, arcBetween(hierarchy, chains.tail[chain], chains.head[chain]));
  }
  for (let node = count - 1; node >= 0; node--) {
    const begin = start[node];
    const end = start[node + 1];
    for (let i = begin + 1; i < end; i++) {
      const b = head[i];
      let k = start[b];
      for (let j = begin; j < i; j++) {
        const a = head[j];
        while (head[k] !== a) k++;
        offerTriangle(weights, extent, k, i, j);
      }
    }
  }
}

/** The two directions of a chain, offered to its arc (to none where it ends where it starts). */
export function offerChain({ chains }: Hierarchy, weights: Weights, extent: Extent, chain: number, arc: number): void {
  const { toMs, toMm, fromMs, fromMm, aheadMs, backMs, placeMm } = weights;
  let ahead = 0;
  let back = 0;
  let mm = 0;
  let aheadOpen = true;
  let backOpen = true;
  for (let place = chains.start[chain]; place < chains.start[chain + 1]; place++) {
    if (aheadMs[place] === NONE) aheadOpen = false;
    else ahead += aheadMs[place];
    if (backMs[place] === NONE) backOpen = false;
    else back += backMs[place];
    mm += placeMm[place];
  }
  // Parts of a barred chain count too: a journey may start or end within.
  const most = Math.max(ahead, back);
  if (most >= NONE || (mm >= NONE_MM && (aheadOpen || backOpen))) extent.tooLong = true;
  if (most > extent.longest) extent.longest = most;
  if (arc === NO_ARC) return;
  if (aheadOpen && (ahead < toMs[arc] || (ahead === toMs[arc] && mm < toMm[arc]))) {
    toMs[arc] = ahead;
    toMm[arc] = mm;
  }
  if (backOpen && (back < fromMs[arc] || (back === fromMs[arc] && mm < fromMm[arc]))) {
    fromMs[arc] = back;
    fromMm[arc] = mm;
  }
}

/** The ways along `arc` through the node below it, whose arcs lead to the tail (`low`) and the head (`high`) of `arc`. */
export function offerTriangle(weights: Weights, extent: Extent, arc: number, low: number, high: number): void {
  const { toMs, toMm, fromMs, fromMm } = weights;
  if (fromMs[low] !== NONE && toMs[high] !== NONE) {
    const ms = fromMs[low] + toMs[high];
    if (ms <= toMs[arc]) {
      const mm = fromMm[low] + toMm[high];
      if (ms < toMs[arc] || mm < toMm[arc]) {
        toMs[arc] = fit(ms, mm, extent);
        toMm[arc] = mm;
      }
    } else if (toMs[arc] === NONE) extent.tooLong = true;
  }
  if (fromMs[high] !== NONE && toMs[low] !== NONE) {
    const ms = fromMs[high] + toMs[low];
    if (ms <= fromMs[arc]) {
      const mm = fromMm[high] + toMm[low];
      if (ms < fromMs[arc] || mm < fromMm[arc]) {
        fromMs[arc] = fit(ms, mm, extent);
        fromMm[arc] = mm;
      }
    } else if (fromMs[arc] === NONE) extent.tooLong = true;
  }
}

function fit(ms: number, mm: number, extent: Extent): number {
  if (ms >= NONE || mm >= NONE_MM) extent.tooLong = true;
  if (ms > extent.longest) extent.longest = ms;
  return ms;
}
