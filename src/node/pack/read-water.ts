import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CliError } from '../cli/cli-error';
import { readRaster } from './read-raster';

/** Share of a cell, per cent, from which permanent water is not walked on. */
const WATER_PERCENT = 50;

/**
 * Where a land-cover folder (Copernicus fractions: one GeoTIFF a cover) shows permanent water.
 * @throws CliError when the folder holds no raster of permanent water.
 */
export async function readWater(folder: string): Promise<(lon: number, lat: number) => boolean> {
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  const names = isFolder ? readdirSync(folder) : existsSync(folder) ? [basename(folder)] : [];
  const name = names.find((each) => /permanent.?water.*\.tiff?$/i.test(each));
  if (!name) {
    throw new CliError(
      `${folder} has no GeoTIFF of permanent water (…PermanentWater….tif). Give the folder of land-cover fractions.`
    );
  }
  const raster = await readRaster(isFolder ? join(folder, name) : folder);
  return (lon, lat) => {
    const x = Math.floor((lon - raster.west) / raster.dx);
    const y = Math.floor((raster.north - lat) / raster.dy);
    const inside = x >= 0 && y >= 0 && x < raster.width && y < raster.height;
    return inside && raster.data[y * raster.width + x] >= WATER_PERCENT;
  };
}
