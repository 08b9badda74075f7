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

  it('do not follow from the aged, who are the three labels together, nor from the contacts due', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.nat(6), (red, yellow, green) => {
        const aged65 = red + yellow + green;
        const count = { ...ZERO, red, yellow, green, aged65, contactsDone: 2 * yellow + 3 * red };
        const masked = smallCounts(count);
        const labels = (['red', 'yellow', 'green'] as const).filter((field) => masked.includes(field));
        expect(labels).not.toHaveLength(1);
        if (masked.includes('red') || masked.includes('yellow')) expect(masked).toContain('contactsDone');
      })
    );
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
