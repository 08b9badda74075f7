/** A position on the globe, WGS84 degrees. @throws RangeError for anything else. */
export function checkPosition({ lon, lat }: { lon: number; lat: number }): { lon: number; lat: number } {
  if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) throw new RangeError(`No position: ${lon}, ${lat}.`);
  return { lon, lat };
}
