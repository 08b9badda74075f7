/**
 * The one door to travel times. Everything above (coverage, referral, fleet, medicine) asks here and never sees how the
 * answer is found; the plain Dijkstra behind it is the oracle for any faster implementation.
 *
 * All durations are unsigned 32-bit integer milliseconds, lengths integer millimetres. Among paths of equal duration
 * the one of least road length is meant, so both figures of an answer are well defined.
 */
import type { EdgeId } from '../model/ids';

/** Why a pair has no time. */
export type NoWayReason =
  /** The place has no coordinates. */
  | 'no-position'
  /** No usable road within the snap limit. */
  | 'too-far-from-road'
  /** Both ends are on roads, in parts that never meet. */
  | 'unconnected-part'
  /** A way existed before the closures now in force. */
  | 'cut-by-closure'
  /** No open facility of the level asked for. */
  | 'no-open-facility'
  /** No facility of the level asked for is on record, open or not. */
  | 'no-facility-on-record'
  /** The area has no roads: no way can be traced, and no time of this vehicle estimated. */
  | 'needs-roads'
  /** The position of the township's seat is not known. */
  | 'no-seat-position';

/** No site of the level takes anyone, from wherever: not the village's want of a way. */
export function isNoSite(reason: NoWayReason | null): boolean {
  return reason === 'no-open-facility' || reason === 'no-facility-on-record';
}

/** What the `reason` bytes of a `TravelMatrix` mean; 0 is a pair with a time. */
export const MATRIX_REASONS: readonly (NoWayReason | null)[] = [
  null,
  'no-position',
  'too-far-from-road',
  'unconnected-part',
  'cut-by-closure',
  'no-open-facility',
  'needs-roads',
  'no-seat-position',
  'no-facility-on-record'
];

/** How places join the network; part of the travel scenario. */
export interface RouterSettings {
  /** Walk from a place to its road. */
  walkKmh: number;
  /** Farthest a place may lie from its road. */
  snapLimitMetres: number;
  /** A strongly connected part with at least this much road takes places even without a facility. */
  reachableRoadMetres: number;
}

/** A place joined to the network under one metric. */
export interface Snap {
  edge: EdgeId;
  /** Share of the edge from its `from` node, 0–1. */
  fraction: number;
  /** Point on the edge, WGS84 degrees. */
  lon: number;
  lat: number;
  /** Straight walk from the place to the point. */
  walkMm: number;
  walkMs: number;
  /**
   * Milliseconds along the edge from the point to its `to` node / `from` node; IMPASSABLE where that direction is barred.
   * At an end of the edge the point is the node itself: 0 there both ways, even against a one-way street.
   */
  toHeadMs: number;
  toTailMs: number;
  /** Milliseconds along the edge from its `from` node / `to` node to the point. */
  fromTailMs: number;
  fromHeadMs: number;
  toHeadMm: number;
  toTailMm: number;
  /** Strongly connected part of the open network the edge lies in. */
  part: number;
}

export type SnapResult = { snap: Snap; reason: null } | { snap: null; reason: NoWayReason };

/** Row-major `from × to`; `reason` holds an index into MATRIX_REASONS, 0 where there is a time. */
export interface TravelMatrix {
  rows: number;
  columns: number;
  ms: Uint32Array;
  mm: Uint32Array;
  reason: Uint8Array;
  /**
   * Of estimated times only: width of each time's band as a share of the law's own (`estimateBand`), 0 of a measured one.
   */
  spread?: Float64Array;
}

export interface Route {
  ms: number;
  mm: number;
  /** Edges in travel order; `reverse` when driven from `to` to `from`; shares 0–1 along the direction of travel. */
  legs: { edge: EdgeId; reverse: boolean; startShare: number; endShare: number; ms: number }[];
  /** [lon, lat] from the start place to the end place, walks included. */
  coordinates: [number, number][];
  walkStartMs: number;
  walkEndMs: number;
}

/** A position in WGS84 degrees; null coordinates give reason `no-position`. */
export interface Place {
  id: string;
  lon: number | null;
  lat: number | null;
}

/** A closure resolved to edges: 0 closes, else the per cent of speed left. */
export interface EdgeRestriction {
  edge: EdgeId;
  speedPercent: number;
}

export interface Router {
  snap(place: Place): SnapResult;
  /** Times between every pair; a place to itself (same coordinates) is 0. */
  matrix(from: readonly Place[], to: readonly Place[]): TravelMatrix;
  route(from: Place, to: Place): { route: Route; reason: null } | { route: null; reason: NoWayReason };
}
