import { IMPASSABLE, type Network } from '../network/network';
import type { Metric } from './metric';
import { isUsable, type Topology } from './topology';

/** Strongly connected parts of the open network: within one, every place reaches every other. */
export interface Parts {
  count: number;
  /** Part of each node; nodes without usable edges have parts of their own. */
  ofNode: Int32Array;
  /** Part of each edge whose two ends share one and that is usable; else −1. */
  ofEdge: Int32Array;
  /** Road of each part, every edge once. */
  roadMm: Float64Array;
  edges: Uint32Array;
}

/** Tarjan's algorithm (1972) without recursion, over the arcs the metric lets pass. */
export function findParts(network: Network, topology: Topology, { ms }: Metric): Parts {
  const { nodeCount, start, arc, head } = topology;
  const ofNode = new Int32Array(nodeCount).fill(-1);
  const order = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const next = start.slice(0, nodeCount);
  const open = new Uint32Array(nodeCount);
  const path = new Uint32Array(nodeCount);
  let opened = 0;
  let depth = 0;
  let seen = 0;
  let count = 0;

  function enter(node: number): void {
    order[node] = low[node] = seen++;
    open[opened++] = node;
    path[depth++] = node;
  }

  function leave(node: number): void {
    depth--;
    if (depth > 0) low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[node]);
    if (low[node] !== order[node]) return;
    let member: number;
    do {
      member = open[--opened];
      ofNode[member] = count;
    } while (member !== node);
    count++;
  }

  for (let root = 0; root < nodeCount; root++) {
    if (order[root] >= 0) continue;
    enter(root);
    while (depth > 0) {
      const node = path[depth - 1];
      if (next[node] === start[node + 1]) {
        leave(node);
        continue;
      }
      const i = next[node]++;
      if (ms[arc[i]] === IMPASSABLE) continue;
      const to = head[i];
      if (order[to] < 0) enter(to);
      else if (ofNode[to] < 0) low[node] = Math.min(low[node], order[to]);
    }
  }
  return { count, ofNode, ...measure(network, ms, ofNode, count) };
}

function measure(
  network: Network,
  ms: Uint32Array,
  ofNode: Int32Array,
  count: number
): Pick<Parts, 'ofEdge' | 'roadMm' | 'edges'> {
  const ofEdge = new Int32Array(network.edgeCount).fill(-1);
  const roadMm = new Float64Array(count);
  const edges = new Uint32Array(count);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const part = ofNode[network.edgeFrom[edge]];
    if (part !== ofNode[network.edgeTo[edge]] || !isUsable(ms, edge)) continue;
    ofEdge[edge] = part;
    roadMm[part] += network.edgeLengthMm[edge];
    edges[part]++;
  }
  return { ofEdge, roadMm, edges };
}
