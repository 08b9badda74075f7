import { EARTH_RADIUS_M } from '../network/length';

/** What covers a cell. `none` is beyond the area or the sea; on `way` a road or path crosses, whatever else is there. */
export const LAND_COVERS = [
  'none',
  'water',
  'way',
  'built',
  'bare',
  'crops',
  'grass',
  'shrub',
  'tree',
  'snow',
  'unknown'
] as const;
export type LandCover = (typeof LAND_COVERS)[number];

/** What walks off the road rest on: cover and elevation in cells, row by row from the north-western one. */
export interface Land {
  columns: number;
  rows: number;
  /** Side of a cell, metres: exact north–south and on the middle latitude of the grid. */
  cellMetres: number;
  /** Outer corner of the north-western cell and the size of a cell (both positive), WGS84 degrees. */
  west: number;
  north: number;
  cellLon: number;
  cellLat: number;
  /** Index into LAND_COVERS. */
  cover: Uint8Array;
  /** Whole metres above the sea, NO_ELEVATION where unknown; null where the area has no elevation. */
  elevation: Int16Array | null;
}

export type LandFrame = Omit<Land, 'cover' | 'elevation'>;

/** Milliseconds of a cell to which there is no way. */
export const UNREACHED = 0xffff_ffff;
export const NO_ELEVATION = -32768;
export const DEFAULT_CELL_METRES = 100;
const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180;

/** Cells of a size that cover a box (west, south, east, north in degrees). */
export function frameLand(
  [west, south, east, north]: readonly [number, number, number, number],
  cellMetres: number
): LandFrame {
  const cellLat = cellMetres / METRES_PER_DEGREE;
  const cellLon = cellLat / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return {
    columns: Math.max(1, Math.ceil((east - west) / cellLon)),
    rows: Math.max(1, Math.ceil((north - south) / cellLat)),
    cellMetres,
    west,
    north,
    cellLon,
    cellLat
  };
}

/** Cell that holds a position, -1 outside. */
export function landCell(land: LandFrame, lon: number, lat: number): number {
  const column = Math.floor((lon - land.west) / land.cellLon);
  const row = Math.floor((land.north - lat) / land.cellLat);
  return column >= 0 && row >= 0 && column < land.columns && row < land.rows ? row * land.columns + column : -1;
}

/** Centre of a cell, [lon, lat]. */
export function landCentre(land: LandFrame, cell: number): [number, number] {
  const column = cell % land.columns;
  const row = (cell - column) / land.columns;
  return [land.west + (column + 0.5) * land.cellLon, land.north - (row + 0.5) * land.cellLat];
}
