import type { Vehicle } from '../model/records';

/** What a vehicle is doing, as counted; every vehicle is in one group. `attention`: available, yet not ready. */
export const VEHICLE_GROUPS = ['ready', 'attention', 'moving', 'onsite', 'out'] as const;
export type VehicleGroup = (typeof VEHICLE_GROUPS)[number];

export interface VehicleState {
  group: VehicleGroup;
  /** Its symbol: the group's, but `assigned` for a moving one not yet out. */
  shape: VehicleGroup | 'assigned';
  /** What an available vehicle lacks to be ready. */
  lack: 'crew' | 'minutes' | null;
}

export interface ReadyTest {
  /** Vehicles with a driver on duty. */
  crewed: ReadonlySet<string>;
  /** Most minutes to depart of a ready vehicle. */
  minutesLimit: number;
}

type Stated = Pick<Vehicle, 'id' | 'status' | 'minutesToReady'>;

/** The one reading of a vehicle's state, for boards, counts and symbols; how old its position is stands apart. */
export function vehicleState(vehicle: Stated, { crewed, minutesLimit }: ReadyTest): VehicleState {
  switch (vehicle.status) {
    case 'available': {
      const lack = !crewed.has(vehicle.id) ? 'crew' : vehicle.minutesToReady <= minutesLimit ? null : 'minutes';
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
