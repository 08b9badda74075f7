import { describe, expect, it } from 'vitest';
import { knownFacts } from '../../../tests/fixtures/tables/damaged-villages';
import { randomOf } from '../core/sample/random';
import { checkTable } from './check-table';
import { indexFacts, type KnownFacts } from '../core/tables/known-facts';
import { guessColumns, guessKind } from '../core/tables/guess-columns';
import { townStem } from '../core/tables/name-stem';
import { NO_ANSWERS, type Answers, type ImportEdit } from '../core/tables/questions';
import type { Sheet } from '../core/tables/table';

type Row = readonly (string | number)[];

function sheetOf([headings, ...rows]: readonly Row[]): Sheet {
  return {
    name: '表',
    rowNumbers: Uint32Array.from(rows, (_, i) => i + 2),
    columnCount: headings.length,
    cells: rows.flat().map(String),
    overlong: new Map(),
    headingRow: 1,
    headings: headings.map(String)
  };
}

function check(rows: readonly Row[], facts: KnownFacts, answers: Partial<Answers> = {}) {
  const sheet = sheetOf(rows);
  const { kind } = guessKind(sheet.headings);
  const { mapping } = guessColumns(sheet.headings, kind);
  const choice = { kind, mapping, crs: 'wgs84' as const, answers: { ...NO_ANSWERS, ...answers }, source: '名册.xlsx' };
  const state = checkTable(sheet, choice, indexFacts(facts), () => undefined);
  return { ...state.result, edits: state.edits(0, 1e6), count: state.result.edits, problemsOf: state.problemsOf };
}

/** The facts once these edits are written. */
function written(facts: KnownFacts, edits: readonly ImportEdit[]): KnownFacts {
  const situation = { ...facts.situation } as unknown as Record<string, Map<string, object>>;
  for (const { collection, id, before, after } of edits) {
    const held = situation[collection].get(id);
    expect(held === undefined, `${collection} ${id}`).toBe(before === null);
    const blank = { id, origin: 'hand', editedFields: [], version: 1 };
    situation[collection] = new Map(situation[collection]).set(id, { ...blank, ...held, ...after });
  }
  return { ...facts, situation: situation as never };
}

function factsWith(more: Record<string, Record<string, object>>, changes: Partial<KnownFacts> = {}): KnownFacts {
  const facts = knownFacts([]);
  for (const [collection, records] of Object.entries(more)) {
    const held = (facts.situation as unknown as Record<string, Map<string, object>>)[collection];
    for (const [id, record] of Object.entries(records))
      held.set(id, { id, origin: 'pack', editedFields: [], version: 1, ...record });
  }
  return { ...facts, ...changes };
}

const derived = { names: { local: '某医院' }, unit: 't-hospital', code: null, seatFacilityId: 'h', derived: true };
const village = (name: string, town: string, more: object = {}) => ({
  ...{ names: { local: name }, townshipId: town, unit: town, code: null, lon: null, lat: null, residents: 0 },
  ...{ residentsSource: '', residentsDate: null, residentsCompare: null, areaKm2: null, touristVillage: false },
  ...more
});
const HEAD = ['乡镇', '行政村', '常住人口'];
const NEW = { 上乡镇: 'new', 下乡镇: 'new' };

