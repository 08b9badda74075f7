import type { FactIndex } from './known-facts';
import { stemOf, townStem } from './name-stem';
import { answeredTown, newTownAnswers, type NewTown } from './new-town';
import { checkPlace } from './check-place';
import type { ImportChoice } from './questions';
import { readCode } from './repair-code';
import { readNumber } from './repair-number';
import { readCapabilities, readChoice, readDate, readExpiry, readFlag, readMoment } from './read-words';
import { cellAt, type Problem, type ProblemCode, type Severity, type Sheet } from './table';
import { fieldOf, TABLE_KIND_SPECS, type TableField } from './table-kinds';

export type FieldValue = string | number | boolean | string[];

/** A row as understood. A field that is absent was empty, is not mapped, or has a problem. */
export interface CheckedRow {
  /** Row of the file. */
  row: number;
  values: Readonly<Record<string, FieldValue>>;
  /** Of the town named or coded; null when the row names none, or one that is not known. */
  townId: string | null;
  /** The town where a person said that it is new. */
  newTown: NewTown | null;
  /** WGS84; null where the row gives none. */
  place: { lon: number; lat: number } | null;
  problems: Problem[];
  /** Codes that could have stood in a damaged cell, where it must be asked. */
  codeCandidates: string[] | null;
}

export interface CheckContext {
  sheet: Sheet;
  choice: ImportChoice;
  index: FactIndex;
  /** Column of each field of the kind. */
  columnOf: ReadonlyMap<string, number>;
}

export function checkContext(sheet: Sheet, choice: ImportChoice, index: FactIndex): CheckContext {
  const columnOf = new Map<string, number>();
  choice.mapping.forEach((name, column) => {
    if (name !== null && fieldOf(choice.kind, name)?.kept && !columnOf.has(name)) columnOf.set(name, column);
  });
  return { sheet, choice, index, columnOf };
}

export const MOST_FIGURE = 1e9;
const MOST_TEXT = 300;
/** Days begin earlier in the east. */
const DATE_GRACE_MS = 86_400_000;
const SUM_WORDS = /^(合计|总计|小计|共计|total|sum|subtotal)$/i;
/** U+FFFD, or UTF-8 read as something else. */
const DAMAGED = /\uFFFD|锟斤拷|鈥|Ã[\u0080-\u00bf]|ï¿½/;
const DATES_OF_PAST = new Set(['countedOn', 'residentsDate']);

/**
 * One row read field by field. Every problem names row, column, what was read and what is wanted; a cell with a problem
 * gives no value. Whether the row fits the known records is decided by the plans of each kind.
 */
export function checkRow(context: CheckContext, at: number): CheckedRow {
  const { sheet, choice, columnOf, index } = context;
  const row = sheet.rowNumbers[at];
  const problems: Problem[] = [];
  const values: Record<string, FieldValue> = {};
  let codeCandidates: string[] | null = null;
  const cellOf = (name: string) => {
    const column = columnOf.get(name);
    return column === undefined ? '' : cellAt(sheet, at, column);
  };
  const report: Report = (name, code, severity, params = {}) => {
    const column = name === null ? undefined : columnOf.get(name);
    const read = column === undefined ? '' : cellAt(sheet, at, column);
    problems.push({ row, column: column ?? null, field: name, code, severity, read, params });
  };

  const longer = sheet.overlong.get(row);
  if (longer !== undefined) report(null, 'overlong-row', 'refused', { wanted: sheet.headings.length, found: longer });
  for (const name of ['name', 'town', 'facility']) {
    if (SUM_WORDS.test(cellOf(name).replace(/\s/g, ''))) report(name, 'sum-row', 'refused');
  }
  for (const field of TABLE_KIND_SPECS[choice.kind].fields) {
    if (!columnOf.has(field.name)) continue;
    const text = cellOf(field.name);
    if (text === '') {
      const tolerated = field.name === 'town' && cellOf('code') !== '';
      if (field.required && !tolerated) report(field.name, 'missing', 'refused');
      continue;
    }
    if (DAMAGED.test(text)) {
      report(field.name, 'damaged-text', 'refused');
      continue;
    }
    if (field.type === 'code') {
      codeCandidates = readCodeCell(context, { row, text, name: cellOf('name') }, values, report);
    } else {
      const value = readCell(field, text, index, report);
      if (value !== undefined) values[field.name] = value;
    }
  }
  const place = checkPlace({ lon: cellOf('lon'), lat: cellOf('lat'), crs: cellOf('crs') }, context, report);
  const { townId, newTown } = findTown(context, values, report);
  return { row, values, townId, newTown, place, problems, codeCandidates };
}

export type Report = (
  field: string | null,
  code: ProblemCode,
  severity: Severity,
  params?: Record<string, string | number>
) => void;

