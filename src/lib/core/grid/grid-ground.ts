/** How a cell is crossed, as WHO AccessMod names it; the order is the code in `GridGround.mode`. */
export const TRAVEL_MODES = ['WALKING', 'BICYCLING', 'MOTORIZED'] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** Code in `GridGround.mode` of a cell that nobody enters. */
export const BARRIER = 255;

/** GridGround to be crossed, in square cells, row by row from the north-western one. */
export interface GridGround {
  columns: number;
  rows: number;
  /** Side of a cell, metres. */
  cellMetres: number;
  /** Index into TRAVEL_MODES, or BARRIER. */
  mode: Uint8Array;
  /** Speed on the level, km/h; above 0 wherever there is no barrier. */
  kmh: Float64Array;
  /** Metres above the sea; null where all ground counts as level. A cell without one (NaN) must be a barrier. */
  elevation: Float64Array | null;
}

/** Cells of a column and row, -1 outside. */
export function cellOf({ columns, rows }: Pick<GridGround, 'columns' | 'rows'>, column: number, row: number): number {
  return column >= 0 && row >= 0 && column < columns && row < rows ? row * columns + column : -1;
}
