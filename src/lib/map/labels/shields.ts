import type { Position } from '../model';
import { overlaps } from './box-grid';
import type { Box, BoxGrid } from './box-grid';
import { SHIELD_SIZE } from './fonts';
import type { Project } from './step-aside';

/** A road in view, as the basemap has it. */
export interface RoadLine {
  ref: string;
  main: boolean;
  coordinates: Position[];
}

export interface PlacedShield {
  ref: string;
  lon: number;
  lat: number;
  width: number;
  height: number;
}

const MOST_PER_ROAD = 2;
const APART_PIXELS = 380;

/** Road numbers on their roads: nearest the middle of what is seen, at most two per road, never on another symbol. */
export function placeShields(
  roads: readonly RoadLine[],
  { hard, project, viewport, scale }: { hard: BoxGrid; project: Project; viewport: Box; scale: number }
): PlacedShield[] {
  const spots = new Map<string, { x: number; y: number; lon: number; lat: number }[]>();
  for (const road of roads) {
    if (!road.main || road.ref === '' || road.ref.length > 8) continue;
    let list = spots.get(road.ref);
    if (!list) spots.set(road.ref, (list = []));
    for (const [lon, lat] of road.coordinates) {
      const { x, y } = project(lon, lat);
      if (overlaps({ left: x, right: x + 1, top: y, bottom: y + 1 }, viewport)) list.push({ x, y, lon, lat });
    }
  }
  const placed: PlacedShield[] = [];
  for (const [ref, list] of [...spots].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (list.length < 4) continue;
    const middleX = list.reduce((sum, spot) => sum + spot.x, 0) / list.length;
    const middleY = list.reduce((sum, spot) => sum + spot.y, 0) / list.length;
    const width = (ref.length * SHIELD_SIZE * 0.66 + 10) * scale;
    const height = 16 * scale;
    const taken: { x: number; y: number }[] = [];
    list.sort((a, b) => Math.hypot(a.x - middleX, a.y - middleY) - Math.hypot(b.x - middleX, b.y - middleY));
    for (const spot of list) {
      if (taken.length >= MOST_PER_ROAD) break;
      if (taken.some((other) => Math.hypot(other.x - spot.x, other.y - spot.y) < APART_PIXELS * scale)) continue;
      const box = {
        left: spot.x - width / 2,
        right: spot.x + width / 2,
        top: spot.y - height / 2,
        bottom: spot.y + height / 2
      };
      if (hard.hits(box)) continue;
      hard.add(box);
      taken.push(spot);
      placed.push({ ref, lon: spot.lon, lat: spot.lat, width, height });
    }
  }
  return placed;
}
