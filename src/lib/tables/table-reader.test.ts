import { describe, expect, it } from 'vitest';
import { DAMAGES, damagedVillages, knownFacts, VILLAGES } from '../../../tests/fixtures/tables/damaged-villages';
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

  it('the refused rows as a CSV are formula-safe and can be brought again', async () => {
    const { reader, check } = await opened(bytes, '村.csv');
    const { counts } = await check();
    const csv = await reader.answer('refusedCsv', {}, quiet);
    const again = await opened(new TextEncoder().encode(csv), '再.csv');
    expect(again.table.rows).toBe(counts.refused + counts.asked);
    expect(csv).not.toMatch(/(^|,)[=+@]/m);
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

  it('a planner’s import leaves counts of people and stock out', async () => {
    const { check, edits } = await opened(sheet, 'a.xlsx', { ...knownFacts(), role: 'planner' });
    await check();
    expect(new Set((await edits()).map(({ collection }) => collection))).toEqual(new Set(['villages', 'facilities']));
  });
});
