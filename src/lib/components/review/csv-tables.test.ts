import '$lib/i18n/late-messages';
import { describe, expect, it } from 'vitest';
import type { Coverage, Gap } from '$core/model/results';
import { toCsv } from '$lib/commands/export-csv';
import { coverageTable, gapsTable } from './csv-tables';

const facts = { villages: new Map(), townships: new Map(), facilities: new Map() };
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

describe('exported tables', () => {
  it('hold a unit, numbers as numbers and no formula', () => {
    const { header, rows } = gapsTable([gap], facts);
    expect(rows[0]).toHaveLength(header.length);
    expect(rows[0].slice(6, 9)).toEqual([7, 15, 8]);
    const csv = toCsv(header, rows);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('say not assessable rather than nothing', () => {
    expect(gapsTable([{ ...gap, have: null, shortBy: null }], facts).rows[0].slice(6, 9)).toEqual([
      'not assessable',
      15,
      null
    ]);
  });

  it('give coverage a column for persons and one for villages', () => {
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
    const coverage: Coverage = { careLevel: 'severe', thresholds: [15, 60], townships: [], all: row };
    const { header, rows } = coverageTable(coverage, facts);
    expect(rows).toEqual([['Whole area', 'all', 60, 3, 10, 1, 30, 2, 0, 0, 30, 1]]);
    expect(header).toHaveLength(rows[0].length);
  });
});
