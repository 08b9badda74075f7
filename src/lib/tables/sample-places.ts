import { readDegrees, toWgs84 } from '../core/tables/convert-place';
import type { CrsSample } from '../core/tables/guess-crs';
import type { FactIndex } from '../core/tables/known-facts';
import { stemOf, townStem } from '../core/tables/name-stem';
import { pairKey } from '../core/tables/known-facts';
import type { Mapping } from '../core/tables/questions';
import { cellAt, type CoordinateSystem, type Sheet } from '../core/tables/table';
import type { PointView } from './protocol';

const MOST_SAMPLES = 2000;

/** Places of a sheet beside the known place of the same code or name, spread over all its rows. */
export function samplePlaces(sheet: Sheet, mapping: Mapping, index: FactIndex): CrsSample[] {
  const columns = { code: mapping.indexOf('code'), name: mapping.indexOf('name'), town: mapping.indexOf('town') };
  const cell = (row: number, column: number) => (column < 0 ? '' : cellAt(sheet, row, column));
  return spread(sheet, mapping, MOST_SAMPLES).map(({ at, lon, lat }) => {
    const named = cell(at, columns.name);
    const towns = index.townsByStem.get(townStem(cell(at, columns.town))) ?? [];
    const ofName = towns.length === 1 ? (index.villagesByName.get(pairKey(towns[0].id, stemOf(named))) ?? []) : [];
    const known =
      index.villageByCode.get(cell(at, columns.code)) ??
      (ofName.length === 1 ? ofName[0] : undefined) ??
      only(index.facilitiesByName.get(stemOf(named)));
    const placed = known && known.lon !== null && known.lat !== null ? { lon: known.lon, lat: known.lat } : null;
    return { lon, lat, known: placed };
  });
}

/** Where rows would lie under a system, for the map; rows without readable coordinates are left out. */
export function readPoints(sheet: Sheet, mapping: Mapping, crs: CoordinateSystem, most: number): PointView[] {
  return spread(sheet, mapping, most).map(({ at, lon, lat }) => ({
    row: sheet.rowNumbers[at],
    ...toWgs84({ lon, lat }, crs)
  }));
}

function spread(sheet: Sheet, mapping: Mapping, most: number): { at: number; lon: number; lat: number }[] {
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
    if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) found.push({ at, lon, lat });
  }
  return found;
}

const only = <T>(found: readonly T[] | undefined): T | undefined => (found?.length === 1 ? found[0] : undefined);
