import { readDegrees, toWgs84 } from '../core/tables/convert-place';
import type { CoordinateSystem } from '../core/tables/table';

/** A place as a person types it, in WGS84 degrees; null where it is none. */
export function readPlace(lon: string, lat: string, crs: CoordinateSystem): { lon: number; lat: number } | null {
  const [x, y] = [readDegrees(lon), readDegrees(lat)];
  if (x === null || y === null || Math.abs(x) > 180 || Math.abs(y) > 90) return null;
  return toWgs84({ lon: x, lat: y }, crs);
}
