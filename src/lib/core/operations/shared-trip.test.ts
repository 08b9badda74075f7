import { expect, it } from 'vitest';
import { assignment, records, referral, vehicle } from '../../../../tests/helpers/cases';
import { againstSharing, sharedTrips } from './shared-trip';

const vehicles = new Map([['v-1', vehicle('v-1')]]);
const first = referral('r-1', { state: 'vehicle-assigned' });
const open = assignment('a-1', { state: 'en-route' });
const wanted = referral('r-2', { state: 'accepted' });
const trips = (case2 = wanted, case1 = first, sent = open, all = vehicles) =>
  sharedTrips(case2, all, records([case1, case2], [sent])).map(({ vehicleId, seatsLeft }) => [vehicleId, seatsLeft]);

it('two who sit and go to the same hospital share a trip while a seat is left', () => {
  expect(trips()).toEqual([['v-1', 1]]);
});

it('nobody shares who lies or is severe, goes elsewhere, has no seat, or comes too late', () => {
  expect(trips({ ...wanted, vehicleNeeds: ['stretcher'] })).toEqual([]);
  expect(trips({ ...wanted, grade: 'severe' })).toEqual([]);
  expect(trips(wanted, { ...first, grade: 'critical' })).toEqual([]);
  expect(trips(wanted, { ...first, targetFacilityId: 'other' as never })).toEqual([]);
  expect(trips(wanted, first, { ...open, state: 'at-hospital' })).toEqual([]);
  expect(trips(wanted, first, { ...open, open: false })).toEqual([]);
  expect(trips(wanted, first, open, new Map([['v-1', vehicle('v-1', { seats: 1 })]]))).toEqual([]);
  expect(trips({ ...wanted, vehicleNeeds: ['oxygen'] })).toEqual([]);
});

it('says what stands against it, of whichever of them it is, in any order', () => {
  const lying = { ...wanted, vehicleNeeds: ['stretcher' as const] };
  const severe = { ...wanted, grade: 'severe' as const };
  const other = { ...wanted, targetFacilityId: 'other' as never };
  const codes = (...[one, ...others]: (typeof wanted)[]) => againstSharing(one, others).map(({ code }) => code);
  expect(codes(wanted, first)).toEqual([]);
  for (const [a, b] of [
    [lying, severe],
    [severe, lying]
  ])
    expect(codes(a, b)).toEqual(['share-lying', 'share-severe']);
  expect(codes(wanted, first, other)).toEqual(['share-other-hospital']);
  expect(codes(other, other)).toEqual([]);
});
