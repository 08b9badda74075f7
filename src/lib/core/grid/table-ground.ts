import { BARRIER, TRAVEL_MODES, type GridGround, type TravelMode } from './grid-ground';

/** How a class of the land cover is crossed; a speed of 0 makes it a barrier. */
export interface CoverTravel {
  mode: TravelMode;
  kmh: number;
}

export interface TableGround {
  ground: GridGround;
  /** Classes of the land cover that the table lacks, with their number of cells; such cells are barriers. */
  unknown: Map<number, number>;
  /** Passable cells that became barriers since their elevation is unknown. */
  withoutElevation: number;
}

/**
 * Ground of a land cover (class per cell, NaN for none, which is a barrier) and a travel table by class. Slopes cannot be
 * known beside a cell without elevation, so such a cell is a barrier too.
 */
export function tableGround(
  cover: { columns: number; rows: number; cellSize: number; values: Float64Array },
  table: ReadonlyMap<number, CoverTravel>,
  elevation: Float64Array | null
): TableGround {
  const { columns, rows, cellSize, values } = cover;
  const mode = new Uint8Array(values.length).fill(BARRIER);
  const kmh = new Float64Array(values.length);
  const unknown = new Map<number, number>();
  let withoutElevation = 0;
  values.forEach((value, cell) => {
    if (Number.isNaN(value)) return;
    const travel = table.get(value);
    if (!travel) unknown.set(value, (unknown.get(value) ?? 0) + 1);
    if (!travel || travel.kmh === 0) return;
    if (elevation && Number.isNaN(elevation[cell])) {
      withoutElevation += 1;
      return;
    }
    mode[cell] = TRAVEL_MODES.indexOf(travel.mode);
    kmh[cell] = travel.kmh;
  });
  return { ground: { columns, rows, cellMetres: cellSize, mode, kmh, elevation }, unknown, withoutElevation };
}
