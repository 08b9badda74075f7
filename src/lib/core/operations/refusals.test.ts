import { expect, it } from 'vitest';
import { hospitalRefusals, type ReferralEvent } from './refusals';

let seq = 0;
const event = (referralId: string, verb: string, after: ReferralEvent['after'], by = 'Desk'): ReferralEvent => ({
  ...{ seq: ++seq, at: `2026-03-01T00:00:0${seq}Z`, by, verb, referralId, after }
});

it('names who refused which case and why, the last first, also what the log does not say twice', () => {
  const asked = { targetFacilityId: 'h-1', originFacilityId: 'clinic', reason: '' };
  const events = [
    event('r-1', 'request', asked),
    event('r-2', 'request', { ...asked, originFacilityId: null }),
    event('r-1', 'reject', { state: 'rejected', reason: 'no bed' }, 'Ward'),
    event('r-1', 'request', { state: 'requested' }),
    // The same reason again is no change.
    event('r-1', 'reject', { state: 'rejected' }, 'Ward'),
    event('r-2', 'reject', { state: 'rejected', reason: 'no doctor' }),
    event('r-1', 'redirect', { targetFacilityId: 'h-2', reason: 'refused twice' }),
    event('r-1', 'reject', { state: 'rejected', reason: 'full' }, 'Other ward')
  ];
  expect(
    hospitalRefusals(events).map(({ referralId, facilityId, originFacilityId, reason, by }) => [
      ...[referralId, facilityId, originFacilityId, reason, by]
    ])
  ).toEqual([
    ['r-1', 'h-2', 'clinic', 'full', 'Other ward'],
    ['r-2', 'h-1', null, 'no doctor', 'Desk'],
    ['r-1', 'h-1', 'clinic', 'no bed', 'Ward'],
    ['r-1', 'h-1', 'clinic', 'no bed', 'Ward']
  ]);
});
