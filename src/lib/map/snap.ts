import { lineString, nearestPointOnLine } from '@turf/turf';
import type { Position } from './model';

/** Nearest point on any of the lines: a drawn hint only, the engine snaps for itself. */
export function nearestOnRoads(lines: readonly Position[][], lon: number, lat: number): Position | null {
  let best: Position | null = null;
  let bestKilometres = Infinity;
  for (const line of lines) {
    if (line.length < 2) continue;
    const point = nearestPointOnLine(lineString(line), [lon, lat]);
    const kilometres = point.properties.pointDistance ?? point.properties.dist ?? Infinity;
    if (kilometres < bestKilometres) {
      bestKilometres = kilometres;
      best = point.geometry.coordinates as Position;
    }
  }
  return best;
}
