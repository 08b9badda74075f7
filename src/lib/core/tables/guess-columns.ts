import { halfWidth } from './half-width';
import type { Mapping } from './questions';
import { TABLE_KINDS, type TableKind } from './table';
import { TABLE_KIND_SPECS, type TableField } from './table-kinds';

/** What a heading is remembered and compared by: no case, spaces, marks or line breaks; full width as half. */
export function headingKey(heading: string): string {
  return halfWidth(heading)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—.,:;'"*#/\\|、，。：；（）()[\]【】<>《》]/g, '');
}

/** Heading without what stands in brackets, often a unit: `血氧仪（台）`. */
const withoutBrackets = (heading: string) => halfWidth(heading).replace(/[([【][^)\]】]*[)\]】]/g, '');

export interface GuessedColumns {
  mapping: Mapping;
  /** At least one column follows an earlier choice. */
  remembered: boolean;
}

/**
 * Which field each column gives. An earlier choice for a heading goes before; then the heading in full, then without
 * what stands in brackets, then a heading that holds a known one. No field is given twice.
 *
 * @param remembered field (or null for none) by `headingKey`.
 */
export function guessColumns(
  headings: readonly string[],
  kind: TableKind,
  remembered: Readonly<Record<string, string | null>> = {}
): GuessedColumns {
  const { fields } = TABLE_KIND_SPECS[kind];
  const mapping: Mapping = headings.map(() => null);
  const taken = new Set<string>();
  const settled = new Set<number>();
  headings.forEach((heading, column) => {
    const key = headingKey(heading);
    if (key === '' || !(key in remembered)) return;
    const chosen = remembered[key];
    if (chosen !== null && (taken.has(chosen) || !fields.some(({ name }) => name === chosen))) return;
    settled.add(column);
    mapping[column] = chosen;
    if (chosen !== null) taken.add(chosen);
  });
  const aliases = fields.map((field) => ({ field, keys: keysOf(field) }));
  const claims = headings.flatMap((heading, column) =>
    settled.has(column) ? [] : aliases.flatMap(({ field, keys }) => claimOf(heading, keys, column, field.name))
  );
  claims.sort((a, b) => b.score - a.score || a.column - b.column);
  for (const { column, field } of claims) {
    if (mapping[column] !== null || taken.has(field)) continue;
    mapping[column] = field;
    taken.add(field);
  }
  return { mapping, remembered: settled.size > 0 };
}

/** A mapping as it is remembered: field (or null for none) by `headingKey`. Of equal headings a chosen field goes before none. */
export function keptMapping(headings: readonly string[], mapping: Mapping): Record<string, string | null> {
  const kept: Record<string, string | null> = {};
  headings.forEach((heading, column) => {
    const key = headingKey(heading);
    if (key !== '') kept[key] ??= mapping[column] ?? null;
  });
  return kept;
}

/** The kind whose fields the headings give best; required ones weigh most. */
export function guessKind(headings: readonly string[]): { kind: TableKind; recognised: number } {
  let best: { kind: TableKind; recognised: number; score: number } = { kind: 'villages', recognised: 0, score: -1 };
  for (const kind of TABLE_KINDS) {
    const { mapping } = guessColumns(headings, kind);
    const fields = TABLE_KIND_SPECS[kind].fields.filter(({ name }) => mapping.includes(name));
    const required = TABLE_KIND_SPECS[kind].fields.filter((field) => field.required);
    const given = required.filter(({ name }) => mapping.includes(name)).length;
    const score =
      closeness(headings, mapping, fields) + (4 * given) / required.length - (given < required.length ? 6 : 0);
    if (score > best.score) best = { kind, recognised: fields.length, score };
  }
  return { kind: best.kind, recognised: best.recognised };
}

const keysOf = ({ zh, en }: TableField) => [...zh, ...en].map(headingKey);
const ALL_KEYS = new Set(TABLE_KINDS.flatMap((kind) => TABLE_KIND_SPECS[kind].fields.flatMap(keysOf)));

/** Cells that are a heading of some kind in full, not only words that hold one as names of places do. */
export function exactHeadings(cells: readonly string[]): number {
  return cells.filter((cell) => ALL_KEYS.has(headingKey(cell)) || ALL_KEYS.has(headingKey(withoutBrackets(cell))))
    .length;
}

/** Kept fields given: whole for a heading in full, half for one that only holds the word. */
function closeness(headings: readonly string[], mapping: Mapping, fields: readonly TableField[]): number {
  return fields
    .filter(({ kept }) => kept)
    .reduce((sum, field) => {
      const heading = headings[mapping.indexOf(field.name)];
      return sum + (keysOf(field).includes(headingKey(heading)) ? 1 : 0.5);
    }, 0);
}

function claimOf(heading: string, keys: readonly string[], column: number, field: string) {
  const full = headingKey(heading);
  if (full === '') return [];
  const bare = headingKey(withoutBrackets(heading));
  const claim = (score: number) => [{ column, field, score }];
  if (keys.includes(full)) return claim(1000);
  if (keys.includes(bare)) return claim(500);
  // Short aliases such as 镇 or X stand in too many words to be looked for inside one.
  const inside = keys.filter((key) => key.length >= (/[^ -~]/.test(key) ? 2 : 4) && full.includes(key));
  return inside.length === 0 ? [] : claim(Math.max(...inside.map((key) => (100 * key.length) / full.length)));
}
