import type { Vehicle, VehicleClass, Village } from '../model/records';
import { IMPASSABLE } from '../network/network';
import type { Router } from '../routing/routing';
import { vehiclePlace } from './vehicle-place';

/** Villages and persons. */
export interface Cover {
  villages: number;
  persons: number;
}

/**
 * What falls out of the standard while each vehicle is away: villages that it alone, of the vehicles given, reaches
 * within the minutes, making ready included.
 */
export function coverLostWithout(input: {
  vehicles: readonly Vehicle[];
  villages: readonly Village[];
  minutes: number;
  routerFor: (vehicleClass: VehicleClass) => Router;
}): Map<string, Cover> {
  const { vehicles, villages, minutes, routerFor } = input;
  const reachedBy = villages.map((): { count: number; last: string } => ({ count: 0, last: '' }));
  const ends = villages.map(({ id, lon, lat }) => ({ id, lon, lat }));
  for (const vehicleClass of new Set(vehicles.map((vehicle) => vehicle.vehicleClass))) {
    const group = vehicles.filter((vehicle) => vehicle.vehicleClass === vehicleClass);
    const { ms } = routerFor(vehicleClass).matrix(group.map(vehiclePlace), ends);
    group.forEach((vehicle, row) => {
      villages.forEach((_, column) => {
        const drive = ms[row * villages.length + column];
        if (drive === IMPASSABLE || drive + vehicle.minutesToReady * 60_000 > minutes * 60_000) return;
        reachedBy[column].count++;
        reachedBy[column].last = vehicle.id;
      });
    });
  }
  const lost = new Map<string, Cover>(vehicles.map(({ id }) => [id, { villages: 0, persons: 0 }]));
  villages.forEach(({ residents }, i) => {
    const only = reachedBy[i].count === 1 ? lost.get(reachedBy[i].last) : undefined;
    if (!only) return;
    only.villages++;
    only.persons += residents;
  });
  return lost;
}
