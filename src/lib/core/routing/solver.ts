import type { Snap } from './routing';

/** Least (ms, mm) of pairs, row-major; IMPASSABLE where there is no way. */
export interface PairTimes {
  ms: Uint32Array;
  mm: Uint32Array;
}

/** The nearest of many, by place; `site` is −1 and the times IMPASSABLE where none can be reached. */
export interface NearestTimes extends PairTimes {
  site: Int32Array;
}

/** A quickest way: straight along the one edge of both snaps, or by arcs driven whole between their edges. */
export type SnapPath = { ms: number; mm: number } & (
  | { direct: true; reverse: boolean }
  | {
      direct: false;
      arcs: number[];
      /** Whether it leaves the start's edge by its `to` node, and comes upon the end's edge from its `from` node. */
      leavesByHead: boolean;
      entersByTail: boolean;
    }
);

/**
 * Finds ways between places joined to the roads, under one metric with its closures. Walks are part of the milliseconds.
 * All throw a RangeError when a sum does not fit 32 bits.
 */
export interface Solver {
  /** Starts × ends. */
  table(starts: readonly Snap[], ends: readonly Snap[]): PairTimes;
  /**
   * For each place the site of least (ms, mm), of equals the first. Journeys go from the places to the sites with
   * `toSites`, else from the sites to the places.
   */
  nearest(places: readonly Snap[], sites: readonly Snap[], toSites: boolean): NearestTimes;
  /** Null where there is no way. */
  path(start: Snap, end: Snap): SnapPath | null;
}
