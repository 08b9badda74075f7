import { describe, expect, it } from 'vitest';
import '$lib/i18n/late-messages';
import { writeCsv } from '$core/export/write-csv';
import { BLANK_FACILITY } from '$core/model/blank-facility';
import type { Allocation, Facility, PeopleCount, Village } from '$core/model/records';
import type { Coverage, Gap, Reach, Results } from '$core/model/results';
import type { Situation } from '$core/model/situation';
import { coverageTable } from './coverage';
import { gapsTable } from './gaps';
import { goodsTable } from './goods';
import { peopleTable } from './people';
import { sitesTable } from './sites';
import { villagesTable } from './villages';

const facts = { villages: new Map(), townships: new Map(), facilities: new Map() };
const base = { unit: 'county' as const, origin: 'hand' as const, editedFields: [] as string[], version: 1 };

describe('gaps', () => {
  const gap = {
    id: 'g',
    group: 'medicines',
    kind: 'gap-share-antigen',
    params: { placeEn: '=HYPERLINK("x")', placeZh: '=1+1', shortDoses: 120, shortDosesFull: 200 },
    severity: 'low',
    place: { kind: 'facility', id: 'p', lon: 1, lat: 2 },
    unit: 't-a',
    have: 0.07,
    need: 0.15,
    shortBy: 0.08,
    persons: 900,
    rule: { requirement: 1, item: 'L5', packVersion: '1' },
    figure: { kind: 'report', facilityId: 'p' }
  } as unknown as Gap;

  it('hold a unit, numbers as numbers and no formula', () => {
    const table = gapsTable([gap], facts);
    expect(table.rows[0]).toHaveLength(table.header.length);
    expect(table.rows[0].slice(6, 9)).toEqual([7, 15, 8]);
    expect(writeCsv(table)).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('say not assessable rather than nothing', () => {
    expect(gapsTable([{ ...gap, have: null, shortBy: null }], facts).rows[0].slice(6, 9)).toEqual([
      'not assessable',
      15,
      null
    ]);
  });
});

describe('coverage', () => {
  const row = {
    townshipId: 'all' as const,
    villages: 3,
    persons: 60,
    within: [
      { minutes: 15, villages: 1, persons: 10 },
      { minutes: 60, villages: 2, persons: 30 }
    ],
    beyond: { villages: 0, persons: 0 },
    noWay: { villages: 1, persons: 30 }
  };
  const own = { ...row, townshipId: 't-a' as never };
  const coverage: Coverage = { careLevel: 'severe', thresholds: [15, 60], townships: [own], all: row };

  it('has a column for persons and one for villages, by township and in all', () => {
    const { header, rows } = coverageTable([coverage], facts);
    expect(rows.map((each) => each.slice(1, -1))).toEqual([
      ['t-a', 't-a', 60, 3, 10, 1, 30, 2, 0, 0, 30, 1],
      ['Whole area', 'all', 60, 3, 10, 1, 30, 2, 0, 0, 30, 1]
    ]);
    expect(header).toHaveLength(rows[0].length);
  });

  it('is of one township where one is asked for, and says where no site takes anyone', () => {
    const { rows } = coverageTable([{ ...coverage, noSite: 'no-open-facility' }], facts, 't-a');
    expect(rows.map((each) => each[2])).toEqual(['t-a']);
    expect(rows[0].at(-1)).toBeTruthy();
  });
});

describe('key people', () => {
  const count = (fields: Partial<PeopleCount>): PeopleCount => ({
    ...base,
    ...{ id: 'c', villageId: 'v' as never, countedOn: '2026-03-01', masked: [] },
    ...{ aged65: 20, aged80: 7, red: 5, yellow: 9, green: 6, returnees: 0, contactsDone: 30 },
    ...{ vaccinated60: 4, target60: 9, vaccinated80: 3, target80: 7 },
    ...fields
  });
  const row = (counts: PeopleCount) =>
    peopleTable({ ...facts, peopleCounts: new Map([['c', counts]]) } as unknown as Situation, new Set(['v'])).rows[0];

  it('never holds a count of one or two, whoever saves the file, and no 0 in its place', () => {
    // As an administrator reads it, and as it comes withheld to everybody else.
    for (const counts of [
      count({ red: 2, aged80: 1 }),
      count({ red: 0, yellow: 0, contactsDone: 0, masked: ['red', 'yellow', 'contactsDone'] })
    ]) {
      const cells = row(counts);
      expect(cells).toContain('<3');
      expect(cells).not.toContain(1);
      expect(cells).not.toContain(2);
      expect(cells[6]).toBe('<3');
    }
  });

  it('tells nobody from a count: a 0 is a 0, and what was never counted is empty', () => {
    expect(row(count({}))[9]).toBe(0);
    expect(row(count({ unknown: ['returnees', 'red'] })).slice(4, 11)).toEqual([20, 7, null, 9, 6, null, 30]);
    expect(row(count({ countedOn: null })).slice(4, 15)).toEqual(Array.from({ length: 11 }, () => null));
  });
});

describe('requests for medicine', () => {
  it('have a row for each medicine, quantities as numbers, no formula, and nothing where it has not come so far', () => {
    const line = { lots: [], receivedLots: null, receivedDoses: null, discrepancyDoses: null, discrepancyReason: '' };
    const lots = [{ lot: '=1+1', doses: 8, expiresOn: '2027-01-01' }];
    const request = {
      ...{
        ...base,
        id: 'g-0a1b2c',
        requesterFacilityId: 'f',
        sourceKind: 'supplier',
        sourceId: '=cmd',
        state: 'received'
      },
      ...{ stateAt: 't', submittedAt: '2026-03-01T00:00:00Z', shippedAt: '2026-03-02T00:00:00Z', receivedAt: null },
      ...{ approvedAt: null, pickedAt: null, discrepant: true, reason: '@SUM(1)' },
      lines: [
        { ...line, medicineId: 'm', wantedDoses: 9, approvedDoses: 8, lots, receivedDoses: 7, discrepancyDoses: 1 },
        { ...line, medicineId: 'n', wantedDoses: 5, approvedDoses: 0 }
      ]
    } as unknown as Allocation;
    const table = goodsTable([request]);
    const cells = (label: string) => table.rows.map((row) => row[table.header.indexOf(label)]);
    expect(table.rows).toHaveLength(2);
    expect(cells('No.')).toEqual(['G-0A1B', 'G-0A1B']);
    expect(['Asked', 'Approved', 'Shipped', 'Received'].map(cells)).toEqual([
      [9, 5],
      [8, 0],
      [8, 0],
      [7, null]
    ]);
    expect(cells('Shipped, not received')).toEqual([1, null]);
    const csv = writeCsv(table);
    for (const text of ['=cmd', '@SUM(1)', '=1+1 2027-01-01 8']) expect(csv).toContain(`'${text}`);
  });
});

describe('sites', () => {
  it('leave the cell of a figure empty that nobody entered', () => {
    const site = {
      ...{ ...base, ...BLANK_FACILITY, id: 'f', names: { local: 'f' }, tier: 'village-clinic', townshipId: 't' },
      ...{ parentId: null, allianceId: null, lon: null, lat: null, bedsTotal: 4 },
      unknown: ['bedsFree', 'oximeters']
    } as unknown as Facility;
    expect(sitesTable([site], facts).rows[0].slice(10, 15)).toEqual([null, 4, 0, 0, null]);
  });
});

describe('villages', () => {
  const village = (id: string, fields: Partial<Village> = {}): Village => ({
    ...base,
    ...{ id: id as never, names: { local: id }, code: '500242101201', townshipId: 't' as never },
    ...{ lon: 1, lat: 2, residents: 0, residentsSource: 'unknown', residentsDate: null, residentsCompare: null },
    ...{ areaKm2: null, touristVillage: false },
    ...fields
  });
  const figures = (reach: Reach, of: Partial<Results>): Results =>
    ({
      villages: ['b', 'a'].map((villageId) => ({
        villageId,
        reach: { any: reach, township: reach, 'sub-designated': reach, severe: reach, seat: reach },
        walkMetres: 12.4,
        remote: { remote: true, reasons: [] },
        risk: { score: 41.26 }
      })),
      ...of
    }) as unknown as Results;
  const places = { ...facts, villages: new Map(['a', 'b'].map((id) => [id, village(id)])) };
  const at = (table: { header: readonly string[]; rows: readonly (readonly unknown[])[] }, label: string) =>
    table.rows[0][table.header.indexOf(label)];

  it('have minutes rounded up over roads, codes as text, and no residents where nobody counted', () => {
    const reach: Reach = { facilityId: null, ms: 60_001, mm: 12_345_678, reason: null };
    const table = villagesTable({ figures: figures(reach, {}), facts: places });
    expect(at(table, 'Minutes to the severe-case hospital')).toBe(2);
    expect(at(table, 'Road km to the severe-case hospital')).toBe(12.346);
    expect(at(table, 'Division code')).toBe('500242101201');
    expect(table.textColumns).toContain(table.header.indexOf('Division code'));
    expect(at(table, 'Residents')).toBeNull();
    expect(table.rows.map(([name]) => name)).toEqual(['b', 'a']);
  });

  it('that are guessed have a band and the word, no single number, and stand in no order of minutes', () => {
    const estimate = {
      median: 30 * 60_000,
      q10: 20 * 60_000,
      q25: 25 * 60_000,
      q75: 40 * 60_000,
      q90: 60 * 60_000
    } as Reach['estimate'];
    const reach: Reach = { facilityId: null, ms: 30 * 60_000, mm: 9_000_000, reason: null, estimate };
    const table = villagesTable({ figures: figures(reach, { estimated: true }), facts: places });
    expect(at(table, 'Minutes to the severe-case hospital, from')).toBe(25);
    expect(at(table, 'Minutes to the severe-case hospital, to')).toBe(40);
    expect(at(table, 'Estimated or measured: severe-case hospital')).toBe('estimated');
    expect(table.rows.flat()).not.toContain(30);
    expect(table.rows.map(([name]) => name)).toEqual(['a', 'b']);
  });
});
