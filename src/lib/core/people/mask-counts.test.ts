import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNT_FIELDS, type CountField } from '../model/records';
import type { VillageId } from '../model/ids';
import type { KeptReport } from '../report/daily-report';
import { maskCount, maskReport, SMALL_COUNT, smallCounts } from './mask-counts';

const ZERO = Object.fromEntries(COUNT_FIELDS.map((field) => [field, 0])) as Record<CountField, number>;
const anyCount = fc.record(Object.fromEntries(COUNT_FIELDS.map((field) => [field, fc.nat(6)]))) as fc.Arbitrary<
  Record<CountField, number>
>;

describe('small counts', () => {
  it('one and two are withheld, none and three are told', () => {
    for (const persons of [0, 1, 2, 3, 4])
      expect(smallCounts({ ...ZERO, returnees: persons }), String(persons)).toEqual(
        persons > 0 && persons < SMALL_COUNT ? ['returnees'] : []
      );
  });

  it('leave nothing small to be read, and every other count as it was', () => {
    fc.assert(
      fc.property(anyCount, (count) => {
        const { masked, ...shown } = maskCount(count);
        for (const field of COUNT_FIELDS) {
          if (masked.includes(field)) expect(shown[field]).toBe(0);
          else expect([0, 3, 4, 5, 6]).toContain(shown[field]);
          if (!masked.includes(field)) expect(shown[field]).toBe(count[field]);
        }
      })
    );
  });

  it('do not follow from the aged, who are the three labels together, nor from the contacts due: told by one who knows the rule', () => {
    const LABELS = ['red', 'yellow', 'green', 'aged65'] as const;
    /** What each withheld field may be, by all that is told. */
    const possible = new Map<string, Map<CountField, Set<number>>>();
    const most = 14;
    for (let red = 0; red <= most; red++)
      for (let yellow = 0; red + yellow <= most; yellow++)
        for (let green = 0; red + yellow + green <= most; green++) {
          const count = { ...ZERO, red, yellow, green, aged65: red + yellow + green };
          const shown = maskCount({ ...count, contactsDone: 2 * yellow + 3 * red });
          const told = JSON.stringify(shown);
          const fields = possible.get(told) ?? new Map<CountField, Set<number>>();
          for (const field of LABELS.filter((each) => shown.masked.includes(each)))
            fields.set(field, (fields.get(field) ?? new Set()).add(count[field]));
          possible.set(told, fields);
        }
    const certain = [...possible].flatMap(([told, fields]) =>
      [...fields].filter(([, values]) => values.size < 2).map(([field]) => `${field} of ${told}`)
    );
    expect(certain).toEqual([]);
    expect(possible.size).toBeGreaterThan(100);
  });

  it('take the third label with two small ones, and as little as that allows', () => {
    const masked = (red: number, yellow: number, green: number) =>
      smallCounts({ ...ZERO, red, yellow, green, aged65: red + yellow + green });
    expect(masked(1, 1, 20)).toEqual(['red', 'yellow', 'green', 'contactsDone']);
    expect(masked(1, 9, 20)).toEqual(['red', 'green', 'contactsDone']);
    expect(masked(9, 20, 1)).toEqual(['yellow', 'green', 'contactsDone']);
    expect(masked(2, 20, 0)).toEqual(['red', 'yellow', 'green', 'contactsDone']);
    expect(masked(0, 20, 30)).toEqual([]);
  });

  it('do not follow from a report that states some of them beside the record that holds them all', () => {
    const stated = fc.uniqueArray(fc.constantFrom(...COUNT_FIELDS));
    fc.assert(
      fc.property(anyCount, stated, (count, fields) => {
        const counts = Object.fromEntries(fields.map((field) => [field, count[field]]));
        const people = [{ villageId: 'a' as VillageId, counts }];
        const [shown] = maskReport({ people } as unknown as KeptReport).people;
        expect([...Object.keys(shown.counts), ...shown.masked!].sort()).toEqual([...fields].sort());
        for (const value of Object.values(shown.counts)) expect([0, 3, 4, 5, 6]).toContain(value);
        const record = maskCount(count);
        const told = (field: CountField) => field in shown.counts || !record.masked.includes(field);
        const small = (['red', 'yellow', 'green'] as const).filter((field) => count[field] > 0 && count[field] < 3);
        // The labels are the aged together, the contacts are due by label.
        if (small.length > 0) expect((['red', 'yellow', 'green'] as const).filter(told).length).toBeLessThan(2);
        if (small.includes('red') || small.includes('yellow')) expect(told('contactsDone')).toBe(false);
      })
    );
  });
});
