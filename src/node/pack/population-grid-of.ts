import type { Bbox } from '../../lib/core/pack/polygon';
import type { PopulationGrid } from '../../lib/core/pack/population-grid';
import type { Raster } from '../../lib/core/terrain/raster';

/** The part of a raster that covers a box, negative values taken as none. */
export function populationGridOf(raster: Raster, [west, south, east, north]: Bbox): PopulationGrid {
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const x0 = clamp(Math.floor((west - raster.west) / raster.dx), raster.width);
  const x1 = clamp(Math.ceil((east - raster.west) / raster.dx), raster.width);
  const y0 = clamp(Math.floor((raster.north - north) / raster.dy), raster.height);
  const y1 = clamp(Math.ceil((raster.north - south) / raster.dy), raster.height);
  const persons = new Float32Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const value = raster.data[y * raster.width + x];
      persons[(y - y0) * (x1 - x0) + x - x0] = value >= 0 ? value : NaN;
    }
  }
  return {
    width: x1 - x0,
    height: y1 - y0,
    west: raster.west + x0 * raster.dx,
    north: raster.north - y0 * raster.dy,
    cellLon: raster.dx,
    cellLat: raster.dy,
    persons
  };
}

/** West, south, east, north of all its cells. */
export function bboxOfRaster({ west, north, dx, dy, width, height }: Raster): Bbox {
  return [west, north - dy * height, west + dx * width, north];
}
