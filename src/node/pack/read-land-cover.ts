import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { coverOfShares, type CoverShares } from '../../lib/core/grid/cover-of-shares';
import type { LandCover } from '../../lib/core/grid/land';
import type { Raster } from '../../lib/core/terrain/raster';
import { readRaster } from './read-raster';

/** What the files of Copernicus' cover fractions bear in their names; of equal shares the first counts. */
const FRACTIONS: readonly (readonly [RegExp, keyof CoverShares])[] = [
  [/permanent.?water/i, 'water'],
  [/built.?up/i, 'built'],
  [/bare/i, 'bare'],
  [/crops/i, 'crops'],
  [/grass/i, 'grass'],
  [/moss.?lichen/i, 'grass'],
  [/shrub/i, 'shrub'],
  [/tree/i, 'tree'],
  [/snow/i, 'snow']
];

/** Cover at a position by a folder of fractions (one GeoTIFF a cover, per cent); `none` where none has a value. */
export async function readLandCover(folder: string): Promise<(lon: number, lat: number) => LandCover> {
  const names = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).sort() : [];
  const rasters: { cover: keyof CoverShares; raster: Raster }[] = [];
  for (const [pattern, cover] of FRACTIONS)
    for (const name of names.filter((each) => pattern.test(each) && /\.tiff?$/i.test(each)))
      rasters.push({ cover, raster: await readRaster(join(folder, name)) });
  return (lon, lat) => {
    const shares: CoverShares = {};
    for (const { cover, raster } of rasters) {
      const x = Math.floor((lon - raster.west) / raster.dx);
      const y = Math.floor((raster.north - lat) / raster.dy);
      const inside = x >= 0 && y >= 0 && x < raster.width && y < raster.height;
      const percent = inside ? raster.data[y * raster.width + x] : NaN;
      const before = shares[cover];
      shares[cover] = before === undefined || Number.isNaN(before) ? percent : before + (percent || 0);
    }
    return coverOfShares(shares);
  };
}