describe('a township that a person says is new', () => {
  const rows = [HEAD, ['上乡镇', '甲村', 1], ['下乡镇', '乙村', 2], ['上乡镇', '丙村', 3], ['龙潭镇', '丁村', 4]];

  it('is offered, made once before the rows that name it, and counted', () => {
    const facts = knownFacts([]);
    const asked = check(rows, facts);
    expect(asked.questions.map((each) => each.kind === 'town' && each.offers)).toEqual([
      ['new', 'new-moving'],
      ['new', 'new-moving']
    ]);
    const { edits, editsOf, creates, counts } = check(rows, facts, { town: NEW });
    expect(counts).toMatchObject({ good: 4, asked: 0 });
    expect(editsOf).toEqual({ townships: 2, villages: 4 });
    expect(Object.keys(editsOf)[0]).toBe('townships');
    expect(creates).toBe(6);
    expect(edits.map(({ collection }) => collection).join()).toBe(
      'townships,villages,townships,villages,villages,villages'
    );
    const [upper, first] = edits;
    expect(upper.after).toEqual({
      ...{ names: { local: '上乡镇' }, code: null, seatFacilityId: null, derived: false },
      unit: upper.id
    });
    expect(upper.id).toMatch(/^t-[0-9a-f]{16}$/);
    expect(first.after).toMatchObject({ townshipId: upper.id, unit: upper.id });
  });

  it('is one under two spellings, and not made for rows that stay out', () => {
    const spelt = [HEAD, ['上乡', '甲村', 1], ['上乡镇', '乙村', 2], ['下乡镇', '丙村', -1]];
    const { edits } = check(spelt, knownFacts([]), { town: { ...NEW, 上乡: 'new' } });
    expect(edits.map(({ collection }) => collection)).toEqual(['townships', 'villages', 'villages']);
    expect(new Set(edits.map(({ after }) => after.unit)).size).toBe(1);
  });

  it('lets a county without any township import its villages', () => {
    const facts = knownFacts([]);
    facts.situation = { ...facts.situation, townships: new Map() };
    expect(check(rows, facts).counts).toMatchObject({ asked: 4, refused: 0 });
    const all = { ...NEW, 龙潭镇: 'new' };
    expect(check(rows, facts, { town: all }).editsOf).toEqual({ townships: 3, villages: 4 });
  });

  it('is not offered by a table that only speaks of known records', () => {
    const people = [
      ['乡镇', '行政村', '已随访', '已接种', '应接种'],
      ['上乡镇', '甲村', 1, 2, 3]
    ];
    expect(check(people, knownFacts()).questions).toMatchObject([{ kind: 'town', offers: [] }]);
    expect(check(people, knownFacts(), { town: NEW }).counts).toMatchObject({ asked: 1 });
  });

  it('does not stand under the key of one that was renamed since', () => {
    const facts = knownFacts([]);
    const [town] = check(rows, facts, { town: NEW }).edits;
    const renamed = written(facts, [{ ...town, after: { ...town.after, names: { local: '河口镇' } } }]);
    expect(check(rows, renamed, { town: NEW }).edits[0]).toMatchObject({ collection: 'townships', id: `${town.id}-2` });
  });

  it('is made for facilities, vehicles and suppliers too; a known facility of a derived township stays', () => {
    const facilities = [
      ['机构名称', '机构类别', '乡镇', '床位'],
      ['上乡卫生院', '卫生院', '上乡镇', 5],
      ['河口卫生院', '卫生院', '上乡镇', 6]
    ];
    const hospital = { names: { local: '河口卫生院' }, tier: 'township-hospital', townshipId: 't-hospital' };
    const facts = factsWith({
      townships: { 't-hospital': derived },
      facilities: { h1: { ...hospital, unit: 't-hospital', bedsTotal: 1, bedsFree: 0 } }
    });
    const { edits, problemsOf } = check(facilities, facts, { town: NEW });
    expect(edits.map(({ collection, id }) => (collection === 'facilities' && id === 'h1' ? id : collection))).toEqual([
      'townships',
      'facilities',
      'h1'
    ]);
    expect(edits[2].after).not.toHaveProperty('townshipId');
    expect(problemsOf.get(3)).toMatchObject([{ code: 'town-kept', severity: 'note' }]);
    const vehicles = [
      ['车牌号', '乡镇', '经度', '纬度'],
      ['渝H0001', '上乡镇', '108.6', '28.6']
    ];
    expect(check(vehicles, facts, { town: NEW }).editsOf).toEqual({ townships: 1, vehicles: 1 });
    const suppliers = [
      ['乡镇', '药店名称', '企业类型', '联系电话'],
      ['上乡镇', '大药房', '药店', '023-1']
    ];
    expect(check(suppliers, facts, { town: NEW }).editsOf).toEqual({ townships: 1, suppliers: 1 });
  });
});

