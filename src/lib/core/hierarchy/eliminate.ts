import { sortPart, type Graph } from './graph';

/**
 * What remains of a graph when its nodes are taken away from the last to the first, the neighbours left over of each
 * being joined to one another: the chordal supergraph of a contraction hierarchy. All of a node's upper neighbours lie on
 * its way to the root of the elimination tree.
 */
export interface Elimination {
  count: number;
  /** Upper neighbours (lower numbers) of node n stand at `start[n]` … `start[n + 1] − 1`, ascending. */
  start: Uint32Array;
  head: Uint32Array;
  /** The nearest upper neighbour of each node, −1 at a root. */
  parent: Int32Array;
}

export function eliminate({ count, start, head }: Graph): Elimination {
  const parent = new Int32Array(count).fill(-1);
  const firstChild = new Int32Array(count).fill(-1);
  const nextChild = new Int32Array(count).fill(-1);
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const seen = new Int32Array(count).fill(-1);
  let upper = new Uint32Array(head.length + 16);
  let size = 0;
  for (let node = count - 1; node >= 0; node--) {
    if (size + count > upper.length) {
      // A list is never longer than the nodes above, so there is room for the whole of it.
      const larger = new Uint32Array(upper.length * 2 + count);
      larger.set(upper.subarray(0, size));
      upper = larger;
    }
    const begin = size;
    seen[node] = node;
    for (let i = start[node]; i < start[node + 1] && head[i] < node; i++) {
      seen[head[i]] = node;
      upper[size++] = head[i];
    }
    for (let child = firstChild[node]; child >= 0; child = nextChild[child]) {
      for (let i = from[child]; i < to[child]; i++) {
        if (seen[upper[i]] === node) continue;
        seen[upper[i]] = node;
        upper[size++] = upper[i];
      }
    }
    sortPart(upper, begin, size);
    from[node] = begin;
    to[node] = size;
    if (size === begin) continue;
    const above = upper[size - 1];
    parent[node] = above;
    nextChild[node] = firstChild[above];
    firstChild[above] = node;
  }
  const result = { count, start: new Uint32Array(count + 1), head: new Uint32Array(size), parent };
  for (let node = 0; node < count; node++) {
    result.head.set(upper.subarray(from[node], to[node]), result.start[node]);
    result.start[node + 1] = result.start[node] + to[node] - from[node];
  }
  return result;
}
