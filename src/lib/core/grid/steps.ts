/** Neighbours a cell is left to: the eight around it, or those and the eight a knight's move away. */
export type Neighbours = 8 | 16;

/** One move between cells: columns east, rows south, the cells it crosses on its way, its length in cells. */
export interface Step {
  column: number;
  row: number;
  /** Offsets [column, row] of the cells crossed; none for the eight neighbours. */
  crossed: readonly (readonly [number, number])[];
  length: number;
}

const NEAR = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => [column, row] as const));

const EIGHT: readonly Step[] = NEAR.filter(([column, row]) => column !== 0 || row !== 0).map(([column, row]) => ({
  column,
  row,
  crossed: [],
  length: Math.hypot(column, row)
}));

/** A knight's move crosses the straight and the diagonal neighbour that lie beside its line. */
const KNIGHT: readonly Step[] = [-1, 1].flatMap((a) =>
  [-1, 1].flatMap((b) => [
    { column: 2 * a, row: b, crossed: [[a, 0] as const, [a, b] as const], length: Math.sqrt(5) },
    { column: a, row: 2 * b, crossed: [[0, b] as const, [a, b] as const], length: Math.sqrt(5) }
  ])
);

/** Every step with the one that leads back. */
export function movesOf(neighbours: Neighbours): readonly (readonly [Step, Step])[] {
  const steps = neighbours === 16 ? [...EIGHT, ...KNIGHT] : EIGHT;
  const back = (step: Step): Step => steps.find(({ column, row }) => column === -step.column && row === -step.row)!;
  return steps.map((step) => [step, back(step)]);
}
