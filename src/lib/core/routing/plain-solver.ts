import { IMPASSABLE, type Network } from '../network/network';
import { createSearch, type Search } from './dijkstra';
import { alongEdge, endSeeds, joinPair, snapNodes, startSeeds } from './pair';
import type { RestrictedMetric } from './restrictions';
import type { Snap } from './routing';
import type { PairTimes, SnapPath, Solver } from './solver';
import type { Topology } from './topology';

/** Answers by plain Dijkstra searches, one per row or column, whichever are fewer: the oracle of any faster solver. */
export function createPlainSolver(network: Network, topology: Topology, metric: RestrictedMetric): Solver {
  let prepared: Search | null = null;
  const search = (): Search => (prepared ??= createSearch(network, topology, metric.whole()));

  function table(starts: readonly Snap[], ends: readonly Snap[]): PairTimes {
    const columns = ends.length;
    const ms = new Uint32Array(starts.length * columns).fill(IMPASSABLE);
    const mm = new Uint32Array(starts.length * columns).fill(IMPASSABLE);
    const backward = columns < starts.length;
    const far = backward ? starts : ends;
    const until = far.flatMap((each) => snapNodes(network, each));
    (backward ? ends : starts).forEach((near, i) => {
      search().run({ seeds: backward ? endSeeds(network, near) : startSeeds(network, near), backward, until });
      const { ms: nodeMs, mm: nodeMm } = search();
      far.forEach((other, j) => {
        const [from, to] = backward ? [other, near] : [near, other];
        const best = joinPair({ network, metric, from, to, nodeMs, nodeMm, backward });
        if (!best.end) return;
        const cell = backward ? j * columns + i : i * columns + j;
        ms[cell] = best.ms;
        mm[cell] = best.mm;
      });
    });
    return { ms, mm };
  }

  function path(start: Snap, end: Snap): SnapPath | null {
    const found = search();
    found.run({ seeds: startSeeds(network, start), until: snapNodes(network, end) });
    const best = joinPair({
      network,
      metric,
      from: start,
      to: end,
      nodeMs: found.ms,
      nodeMm: found.mm,
      backward: false
    });
    if (!best.end) return null;
    const { ms, mm } = best;
    if (best.end === 'direct')
      return { ms, mm, direct: true, reverse: alongEdge(metric, network, start, end)!.reverse };
    const [tail, head] = snapNodes(network, end);
    const arcs: number[] = [];
    let node = best.end === 'tail' ? tail : head;
    for (let arc = found.via[node]; arc >= 0; arc = found.via[node]) {
      arcs.push(arc);
      node = arc & 1 ? network.edgeTo[arc >> 1] : network.edgeFrom[arc >> 1];
    }
    arcs.reverse();
    const leavesByHead = leftByHead(network, found, start, node);
    return { ms, mm, direct: false, arcs, leavesByHead, entersByTail: best.end === 'tail' };
  }

  return { table, path };
}

/** Which end of the start edge the path's first node is; a loop edge leaves by its cheaper end. */
function leftByHead(network: Network, search: Search, start: Snap, node: number): boolean {
  const [tail, head] = snapNodes(network, start);
  if (tail !== head) return node === head;
  return search.ms[node] === start.walkMs + start.toHeadMs && search.mm[node] === start.toHeadMm;
}
