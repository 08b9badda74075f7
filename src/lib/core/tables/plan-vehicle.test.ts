import { expect, it } from 'vitest';
import { knownFacts } from '../../../../tests/fixtures/tables/damaged-villages';
import type { Crew, Vehicle } from '../model/records';
import { guessColumns, guessKind } from './guess-columns';
import { indexFacts, type KnownFacts } from './known-facts';
import { planRows } from './plan-import';
import { NO_ANSWERS } from './questions';
import type { Sheet } from './table';

const TOWN = [...knownFacts().situation.townships.values()][0];
const HEADINGS = [
  '车牌号',
  '车辆类型',
  '乡镇',
  '经度',
  '纬度',
  '最重可转运',
  '续航里程',
  '驾驶员',
  '电话',
  '当班',
  '班次结束'
];
const [LON, LAT] = [
  (knownFacts().bbox[0] + knownFacts().bbox[2]) / 2,
  (knownFacts().bbox[1] + knownFacts().bbox[3]) / 2
];
const own = (plate: string, ...more: string[]) => [
  plate,
  '救护车',
  TOWN.names.local,
  String(LON),
  String(LAT),
  ...more
];

function plan(rows: readonly (readonly string[])[], facts: KnownFacts = knownFacts(), headings = HEADINGS) {
  const sheet: Sheet = {
    name: '车辆',
    rowNumbers: Uint32Array.from(rows, (_, i) => i + 2),
    columnCount: headings.length,
    cells: rows.flatMap((row) => headings.map((_, i) => row[i] ?? '')),
    overlong: new Map(),
    headingRow: 1,
    headings
  };
  const { kind } = guessKind(headings);
  const { mapping } = guessColumns(headings, kind);
  expect(mapping).not.toContain(null);
  const choice = { kind, mapping, crs: 'wgs84' as const, answers: NO_ANSWERS, source: 'x.xlsx' };
  return [...planRows(sheet, choice, indexFacts(facts))];
}

it('a row brings the vehicle and who drives it, the shift on the county’s clocks', () => {
  const [{ status, edits }] = plan([own('渝A001', '重型', '450', '张三', '13800000000', '是', '2026/11/23 8:00')]);
  expect(status).toBe('good');
  const [vehicle, crew] = edits;
  expect(vehicle).toMatchObject({ collection: 'vehicles', before: null });
  expect(vehicle.after).toMatchObject({ severityLimit: 'severe', rangeKm: 450, status: 'available' });
  expect(crew).toMatchObject({ collection: 'crews', id: `crew-${vehicle.id}`, before: null });
  expect(crew.after).toEqual({
    ...{ vehicleId: vehicle.id, unit: TOWN.id, driver: '张三', attendant: '', telephone: '13800000000' },
    ...{ onDuty: true, shiftEndsAt: '2026-11-23T00:00:00.000Z' }
  });
});

it('without a word of duty a new crew is off duty, and a row that says nothing of a crew makes none', () => {
  const [named, silent] = plan([own('渝A001', '', '', '张三'), own('渝A002')]);
  expect(named.edits[1].after).toMatchObject({ driver: '张三', onDuty: false, shiftEndsAt: null });
  expect(silent.edits.map(({ collection }) => collection)).toEqual(['vehicles']);
  expect(silent.edits[0].after).toMatchObject({ severityLimit: 'critical', rangeKm: null });
});

it('a known vehicle keeps its crew, of which only what differs is written', () => {
  const [{ edits }] = plan([own('渝A001', '', '', '张三', '', '是')]);
  const made = { id: edits[0].id, origin: 'hand', editedFields: [], version: 1, ...edits[0].after } as never as Vehicle;
  const crew = { id: 'c-1', origin: 'hand', editedFields: [], version: 1, ...edits[1].after } as never as Crew;
  const known = knownFacts();
  const situation = { ...known.situation, vehicles: new Map([[made.id, made]]), crews: new Map([[crew.id, crew]]) };
  const facts = { ...known, situation };
  const headings = ['车牌号', '司机', '手机', '下班时间'];
  const brought = (...row: string[]) => plan([['渝A001', ...row]], facts, headings)[0].edits;
  expect(brought('李四', '', '')).toMatchObject([
    { collection: 'crews', id: 'c-1', before: { driver: '张三' }, after: { driver: '李四' } }
  ]);
  expect(brought('张三', '', '')).toEqual([]);
});

it.each([
  [['', '0'], 'rangeKm', 'out-of-range'],
  [['', '6000'], 'rangeKm', 'out-of-range'],
  [['最重'], 'severityLimit', 'unknown-word'],
  [['', '', '', '', '是'], 'driver', 'missing'],
  [['', '', '张三', '', '', '2026-11-23'], 'shiftEndsAt', 'not-a-date'],
  [['', '', '张三', '', '', '2026-11-23 25:00'], 'shiftEndsAt', 'not-a-date']
])('%j is refused at %s', (cells, field, code) => {
  const [{ status, problems, edits }] = plan([own('渝A001', ...cells)]);
  expect({ status, edits }).toEqual({ status: 'refused', edits: [] });
  expect(problems.map((each) => [each.field, each.code])).toContainEqual([field, code]);
});
