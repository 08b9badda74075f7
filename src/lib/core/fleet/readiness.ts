import type { Crew } from '../model/records';
import type { TownReadiness } from '../model/results';
import type { Situation } from '../model/situation';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { vehicleState } from './vehicle-state';

/** Vehicles that could leave at once, per township, against the setting of requirement 50 (L11, B2). */
export function assessReadiness(
  situation: Pick<Situation, 'townships' | 'vehicles' | 'crews'>,
  rules: RulePack
): TownReadiness[] {
  const test = {
    crewed: crewedVehicles(situation.crews.values()),
    minutesLimit: numberRule(rules, 'minutes-to-ready')
  };
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

/** Vehicles with a driver on duty. */
export function crewedVehicles(crews: Iterable<Crew>): ReadonlySet<string> {
  const crewed = new Set<string>();
  for (const crew of crews) if (crew.onDuty && crew.driver.trim() !== '') crewed.add(crew.vehicleId);
  return crewed;
}
