import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedEntries, entryOf, typedEntry, withEntry, type EntryPath } from './table-entry';
import { DEFAULT_TRAVEL_SCENARIO as SHIPPED } from './scenario';

const WET_MAIN = ['kmh', 'ambulance', 'wet', 'primary'] as const;
const ALL = changedEntries(SHIPPED, emptied(SHIPPED) as typeof SHIPPED);

/** Every number made another, found without the code under test. */
function emptied(value: unknown): unknown {
  if (typeof value === 'number') return value + 0.5;
  if (Array.isArray(value)) return value.map(emptied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, emptied(each)]));
}

describe('one number of the travel table', () => {
  it('finds every number: 4 vehicles × 3 seasons × (28 classes + 6 surfaces), 10 covers, 9 grades twice, 4 settings, the format', () => {
    expect(ALL).toHaveLength(4 * 3 * (28 + 6) + 10 + 9 * 2 + 4 + 1);
  });

  it('changes that number alone, and back again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.double({ min: 0, max: 1000, noNaN: true }), (path, value) => {
        const held = JSON.stringify(SHIPPED);
        const other = withEntry(SHIPPED, path, value);
        expect(entryOf(other, path)).toBe(value);
        expect(changedEntries(SHIPPED, other)).toEqual(value === entryOf(SHIPPED, path) ? [] : [path]);
        expect(withEntry(other, path, entryOf(SHIPPED, path))).toEqual(SHIPPED);
        expect(JSON.stringify(SHIPPED)).toBe(held);
      })
    );
  });

  it('takes what a person types, full-width digits included', () => {
    const typed = (text: string) => {
      const { table, trouble } = typedEntry(SHIPPED, WET_MAIN, text);
      return table ? entryOf(table, WET_MAIN) : trouble;
    };
    expect(typed(' 32.5 ')).toBe(32.5);
    expect(typed('３２．５')).toBe(32.5);
    expect(typed('0')).toBe(0);
    expect(typed('150')).toBe(150);
    expect(typed('150.1')).toEqual({ code: 'travel-trouble-range', params: { least: 0, most: 150 } });
    expect(typed('')).toEqual({ code: 'travel-trouble-empty' });
    for (const text of ['-3', '1e3', 'fast', '.', '3 4', 'Infinity', '0x10']) {
      expect(typed(text)).toEqual({ code: 'travel-trouble-not-a-number', params: { text } });
    }
  });

  it('keeps grades rising, whichever row is edited', () => {
    const trouble = (row: number, text: string) =>
      typedEntry(SHIPPED, ['gradeLimits', row, 'gradePercent'], text).trouble;
    expect(trouble(1, '4.5')).toBeNull();
    expect(trouble(1, '5')).toEqual({ code: 'travel-trouble-ascending', params: { least: 5 } });
    expect(trouble(1, '3')).toEqual({ code: 'travel-trouble-ascending', params: { least: 3 } });
  });

  it('names a path without a number', () => {
    const nowhere: EntryPath = ['kmh', 'ambulance', 'wet', 'canal'];
    expect(() => entryOf(SHIPPED, nowhere)).toThrow('kmh.ambulance.wet.canal');
  });
});
