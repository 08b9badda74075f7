import type { Names } from '../model/records';
import type { AreaExtent } from './check-position';
import { createPositionCheck } from './check-position';
import type { Imported, Problem } from './manifest';
import { createKeyRegister, slug } from './names';
import type { SettlementDraft, SettlementKind } from './osm-places';
import { SETTLEMENT_KINDS } from './osm-places';
import type { ReadField, TableRow } from './table';
import { fieldReader, parseNumber, parsePersons } from './table';

/** Rows counted by what became of them; the importer stops when none of the placed rows lies in the area. */
export interface ListOutcome<T> {
  kept: T[];
  /** Rows with a plausible position that lies outside the area. */
  outside: number;
  placed: number;
}

/** Settlements of a list (own headings or GeoNames'); every row is kept, left to a neighbour, or reported. */
export function settlementsFromTable(
  rows: readonly TableRow[],
  extent: AreaExtent
): Imported<ListOutcome<SettlementDraft>> {
  const read = fieldReader(rows);
  const check = createPositionCheck(extent, read);
  const register = createKeyRegister();
  const problems: Problem[] = [];
  const kept: SettlementDraft[] = [];
  const left: string[] = [];
  let outside = 0;
  for (const row of rows) {
    const names = namesFromRow(row, read);
    const position = check(row, names.local);
    if (position.outside) outside++;
    if (position.outside && !position.problem) {
      left.push(names.local);
      continue;
    }
    if (position.problem) problems.push(position.problem);
    const id = keyOfRow(row, read, names, register, problems);
    const kind = SETTLEMENT_KINDS.find((each): each is SettlementKind => each === read(row, 'kind')) ?? 'village';
    kept.push({
      id,
      names,
      kind,
      code: read(row, 'code') || null,
      lon: position.at?.[0] ?? null,
      lat: position.at?.[1] ?? null,
      residents: readPersons(row, read, names.local, problems)
    });
  }
  problems.push(...leftOutProblem('settlement-left-out', left));
  return { result: { kept, outside, placed: kept.filter(({ lon }) => lon !== null).length }, problems };
}

export function namesFromRow(row: TableRow, read: ReadField): Names {
  const local = read(row, 'name') || read(row, 'nameEn') || read(row, 'nameZh') || read(row, 'id') || row.where;
  const names: Names = { local };
  const en = read(row, 'nameEn');
  const zh = read(row, 'nameZh');
  if (en && en !== local) names.en = en;
  if (zh && zh !== local) names.zh = zh;
  return names;
}

/** The row's own id or the slug of its name; a repeated one is kept under a new key and reported. */
export function keyOfRow(
  row: TableRow,
  read: ReadField,
  names: Names,
  register: ReturnType<typeof createKeyRegister>,
  problems: Problem[]
): string {
  const own = read(row, 'id');
  const { key, isNew } = register(own || slug(names.local));
  if (!isNew) {
    problems.push({
      severity: 'warning',
      code: 'duplicate-id',
      where: `${row.where} (${names.local})`,
      field: own ? 'id' : 'name',
      read: own || names.local,
      wanted: 'an id that no other row has',
      cure: `The row is kept as "${key}". Give each row its own id.`
    });
  }
  return key;
}

/** Residents of a row, null where it states none; a figure that is no whole number is not used and reported. */
export function readPersons(row: TableRow, read: ReadField, name: string, problems: Problem[]): number | null {
  const text = read(row, 'population');
  if (!text) return null;
  const persons = parsePersons(text);
  if (persons !== null) return persons;
  const number = parseNumber(text);
  const code =
    number === null ? 'population-not-a-number' : number < 0 ? 'population-negative' : 'population-not-whole';
  problems.push({
    severity: 'warning',
    code,
    where: `${row.where} (${name})`,
    field: 'population',
    read: text,
    wanted: 'a whole number of persons, 0 or more, such as 1234',
    cure: 'The figure was not used. Correct it in the list; write thousands without a separator.'
  });
  return null;
}

export function leftOutProblem(code: string, names: readonly string[]): Problem[] {
  if (!names.length) return [];
  return [
    {
      severity: 'note',
      code,
      where: names.join(', '),
      field: 'lat, lon',
      read: `${names.length} × a position beyond the boundary`,
      wanted: null,
      cure: 'They belong to a neighbouring area and are left out of this pack.'
    }
  ];
}
