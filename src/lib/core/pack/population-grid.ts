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

/** Cells whose centre lies inside, with a value, ascending. */
export function cellsInside(grid: PopulationGrid, contains: Contains): number[] {
  const cells: number[] = [];
  for (let cell = 0; cell < grid.persons.length; cell++) {
    if (Number.isNaN(grid.persons[cell])) continue;
    const [lon, lat] = cellCentre(grid, cell);
    if (contains(lon, lat)) cells.push(cell);
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
