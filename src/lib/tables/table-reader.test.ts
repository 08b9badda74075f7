import { describe, expect, it } from 'vitest';
import { DAMAGES, damagedVillages, knownFacts, VILLAGES } from '../../../tests/fixtures/tables/damaged-villages';
import { COUNT_FIELDS, FACILITY_COUNTS } from '../core/model/records';
import { UNKNOWN_RESIDENTS } from '../core/model/residents';
import { metresBetween } from '../core/tables/metres-between';
import { NO_ANSWERS, type Answers, type ImportEdit } from '../core/tables/questions';
import { writeXlsx } from '../core/tables/write-xlsx';
import { createTableReader } from './table-reader';

const quiet = () => undefined;
const { bytes, whole, firstRow } = damagedVillages();

async function opened(file: Uint8Array, fileName: string, facts = knownFacts()) {
  const reader = createTableReader();
  const table = await reader.answer('open', { file: new Blob([new Uint8Array(file)]), fileName, facts }, quiet);
  const check = (answers: Partial<Answers> = {}) => {
    const { kind, mapping } = table;
    return reader.answer(
      'check',
      { kind, mapping, crs: 'gcj02', answers: { ...NO_ANSWERS, ...answers }, source: fileName },
      quiet
    );
  };
  const edits = (from = 0, count = 1e6) => reader.answer('edits', { from, count }, quiet);
  return { reader, table, check, edits };
}

