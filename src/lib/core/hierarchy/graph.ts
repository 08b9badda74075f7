/** An undirected graph without loops or parallel edges; every edge stands at both of its ends. */
export interface Graph {
  count: number;
  /** Neighbours of node n stand at `start[n]` … `start[n + 1] − 1`, ascending. */
  start: Uint32Array;
  head: Uint32Array;
}

/** The simple graph of pairs `(a[i], b[i])`: loops and repeats are dropped. */
export function simpleGraph(count: number, a: Uint32Array, b: Uint32Array): Graph {
  const first = new Uint32Array(count + 1);
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    first[a[i] + 1]++;
    first[b[i] + 1]++;
  }
  for (let node = 0; node < count; node++) first[node + 1] += first[node];
  const next = first.slice(0, count);
  const all = new Uint32Array(first[count]);
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    all[next[a[i]]++] = b[i];
    all[next[b[i]]++] = a[i];
  }
  const start = new Uint32Array(count + 1);
  let size = 0;
  for (let node = 0; node < count; node++) {
    const from = size;
    sortPart(all, first[node], first[node + 1]);
    for (let i = first[node]; i < first[node + 1]; i++) {
      if (size > from && all[size - 1] === all[i]) continue;
      all[size++] = all[i];
    }
    start[node + 1] = size;
  }
  return { count, start, head: all.slice(0, size) };
}

/** Sorts `values[from … to − 1]` ascending; made for short parts. */
export function sortPart(values: Uint32Array, from: number, to: number): void {
  if (to - from > 24) {
    values.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = values[i];
    let at = i;
    while (at > from && values[at - 1] > value) {
      values[at] = values[at - 1];
      at--;
    }
    values[at] = value;
  }
}
