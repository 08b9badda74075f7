import type { Network } from '../network/network';
import type { Hierarchy } from './hierarchy';
import type { Extent, Weights } from './weights';

/** Searches that run beside one another. */
export const LANES = 8;
/** Numbers of a label: the ms of each lane, then the mm of each lane. */
export const LABEL = 2 * LANES;

/**
 * The inner loops over one customised hierarchy, with all numbers they work on. Implementations give the same numbers to
 * the bit. `forward` searches count from their sources along the direction of travel, backward ones to them against it.
 */
export interface Kernel {
  weights: Weights;
  /** Labels by slot: those of the core nodes, and of the inner nodes too once `labelAll` was called. */
  labels(): Uint32Array;
  customise(extent: Extent): void;
  /** From each of the listed core nodes, by descending number, to the heads of its arcs. */
  up(nodes: Uint32Array, forward: boolean): void;
  /** To each of the listed core nodes, by ascending number, from the heads of its arcs. */
  down(nodes: Uint32Array, forward: boolean): void;
  /** Makes every core node's label NONE, and room for all others. */
  clearAll(): void;
  /** `down` to every core node, then along all chains; gives the greatest ms of a core node that is not NONE. */
  downAll(forward: boolean): number;
}

export type MakeKernel = (hierarchy: Hierarchy, network: Network) => Kernel;
