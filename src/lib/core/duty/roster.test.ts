import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DutyShift } from '../model/records';
import { MOST_REPEATS, repeatShift } from './repeat-shift';
import { rosterDays } from './roster-days';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.parse('2026-11-22T16:00:00Z');
const shift = (id: string, from: number, until: number, person = 'Li'): DutyShift => ({
  id,
  unit: 'county',
  origin: 'hand',
  editedFields: [],
  version: 1,
  person,
  telephone: '',
  startsAt: new Date(from).toISOString(),
  endsAt: new Date(until).toISOString()
});

describe('rosterDays', () => {
  const shifts = fc
    .array(fc.tuple(fc.integer({ min: -30, max: 90 }), fc.integer({ min: 1, max: 40 })), { maxLength: 8 })
    .map((list) => list.map(([at, hours], i) => shift(`s${i}`, MONDAY + at * HOUR, MONDAY + (at + hours) * HOUR)));

  it('loses no hour of a shift within its days, and puts no two into one lane at once', () => {
    fc.assert(
      fc.property(shifts, (list) => {
        const days = rosterDays(list, { from: MONDAY, days: 3, now: MONDAY });
        for (const { id, startsAt, endsAt } of list) {
          const shown = days.flatMap(({ bars }) => bars.filter(({ shiftId }) => shiftId === id));
          const length = Math.max(
            0,
            Math.min(Date.parse(endsAt), MONDAY + 3 * DAY) - Math.max(Date.parse(startsAt), MONDAY)
          );
          expect(shown.reduce((sum, { from, until }) => sum + until - from, 0)).toBe(length);
        }
        for (const { bars, lanes } of days)
          for (const [i, a] of bars.entries()) {
            expect(a.lane).toBeLessThan(lanes);
            for (const b of bars.slice(i + 1))
              if (a.lane === b.lane) expect(a.until <= b.from || b.until <= a.from).toBe(true);
          }
      })
    );
  });

  it('tells a day’s hours without anybody, none of the past', () => {
    const night = shift('night', MONDAY + 20 * HOUR, MONDAY + 32 * HOUR);
    const nobody = shift('nobody', MONDAY, MONDAY + DAY, ' ');
    const now = MONDAY + 6 * HOUR;
    const [first, second] = rosterDays([night, nobody], { from: MONDAY, days: 2, now });
    expect(first.uncovered).toEqual([{ from: now, until: MONDAY + 20 * HOUR }]);
    expect(first.bars).toEqual([
      { shiftId: 'night', from: MONDAY + 20 * HOUR, until: MONDAY + DAY, begins: true, ends: false, lane: 0 }
    ]);
    expect(second.uncovered).toEqual([{ from: MONDAY + 32 * HOUR, until: MONDAY + 2 * DAY }]);
    expect(rosterDays([], { from: MONDAY, days: 1, now: MONDAY + 9 * DAY })[0].uncovered).toEqual([]);
  });
});

describe('repeatShift', () => {
  const times = { startsAt: '2026-11-23T00:00:00.000Z', endsAt: '2026-11-23T12:00:00.000Z' };
  const before = (iso: string) => Date.parse(iso);

  it('repeats daily or weekly up to a day, the shift itself first', () => {
    const daily = repeatShift(times, { everyDays: 1, before: before('2026-11-26T00:00:00Z') });
    expect(daily.map(({ startsAt }) => startsAt.slice(8, 10))).toEqual(['23', '24', '25']);
    expect(daily[2].endsAt).toBe('2026-11-25T12:00:00.000Z');
    const weekly = repeatShift(times, { everyDays: 7, before: before('2026-12-07T00:00:01Z') });
    expect(weekly.map(({ startsAt }) => startsAt.slice(5, 10))).toEqual(['11-23', '11-30', '12-07']);
  });

  it('gives the shift alone for a day before it, and never more than a slip of the date would', () => {
    expect(repeatShift(times, { everyDays: 1, before: 0 })).toEqual([times]);
    expect(repeatShift(times, { everyDays: 1, before: before('2126-11-23T00:00:00Z') })).toHaveLength(MOST_REPEATS);
  });
});
