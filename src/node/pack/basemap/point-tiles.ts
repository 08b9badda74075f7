import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import type { BasemapFeature } from './features';

const EXTENT = 4096;

/** What the encoder reads of a tile. */
export interface TilePart {
  features: GeoJSONVTFeature[];
}

export interface PointTilesInput {
  /** Points alone. */
  features: readonly BasemapFeature[];
  zoom: number;
  /** How far beyond its edge a tile holds points too, of 4,096 units. */
  buffer: number;
  /** Most points of a tile; of more, those of highest `rank` stay (without one: 0; equal ones in their order). */
  most: number;
}

/** Cuts points into the tiles of one zoom, in one pass; gives the tile at a column and row, null where it holds none. */
export function pointTiles({
  features,
  zoom,
  buffer,
  most
}: PointTilesInput): (x: number, y: number) => TilePart | null {
  const n = 2 ** zoom;
  const margin = buffer / EXTENT;
  const columns = new Float64Array(features.length);
  const rows = new Float64Array(features.length);
  features.forEach(({ geometry }, i) => {
    if (geometry.type !== 'Point') throw new RangeError(`No point: ${geometry.type}.`);
    const [lon, lat] = geometry.coordinates;
    const sin = Math.sin((lat * Math.PI) / 180);
    columns[i] = (lon / 360 + 0.5) * n;
    rows[i] = Math.min(1, Math.max(0, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI)) * n;
  });
  const rankOf = (i: number) => Number(features[i].properties.rank ?? 0);
  const held = new Map<number, number[]>();
  for (const i of [...features.keys()].sort((a, b) => rankOf(b) - rankOf(a) || a - b)) {
    for (let x = Math.floor(columns[i] - margin); x <= columns[i] + margin; x++) {
      for (let y = Math.floor(rows[i] - margin); y <= rows[i] + margin; y++) {
        const list = held.get(x * n + y);
        if (!list) held.set(x * n + y, [i]);
        else if (list.length < most) list.push(i);
      }
    }
  }
  return (x, y) => {
    const list = held.get(x * n + y);
    if (!list) return null;
    return {
      features: list
        .sort((a, b) => a - b)
        .map((i) => ({
          type: 1,
          tags: features[i].properties,
          geometry: [[Math.round(EXTENT * (columns[i] - x)), Math.round(EXTENT * (rows[i] - y))]]
        }))
    };
  };
}
