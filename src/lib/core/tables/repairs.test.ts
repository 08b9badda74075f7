import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownFacts, VILLAGES } from '../../../../tests/fixtures/tables/damaged-villages';
import { fromWgs84, readDegrees, toWgs84 } from './convert-place';
import { indexFacts } from './known-facts';
import { matchVillage } from './match-village';
import { metresBetween } from './metres-between';
import { knownCodes, readCode } from './repair-code';
import { readNumber } from './repair-number';
import { readChoice, readDate, readExpiry, readFlag } from './read-words';
import { COORDINATE_SYSTEMS } from './table';
import { TIERS } from './site-fields';

const code = fc.integer({ min: 0, max: 999_999 }).map((each) => `500242${String(each).padStart(6, '0')}`);
const damage = fc.constantFrom<((code: string, at: number) => string)[]>(
  (each) => each,
  (each) => `${each}.0`,
  (each) => ` ${each.slice(0, 6)} ${each.slice(6)}`,
  (each) => `'${each}`,
  (each, at) => each.slice(0, at) + each.slice(at + 1),
  (each, at) =>
    Number(each)
      .toExponential(2 + (at % 8))
      .toUpperCase()
      .replace('E+', 'E+')
);

describe('codes', () => {
  it('a damaged code is either what it was, or asked; never another', () => {
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 200 }), damage, fc.nat(11), (codes, harm, at) => {
        const known = knownCodes(codes);
        const read = readCode(harm(codes[0], at), known);
        if (read.status === 'refused') throw new Error('refused');
        if (read.status !== 'asked') expect(read.code).toBe(codes[0]);
        else expect(read.candidates.length === 10 || read.candidates.includes(codes[0])).toBe(true);
      })
    );
  });

  it('is repaired where one known code fits, by name where several do', () => {
    const known = knownCodes(['500242101201', '500242101202', '500243000001']);
    expect(readCode('5.00243E+11', known)).toEqual({ status: 'repaired', code: '500243000001' });
    expect(readCode('5.00242E+11', known)).toEqual({ status: 'asked', candidates: ['500242101201', '500242101202'] });
    expect(readCode('5.00242E+11', known, ['500242101202'])).toEqual({ status: 'repaired', code: '500242101202' });
    expect(readCode('50024210120', known)).toMatchObject({ status: 'asked' });
    expect(readCode('5002421O1201', known)).toMatchObject({ status: 'refused' });
    expect(readCode('５００２４２１０１２０１', known)).toEqual({ status: 'repaired', code: '500242101201' });
  });
});

describe('figures, dates, words', () => {
  it.each([
    ['1200', 1200, false],
    ['１２００', 1200, true],
    ['1,200', 1200, true],
    ['1,200人', 1200, true],
    ['35 户', 35, true],
    ['-3', -3, false],
    ['12.0', 12, false]
  ])('%s is %d', (text, value, repaired) => expect(readNumber(text)).toEqual({ value, repaired }));
  it.each(['约三百', '12-15', '1,23', '', '3/5', '1e999', '人'])('%j is no figure', (text) =>
    expect(readNumber(text)).toEqual({ fault: 'not-a-number' })
  );

  it('dates are real days', () => {
    expect(
      ['2026-11-22', '2026/1/5', '2026年1月5日', '20261122', '２０２６-1-5', '2026-02-30', '22.11.2026', '5'].map(
        readDate
      )
    ).toEqual(['2026-11-22', '2026-01-05', '2026-01-05', '2026-11-22', '2026-01-05', null, null, null]);
    expect([readExpiry('2027-02'), readExpiry('2027年3月'), readExpiry('2027-13')]).toEqual([
      '2027-02-28',
      '2027-03-31',
      null
    ]);
  });

  it('yes, no and tiers in both languages', () => {
    expect(['是', '有', 'Yes', '否', '无', 'NO', '也许'].map(readFlag)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      null
    ]);
    expect(
      ['乡镇卫生院', '龙潭中心卫生院', '村卫生室', 'Clinic', '县人民医院', '亚定点医院', '学校'].map((text) =>
        readChoice(text, TIERS)
      )
    ).toEqual([
      'township-hospital',
      'township-hospital',
      'village-clinic',
      'village-clinic',
      'designated',
      'sub-designated',
      null
    ]);
  });
});

