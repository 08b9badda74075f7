import type { Network } from '../network/network';
import { BeyondHierarchy } from '../hierarchy/beyond';
import { enterSnap, leaveSnap } from '../hierarchy/hook';
import type { LiveWeights } from '../hierarchy/live-weights';
import { findPath } from '../hierarchy/path';
import { findTable } from '../hierarchy/table';
import { alongEdge } from './pair';
import type { RestrictedMetric } from './restrictions';
import type { Snap } from './routing';
import type { SnapPath, Solver } from './solver';

/** Runs a search on weights made those of a metric; the other one where they cannot hold it. */
export function onHierarchy<T>(live: LiveWeights, metric: RestrictedMetric, fast: () => T, slow: () => T): T {
  live.become(metric.changed);
  if (live.extent.tooLong) return slow();
  try {
    return fast();
  } catch (error) {
    if (!(error instanceof BeyondHierarchy)) throw error;
    return slow();
  }
}

/** Straight along the edge of both snaps, walks included; null where that direction is barred. */
export function alongOneEdge(
  network: Network,
  metric: RestrictedMetric,
  from: Snap,
  to: Snap
): { ms: number; mm: number; reverse: boolean } | null {
  const along = alongEdge(metric, network, from, to);
  return along && { ms: from.walkMs + along.ms + to.walkMs, mm: along.mm, reverse: along.reverse };
}

/**
 * Answers from the network's contraction hierarchy: the same numbers as the plain searches. The weights are shared by all
 * routers over one open metric and take on this one's closures when it is asked. What the hierarchy cannot hold (ways of
 * twelve days or of two thousand kilometres) goes to `plain`.
 */
export function createFastSolver(network: Network, metric: RestrictedMetric, live: LiveWeights, plain: Solver): Solver {
  const { chains } = live.hierarchy;

  const attempt = <T>(fast: () => T, slow: () => T): T => onHierarchy(live, metric, fast, slow);
  const leave = (snap: Snap) => leaveSnap(chains, live.weights, snap);
  const enter = (snap: Snap) => enterSnap(chains, live.weights, snap);

  function path(start: Snap, end: Snap): SnapPath | null {
    const along = start.edge === end.edge ? alongOneEdge(network, metric, start, end) : null;
    const found = findPath(live, leave(start), enter(end));
    if (along && (!found || along.ms < found.ms || (along.ms === found.ms && along.mm <= found.mm)))
      return { ms: along.ms, mm: along.mm, direct: true, reverse: along.reverse };
    if (!found) return null;
    const { ms, mm, arcs } = found;
    return {
      ms,
      mm,
      direct: false,
      arcs,
      leavesByHead: found.leavesAhead === runsAhead(start),
      entersByTail: found.entersAhead === runsAhead(end)
    };
  }

  /** Whether the snap's edge runs in the direction of its chain. */
  function runsAhead({ edge }: Snap): boolean {
    return (chains.arc[chains.place[edge]] & 1) === 0;
  }

  return {
    table: (starts, ends) =>
      attempt(
        () =>
          findTable(live, starts.map(leave), ends.map(enter), (i, j) =>
            alongOneEdge(network, metric, starts[i], ends[j])
          ),
        () => plain.table(starts, ends)
      ),
    path: (start, end) =>
      attempt(
        () => path(start, end),
        () => plain.path(start, end)
      )
  };
}
