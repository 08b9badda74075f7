import { insideTest } from '../network/clip';

export type Position = [number, number];
export type Bbox = [number, number, number, number];
/** Polygons of rings of [lon, lat]; the first ring is the outside, the others are holes. */
export type MultiPolygon = Position[][][];

export interface Region {
  name: string;
  /** Other names it goes by, e.g. in a list's column. */
  labels: string[];
  polygons: MultiPolygon;
}

export type Contains = (lon: number, lat: number) => boolean;

/** Answers whether a point lies inside (even-odd rule). */
export function createContains(polygons: MultiPolygon): Contains {
  return insideTest({ type: 'MultiPolygon', coordinates: polygons });
}

/** How far off a coast drawn by another hand a place may lie. */
const NEARLY_METRES = 500;

/** True inside, or where one of eight points 500 m around is: lists and boundaries draw a shore differently. */
export function containsNearly(contains: Contains, lon: number, lat: number): boolean {
  if (contains(lon, lat)) return true;
  const north = NEARLY_METRES / 111_195;
  const east = north / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [0, 1, 2, 3, 4, 5, 6, 7].some((eighth) => {
    const angle = (eighth * Math.PI) / 4;
    return contains(lon + east * Math.cos(angle), lat + north * Math.sin(angle));
  });
}

/** The region a point lies in, else the one whose box is nearest; -1 without regions. */
export function regionIndexAt(regions: readonly { contains: Contains; box: Bbox }[], lon: number, lat: number): number {
  const inside = regions.findIndex(({ contains }) => contains(lon, lat));
  if (inside >= 0) return inside;
  let best = -1;
  let least = Infinity;
  regions.forEach(({ box: [west, south, east, north] }, i) => {
    const gap = Math.hypot(Math.max(west - lon, 0, lon - east), Math.max(south - lat, 0, lat - north));
    if (gap >= least) return;
    best = i;
    least = gap;
  });
  return best;
}

/** West, south, east, north; an empty set gives [Infinity, Infinity, -Infinity, -Infinity]. */
export function bboxOfPolygons(polygons: MultiPolygon): Bbox {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of polygons.flat()) for (const [lon, lat] of ring) growBbox(box, lon, lat);
  return box;
}

export function growBbox(box: Bbox, lon: number, lat: number): void {
  if (lon < box[0]) box[0] = lon;
  if (lat < box[1]) box[1] = lat;
  if (lon > box[2]) box[2] = lon;
  if (lat > box[3]) box[3] = lat;
}

export function padBbox([west, south, east, north]: Bbox, degrees: number): Bbox {
  return [west - degrees, south - degrees, east + degrees, north + degrees];
}

export function insideBbox([west, south, east, north]: Bbox, lon: number, lat: number): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Twice the signed area in square degrees: positive when counter-clockwise. */
export function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return sum;
}

interface Geometry {
  type: string;
  coordinates?: unknown;
  geometries?: Geometry[];
}

/** Polygon features of a parsed GeoJSON; null when there is none. Takes positions as they stand (WGS84). */
export function regionsFromGeoJson(value: unknown): Region[] | null {
  const root = value as { type?: string; features?: unknown[]; geometry?: Geometry } | null;
  if (!root || typeof root !== 'object') return null;
  const features = (root.type === 'FeatureCollection' ? (root.features ?? []) : [root]) as {
    geometry?: Geometry | null;
    properties?: Record<string, unknown> | null;
  }[];
  const regions: Region[] = [];
  for (const feature of features) {
    const geometry = (feature.geometry ?? feature) as Geometry;
    const polygons = polygonsOf(geometry);
    if (!polygons.length) continue;
    const labels = Object.values(feature.properties ?? {}).filter((each): each is string => typeof each === 'string');
    const name = feature.properties?.label ?? feature.properties?.name ?? labels[0] ?? '';
    regions.push({ name: String(name), labels, polygons });
  }
  return regions.length ? regions : null;
}

function polygonsOf(geometry: Geometry): MultiPolygon {
  if (geometry.type === 'Polygon') return [geometry.coordinates as Position[][]];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates as MultiPolygon;
  if (geometry.type === 'GeometryCollection') return (geometry.geometries ?? []).flatMap(polygonsOf);
  return [];
}
