import type { Network } from '../network/network';
import { buildTopology, type Topology } from '../routing/topology';

/**
 * The network as junctions and the chains of road between them. Core nodes are numbered from the most important down;
 * all others lie within a chain, between exactly two edges. A chain runs from its `tail` to its `head`, which is the more
 * important of its two ends or the same.
 */
export interface Chains {
  coreCount: number;
  /** Network node of each core node. */
  coreNode: Uint32Array;
  /** Core number of each network node, `coreCount` + its place among the inner nodes for the others. */
  slot: Uint32Array;
  count: number;
  /** Edges of chain c stand at `start[c]` … `start[c + 1] − 1`; its inner nodes have the slots from `coreCount + start[c] − c` on. */
  start: Uint32Array;
  /** The arc of each place in the direction of its chain. */
  arc: Uint32Array;
  tail: Uint32Array;
  head: Uint32Array;
  /** Place of each edge. */
  place: Uint32Array;
}

type Edges = Pick<Network, 'nodeCount' | 'edgeCount' | 'edgeFrom' | 'edgeTo'>;

/** An order that does not fit its network; `detail` says where. */
export class OrderMisfit extends Error {
  constructor(readonly detail: string) {
    super(`The order does not fit the network (${detail}).`);
  }
}

/** True for nodes at which roads meet or end; a ring without any gets its first node. */
export function findCore(network: Edges, topology: Topology): Uint8Array {
  const { nodeCount } = network;
  const core = new Uint8Array(nodeCount);
  const met = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    core[node] = isInner(topology, node) ? 0 : 1;
  }
  for (let node = 0; node < nodeCount; node++) {
    if (!core[node]) continue;
    for (let i = topology.start[node]; i < topology.start[node + 1]; i++)
      walk(network, topology, core, topology.arc[i], (inner) => (met[inner] = 1));
  }
  for (let node = 0; node < nodeCount; node++) {
    if (met[node] || core[node]) continue;
    core[node] = 1;
    walk(network, topology, core, topology.arc[topology.start[node]], (inner) => (met[inner] = 1));
  }
  return core;
}

/**
 * Lays the chains between the nodes of `order`, most important first.
 *
 * @throws OrderMisfit when a node stands twice or is missing though it must be a junction.
 */
export function layChains(network: Edges, order: Uint32Array): Chains {
  const { nodeCount, edgeCount } = network;
  const topology = buildTopology(network);
  const core = markCore(network, topology, order);
  const coreCount = order.length;
  const slot = new Uint32Array(nodeCount);
  order.forEach((node, number) => (slot[node] = number));
  const arcs = new Uint32Array(edgeCount);
  const place = new Uint32Array(edgeCount).fill(NOWHERE);
  const starts = new Uint32Array(edgeCount + 1);
  const tails = new Uint32Array(edgeCount);
  const heads = new Uint32Array(edgeCount);
  let count = 0;
  let laid = 0;
  for (let tail = 0; tail < coreCount; tail++) {
    const node = order[tail];
    for (let i = topology.start[node]; i < topology.start[node + 1]; i++) {
      const first = topology.arc[i];
      if (place[first >> 1] !== NOWHERE) continue;
      const begin = laid;
      const inner = coreCount + begin - count;
      const head =
        slot[
          walk(network, topology, core, first, (_, arc) => {
            arcs[laid++] = arc;
          })
        ];
      if (head > tail) {
        // It is laid when its other end comes.
        laid = begin;
        continue;
      }
      for (let at = begin; at < laid; at++) {
        place[arcs[at] >> 1] = at;
        if (at > begin) slot[nodeBefore(network, arcs[at])] = inner + at - begin - 1;
      }
      starts[count] = begin;
      tails[count] = tail;
      heads[count++] = head;
    }
  }
  starts[count] = laid;
  if (laid !== edgeCount) throw new OrderMisfit(`${edgeCount - laid} edges belong to no chain`);
  return {
    coreCount,
    coreNode: order,
    slot,
    count,
    start: starts.slice(0, count + 1),
    arc: arcs,
    tail: tails.slice(0, count),
    head: heads.slice(0, count),
    place
  };
}

const NOWHERE = 0xffff_ffff;

function markCore({ nodeCount }: Edges, topology: Topology, order: Uint32Array): Uint8Array {
  const core = new Uint8Array(nodeCount);
  order.forEach((node, i) => {
    if (node >= nodeCount) throw new OrderMisfit(`entry ${i} is node ${node} of ${nodeCount}`);
    if (core[node]) throw new OrderMisfit(`node ${node} stands twice`);
    core[node] = 1;
  });
  for (let node = 0; node < nodeCount; node++)
    if (!core[node] && !isInner(topology, node)) throw new OrderMisfit(`node ${node} is missing`);
  return core;
}

/** Whether exactly two different edges meet at the node. */
function isInner({ start, arc }: Topology, node: number): boolean {
  const first = start[node];
  return start[node + 1] - first === 2 && arc[first] >> 1 !== arc[first + 1] >> 1;
}

/** Follows a chain from the arc that leaves a core node; `visit` is told each arc with the node it leads to. */
function walk(
  network: Edges,
  { start, arc }: Topology,
  core: Uint8Array,
  first: number,
  visit: (node: number, arc: number) => void
): number {
  let at = first;
  for (;;) {
    const node = nodeAfter(network, at);
    visit(node, at);
    if (core[node]) return node;
    const begin = start[node];
    at = arc[begin] >> 1 === at >> 1 ? arc[begin + 1] : arc[begin];
  }
}

/** The node an arc leads to. */
export function nodeAfter({ edgeFrom, edgeTo }: Edges, arc: number): number {
  return arc & 1 ? edgeFrom[arc >> 1] : edgeTo[arc >> 1];
}

/** The node an arc leaves. */
export function nodeBefore({ edgeFrom, edgeTo }: Edges, arc: number): number {
  return arc & 1 ? edgeTo[arc >> 1] : edgeFrom[arc >> 1];
}
