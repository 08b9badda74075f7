import type { MapPadding, Position } from './model';

export const MOVE_MS = 240;
export const TOUR_MS = 6000;
/** Nothing is shown nearer than this when the camera fits what changed. */
export const FIT_MAX_ZOOM = 14;
const EMPTY_PADDING: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };

/** West, south, east, north of positions; null without any. */
export function boundsOf(positions: readonly Position[]): [number, number, number, number] | null {
  if (positions.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** Bounds grown by a share on each side. */
export function grown([west, south, east, north]: [number, number, number, number], share: number) {
  const dx = (east - west) * share;
  const dy = (north - south) * share;
  return [west - dx, south - dy, east + dx, north + dy] as [number, number, number, number];
}

/** Panels' padding plus a margin; where a small map leaves no room the panels yield. */
export function fitPadding(padding: Partial<MapPadding>, margin: number, width: number, height: number): MapPadding {
  const full = { ...EMPTY_PADDING, ...padding };
  const free = (total: number, a: number, b: number) => total - a - b - margin * 2 > Math.min(120, total / 3);
  const sides = free(width, full.left, full.right) ? full : { ...full, left: 0, right: 0 };
  const all = free(height, full.top, full.bottom) ? sides : { ...sides, top: 0, bottom: 0 };
  return {
    top: all.top + margin,
    right: all.right + margin,
    bottom: all.bottom + margin,
    left: all.left + margin
  };
}

const NICE = [1, 2, 5];

/** Longest round length (1, 2, 5 × 10ⁿ metres) that fits `maxPixels`. */
export function scaleBar(metresPerPixel: number, maxPixels: number): { metres: number; pixels: number } {
  const limit = metresPerPixel * maxPixels;
  const power = 10 ** Math.floor(Math.log10(limit));
  const step = [...NICE].reverse().find((value) => value * power <= limit) ?? 1;
  return { metres: step * power, pixels: (step * power) / metresPerPixel };
}

/** Metres on the ground under one pixel (tiles of 512 px). */
export function metresPerPixel(latitude: number, zoom: number): number {
  return (78271.517 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom;
}