describe('a known village under a new township', () => {
  const CODE = '500242100201';
  const facts = (more: object = {}, changes: Partial<KnownFacts> = {}) =>
    factsWith({ townships: { 't-hospital': derived }, villages: { v1: village('甲村', 't-hospital', more) } }, changes);
  const rows = [HEAD, ['上乡镇', '甲村', 7]];
  const coded = [
    [...HEAD, '村代码'],
    ['上乡镇', '甲村', 7, CODE]
  ];

  it('keeps its township where its name alone tells it, and no empty township is made', () => {
    const { edits, problemsOf } = check(rows, facts(), { town: NEW });
    expect(edits).toMatchObject([{ collection: 'villages', id: 'v1' }]);
    expect(edits[0].after).not.toHaveProperty('townshipId');
    expect(problemsOf.get(2)).toMatchObject([{ code: 'town-kept', severity: 'note', params: { taken: '某医院' } }]);
  });

  it('moves where the row has its code, or where the answer says that known villages move', () => {
    for (const [sheet, known, answer] of [
      [coded, facts({ code: CODE }), 'new'],
      [rows, facts(), 'new-moving']
    ] as const) {
      const { edits, problemsOf } = check(sheet, known, { town: { 上乡镇: answer } });
      const [town, moved] = edits;
      expect(edits.map(({ collection }) => collection)).toEqual(['townships', 'villages']);
      expect(moved).toMatchObject({
        id: 'v1',
        before: { townshipId: 't-hospital', unit: 't-hospital' },
        after: { townshipId: town.id, unit: town.id }
      });
      expect(problemsOf.get(2)).toMatchObject([{ code: 'town-moved', severity: 'note' }]);
      // Cut off after the township: the rest moves all the same.
      const rest = check(sheet, written(known, [town]), { town: { 上乡镇: answer } });
      expect(rest.edits).toEqual([moved]);
    }
  });

  it('moves for a planner too; a count of people that the row writes moves in the same edit', () => {
    const count = { villageId: 'v1', unit: 't-hospital', aged65: 3, countedOn: '2026-11-01' };
    const counted = facts();
    (counted.situation.peopleCounts as Map<string, object>).set('p1', { id: 'p1', ...count });
    const answers = { town: { 上乡镇: 'new-moving' } };
    for (const role of ['admin', 'planner'] as const) {
      const { edits } = check(rows, { ...counted, role }, answers);
      expect(edits.map(({ collection }) => collection)).toEqual(['townships', 'villages']);
    }
    const { edits } = check(
      [
        [...HEAD, '65岁及以上'],
        ['上乡镇', '甲村', 7, 4]
      ],
      counted,
      answers
    );
    expect(edits.filter(({ collection }) => collection === 'peopleCounts')).toMatchObject([
      { id: 'p1', before: { unit: 't-hospital', aged65: 3 }, after: { unit: edits[0].id, aged65: 4 } }
    ]);
  });

  it('is asked for where its township is not derived, and where the table has the name twice', () => {
    const official = factsWith({ villages: { v1: village('甲村', 'town-0') } });
    const asked = check(rows, official, { town: NEW });
    expect(asked.questions).toMatchObject([{ kind: 'match', candidates: [{ id: 'v1', by: 'name' }] }]);
    const twice = [...rows, ['下乡镇', '甲村', 8]];
    const second = check(twice, facts(), { town: NEW });
    expect(second.counts).toMatchObject({ asked: 2, refused: 0 });
    expect(second.questions).toMatchObject([2, 3].map((row) => ({ kind: 'match', row, candidates: [{ id: 'v1' }] })));
    // Once one row means it, the other is another village.
    const { counts, edits } = check(twice, facts(), { town: NEW, match: { 3: 'v1' } });
    expect(counts).toMatchObject({ good: 1, repaired: 1 });
    expect(edits.map(({ collection, row }) => [collection, row])).toEqual([
      ['townships', 2],
      ['villages', 2],
      ['villages', 3]
    ]);
  });
});

