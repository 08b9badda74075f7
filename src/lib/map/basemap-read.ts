import type { Map as MapLibreMap } from 'maplibre-gl';
import { nameOf, translate } from '../i18n';
import type { Locale } from '../i18n';
import { rankOf } from './labels/candidates';
import type { LabelCandidate } from './labels/place-labels';
import type { RoadLine } from './labels/shields';
import type { MapVillage, Position } from './model';
import { BASEMAP_SOURCE, MAIN_ROAD_LAYERS, ROAD_LAYERS } from './style';

/** Roads drawn now, as lines with their number. */
export function readRoads(map: MapLibreMap): RoadLine[] {
  const layers = MAIN_ROAD_LAYERS.filter((id) => map.getLayer(id));
  if (layers.length === 0) return [];
  return map.queryRenderedFeatures({ layers }).flatMap((feature) => {
    const ref = String(feature.properties.ref ?? '')
      .split(';')[0]
      .replace(/\s+/g, '');
    const main = feature.layer.id !== 'road-t';
    return linesOf(feature.geometry).map((coordinates) => ({ ref, main, coordinates }));
  });
}

/** Drawn roads near a point, as lines. */
export function roadsNear(map: MapLibreMap, x: number, y: number, reach: number): Position[][] {
  const layers = ROAD_LAYERS.filter((id) => map.getLayer(id));
  if (layers.length === 0) return [];
  const box: [[number, number], [number, number]] = [
    [x - reach, y - reach],
    [x + reach, y + reach]
  ];
  return map.queryRenderedFeatures(box, { layers }).flatMap((feature) => linesOf(feature.geometry));
}

/**
 * Point of the nearest drawn road within a reach in pixels: a click on a road
 * means the road that is seen, not a street too small to be drawn. Null without one.
 */
export function roadPointAt(map: MapLibreMap, x: number, y: number, reach: number): Position | null {
  let best: { x: number; y: number } | null = null;
  let bestDistance = reach;
  for (const line of roadsNear(map, x, y, reach)) {
    const points = line.map(([lon, lat]) => map.project([lon, lat]));
    for (let i = 1; i < points.length; i++) {
      const foot = footOn(points[i - 1], points[i], x, y);
      const distance = Math.hypot(foot.x - x, foot.y - y);
      if (distance <= bestDistance) [best, bestDistance] = [foot, distance];
    }
  }
  if (!best) return null;
  const { lng, lat } = map.unproject([best.x, best.y]);
  return [lng, lat];
}

function footOn(a: { x: number; y: number }, b: { x: number; y: number }, x: number, y: number) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / square));
  return { x: a.x + share * dx, y: a.y + share * dy };
}

function linesOf(geometry: GeoJSON.Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates as Position[]];
  if (geometry.type === 'MultiLineString') return geometry.coordinates as Position[][];
  return [];
}

/** Names of the basemap: peaks, and places where no village bears the name already. */
export function readBasemapLabels(map: MapLibreMap, villages: readonly MapVillage[], locale: Locale): LabelCandidate[] {
  if (!map.getSource(BASEMAP_SOURCE)) return [];
  const taken = new Set(villages.flatMap(({ names }) => [names.local, names.en, names.zh]));
  const found = new Map<string, LabelCandidate>();
  for (const sourceLayer of ['places', 'peaks']) {
    for (const feature of map.querySourceFeatures(BASEMAP_SOURCE, { sourceLayer })) {
      if (feature.geometry.type !== 'Point') continue;
      const [lon, lat] = feature.geometry.coordinates;
      const { name, name_en: en, name_zh: zh, ele, rank } = feature.properties as Record<string, unknown>;
      if (typeof name !== 'string' || name === '') continue;
      const text = nameOf({ local: name, en: textOr(en), zh: textOr(zh) }, locale);
      const peak = sourceLayer === 'peaks';
      if (!peak && (taken.has(name) || taken.has(textOr(en) ?? name))) continue;
      const kind = peak ? 'peak' : 'place';
      const metres = Number(ele);
      found.set(`${sourceLayer}:${name}`, {
        id: `${sourceLayer}:${name}`,
        kind,
        text:
          peak && metres > 0
            ? translate(locale, 'map-peak', { name: `\u2068${text}\u2069`, ele: Math.round(metres) })
            : text,
        suffix: '',
        lon,
        lat,
        offset: [0, 0],
        radius: peak ? 5 : 0,
        rank: rankOf(kind, peak ? metres || 0 : 1000 - Number(rank ?? 0))
      });
    }
  }
  return [...found.values()];
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
