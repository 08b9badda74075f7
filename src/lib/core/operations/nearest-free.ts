import { vehiclePlace } from '../fleet/vehicle-place';
import type { VehicleId } from '../model/ids';
import type { Crew, Referral, Vehicle } from '../model/records';
import { greatCircleMm } from '../network/length';
import { againstVehicle } from './in-the-way';

/** A free vehicle and how far it is as the crow flies, whole metres. */
export interface NearestFree {
  vehicleId: VehicleId;
  straightMeters: number;
}

/**
 * Of the vehicles that could go for a case now (available, crewed, carrying what it needs) the nearest to `from` (WGS84
 * degrees) by straight line, the lowest id of several; null where there is none. It is what can be said without a network
 * of roads: a ranking by road goes before it.
 */
export function nearestFree(
  referral: Pick<Referral, 'grade' | 'vehicleNeeds'>,
  from: { lon: number; lat: number },
  { vehicles, crews }: { vehicles: Iterable<Vehicle>; crews: readonly Crew[] }
): NearestFree | null {
  const free = [...vehicles].flatMap((vehicle): NearestFree[] => {
    const { standing, unfit } = againstVehicle(vehicle, crews, referral);
    const { lon, lat } = vehiclePlace(vehicle);
    if (standing.length > 0 || unfit.length > 0 || lon === null || lat === null) return [];
    const mm = greatCircleMm(from.lon * 1e7, from.lat * 1e7, lon * 1e7, lat * 1e7);
    return [{ vehicleId: vehicle.id, straightMeters: Math.round(mm / 1000) }];
  });
  free.sort((a, b) => a.straightMeters - b.straightMeters || (a.vehicleId < b.vehicleId ? -1 : 1));
  return free[0] ?? null;
}
