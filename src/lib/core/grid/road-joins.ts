import { IMPASSABLE, ROAD_CLASSES, WayFlag } from '../network/network';
import { share } from '../routing/place-snaps';
import type { RoadRouter } from '../routing/router';
import type { LandFrame } from './land';
import { pointsOnEdge } from './make-land';

/** Points where one may step from the land to a road or back, no farther apart than half a cell along it. */
export interface RoadJoins {
  count: number;
  cell: Int32Array;
  edge: Uint32Array;
  /** Share of the edge from its `from` node. */
  fraction: Float64Array;
}

/** Milliseconds and millimetres between a join and an end of its edge; IMPASSABLE where the direction is barred. */
export interface JoinPart {
  node: number;
  ms: number;
  mm: number;
}

const FERRY = ROAD_CLASSES.indexOf('ferry');
const NO_STEPPING = WayFlag.bridge | WayFlag.tunnel;

/**
 * Joins of every edge that is open to the router's vehicle and belongs to a reachable part, as a snap has it. Ferries,
 * bridges and tunnels are stepped on at their ends alone, which are those of the roads beside.
 */
export function roadJoins({ ground, metric }: RoadRouter, frame: LandFrame): RoadJoins {
  const { network, parts } = ground;
  const cell: number[] = [];
  const edge: number[] = [];
  const fraction: number[] = [];
  for (let e = 0; e < network.edgeCount; e++) {
    const way = network.edgeWay[e];
    if (network.wayClass[way] === FERRY || network.wayFlags[way] & NO_STEPPING) continue;
    if (!ground.isReachable(parts.ofEdge[e])) continue;
    if (metric.msOf(2 * e) === IMPASSABLE && metric.msOf(2 * e + 1) === IMPASSABLE) continue;
    for (const point of pointsOnEdge(network, e, frame)) {
      if (point.cell < 0) continue;
      cell.push(point.cell);
      edge.push(e);
      fraction.push(point.fraction);
    }
  }
  return {
    count: cell.length,
    cell: Int32Array.from(cell),
    edge: Uint32Array.from(edge),
    fraction: Float64Array.from(fraction)
  };
}

/** From a join to the ends of its edge (`leaving`), or from these to the join; an end is the node itself. */
export function joinParts(
  { ground, metric }: RoadRouter,
  joins: RoadJoins,
  join: number,
  leaving: boolean
): JoinPart[] {
  const { network } = ground;
  const edge = joins.edge[join];
  const fraction = joins.fraction[join];
  const length = network.edgeLengthMm[edge];
  const forward = metric.msOf(2 * edge);
  const backward = metric.msOf(2 * edge + 1);
  const [toHead, toTail] = leaving ? [forward, backward] : [backward, forward];
  return [
    {
      node: network.edgeTo[edge],
      ms: fraction === 1 ? 0 : share(toHead, 1 - fraction),
      mm: share(length, 1 - fraction)
    },
    { node: network.edgeFrom[edge], ms: fraction === 0 ? 0 : share(toTail, fraction), mm: share(length, fraction) }
  ].filter(({ ms }) => ms !== IMPASSABLE);
}
