import type { Snap } from './routing';

/** Least (ms, mm) of pairs, row-major; IMPASSABLE where there is no way. */
export interface PairTimes {
  ms: Uint32Array;
  mm: Uint32Array;
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
  /** Null where there is no way. */
  path(start: Snap, end: Snap): SnapPath | null;
}
