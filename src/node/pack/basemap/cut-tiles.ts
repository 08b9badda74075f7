import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import type { GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Bbox } from '../../../lib/core/pack/polygon';
import type { BasemapFeature, BasemapLayer } from './features';
import { BASEMAP_LAYERS } from './features';
import { pointTiles } from './point-tiles';
import type { TilePart } from './point-tiles';
import type { Tile } from './write-pmtiles';

export interface CutInput {
  features: BasemapFeature[];
  /** Box with all layers. */
  bbox: Bbox;
  /** Wider box with land alone, so that the map does not end in a false sea. */
  surroundings: Bbox;
  minZoom: number;
  maxZoom: number;
  onZoom: (zoom: number) => void;
}

/** Land reaches this far beyond its tile, of 4,096 units: shore bands beside it are drawn from its outline. */
const LAND_BUFFER = 1024;
const BUFFER = 64;
/** More than a screen can name; the last zoom holds every point, for there the map is enlarged further. */
const MOST_POINTS = 1000;

/** Vector tiles of the features over a box and of the land around it; a tile with nothing in it is left out. */
export function cutTiles({ features, bbox, surroundings, minZoom, maxZoom, onZoom }: CutInput): Tile[] {
  const tiles: Tile[] = [];
  const encoded = new Map<string, Uint8Array>();
  for (let z = minZoom; z <= maxZoom; z++) {
    onZoom(z);
    const cutters = BASEMAP_LAYERS.flatMap((layer) => {
      const shown = features.filter((feature) => feature.layer === layer && feature.minZoom <= z);
      return shown.length ? [{ layer, tileAt: cutterOf(layer, shown, z, maxZoom) }] : [];
    });
    const inner = tileBox(bbox, z);
    const outer = tileBox(surroundings, z);
    for (let x = outer.west; x <= outer.east; x++) {
      for (let y = outer.north; y <= outer.south; y++) {
        const whole = x >= inner.west && x <= inner.east && y >= inner.north && y <= inner.south;
        const layers: Record<string, TilePart> = {};
        for (const { layer, tileAt } of cutters) {
          const tile = whole || layer === 'land' ? tileAt(x, y) : null;
          if (tile?.features.length) layers[layer] = tile;
        }
        if (!Object.keys(layers).length) continue;
        tiles.push({ z, x, y, bytes: whole ? encode(layers) : encodeOnce(layers, encoded) });
      }
    }
  }
  return tiles;
}

function encode(layers: Record<string, TilePart>): Uint8Array {
  return gzipSync(fromGeojsonVt(layers as Record<string, GeoJSONVTTile>, { version: 2, extent: 4096 }), { level: 9 });
}

/** Most surrounding tiles are all land and alike. */
function encodeOnce(layers: Record<string, TilePart>, encoded: Map<string, Uint8Array>): Uint8Array {
  const key = JSON.stringify(layers.land.features);
  const bytes = encoded.get(key) ?? encode(layers);
  encoded.set(key, bytes);
  return bytes;
}

function cutterOf(
  layer: BasemapLayer,
  features: BasemapFeature[],
  zoom: number,
  maxZoom: number
): (x: number, y: number) => TilePart | null {
  if (features.every(({ geometry }) => geometry.type === 'Point'))
    return pointTiles({ features, zoom, buffer: BUFFER, most: zoom < maxZoom ? MOST_POINTS : Infinity });
  const index = indexAt(features, zoom, maxZoom, layer === 'land' ? LAND_BUFFER : BUFFER);
  return (x, y) => index.getTile(zoom, x, y);
}

/** Lines are simplified to what a zoom can show; only the last one keeps every point. */
function indexAt(features: BasemapFeature[], zoom: number, maxZoom: number, buffer: number): GeoJSONVT {
  const collection = {
    type: 'FeatureCollection' as const,
    features: features.map(({ geometry, properties }) => ({ type: 'Feature' as const, geometry, properties }))
  };
  return new GeoJSONVT(collection, { maxZoom, indexMaxZoom: zoom, indexMaxPoints: 0, tolerance: 3, buffer });
}

function tileBox([west, south, east, north]: Bbox, zoom: number) {
  const [x0, y0] = tileOf(west, north, zoom);
  const [x1, y1] = tileOf(east, south, zoom);
  return { west: x0, north: y0, east: x1, south: y1 };
}

function tileOf(lon: number, lat: number, zoom: number): [number, number] {
  const n = 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  const clamp = (value: number) => Math.min(n - 1, Math.max(0, Math.floor(value)));
  return [clamp(((lon + 180) / 360) * n), clamp((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * n)];
}
