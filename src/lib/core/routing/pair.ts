import { IMPASSABLE, type Network } from '../network/network';
import { share } from './place-snaps';
import type { RestrictedMetric } from './restrictions';
import type { Seed } from './dijkstra';
import type { Snap } from './routing';

/** Least (ms, mm) found so far, with how the last edge is entered. */
export interface Best {
  ms: number;
  mm: number;
  end: 'head' | 'tail' | 'direct' | null;
}

/** Where a journey that starts at the snap enters the nodes. */
export function startSeeds(network: Network, snap: Snap): Seed[] {
  return seeds(network, snap, snap.toTailMs, snap.toHeadMs);
}

/** Where a journey that ends at the snap leaves the nodes; seeds of a backward search. */
export function endSeeds(network: Network, snap: Snap): Seed[] {
  return seeds(network, snap, snap.fromTailMs, snap.fromHeadMs);
}

/** Nodes between which a snap's edge runs: the targets of a search that ends there. */
export function snapNodes(network: Network, snap: Snap): [tail: number, head: number] {
  return [network.edgeFrom[snap.edge], network.edgeTo[snap.edge]];
}

/**
 * Least time from one snap to another, walks included, given times per node from the one (forward search) or to the
 * other (backward search). Throws RangeError when the sum does not fit 32 bits.
 */
export function joinPair(input: {
  network: Network;
  metric: RestrictedMetric;
  from: Snap;
  to: Snap;
  nodeMs: Uint32Array;
  nodeMm: Uint32Array;
  backward: boolean;
}): Best {
  const { network, metric, from, to, nodeMs, nodeMm, backward } = input;
  const best: Best = { ms: IMPASSABLE, mm: IMPASSABLE, end: null };
  const far = backward ? from : to;
  const [tail, head] = snapNodes(network, far);
  const walk = far.walkMs;
  offer(best, 'tail', nodeMs[tail], nodeMm[tail], backward ? far.toTailMs : far.fromTailMs, far.toTailMm, walk);
  offer(best, 'head', nodeMs[head], nodeMm[head], backward ? far.toHeadMs : far.fromHeadMs, far.toHeadMm, walk);
  if (from.edge === to.edge) {
    const along = alongEdge(metric, network, from, to);
    if (along) offer(best, 'direct', from.walkMs, 0, along.ms, along.mm, to.walkMs);
  }
  if (best.end && (best.ms >= IMPASSABLE || best.mm >= IMPASSABLE))
    throw new RangeError('A travel time does not fit 32 bits.');
  return best;
}

/** Straight along the one edge both snaps lie on; null where that direction is barred. */
export function alongEdge(
  metric: RestrictedMetric,
  network: Network,
  from: Snap,
  to: Snap
): { ms: number; mm: number; reverse: boolean } | null {
  const reverse = to.fraction < from.fraction;
  const distance = Math.abs(to.fraction - from.fraction);
  const ms = distance === 0 ? 0 : share(metric.msOf(2 * from.edge + (reverse ? 1 : 0)), distance);
  if (ms === IMPASSABLE) return null;
  return { ms, mm: share(network.edgeLengthMm[from.edge], distance), reverse };
}

function seeds(network: Network, snap: Snap, tailMs: number, headMs: number): Seed[] {
  const [tail, head] = snapNodes(network, snap);
  const all: Seed[] = [];
  if (tailMs !== IMPASSABLE) all.push({ node: tail, ms: snap.walkMs + tailMs, mm: snap.toTailMm });
  if (headMs !== IMPASSABLE) all.push({ node: head, ms: snap.walkMs + headMs, mm: snap.toHeadMm });
  return all;
}

function offer(
  best: Best,
  end: Best['end'],
  baseMs: number,
  baseMm: number,
  partMs: number,
  partMm: number,
  walkMs: number
): void {
  if (baseMs === IMPASSABLE || partMs === IMPASSABLE) return;
  const ms = baseMs + partMs + walkMs;
  const mm = baseMm + partMm;
  if (best.end && (ms > best.ms || (ms === best.ms && mm >= best.mm))) return;
  best.ms = ms;
  best.mm = mm;
  best.end = end;
}
