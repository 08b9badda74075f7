import type { Facility } from '../model/records';

export interface Placed {
  lon: number;
  lat: number;
}

export function isPlaced<T extends { lon: number | null; lat: number | null }>(place: T): place is T & Placed {
  return place.lon !== null && place.lat !== null;
}

/** Great-circle metres. */
export function metresBetween(a: Placed, b: Placed): number {
  const rad = Math.PI / 180;
  const s =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(s)));
}

/** Nearest facility of a list in a straight line, ties to the lowest id; null when nothing is placed. */
export function nearestFacility(
  place: { lon: number | null; lat: number | null },
  facilities: readonly Facility[]
): Facility | null {
  if (!isPlaced(place)) return null;
  let best: { facility: Facility; metres: number } | null = null;
  for (const facility of facilities) {
    if (!isPlaced(facility)) continue;
    const metres = metresBetween(place, facility);
    if (!best || metres < best.metres || (metres === best.metres && facility.id < best.facility.id))
      best = { facility, metres };
  }
  return best?.facility ?? null;
}

export function byId<T extends { id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
