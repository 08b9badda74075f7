import { fieldsOf, type TableField } from '$lib/commands/table-kinds';
import type { RecordTold } from '$lib/commands/imports';
import { currentLocale, hasMessage, nameOf, t } from '$lib/i18n';
import { situation } from '$lib/state/situation.svelte';
import type { Names } from '$core/model/records';
import type { Problem, RowStatus, TableKind } from '$core/tables/table';
import type { StatusShape } from '../status-shape';

/** What a field is called in templates, in the language in force. */
export const fieldName = (field: TableField): string => (currentLocale() === 'zh-CN' ? field.zh[0] : field.en[0]);

export function fieldNamed(kind: TableKind, name: string): string {
  const field = fieldsOf(kind).find((each) => each.name === name);
  return field ? fieldName(field) : name;
}

const PLAIN = { wanted: '', taken: '', row: '', candidates: 0, most: '', found: 0, word: '', least: '' };

/** What is wrong at a cell and what cures it. The same finding may be a mere note: then it has words of its own. */
export function problemWords({ code, severity, read, params }: Problem): string {
  const own = `table-problem-${code}-${severity}`;
  const values: Record<string, string | number> = { ...PLAIN, read, ...params };
  // What a wording may have to do without.
  for (const name of ['taken', 'row']) if (values[name] === '') values[name] = 'none';
  return t(hasMessage(own) ? own : `table-problem-${code}`, values);
}

/** All that is wrong with a row, as a clerk reads it beside the row. */
export function rowReason(problems: readonly Problem[], headings: readonly string[]): string {
  return problems
    .filter(({ severity }) => severity === 'refused' || severity === 'asked')
    .map((problem) => {
      const heading = problem.column === null ? '' : headings[problem.column];
      const words = problemWords(problem);
      return heading ? t('import-reason-at', { heading, words }) : words;
    })
    .join(' ');
}

export const STATUSES: readonly RowStatus[] = ['good', 'repaired', 'asked', 'refused'];
export const SHAPES: Readonly<Record<RowStatus, StatusShape>> = {
  good: 'ready',
  repaired: 'low',
  asked: 'attention',
  refused: 'alarm'
};

/** Situation's name of a collection as the server names it. */
const LOCAL_NAMES: Readonly<Record<string, string>> = { people_counts: 'peopleCounts' };

/** What a record is called, if this screen knows it; its key otherwise. */
export function recordName({ collection, key }: Pick<RecordTold, 'collection' | 'key'>): string {
  const facts = situation.real as unknown as Record<string, ReadonlyMap<string, object> | undefined> | null;
  const record = facts?.[LOCAL_NAMES[collection] ?? collection]?.get(key) as
    { names?: Names; callSign?: string } | undefined;
  return record?.names ? nameOf(record.names) : (record?.callSign ?? key);
}

export const collectionWord = (collection: string): string =>
  t(`import-collection-${LOCAL_NAMES[collection] ?? collection}`);

/** Why a record was not written, or not taken back. */
export function toldWords({ code, field, theirs, yours, message, by }: RecordTold): string {
  const key = `import-told-${code.replaceAll('_', '-')}`;
  const show = (value: unknown) =>
    value === null || value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const values = { field: field ?? '', theirs: show(theirs), yours: show(yours), detail: message ?? '', by: by ?? '' };
  return t(hasMessage(key) ? key : 'import-told-refused', values);
}
