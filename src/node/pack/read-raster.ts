import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fromArrayBuffer, type GeoTIFFImage } from 'geotiff';
import type { Raster } from '../../lib/core/terrain/raster';
import { CliError } from '../cli/cli-error';
import { readFault } from './read-osm';

/** WGS84, and CGCS2000, which agrees with it within centimetres. */
const DEGREES_CRS = new Set([4326, 4490]);
const MOST_CELLS = 250_000_000;
const REPROJECT = 'Convert it with `gdalwarp -t_srs EPSG:4326 IN.tif OUT.tif`.';

/**
 * Reads the first band of a GeoTIFF in WGS84 degrees, north up. Throws a CliError naming the file, what is wrong (no
 * TIFF, cut off, projected, turned, without position, too large) and the cure.
 */
export async function readRaster(path: string): Promise<Raster> {
  const name = basename(path);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw readFault(path, error);
  }
  if (!looksLikeTiff(bytes))
    throw new CliError(
      `${name}: ${bytes.length ? 'not a TIFF (byte 0)' : 'the file is empty (0 bytes)'}. Give a GeoTIFF.`
    );
  try {
    const tiff = await fromArrayBuffer(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    );
    return await toRaster(await tiff.getImage(), name);
  } catch (error) {
    if (error instanceof CliError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new CliError(`${name}: damaged or cut off after ${bytes.length} bytes (${detail}). Download it again.`);
  }
}

/** True for classic and Big TIFF of either byte order. */
export function looksLikeTiff(start: Uint8Array): boolean {
  const order = String.fromCharCode(start[0], start[1]);
  const version = order === 'II' ? start[2] : order === 'MM' ? start[3] : 0;
  return version === 42 || version === 43;
}

async function toRaster(image: GeoTIFFImage, name: string): Promise<Raster> {
  const width = image.getWidth();
  const height = image.getHeight();
  if (!(width > 0 && height > 0)) throw new Error('no cells');
  if (width * height > MOST_CELLS)
    throw new CliError(
      `${name}: ${width} × ${height} cells are too many. Cut out your area with \`gdal_translate -projwin\`.`
    );
  const keys = image.getGeoKeys() ?? {};
  expectDegrees(keys, name);
  const grid = await placement(image, name);
  const half = keys.GTRasterTypeGeoKey === 2 ? 0.5 : 0;
  const west = grid.west - half * grid.dx;
  const north = grid.north + half * grid.dy;
  if (!(west > -181 && north < 91 && west + width * grid.dx < 361 && north - height * grid.dy > -91))
    throw new CliError(`${name}: its corner ${west}, ${north} is off the globe. ${REPROJECT}`);
  const [band] = await image.readRasters({ samples: [0], interleave: false });
  const data = Float32Array.from(band as ArrayLike<number>);
  if (data.length !== width * height) throw new Error(`${data.length} cells of ${width * height}`);
  const nodata = image.getGDALNoData();
  if (nodata !== null) {
    const stored = Math.fround(nodata);
    for (let i = 0; i < data.length; i++) if (data[i] === stored) data[i] = NaN;
  }
  return { width, height, west, north, dx: grid.dx, dy: grid.dy, data, nodata };
}

function expectDegrees(keys: Record<string, unknown>, name: string): void {
  if (keys.GTModelTypeGeoKey === 1 || keys.ProjectedCSTypeGeoKey !== undefined)
    throw new CliError(
      `${name}: projected (EPSG:${String(keys.ProjectedCSTypeGeoKey ?? '?')}), not in degrees. ${REPROJECT}`
    );
  const code = keys.GeographicTypeGeoKey;
  if (typeof code === 'number' && DEGREES_CRS.has(code)) return;
  if (code === undefined)
    throw new CliError(
      `${name}: does not say in what coordinates it is. If they are WGS84 degrees: \`gdal_edit.py -a_srs EPSG:4326\`.`
    );
  throw new CliError(`${name}: coordinates are EPSG:${String(code)}, wanted EPSG:4326. ${REPROJECT}`);
}

/** Corner and cell size from the tie point and pixel scale, or from the transformation matrix. */
async function placement(
  image: GeoTIFFImage,
  name: string
): Promise<{ west: number; north: number; dx: number; dy: number }> {
  const { fileDirectory } = image;
  const turned = (): CliError => new CliError(`${name}: turned, mirrored or south up. ${REPROJECT}`);
  if (fileDirectory.hasTag('ModelTransformation')) {
    const m = Array.from((await fileDirectory.loadValue('ModelTransformation')) as ArrayLike<number>);
    if (m[1] !== 0 || m[4] !== 0 || !(m[0] > 0) || !(m[5] < 0)) throw turned();
    return { west: m[3], north: m[7], dx: m[0], dy: -m[5] };
  }
  if (fileDirectory.hasTag('ModelPixelScale') && fileDirectory.hasTag('ModelTiepoint')) {
    const [dx, dy] = Array.from((await fileDirectory.loadValue('ModelPixelScale')) as ArrayLike<number>);
    const [column, row, , lon, lat] = Array.from((await fileDirectory.loadValue('ModelTiepoint')) as ArrayLike<number>);
    if (!(dx > 0 && dy > 0)) throw turned();
    return { west: lon - column * dx, north: lat + row * dy, dx, dy };
  }
  throw new CliError(`${name}: has no position (no tie point). Export it as a GeoTIFF, not as a picture.`);
}
