import { crewedVehicles } from '../core/fleet/readiness';
import type { ReadyTest } from '../core/fleet/vehicle-state';
import type { Situation } from '../core/model/situation';
import { activeRulePack } from '../core/rules/active-rule-pack';
import { numberRule } from '../core/rules/rule-pack';

export { positionAgeMs } from '../core/fleet/vehicle-place';
export { countGroups, VEHICLE_GROUPS, vehicleState } from '../core/fleet/vehicle-state';

/** What tells a ready vehicle from one that is only available, by the rule pack in force today. */
export function readyTest(situation: Situation): ReadyTest {
  return {
    crewed: crewedVehicles(situation.crews.values()),
    minutesLimit: numberRule(activeRulePack(situation, Date.now()), 'minutes-to-ready')
  };
}
