import type { Crew, Vehicle } from '../model/records';
import type { TownReadiness } from '../model/results';
import type { Situation } from '../model/situation';
import { numberRule, type RulePack } from '../rules/rule-pack';

/** Vehicles that could leave at once, per township, against the setting of requirement 50 (L11, B2). */
export function assessReadiness(
  situation: Pick<Situation, 'townships' | 'vehicles' | 'crews'>,
  rules: RulePack
): TownReadiness[] {
  const crewed = crewedVehicles(situation.crews.values());
  const limit = numberRule(rules, 'minutes-to-ready');
  const ready = [...situation.vehicles.values()].filter((vehicle) => isReady(vehicle, crewed, limit));
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

function isReady(vehicle: Vehicle, crewed: ReadonlySet<string>, minutesLimit: number): boolean {
  return vehicle.status === 'available' && crewed.has(vehicle.id) && vehicle.minutesToReady <= minutesLimit;
}
