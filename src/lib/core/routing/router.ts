import { IMPASSABLE } from '../network/network';
import { createFastSolver } from './fast-solver';
import { prepareGround, type Ground, type GroundInput } from './ground';
import { createPlaceSnaps } from './place-snaps';
import { createPlainSolver } from './plain-solver';
import { restrictMetric, type RestrictedMetric } from './restrictions';
import {
  MATRIX_REASONS,
  type EdgeRestriction,
  type NoWayReason,
  type Place,
  type Router,
  type Snap,
  type SnapResult,
  type TravelMatrix
} from './routing';
import type { Solver } from './solver';
import { traceRoute } from './trace-route';

/** A `Router` that can be had again under other closures without preparing the open network anew. */
export interface RoadRouter extends Router {
  ground: Ground;
  /** With the closures and slowed roads laid over. */
  metric: RestrictedMetric;
  withRestrictions(restrictions: readonly EdgeRestriction[]): RoadRouter;
}

/**
 * Answers travel times over the roads: by the network's hierarchy, by plain searches where it has none.
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
  let prepared: Solver | null = null;
  const solver = (): Solver => (prepared ??= makeSolver());

  function makeSolver(): Solver {
    const plain = createPlainSolver(network, ground.topology, metric);
    const live = ground.live();
    return live ? createFastSolver(network, metric, live, plain) : plain;
  }

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
    const starts = onRoads(from.map(snap));
    const ends = onRoads(to.map(snap));
    const times = solver().table(starts.snaps, ends.snaps);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        if (samePosition(from[row], to[column])) {
          result.ms[cell] = result.mm[cell] = 0;
          continue;
        }
        const i = starts.at[row];
        const j = ends.at[column];
        const k = i * ends.snaps.length + j;
        if (i < 0 || j < 0 || times.ms[k] === IMPASSABLE) {
          result.reason[cell] = MATRIX_REASONS.indexOf(noWay(from[row], to[column]));
          continue;
        }
        result.ms[cell] = times.ms[k];
        result.mm[cell] = times.mm[k];
      }
    }
    return result;
  }

  function route(from: Place, to: Place): ReturnType<Router['route']> {
    const start = snap(from);
    const end = snap(to);
    if (samePosition(from, to)) {
      const here: [number, number] = [from.lon as number, from.lat as number];
      return { route: { ms: 0, mm: 0, legs: [], coordinates: [here], walkStartMs: 0, walkEndMs: 0 }, reason: null };
    }
    const path = start.snap && end.snap && solver().path(start.snap, end.snap);
    if (!path) return { route: null, reason: noWay(from, to) };
    return {
      route: traceRoute({ network, metric, path, from, to, start: start.snap as Snap, end: end.snap as Snap }),
      reason: null
    };
  }

  return { ground, metric, snap, matrix, route, withRestrictions: (next) => routerOn(ground, next) };
}

/** The snaps there are, and where each result's stands among them (−1 for none). */
export function onRoads(results: readonly SnapResult[]): { snaps: Snap[]; at: number[] } {
  const snaps: Snap[] = [];
  const at = results.map(({ snap }) => (snap ? snaps.push(snap) - 1 : -1));
  return { snaps, at };
}

/** Whether two places stand at the very same position. */
export function samePosition(a: Place, b: Place): boolean {
  return a.lon !== null && a.lat !== null && a.lon === b.lon && a.lat === b.lat;
}
