import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/node/cli/commands/isochrones';
import { run as runNetwork } from '../../src/node/cli/commands/network';
import { loadArea } from '../../src/node/pack/load-area';
import { greenlaneOk, shippedArea } from '../helpers/cli';

type Ring = [number, number][];
interface Isochrone {
  properties: Record<string, string | number>;
  geometry: { type: string; coordinates: Ring[][] };
}

let area: string;
let work: string;
beforeAll(() => {
  area = shippedArea('ngazidja');
  work = mkdtempSync(join(tmpdir(), 'greenlane-isochrones-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(work, name);
  writeFileSync(path, text);
  return path;
}
const moroni = () => file('moroni.csv', 'id,lon,lat\nmoroni,43.2551,-11.7022\n');
const ask = (out: string, minutes: string, ...more: string[]) =>
  run(['--area', area, '--from', moroni(), '--minutes', minutes, '--out', join(work, out), ...more]);
const features = (name: string) =>
  (JSON.parse(readFileSync(join(work, name), 'utf8')) as { features: Isochrone[] }).features;
const cells = (name: string) => {
  const [heading, ...lines] = readFileSync(join(work, name), 'utf8').trimEnd().split('\n');
  expect(heading).toBe('lon,lat,minutes');
  return lines.map((line) => line.split(',').map(Number) as [number, number, number]);
};

/** How often a ray to the east crosses the rings of all polygons: odd inside. */
function holds({ geometry }: Isochrone, [lon, lat]: readonly [number, number, ...number[]]): boolean {
  let odd = false;
  for (const ring of geometry.coordinates.flat())
    for (let i = 1; i < ring.length; i++) {
      const [[x0, y0], [, y1]] = [ring[i - 1], ring[i]];
      // Sides run along the cells, so a crossing lies at their own longitude.
      if (y0 > lat !== y1 > lat && lon < x0) odd = !odd;
    }
  return odd;
}

describe('greenlane isochrones', () => {
  it('nest, hold every reached cell and no other, and take a time equal to the limit in', async () => {
    await ask('set.geojson', '10,30,10.02');
    await ask('cells.csv', '30');
    const [thirty, more, ten] = features('set.geojson');
    expect([thirty, more, ten].map(({ properties }) => properties.minutes)).toEqual([30, 10.02, 10]);
    const reached = cells('cells.csv');
    expect(thirty.properties.cells).toBe(reached.length);
    const { land } = await loadArea(area, { sample: false });
    const square = (land!.cellMetres / 1000) ** 2;
    for (const { properties } of [thirty, more, ten])
      expect(properties.square_km).toBeCloseTo((properties.cells as number) * square, 9);
    // Every tenth cell keeps the test short.
    const known = new Set(reached.map(([lon, lat]) => `${lon},${lat}`));
    for (const cell of reached.filter((_, i) => i % 10 === 0)) {
      expect(holds(thirty, cell)).toBe(true);
      expect(holds(ten, cell)).toBe(cell[2] <= 10);
      if (holds(ten, cell)) expect(holds(more, cell)).toBe(true);
    }
    const step = 7;
    for (let row = 0; row < land!.rows; row += step)
      for (let column = 0; column < land!.columns; column += step) {
        const lon = Math.round((land!.west + (column + 0.5) * land!.cellLon) * 1e7) / 1e7;
        const lat = Math.round((land!.north - (row + 0.5) * land!.cellLat) * 1e7) / 1e7;
        expect(holds(thirty, [lon, lat])).toBe(known.has(`${lon},${lat}`));
      }
  });

  it('reach less in the rain and on foot, and what is cut off no more', async () => {
    const size = async (...more: string[]) => {
      await ask('size.geojson', '30', ...more);
      return features('size.geojson')[0].properties.cells as number;
    };
    const dry = await size();
    expect(await size('--season', 'wet')).toBeLessThan(dry);
    expect(await size('--vehicle', 'walking')).toBeLessThan(dry / 10);
    expect(await size('--toward', 'from')).not.toBe(dry);
    await runNetwork(['--area', area, '--out', join(work, 'network')]);
    const ways = new Set(
      readFileSync(join(work, 'network/arcs.csv'), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[2])
    );
    const shut = file('close.csv', `way_id,from_node,to_node\n${[...ways].map((way) => `${way},,\n`).join('')}`);
    // With every road shut one walks, off the road and at the slope of the land.
    const walked = await size('--close', shut);
    expect(walked).toBeGreaterThan(20);
    expect(walked).toBeLessThan(dry / 10);
  });

  it('are of every point for itself with --each', async () => {
    const both = file('both.csv', 'id,lon,lat\nmoroni,43.2551,-11.7022\nfoumbouni,43.496,-11.8675\n');
    await run(['--area', area, '--from', both, '--minutes', '15', '--each', '--out', join(work, 'each.geojson')]);
    await run(['--area', area, '--from', both, '--minutes', '15', '--out', join(work, 'both.geojson')]);
    const [a, b] = features('each.geojson');
    const [all] = features('both.geojson');
    expect([a, b].map(({ properties }) => properties.from)).toEqual(['moroni', 'foumbouni']);
    expect(all.properties.cells).toBe((a.properties.cells as number) + (b.properties.cells as number));
  });

  it.each([
    ['--minutes', ['--minutes', '15,,60'], /--minutes 15,,60: give minutes/],
    ['--out', ['--minutes', '15', '--out', 'x.shp'], /--out \.shp: unknown/],
    ['--each with cells', ['--minutes', '15', '--each', '--out', 'x.csv'], /--each: a \.csv has one time a cell/]
  ])('refuses a wrong %s with its cure', async (_, args, message) => {
    const rest = args.includes('--out') ? args : [...args, '--out', join(work, 'x.geojson')];
    await expect(async () => run(['--area', area, '--from', moroni(), ...rest])).rejects.toThrow(message);
  });
});

describe('a pack with finer or coarser cells', () => {
  it('is what --cell-metres makes', async () => {
    const osm = file(
      'tiny.osm',
      `<?xml version="1.0"?><osm version="0.6">
<node id="1" lon="43.0" lat="-11.0"/><node id="2" lon="43.05" lat="-11.0"/>
<way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way></osm>`
    );
    const out = join(work, 'pack');
    greenlaneOk('import', '--osm', osm, '--id', 'tiny', '--out', out, '--cell-metres', '250', '--no-sample');
    const { land } = await loadArea(out, { sample: false });
    expect(land!.cellMetres).toBe(250);
    expect(land!.columns).toBe(Math.ceil((0.05 * 111_194.93 * Math.cos((11 * Math.PI) / 180)) / 250));
    expect(land!.elevation).toBeNull();
  });
});
