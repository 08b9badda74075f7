import { IMPASSABLE, type Network } from '../../src/lib/core/network/network';

/**
 * Reference one-to-all: Dijkstra with a plain array heap over adjacency lists, as a textbook has it. Milliseconds per
 * node from `source`, IMPASSABLE where there is no way.
 */
export function plainSearch(network: Network, arcMs: Uint32Array): (source: number) => Float64Array {
  const out: [number, number][][] = Array.from({ length: network.nodeCount }, () => []);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const from = network.edgeFrom[edge];
    const to = network.edgeTo[edge];
    if (arcMs[2 * edge] !== IMPASSABLE) out[from].push([to, arcMs[2 * edge]]);
    if (arcMs[2 * edge + 1] !== IMPASSABLE) out[to].push([from, arcMs[2 * edge + 1]]);
  }
  return (source) => {
    const ms = new Float64Array(network.nodeCount).fill(IMPASSABLE);
    const heap: [number, number][] = [];
    const push = (entry: [number, number]): void => {
      let at = heap.push(entry) - 1;
      for (let up = (at - 1) >> 1; at > 0 && heap[up][0] > entry[0]; at = up, up = (at - 1) >> 1) heap[at] = heap[up];
      heap[at] = entry;
    };
    const pop = (): [number, number] => {
      const top = heap[0];
      const last = heap.pop() as [number, number];
      if (heap.length === 0) return top;
      let at = 0;
      for (let child = 1; child < heap.length; child = 2 * at + 1) {
        if (child + 1 < heap.length && heap[child + 1][0] < heap[child][0]) child++;
        if (heap[child][0] >= last[0]) break;
        heap[at] = heap[child];
        at = child;
      }
      heap[at] = last;
      return top;
    };
    ms[source] = 0;
    push([0, source]);
    while (heap.length > 0) {
      const [at, node] = pop();
      if (at > ms[node]) continue;
      for (const [to, cost] of out[node]) {
        if (at + cost >= ms[to]) continue;
        ms[to] = at + cost;
        push([at + cost, to]);
      }
    }
    return ms;
  };
}
