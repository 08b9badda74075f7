import { landCentre, UNREACHED, type LandFrame } from './land';
import type { Surface } from './off-road';
import { outlineCells, type CornerRing } from './outline-cells';

/** What is reached within a time, as a feature of GeoJSON (RFC 7946): WGS84 degrees, outer rings counter-clockwise. */
export interface Isochrone {
  type: 'Feature';
  properties: Record<string, string | number>;
  geometry: { type: 'MultiPolygon'; coordinates: [number, number][][][] };
}

/**
 * Isochrones of a surface, longest first so that shorter ones are drawn over them: the outlines of all cells whose centre
 * is reached in at most so many minutes. What is reached in less time lies inside what is reached in more, and no piece or
 * hole is smaller than a cell. Properties: `minutes`, `cells`, `square_km` and those given.
 */
export function isochrones(
  { land, ms }: Surface,
  minutes: readonly number[],
  properties: Isochrone['properties'] = {}
): Isochrone[] {
  return [...new Set(minutes)]
    .sort((a, b) => b - a)
    .map((limit) => {
      const marks = Uint8Array.from(ms, (each) => (each !== UNREACHED && each <= limit * 60_000 ? 1 : 0));
      const cells = marks.reduce((sum, each) => sum + each, 0);
      const polygons = outlineCells(marks, land.columns, land.rows);
      return {
        type: 'Feature',
        properties: { ...properties, minutes: limit, cells, square_km: (cells * land.cellMetres ** 2) / 1e6 },
        geometry: {
          type: 'MultiPolygon',
          coordinates: polygons.map(({ outer, holes }) => [outer, ...holes].map((ring) => positions(land, ring)))
        }
      };
    });
}

/** Reached cells as rows: centre and whole minutes, upwards; those beyond the limit left out. */
export function* isochroneCells(
  { land, ms }: Surface,
  most: number
): Generator<[lon: number, lat: number, minutes: number]> {
  for (let cell = 0; cell < ms.length; cell++) {
    if (ms[cell] === UNREACHED || ms[cell] > most * 60_000) continue;
    const [lon, lat] = landCentre(land, cell);
    yield [degrees(lon), degrees(lat), Math.ceil(ms[cell] / 60_000)];
  }
}

/** A ring walked with its cells on the right hand of rows that run southward is clockwise on the map. */
function positions(land: LandFrame, ring: CornerRing): [number, number][] {
  return ring
    .map(([column, row]): [number, number] => [
      degrees(land.west + column * land.cellLon),
      degrees(land.north - row * land.cellLat)
    ])
    .reverse();
}

const degrees = (value: number): number => Math.round(value * 1e7) / 1e7;