describe('a GB18030 sheet with GCJ-02 coordinates and twelve kinds of damage', () => {
  it('knows encoding, headings, kind and system', async () => {
    const { table } = await opened(bytes, '村.csv');
    expect(table).toMatchObject({
      format: 'csv',
      encoding: 'gb18030',
      headingRow: 2,
      kind: 'villages',
      rows: VILLAGES.length
    });
    expect(table.mapping).toEqual([
      'serial',
      'town',
      'name',
      'code',
      'households',
      'registered',
      'residents',
      'aged65',
      'aged80',
      'lon',
      'lat',
      'remarks'
    ]);
    expect(table.crs[0]).toMatchObject({ crs: 'gcj02', likely: true });
    expect(table.crs[0].medianMetres).toBeLessThan(1);
    expect(table.crs.find(({ crs }) => crs === 'wgs84')?.medianMetres).toBeGreaterThan(300);
  });

  it('gives each damaged row its own word at its cell, and figures that add up', async () => {
    const { reader, check } = await opened(bytes, '村.csv');
    const { counts } = await check();
    const of = (status: string) => DAMAGES.filter((each) => each.status === status).length;
    expect(counts).toEqual({
      rows: VILLAGES.length,
      good: whole,
      repaired: of('repaired'),
      asked: 0,
      refused: of('refused')
    });
    const { rows } = await reader.answer('rows', { from: whole, count: 100 }, quiet);
    expect(rows.map(({ status }) => status)).toEqual(DAMAGES.map(({ status }) => status));
    rows.forEach(({ row, problems }, i) => {
      expect(row, DAMAGES[i].kind).toBe(firstRow + whole + i);
      expect(
        problems.map(({ code }) => code),
        DAMAGES[i].kind
      ).toEqual([DAMAGES[i].code]);
      expect(problems[0].column, DAMAGES[i].kind).not.toBeNull();
    });
  });

  it('writes what was meant: repaired codes and places are those of the village', async () => {
    const { check, edits } = await opened(bytes, '村.csv', knownFacts(VILLAGES.slice(0, 0).concat(VILLAGES)));
    const checked = await check();
    const all = await edits();
    expect(all).toHaveLength(checked.edits);
    const villages = all.filter(({ collection }) => collection === 'villages');
    expect(villages).toHaveLength(checked.counts.good + checked.counts.repaired);
    for (const { id, after } of villages) {
      const known = VILLAGES.find(({ code }) => id === `v-${code}`);
      expect(known, id).toBeDefined();
      if (known && typeof after.lon === 'number') {
        expect(metresBetween({ lon: after.lon, lat: after.lat as number }, known)).toBeLessThan(1);
      }
      expect(after).toHaveProperty('residents');
    }
  });

  it('gives the same edits page by page, in any order of asking', async () => {
    const { check, edits } = await opened(bytes, '村.csv');
    await check();
    const all = await edits();
    const paged: ImportEdit[] = [];
    for (let from = 0; from < all.length; from += 7) paged.push(...(await edits(from, 7)));
    expect(paged).toEqual(all);
    expect(await edits(3, 4)).toEqual(all.slice(3, 7));
  });

  it('asks where several known codes fit, and takes the answer', async () => {
    const strangers = knownFacts(VILLAGES.slice(0, whole));
    const { check } = await opened(bytes, '村.csv', strangers);
    const checked = await check();
    const row = firstRow + whole;
    const asked = checked.questions.find((question) => question.kind === 'code' && question.row === row);
    expect(asked).toMatchObject({ kind: 'code', read: '5.00242E+11' });
    const after = await check({ code: { [row]: VILLAGES[whole].code } });
    expect(after.counts.asked).toBe(checked.counts.asked - 1);
    expect(after.counts.good + after.counts.repaired + after.counts.asked + after.counts.refused).toBe(VILLAGES.length);
  });

  it('a row left out is refused and counted, its record untouched', async () => {
    const { check, edits } = await opened(bytes, '村.csv');
    const { counts } = await check();
    const left = await check({ leaveOut: [firstRow + 1, firstRow + 2] });
    expect(left.counts).toEqual({ ...counts, good: counts.good - 2, refused: counts.refused + 2 });
    expect((await edits()).some(({ id }) => id === `v-${VILLAGES[1].code}`)).toBe(false);
  });

  it('rows that stay out become a workbook with the reason beside them, and can be brought again', async () => {
    const { reader, check } = await opened(bytes, '村.csv');
    const { counts } = await check();
    const { rows, total } = await reader.answer('rows', { from: 0, count: 500, status: 'out' }, quiet);
    expect(total).toBe(counts.refused + counts.asked);
    expect(await reader.answer('rowNumbers', { status: 'out' }, quiet)).toEqual(rows.map(({ row }) => row));
    const reasons = rows.map(({ row, problems }): [number, string] => [
      row,
      problems.map(({ code }) => code).join(', ')
    ]);
    const file = await reader.answer('refusedTable', { heading: '未导入原因', reasons }, quiet);
    const again = await opened(file, '再.xlsx');
    expect(again.table).toMatchObject({ rows: total, kind: 'villages' });
    expect(again.table.headings.at(-1)).toBe('未导入原因');
    expect(again.table.mapping.at(-1)).toBeNull();
    expect(again.table.first.map((cells) => cells.at(-1))).toEqual(reasons.map(([, reason]) => reason));
    expect(again.table.first.map((cells) => cells.slice(0, -1))).toEqual(rows.map(({ cells }) => cells));
    expect((await again.check()).counts).toMatchObject({ rows: total, good: 0, repaired: 0 });
  });

  it('tells how the first lines read under each encoding, also where none was right', async () => {
    const { reader } = await opened(bytes, '村.csv');
    const views = await reader.answer('encodings', {}, quiet);
    expect(views.map(({ encoding }) => encoding)).toEqual(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252']);
    expect(views[3].lines[1]).toContain('序号,乡镇,行政村');
    expect(views[0].lines[1]).not.toContain('乡镇');
    const again = await reader.answer('reopen', { encoding: 'utf-8' }, quiet);
    expect(again.mapping).not.toContain('town');
    expect((await reader.answer('reopen', { encoding: 'gb18030' }, quiet)).encodingSure).toBe(true);
    await expect(reader.answer('reopen', { headingRow: 999 }, quiet)).rejects.toMatchObject({ code: 'no-headings' });
    expect((await reader.answer('reopen', {}, quiet)).top[1]).toMatchObject({ row: 2 });
  });

  it('points lie beside the known place of their name; whole columns that were swapped are read the other way', async () => {
    const { reader, table } = await opened(bytes, '村.csv');
    const points = (crs: 'gcj02' | 'wgs84', mapping = table.mapping) =>
      reader.answer('points', { mapping, crs, most: 500 }, quiet);
    const right = await points('gcj02');
    expect(right.length).toBeGreaterThan(whole);
    expect(right.slice(0, whole).every(({ name, metres }) => name !== '' && metres! < 1)).toBe(true);
    expect((await points('wgs84')).slice(0, whole).every(({ metres }) => metres! > 300)).toBe(true);
    const swapped = table.mapping.map((field) => (field === 'lon' ? 'lat' : field === 'lat' ? 'lon' : field));
    expect((await points('gcj02', swapped)).slice(0, whole)).toEqual(right.slice(0, whole));
    expect((await reader.answer('fitSystems', { mapping: swapped }, quiet))[0]).toMatchObject({ likely: true });
  });

  it('tells which places the import makes, gives or moves', async () => {
    const facts = knownFacts(VILLAGES.slice(0, 4));
    const villages = facts.situation.villages as unknown as Map<string, { lon: number | null; lat: number | null }>;
    const [first, second, third] = VILLAGES.map(({ code }) => villages.get(`v-${code}`)!);
    Object.assign(first, { lon: null, lat: null });
    Object.assign(second, { lon: (second.lon as number) + 0.002 });
    Object.assign(third, { lon: (third.lon as number) + 0.0001 });
    const { reader, check } = await opened(bytes, '村.csv', facts);
    const { places } = await check();
    expect(places).toContainEqual({ collection: 'villages', kind: 'placed', records: 1 });
    expect(places).toContainEqual({ collection: 'villages', kind: 'moved', records: 1 });
    const all = await reader.answer('places', { most: 1000 }, quiet);
    expect(all).toHaveLength(places.reduce((sum, { records }) => sum + records, 0));
    expect(all.find(({ kind }) => kind === 'placed')).toMatchObject({ name: VILLAGES[0].name });
    expect(await reader.answer('places', { most: 3 }, quiet)).toHaveLength(3);
  });
});

describe('an import that goes on', () => {
  it('judges its rows as before: a village that has a row of its own is not offered for lying near or sounding alike', async () => {
    const rows = [
      ['乡镇', '行政村', '经度', '纬度'],
      ['龙潭镇', '上洞村', '108.6', '28.6'],
      ['龙潭镇', '下洞村', '108.6003', '28.6003'],
      ['龙潭镇', '夏洞村', '108.9', '28.9']
    ];
    const sheet = writeXlsx([{ name: '村', rows }]);
    const first = await opened(sheet, 'a.xlsx');
    expect((await first.check()).counts).toMatchObject({ good: 3, asked: 0 });
    const edits = await first.edits();
    const facts = knownFacts();
    for (const { id, after } of edits.slice(0, 2)) {
      const made = { ...after, id, origin: 'hand', editedFields: [], version: 1 };
      (facts.situation.villages as Map<string, unknown>).set(id, made);
    }
    const again = await opened(sheet, 'a.xlsx', facts);
    expect((await again.check()).counts).toMatchObject({ good: 3, asked: 0 });
    expect((await again.edits()).map(({ id }) => id)).toEqual([edits[2].id]);
    // A village without a row of its own is still asked for.
    const other = await opened(writeXlsx([{ name: '村', rows: [rows[0], rows[3]] }]), 'b.xlsx', facts);
    expect((await other.check()).counts).toMatchObject({ asked: 1 });
  });
});

describe('a township that is not known', () => {
  const kinds = {
    villages: [
      ['乡镇', '行政村', '常住人口'],
      ['龙某镇', '从未有村', '9']
    ],
    people: [
      ['乡镇', '行政村', '已随访', '已接种', '应接种'],
      ['龙某镇', VILLAGES[0].name, '9', '3', '4']
    ],
    facilities: [
      ['机构名称', '机构类别', '乡镇'],
      ['某卫生院', '卫生院', '龙某镇']
    ],
    vehicles: [
      ['车牌号', '乡镇', '经度', '纬度'],
      ['渝H0001', '龙某镇', '108.6', '28.6']
    ]
  } as const;
  it.each(Object.entries(kinds))(
    'is asked once in a table of %s, and the answer lets its rows in',
    async (kind, rows) => {
      const { table, reader } = await opened(writeXlsx([{ name: '表', rows }]), 'a.xlsx');
      expect(table.kind).toBe(kind);
      const check = (answers: Partial<Answers>) =>
        reader.answer(
          'check',
          { ...table, crs: 'wgs84', answers: { ...NO_ANSWERS, ...answers }, source: 'a.xlsx' },
          quiet
        );
      const asked = await check({});
      expect(asked.counts).toMatchObject({ rows: 1, asked: 1, refused: 0 });
      expect(asked.questions).toMatchObject([{ kind: 'town', read: '龙某镇', rows: 1 }]);
      const after = await check({ town: { 龙某镇: 'town-0' } });
      expect(after.counts, JSON.stringify(after.problems)).toMatchObject({ rows: 1, asked: 0, refused: 0 });
      expect(after.edits).toBe(1);
    }
  );
});

describe('what a table does not give', () => {
  const town = ['乡镇', '龙潭镇'];
  const village = VILLAGES.find((each) => each.town === town[1])!;
  const edited = async (headings: string[], cells: unknown[], facts = knownFacts()) => {
    const rows = [headings, cells] as never;
    const { table, reader, edits } = await opened(writeXlsx([{ name: '表', rows }]), 'a.xlsx', facts);
    await reader.answer('check', { ...table, crs: 'wgs84', answers: NO_ANSWERS, source: 'a.xlsx' }, quiet);
    return { kind: table.kind, edits: await edits() };
  };
  const put = (facts: ReturnType<typeof knownFacts>, { collection, id, after }: ImportEdit) => {
    const record = { id, origin: 'hand', editedFields: [], version: 1, masked: [], ...after };
    (facts.situation[collection] as Map<string, unknown>).set(id, record);
    return facts;
  };

  it('of a village’s people is unknown, and known once another table gives it', async () => {
    const first = await edited(['乡镇', '行政村', '65岁以上人口'], [town[1], village.name, 120]);
    const people = first.edits.filter(({ collection }) => collection === 'peopleCounts');
    expect(people).toMatchObject([{ after: { aged65: 120, countedOn: '2026-11-22' } }]);
    const rest = COUNT_FIELDS.filter((field) => field !== 'aged65');
    expect(people[0].after.unknown).toEqual(rest);
    const facts = put(knownFacts(), people[0]);
    const same = await edited(['乡镇', '行政村', '65岁以上人口'], [town[1], village.name, 120], facts);
    expect(same.edits.filter(({ collection }) => collection === 'peopleCounts')).toEqual([]);
    const second = await edited(['乡镇', '行政村', '80岁以上人口'], [town[1], village.name, 0], facts);
    const more = second.edits.find(({ collection }) => collection === 'peopleCounts');
    expect(more?.before).toEqual({ unknown: rest });
    expect(more?.after).toEqual({ unknown: rest.filter((field) => field !== 'aged80') });
  });

  it('of a new village’s residents is unknown, and more old people than people are a slip', async () => {
    const headings = ['乡镇', '行政村', '常住人口', '65岁以上人口', '80岁以上人口'];
    const made = await edited(headings, [town[1], '从前没有的村', '', 50, 9]);
    expect(made.edits[0].after).toMatchObject({ residents: 0, residentsSource: UNKNOWN_RESIDENTS });
    for (const [cells, good] of [
      [[100, 100, 100], true],
      [[100, 101, 9], false],
      [[100, 20, 21], false],
      [['', 500, ''], true]
    ] as const)
      expect((await edited(headings, [town[1], '从前没有的村', ...cells])).edits.length > 0, String(cells)).toBe(good);
  });

  it('in Chinese is kept beside the Latin name of a village that it is matched to', async () => {
    const facts = knownFacts();
    const [id, known] = [...facts.situation.villages].find(([, { code }]) => code !== null)!;
    const latin = { ...known, names: { local: 'Longtan' } };
    (facts.situation.villages as Map<string, unknown>).set(id, latin);
    const name = async (read: string) => {
      const townName = facts.situation.townships.get(known.townshipId)!.names.local;
      const { edits } = await edited(['乡镇', '行政村', '村代码', '常住人口'], [townName, read, latin.code, 77], facts);
      return edits.find((edit) => edit.id === id)?.after.names;
    };
    expect(await name('龙潭')).toEqual({ local: 'Longtan', zh: '龙潭' });
    expect(await name('Longtan')).toBeUndefined();
  });

  it('of a site is unknown, and its free beds are not held against a total that nobody gave', async () => {
    const headings = ['机构名称', '机构类别', '乡镇'];
    const made = await edited([...headings, '空床数'], ['龙潭卫生院', '卫生院', town[1], 3]);
    expect(made.kind).toBe('facilities');
    expect(made.edits[0].after.unknown).toEqual(FACILITY_COUNTS.filter((field) => field !== 'bedsFree'));
    const facts = put(knownFacts(), made.edits[0]);
    const next = await edited([...headings, '血氧仪'], ['龙潭卫生院', '卫生院', town[1], 0], facts);
    expect(next.edits).toMatchObject([{ id: made.edits[0].id }]);
    expect(next.edits[0].after.unknown).not.toContain('oximeters');
    expect(next.edits[0].after.unknown).toContain('staffNow');
  });

  it('of a clinic that a village sheet names is unknown', async () => {
    const headings = ['乡镇', '行政村', '常住人口', '村卫生室', '血氧仪'];
    const { edits } = await edited(headings, [town[1], village.name, 900, '有', 2]);
    const clinic = edits.find(({ collection }) => collection === 'facilities');
    expect(clinic?.after).toMatchObject({ oximeters: 2 });
    expect(clinic?.after.unknown).toEqual(FACILITY_COUNTS.filter((field) => field !== 'oximeters'));
  });
});

describe('a village sheet with people, clinic and stock', () => {
  const headings = [
    '乡镇',
    '行政村',
    '村代码',
    '常住人口',
    '65岁及以上',
    '红/黄/绿人数',
    '村卫生室',
    '联系电话',
    '血氧仪',
    '退热药'
  ];
  const sheet = writeXlsx([
    {
      name: '村',
      rows: [headings, ['龙潭镇', VILLAGES[0].name, VILLAGES[0].code, 900, 150, '3/5/10', '有', '023-1', 2, 40]]
    }
  ]);

  it('asks for the expiry of stock, then writes village, counts, clinic; the new clinic has no invented place', async () => {
    const { table, check } = await opened(sheet, 'a.xlsx');
    expect(table.mapping).not.toContain(null);
    const asked = await check();
    expect(asked.counts.refused + asked.counts.asked).toBe(1);
    const without = await check({ expiry: 'skip', medicine: {} });
    expect(without.problems.map(({ code }) => code)).toContain('unknown-medicine');
    const facts = knownFacts();
    const medicine = {
      id: 'med-antipyretic',
      names: { local: '对乙酰氨基酚' },
      medicineClass: 'antipyretic',
      unit: 'county',
      origin: 'pack',
      editedFields: [],
      version: 1
    };
    (facts.situation.medicines as Map<string, unknown>).set('med-antipyretic', medicine);
    const stocked = await opened(sheet, 'a.xlsx', facts);
    expect((await stocked.check()).questions).toEqual([{ kind: 'expiry', rows: 1 }]);
    const result = await stocked.check({ expiry: '2027-03-31' });
    expect(result.counts).toMatchObject({ good: 1 });
    expect(result.editsOf).toEqual({ villages: 1, peopleCounts: 1, facilities: 1, stock: 1 });
    const all = await stocked.edits();
    expect(all.find(({ collection }) => collection === 'facilities')?.after).toMatchObject({
      lon: null,
      lat: null,
      oximeters: 2,
      telephone: '023-1',
      tier: 'village-clinic'
    });
    expect(all.find(({ collection }) => collection === 'peopleCounts')?.after).toMatchObject({
      red: 3,
      yellow: 5,
      green: 10,
      aged65: 150,
      countedOn: '2026-11-22'
    });
    expect(all.find(({ collection }) => collection === 'stock')?.after).toMatchObject({
      lots: [{ lot: '', doses: 40, expiresOn: '2027-03-31' }]
    });
  });

  it('a workbook opens at the first sheet whose headings are known', async () => {
    const book = writeXlsx([
      { name: '说明', rows: [['填表说明', '2026年']] },
      { name: '空', rows: [] },
      { name: '村', rows: [['统计表'], headings, ['龙潭镇', VILLAGES[0].name]] }
    ]);
    const { table, reader } = await opened(book, 'a.xlsx');
    expect(table).toMatchObject({ sheet: 2, headingRow: 2, rows: 1 });
    expect(table.sheets.map(({ name }) => name)).toEqual(['说明', '空', '村']);
    expect((await reader.answer('reopen', { sheet: 0 }, quiet)).headings).toEqual(['填表说明', '2026年']);
  });

  it('a planner’s import leaves counts of people and stock out', async () => {
    const { check, edits } = await opened(sheet, 'a.xlsx', { ...knownFacts(), role: 'planner' });
    await check();
    expect(new Set((await edits()).map(({ collection }) => collection))).toEqual(new Set(['villages', 'facilities']));
  });
});

describe('sites that supply', () => {
  const shop = (id: string, unit: string) => ({
    id,
    unit,
    names: { local: '大药房' },
    kind: 'pharmacy',
    lon: 108.7,
    lat: 28.8,
    telephone: '',
    origin: 'hand',
    editedFields: [],
    version: 1
  });
  const sheet = (...rows: string[][]) =>
    writeXlsx([{ name: '表', rows: [['乡镇', '药店名称', '企业类型', '联系电话'], ...rows] }]);
  const checked = async (rows: string[][], shops: ReturnType<typeof shop>[]) => {
    const facts = knownFacts();
    for (const each of shops) (facts.situation.suppliers as Map<string, unknown>).set(each.id, each);
    const { table, check, edits } = await opened(sheet(...rows), 'a.xlsx', facts);
    expect(table.kind).toBe('suppliers');
    return { result: await check(), made: await edits() };
  };
  const [here, there] = knownFacts().situation.townships.keys();
  const townName = (id: string) => knownFacts().situation.townships.get(id as never)!.names.local;

  it('of one name are kept apart by their township', async () => {
    const rows = [here, there].map((town) => [townName(town), '大药房', '药店', `023-${town}`]);
    const { result, made } = await checked(rows, [shop('s-here', here)]);
    expect(result.counts).toMatchObject({ good: 2, refused: 0 });
    expect(made.map(({ id }) => id === 's-here')).toEqual([true, false]);
    expect(made[1].after).toMatchObject({ unit: there, names: { local: '大药房' } });
  });

  it('are not guessed at where several bear the name', async () => {
    const { result } = await checked([['', '大药房', '药店', '023-1']], [shop('s-here', here), shop('s-there', there)]);
    expect(result.counts).toMatchObject({ good: 0, refused: 1 });
    expect(result.problems.map(({ code }) => code)).toEqual(['supplier-unsure']);
  });
});

describe('a sheet of stock', () => {
  it('asks for a medicine that is none of the list, and leaves its rows out where that is the answer', async () => {
    const facts = knownFacts();
    const [town] = facts.situation.townships.keys();
    const common = { unit: town, townshipId: town, origin: 'hand', editedFields: [], version: 1 };
    const [facilities, medicines] = [facts.situation.facilities, facts.situation.medicines] as Map<string, unknown>[];
    facilities.set('clinic', { ...common, id: 'clinic', names: { local: '龙潭卫生室' }, lon: null, lat: null });
    for (const [id, name, medicineClass] of [
      ['test', '抗原试剂', 'antigen'],
      ['para', '对乙酰氨基酚片', 'antipyretic'],
      ['aspirin', '阿司匹林', 'antipyretic']
    ])
      medicines.set(id, { ...common, id, names: { local: name }, medicineClass });
    const rows = [
      ['机构', '药品', '数量', '有效期'],
      ['龙潭卫生室', '布洛芬', 40, '2027-01-31'],
      ['龙潭卫生室', '布洛芬', 30, '2027-02-28'],
      ['龙潭卫生室', '对乙酰氨基酚片', 20, '2027-03-31']
    ];
    const { check, edits } = await opened(writeXlsx([{ name: '库存', rows }]), 'a.xlsx', facts);
    const asked = await check();
    expect(asked.questions).toMatchObject([{ kind: 'medicine', read: '布洛芬', rows: 2, wholeRows: true }]);
    const { counts, problems } = await check({ medicine: { 布洛芬: 'skip' } });
    expect(counts).toEqual({ rows: 3, good: 1, repaired: 0, asked: 0, refused: 2 });
    expect(problems).toEqual([{ code: 'left-out', severity: 'refused', rows: 2 }]);
    expect((await edits()).map(({ after }) => after.medicineId)).toEqual(['para']);

    // A column of a village sheet: the village comes in, that stock does not.
    const sheet = [
      ['乡镇', '行政村', '卫生室', '退热药'],
      ['龙潭镇', '从未有村', '是', 12]
    ];
    const villages = await opened(writeXlsx([{ name: '村', rows: sheet }]), 'b.xlsx', facts);
    expect((await villages.check()).questions).toMatchObject([{ read: 'antipyretic', wholeRows: false }]);
    expect((await villages.check({ medicine: { antipyretic: 'skip' } })).counts).toMatchObject({ good: 1, asked: 0 });
    expect(new Set((await villages.edits()).map(({ collection }) => collection))).toEqual(
      new Set(['villages', 'facilities'])
    );
  });

  it('takes daily use and orders from whichever lot states them', async () => {
    const facts = knownFacts();
    const [town] = facts.situation.townships.keys();
    const common = { unit: town, townshipId: town, origin: 'hand', editedFields: [], version: 1 };
    (facts.situation.facilities as Map<string, unknown>).set('clinic', {
      ...common,
      id: 'clinic',
      names: { local: '龙潭卫生室' },
      tier: 'village-clinic',
      lon: null,
      lat: null
    });
    (facts.situation.medicines as Map<string, unknown>).set('med', {
      ...common,
      id: 'med',
      names: { local: '布洛芬' },
      medicineClass: 'antipyretic'
    });
    const rows = [
      ['机构', '药品', '批号', '数量', '有效期', '日均用量', '在途'],
      ['龙潭卫生室', '布洛芬', 'A', 10, '2027-01-31', '', ''],
      ['龙潭卫生室', '布洛芬', 'B', 20, '2027-03-31', 12, 100]
    ];
    const { check, edits } = await opened(writeXlsx([{ name: '库存', rows }]), 'a.xlsx', facts);
    expect((await check()).counts).toMatchObject({ good: 2 });
    expect((await edits()).map(({ after }) => after)).toMatchObject([
      {
        meanDailyUse: 12,
        onOrderDoses: 100,
        lots: [
          { lot: 'A', doses: 10 },
          { lot: 'B', doses: 20 }
        ]
      }
    ]);
  });
});
