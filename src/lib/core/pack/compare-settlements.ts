import { greatCircleMm } from '../routing/snap';
import type { Imported, Problem } from './manifest';
import { nameLikeness } from './names';
import type { SettlementDraft } from './osm-places';
import { readWhole } from './places-from-table';
import { RESIDENTS } from './settlements-from-table';
import type { ReadField, TableRow } from './table';
import { parseNumber } from './table';

export interface ComparedPlace {
  name: string;
  otherNames: string[];
  lon: number;
  lat: number;
  persons: number;
}

/** Rows of a GeoNames-like list that have a position and a population; a figure that cannot be used is reported. */
export function comparedPlaces(rows: readonly TableRow[], read: ReadField): Imported<ComparedPlace[]> {
  const problems: Problem[] = [];
  const places: ComparedPlace[] = [];
  for (const row of rows) {
    const lon = parseNumber(read(row, 'lon'));
    const lat = parseNumber(read(row, 'lat'));
    if (lon === null || lat === null) continue;
    const persons = readWhole(RESIDENTS, row, read, read(row, 'name'), problems);
    if (persons === null || persons === 0) continue;
    const otherNames = read(row, 'alternateNames').split(',').filter(Boolean);
    places.push({ name: read(row, 'name'), otherNames, lon, lat, persons });
  }
  return { result: places, problems };
}

const NEAR_METRES = 3000;
/** So near that a half-alike name will do. */
const VERY_NEAR_METRES = 700;
const LIKE_ENOUGH = 0.75;
const HALF_ALIKE = 0.45;

/**
 * The place of the list that each settlement answers to (index, null where none), by name and distance: a like name
 * within 3 km, or a half-alike one within 700 m; best pairs first, each place and each settlement used once.
 */
export function matchCompared(
  settlements: readonly SettlementDraft[],
  places: readonly ComparedPlace[]
): { matched: (number | null)[] } {
  const pairs: { settlement: number; place: number; score: number }[] = [];
  settlements.forEach((settlement, s) => {
    const { lon, lat } = settlement;
    if (lon === null || lat === null) return;
    const own = [settlement.names.local, settlement.names.en, settlement.names.zh].filter((name) => name !== undefined);
    places.forEach((place, p) => {
      const metres = greatCircleMm(lon, lat, place.lon, place.lat) / 1000;
      if (metres > NEAR_METRES) return;
      const others = [place.name, ...place.otherNames];
      const likeness = Math.max(...own.flatMap((a) => others.map((b) => nameLikeness(a, b))));
      const fits = likeness >= LIKE_ENOUGH || (metres <= VERY_NEAR_METRES && likeness >= HALF_ALIKE);
      if (fits) pairs.push({ settlement: s, place: p, score: likeness - metres / 10_000 });
    });
  });
  pairs.sort((a, b) => b.score - a.score || a.settlement - b.settlement || a.place - b.place);
  const matched: (number | null)[] = settlements.map(() => null);
  const used = new Set<number>();
  for (const { settlement, place } of pairs) {
    if (matched[settlement] !== null || used.has(place)) continue;
    matched[settlement] = place;
    used.add(place);
  }
  return { matched };
}
