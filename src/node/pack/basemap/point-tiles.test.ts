import { GeoJSONVT } from '@maplibre/geojson-vt';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BasemapFeature } from './features';
import { pointTiles } from './point-tiles';

const point = (lon: number, lat: number, rank = 0): BasemapFeature => ({
  layer: 'places',
  minZoom: 0,
  properties: { rank },
  geometry: { type: 'Point', coordinates: [lon, lat] }
});
const degrees = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });

it('holds the same points at the same place as the general cutter', () => {
  const points = fc.array(fc.tuple(degrees(9.4, 9.7), degrees(47, 47.3)), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(points, fc.integer({ min: 5, max: 14 }), (places, zoom) => {
      const features = places.map(([lon, lat], i) => point(lon, lat, i));
      const ours = pointTiles({ features, zoom, buffer: 64, most: Infinity });
      const theirs = new GeoJSONVT(
        {
          type: 'FeatureCollection',
          features: features.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties }))
        },
        { maxZoom: 14, indexMaxZoom: zoom, indexMaxPoints: 0, buffer: 64 }
      );
      let held = 0;
      const n = 2 ** zoom;
      const west = Math.floor((9.3 / 360 + 0.5) * n);
      const east = Math.floor((9.8 / 360 + 0.5) * n);
      const north = Math.floor(n * 0.345);
      const south = Math.floor(n * 0.355);
      for (let x = west; x <= east; x++) {
        for (let y = north; y <= south; y++) {
          const wanted = theirs.getTile(zoom, x, y)?.features ?? [];
          const plain = (tile: readonly { geometry: unknown; tags: unknown }[]) =>
            tile.map(({ geometry, tags }) => ({ geometry, tags }));
          held += wanted.length;
          expect(plain(ours(x, y)?.features ?? [])).toEqual(plain(wanted));
        }
      }
      expect(held).toBeGreaterThanOrEqual(features.length);
    }),
    { numRuns: 30 }
  );
});

it('keeps the highest ranks of a crowded tile, in their order', () => {
  const features = [3, 9, 1, 9, 5].map((rank, i) => point(9.5 + i / 1000, 47.1, rank));
  const tile = pointTiles({ features, zoom: 5, buffer: 64, most: 3 })(16, 11);
  expect(tile?.features.map(({ tags }) => tags?.rank)).toEqual([9, 9, 5]);
});
