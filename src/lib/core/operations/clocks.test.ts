import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE_PACK, numberRule } from '../rules/rule-pack';
import { expiryMs, isExpired } from './call-out-expiry';
import {
  CLOCKS,
  clocksOutOfOrder,
  NO_CLOCKS,
  spanMs,
  spansOf,
  SPAN_LIMITS,
  SPAN_NAMES,
  SPANS,
  type Clocks
} from './clocks';

const pack = DEFAULT_RULE_PACK;
const T0 = Date.parse('2026-03-01T00:00:00Z');
const MINUTE = 60_000;
/** Clocks at the given minutes after T0, in their order. */
const at = (...minutes: (number | null)[]): Clocks => {
  const clocks = { ...NO_CLOCKS };
  minutes.forEach((each, i) => {
    clocks[CLOCKS[i]] = each === null ? null : new Date(T0 + each * MINUTE).toISOString();
  });
  return clocks;
};

describe('spans', () => {
  it('run between the clocks they are named for', () => {
    const clocks = at(0, 2, 4, 20, 35, 80, 90, 100);
    const minutes = Object.fromEntries(SPAN_NAMES.map((name) => [name, (spanMs(clocks, name) ?? NaN) / MINUTE]));
    expect(minutes).toEqual({
      turnout: 2,
      travel: 16,
      response: 20,
      scene: 15,
      transport: 45,
      'hand-over': 10,
      total: 80
    });
  });

  it('count on from their first clock until the second is set, and stop when the transport has ended otherwise', () => {
    const clocks = at(0, 2, null, null);
    const now = T0 + 4 * MINUTE;
    expect(spansOf(clocks, pack, now).turnout).toMatchObject({ ms: 2 * MINUTE, running: true });
    expect(spansOf(clocks, pack, now).travel).toEqual({ ms: null, running: false, level: 'quiet' });
    expect(spansOf(clocks, pack, now, true).turnout).toEqual({ ms: null, running: false, level: 'quiet' });
    // A desk whose clock is behind the server's shows no negative time.
    expect(spansOf(clocks, pack, T0).turnout.ms).toBe(0);
  });

  it.each(SPAN_NAMES)('%s warns from its share of the limit and alerts beyond it', (name) => {
    const limit = numberRule(pack, SPAN_LIMITS[name]) * MINUTE;
    const share = limit * 0.8;
    const level = (ms: number) => {
      const clocks = { ...NO_CLOCKS, [SPANS[name][0]]: new Date(T0).toISOString() };
      return spansOf(clocks, pack, T0 + ms)[name].level;
    };
    expect([share, share + 1, limit, limit + 1].map(level)).toEqual(['quiet', 'warn', 'warn', 'alert']);
  });
});

describe('the order of the clocks', () => {
  it('holds for any that rise, whichever are missing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(500)), { minLength: CLOCKS.length, maxLength: CLOCKS.length }),
        (minutes) => {
          let least = 0;
          const rising = minutes.map((each) => (each === null ? null : (least += each)));
          expect(clocksOutOfOrder(at(...rising))).toEqual([]);
        }
      )
    );
  });

  it('names the two that stand the wrong way round, also over a gap, and one that cannot be read', () => {
    expect(clocksOutOfOrder(at(0, 5, null, 3))).toEqual([['dispatchNotifiedAt', 'atSceneAt']]);
    expect(clocksOutOfOrder({ ...at(0, 5), enRouteAt: 'yesterday' })).toEqual([['dispatchNotifiedAt', 'enRouteAt']]);
  });
});

describe('a call-out that waits', () => {
  it('is sent up to the limit and expired beyond it', () => {
    const limit = expiryMs(pack);
    expect(limit).toBe(60 * MINUTE);
    expect([limit, limit + 1].map((age) => isExpired('reserve', T0, T0 + age, pack))).toEqual([false, true]);
    expect(isExpired('dispatch', T0, T0 + limit + 1, pack)).toBe(true);
  });

  it('is expired when the clock jumped back, for then nobody knows how long it waited', () => {
    expect(isExpired('reserve', T0 + 4 * MINUTE, T0, pack)).toBe(false);
    expect(isExpired('reserve', T0 + 6 * MINUTE, T0, pack)).toBe(true);
  });

  it('what only tells what has happened never expires', () => {
    for (const verb of ['depart', 'hand-over', 'report', 'accept'])
      expect(isExpired(verb, T0, T0 + 1e9, pack), verb).toBe(false);
  });
});
