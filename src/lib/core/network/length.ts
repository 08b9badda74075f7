/** Mean earth radius (IUGG R1), metres. */
export const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS_PER_E7 = Math.PI / 180 / 1e7;

/** Great-circle length by the haversine formula between two positions in degrees × 1e7: whole millimetres, half-up. */
export function greatCircleMm(lonA: number, latA: number, lonB: number, latB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS_PER_E7) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RADIANS_PER_E7) / 2);
  const h = sinLat * sinLat + Math.cos(latA * RADIANS_PER_E7) * Math.cos(latB * RADIANS_PER_E7) * sinLon * sinLon;
  return Math.floor(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h))) * 1000 + 0.5);
}
