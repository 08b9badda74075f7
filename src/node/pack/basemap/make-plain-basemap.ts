import type { Township } from '../../../lib/core/model/records';
import { padBbox } from '../../../lib/core/pack/polygon';
import type { Bbox, MultiPolygon } from '../../../lib/core/pack/polygon';
import { cutTiles } from './cut-tiles';
import type { BasemapFeature } from './features';
import { writePmtiles } from './write-pmtiles';

/** Zooms of a ground that shows land, seats and, where one was given, the outline. */
export const PLAIN_ZOOM = { min: 5, max: 12 };
const SURROUNDINGS_DEGREES = 1;

/** Basemap of an area without roads: its township seats by name on bare land. */
export function makePlainBasemap(input: {
  name: string;
  attribution: string;
  townships: readonly Township[];
  boundary: MultiPolygon | null;
  frame: Bbox;
}): Uint8Array {
  const surroundings = padBbox(input.frame, SURROUNDINGS_DEGREES);
  const [west, south, east, north] = padBbox(surroundings, 1);
  const features: BasemapFeature[] = [
    {
      layer: 'land',
      minZoom: 0,
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south]
          ]
        ]
      }
    },
    ...(input.boundary?.flat() ?? []).map((ring): BasemapFeature => ({
      layer: 'boundary',
      minZoom: 0,
      properties: { area: true },
      geometry: { type: 'LineString', coordinates: ring }
    })),
    ...input.townships.flatMap(seatFeature)
  ];
  const tiles = cutTiles({
    features,
    bbox: input.frame,
    surroundings,
    minZoom: PLAIN_ZOOM.min,
    maxZoom: PLAIN_ZOOM.max,
    onZoom: () => undefined
  });
  return writePmtiles({
    tiles,
    minZoom: PLAIN_ZOOM.min,
    maxZoom: PLAIN_ZOOM.max,
    bbox: surroundings,
    metadata: {
      name: input.name,
      attribution: input.attribution,
      vector_layers: [...new Set(features.map(({ layer }) => layer))].map((id) => ({ id, fields: {} }))
    }
  });
}

function seatFeature({ id, names, seat }: Township): BasemapFeature[] {
  if (!seat) return [];
  return [
    {
      layer: 'places',
      minZoom: 5,
      properties: {
        id,
        kind: 'town',
        rank: 150 + Math.round(10 * Math.log10(1 + (seat.persons ?? 0))),
        name: names.local,
        ...(names.zh ? { name_zh: names.zh } : {}),
        ...(names.en ? { name_en: names.en } : {})
      },
      geometry: { type: 'Point', coordinates: [seat.lon, seat.lat] }
    }
  ];
}
