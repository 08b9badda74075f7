import { IMPASSABLE } from '../network/network';
import { createSearch, type Search } from './dijkstra';
import { prepareGround, type Ground, type GroundInput } from './ground';
import { joinPair, endSeeds, snapNodes, startSeeds } from './pair';
import { createPlaceSnaps } from './place-snaps';
import { restrictMetric } from './restrictions';
import { MATRIX_REASONS, type EdgeRestriction, type NoWayReason, type Place, type Router } from './routing';
import type { TravelMatrix } from './routing';
import { traceRoute } from './trace-route';

/** A `Router` that can be had again under other closures without preparing the open network anew. */
export interface RoadRouter extends Router {
  ground: Ground;
  withRestrictions(restrictions: readonly EdgeRestriction[]): RoadRouter;
}

/**
 * Answers travel times by plain Dijkstra searches, one per row or column, whichever are fewer.
 *
 * `metric` is that of the open network; `restrictions` close or slow edges on top of it.
 */
export function createRouter(input: GroundInput & { restrictions?: readonly EdgeRestriction[] }): RoadRouter {
  return routerOn(prepareGround(input), input.restrictions ?? []);
}

function routerOn(ground: Ground, restrictions: readonly EdgeRestriction[]): RoadRouter {
  const { network } = ground;
  const metric = restrictMetric(ground.metric, restrictions);
  const snap = createPlaceSnaps(ground, metric);
  let prepared: Search | null = null;
  const search = (): Search => (prepared ??= createSearch(network, ground.topology, metric));

  /** A closure is to blame only where the open network has a way. */
  function noWay(from: Place, to: Place): NoWayReason {
    const ends = [snap(from).reason, snap(to).reason];
    if (ends.includes('no-position')) return 'no-position';
    if (ends.includes('too-far-from-road')) return 'too-far-from-road';
    return ground.leadsTo(openPart(from), openPart(to)) ? 'cut-by-closure' : 'unconnected-part';
  }

  function openPart({ lon, lat }: Place): number {
    const point = ground.snapOpen(lon as number, lat as number);
    return point ? ground.parts.ofEdge[point.edge] : -1;
  }

  function matrix(from: readonly Place[], to: readonly Place[]): TravelMatrix {
    const rows = from.length;
    const columns = to.length;
    const result: TravelMatrix = {
      rows,
      columns,
      ms: new Uint32Array(rows * columns).fill(IMPASSABLE),
      mm: new Uint32Array(rows * columns).fill(IMPASSABLE),
      reason: new Uint8Array(rows * columns)
    };
    const starts = from.map(snap);
    const ends = to.map(snap);
    const backward = columns < rows;
    const far = backward ? starts : ends;
    const until = far.flatMap(({ snap: each }) => (each ? snapNodes(network, each) : []));

    (backward ? ends : starts).forEach((near, i) => {
      if (near.snap) {
        const seeds = backward ? endSeeds(network, near.snap) : startSeeds(network, near.snap);
        search().run({ seeds, backward, until });
      }
      far.forEach((_, j) => {
        const row = backward ? j : i;
        const column = backward ? i : j;
        const cell = row * columns + column;
        const start = starts[row];
        const end = ends[column];
        if (samePosition(from[row], to[column])) {
          result.ms[cell] = result.mm[cell] = 0;
          return;
        }
        if (start.snap && end.snap) {
          const { ms: nodeMs, mm: nodeMm } = search();
          const best = joinPair({ network, metric, from: start.snap, to: end.snap, nodeMs, nodeMm, backward });
          if (best.end) {
            result.ms[cell] = best.ms;
            result.mm[cell] = best.mm;
            return;
          }
        }
        result.reason[cell] = MATRIX_REASONS.indexOf(noWay(from[row], to[column]));
      });
    });
    return result;
  }

  function route(from: Place, to: Place): ReturnType<Router['route']> {
    const start = snap(from);
    const end = snap(to);
    if (samePosition(from, to)) {
      const here: [number, number] = [from.lon as number, from.lat as number];
      return { route: { ms: 0, mm: 0, legs: [], coordinates: [here], walkStartMs: 0, walkEndMs: 0 }, reason: null };
    }
    if (!start.snap || !end.snap) return { route: null, reason: noWay(from, to) };
    const found = traceRoute({ network, metric, search: search(), from, to, start: start.snap, end: end.snap });
    return found ? { route: found, reason: null } : { route: null, reason: noWay(from, to) };
  }

  return { ground, snap, matrix, route, withRestrictions: (next) => routerOn(ground, next) };
}

function samePosition(a: Place, b: Place): boolean {
  return a.lon !== null && a.lat !== null && a.lon === b.lon && a.lat === b.lat;
}
