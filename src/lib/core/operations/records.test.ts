import fc from 'fast-check';
import { expect, it } from 'vitest';
import { records, referral } from '../../../../tests/helpers/cases';
import { NO_OPERATIONS, withList, withRecord } from './records';

const heard = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), version: fc.integer({ min: 1, max: 9 }) }));

it('whatever the order in which versions are heard, the newest of each stands', () => {
  fc.assert(
    fc.property(heard, (events) => {
      const held = events.reduce(
        (all, { id, version }) => withRecord(all, 'referrals', referral(id, { version })),
        NO_OPERATIONS
      );
      for (const id of ['a', 'b', 'c']) {
        const newest = Math.max(0, ...events.filter((each) => each.id === id).map(({ version }) => version));
        expect(held.referrals.get(id)?.version ?? 0).toBe(newest);
      }
    })
  );
});

it('a list takes away what it lacks, and no newer version that was heard meanwhile', () => {
  const held = records([referral('kept', { version: 5 }), referral('gone')]);
  const next = withList(held, records([referral('kept', { version: 4 }), referral('new')]));
  expect([...next.referrals.values()].map(({ id, version }) => [id, version])).toEqual([
    ['kept', 5],
    ['new', 1]
  ]);
});
