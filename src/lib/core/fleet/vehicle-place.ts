import type { Vehicle } from '../model/records';
import type { Place } from '../routing/routing';

/** Where a vehicle is: its last known position, else its base. */
export function vehiclePlace({ id, lon, lat, positionLon, positionLat }: Vehicle): Place {
  return positionLon === null || positionLat === null ? { id, lon, lat } : { id, lon: positionLon, lat: positionLat };
}

const CLOCK_DRIFT_MS = 5 * 60_000;

/**
 * Minutes since the last position; null when it stands at its base. A position without a readable time, or from further
 * ahead than clocks drift apart, is endlessly old: it would never go stale.
 */
export function positionAgeMinutes(
  vehicle: Pick<Vehicle, 'positionLon' | 'positionLat' | 'positionAt'>,
  now: number
): number | null {
  if (vehicle.positionLon === null || vehicle.positionLat === null) return null;
  const at = vehicle.positionAt === null ? NaN : Date.parse(vehicle.positionAt);
  return Number.isNaN(at) || at - now > CLOCK_DRIFT_MS ? Infinity : (now - at) / 60_000;
}

/** The same in milliseconds, never negative. */
export function positionAgeMs(vehicle: Vehicle, now: number): number | null {
  const minutes = positionAgeMinutes(vehicle, now);
  return minutes === null ? null : Math.max(0, minutes * 60_000);
}
