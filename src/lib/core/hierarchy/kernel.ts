import type { Network } from '../network/network';
import type { Hierarchy } from './hierarchy';
import type { Extent, Weights } from './weights';

/** Searches that run beside one another. */
export const LANES = 8;
/** Numbers of a label: the ms of each lane, then the mm of each lane. The mm mean nothing where the ms are NONE. */
export const LABEL = 2 * LANES;
/** Numbers of a mark: mm, ms, site, and one to spare. */
export const MARK = 4;
export const MARK_MM = 0;
export const MARK_MS = 1;
export const MARK_SITE = 2;
export const NO_SITE = 0xffff_ffff;

/**
 * The inner loops over one customised hierarchy, with all numbers they work on. Implementations give the same numbers to
 * the bit. `forward` searches count from their sources along the direction of travel, backward ones to them against it.
 *
 * Labels hold (ms, mm) of eight searches at a time, times their ms alone (LANES numbers a slot), marks one search from
 * many sites, each mark the least (ms, mm, site). They may stand in the same memory: whoever begins with one kind has lost
 * the others.
 */
export interface Kernel {
  weights: Weights;
  customise(extent: Extent): void;
  labels: Sweep;
  times: Sweep;
  marks: Sweep;
  /** Bytes held, with room for eight lanes of times at every node. */
  bytes: number;
}

export interface Sweep {
  /** The numbers by slot: those of the core nodes, and of the inner nodes too once `clearAll` was called. */
  numbers(): Uint32Array;
  /** Makes what stands at the listed core nodes NONE. */
  clear(nodes: Uint32Array): void;
  /** The same of every core node, and makes room for all others. */
  clearAll(): void;
  /** From each of the listed core nodes, by descending number, to the heads of its arcs. */
  up(nodes: Uint32Array, forward: boolean): void;
  /** To each of the listed core nodes, by ascending number, from the heads of its arcs. */
  down(nodes: Uint32Array, forward: boolean): void;
  /** `down` to every core node, then along all chains; gives the greatest ms of a core node that is not NONE. */
  downAll(forward: boolean): number;
}

export type MakeKernel = (hierarchy: Hierarchy, network: Network) => Kernel;
