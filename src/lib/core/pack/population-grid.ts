import type { Contains } from './polygon';

/** Persons per cell of a north-up raster in WGS84 degrees, row by row from the north-west. */
export interface PopulationGrid {
  width: number;
  height: number;
  /** Outer edge of the first cell, and the size of a cell, degrees (both sizes positive). */
  west: number;
  north: number;
  cellLon: number;
  cellLat: number;
  /** Persons; NaN where the raster has no value (sea). */
  persons: Float32Array;
}

/** Centre of a cell, [lon, lat]. */
export function cellCentre(grid: PopulationGrid, cell: number): [number, number] {
  const column = cell % grid.width;
  const row = (cell - column) / grid.width;
  return [grid.west + (column + 0.5) * grid.cellLon, grid.north - (row + 0.5) * grid.cellLat];
}

/** Cell that holds a point, -1 outside the grid. */
export function cellAt(grid: PopulationGrid, lon: number, lat: number): number {
  const column = Math.floor((lon - grid.west) / grid.cellLon);
  const row = Math.floor((grid.north - lat) / grid.cellLat);
  return column >= 0 && row >= 0 && column < grid.width && row < grid.height ? row * grid.width + column : -1;
}

/** How far a coast of the raster may lie off the boundary's, in cells. */
const SLIVER_CELLS = 5;

/**
 * Cells of an area, with a value, ascending: those whose centre lies inside, and slivers along a coast, where raster
 * and boundary draw the shore apart (connected patches of cells outside, none of them over 5 cells from the inside).
 * Across an inland border the ground goes on, so nothing is taken there. The grid must reach beyond the boundary.
 */
export function cellsOfArea(grid: PopulationGrid, contains: Contains): number[] {
  const own = new Uint8Array(grid.persons.length);
  for (let cell = 0; cell < own.length; cell++) {
    if (!Number.isNaN(grid.persons[cell]) && contains(...cellCentre(grid, cell))) own[cell] = 1;
  }
  for (const patch of outerPatches(grid, own)) {
    const near = patch.every((cell) => neighbourCells(grid, cell, SLIVER_CELLS).some((other) => own[other] === 1));
    if (near) for (const cell of patch) own[cell] = 2;
  }
  return Array.from(own.keys()).filter((cell) => own[cell] > 0);
}

/** Connected patches of cells with a value that are not the area's own. */
function outerPatches(grid: PopulationGrid, own: Uint8Array): number[][] {
  const seen = new Uint8Array(own.length);
  const patches: number[][] = [];
  for (let start = 0; start < own.length; start++) {
    if (own[start] || seen[start] || Number.isNaN(grid.persons[start])) continue;
    const patch = [start];
    seen[start] = 1;
    for (let i = 0; i < patch.length; i++) {
      for (const next of neighbourCells(grid, patch[i], 1)) {
        if (own[next] || seen[next] || Number.isNaN(grid.persons[next])) continue;
        seen[next] = 1;
        patch.push(next);
      }
    }
    patches.push(patch);
  }
  return patches;
}

function neighbourCells(grid: PopulationGrid, cell: number, reach: number): number[] {
  const column = cell % grid.width;
  const row = (cell - column) / grid.width;
  const cells: number[] = [];
  for (let y = Math.max(0, row - reach); y <= Math.min(grid.height - 1, row + reach); y++) {
    for (let x = Math.max(0, column - reach); x <= Math.min(grid.width - 1, column + reach); x++) {
      if (x !== column || y !== row) cells.push(y * grid.width + x);
    }
  }
  return cells;
}

export function sumPersons(grid: PopulationGrid, cells: readonly number[]): number {
  let sum = 0;
  for (const cell of cells) sum += grid.persons[cell];
  return sum;
}

/**
 * Whole persons nearest to real shares with the rounded total kept: floors first, then one each to the largest
 * remainders (ties to the first). The sum of the result is `round(sum of the shares)`.
 */
export function roundToWhole(shares: readonly number[]): number[] {
  const whole = shares.map(Math.floor);
  const total = Math.round(shares.reduce((sum, share) => sum + share, 0));
  let rest = total - whole.reduce((sum, share) => sum + share, 0);
  const order = shares.map((_, i) => i).sort((a, b) => shares[b] - whole[b] - (shares[a] - whole[a]) || a - b);
  for (let k = 0; rest > 0 && order.length; k = (k + 1) % order.length, rest--) whole[order[k]]++;
  return whole;
}
