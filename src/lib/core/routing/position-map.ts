/** Values by position in degrees. */
export interface PositionMap<V> {
  get(lon: number, lat: number): V | undefined;
  set(lon: number, lat: number, value: V): void;
}

/** Two maps of numbers rather than one of texts: a table of thousands of places asks this often. */
export function createPositionMap<V>(): PositionMap<V> {
  const byLon = new Map<number, Map<number, V>>();
  return {
    get: (lon, lat) => byLon.get(lon)?.get(lat),
    set(lon, lat, value) {
      const byLat = byLon.get(lon);
      if (byLat) byLat.set(lat, value);
      else byLon.set(lon, new Map([[lat, value]]));
    }
  };
}
