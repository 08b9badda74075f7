import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { Facility } from '../model/records';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { lateReporters } from './late-reporters';
import { lastCutOff, localDay } from './local-time';
import { meanDailyUse, type UseReport } from './mean-daily-use';

const pack = DEFAULT_RULE_PACK;
const dayOf = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

/** Reports of days `0..`, as they come: null is a day of no report, 'quiet' one that states no use. */
function follow(days: readonly (number | null | 'quiet')[], start: number | null): UseReport[] {
  const history: UseReport[] = [];
  let standing = start;
  days.forEach((used, n) => {
    if (used === null) return;
    const usedToday = used === 'quiet' ? null : used;
    const after = meanDailyUse({ today: dayOf(n), usedToday, history, standing, pack });
    history.push({ reportedOn: dayOf(n), usedToday, before: standing, after });
    standing = after;
  });
  return history;
}

describe('mean daily use', () => {
  const last = (days: (number | null | 'quiet')[], start: number | null) => follow(days, start).at(-1)?.after;

  it('is the mean of what was reported, a stated mean standing for days without', () => {
    expect(last([24], 10)).toBe(11);
    expect(last([10, 20], null)).toBe(15);
    expect(last([10, null, null, 20], 8)).toBe(Math.floor(((10 + 20 + 12 * 8) / 14) * 100 + 0.5) / 100);
    expect(last(['quiet'], 7)).toBe(7);
    expect(last(['quiet'], null)).toBeNull();
    expect(last(Array(14).fill(6), 100)).toBe(6);
    expect(last(Array(20).fill(0), 3)).toBe(0);
  });

  it('after two weeks of reports is theirs alone', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 14, maxLength: 20 }), fc.option(fc.nat(400)), (days, start) => {
        const mean = days.slice(-14).reduce((sum, each) => sum + each, 0) / 14;
        expect(Math.abs((last(days, start) as number) - mean)).toBeLessThanOrEqual(0.0051);
      })
    );
  });

  it('lies between the least and the greatest of what went in, and never turns use into none', () => {
    const entry = fc.oneof(fc.nat(400), fc.constant(null), fc.constant('quiet' as const));
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 30 }), fc.option(fc.nat(400)), (days, start) => {
        const stated = [...days.filter((each) => typeof each === 'number'), ...(start === null ? [] : [start])];
        for (const { after } of follow(days, start)) {
          if (after === null) continue;
          expect(after).toBeGreaterThanOrEqual(Math.min(...stated) - 0.0051);
          expect(after).toBeLessThanOrEqual(Math.max(...stated) + 0.0051);
        }
      })
    );
  });

  it('a mean stated by hand ends what was before it', () => {
    const history = follow([40, 40, 40], 10);
    expect(meanDailyUse({ today: dayOf(3), usedToday: 4, history, standing: 2, pack })).toBe(
      Math.floor(((4 + 13 * 2) / 14) * 100 + 0.5) / 100
    );
  });

  it('told twice of one day counts it once, as told last', () => {
    const history = follow([10, 30], null);
    expect(meanDailyUse({ today: dayOf(1), usedToday: 20, history, standing: 20, pack })).toBe(15);
  });
});

describe('late reporters', () => {
  const at = (text: string) => Date.parse(text);
  const { situation } = tinyArea();
  const [model] = situation.facilities.values();
  const sites = (...records: [string, string | null, boolean?][]) => ({
    facilities: new Map(
      records.map(([id, reportedAt, open = true]) => [id, { ...model, id: id as Facility['id'], reportedAt, open }])
    )
  });
  const late = (now: string, ...records: [string, string | null, boolean?][]) =>
    lateReporters(sites(...records), pack, at(now)).late.map(({ facilityId, daysMissed }) => [facilityId, daysMissed]);

  it('cut-off is 17:00 at +08:00, that is 09:00 UTC', () => {
    expect(lastCutOff(at('2026-11-22T08:59:59Z'), pack)).toEqual({
      dueOn: '2026-11-21',
      dueAt: at('2026-11-21T09:00:00Z')
    });
    expect(lastCutOff(at('2026-11-22T09:00:00Z'), pack)).toEqual({
      dueOn: '2026-11-22',
      dueAt: at('2026-11-22T09:00:00Z')
    });
    expect(localDay(at('2026-11-22T16:00:00Z'), pack)).toBe('2026-11-23');
  });

  it('who did not report on the day due, by the county’s clocks', () => {
    const records: [string, string | null, boolean?][] = [
      ['early', '2026-11-21T16:00:00Z'],
      ['day-before', '2026-11-21T15:59:59Z'],
      ['never', null],
      ['closed', null, false],
      ['long', '2026-11-15T09:00:00Z'],
      ['unreadable', 'x']
    ];
    expect(late('2026-11-22T08:59:59Z', ...records)).toEqual([
      ['never', null],
      ['unreadable', null],
      ['long', 6]
    ]);
    expect(late('2026-11-22T09:00:00Z', ...records)).toEqual([
      ['never', null],
      ['unreadable', null],
      ['long', 7],
      ['day-before', 1]
    ]);
  });

  it('west of Greenwich, and with another hour', () => {
    const rules = structuredClone(pack);
    rules.rules['time-zone'].value = '-05:30';
    rules.rules['report-cut-off'].value = '00:15';
    expect(lastCutOff(at('2026-11-22T05:45:00Z'), rules)).toEqual({
      dueOn: '2026-11-22',
      dueAt: at('2026-11-22T05:45:00Z')
    });
    expect(lastCutOff(at('2026-11-22T05:44:59Z'), rules).dueOn).toBe('2026-11-21');
  });

  it('a report now is never late, one of three days ago always', () => {
    const zone = fc
      .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 11 }))
      .map(([sign, h]) => `${sign}${String(h).padStart(2, '0')}:30`);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), zone, fc.integer({ min: 0, max: 23 }), (seconds, offset, hour) => {
        const rules = structuredClone(pack);
        rules.rules['time-zone'].value = offset;
        rules.rules['report-cut-off'].value = `${String(hour).padStart(2, '0')}:00`;
        const now = seconds * 1000;
        const of = (ms: number) => lateReporters(sites(['a', new Date(ms).toISOString()]), rules, now).late.length;
        expect(of(now)).toBe(0);
        expect(of(now - 3 * 86_400_000)).toBe(1);
        const { dueOn, dueAt } = lastCutOff(now, rules);
        expect(now - dueAt).toBeGreaterThanOrEqual(0);
        expect(now - dueAt).toBeLessThan(86_400_000);
        expect(localDay(dueAt, rules)).toBe(dueOn);
      })
    );
  });
});
