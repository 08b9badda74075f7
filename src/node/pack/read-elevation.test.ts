import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { writeArrayBuffer } from 'geotiff';
import { afterAll, describe, expect, it } from 'vitest';
import { readElevation } from './read-elevation';
import { readRaster } from './read-raster';

const dir = mkdtempSync(join(tmpdir(), 'greenlane-dem-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
}

/** Height = row number, with one void at row 600, column 600. */
function hgt(): Uint8Array {
  const bytes = Buffer.alloc(1201 * 1201 * 2);
  for (let i = 0; i < 1201 * 1201; i++) bytes.writeInt16BE(Math.floor(i / 1201), 2 * i);
  bytes.writeInt16BE(-32768, 2 * (600 * 1201 + 600));
  return bytes;
}

interface TiffKeys {
  [key: string]: unknown;
}

async function tiff(keys: TiffKeys = {}): Promise<Uint8Array> {
  const metadata = {
    width: 3,
    height: 2,
    BitsPerSample: [32],
    SampleFormat: [3],
    ModelPixelScale: [0.5, 0.25, 0],
    ModelTiepoint: [0, 0, 0, 100, 30, 0],
    GTModelTypeGeoKey: 2,
    GTRasterTypeGeoKey: 1,
    GeographicTypeGeoKey: 4326,
    GDAL_NODATA: '-9999',
    ...keys
  };
  return new Uint8Array((await writeArrayBuffer(Float32Array.of(1, 2, 3, 4, -9999, 6), metadata)) as ArrayBuffer);
}

describe('SRTM tiles', () => {
  it('reads .hgt and .hgt.zip in every quarter of the globe, voids as null', async () => {
    const south = await readElevation(put('S12E043.hgt', hgt()));
    expect(south.bounds).toEqual([43, -12, 44, -11]);
    expect(south.sample(43.1, -11)).toBe(0);
    expect(south.sample(43.1, -12)).toBe(1200);
    expect(south.sample(43.5, -11.5)).toBeNull();
    expect(south.sample(43.25, -11.5)).toBeCloseTo(600, 6);
    const zipped = zipSync({ '__MACOSX/._N49W011.hgt': new Uint8Array(3), 'tiles/N49W011.hgt': hgt() });
    const north = await readElevation(put('N49W011.SRTM.hgt.zip', zipped));
    expect(north.bounds).toEqual([-11, 49, -10, 50]);
  });

  it('joins the tiles of a folder and leaves other files alone', async () => {
    put('README.txt', 'notes');
    put('S13E043.hgt', hgt());
    const grid = await readElevation(dir);
    expect(grid.tiles.length).toBeGreaterThanOrEqual(2);
    expect(grid.sample(43.2, -12.5)).toBeCloseTo(600, 6);
  });

  it.each([
    ['S14E043.hgt', hgt().subarray(0, 5000), /S14E043.hgt: 5000 bytes, wanted .*cut off/],
    ['mountain.hgt', hgt(), /name does not tell/],
    ['N01E001.hgt.zip', zipSync({ 'N01E001.hgt': hgt() }).subarray(0, 900), /damaged or cut off after 900 bytes/],
    ['N02E001.hgt.zip', zipSync({ 'readme.txt': new Uint8Array(1) }), /no .hgt in the archive/],
    ['empty.hgt', '', /empty/],
    ['notes.txt', 'x', /not an elevation file/]
  ])('%s: one clear fault', async (name, bytes, message) => {
    const path = put(name, bytes);
    await expect(readElevation(path)).rejects.toThrow(message);
    rmSync(path);
  });

  it('says so when there is nothing', async () => {
    await expect(readElevation(join(dir, 'nowhere'))).rejects.toThrow(/no such file/);
    const bare = mkdtempSync(join(dir, 'bare-'));
    await expect(readElevation(bare)).rejects.toThrow(/no elevation file/);
  });
});

describe('GeoTIFF', () => {
  it('reads position, cells and missing values', async () => {
    const raster = await readRaster(put('r.tif', await tiff()));
    expect(raster).toMatchObject({ width: 3, height: 2, west: 100, north: 30, dx: 0.5, dy: 0.25, nodata: -9999 });
    expect([...raster.data]).toEqual([1, 2, 3, 4, NaN, 6]);
  });

  it('puts a pixel-is-point raster half a cell out', async () => {
    const raster = await readRaster(put('p.tif', await tiff({ GTRasterTypeGeoKey: 2 })));
    expect([raster.west, raster.north]).toEqual([99.75, 30.125]);
  });

  it('serves as elevation, sampled at the middle of its cells', async () => {
    const grid = await readElevation(put('r.tif', await tiff()));
    expect(grid.bounds).toEqual([100.25, 29.625, 101.25, 29.875]);
    expect(grid.sample(100.5, 29.875)).toBeCloseTo(1.5, 6);
    expect(grid.sample(100.5, 29.7)).toBeNull();
  });

  it.each([
    ['projected', { GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32738 }, /projected \(EPSG:32738\).*gdalwarp/],
    ['another datum', { GeographicTypeGeoKey: 4267 }, /EPSG:4267, wanted EPSG:4326/],
    ['off the globe', { ModelTiepoint: [0, 0, 0, 500000, 30, 0] }, /off the globe/],
    ['south up', { ModelPixelScale: [0.5, -0.25, 0] }, /turned, mirrored or south up/]
  ])('refuses a raster that is %s', async (_, keys, message) => {
    await expect(readRaster(put('bad.tif', await tiff(keys)))).rejects.toThrow(message);
  });

  it('refuses what is no TIFF, empty, or cut off', async () => {
    const bytes = await tiff();
    await expect(readRaster(put('t.tif', 'hello'))).rejects.toThrow(/t.tif: not a TIFF/);
    await expect(readRaster(put('t.tif', ''))).rejects.toThrow(/empty/);
    for (const length of [9, 60, bytes.length - 4])
      await expect(readRaster(put('t.tif', bytes.subarray(0, length)))).rejects.toThrow(/t.tif: .*cut off/);
  });
});
