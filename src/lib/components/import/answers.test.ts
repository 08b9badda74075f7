import { expect, it } from 'vitest';
import '../../i18n/late-messages';
import { LOCALES, setLocaleSource } from '../../i18n/locale';
import { NO_ANSWERS, type Question } from '../../core/tables/questions';
import { unknownTowns, withAnswer } from './answers';
import { questionAbout, questionOptions } from './question-words';

const town = (read: string, more: Partial<Extract<Question, { kind: 'town' }>> = {}): Question => ({
  kind: 'town',
  read,
  rows: 1,
  candidates: [],
  offers: ['new', 'new-moving'],
  ...more
});
const medicine = (wholeRows: boolean): Question => ({
  kind: 'medicine',
  read: '布洛芬',
  rows: 2,
  candidates: [],
  wholeRows
});

it('a township can be new, with a letter of its own where the table may make one', () => {
  for (const locale of LOCALES) {
    setLocaleSource(() => locale);
    const options = questionOptions(town('上乡镇'));
    expect(options.map(({ value, key }) => [value, key])).toEqual([
      ['new', 'n'],
      ['new-moving', 'm']
    ]);
    expect(new Set(options.map(({ words }) => words)).size).toBe(2);
    expect(questionOptions(town('上乡镇', { offers: [] }))).toEqual([]);
  }
  setLocaleSource(() => 'en');
});

it('one answer for all leaves what is answered, what bears a known name and what may make none', () => {
  const alike = { id: 't', name: '上乡镇', town: '', code: null, metres: null };
  const questions: Question[] = [
    town('上乡镇'),
    town('下乡镇'),
    town('河口镇'),
    town('龙潭', { candidates: [{ ...alike, by: 'name' }] }),
    town('上相镇', { candidates: [{ ...alike, by: 'pinyin' }] }),
    town('人口表', { offers: [] }),
    medicine(true)
  ];
  const answers = withAnswer(NO_ANSWERS, questions[2], 'new');
  expect(unknownTowns(questions, answers).map((each) => 'read' in each && each.read)).toEqual([
    '上乡镇',
    '下乡镇',
    '上相镇'
  ]);
});

it('stock of a medicine that is not on the list can be left out, and the question says where the list comes from', () => {
  const words = [true, false].map((wholeRows) => questionOptions(medicine(wholeRows)));
  expect(words.map(([{ value, key }]) => [value, key])).toEqual([
    ['skip', 's'],
    ['skip', 's']
  ]);
  expect(words.map(([option]) => option.words)).toEqual(['Leave these rows out', 'Leave such stock out']);
  expect(questionAbout(medicine(true))).toContain('rule pack');
  expect(questionAbout(town('上乡镇'))).toBeNull();
});
