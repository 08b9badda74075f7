import { readDegrees, toWgs84 } from '../core/tables/convert-place';
import { isInside, type CrsSample } from '../core/tables/guess-crs';
import type { FactIndex } from '../core/tables/known-facts';
import { metresBetween } from '../core/tables/metres-between';
import { stemOf, townStem } from '../core/tables/name-stem';
import { pairKey } from '../core/tables/known-facts';
import { AREA_MARGIN_DEGREES } from '../core/tables/check-place';
import type { Mapping } from '../core/tables/questions';
import { cellAt, type CoordinateSystem, type Sheet } from '../core/tables/table';
import type { PointView } from './protocol';

export const MOST_SAMPLES = 2000;

/** A row with coordinates as it gives them, columns that were swapped put right. */
interface SamplePlace extends CrsSample {
  /** Row of the file. */
  row: number;
  name: string;
}

/** Places of a sheet beside the known place of the same code or name, spread over all its rows. */
export function samplePlaces(sheet: Sheet, mapping: Mapping, index: FactIndex, most = MOST_SAMPLES): SamplePlace[] {
  const columns = { code: mapping.indexOf('code'), name: mapping.indexOf('name'), town: mapping.indexOf('town') };
  const nameColumn = columns.name < 0 ? mapping.indexOf('callSign') : columns.name;
  const cell = (row: number, column: number) => (column < 0 ? '' : cellAt(sheet, row, column));
  return spread(sheet, mapping, index.facts.bbox, most).map(({ at, lon, lat }) => {
    const named = cell(at, columns.name);
    const towns = index.townsByStem.get(townStem(cell(at, columns.town))) ?? [];
    const ofName = towns.length === 1 ? (index.villagesByName.get(pairKey(towns[0].id, stemOf(named))) ?? []) : [];
    const known =
      index.villageByCode.get(cell(at, columns.code)) ??
      (ofName.length === 1 ? ofName[0] : undefined) ??
      only(index.facilitiesByName.get(stemOf(named)));
    const placed = known && known.lon !== null && known.lat !== null ? { lon: known.lon, lat: known.lat } : null;
    return { row: sheet.rowNumbers[at], name: cell(at, nameColumn), lon, lat, known: placed };
  });
}

/** Where rows would lie under a system, for the map; rows without readable coordinates are left out. */
export function readPoints(
  sheet: Sheet,
  { mapping, crs, most }: { mapping: Mapping; crs: CoordinateSystem; most: number },
  index: FactIndex
): PointView[] {
  return samplePlaces(sheet, mapping, index, most).map((sample) => {
    const place = toWgs84(sample, crs);
    return { ...sample, ...place, metres: sample.known && metresBetween(place, sample.known) };
  });
}

function spread(
  sheet: Sheet,
  mapping: Mapping,
  bbox: readonly number[],
  most: number
): { at: number; lon: number; lat: number }[] {
  const lonColumn = mapping.indexOf('lon');
  const latColumn = mapping.indexOf('lat');
  if (lonColumn < 0 || latColumn < 0) return [];
  const rows = sheet.rowNumbers.length;
  const step = Math.max(1, Math.ceil(rows / most));
  const found: { at: number; lon: number; lat: number }[] = [];
  for (let at = 0; at < rows; at += step) {
    const lon = readDegrees(cellAt(sheet, at, lonColumn));
    const lat = readDegrees(cellAt(sheet, at, latColumn));
    if (lon === null || lat === null || (lon === 0 && lat === 0)) continue;
    const place = turned({ lon, lat }, bbox);
    if (Math.abs(place.lon) <= 180 && Math.abs(place.lat) <= 90) found.push({ at, ...place });
  }
  return found;
}

/** The systems lie less than the margin apart, so a place that fits only when swapped is swapped in each of them. */
function turned(place: { lon: number; lat: number }, bbox: readonly number[]): { lon: number; lat: number } {
  const swapped = { lon: place.lat, lat: place.lon };
  const fits = (each: typeof place) => isInside(each, bbox, AREA_MARGIN_DEGREES);
  return !fits(place) && fits(swapped) ? swapped : place;
}

const only = <T>(found: readonly T[] | undefined): T | undefined => (found?.length === 1 ? found[0] : undefined);