describe('places', () => {
  it('systems convert there and back within half a metre', () => {
    const place = fc.record({
      lon: fc.double({ min: 98, max: 120, noNaN: true }),
      lat: fc.double({ min: 22, max: 45, noNaN: true })
    });
    fc.assert(
      fc.property(place, fc.constantFrom(...COORDINATE_SYSTEMS), (at, crs) => {
        const held = { ...at };
        expect(metresBetween(toWgs84(fromWgs84(at, crs), crs), at)).toBeLessThan(0.5);
        expect(at).toEqual(held);
      })
    );
  });

  it('degrees, minutes and seconds are what they say', () => {
    fc.assert(
      fc.property(fc.nat(179), fc.nat(59), fc.nat(599), fc.boolean(), (d, m, tenths, west) => {
        const wanted = (d + m / 60 + tenths / 36_000) * (west ? -1 : 1);
        for (const text of [
          `${d}°${m}′${tenths / 10}″${west ? 'W' : 'E'}`,
          `${west ? '西经' : '东经'}${d}度${m}分${tenths / 10}秒`,
          `${west ? 'W' : 'E'} ${d}° ${m}' ${tenths / 10}"`
        ]) {
          expect(readDegrees(text), text).toBeCloseTo(wanted, 9);
        }
      })
    );
    expect(
      ['108.77', '１０８．７７', '108.77°E', '-108.77', '108°61′E', '108,77', 'abc', '108.77 28.8 3 4'].map(readDegrees)
    ).toEqual([108.77, 108.77, 108.77, -108.77, null, null, null, null]);
    expect(readDegrees('108°46.2′')).toBeCloseTo(108.77, 9);
  });
});

describe('matching', () => {
  const index = indexFacts(knownFacts());
  const [first] = VILLAGES;
  const clue = { code: null, name: first.name, townId: 'town-0', place: null };
  const stem = first.name.slice(0, -1);

  it('by code, then by name in its town, with or without its ending', () => {
    expect(matchVillage(index, { ...clue, code: first.code, townId: null })).toMatchObject({
      kind: 'known',
      by: 'code'
    });
    for (const name of [first.name, stem, `${stem}村民委员会`, ` ${stem} 村`]) {
      expect(matchVillage(index, { ...clue, name }), name).toMatchObject({
        kind: 'known',
        by: 'name',
        village: { code: first.code }
      });
    }
    expect(matchVillage(index, { ...clue, name: '无名村' })).toEqual({ kind: 'new' });
    expect(matchVillage(index, { ...clue, townId: 'town-1' })).toEqual({ kind: 'new' });
  });

  it('asks about names that sound alike, pinyin, a code against a name, and a place close by', () => {
    // 清泉 → 青泉: the same syllables.
    const village = VILLAGES.find(({ name, town }) => name.startsWith('清') && town === '龙潭镇');
    const alike = village?.name.replace('清', '青') ?? '';
    expect(matchVillage(index, { ...clue, name: alike })).toMatchObject({
      kind: 'ask',
      candidates: [{ by: 'pinyin', code: village?.code }]
    });
    const other = VILLAGES[3];
    expect(matchVillage(index, { ...clue, code: other.code })).toMatchObject({
      kind: 'ask',
      candidates: [{ by: 'code' }, { by: 'name' }]
    });
    const place = { lon: first.lon + 0.0005, lat: first.lat };
    expect(matchVillage(index, { ...clue, name: '无名村', place })).toMatchObject({
      kind: 'ask',
      candidates: [{ by: 'distance', code: first.code }]
    });
    expect(matchVillage(index, { ...clue, name: '无名村', place: { lon: first.lon + 0.01, lat: first.lat } })).toEqual({
      kind: 'new'
    });
  });
});
