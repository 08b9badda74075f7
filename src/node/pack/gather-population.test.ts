import { expect, it } from 'vitest';
import type { SettlementDraft } from '../../lib/core/pack/osm-places';
import type { Bbox } from '../../lib/core/pack/polygon';
import { insideBbox } from '../../lib/core/pack/polygon';
import type { Raster } from '../../lib/core/terrain/raster';
import { CliError } from '../cli/cli-error';
import { gatherPopulation } from './gather-population';
import { bboxOfRaster, populationGridOf } from './population-grid-of';

const AREA: Bbox = [43, -12, 43.4, -11.6];
const settlements: SettlementDraft[] = [
  { id: 'a', names: { local: 'A' }, kind: 'village', code: null, lon: 43.05, lat: -11.65, residents: null },
  { id: 'none', names: { local: 'None' }, kind: 'village', code: null, lon: null, lat: null, residents: 7 },
  { id: 'b', names: { local: 'B' }, kind: 'village', code: null, lon: 43.35, lat: -11.95, residents: null }
];

/** Four by four cells of 0.1°, `persons` each. */
const rasterAt = (west: number, persons: number): Raster => ({
  width: 4,
  height: 4,
  west,
  north: -11.6,
  dx: 0.1,
  dy: 0.1,
  data: new Float32Array(16).fill(persons),
  nodata: null
});

const gather = (raster: Raster) =>
  gatherPopulation({
    settlements,
    settlementsSource: 'list',
    grid: populationGridOf(raster, AREA),
    gridFile: { path: 'sources/people.tif' },
    rasterBox: bboxOfRaster(raster),
    areaBox: AREA,
    compare: null,
    places: [],
    contains: (lon, lat) => insideBbox(AREA, lon, lat),
    regions: [],
    elevation: null,
    roadCells: (grid) => new Uint8Array(grid.persons.length),
    isWater: null
  });

it('shares the raster out among the placed settlements', () => {
  const { figures, total } = gather(rasterAt(43, 10));
  expect(total).toMatchObject({ total: 160 });
  expect(figures[0].persons + figures[2].persons).toBe(160);
  expect(figures[1]).toMatchObject({ persons: 7, source: 'list' });
});

it.each([
  ['lies elsewhere', rasterAt(9, 10), '9.000, -12.000, 9.400, -11.600'],
  ['holds zeros', rasterAt(43, 0), '43.000, -12.000, 43.400, -11.600'],
  ['holds no values', rasterAt(43, NaN), '43.000, -12.000, 43.400, -11.600']
])('refuses a raster that %s, naming file, both boxes and cure', (_name, raster, box) => {
  expect(() => gather(raster)).toThrow(CliError);
  expect(() => gather(raster)).toThrow(
    `sources/people.tif: counts no person in the area; it covers ${box}, the area 43.000, -12.000, 43.400, -11.600`
  );
  expect(() => gather(raster)).toThrow(/Give the population raster of this area/);
});
