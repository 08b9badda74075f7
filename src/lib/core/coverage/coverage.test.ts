import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { TownshipId } from '../model/ids';
import { CARE_LEVELS } from '../model/situation';
import { givesCare } from './care-sites';
import { coverTable, UNKNOWN_TOWNSHIP } from './cover-table';
import { findCatchments } from './find-catchments';
import { findReach } from './find-reach';

const table = (ms: (number | null)[], thresholds = [15, 30]) =>
  coverTable({
    careLevel: 'severe',
    thresholds,
    townships: [{ id: 'a' as TownshipId }, { id: 'b' as TownshipId }],
    villages: ms.map((_, i) => ({ townshipId: (i % 2 ? 'a' : 'b') as TownshipId, residents: 10 + i })),
    ms
  });

describe('coverage', () => {
  it('a time equal to a limit is within it, one millisecond more is not', () => {
    const { all } = table([900_000, 900_001, null, 1_800_001]);
    expect(all.within).toEqual([
      { minutes: 15, villages: 1, persons: 10 },
      { minutes: 30, villages: 2, persons: 21 }
    ]);
    expect(all.beyond).toEqual({ villages: 1, persons: 13 });
    expect(all.noWay).toEqual({ villages: 1, persons: 12 });
  });

  it('within + beyond + no way = all, and townships sum to the area', () => {
    const time = fc.option(fc.nat(5_000_000), { nil: null });
    fc.assert(
      fc.property(fc.array(time), fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (ms, limits) => {
        const { all, townships } = table(ms, limits);
        for (const row of [all, ...townships]) {
          for (const unit of ['villages', 'persons'] as const)
            expect(row.within.at(-1)![unit] + row.beyond[unit] + row.noWay[unit]).toBe(row[unit]);
        }
        for (const unit of ['villages', 'persons'] as const) {
          const sum = (pick: (row: typeof all) => number) => townships.reduce((total, row) => total + pick(row), 0);
          expect(sum((row) => row[unit])).toBe(all[unit]);
          all.within.forEach((cell, i) => expect(sum((row) => row.within[i][unit])).toBe(cell[unit]));
          expect(sum((row) => row.noWay[unit])).toBe(all.noWay[unit]);
        }
      })
    );
  });

  it('villages of a township not on record get a row of their own', () => {
    const { townships, all } = coverTable({
      careLevel: 'any',
      thresholds: [15],
      townships: [{ id: 'a' as TownshipId }],
      villages: [{ townshipId: 'gone' as TownshipId, residents: 5 }],
      ms: [1]
    });
    expect(townships.map(({ townshipId, villages }) => [townshipId, villages])).toEqual([
      ['a', 0],
      [UNKNOWN_TOWNSHIP, 1]
    ]);
    expect(all.persons).toBe(5);
  });
});

describe('reach', () => {
  const { situation } = tinyArea();
  const facilities = [...situation.facilities.values()];
  const villages = [...situation.villages.values()];
  const snaps = villages.map(() => ({ snap: null, reason: 'unconnected-part' as const }));
  // Columns: designated, hospital, clinic.
  const times = {
    rows: 2,
    columns: 3,
    ms: Uint32Array.from([50, 50, 9, 7, 0, 0]),
    mm: Uint32Array.from([5, 4, 1, 1, 0, 0]),
    reason: Uint8Array.from([0, 0, 0, 4, 3, 3])
  };

  it('takes least ms, then mm, and only sites of the level', () => {
    const [near, far] = findReach({ villages, facilities, times, snaps });
    expect(near.any.facilityId).toBe('clinic');
    expect(near.township.facilityId).toBe('hospital');
    expect(near.severe).toEqual({ facilityId: 'designated', ms: 50, mm: 5, reason: null });
    expect(far.any.reason).toBe('cut-by-closure');
    expect(far.severe.reason).toBe('cut-by-closure');
  });

  it('closed and unplaced sites give no care; each level lies in the one below', () => {
    const [designated] = facilities;
    expect(givesCare({ ...designated, open: false }, 'any')).toBe(false);
    expect(givesCare({ ...designated, lon: null }, 'any')).toBe(false);
    expect(givesCare({ ...designated, capabilities: ['icu'] }, 'severe')).toBe(false);
    for (const facility of facilities)
      CARE_LEVELS.slice(1).forEach((level, i) => {
        if (givesCare(facility, level)) expect(givesCare(facility, CARE_LEVELS[i])).toBe(true);
      });
    const shut = facilities.map((each) => ({ ...each, open: false }));
    expect(findReach({ villages, facilities: shut, times, snaps })[0].any.reason).toBe('no-open-facility');
  });

  it('catchments part the villages that have a way', () => {
    const reach = findReach({ villages, facilities, times, snaps });
    const any = findCatchments(facilities, villages, reach).filter(({ careLevel }) => careLevel === 'any');
    expect(any.map(({ facilityId, villageIds, persons }) => [facilityId, villageIds, persons])).toEqual([
      ['clinic', ['near'], 100],
      ['designated', [], 0],
      ['hospital', [], 0]
    ]);
  });
});