it('counts add up, an import cut off anywhere goes on to the same records, and the same table again writes nothing', () => {
  const random = randomOf(20261127, 'new-townships');
  const towns = ['龙潭镇', '上乡镇', '下乡镇', '上乡', '河口乡'];
  const names = ['甲村', '乙村', '丙村', '丁村', '戊村', '己村'];
  let [compared, madeInAll] = [0, 0];
  const town = { 上乡镇: 'new', 下乡镇: 'new-moving', 上乡: 'new', 河口乡: 'new' };
  for (let n = 0; n < 80; n++) {
    const villages = Object.fromEntries(
      names.slice(0, random.whole(0, 4)).map((name, i) => [`v${i}`, village(name, 't-hospital')])
    );
    const facts = factsWith({ townships: { 't-hospital': derived }, villages });
    const rows: Row[] = [[...HEAD, '卫生室', '65岁及以上']];
    for (let i = random.whole(1, n % 2 === 0 ? 4 : 12); i > 0; i--) {
      const pick = (list: string[]) => list[random.whole(0, list.length - 1)];
      rows.push([pick(towns), pick(names), random.whole(-1, 50), random.whole(0, 1) ? '是' : '', random.whole(0, 9)]);
    }
    const match: Record<number, string> = {};
    // Rows that say the same twice and are answered differently are told apart by nothing but their answers.
    const pairs = new Set(rows.map(([said, name]) => `${townStem(String(said))}/${name}`));
    const repeated = pairs.size < rows.length;
    for (const question of check(rows, facts, { town }).questions) {
      if (question.kind !== 'match' || repeated || random.whole(0, 2) === 0) continue;
      const taken = Object.values(match).includes(question.candidates[0].id);
      match[question.row] = taken || random.whole(0, 1) === 0 ? 'new' : question.candidates[0].id;
    }
    const answers = { town, match };
    const whole = check(rows, facts, answers);
    const { good, repaired, asked, refused } = whole.counts;
    expect(good + repaired + asked + refused).toBe(rows.length - 1);
    expect(whole.edits).toHaveLength(whole.count);
    expect(Object.values(whole.editsOf).reduce((sum, each) => sum + each, 0)).toBe(whole.count);
    expect(whole.creates).toBe(whole.edits.filter(({ before }) => before === null).length);
    const keys = whole.edits.map(({ collection, id }) => `${collection}/${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    // What an edit names is on record or stands before it.
    const known = new Set<unknown>(facts.situation.townships.keys());
    for (const { collection, id, after } of whole.edits) {
      if (collection === 'townships') known.add(id);
      for (const named of [after.townshipId, after.unit]) if (named !== undefined) expect(known).toContain(named);
    }
    const made = written(facts, whole.edits);
    const townsMade = whole.edits.filter(({ collection }) => collection === 'townships');
    madeInAll += townsMade.length;
    for (const { id } of townsMade)
      expect([...made.situation.villages.values()].some(({ townshipId }) => townshipId === id)).toBe(true);

    const cut = random.whole(0, whole.edits.length);
    const rest = check(rows, written(facts, whole.edits.slice(0, cut)), answers);
    expect(rest.edits, JSON.stringify(rows)).toEqual(whole.edits.slice(cut));
    expect(check(rows, made, answers).edits).toEqual([]);
    // Brought anew without an answer: what was written is known.
    if (repeated) continue;
    const again = check(rows, made).edits;
    if (asked === 0) expect(again, JSON.stringify(rows)).toEqual([]);
    const rowsWritten = new Set(whole.edits.map(({ row }) => row));
    expect(again.filter(({ before, row }) => before === null && rowsWritten.has(row))).toEqual([]);
    compared++;
  }
  expect(compared).toBeGreaterThan(20);
  expect(madeInAll).toBeGreaterThan(80);
});
