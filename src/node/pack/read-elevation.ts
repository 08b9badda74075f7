import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { createElevationGrid, type ElevationGrid, type ElevationTile } from '../../lib/core/terrain/elevation';
import { CliError } from '../cli/cli-error';
import { readFault } from './read-osm';
import { readRaster } from './read-raster';

const WANTED = 'Give SRTM tiles (.hgt, .hgt.zip) or a GeoTIFF in WGS84 degrees.';
const HGT_SIZES = [1201, 3601];
const HGT_VOID = -32768;

/**
 * Reads the elevation of an area: one .hgt, .hgt.zip or GeoTIFF, or all of those in a folder (other files there are left
 * alone). Throws a CliError naming the file at fault and the cure.
 */
export async function readElevation(dirOrFile: string): Promise<ElevationGrid> {
  const paths = await listTiles(dirOrFile);
  const tiles: ElevationTile[] = [];
  for (const path of paths) tiles.push(...(await readTiles(path)));
  return createElevationGrid(tiles);
}

async function listTiles(dirOrFile: string): Promise<string[]> {
  try {
    if (!(await stat(dirOrFile)).isDirectory()) return [dirOrFile];
    const names = (await readdir(dirOrFile)).filter((name) => /\.(hgt|hgt\.zip|tiff?)$/i.test(name)).sort();
    if (!names.length) throw new CliError(`${dirOrFile}: no elevation file in this folder. ${WANTED}`);
    return names.map((name) => join(dirOrFile, name));
  } catch (error) {
    throw readFault(dirOrFile, error);
  }
}

async function readTiles(path: string): Promise<ElevationTile[]> {
  const name = basename(path);
  if (/\.tiff?$/i.test(name)) {
    const { width, height, west, north, dx, dy, data } = await readRaster(path);
    return [{ name, width, height, west: west + dx / 2, north: north - dy / 2, dx, dy, data, noData: null }];
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw readFault(path, error);
  }
  if (!bytes.length) throw new CliError(`${name}: the file is empty (0 bytes). Download it again.`);
  if (/\.hgt$/i.test(name)) return [decodeHgt(bytes, name)];
  if (!/\.zip$/i.test(name)) throw new CliError(`${name}: not an elevation file. ${WANTED}`);
  const entries = unzip(bytes, name);
  if (!entries.length) throw new CliError(`${name}: no .hgt in the archive. ${WANTED}`);
  return entries.map(([entry, data]) => decodeHgt(data, basename(entry)));
}

function unzip(bytes: Buffer, name: string): [string, Uint8Array][] {
  try {
    const entries = unzipSync(bytes, { filter: (file) => /(^|\/)[^._/][^/]*\.hgt$/i.test(file.name) });
    return Object.entries(entries);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new CliError(`${name}: damaged or cut off after ${bytes.length} bytes (${detail}). Download it again.`);
  }
}

/**
 * One SRTM tile: big-endian 16-bit metres, row by row from the north-west, the outermost samples on the whole degrees.
 * Its place is in its name: S12E043 is the south-western corner.
 */
export function decodeHgt(bytes: Uint8Array, name: string): ElevationTile {
  const corner = /^([NS])(\d{2})([EW])(\d{3})/i.exec(name);
  if (!corner)
    throw new CliError(
      `${name}: the name does not tell where the tile lies. Name it after its south-western corner, e.g. S12E043.hgt.`
    );
  const size = HGT_SIZES.find((each) => each * each * 2 === bytes.length);
  if (!size) {
    const wanted = HGT_SIZES.map((each) => each * each * 2).join(' or ');
    throw new CliError(`${name}: ${bytes.length} bytes, wanted ${wanted}; perhaps cut off. Download it again.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = new Int16Array(size * size);
  for (let i = 0; i < data.length; i++) data[i] = view.getInt16(2 * i);
  const south = Number(corner[2]) * (corner[1].toUpperCase() === 'S' ? -1 : 1);
  const west = Number(corner[4]) * (corner[3].toUpperCase() === 'W' ? -1 : 1);
  const step = 1 / (size - 1);
  return { name, width: size, height: size, west, north: south + 1, dx: step, dy: step, data, noData: HGT_VOID };
}
