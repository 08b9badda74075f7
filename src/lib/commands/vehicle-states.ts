import { readyTestOf } from '../core/fleet/readiness';
import type { ReadyTest } from '../core/fleet/vehicle-state';
import type { Situation } from '../core/model/situation';
import { activeRulePack } from '../core/rules/active-rule-pack';

export { positionAgeMs } from '../core/fleet/vehicle-place';
export { countGroups, VEHICLE_GROUPS, vehicleState } from '../core/fleet/vehicle-state';

/** What tells a ready vehicle from one that is only available at `now` (epoch ms), by the rule pack in force then. */
export function readyTest(situation: Situation, now: number): ReadyTest {
  return readyTestOf(situation.crews.values(), activeRulePack(situation, now), now);
}
