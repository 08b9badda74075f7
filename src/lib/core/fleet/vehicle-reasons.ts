import { GRADES, type Capability, type Grade, type Vehicle } from '../model/records';
import type { Phrase } from '../model/results';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { positionAgeMinutes } from './vehicle-place';

/** Why a vehicle cannot go anywhere: busy, out of service, nobody on duty to drive it. */
export function standingReasons(
  vehicle: Pick<Vehicle, 'id' | 'status' | 'outOfServiceReason'>,
  crewed: ReadonlySet<string>
): Phrase[] {
  const reasons: Phrase[] = [];
  if (vehicle.status === 'out-of-service')
    reasons.push({ code: `vehicle-out-of-service-${vehicle.outOfServiceReason ?? 'other'}` });
  else if (vehicle.status !== 'available') reasons.push({ code: `vehicle-busy-${vehicle.status}` });
  if (!crewed.has(vehicle.id)) reasons.push({ code: 'vehicle-no-crew' });
  return reasons;
}

/** Why nobody knows where it is at `now` (epoch ms). */
export function positionReasons(vehicle: Vehicle, rules: RulePack, now: number): Phrase[] {
  const limit = numberRule(rules, 'position-stale-minutes');
  const age = positionAgeMinutes(vehicle, now);
  if (age === Infinity) return [{ code: 'vehicle-position-undated' }];
  if (age !== null && age > limit)
    return [{ code: 'vehicle-position-stale', params: { minutes: Math.floor(age), limit } }];
  return [];
}

/** Why it may not carry this case. */
export function caseReasons(
  vehicle: Pick<Vehicle, 'capabilities' | 'severityLimit'>,
  { needs, grade }: { needs: readonly Capability[]; grade: Grade }
): Phrase[] {
  const reasons: Phrase[] = needs
    .filter((need) => !vehicle.capabilities.includes(need))
    .map((capability) => ({ code: `vehicle-lacks-${capability}` }));
  if (GRADES.indexOf(vehicle.severityLimit) < GRADES.indexOf(grade))
    reasons.push({ code: 'vehicle-severity-limit', params: { limit: vehicle.severityLimit, grade } });
  return reasons;
}

/** A trip as far as it is known: making ready, to the scene and on to the hospital. */
export interface Trip {
  ms: number;
  /** Way in millimetres; null where nobody has reckoned it. */
  mm: number | null;
}

/**
 * Why it may not be out for so long: farther than it goes, or beyond the end of its crew's shift (epoch ms). What is not
 * known speaks against nothing.
 */
export function tripReasons(
  { rangeKm }: Pick<Vehicle, 'rangeKm'>,
  shiftEnd: number | undefined,
  trip: Trip,
  now: number
): Phrase[] {
  const reasons: Phrase[] = [];
  const km = trip.mm === null ? 0 : trip.mm / 1e6;
  if (typeof rangeKm === 'number' && km > rangeKm)
    reasons.push({ code: 'vehicle-range-short', params: { range: rangeKm, way: Math.ceil(km) } });
  if (shiftEnd !== undefined && now + trip.ms > shiftEnd) {
    const minutes = Math.max(0, Math.floor((shiftEnd - now) / 60_000));
    reasons.push({ code: 'vehicle-shift-ends', params: { minutes, trip: Math.ceil(trip.ms / 60_000) } });
  }
  return reasons;
}
