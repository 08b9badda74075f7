import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, assignment, referral, T0 } from '../../../../tests/helpers/cases';
import { DEFAULT_RULE_PACK, numberRule } from '../rules/rule-pack';
import { caseClock, caseGroup, inUrgency, type QueuedCase } from './case-clock';

const pack = DEFAULT_RULE_PACK;
const now = (minutes: number) => T0 + minutes * 60_000;

describe('the clock of a case', () => {
  it('is the step under way while all is within its limit, and the worst one beyond', () => {
    const waiting = referral('r-1');
    expect(caseClock(waiting, null, pack, now(5))).toMatchObject({ span: 'response', level: 'quiet', ms: 5 * 60_000 });
    const limit = numberRule(pack, 'reserve-minutes');
    expect(caseClock(waiting, null, pack, now(limit + 1))).toMatchObject({ span: 'response', level: 'alert' });
    const sent = assignment('a-1', { state: 'dispatched', dispatchNotifiedAt: after(2) });
    expect(caseClock(waiting, sent, pack, now(3))).toMatchObject({ span: 'turnout', level: 'quiet' });
    const turnout = numberRule(pack, 'minutes-to-ready');
    expect(caseClock(waiting, sent, pack, now(3 + turnout))).toMatchObject({ span: 'turnout', level: 'alert' });
  });

  it('stands still once the case has ended', () => {
    expect(caseClock(referral('r-1', { state: 'cancelled' }), null, pack, now(500))).toBeNull();
    const done = assignment('a-1', { state: 'cancelled', open: false });
    expect(caseClock(referral('r-1', { state: 'closed' }), done, pack, now(500))).toBeNull();
  });
});

it('what nobody deals with waits, whatever drives meanwhile', () => {
  const sent = assignment('a-1');
  expect(caseGroup(referral('r', { state: 'vehicle-assigned' }), sent)).toBe('under-way');
  expect(caseGroup(referral('r', { state: 'redirected' }), sent)).toBe('waiting');
  expect(caseGroup(referral('r', { state: 'accepted' }), null)).toBe('waiting');
  expect(caseGroup(referral('r', { state: 'handed-over' }), null)).toBe('under-way');
  expect(caseGroup(referral('r', { state: 'closed' }), null)).toBe('ended');
});

it('the queue is one order: worst clock, green channel, grade, wait', () => {
  const entry = fc
    .record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      greenChannel: fc.boolean(),
      grade: fc.constantFrom('mild', 'severe'),
      level: fc.constantFrom('quiet', 'warn', 'alert'),
      minutes: fc.integer({ min: 0, max: 3 })
    })
    .map(({ id, greenChannel, grade, level, minutes }) => ({
      referral: referral(id, { greenChannel, grade: grade as never, requestedAt: after(minutes) }),
      assignment: null,
      group: 'waiting',
      clock: { span: 'response', ms: 0, limitMs: 0, level }
    })) as fc.Arbitrary<QueuedCase>;
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ referral: { id } }) => id, maxLength: 8 }), (list) => {
      const ids = (all: QueuedCase[]) => all.map(({ referral: { id } }) => id);
      expect(ids([...list].sort(inUrgency))).toEqual(ids([...list].reverse().sort(inUrgency)));
      const [first] = [...list].sort(inUrgency);
      if (first) expect(list.some(({ clock }) => clock!.level === 'alert')).toBe(first.clock!.level === 'alert');
    })
  );
});
