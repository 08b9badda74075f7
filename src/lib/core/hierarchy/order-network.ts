import type { Network } from '../network/network';
import { buildTopology } from '../routing/topology';
import { findCore, layChains } from './chains';
import { dissect } from './dissect';
import { eliminate, type Elimination } from './eliminate';
import { simpleGraph, type Graph } from './graph';
import { reduce } from './reduce';

/**
 * Order of the network's junctions for its contraction hierarchy, most important first: nested dissection by inertial
 * flow of what is left when dead ends and passages are taken away. It depends on the roads alone, not on speeds or
 * closures. Nodes of degree two between two edges are not in it. Deterministic.
 */
export function orderNetwork(network: Network): Uint32Array {
  const core = findCore(network, buildTopology(network));
  const nodes = listed(core);
  const { tail, head } = layChains(network, nodes);
  const graph = simpleGraph(nodes.length, tail, head);
  const { removed, kept, kernel } = reduce(graph);
  const inner = dissect(
    kernel,
    linesOf(
      network,
      kept.map((i) => nodes[i])
    )
  );
  const order = new Uint32Array(nodes.length);
  inner.forEach((node, i) => (order[i] = kept[node]));
  removed.forEach((node, i) => (order[order.length - 1 - i] = node));
  return preorder(eliminate(renumber(graph, order))).map((i) => nodes[order[i]]);
}

function listed(core: Uint8Array): Uint32Array {
  const nodes = new Uint32Array(core.length);
  let size = 0;
  core.forEach((is, node) => {
    if (is) nodes[size++] = node;
  });
  return nodes.slice(0, size);
}

/** Coordinates to look for cuts along: west–east, south–north and the two diagonals, in about equal units. */
function linesOf({ nodeLonE7, nodeLatE7 }: Network, nodes: Uint32Array): Float64Array[] {
  let latitude = 0;
  for (const node of nodes) latitude += nodeLatE7[node] / nodes.length;
  // In whole 1/1024, so that no last bit of a cosine can turn the order.
  const shrink = Math.max(1, Math.round(1024 * Math.cos((latitude / 1e7) * (Math.PI / 180))));
  const x = Float64Array.from(nodes, (node) => nodeLonE7[node] * shrink);
  const y = Float64Array.from(nodes, (node) => nodeLatE7[node] * 1024);
  return [x, y, x.map((each, i) => each + y[i]), x.map((each, i) => each - y[i])];
}

/** The graph with node `order[i]` called i. */
function renumber({ count, start, head }: Graph, order: Uint32Array): Graph {
  const number = new Uint32Array(count);
  order.forEach((node, i) => (number[node] = i));
  const a = new Uint32Array(head.length / 2);
  const b = new Uint32Array(head.length / 2);
  let size = 0;
  for (let node = 0; node < count; node++) {
    for (let k = start[node]; k < start[node + 1]; k++) {
      if (head[k] < node) continue;
      a[size] = number[node];
      b[size++] = number[head[k]];
    }
  }
  return simpleGraph(count, a, b);
}

/**
 * The nodes with every subtree of the elimination tree in one piece: the same hierarchy, and what is used together stands
 * together.
 */
function preorder({ count, parent }: Elimination): Uint32Array {
  const firstChild = new Int32Array(count).fill(-1);
  const nextChild = new Int32Array(count).fill(-1);
  const stack: number[] = [];
  for (let node = count - 1; node >= 0; node--) {
    if (parent[node] < 0) stack.push(node);
    else {
      nextChild[node] = firstChild[parent[node]];
      firstChild[parent[node]] = node;
    }
  }
  const order = new Uint32Array(count);
  let size = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    order[size++] = node;
    const from = stack.length;
    for (let child = firstChild[node]; child >= 0; child = nextChild[child]) stack.push(child);
    // The first child is taken first.
    for (let i = from, j = stack.length - 1; i < j; i++, j--) [stack[i], stack[j]] = [stack[j], stack[i]];
  }
  return order;
}
