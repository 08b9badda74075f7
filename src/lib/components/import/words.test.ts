import { expect, it } from 'vitest';
import '../../i18n/late-messages';
import { LOCALES, setLocaleSource, type Locale } from '../../i18n/locale';
import { translate } from '../../i18n/t';
import { PROBLEM_CODES, TABLE_KINDS, TABLE_TROUBLES, type Problem, type Severity } from '../../core/tables/table';
import { TABLE_KIND_SPECS } from '../../core/tables/table-kinds';
import { problemWords, rowReason, toldWords } from './words';

const problem = (code: Problem['code'], severity: Severity, params: Problem['params'] = {}): Problem => ({
  row: 3,
  column: 1,
  field: 'name',
  code,
  severity,
  read: '读',
  params
});
const inEach = <T>(work: (locale: Locale) => T): T[] =>
  LOCALES.map((locale) => {
    setLocaleSource(() => locale);
    try {
      return work(locale);
    } finally {
      setLocaleSource(() => 'en');
    }
  });

it('every finding has a name and words with any severity, in both languages, and leaves no value open', () => {
  const said = inEach((locale) =>
    PROBLEM_CODES.flatMap((code) => [
      translate(locale, `table-problem-name-${code}`),
      ...(['note', 'repaired', 'asked', 'refused'] as const).map((severity) => problemWords(problem(code, severity)))
    ])
  ).flat();
  expect(said.filter((words) => words.trim() === '' || /[{}]|undefined/.test(words))).toEqual([]);
});

it('every reason why a file cannot be read, and every kind and record it writes, is worded', () => {
  const params = { most: 1, row: 1, column: 1, sheet: '', ratio: 1 };
  for (const locale of LOCALES) {
    for (const code of TABLE_TROUBLES) expect(translate(locale, `table-trouble-${code}`, params)).not.toBe('');
    for (const kind of TABLE_KINDS) {
      translate(locale, `table-kind-${kind}`);
      for (const collection of TABLE_KIND_SPECS[kind].writes) {
        translate(locale, `import-records-${collection}`, { count: 2 });
        translate(locale, `import-collection-${collection}`);
      }
    }
  }
});

it('says what was taken for a damaged code, and whose a used one is', () => {
  expect(problemWords(problem('code-repaired', 'repaired', { taken: '500242100200' }))).toContain('500242100200');
  expect(problemWords(problem('code-repaired', 'repaired', { taken: '' }))).toBe('Imported without a code.');
  expect(problemWords(problem('code-taken', 'refused', { row: 7 }))).toContain('row 7');
  expect(problemWords(problem('code-taken', 'refused', { taken: '清泉村' }))).toContain('清泉村');
});

it('the reason of a row names its columns and tells nothing of what was repaired', () => {
  const wrong = [
    problem('number-repaired', 'repaired'),
    problem('negative', 'refused'),
    { ...problem('sum-row', 'refused'), column: null }
  ];
  expect(rowReason(wrong, ['', '常住人口'])).toBe(
    '常住人口: “读” is below zero. This is a row of totals, not a record.'
  );
});

it('a refusal of the server is told by its code, or in its own words', () => {
  const told = { collection: 'villages', key: 'v' };
  expect(toldWords({ ...told, code: 'changed', field: 'residents', theirs: 4, yours: null })).toContain('theirs is 4');
  expect(toldWords({ ...told, code: 'changed_withheld', field: 'red' })).toMatch(/^red: others had changed it/);
  expect(toldWords({ ...told, code: 'unknown_unit', message: 'unit: no township' })).toBe(
    'The township is not on record.'
  );
  expect(toldWords({ ...told, code: 'whatever', message: 'lon: too far' })).toContain('lon: too far');
});
