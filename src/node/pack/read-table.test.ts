import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRegions } from './read-regions';
import { readTable } from './read-table';

const folder = mkdtempSync(join(tmpdir(), 'greenlane-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('lists', () => {
  it('reads CSV with a byte-order mark, semicolons, quotes and empty lines', () => {
    const rows = readTable(file('a.csv', '\uFEFFname;lat;lon\r\n"A; b";1;2\r\n\r\nC;3;4\r\n'));
    expect(rows).toEqual([
      { where: 'a.csv row 2', values: { name: 'A; b', lat: '1', lon: '2' } },
      { where: 'a.csv row 4', values: { name: 'C', lat: '3', lon: '4' } }
    ]);
  });

  it.each([
    ['an open quote', 'q.csv', 'name,lat,lon\nA,1,2\n"B,3,4\nC,5,6\n', /q\.csv row 3: .*Correct the quotes/],
    ['a comma too many', 'c.csv', 'name,lat,lon\nA,1,2\n\nB, town,3,4\n', /c\.csv row 4: 4 fields, wanted 3/],
    ['no list of features', 'f.geojson', '{"type":"FeatureCollection","features":"x"}', /"features" is no list/],
    ['a feature that is none', 'n.geojson', '{"features":[{},null]}', /feature 2: read null/]
  ])('refuses %s, naming the place', (_name, name, content, message) => {
    expect(() => readTable(file(name, content))).toThrow(message);
  });

  it('reads GeoJSON points, and other shapes by the middle of their box', () => {
    const collection = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: 7,
          properties: { name: 'A', tier: 2 },
          geometry: { type: 'Point', coordinates: [9, 47] }
        },
        {
          type: 'Feature',
          properties: { name: 'B' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [9, 47],
                [10, 47],
                [10, 48],
                [9, 47]
              ]
            ]
          }
        },
        { type: 'Feature', properties: { name: 'C' }, geometry: null }
      ]
    };
    expect(readTable(file('b.geojson', JSON.stringify(collection))).map(({ values }) => values)).toEqual([
      { id: '7', name: 'A', tier: '2', lon: '9', lat: '47' },
      { name: 'B', lon: '9.5', lat: '47.5' },
      { name: 'C', lon: '', lat: '' }
    ]);
  });

  it('refuses an outline that is not in degrees, and one without a polygon', () => {
    const ring = [
      [500000, 4000000],
      [500001, 4000000],
      [500000, 4000001],
      [500000, 4000000]
    ];
    const metres = file('m.geojson', JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
    expect(() => readRegions(metres)).toThrow(/no WGS84 degree/);
    const points = file('p.geojson', JSON.stringify({ type: 'FeatureCollection', features: [] }));
    expect(() => readRegions(points)).toThrow(/holds no polygon/);
  });
});
