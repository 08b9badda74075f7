import { IMPASSABLE, type Network } from '../network/network';
import type { Metric } from './metric';
import type { Topology } from './topology';

export interface Seed {
  node: number;
  ms: number;
  mm: number;
}

export interface SearchInput {
  seeds: readonly Seed[];
  /** Search against the direction of travel: times *to* the seeds. */
  backward?: boolean;
  /** Stop once all of these nodes have their time; without it the whole network gets one. */
  until?: readonly number[];
}

/** A reusable search; its arrays hold the last run. */
export interface Search {
  /** Least milliseconds per node, IMPASSABLE where there is no way (or the search stopped before). */
  ms: Uint32Array;
  /** Least road millimetres among the ways of least time. */
  mm: Uint32Array;
  /** Arc by which a node was reached, in travel direction; −1 for seeds and nodes not reached. */
  via: Int32Array;
  run(input: SearchInput): void;
}

const ABSENT = -1;
const DONE = -2;

/**
 * Dijkstra's algorithm with an indexed binary heap, ordered by milliseconds, then millimetres. Throws RangeError when a
 * sum does not fit 32 bits.
 */
export function createSearch(network: Network, topology: Topology, metric: Metric): Search {
  const { nodeCount, start, arc, head } = topology;
  const ms = new Uint32Array(nodeCount);
  const mm = new Uint32Array(nodeCount);
  const via = new Int32Array(nodeCount);
  const position = new Int32Array(nodeCount);
  const heapNode = new Uint32Array(nodeCount + 1);
  const wanted = new Uint32Array(nodeCount);
  let stamp = 0;
  let size = 0;

  const outMs = new Uint32Array(arc.length);
  const inMs = new Uint32Array(arc.length);
  const arcMm = new Uint32Array(arc.length);
  for (let i = 0; i < arc.length; i++) {
    outMs[i] = metric.ms[arc[i]];
    inMs[i] = metric.ms[arc[i] ^ 1];
    arcMm[i] = network.edgeLengthMm[arc[i] >> 1];
  }

  function less(a: number, b: number): boolean {
    return ms[a] < ms[b] || (ms[a] === ms[b] && mm[a] < mm[b]);
  }

  function raise(from: number): void {
    const node = heapNode[from];
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!less(node, heapNode[parent])) break;
      heapNode[at] = heapNode[parent];
      position[heapNode[at]] = at;
      at = parent;
    }
    heapNode[at] = node;
    position[node] = at;
  }

  function pop(): number {
    const top = heapNode[0];
    position[top] = DONE;
    const node = heapNode[--size];
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && less(heapNode[child + 1], heapNode[child])) child++;
      if (!less(heapNode[child], node)) break;
      heapNode[at] = heapNode[child];
      position[heapNode[at]] = at;
      at = child;
    }
    heapNode[at] = node;
    position[node] = at;
    return top;
  }

  function offer(node: number, newMs: number, newMm: number, arcId: number): void {
    const at = position[node];
    if (at === DONE) return;
    if (at !== ABSENT && (newMs > ms[node] || (newMs === ms[node] && newMm >= mm[node]))) return;
    if (newMs >= IMPASSABLE || newMm >= IMPASSABLE) throw new RangeError('A travel time does not fit 32 bits.');
    ms[node] = newMs;
    mm[node] = newMm;
    via[node] = arcId;
    if (at === ABSENT) heapNode[size++] = node;
    raise(at === ABSENT ? size - 1 : at);
  }

  function run({ seeds, backward = false, until }: SearchInput): void {
    ms.fill(IMPASSABLE);
    mm.fill(IMPASSABLE);
    via.fill(-1);
    position.fill(ABSENT);
    size = 0;
    stamp++;
    let left = until ? 0 : -1;
    for (const node of until ?? []) {
      if (wanted[node] === stamp) continue;
      wanted[node] = stamp;
      left++;
    }
    const weight = backward ? inMs : outMs;
    for (const seed of seeds) offer(seed.node, seed.ms, seed.mm, -1);
    while (size > 0 && left !== 0) {
      const node = pop();
      if (left > 0 && wanted[node] === stamp && --left === 0) break;
      const end = start[node + 1];
      for (let i = start[node]; i < end; i++) {
        if (weight[i] === IMPASSABLE) continue;
        offer(head[i], ms[node] + weight[i], mm[node] + arcMm[i], backward ? arc[i] ^ 1 : arc[i]);
      }
    }
    // A node still in the queue has only an upper bound.
    for (let i = 0; i < size; i++) {
      const node = heapNode[i];
      ms[node] = IMPASSABLE;
      mm[node] = IMPASSABLE;
      via[node] = -1;
    }
  }

  return { ms, mm, via, run };
}
