import type { MapFacility, MapVillage } from '../model';
import { FACILITY_SIZE, fullRadiusPersons, villageRadius } from '../symbol-size';
import { boxAbout } from './box-grid';
import type { Box, BoxGrid } from './box-grid';

export type Project = (lon: number, lat: number) => { x: number; y: number };
export type Offset = [number, number];

interface AsideOptions {
  project: Project;
  scale: number;
  viewport: Box;
}

function inside(x: number, y: number, box: Box, margin: number): boolean {
  return x > box.left - margin && x < box.right + margin && y > box.top - margin && y < box.bottom + margin;
}

/** A facility that would lie on a village's disc steps to its edge, away from the disc's centre. */
export function facilityOffsets(
  facilities: readonly MapFacility[],
  villages: readonly MapVillage[],
  { project, scale, viewport }: AsideOptions
): Map<string, Offset> {
  const full = fullRadiusPersons(villages);
  const discs = villages
    .map((village) => ({ ...project(village.lon, village.lat), radius: villageRadius(village.persons, full, scale) }))
    .filter((disc) => inside(disc.x, disc.y, viewport, 60));
  const offsets = new Map<string, Offset>();
  for (const facility of facilities) {
    const { x, y } = project(facility.lon, facility.lat);
    if (!inside(x, y, viewport, 60)) continue;
    const half = (FACILITY_SIZE[facility.tier] / 2) * scale;
    let shiftX = 0;
    let shiftY = 0;
    for (const disc of discs) {
      const apart = disc.radius + half + 1 * scale;
      const dx = x + shiftX - disc.x;
      const dy = y + shiftY - disc.y;
      const distance = Math.hypot(dx, dy);
      if (distance >= apart) continue;
      const [ux, uy] = distance < 0.5 ? [-0.7, 0.7] : [dx / distance, dy / distance];
      shiftX += ux * (apart - distance);
      shiftY += uy * (apart - distance);
    }
    if (shiftX !== 0 || shiftY !== 0) offsets.set(facility.id, [shiftX, shiftY]);
  }
  return offsets;
}

const DIRECTIONS: readonly Offset[] = [
  [0, 0],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0.71, -0.71],
  [-0.71, -0.71],
  [0.71, 0.71],
  [-0.71, 0.71]
];

export interface AsideItem {
  id: string;
  lon: number;
  lat: number;
  /** Half width and half height of the symbol, pixels. */
  half: [number, number];
  /** Distances to try, nearest first, pixels. */
  reaches: readonly number[];
  /** Whether it may stand on its true place. */
  mayStay: boolean;
  /** Left out where no spot is free, rather than over another. */
  mayDrop?: boolean;
}

/** Finds each item a free spot about its true place and takes it; with none free it stays at its first choice, or goes. */
export function stepAside(items: readonly AsideItem[], hard: BoxGrid, { project, viewport }: AsideOptions) {
  const offsets = new Map<string, Offset>();
  for (const item of items) {
    const { x, y } = project(item.lon, item.lat);
    if (!inside(x, y, viewport, 0)) continue;
    const options: Offset[] = item.mayStay ? [[0, 0]] : [];
    for (const reach of item.reaches) {
      for (const [ux, uy] of DIRECTIONS.slice(1))
        options.push([ux * (reach + item.half[0]), uy * (reach + item.half[1])]);
    }
    const boxOf = ([dx, dy]: Offset): Box => ({
      left: x + dx - item.half[0],
      right: x + dx + item.half[0],
      top: y + dy - item.half[1],
      bottom: y + dy + item.half[1]
    });
    const fits = (offset: Offset) => {
      const box = boxOf(offset);
      return (
        box.left >= viewport.left &&
        box.right <= viewport.right &&
        box.top >= viewport.top &&
        box.bottom <= viewport.bottom &&
        !hard.hits(box)
      );
    };
    const free = options.find(fits);
    if (!free && item.mayDrop) continue;
    const chosen = free ?? options[0];
    hard.add(boxOf(chosen));
    if (chosen[0] !== 0 || chosen[1] !== 0) offsets.set(item.id, chosen);
  }
  return offsets;
}

/** Hard boxes of symbols that stay where they are. */
export function addDiscs(
  grid: BoxGrid,
  items: readonly { lon: number; lat: number; radius: number; offset?: Offset }[],
  project: Project
): void {
  for (const item of items) {
    const { x, y } = project(item.lon, item.lat);
    grid.add(boxAbout(x + (item.offset?.[0] ?? 0), y + (item.offset?.[1] ?? 0), item.radius));
  }
}
