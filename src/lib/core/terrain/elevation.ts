/** One north-up tile of elevations in metres, WGS84 degrees. */
export interface ElevationTile {
  name: string;
  width: number;
  height: number;
  /** Position of the first sample, the north-western one: of the point itself, not of a cell's corner. */
  west: number;
  north: number;
  /** Degrees between samples, both positive; rows run southward. */
  dx: number;
  dy: number;
  data: Int16Array | Float32Array;
  /** Value that stands for "unknown"; NaN always does. */
  noData: number | null;
}

/** Elevation of an area, of one tile or many. */
export interface ElevationGrid {
  /** Finest first. */
  tiles: readonly ElevationTile[];
  /** west, south, east, north of all samples, degrees. */
  bounds: [number, number, number, number];
  /**
   * Metres, bilinear between the four samples around the point; up to half a cell outside the samples of all tiles the
   * nearest edge holds; null further out and next to a void.
   */
  sample(lon: number, lat: number): number | null;
}

/** Lower and higher than any land on earth: a value beyond is a flaw of the data and counts as void. */
const LOWEST = -500;
const HIGHEST = 9000;
/** A sample stands for half a cell around it: so far a point may lie beyond the outermost sample. */
const MARGIN = 0.5;

/** Joins tiles; where they overlap the finest one that knows the point answers, among equals the earlier by name. */
export function createElevationGrid(tiles: readonly ElevationTile[]): ElevationGrid {
  if (!tiles.length) throw new RangeError('an elevation grid needs at least one tile');
  const sorted = [...tiles].sort((a, b) => a.dx - b.dx || (a.name < b.name ? -1 : 1));
  return {
    tiles: sorted,
    bounds: [
      Math.min(...tiles.map((tile) => tile.west)),
      Math.min(...tiles.map((tile) => tile.north - (tile.height - 1) * tile.dy)),
      Math.max(...tiles.map((tile) => tile.west + (tile.width - 1) * tile.dx)),
      Math.max(...tiles.map((tile) => tile.north))
    ],
    sample(lon, lat) {
      // The margin last: at a seam the tile whose samples surround the point knows better than its neighbour's edge.
      for (const margin of [0, MARGIN]) {
        for (const tile of sorted) {
          const metres = sampleTile(tile, lon, lat, margin);
          if (metres !== null) return metres;
        }
      }
      return null;
    }
  };
}

function sampleTile(tile: ElevationTile, lon: number, lat: number, margin: number): number | null {
  const { width, height } = tile;
  const column = (lon - tile.west) / tile.dx;
  const row = (tile.north - lat) / tile.dy;
  if (!(column >= -margin && row >= -margin && column <= width - 1 + margin && row <= height - 1 + margin)) return null;
  const x = Math.min(Math.max(column, 0), width - 1);
  const y = Math.min(Math.max(row, 0), height - 1);
  const x0 = Math.min(Math.floor(x), Math.max(width - 2, 0));
  const y0 = Math.min(Math.floor(y), Math.max(height - 2, 0));
  const shareX = x - x0;
  const shareY = y - y0;
  let sum = 0;
  for (let corner = 0; corner < 4; corner++) {
    const east = corner & 1;
    const south = corner >> 1;
    const weight = (east ? shareX : 1 - shareX) * (south ? shareY : 1 - shareY);
    if (weight === 0) continue;
    const metres = tile.data[(y0 + south) * width + x0 + east];
    if (metres === tile.noData || !(metres >= LOWEST && metres <= HIGHEST)) return null;
    sum += weight * metres;
  }
  return sum;
}
