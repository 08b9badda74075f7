import FlatQueue from 'flatqueue';
import { BARRIER, type GridGround } from './grid-ground';
import { modeSpeed, WALKING, walkingFactor } from './mode-speed';
import { movesOf, type Neighbours, type Step } from './steps';

/** Where travel begins (or ends), and the time already spent (or still to spend) there, in the unit of the field. */
export interface FieldSeed {
  cell: number;
  time: number;
}

export interface FieldInput {
  seeds: readonly FieldSeed[];
  neighbours: Neighbours;
  /** Times away from the seeds, or from everywhere to the nearest of them. */
  toward: 'away' | 'seeds';
  /**
   * `seconds` are doubles, as the published answers of AccessMod want them; with `ms` every step is rounded half-up to
   * whole milliseconds, so that sums are exact and add to those of the roads.
   */
  unit: 'seconds' | 'ms';
  /** Cells farther than this stay unreached; no limit without it. */
  most?: number;
}

/** A long answer that stops now and then, so that a worker can listen in between; yields the share done, 0–1. */
export type Gradual<T> = Generator<number, T>;

/** Runs a gradual answer to its end. */
export function complete<T>(gradual: Gradual<T>): T {
  for (;;) {
    const step = gradual.next();
    if (step.done) return step.value;
  }
}

export interface TravelField {
  /** Least time per cell, Infinity where there is no way within the limit. */
  time: Float64Array;
  /** Metres of that way, from cell centre to cell centre. */
  metres: Float64Array;
  /** Index of the seed it begins (or ends) at, -1 where there is none. */
  seed: Int32Array;
}

const CELLS_AT_A_TIME = 16_384;

/**
 * Least travel time over a raster by WHO AccessMod 5's published method: a step takes half its length at the speed of each
 * of its two cells, a knight's move a quarter at each of the four it touches; the slope is that of the whole step, in the
 * direction of travel. Nobody enters or crosses a barrier; a seed on one reaches nothing. Dijkstra over the cells, so the
 * answer is exact but for the last bits of the sums.
 */
export function travelField(ground: GridGround, input: FieldInput): TravelField {
  return complete(spreadTravel(ground, input));
}

/** The same in steps. */
export function* spreadTravel(ground: GridGround, input: FieldInput): Gradual<TravelField> {
  const { columns, rows, mode } = ground;
  const cells = columns * rows;
  const time = new Float64Array(cells).fill(Infinity);
  const metres = new Float64Array(cells);
  const seed = new Int32Array(cells).fill(-1);
  const { unit, most = Infinity } = input;
  const queue = new FlatQueue<number>();
  const moves = movesOf(input.neighbours);
  input.seeds.forEach((each, i) => {
    if (mode[each.cell] === BARRIER || each.time > most || each.time >= time[each.cell]) return;
    time[each.cell] = each.time;
    seed[each.cell] = i;
    queue.push(each.cell, each.time);
  });

  const passable = mode.reduce((sum, each) => (each === BARRIER ? sum : sum + 1), 0);
  let settled = 0;
  while (queue.length > 0) {
    const reached = queue.peekValue()!;
    const cell = queue.pop()!;
    if (reached > time[cell]) continue;
    settled += 1;
    if (settled % CELLS_AT_A_TIME === 0) yield settled / passable;
    const column = cell % columns;
    const row = (cell - column) / columns;
    for (const [step, back] of moves) {
      const x = column + step.column;
      const y = row + step.row;
      if (x < 0 || y < 0 || x >= columns || y >= rows) continue;
      const next = y * columns + x;
      if (time[next] <= reached) continue;
      const seconds =
        input.toward === 'away' ? stepSeconds(ground, cell, step, next) : stepSeconds(ground, next, back, cell);
      const sum = reached + (unit === 'ms' ? Math.floor(seconds * 1000 + 0.5) : seconds);
      const length = metres[cell] + step.length * ground.cellMetres;
      if (!(sum <= most) || sum > time[next] || (sum === time[next] && length >= metres[next])) continue;
      if (sum < time[next]) queue.push(next, sum);
      time[next] = sum;
      metres[next] = length;
      seed[next] = seed[cell];
    }
  }
  return { time, metres, seed };
}

/** Seconds of one step, Infinity where it would cross a barrier. */
function stepSeconds(
  { columns, cellMetres, mode, kmh, elevation }: GridGround,
  from: number,
  step: Step,
  to: number
): number {
  const length = step.length * cellMetres;
  const slope = elevation ? (elevation[to] - elevation[from]) / length : 0;
  const walking = walkingFactor(slope);
  const share = (length / (2 + step.crossed.length)) * 3.6;
  const over = (cell: number): number => {
    if (mode[cell] === BARRIER) return Infinity;
    return share / (mode[cell] === WALKING ? kmh[cell] * walking : modeSpeed(mode[cell], kmh[cell], slope));
  };
  let sum = over(from) + over(to);
  for (const [column, row] of step.crossed) sum += over(from + row * columns + column);
  return sum;
}
