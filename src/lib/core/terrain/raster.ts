/** One band of a north-up raster in WGS84 degrees, row by row from the north-western cell. */
export interface Raster {
  width: number;
  height: number;
  /** Outer corner of the first cell, and the size of a cell (both positive), degrees. */
  west: number;
  north: number;
  dx: number;
  dy: number;
  /** NaN where the raster has no value. */
  data: Float32Array;
  /** What the file writes for "no value"; already NaN in `data`. */
  nodata: number | null;
}
