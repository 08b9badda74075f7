import type { Names } from '../model/records';
import type { AreaExtent } from './check-position';
import { createPositionCheck } from './check-position';
import type { Imported, Problem } from './manifest';
import { createKeyRegister, slug } from './names';
import type { ReadField, TableRow } from './table';
import { fieldReader, parseNumber, parseWhole } from './table';

/** Rows counted by what became of them; the importer stops when none of the placed rows lies in the area. */
export interface ListOutcome<T> {
  kept: T[];
  /** Rows with a plausible position that lies outside the area. */
  outside: number;
  placed: number;
}

/** What any place of a list has. */
export interface PlaceDraft {
  id: string;
  names: Names;
  lon: number | null;
  lat: number | null;
}

export interface PlaceReader<T extends PlaceDraft> {
  /** Code of the note on rows that belong to a neighbouring area. */
  leftOutCode: string;
  /** Reads what is peculiar to the list, and says what of it cannot be used. */
  draft: (place: PlaceDraft, row: TableRow, read: ReadField, problems: Problem[]) => T;
}

/** Places of a list, each row kept, left to a neighbour, or reported. */
export function placesFromTable<T extends PlaceDraft>(
  rows: readonly TableRow[],
  extent: AreaExtent,
  { leftOutCode, draft }: PlaceReader<T>
): Imported<ListOutcome<T>> {
  const read = fieldReader(rows);
  const check = createPositionCheck(extent, read);
  const register = createKeyRegister();
  const problems: Problem[] = [];
  const kept: T[] = [];
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
    const [lon, lat] = position.at ?? [null, null];
    kept.push(draft({ id, names, lon, lat }, row, read, problems));
  }
  problems.push(...leftOutProblem(leftOutCode, left));
  return { result: { kept, outside, placed: kept.filter(({ lon }) => lon !== null).length }, problems };
}

/** A count a list states: where it stands, what it counts and how its problems are called. */
export interface WholeField {
  field: 'population' | 'beds';
  counted: 'persons' | 'beds';
}

/** The count in a row, null where it states none; a figure that is no whole number is not used and reported. */
export function readWhole(
  { field, counted }: WholeField,
  row: TableRow,
  read: ReadField,
  name: string,
  problems: Problem[]
): number | null {
  const text = read(row, field);
  if (!text) return null;
  const whole = parseWhole(text);
  if (whole !== null) return whole;
  const number = parseNumber(text);
  const fault = number === null ? 'not-a-number' : number < 0 ? 'negative' : 'not-whole';
  problems.push({
    severity: 'warning',
    code: `${field}-${fault}`,
    where: `${row.where} (${name})`,
    field,
    read: text,
    wanted: `a whole number of ${counted}, 0 or more, such as 1234`,
    cure: 'The figure was not used. Correct it in the list; write thousands without a separator.'
  });
  return null;
}

function namesFromRow(row: TableRow, read: ReadField): Names {
  const local = read(row, 'name') || read(row, 'nameEn') || read(row, 'nameZh') || read(row, 'id') || row.where;
  const names: Names = { local };
  const en = read(row, 'nameEn');
  const zh = read(row, 'nameZh');
  if (en && en !== local) names.en = en;
  if (zh && zh !== local) names.zh = zh;
  return names;
}

/** The row's own id or the slug of its name; a repeated one is kept under a new key and reported. */
function keyOfRow(
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

function leftOutProblem(code: string, names: readonly string[]): Problem[] {
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
