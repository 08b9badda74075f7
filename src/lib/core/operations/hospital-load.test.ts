import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hospital, referral } from '../../../../tests/helpers/cases';
import { DEFAULT_RULE_PACK, numberRule } from '../rules/rule-pack';
import { divert, hospitalLoads } from './hospital-load';

const pack = DEFAULT_RULE_PACK;
const limit = numberRule(pack, 'load-percent');

it('counts beds taken, kept and cases to come; exactly at the setting is not full', () => {
  const beds = 20;
  const at = (percent: number) => beds - (beds * percent) / 100;
  const sites = [
    hospital('at', { bedsTotal: beds, bedsFree: at(limit) }),
    hospital('over', { bedsTotal: beds, bedsFree: at(limit) - 1 }),
    hospital('none', { bedsTotal: 0, bedsFree: 0 }),
    // Of a list, not of a report: a referral counts its beds as well.
    hospital('listed', { reportedAt: null, bedsTotal: beds, bedsFree: beds }),
    hospital('clinic', { tier: 'village-clinic' })
  ];
  const cases = [
    referral('1', { targetFacilityId: 'at' as never, state: 'accepted', bedHeld: true }),
    referral('2', { targetFacilityId: 'at' as never, state: 'rejected' }),
    referral('3', { targetFacilityId: 'at' as never, state: 'closed', bedHeld: true })
  ];
  const loads = hospitalLoads(sites, cases, pack);
  expect(loads.map(({ facilityId, full, coming, bedsHeld }) => [facilityId, full, coming, bedsHeld])).toEqual([
    ['over', true, 0, 0],
    ['at', false, 1, 1],
    ['listed', false, 0, 0],
    ['none', false, 0, 0]
  ]);
  expect(loads.slice(2).map(({ share }) => share)).toEqual([0, null]);
});

it('diverts to the best site that is not full, and to the best of all where every one is', () => {
  const sites = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
  fc.assert(
    fc.property(sites, fc.subarray(['a', 'b', 'c', 'd']), (order, full) => {
      const loads = full.map((facilityId) => ({ facilityId, full: true }) as never);
      const { site, divertedFrom } = divert(
        order.map((facilityId) => ({ facilityId: facilityId as never })),
        loads
      );
      const free = order.filter((each) => !full.includes(each));
      expect(site?.facilityId ?? null).toBe(free[0] ?? order[0] ?? null);
      expect(divertedFrom).toBe(free.length > 0 && free[0] !== order[0] ? order[0] : null);
    })
  );
});
