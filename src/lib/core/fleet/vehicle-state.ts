import type { Vehicle } from '../model/records';
import { positionAgeMinutes } from './vehicle-place';

/** What a vehicle is doing, as counted; every vehicle is in one group. `attention`: available, yet not ready. */
export const VEHICLE_GROUPS = ['ready', 'attention', 'moving', 'onsite', 'out'] as const;
export type VehicleGroup = (typeof VEHICLE_GROUPS)[number];

export interface VehicleState {
  group: VehicleGroup;
  /** Its symbol: the group's, but `assigned` for a moving one not yet out. */
  shape: VehicleGroup | 'assigned';
  /** What an available vehicle lacks to be ready. */
  lack: 'crew' | 'minutes' | 'position' | null;
}

export interface ReadyTest {
  /** Vehicles with a driver on duty. */
  crewed: ReadonlySet<string>;
  /** Most minutes to depart of a ready vehicle. */
  minutesLimit: number;
  /** Oldest position of a ready vehicle, minutes; one without a position stands at its base. */
  staleMinutes: number;
  /** Clock, epoch milliseconds. */
  now: number;
}

type Stated = Pick<Vehicle, 'id' | 'status' | 'minutesToReady' | 'positionLon' | 'positionLat' | 'positionAt'>;

/** The one reading of a vehicle's state, for boards, counts, symbols and readiness. */
export function vehicleState(vehicle: Stated, { crewed, minutesLimit, staleMinutes, now }: ReadyTest): VehicleState {
  switch (vehicle.status) {
    case 'available': {
      const stale = (positionAgeMinutes(vehicle, now) ?? 0) > staleMinutes;
      const slow = vehicle.minutesToReady > minutesLimit;
      const lack = !crewed.has(vehicle.id) ? 'crew' : stale ? 'position' : slow ? 'minutes' : null;
      return lack ? { group: 'attention', shape: 'attention', lack } : { group: 'ready', shape: 'ready', lack };
    }
    case 'out-of-service':
      return { group: 'out', shape: 'out', lack: null };
    case 'on-location':
    case 'at-hospital':
      return { group: 'onsite', shape: 'onsite', lack: null };
    case 'reserved':
    case 'dispatched':
      return { group: 'moving', shape: 'assigned', lack: null };
    default:
      return { group: 'moving', shape: 'moving', lack: null };
  }
}

/** Vehicles per group. */
export function countGroups(states: Iterable<VehicleState>): Record<VehicleGroup, number> {
  const counts = { ready: 0, attention: 0, moving: 0, onsite: 0, out: 0 };
  for (const { group } of states) counts[group] += 1;
  return counts;
}
