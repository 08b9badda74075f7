/** GeoJSON geometry, WGS84 degrees. */
export type PolygonGeometry =
  { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] };

const BANDS = 2048;

/**
 * Test whether a position (degrees) lies inside, by the even-odd rule over all rings, so holes are outside. Edges are
 * sorted into bands of latitude: a boundary of 50,000 points costs a few dozen comparisons.
 */
export function insideTest(geometry: PolygonGeometry): (lon: number, lat: number) => boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat();
  const lats = rings.flatMap((ring) => ring.map((point) => point[1]));
  const south = lats.reduce((a, b) => Math.min(a, b), Infinity);
  const north = lats.reduce((a, b) => Math.max(a, b), -Infinity);
  const perDegree = BANDS / Math.max(north - south, 1e-9);
  const band = (lat: number): number => Math.min(BANDS - 1, Math.max(0, Math.floor((lat - south) * perDegree)));
  const bands: number[][] = Array.from({ length: BANDS }, () => []);
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const [lonA, latA] = ring[i];
      const [lonB, latB] = ring[(i + 1) % ring.length];
      if (latA === latB) continue;
      const last = band(Math.max(latA, latB));
      for (let b = band(Math.min(latA, latB)); b <= last; b++) bands[b].push(lonA, latA, lonB, latB);
    }
  }
  return (lon, lat) => {
    if (!(lat >= south && lat <= north)) return false;
    const edges = bands[band(lat)];
    let inside = false;
    for (let i = 0; i < edges.length; i += 4) {
      const latA = edges[i + 1];
      const latB = edges[i + 3];
      if (latA > lat === latB > lat) continue;
      if (lon < edges[i] + ((lat - latA) / (latB - latA)) * (edges[i + 2] - edges[i])) inside = !inside;
    }
    return inside;
  };
}
