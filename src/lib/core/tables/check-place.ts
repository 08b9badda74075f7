import type { CheckContext, Report } from './check-row';
import { readDegrees, toWgs84 } from './convert-place';
import { isInside } from './guess-crs';
import { readCrs } from './read-words';
import type { CoordinateSystem } from './table';

/** How far outside the area's box a place may lie, as the server has it. */
export const AREA_MARGIN_DEGREES = 0.3;
/** A supplier may sit anywhere. */
const ANYWHERE: readonly string[] = ['suppliers'];

interface Cells {
  lon: string;
  lat: string;
  crs: string;
}

/**
 * Where a row lies, WGS84; null without coordinates or with a problem. Swapped columns are put right where the place
 * lies outside of the area as written and inside of it when swapped.
 */
export function checkPlace(cells: Cells, context: CheckContext, report: Report): { lon: number; lat: number } | null {
  if (cells.lon === '' && cells.lat === '') return null;
  if (cells.lon === '' || cells.lat === '') {
    report(cells.lon === '' ? 'lon' : 'lat', 'half-place', 'refused');
    return null;
  }
  const lon = readDegrees(cells.lon);
  const lat = readDegrees(cells.lat);
  if (lon === null) report('lon', 'not-a-coordinate', 'refused', { wanted: '108.7702 / 108°46′12″E' });
  if (lat === null) report('lat', 'not-a-coordinate', 'refused', { wanted: '28.8400 / 28°50′24″N' });
  if (lon === null || lat === null) return null;
  if (lon === 0 && lat === 0) {
    report('lon', 'null-island', 'refused');
    return null;
  }
  const crs = systemOf(cells.crs, context, report);
  if (crs === null) return null;
  const { bbox } = context.index.facts;
  const free = ANYWHERE.includes(context.choice.kind);
  const asWritten = placeOf(lon, lat, crs);
  if (asWritten && isInside(asWritten, bbox, AREA_MARGIN_DEGREES)) return asWritten;
  const swapped = placeOf(lat, lon, crs);
  if (swapped && isInside(swapped, bbox, AREA_MARGIN_DEGREES)) {
    report('lon', 'swapped', 'repaired', { taken: `${lat}, ${lon}` });
    return swapped;
  }
  if (!asWritten)
    report(Math.abs(lat) > 90 ? 'lat' : 'lon', 'out-of-range', 'refused', { most: Math.abs(lat) > 90 ? 90 : 180 });
  else if (!free) report('lon', 'outside-area', 'refused', { wanted: bbox.map((each) => each.toFixed(2)).join(', ') });
  return free ? asWritten : null;
}

function placeOf(lon: number, lat: number, crs: CoordinateSystem): { lon: number; lat: number } | null {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? toWgs84({ lon, lat }, crs) : null;
}

/** The row's own word goes before the answer for the file. Null where a word is unknown; without any it is WGS84. */
function systemOf(text: string, { choice }: CheckContext, report: Report): CoordinateSystem | null {
  if (text === '') return choice.crs ?? 'wgs84';
  const own = readCrs(text);
  if (own === null) report('crs', 'unknown-word', 'refused', { wanted: 'WGS84 / CGCS2000 / GCJ-02 / BD-09' });
  return own;
}
