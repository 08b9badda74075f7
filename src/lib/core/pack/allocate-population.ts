import FlatQueue from 'flatqueue';
import { greatCircleMm } from '../routing/snap';
import { cellAt, cellCentre } from './population-grid';
import type { PopulationGrid } from './population-grid';

export interface AllocationInput {
  grid: PopulationGrid;
  /** Cells to give away (see `cellsOfArea`). */
  cells: readonly number[];
  settlements: readonly { lon: number; lat: number }[];
  /** Metres above the sea, null where unknown; without it the ground counts as flat. */
  elevation: ((lon: number, lat: number) => number | null) | null;
  /** Cells a road or path crosses, 1 each; without it all ground is off-road. */
  roadCells: Uint8Array | null;
  /** Lakes and rivers: not walked on, save where a road crosses. Absent: none. */
  isWater?: ((lon: number, lat: number) => boolean) | null;
}

export interface Allocation {
  /** Settlement index per given cell, in the order of `cells`; -1 only when there is no settlement. */
  owner: Int32Array;
  /** Persons per settlement, not rounded. */
  persons: number[];
  /** Square kilometres of the cells each got. */
  areaKm2: number[];
  cellsByWalk: number;
  /** Cells no walk reaches (an islet): given to the nearest settlement as the crow flies. */
  cellsByDistance: number;
}

/** Walking on a level road or path, km/h (Tobler 1993: 6·e^-0.175), and his share for ground without a path. */
const LEVEL_KMH = 6 * Math.exp(-3.5 * 0.05);
const OFF_PATH_FACTOR = 0.6;
const SEED_REACH_CELLS = 10;
const STEPS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1]
] as const;

/**
 * Gives each cell to the settlement reached first on foot: least walking time over the eight neighbours of each cell,
 * by Tobler's hiking function (mean of both directions), at 0.6 of it where no road or path crosses. Cells without a
 * value (sea) are not walked on. Every cell goes to exactly one settlement, so the persons sum to the raster's.
 */
export function allocatePopulation(input: AllocationInput): Allocation {
  const { grid, cells, settlements } = input;
  const ownerOfCell = spread(input);
  const owner = new Int32Array(cells.length).fill(-1);
  const persons = settlements.map(() => 0);
  const areaKm2 = settlements.map(() => 0);
  let cellsByDistance = 0;
  cells.forEach((cell, i) => {
    if (!settlements.length) return;
    let mine = ownerOfCell[cell];
    if (mine < 0) {
      mine = nearest(settlements, cellCentre(grid, cell));
      cellsByDistance++;
    }
    owner[i] = mine;
    persons[mine] += grid.persons[cell];
    areaKm2[mine] += cellAreaKm2(grid, cell);
  });
  return {
    owner,
    persons,
    areaKm2,
    cellsByWalk: settlements.length ? cells.length - cellsByDistance : 0,
    cellsByDistance
  };
}

function spread({ grid, cells, settlements, elevation, roadCells, isWater }: AllocationInput): Int32Array {
  const walkable = new Uint8Array(grid.persons.length);
  for (const cell of cells) {
    const wet = isWater ? roadCells?.[cell] !== 1 && isWater(...cellCentre(grid, cell)) : false;
    walkable[cell] = wet ? 0 : 1;
  }
  const heights = new Float32Array(grid.persons.length);
  if (elevation) for (const cell of cells) heights[cell] = elevation(...cellCentre(grid, cell)) ?? 0;

  const owner = new Int32Array(grid.persons.length).fill(-1);
  const ms = new Float64Array(grid.persons.length).fill(Infinity);
  const queue = new FlatQueue<number>();
  settlements.forEach(({ lon, lat }, index) => {
    const cell = seedCell(grid, walkable, lon, lat);
    if (cell < 0) return;
    const start = (greatCircleMm(lon, lat, ...cellCentre(grid, cell)) * 3.6) / LEVEL_KMH;
    if (start >= ms[cell]) return;
    ms[cell] = start;
    owner[cell] = index;
    queue.push(cell, start);
  });

  for (let top = queue.peekValue(); top !== undefined; top = queue.peekValue()) {
    const cell = queue.pop()!;
    if (top > ms[cell]) continue;
    const column = cell % grid.width;
    const row = (cell - column) / grid.width;
    const [, lat] = cellCentre(grid, cell);
    const eastMetres = grid.cellLon * 111_195 * Math.cos((lat * Math.PI) / 180);
    const northMetres = grid.cellLat * 111_195;
    for (const [dx, dy] of STEPS) {
      const x = column + dx;
      const y = row + dy;
      if (x < 0 || y < 0 || x >= grid.width || y >= grid.height) continue;
      const next = y * grid.width + x;
      if (!walkable[next]) continue;
      const metres = Math.hypot(dx * eastMetres, dy * northMetres);
      const slope = Math.abs(heights[next] - heights[cell]) / metres;
      const onPath = roadCells ? roadCells[cell] === 1 && roadCells[next] === 1 : false;
      const time = ms[cell] + (metres * 3600) / walkKmh(slope, onPath);
      if (time >= ms[next]) continue;
      ms[next] = time;
      owner[next] = owner[cell];
      queue.push(next, time);
    }
  }
  return owner;
}

/** Mean of up and down, so that the walk to and from a settlement counts alike. */
function walkKmh(slope: number, onPath: boolean): number {
  const up = 6 * Math.exp(-3.5 * (slope + 0.05));
  const down = 6 * Math.exp(-3.5 * Math.abs(slope - 0.05));
  return Math.max(0.1, ((up + down) / 2) * (onPath ? 1 : OFF_PATH_FACTOR));
}

/** The settlement's own cell, else the nearest walkable one within reach: a harbour's point may fall into the sea. */
function seedCell(grid: PopulationGrid, walkable: Uint8Array, lon: number, lat: number): number {
  const own = cellAt(grid, lon, lat);
  if (own < 0) return -1;
  if (walkable[own]) return own;
  const column = own % grid.width;
  const row = (own - column) / grid.width;
  let best = -1;
  let bestMm = Infinity;
  for (let y = Math.max(0, row - SEED_REACH_CELLS); y <= Math.min(grid.height - 1, row + SEED_REACH_CELLS); y++) {
    for (
      let x = Math.max(0, column - SEED_REACH_CELLS);
      x <= Math.min(grid.width - 1, column + SEED_REACH_CELLS);
      x++
    ) {
      const cell = y * grid.width + x;
      if (!walkable[cell]) continue;
      const mm = greatCircleMm(lon, lat, ...cellCentre(grid, cell));
      if (mm >= bestMm) continue;
      best = cell;
      bestMm = mm;
    }
  }
  return best;
}

export function nearest(
  places: readonly { lon: number; lat: number }[],
  [lon, lat]: readonly [number, number]
): number {
  let best = -1;
  let bestMm = Infinity;
  places.forEach((place, index) => {
    const mm = greatCircleMm(lon, lat, place.lon, place.lat);
    if (mm >= bestMm) return;
    best = index;
    bestMm = mm;
  });
  return best;
}

function cellAreaKm2(grid: PopulationGrid, cell: number): number {
  const [, lat] = cellCentre(grid, cell);
  return grid.cellLon * 111.195 * Math.cos((lat * Math.PI) / 180) * grid.cellLat * 111.195;
}
