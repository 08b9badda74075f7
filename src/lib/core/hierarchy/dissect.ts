import { createCutter } from './cut';
import type { Graph } from './graph';

/** Cells this small are not cut any more. */
const SMALLEST_CUT = 4;

interface Cell {
  from: number;
  to: number;
}

/**
 * Nested dissection: a small set of nodes that parts the graph in two comes first, then either half in the same way.
 * `lines` are coordinates along which to look for cuts (see `inertial flow`, Schild and Sommer 2015). The same graph
 * always gives the same order.
 *
 * @returns the nodes, most important first.
 */
export function dissect(graph: Graph, lines: readonly Float64Array[]): Uint32Array {
  const { count, start, head } = graph;
  const sorted = lines.map((line) => nodesAlong(line));
  const spare = new Uint32Array(count);
  const order = new Uint32Array(count);
  const cell = new Int32Array(count);
  const side = new Uint32Array(count);
  const queue = new Uint32Array(count);
  const cutter = createCutter(graph, cell, side);
  let placed = 0;
  let lastCell = 0;
  const cells: Cell[] = [{ from: 0, to: count }];

  /** Numbers the parts of a cell that do not touch in `side`, and gives how many there are. */
  function findComponents({ from, to }: Cell, id: number): number {
    const nodes = sorted[0];
    let components = 0;
    for (let i = from; i < to; i++) side[nodes[i]] = count;
    for (let i = from; i < to; i++) {
      if (side[nodes[i]] !== count) continue;
      let size = 0;
      queue[size++] = nodes[i];
      side[nodes[i]] = components;
      for (let at = 0; at < size; at++) {
        for (let k = start[queue[at]]; k < start[queue[at] + 1]; k++) {
          const near = head[k];
          if (cell[near] !== id || side[near] !== count) continue;
          side[near] = components;
          queue[size++] = near;
        }
      }
      components++;
    }
    return components;
  }

  /** Sorts the nodes of a cell by `side` within every line; those with `side` ≥ `parts` have left. */
  function part({ from, to }: Cell, parts: number): Cell[] {
    const starts = new Uint32Array(parts + 1);
    for (let i = from; i < to; i++) if (side[sorted[0][i]] < parts) starts[side[sorted[0][i]] + 1]++;
    for (let k = 0; k < parts; k++) starts[k + 1] += starts[k];
    for (const nodes of sorted) {
      const next = starts.slice();
      for (let i = from; i < to; i++) if (side[nodes[i]] < parts) spare[next[side[nodes[i]]]++] = nodes[i];
      nodes.set(spare.subarray(0, starts[parts]), from);
    }
    return Array.from({ length: parts }, (_, k) => ({ from: from + starts[k], to: from + starts[k + 1] }));
  }

  for (let next = cells.pop(); next; next = cells.pop()) {
    const id = ++lastCell;
    for (let i = next.from; i < next.to; i++) cell[sorted[0][i]] = id;
    if (next.to - next.from < SMALLEST_CUT) {
      const rest = [...sorted[0].subarray(next.from, next.to)];
      rest.sort((a, b) => start[b + 1] - start[b] - (start[a + 1] - start[a]) || a - b);
      for (const node of rest) order[placed++] = node;
      continue;
    }
    const components = findComponents(next, id);
    if (components > 1) {
      cells.push(...part(next, components).reverse());
      continue;
    }
    const separator = cutter.cut(sorted, next, id);
    for (const node of separator) order[placed++] = node;
    cells.push(...part(next, 2).reverse());
  }
  return order;
}

function nodesAlong(line: Float64Array): Uint32Array {
  return Uint32Array.from(line, (_, node) => node).sort((a, b) => line[a] - line[b] || a - b);
}
