import type { Vehicle } from '$core/model/records';
import type { StatusShape } from '../status-shape';

export const GROUPS = ['available', 'moving', 'onsite', 'out'] as const;
export type VehicleGroup = (typeof GROUPS)[number];

export function groupOf({ status }: Pick<Vehicle, 'status'>): VehicleGroup {
  if (status === 'available') return 'available';
  if (status === 'out-of-service') return 'out';
  return status === 'on-location' || status === 'at-hospital' ? 'onsite' : 'moving';
}

/** Shape of what a vehicle is doing; `doubt` where its position is too old or nobody is there to drive it. */
export function shapeOf({ status }: Pick<Vehicle, 'status'>, doubt: boolean): StatusShape {
  if (status === 'out-of-service') return 'out';
  if (doubt) return 'attention';
  if (status === 'available') return 'ready';
  if (status === 'reserved' || status === 'dispatched') return 'assigned';
  return status === 'on-location' || status === 'at-hospital' ? 'onsite' : 'moving';
}

/** Milliseconds since the last position: null at base, Infinity for a position without a time. */
export function positionAge(vehicle: Vehicle, now: number): number | null {
  if (vehicle.positionLon === null || vehicle.positionLat === null) return null;
  const at = vehicle.positionAt === null ? NaN : Date.parse(vehicle.positionAt);
  return Number.isNaN(at) ? Infinity : Math.max(0, now - at);
}
