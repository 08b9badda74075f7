import type { Network } from '../network/network';

/** Squares of about equal sides over the network, each with the edges that may cross it. */
export interface EdgeGrid {
  /** West and south border, and size of a cell, in degrees × 1e7. */
  west: number;
  south: number;
  width: number;
  height: number;
  columns: number;
  rows: number;
  /** Edges of cell `row·columns + column` stand at `start[cell]` … `start[cell + 1] − 1`. */
  start: Uint32Array;
  edge: Uint32Array;
}

/** Edges to a cell, were they spread evenly. */
const EDGES_PER_CELL = 2;
const MOST_CELLS = 1 << 22;

/** Lays the edges into a grid fine enough that a cell holds a few. */
export function layGrid({ nodeCount, nodeLonE7, nodeLatE7, edgeCount, edgeFrom, edgeTo }: Network): EdgeGrid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < nodeCount; node++) {
    west = Math.min(west, nodeLonE7[node]);
    east = Math.max(east, nodeLonE7[node]);
    south = Math.min(south, nodeLatE7[node]);
    north = Math.max(north, nodeLatE7[node]);
  }
  const shrink = Math.max(0.01, Math.cos(((south + north) / 2e7) * (Math.PI / 180)));
  const wide = (east - west) * shrink + 1;
  const high = north - south + 1;
  const cells = Math.min(MOST_CELLS, Math.max(1, edgeCount / EDGES_PER_CELL));
  // No side in more pieces than there are cells: a network may lie on one line.
  const side = Math.max(Math.sqrt((wide * high) / cells), Math.max(wide, high) / cells);
  const columns = Math.ceil(wide / side);
  const rows = Math.ceil(high / side);
  const grid: EdgeGrid = {
    west,
    south,
    width: side / shrink,
    height: side,
    columns,
    rows,
    start: new Uint32Array(columns * rows + 1),
    edge: new Uint32Array()
  };

  function eachCell(edge: number, visit: (cell: number) => void): void {
    const a = edgeFrom[edge];
    const b = edgeTo[edge];
    const [low, top] = nodeLatE7[a] <= nodeLatE7[b] ? [a, b] : [b, a];
    const x = nodeLonE7[low];
    const y = nodeLatE7[low];
    const slope = nodeLatE7[top] === y ? 0 : (nodeLonE7[top] - x) / (nodeLatE7[top] - y);
    const lastRow = rowOf(grid, nodeLatE7[top] + 1);
    for (let row = rowOf(grid, y - 1); row <= lastRow; row++) {
      // The stretch of the edge within this row; a unit more on all sides, so that no rounding leaves a cell out.
      const from = Math.max(y, south + row * side - 1);
      const to = Math.min(nodeLatE7[top], south + (row + 1) * side + 1);
      const flat = slope === 0;
      const left = flat ? Math.min(x, nodeLonE7[top]) : x + slope * ((slope > 0 ? from : to) - y);
      const right = flat ? Math.max(x, nodeLonE7[top]) : x + slope * ((slope > 0 ? to : from) - y);
      const lastColumn = columnOf(grid, right + 1);
      for (let column = columnOf(grid, left - 1); column <= lastColumn; column++) visit(row * columns + column);
    }
  }

  const { start } = grid;
  for (let edge = 0; edge < edgeCount; edge++) eachCell(edge, (cell) => start[cell + 1]++);
  for (let cell = 0; cell < columns * rows; cell++) start[cell + 1] += start[cell];
  const next = start.slice(0, columns * rows);
  grid.edge = new Uint32Array(start[columns * rows]);
  for (let edge = 0; edge < edgeCount; edge++) eachCell(edge, (cell) => (grid.edge[next[cell]++] = edge));
  return grid;
}

/** Column of a longitude in degrees × 1e7, within the grid. */
export function columnOf({ west, width, columns }: EdgeGrid, lonE7: number): number {
  return Math.min(columns - 1, Math.max(0, Math.floor((lonE7 - west) / width)));
}

/** Row of a latitude in degrees × 1e7, within the grid. */
export function rowOf({ south, height, rows }: EdgeGrid, latE7: number): number {
  return Math.min(rows - 1, Math.max(0, Math.floor((latE7 - south) / height)));
}
