import type { OsmData, OsmTags, OsmWay } from '../../../lib/core/network/osm';
import { namesFromTags } from '../../../lib/core/pack/names';
import type { Bbox, Position } from '../../../lib/core/pack/polygon';
import { ringArea } from '../../../lib/core/pack/polygon';
import type { BasemapFeature, BasemapLayer, Properties } from './features';
import { extentMetres, joinRings, linesOfWay, zoomForMetres } from './features';

/** Land from closed coastlines (land lies on their left); an extract without a coast is land all over. */
export function landFeatures(osm: OsmData, frame: Bbox): BasemapFeature[] {
  const lines = osm.ways.filter(({ tags }) => tags.natural === 'coastline').flatMap((way) => linesOfWay(osm, way));
  const islands = joinRings(lines).rings.filter((ring) => ringArea(ring) > 0);
  if (!islands.length) return [polygon('land', 0, {}, [frameRing(frame)])];
  return islands.map((ring) => polygon('land', Math.min(12, zoomForMetres(extentMetres(ring) * 4)), {}, [ring]));
}

function frameRing([west, south, east, north]: Bbox): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south]
  ];
}

interface AreaKind {
  layer: BasemapLayer;
  kind: string;
}

function areaKind(tags: OsmTags): AreaKind | null {
  if (tags.natural === 'water' || tags.waterway === 'riverbank' || tags.landuse === 'reservoir') {
    return { layer: 'water', kind: tags.water === 'river' || tags.waterway === 'riverbank' ? 'river' : 'lake' };
  }
  if (tags.natural === 'glacier') return { layer: 'landuse', kind: 'glacier' };
  if (tags.natural === 'wood' || tags.landuse === 'forest') return { layer: 'landuse', kind: 'forest' };
  if (['residential', 'commercial', 'industrial', 'retail'].includes(tags.landuse))
    return { layer: 'landuse', kind: 'built-up' };
  return null;
}

/** Lakes, river areas, forest and built-up land: closed ways and multipolygons. */
export function areaFeatures(osm: OsmData): BasemapFeature[] {
  const ways = new Map(osm.ways.map((way) => [way.id, way]));
  const features: BasemapFeature[] = [];
  for (const way of osm.ways) {
    const kind = areaKind(way.tags);
    if (!kind) continue;
    for (const ring of joinRings(linesOfWay(osm, way)).rings) features.push(area(kind, way.tags, [ring]));
  }
  for (const relation of osm.relations) {
    const kind = relation.tags.type === 'multipolygon' ? areaKind(relation.tags) : null;
    if (!kind) continue;
    const ringsOf = (role: (role: string) => boolean) =>
      joinRings(
        relation.members
          .filter((member) => member.type === 'way' && role(member.role))
          .flatMap((member) => (ways.has(member.ref) ? linesOfWay(osm, ways.get(member.ref) as OsmWay) : []))
      ).rings;
    const holes = ringsOf((role) => role === 'inner');
    const outers = ringsOf((role) => role !== 'inner');
    outers.forEach((outer, i) => features.push(area(kind, relation.tags, i === 0 ? [outer, ...holes] : [outer])));
  }
  return features;
}

function area({ layer, kind }: AreaKind, tags: OsmTags, rings: Position[][]): BasemapFeature {
  return polygon(layer, Math.max(7, zoomForMetres(extentMetres(rings[0]))), { kind, ...named(tags) }, rings);
}

const RIVER_ZOOM: Record<string, number> = { river: 8, canal: 10, stream: 12 };
const ROAD_ZOOM: Record<string, number> = {
  motorway: 5,
  trunk: 5,
  primary: 6,
  secondary: 7,
  tertiary: 8,
  unclassified: 9,
  residential: 11,
  living_street: 11,
  road: 9,
  service: 13,
  track: 12,
  pedestrian: 13,
  footway: 13,
  path: 13,
  cycleway: 13,
  bridleway: 13,
  steps: 14
};

/** Rivers, roads and ferries; names, way ids and surfaces ride along for labels and queries. */
export function lineFeatures(osm: OsmData): BasemapFeature[] {
  const features: BasemapFeature[] = [];
  for (const way of osm.ways) {
    const { tags } = way;
    const river = RIVER_ZOOM[tags.waterway];
    if (river) add(way, 'water', river, { kind: tags.waterway, ...named(tags) });
    const roadClass = tags.route === 'ferry' ? 'ferry' : tags.highway?.replace(/_link$/, '');
    const road = roadClass === 'ferry' ? 7 : ROAD_ZOOM[roadClass ?? ''];
    if (!road || tags.area === 'yes') continue;
    const extra: Properties = { class: roadClass as string, way_id: way.id, ...named(tags) };
    if (tags.ref) extra.ref = tags.ref;
    if (tags.surface) extra.surface = tags.surface;
    add(way, 'roads', road, extra);
  }
  return features;

  function add(way: OsmWay, layer: BasemapLayer, minZoom: number, properties: Properties): void {
    for (const coordinates of linesOfWay(osm, way)) {
      features.push({ layer, minZoom, properties, geometry: { type: 'LineString', coordinates } });
    }
  }
}

/** Named summits with their height where the map knows it. */
export function peakFeatures(osm: OsmData): BasemapFeature[] {
  const features: BasemapFeature[] = [];
  for (const [index, tags] of osm.nodeTags) {
    if (tags.natural !== 'peak' && tags.natural !== 'volcano') continue;
    const ele = Number.parseFloat(tags.ele ?? '');
    const properties: Properties = { ...named(tags), ...(Number.isFinite(ele) ? { ele: Math.round(ele) } : {}) };
    if (!properties.name && properties.ele === undefined) continue;
    const coordinates: Position = [osm.nodeLonE7[index] / 1e7, osm.nodeLatE7[index] / 1e7];
    features.push({
      layer: 'peaks',
      minZoom: ele > 1500 ? 8 : 11,
      properties,
      geometry: { type: 'Point', coordinates }
    });
  }
  return features;
}

/** Administrative borders down to the county, from the members of their relations. */
export function borderFeatures(osm: OsmData): BasemapFeature[] {
  const ways = new Map(osm.ways.map((way) => [way.id, way]));
  const levels = new Map<number, number>();
  for (const { tags, members } of osm.relations) {
    const level = Number(tags.admin_level);
    if (tags.boundary !== 'administrative' || !(level >= 2 && level <= 8)) continue;
    for (const member of members) {
      if (member.type === 'way') levels.set(member.ref, Math.min(level, levels.get(member.ref) ?? 99));
    }
  }
  return [...levels].flatMap(([id, level]) => {
    const way = ways.get(id);
    if (!way || way.tags.natural === 'coastline') return [];
    return linesOfWay(osm, way).map((coordinates): BasemapFeature => ({
      layer: 'boundary',
      minZoom: level <= 4 ? 0 : level <= 6 ? 7 : 10,
      properties: { admin_level: level },
      geometry: { type: 'LineString', coordinates }
    }));
  });
}

function named(tags: OsmTags): Properties {
  const names = namesFromTags(tags);
  if (!names) return {};
  return {
    name: names.local,
    ...(names.zh ? { name_zh: names.zh } : {}),
    ...(names.en ? { name_en: names.en } : {})
  };
}

function polygon(layer: BasemapLayer, minZoom: number, properties: Properties, rings: Position[][]): BasemapFeature {
  return { layer, minZoom, properties, geometry: { type: 'Polygon', coordinates: rings } };
}
