import type { Network } from '../network/network';
import { layChains, type Chains } from './chains';
import { eliminate } from './eliminate';
import { simpleGraph } from './graph';

/**
 * Customizable contraction hierarchy of a network (Dibbelt, Strasser, Wagner: Customizable Contraction Hierarchies, JEA
 * 2016): what no speed and no closure changes. Core nodes are numbered from the top down; each arc leads from its tail to
 * a head with a lower number, that is, up.
 */
export interface Hierarchy {
  chains: Chains;
  count: number;
  /** Arcs of core node n stand at `start[n]` … `start[n + 1] − 1`, by ascending head. */
  start: Uint32Array;
  head: Uint32Array;
  tail: Uint32Array;
  /** Nearest node above, −1 at a root: the heads of a node's arcs all lie on its way to the root. */
  parent: Int32Array;
  /** Arcs that lead up to core node n stand in `lowerArc` at `lowerStart[n]` … `lowerStart[n + 1] − 1`. */
  lowerStart: Uint32Array;
  lowerArc: Uint32Array;
  /** Chains whose tail is core node n: `chainStart[n]` … `chainStart[n + 1] − 1`. */
  chainStart: Uint32Array;
}

/** No arc: between nodes that no way joins, and where a chain ends at its own start. */
export const NO_ARC = -1;

/** @throws OrderMisfit when the order is not one of this network. */
export function buildHierarchy(network: Network, order: Uint32Array): Hierarchy {
  const chains = layChains(network, order);
  const count = chains.coreCount;
  const { start, head, parent } = eliminate(simpleGraph(count, chains.tail, chains.head));
  const tail = new Uint32Array(head.length);
  const lowerStart = new Uint32Array(count + 1);
  for (let node = 0; node < count; node++) tail.fill(node, start[node], start[node + 1]);
  for (let arc = 0; arc < head.length; arc++) lowerStart[head[arc] + 1]++;
  const chainStart = new Uint32Array(count + 1);
  for (let chain = 0; chain < chains.count; chain++) chainStart[chains.tail[chain] + 1]++;
  for (let node = 0; node < count; node++) {
    lowerStart[node + 1] += lowerStart[node];
    chainStart[node + 1] += chainStart[node];
  }
  const next = lowerStart.slice(0, count);
  const lowerArc = new Uint32Array(head.length);
  for (let arc = 0; arc < head.length; arc++) lowerArc[next[head[arc]]++] = arc;
  return { chains, count, start, head, tail, parent, lowerStart, lowerArc, chainStart };
}

/** The arc between two core nodes, NO_ARC where there is none. */
export function arcBetween({ start, head }: Hierarchy, a: number, b: number): number {
  const lower = Math.max(a, b);
  const upper = Math.min(a, b);
  let low = start[lower];
  let high = start[lower + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (head[middle] === upper) return middle;
    if (head[middle] < upper) low = middle + 1;
    else high = middle - 1;
  }
  return NO_ARC;
}

/** The chain a place belongs to. */
export function chainAt({ start, count }: Chains, place: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (start[middle] <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