function readCell(
  field: TableField,
  text: string,
  { facts: { now }, zoneMs }: FactIndex,
  report: Report
): FieldValue | undefined {
  const { name, type } = field;
  if (type === 'count' || type === 'number') return readFigure(field, text, report);
  if (type === 'flag') {
    const flag = readFlag(text);
    if (flag === null) report(name, 'unknown-word', 'refused', { wanted: '是 / 否' });
    return flag ?? undefined;
  }
  if (type === 'date') {
    const date = name === 'expiresOn' ? readExpiry(text) : readDate(text);
    if (date === null) report(name, 'not-a-date', 'refused', { wanted: '2026-11-22' });
    else if (DATES_OF_PAST.has(name) && Date.parse(date) > Date.parse(now) + DATE_GRACE_MS) {
      report(name, 'in-future', 'refused');
      return undefined;
    }
    return date ?? undefined;
  }
  if (type === 'moment') {
    const at = readMoment(text, zoneMs);
    if (at === null) report(name, 'not-a-date', 'refused', { wanted: '2026-11-22 20:00' });
    return at ?? undefined;
  }
  if (type === 'choice') {
    const choices = field.choices ?? {};
    const value = readChoice(text, choices);
    if (value === null)
      report(name, 'unknown-word', 'refused', {
        wanted: Object.values(choices)
          .map(([first]) => first)
          .join(' / ')
      });
    return value ?? undefined;
  }
  if (type === 'capabilities') {
    const read = readCapabilities(text);
    if ('value' in read) return read.value;
    report(name, 'unknown-word', 'refused', {
      word: read.unknown,
      wanted: '吸氧 / 重症 / 透析 / 监护仪 / 呼吸机 / 担架 / 发热门诊 / 产科'
    });
    return undefined;
  }
  if (type === 'text' || type === 'town') {
    if (text.length > MOST_TEXT) {
      report(name, 'too-long', 'refused', { most: MOST_TEXT });
      return undefined;
    }
    return text;
  }
  return undefined;
}

function readFigure({ name, type }: TableField, text: string, report: Report): number | undefined {
  const read = readNumber(text);
  if ('fault' in read) report(name, read.fault, 'refused');
  else if (read.value < 0) report(name, 'negative', 'refused');
  else if (read.value > MOST_FIGURE) report(name, 'too-large', 'refused', { most: MOST_FIGURE });
  else if (type === 'count' && !Number.isInteger(read.value)) report(name, 'not-whole', 'refused');
  else {
    if (read.repaired) report(name, 'number-repaired', 'repaired', { taken: read.value });
    return read.value;
  }
  return undefined;
}

function readCodeCell(
  { index, choice }: CheckContext,
  { row, text, name }: { row: number; text: string; name: string },
  values: Record<string, FieldValue>,
  report: Report
): string[] | null {
  const answer = choice.answers.code[row];
  if (answer !== undefined) {
    if (/^\d{12}$/.test(answer)) values.code = answer;
    if (answer === '' || values.code) report('code', 'code-repaired', 'repaired', { taken: answer });
    else report('code', 'not-a-code', 'refused');
    return null;
  }
  const read = readCode(text, index.codes, index.codesByName.get(stemOf(name)));
  if (read.status === 'refused') report('code', read.fault, 'refused');
  else if (read.status === 'asked') {
    report('code', 'code-unsure', 'asked', { candidates: read.candidates.length });
    return read.candidates;
  } else {
    const { counties } = index.codes;
    if (counties.size > 0 && !counties.has(read.code.slice(0, 6))) {
      report('code', 'foreign-code', 'refused', { wanted: [...counties].slice(0, 3).join(' / ') });
      return null;
    }
    if (read.status === 'repaired') report('code', 'code-repaired', 'repaired', { taken: read.code });
    values.code = read.code;
  }
  return null;
}

/** The town by its name, or by the first nine digits of the code where no town is named. */
function findTown(
  context: CheckContext,
  values: Record<string, FieldValue>,
  report: Report
): Pick<CheckedRow, 'townId' | 'newTown'> {
  const { index, choice } = context;
  const known = (townId: string | null) => ({ townId, newTown: null });
  const named = values.town as string | undefined;
  const code = values.code as string | undefined;
  const coded = code === undefined ? undefined : index.townByCode.get(code.slice(0, 9));
  if (named === undefined) return known(coded?.id ?? null);
  const answer = answeredTown(context, named);
  if (answer) return { townId: answer.id, newTown: answer.made };
  const found = index.townsByStem.get(townStem(named)) ?? [];
  if (found.length === 1) return known(found[0].id);
  if (coded && (found.length === 0 || found.includes(coded))) return known(coded.id);
  const answerable = index.townsByStem.size > 0 || newTownAnswers(choice.kind).length > 0;
  report('town', 'town-unsure', answerable ? 'asked' : 'refused');
  return known(null);
}
