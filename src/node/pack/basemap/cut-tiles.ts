import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import type { GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Bbox } from '../../../lib/core/pack/polygon';
import type { BasemapFeature } from './features';
import { BASEMAP_LAYERS } from './features';
import type { Tile } from './write-pmtiles';

export interface CutInput {
  features: BasemapFeature[];
  bbox: Bbox;
  minZoom: number;
  maxZoom: number;
  onZoom: (zoom: number) => void;
}

/** Vector tiles of the features over a box; a tile with nothing in it is left out. */
export function cutTiles({ features, bbox, minZoom, maxZoom, onZoom }: CutInput): Tile[] {
  const tiles: Tile[] = [];
  for (let z = minZoom; z <= maxZoom; z++) {
    onZoom(z);
    const indexes = BASEMAP_LAYERS.flatMap((layer) => {
      const shown = features.filter((feature) => feature.layer === layer && feature.minZoom <= z);
      return shown.length ? [{ layer, index: indexAt(shown, z, maxZoom) }] : [];
    });
    const [west, north] = tileAt(bbox[0], bbox[3], z);
    const [east, south] = tileAt(bbox[2], bbox[1], z);
    for (let x = west; x <= east; x++) {
      for (let y = north; y <= south; y++) {
        const layers: Record<string, GeoJSONVTTile> = {};
        for (const { layer, index } of indexes) {
          const tile = index.getTile(z, x, y);
          if (tile?.features.length) layers[layer] = tile;
        }
        if (!Object.keys(layers).length) continue;
        tiles.push({ z, x, y, bytes: gzipSync(fromGeojsonVt(layers, { version: 2, extent: 4096 }), { level: 9 }) });
      }
    }
  }
  return tiles;
}

/** Lines are simplified to what a zoom can show; only the last one keeps every point. */
function indexAt(features: BasemapFeature[], zoom: number, maxZoom: number): GeoJSONVT {
  const collection = {
    type: 'FeatureCollection' as const,
    features: features.map(({ geometry, properties }) => ({ type: 'Feature' as const, geometry, properties }))
  };
  return new GeoJSONVT(collection, { maxZoom, indexMaxZoom: zoom, indexMaxPoints: 0, tolerance: 3, buffer: 64 });
}

function tileAt(lon: number, lat: number, zoom: number): [number, number] {
  const n = 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  const clamp = (value: number) => Math.min(n - 1, Math.max(0, Math.floor(value)));
  return [clamp(((lon + 180) / 360) * n), clamp((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * n)];
}
