import type { Crew } from '../model/records';
import type { TownReadiness } from '../model/results';
import type { Situation } from '../model/situation';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { drives } from './crew-of';
import { vehicleState, type ReadyTest } from './vehicle-state';

/** Vehicles that could leave at once at `now` (epoch ms), per township, against the setting of requirement 50 (L11, B2). */
export function assessReadiness(
  situation: Pick<Situation, 'townships' | 'vehicles' | 'crews'>,
  rules: RulePack,
  now: number
): TownReadiness[] {
  const test = readyTestOf(situation.crews.values(), rules, now);
  const ready = [...situation.vehicles.values()].filter((vehicle) => vehicleState(vehicle, test).group === 'ready');
  return [...situation.townships.values()].map(({ id }) => {
    const vehicleIds = ready.filter((vehicle) => vehicle.townshipId === id).map((vehicle) => vehicle.id);
    return {
      townshipId: id,
      ready: vehicleIds.length,
      required: numberRule(rules, 'ready-vehicles-per-town'),
      vehicleIds: vehicleIds.sort()
    };
  });
}

/** What tells a ready vehicle from one that is only available, at a moment and by a rule pack. */
export function readyTestOf(crews: Iterable<Crew>, rules: RulePack, now: number): ReadyTest {
  return {
    crewed: crewedVehicles(crews),
    minutesLimit: numberRule(rules, 'minutes-to-ready'),
    staleMinutes: numberRule(rules, 'position-stale-minutes'),
    now
  };
}

/** Vehicles with a driver on duty. */
export function crewedVehicles(crews: Iterable<Crew>): ReadonlySet<string> {
  const crewed = new Set<string>();
  for (const crew of crews) if (drives(crew)) crewed.add(crew.vehicleId);
  return crewed;
}
