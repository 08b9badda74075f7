import { IMPASSABLE } from '../network/network';
import type { Snap } from '../routing/routing';
import type { Chains } from './chains';
import { BeyondHierarchy } from './beyond';
import { chainAt } from './hierarchy';
import { NONE, type Weights } from './weights';

/**
 * How a point on the roads hangs in its chain: what it takes to the chain's two ends (leaving), or from them to it
 * (entering). A core node hangs on itself. All milliseconds are NONE where there is no way; walks are included.
 * Making one throws BeyondHierarchy when a sum is too great.
 */
export interface Hook {
  /** −1 for a core node. */
  chain: number;
  /** Places from `ahead` on lie wholly before the point in the chain's direction, those up to `behind` wholly behind it. */
  ahead: number;
  behind: number;
  /** To (from) the nearest node ahead and behind. */
  aheadMs: number;
  aheadMm: number;
  behindMs: number;
  behindMm: number;
  head: number;
  headMs: number;
  headMm: number;
  tail: number;
  tailMs: number;
  tailMm: number;
}

/** Hook of a journey that starts at the snap. */
export function leaveSnap(chains: Chains, weights: Weights, snap: Snap): Hook {
  const { toHeadMs, toTailMs } = snap;
  return hang(chains, weights, weights.aheadMs, weights.backMs, onEdge(chains, snap, toHeadMs, toTailMs));
}

/** Hook of a journey that ends at the snap. */
export function enterSnap(chains: Chains, weights: Weights, snap: Snap): Hook {
  const { fromHeadMs, fromTailMs } = snap;
  return hang(chains, weights, weights.backMs, weights.aheadMs, onEdge(chains, snap, fromHeadMs, fromTailMs));
}

/** Hook of a network node, leaving or entering, with what the journey has cost so far or will cost on. */
export function hangNode(
  chains: Chains,
  weights: Weights,
  node: number,
  leaving: boolean,
  ms: number,
  mm: number
): Hook {
  const slot = chains.slot[node];
  if (slot < chains.coreCount) {
    const ends = { head: slot, headMs: ms, headMm: mm, tail: slot, tailMs: NONE, tailMm: 0 };
    return { chain: -1, ahead: 0, behind: 0, aheadMs: NONE, aheadMm: 0, behindMs: NONE, behindMm: 0, ...ends };
  }
  const chain = chainOfSlot(chains, slot);
  const behind = slot - chains.coreCount + chain;
  const point = { chain, ahead: behind + 1, behind, aheadMs: ms, aheadMm: mm, behindMs: ms, behindMm: mm };
  const { aheadMs, backMs } = weights;
  return leaving ? hang(chains, weights, aheadMs, backMs, point) : hang(chains, weights, backMs, aheadMs, point);
}

/** Chain of the slot of an inner node. */
export function chainOfSlot({ start, count, coreCount }: Chains, slot: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // The inner nodes of a chain are one fewer than its places.
    if (start[middle] - middle <= slot - coreCount) low = middle;
    else high = middle - 1;
  }
  return low;
}

type Point = Pick<Hook, 'chain' | 'ahead' | 'behind' | 'aheadMs' | 'aheadMm' | 'behindMs' | 'behindMm'>;

function onEdge(chains: Chains, snap: Snap, headMs: number, tailMs: number): Point {
  const place = chains.place[snap.edge];
  const along = (chains.arc[place] & 1) === 0;
  const walked = (ms: number) => (ms === IMPASSABLE ? NONE : plus(ms, snap.walkMs));
  return {
    chain: chainAt(chains, place),
    ahead: place + 1,
    behind: place - 1,
    aheadMs: walked(along ? headMs : tailMs),
    aheadMm: along ? snap.toHeadMm : snap.toTailMm,
    behindMs: walked(along ? tailMs : headMs),
    behindMm: along ? snap.toTailMm : snap.toHeadMm
  };
}

function hang(chains: Chains, { placeMm }: Weights, aheadMs: Uint32Array, backMs: Uint32Array, point: Point): Hook {
  const { chain } = point;
  const end = chains.start[chain + 1] - 1;
  const ahead = sumPlaces(aheadMs, placeMm, point.ahead, end);
  const behind = sumPlaces(backMs, placeMm, chains.start[chain], point.behind);
  return {
    chain,
    ahead: point.ahead,
    behind: point.behind,
    aheadMs: point.aheadMs,
    aheadMm: point.aheadMm,
    behindMs: point.behindMs,
    behindMm: point.behindMm,
    head: chains.head[chain],
    headMs: plus(point.aheadMs, ahead.ms),
    headMm: point.aheadMm + ahead.mm,
    tail: chains.tail[chain],
    tailMs: plus(point.behindMs, behind.ms),
    tailMm: point.behindMm + behind.mm
  };
}

/** All places from `first` to `last`; ms is NONE where one is barred. */
function sumPlaces(
  placeMs: Uint32Array,
  placeMm: Uint32Array,
  first: number,
  last: number
): { ms: number; mm: number } {
  let ms = 0;
  let mm = 0;
  for (let place = first; place <= last; place++) {
    if (placeMs[place] === NONE) return { ms: NONE, mm };
    ms += placeMs[place];
    mm += placeMm[place];
  }
  if (ms >= NONE) throw new BeyondHierarchy();
  return { ms, mm };
}

/** The sum of two weights. @throws BeyondHierarchy when it cannot be told from NONE. */
export function plus(a: number, b: number): number {
  if (a === NONE || b === NONE) return NONE;
  if (a + b >= NONE) throw new BeyondHierarchy();
  return a + b;
}

/** Straight along the chain from a leaving to an entering hook of different places of it; ms is NONE where barred. */
export function alongChain({ aheadMs, backMs, placeMm }: Weights, from: Hook, to: Hook): { ms: number; mm: number } {
  const forward = isAhead(from, to);
  const [first, last] = forward ? [from.ahead, to.behind] : [to.ahead, from.behind];
  const between = sumPlaces(forward ? aheadMs : backMs, placeMm, first, last);
  const [outMs, outMm] = forward ? [from.aheadMs, from.aheadMm] : [from.behindMs, from.behindMm];
  const [inMs, inMm] = forward ? [to.behindMs, to.behindMm] : [to.aheadMs, to.aheadMm];
  return { ms: plus(plus(outMs, between.ms), inMs), mm: outMm + between.mm + inMm };
}

/** Whether `to` lies in the chain's direction from `from`, another place of it. */
export function isAhead(from: Hook, to: Hook): boolean {
  return from.ahead <= to.behind + 1 && from.behind < to.behind;
}
