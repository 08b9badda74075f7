import { IMPASSABLE, type Network } from '../network/network';

/** Arcs leaving each node, in edge order; a loop stands at its node twice. */
export interface Topology {
  nodeCount: number;
  /** Arcs of node n stand at `start[n]` … `start[n + 1] − 1`. */
  start: Uint32Array;
  arc: Uint32Array;
  head: Uint32Array;
}

/** Joins all edges, whoever may use them: a search passes over what its metric bars. */
export function buildTopology({
  nodeCount,
  edgeCount,
  edgeFrom,
  edgeTo
}: Pick<Network, 'nodeCount' | 'edgeCount' | 'edgeFrom' | 'edgeTo'>): Topology {
  const start = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    start[edgeFrom[edge] + 1]++;
    start[edgeTo[edge] + 1]++;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1] += start[node];
  const next = start.slice(0, nodeCount);
  const arc = new Uint32Array(2 * edgeCount);
  const head = new Uint32Array(2 * edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const from = next[edgeFrom[edge]]++;
    arc[from] = 2 * edge;
    head[from] = edgeTo[edge];
    const to = next[edgeTo[edge]]++;
    arc[to] = 2 * edge + 1;
    head[to] = edgeFrom[edge];
  }
  return { nodeCount, start, arc, head };
}

/** Whether an edge is passable in at least one direction. */
export function isUsable(ms: Uint32Array, edge: number): boolean {
  return ms[2 * edge] !== IMPASSABLE || ms[2 * edge + 1] !== IMPASSABLE;
}
