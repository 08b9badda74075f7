import type { Closure } from '../model/records';
import type { EdgeId } from '../model/ids';
import type { Network } from '../network/network';
import type { EdgeRestriction } from './routing';

/** A closure in force that names a road the network does not have; it is shown, never dropped in silence. */
export interface LostClosure {
  closureId: string;
  wayId: number;
  fromNode: number | null;
  toNode: number | null;
  reason: 'way-missing' | 'node-missing' | 'one-node-only' | 'same-node';
}

export type ClosureFacts = Pick<
  Closure,
  'id' | 'wayId' | 'fromNode' | 'toNode' | 'speedPercent' | 'startsAt' | 'endsAt'
>;

export interface ResolvedClosures {
  restrictions: EdgeRestriction[];
  /** Edges of each closure, to draw it. */
  edges: ReadonlyMap<string, EdgeId[]>;
  lost: LostClosure[];
}

/**
 * The closures in force at `now` (epoch milliseconds) as edges, both directions. Between two nodes that a ring joins
 * both ways round the shorter stretch is meant. A closure whose start or end is not a date counts as in force.
 */
export function resolveClosures(network: Network, closures: Iterable<ClosureFacts>, now: number): ResolvedClosures {
  const active = [...closures].filter((closure) => closure.speedPercent < 100 && isInForce(closure, now));
  const edgesOfWay = findWays(network, new Set(active.map((closure) => closure.wayId)));
  const restrictions: EdgeRestriction[] = [];
  const edges = new Map<string, EdgeId[]>();
  const lost: LostClosure[] = [];
  for (const { id, wayId, fromNode, toNode, speedPercent } of active) {
    const found = findStretch(network, edgesOfWay.get(wayId) ?? [], fromNode, toNode);
    if (typeof found === 'string') {
      lost.push({ closureId: id, wayId, fromNode, toNode, reason: found });
      continue;
    }
    edges.set(id, found);
    for (const edge of found) restrictions.push({ edge, speedPercent: Math.max(0, speedPercent) });
  }
  return { restrictions, edges, lost };
}

function isInForce({ startsAt, endsAt }: ClosureFacts, now: number): boolean {
  const notYet = Date.parse(startsAt) > now;
  const over = endsAt !== null && endsAt !== '' && Date.parse(endsAt) <= now;
  return !notYet && !over;
}

function findWays(network: Network, wanted: ReadonlySet<number>): Map<number, EdgeId[]> {
  const found = new Map<number, EdgeId[]>();
  if (wanted.size === 0) return found;
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const wayId = network.wayOsmId[network.edgeWay[edge]];
    if (!wanted.has(wayId)) continue;
    const edges = found.get(wayId);
    if (edges) edges.push(edge as EdgeId);
    else found.set(wayId, [edge as EdgeId]);
  }
  return found;
}

function findStretch(
  network: Network,
  edges: EdgeId[],
  fromNode: number | null,
  toNode: number | null
): EdgeId[] | LostClosure['reason'] {
  if (edges.length === 0) return 'way-missing';
  if (fromNode === null && toNode === null) return edges;
  if (fromNode === null || toNode === null) return 'one-node-only';
  if (fromNode === toNode) return 'same-node';
  const starts = cutsAt(network, edges, fromNode);
  const ends = cutsAt(network, edges, toNode);
  if (starts.length === 0 || ends.length === 0) return 'node-missing';
  let best: EdgeId[] = [];
  let bestMm = Infinity;
  for (const start of starts) {
    for (const end of ends) {
      const stretch = edges.slice(Math.min(start, end), Math.max(start, end));
      const mm = stretch.reduce((sum, edge) => sum + network.edgeLengthMm[edge], 0);
      if (mm >= bestMm) continue;
      best = stretch;
      bestMm = mm;
    }
  }
  return best;
}

/** Positions between the way's edges at which a node stands: `i` is before edge `i`. */
function cutsAt(network: Network, edges: readonly EdgeId[], osmNode: number): number[] {
  const cuts = new Set<number>();
  edges.forEach((edge, i) => {
    if (network.nodeOsmId[network.edgeFrom[edge]] === osmNode) cuts.add(i);
    if (network.nodeOsmId[network.edgeTo[edge]] === osmNode) cuts.add(i + 1);
  });
  return [...cuts];
}
