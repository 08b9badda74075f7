import type { OsmData, OsmWay } from '../../../lib/core/network/osm';
import { findNode } from '../../../lib/core/network/osm';
import type { Position } from '../../../lib/core/pack/polygon';

export const BASEMAP_LAYERS = ['land', 'water', 'landuse', 'roads', 'contours', 'boundary', 'places', 'peaks'] as const;
export type BasemapLayer = (typeof BASEMAP_LAYERS)[number];
export type Properties = Record<string, string | number | boolean>;

/** A feature of one layer with the lowest zoom it is drawn at. */
export interface BasemapFeature {
  layer: BasemapLayer;
  minZoom: number;
  properties: Properties;
  geometry:
    | { type: 'Point'; coordinates: Position }
    | { type: 'LineString'; coordinates: Position[] }
    | { type: 'Polygon'; coordinates: Position[][] };
}

/** Positions of a way, broken where a node is missing from the file. */
export function linesOfWay(osm: OsmData, way: OsmWay): Position[][] {
  const lines: Position[][] = [];
  let line: Position[] = [];
  for (const ref of way.refs) {
    const index = findNode(osm, ref);
    if (index < 0) {
      if (line.length > 1) lines.push(line);
      line = [];
      continue;
    }
    line.push([osm.nodeLonE7[index] / 1e7, osm.nodeLatE7[index] / 1e7]);
  }
  if (line.length > 1) lines.push(line);
  return lines;
}

/** Joins lines end to end; the closed ones become rings, the rest stay open. */
export function joinRings(lines: Position[][]): { rings: Position[][]; open: Position[][] } {
  const key = ([lon, lat]: Position) => `${lon},${lat}`;
  const byStart = new Map<string, Set<number>>();
  const ends = (line: Position[]) => [key(line[0]), key(line[line.length - 1])];
  lines.forEach((line, i) => {
    for (const end of ends(line)) byStart.set(end, (byStart.get(end) ?? new Set()).add(i));
  });
  const used = new Set<number>();
  const rings: Position[][] = [];
  const open: Position[][] = [];
  lines.forEach((line, i) => {
    if (used.has(i)) return;
    used.add(i);
    let joined = line;
    for (;;) {
      const [start, end] = ends(joined);
      if (start === end && joined.length > 3) break;
      const next = [...(byStart.get(end) ?? [])].find((j) => !used.has(j));
      if (next === undefined) break;
      used.add(next);
      const other = key(lines[next][0]) === end ? lines[next] : [...lines[next]].reverse();
      joined = joined.concat(other.slice(1));
    }
    const [start, end] = ends(joined);
    if (start === end && joined.length > 3) rings.push(joined);
    else open.push(joined);
  });
  return { rings, open };
}

/** Longest side of the box round a line, metres (at its own latitude). */
export function extentMetres(line: readonly Position[]): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of line) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return 111_195 * Math.max((east - west) * Math.cos((north * Math.PI) / 180), north - south);
}

/** Lowest zoom at which something this long takes at least eight pixels. */
export function zoomForMetres(metres: number): number {
  const zoom = Math.ceil(Math.log2((156_543 * 8) / Math.max(metres, 1)));
  return Math.min(14, Math.max(0, zoom));
}
