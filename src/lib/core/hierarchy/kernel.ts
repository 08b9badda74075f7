import type { Network } from '../network/network';
import type { Hierarchy } from './hierarchy';
import type { Extent, Weights } from './weights';

/** Searches that run beside one another. */
export const LANES = 8;
/** Numbers of a label: the ms of each lane, then the mm of each lane. The mm mean nothing where the ms are NONE. */
export const LABEL = 2 * LANES;

/**
 * A sweep through the hierarchy and the numbers it leaves, by slot. `forward` searches count from their sources along the
 * direction of travel, backward ones to them against it.
 */
export interface Sweep {
  /** The numbers of the core nodes, and of the inner nodes where those were swept too. */
  numbers(): Uint32Array;
  /** Makes what stands at the listed core nodes NONE. */
  clear(nodes: Uint32Array): void;
  /** From each of the listed core nodes, by descending number, to the heads of its arcs. */
  up(nodes: Uint32Array, forward: boolean): void;
  /** To each of the listed core nodes, by ascending number, from the heads of its arcs. */
  down(nodes: Uint32Array, forward: boolean): void;
}

/**
 * The inner loops over one customised hierarchy, with all numbers they work on: labels, that is eight searches at a time
 * with ms and mm. Implementations give the same numbers to the bit.
 */
export interface Kernel {
  weights: Weights;
  customise(extent: Extent): void;
  labels: Sweep;
  /** Where the numbers are, for further code in WebAssembly; null in plain TypeScript. */
  wasm: WasmLayout | null;
}

export type Address = number;

/** What stands where in the memory of a kernel; lists of unsigned 32-bit numbers. */
export interface WasmLayout {
  memory: WebAssembly.Memory;
  start: Address;
  head: Address;
  toMs: Address;
  toMm: Address;
  fromMs: Address;
  fromMm: Address;
  chainStart: Address;
  chainTail: Address;
  chainHead: Address;
  aheadMs: Address;
  backMs: Address;
  placeMm: Address;
  /** Room for a list of core nodes. */
  nodes: Address;
  /** Labels of all slots: from here to the end. */
  labels: Address;
}

export type MakeKernel = (hierarchy: Hierarchy, network: Network) => Kernel;
