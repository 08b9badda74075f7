import { expect, it } from 'vitest';
import { after, referral } from '../../../../tests/helpers/cases';
import { likelySame } from './duplicates';

const HERE = { lon: 43.3, lat: -11.7 };
const wanted = { originFacilityId: null, villageId: 'village' as never, aged: false, dialysis: false, at: HERE };
const same = (...cases: ReturnType<typeof referral>[]) =>
  likelySame(wanted, cases, ({ lon, lat }) => (lon === null || lat === null ? null : { lon, lat })).map(({ id }) => id);

it('an open case of the same place or within a kilometre may be the same call, the latest first', () => {
  const near = { villageId: null, lon: 43.303, lat: -11.702 };
  expect(same(referral('old'), referral('new', { requestedAt: after(3) }))).toEqual(['new', 'old']);
  expect(same(referral('near', near))).toEqual(['near']);
});

it('one that has ended, lies farther off or is told apart is not', () => {
  const far = { villageId: null, lon: 43.32, lat: -11.7 };
  expect(same(referral('far', far as never))).toEqual([]);
  expect(same(referral('over', { state: 'handed-over' }), referral('off', { state: 'cancelled' }))).toEqual([]);
  expect(same(referral('aged', { aged: true }))).toEqual([]);
});
