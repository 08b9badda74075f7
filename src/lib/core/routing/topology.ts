import { IMPASSABLE, type Network } from '../network/network';
import type { Metric } from './metric';

/** Arcs leaving each node, in edge order, of the edges passable in at least one direction. */
export interface Topology {
  nodeCount: number;
  /** Arcs of node n stand at `start[n]` … `start[n + 1] − 1`. */
  start: Uint32Array;
  arc: Uint32Array;
  head: Uint32Array;
}

/** Joins the edges a vehicle can use at all; an edge barred one way keeps both arcs, the barred one IMPASSABLE. */
export function buildTopology(network: Network, { ms }: Metric): Topology {
  const { nodeCount, edgeCount, edgeFrom, edgeTo } = network;
  const start = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!isUsable(ms, edge)) continue;
    start[edgeFrom[edge] + 1]++;
    start[edgeTo[edge] + 1]++;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1] += start[node];
  const next = start.slice(0, nodeCount);
  const arc = new Uint32Array(start[nodeCount]);
  const head = new Uint32Array(start[nodeCount]);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!isUsable(ms, edge)) continue;
    const from = next[edgeFrom[edge]]++;
    arc[from] = 2 * edge;
    head[from] = edgeTo[edge];
    const to = next[edgeTo[edge]]++;
    arc[to] = 2 * edge + 1;
    head[to] = edgeFrom[edge];
  }
  return { nodeCount, start, arc, head };
}

export function isUsable(ms: Uint32Array, edge: number): boolean {
  return ms[2 * edge] !== IMPASSABLE || ms[2 * edge + 1] !== IMPASSABLE;
}
