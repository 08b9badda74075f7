import type { Village } from '../../../lib/core/model/records';
import type { OsmData } from '../../../lib/core/network/osm';
import type { SettlementKind } from '../../../lib/core/pack/osm-places';
import { SETTLEMENT_KINDS } from '../../../lib/core/pack/osm-places';
import { padBbox } from '../../../lib/core/pack/polygon';
import type { Bbox, MultiPolygon, Position } from '../../../lib/core/pack/polygon';
import { contourFeatures } from './contour-layer';
import { cutTiles } from './cut-tiles';
import type { BasemapFeature } from './features';
import { linesOfWay } from './features';
import { areaFeatures, borderFeatures, landFeatures, lineFeatures, peakFeatures } from './osm-layers';
import { writePmtiles } from './write-pmtiles';

export const BASEMAP_ZOOM = { min: 5, max: 14 };

/** How far land is drawn around the area: a wide wall screen looks beyond it. */
const SURROUNDINGS_DEGREES = 1;

export interface BasemapInput {
  name: string;
  osm: OsmData;
  boundary: MultiPolygon | null;
  elevation: ((lon: number, lat: number) => number | null) | null;
  /** Box of the tiles, with its margin. */
  frame: Bbox;
  places: readonly { village: Village; kind: SettlementKind }[];
  attribution: string;
  onZoom: (zoom: number) => void;
}

/** The offline basemap of an area: a PMTiles archive whose layers docs and style share (`BASEMAP_LAYERS`). */
export function makeBasemap(input: BasemapInput): { bytes: Uint8Array; tiles: number } {
  const { osm, frame, boundary, elevation } = input;
  const surroundings = padBbox(frame, SURROUNDINGS_DEGREES);
  const features: BasemapFeature[] = [
    ...landFeatures(osm, padBbox(surroundings, 1)),
    ...areaFeatures(osm),
    ...lineFeatures(osm),
    ...(elevation ? contourFeatures(elevation, frame) : []),
    ...(boundary ? outlineFeatures(boundary, coastPoints(osm)) : borderFeatures(osm)),
    ...placeFeatures(input.places),
    ...peakFeatures(osm)
  ];
  const tiles = cutTiles({
    features,
    bbox: frame,
    surroundings,
    minZoom: BASEMAP_ZOOM.min,
    maxZoom: BASEMAP_ZOOM.max,
    onZoom: input.onZoom
  });
  const bytes = writePmtiles({
    tiles,
    minZoom: BASEMAP_ZOOM.min,
    maxZoom: BASEMAP_ZOOM.max,
    bbox: surroundings,
    metadata: {
      name: input.name,
      attribution: input.attribution,
      licence: 'ODbL 1.0',
      vector_layers: [...new Set(features.map(({ layer }) => layer))].map((id) => ({ id, fields: {} }))
    }
  });
  return { bytes, tiles: tiles.length };
}

/** The outline where it is no coast: a shore is drawn as one already. */
function outlineFeatures(boundary: MultiPolygon, coast: ReadonlySet<string>): BasemapFeature[] {
  return boundary
    .flat()
    .flatMap((ring) => {
      const lines: Position[][] = [[]];
      for (const point of ring) {
        const line = lines[lines.length - 1];
        if (coast.has(pointKey(point))) {
          if (line.length) lines.push([]);
        } else line.push(point);
      }
      return lines.filter((line) => line.length > 1);
    })
    .map((coordinates) => ({
      layer: 'boundary',
      minZoom: 0,
      properties: { area: true },
      geometry: { type: 'LineString', coordinates }
    }));
}

function coastPoints(osm: OsmData): Set<string> {
  const coast = osm.ways.filter(({ tags }) => tags.natural === 'coastline');
  return new Set(coast.flatMap((way) => linesOfWay(osm, way).flat().map(pointKey)));
}

function pointKey([lon, lat]: Position): string {
  return `${Math.round(lon * 1e7)},${Math.round(lat * 1e7)}`;
}

const KIND_ZOOM: Record<SettlementKind, number> = { city: 5, town: 7, village: 9, hamlet: 11, isolated_dwelling: 12 };

/** `rank` grows with importance: kind first (50 a step), then people (log₁₀ of them, ×10). */
function placeFeatures(places: BasemapInput['places']): BasemapFeature[] {
  return places.flatMap(({ village, kind }): BasemapFeature[] => {
    if (village.lon === null || village.lat === null) return [];
    const { local, zh, en } = village.names;
    const standing = (SETTLEMENT_KINDS.length - 1 - SETTLEMENT_KINDS.indexOf(kind)) * 50;
    const rank = standing + Math.round(10 * Math.log10(1 + village.residents));
    return [
      {
        layer: 'places',
        minZoom: KIND_ZOOM[kind],
        properties: {
          id: village.id,
          kind,
          rank,
          name: local,
          ...(zh ? { name_zh: zh } : {}),
          ...(en ? { name_en: en } : {})
        },
        geometry: { type: 'Point', coordinates: [village.lon, village.lat] }
      }
    ];
  });
}
