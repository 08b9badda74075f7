import { insideBbox, padBbox, type Bbox } from '../../lib/core/pack/polygon';
import type { ListedPlace } from './read-places';

/** How far beyond its roads an area reaches, as when it was imported. */
const MARGIN_DEGREES = 0.06;
const NAMED = 5;

/**
 * What is to be said of places of a list that lie outside the area, one line for each kind of slip, with file, rows and
 * cure; none where all lie inside. They are no error: their answers say that no road is near.
 *
 * @param bbox of the area, WGS84 degrees.
 */
export function notesOutside(path: string, places: readonly ListedPlace[], bbox: Bbox): string[] {
  const area = padBbox(bbox, MARGIN_DEGREES);
  const rows = { zero: [] as number[], swapped: [] as number[], outside: [] as number[] };
  for (const { line, lon, lat } of places) {
    if (lon === null || lat === null || insideBbox(area, lon, lat)) continue;
    const slip = lon === 0 && lat === 0 ? 'zero' : insideBbox(area, lat, lon) ? 'swapped' : 'outside';
    rows[slip].push(line);
  }
  const [west, south, east, north] = bbox.map((each) => each.toFixed(2));
  const words = {
    zero: 'lon 0, lat 0 stands for "unknown". Give the coordinates, or leave both empty',
    swapped: 'lon and lat are exchanged, the other way round they would lie in the area. Exchange them',
    outside:
      `outside the area (lon ${west} to ${east}, lat ${south} to ${north}). ` +
      'Correct the coordinates, or use the pack of their own area'
  };
  return (['zero', 'swapped', 'outside'] as const)
    .filter((slip) => rows[slip].length > 0)
    .map((slip) => `${path}, ${listed(rows[slip])}: ${words[slip]}.`);
}

function listed(rows: readonly number[]): string {
  const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : '';
  return `${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, NAMED).join(', ')}${more}`;
}
