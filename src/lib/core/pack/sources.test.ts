import { describe, expect, it } from 'vitest';
import { matchCompared } from './compare-settlements';
import { namesFromTags, slug } from './names';
import { settlementsFromOsm } from './osm-places';
import { facilitiesFromOsm } from './osm-facilities';
import { rescaleRegions } from './rescale-regions';
import { createOsmCollector } from '../network/osm';
import type { OsmTags } from '../network/osm';
import type { Region } from './polygon';

function extract(...nodes: [number, number, number, OsmTags][]) {
  const collector = createOsmCollector();
  for (const [id, lon, lat, tags] of nodes) collector.addNode(id, Math.round(lon * 1e7), Math.round(lat * 1e7), tags);
  return collector.finish().result;
}

describe('names', () => {
  it('takes Chinese from name:zh alone and the Latin part of a name in two scripts', () => {
    expect(namesFromTags({ name: 'Moroni موروني', 'name:zh': '莫羅尼' })).toEqual({
      local: 'Moroni موروني',
      en: 'Moroni',
      zh: '莫羅尼'
    });
    expect(namesFromTags({ name: '雅江县' })).toEqual({ local: '雅江县' });
    expect(namesFromTags({ highway: 'primary' })).toBeNull();
  });

  it('makes stable keys', () => {
    expect(slug('Hambou (Mitsoudjé) Centre de Santé')).toBe('hambou-mitsoudje-centre-de-sante');
    expect(slug('酉阳县 医院')).toBe('酉阳县-医院');
    expect(slug('—')).toBe('unnamed');
  });
});

describe('OSM places and health tags', () => {
  it('takes settlements, leaves suburbs to their town, hands unnamed ones back, reports doubles', () => {
    const osm = extract(
      [1, 43, -11, { place: 'village', name: 'A' }],
      [2, 43.001, -11, { place: 'hamlet', name: 'Á' }],
      [3, 43.1, -11, { place: 'suburb', name: 'B' }],
      [4, 43.2, -11, { place: 'village' }],
      [5, 43.3, -11, { place: 'town', name: 'C', population: '1200' }]
    );
    const { result, unnamed, problems } = settlementsFromOsm(osm);
    expect(result.map(({ id, residents }) => [id, residents])).toEqual([
      ['osm-n5', 1200],
      ['osm-n1', null]
    ]);
    expect(unnamed.map(({ id }) => id)).toEqual(['osm-n4']);
    expect(problems.map(({ code }) => code)).toEqual(['place-double']);
  });

  it('reads tiers from tags; the only hospital is taken as designated and said so', () => {
    const osm = extract(
      [1, 43, -11, { amenity: 'hospital', name: 'H' }],
      [2, 43.1, -11, { amenity: 'clinic', name: 'K' }],
      [3, 43.2, -11, { amenity: 'doctors' }],
      [4, 43.3, -11, { amenity: 'pharmacy', name: 'P' }]
    );
    const { result, problems } = facilitiesFromOsm(osm);
    expect(result.map(({ id, tier }) => [id, tier])).toEqual([
      ['osm-n1', 'designated'],
      ['osm-n2', 'township-hospital'],
      ['osm-n3', 'village-clinic']
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['facility-designated-assumed']);
  });
});

describe('comparing list', () => {
  it('matches by like name and distance, each place once', () => {
    const settlement = (id: string, local: string, lon: number) =>
      ({ id, names: { local }, kind: 'village', code: null, lon, lat: -11, residents: null }) as const;
    const place = (name: string, lon: number, persons: number) => ({ name, otherNames: [], lon, lat: -11, persons });
    const { matched } = matchCompared(
      [settlement('1', 'Dzahani', 43), settlement('2', 'Dzahani 2', 43.02), settlement('3', 'Far', 44)],
      [place('Dzahani', 43.021, 10), place('Dzahani', 43.001, 20), place('Far', 43, 30)]
    );
    expect(matched).toEqual([1, 0, null]);
  });
});

describe('regions of the raster', () => {
  const square = (name: string, west: number): Region => ({
    name,
    labels: [],
    polygons: [
      [
        [
          [west, -12],
          [west + 1, -12],
          [west + 1, -11],
          [west, -11],
          [west, -12]
        ]
      ]
    ]
  });
  const regions = [square('East', 44), square('West', 43)];
  const grid = (west: number, east: number) => ({
    width: 2,
    height: 1,
    west: 43,
    north: -11,
    cellLon: 1,
    cellLat: 1,
    persons: Float32Array.of(west, east)
  });
  const places = [
    { name: 'w', otherNames: [], lon: 43.5, lat: -11.5, persons: 200 },
    { name: 'e', otherNames: [], lon: 44.5, lat: -11.5, persons: 30 }
  ];

  it('reports and rescales exchanged sums, and leaves fitting ones alone', () => {
    const swapped = rescaleRegions({ grid: grid(60, 350), cells: [0, 1], regions, places });
    expect([...swapped.grid.persons]).toEqual([200, 30]);
    expect(swapped.problems.map(({ code }) => code)).toEqual(['population-regions-swapped']);
    expect(swapped.noteAt(43.5, -11.5)).toContain('200 for West');
    const fitting = rescaleRegions({ grid: grid(350, 60), cells: [0, 1], regions, places });
    expect([...fitting.grid.persons]).toEqual([350, 60]);
    expect(fitting.problems).toEqual([]);
    expect(fitting.noteAt(43.5, -11.5)).toBe('');
  });
});
