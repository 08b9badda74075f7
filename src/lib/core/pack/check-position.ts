import type { Problem } from './manifest';
import type { Contains, Region } from './polygon';
import { containsNearly, createContains } from './polygon';
import type { ReadField, TableRow } from './table';
import { parseNumber } from './table';

/** Where the places of a list are looked for. */
export interface AreaExtent {
  contains: Contains;
  /** True when a boundary was given: rows beyond it belong to a neighbour and are left out, not reported as faults. */
  bounded: boolean;
  /** Named parts, e.g. islands, used in messages. */
  regions: readonly Region[];
}

export type PositionCheck =
  /** Inside the area. */
  | { at: [number, number]; outside: false; problem: null }
  /** Beyond a given boundary, with a plausible position. */
  | { at: [number, number]; outside: true; problem: null }
  /** No usable position: stays unplaced. */
  | { at: null; outside: boolean; problem: Problem };

/**
 * Judges a row's position. A wrong one is never mended silently: the row stays unplaced and the problem says what a
 * swap or a change of sign would give.
 */
export function createPositionCheck(
  extent: AreaExtent,
  read: ReadField
): (row: TableRow, name: string) => PositionCheck {
  const regions = extent.regions.map((region) => ({ ...region, contains: createContains(region.polygons) }));
  const regionAt = (lon: number, lat: number) => regions.find(({ contains }) => contains(lon, lat)) ?? null;

  return (row, name) => {
    const lonText = read(row, 'lon');
    const latText = read(row, 'lat');
    const at = `lat ${latText || '(empty)'}, lon ${lonText || '(empty)'}`;
    const fault = (code: string, wanted: string, cure: string, outside = false): PositionCheck => ({
      at: null,
      outside,
      problem: { severity: 'warning', code, where: `${row.where} (${name})`, field: 'lat, lon', read: at, wanted, cure }
    });
    if (!lonText || !latText) {
      return fault(
        'position-missing',
        'WGS84 degrees',
        'It stays unplaced. Give its coordinates in the list or place it on the map.'
      );
    }
    const lon = parseNumber(lonText);
    const lat = parseNumber(latText);
    if (lon === null || lat === null) {
      return fault(
        'position-not-a-number',
        'WGS84 degrees as decimal numbers',
        'It stays unplaced. Correct the coordinates in the list.'
      );
    }
    if (lon === 0 && lat === 0) {
      return fault(
        'position-zero',
        'a position in the area',
        'It stays unplaced: (0, 0) stands for "unknown". Give its coordinates.'
      );
    }
    const onGlobe = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    if (onGlobe && containsNearly(extent.contains, lon, lat)) return { at: [lon, lat], outside: false, problem: null };
    if (extent.contains(lat, lon)) {
      return fault(
        'position-swapped',
        'latitude and longitude in their own columns',
        'It stays unplaced: exchanged, the two would lie in the area. Exchange them in the list if that is right.'
      );
    }
    for (const [x, y] of [
      [lon, -lat],
      [-lon, lat],
      [-lon, -lat]
    ] as const) {
      if (!extent.contains(x, y) && !regionAt(x, y)) continue;
      return fault(
        'position-wrong-sign',
        'a position in the area',
        signCure(x, y, read(row, 'region')),
        !extent.contains(x, y)
      );
    }
    if (onGlobe && extent.bounded) return { at: [lon, lat], outside: true, problem: null };
    return fault(
      'position-outside',
      'a position in the area',
      'It stays unplaced: it lies outside the area. Correct it, or use the extract of its own area.',
      true
    );
  };

  function signCure(lon: number, lat: number, label: string): string {
    const region = regionAt(lon, lat);
    const landed = `With its sign changed (lat ${lat}, lon ${lon}) it would lie in ${region ? region.name : 'the area'}`;
    const differs = region && label && ![region.name, ...region.labels].includes(label);
    return `It stays unplaced. ${landed}${differs ? `, but the list places it in ${label}` : ''}. Correct it in the list.`;
  }
}
