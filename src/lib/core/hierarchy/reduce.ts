import type { Graph } from './graph';

export interface Reduction {
  /** Nodes in the order they were taken away. */
  removed: Uint32Array;
  /** The rest in ascending order, none with fewer than three neighbours; node i of `kernel` is `kept[i]`. */
  kept: Uint32Array;
  kernel: Graph;
}

/**
 * Takes away nodes with at most two neighbours, joining the two, until none is left: dead ends and the passages between
 * real junctions. Each round takes nodes that do not touch, so that a long road falls in a logarithm of rounds and the
 * elimination tree stays low.
 */
export function reduce(graph: Graph): Reduction {
  const { count, start } = graph;
  const head = graph.head.slice();
  const degree = new Uint32Array(count);
  for (let node = 0; node < count; node++) degree[node] = start[node + 1] - start[node];
  const gone = new Uint8Array(count);
  const blocked = new Int32Array(count).fill(-1);
  const queued = new Uint8Array(count);
  const removed = new Uint32Array(count);
  let size = 0;

  /** In the list of `node`, `old` gives way to `fresh`, or goes where `fresh` stands there already (or is < 0). */
  function replace(node: number, old: number, fresh: number): void {
    const begin = start[node];
    const end = begin + degree[node];
    let at = begin;
    let holds = fresh < 0;
    for (let i = begin; i < end; i++) {
      if (head[i] === old) at = i;
      else if (head[i] === fresh) holds = true;
    }
    if (!holds) {
      head[at] = fresh;
      return;
    }
    head[at] = head[end - 1];
    degree[node]--;
  }

  let round: number[] = [];
  for (let node = 0; node < count; node++) {
    if (degree[node] > 2) continue;
    round.push(node);
    queued[node] = 1;
  }
  for (let turn = 0; round.length > 0; turn++) {
    const later: number[] = [];
    for (const node of round) {
      if (blocked[node] === turn) {
        later.push(node);
        continue;
      }
      queued[node] = 0;
      gone[node] = 1;
      removed[size++] = node;
      const a = degree[node] > 0 ? head[start[node]] : -1;
      const b = degree[node] > 1 ? head[start[node] + 1] : -1;
      if (a >= 0) replace(a, node, b);
      if (b >= 0) replace(b, node, a);
      for (const near of [a, b]) {
        if (near < 0) continue;
        blocked[near] = turn;
        if (degree[near] > 2 || queued[near]) continue;
        queued[near] = 1;
        later.push(near);
      }
    }
    round = later.sort((a, b) => a - b);
  }

  const kept = new Uint32Array(count - size);
  const number = new Uint32Array(count);
  let next = 0;
  for (let node = 0; node < count; node++) {
    if (gone[node]) continue;
    number[node] = next;
    kept[next++] = node;
  }
  const kernel: Graph = { count: kept.length, start: new Uint32Array(kept.length + 1), head: new Uint32Array(0) };
  for (let i = 0; i < kept.length; i++) kernel.start[i + 1] = kernel.start[i] + degree[kept[i]];
  kernel.head = new Uint32Array(kernel.start[kept.length]);
  for (let i = 0; i < kept.length; i++) {
    const part = kernel.head.subarray(kernel.start[i], kernel.start[i + 1]);
    part.forEach((_, k) => (part[k] = number[head[start[kept[i]] + k]]));
    part.sort();
  }
  return { removed: removed.slice(0, size), kept, kernel };
}
