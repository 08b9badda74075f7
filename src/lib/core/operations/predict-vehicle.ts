import type { Vehicle } from '../model/records';
import { parseVehiclePlace, parseVehicleStatus } from './parse-acts';
import type { GivenAct } from './predict';

const PATH = /\/api\/greenlane\/vehicles\/([^/]+)\/(status|place)$/;

/** The vehicle that a command is about; null where it is about none. */
export function vehicleOfPath(path: string): string | null {
  const [, id] = PATH.exec(path) ?? [];
  return id === undefined ? null : decodeURIComponent(id);
}

/** A vehicle as it will stand once the server has done what waits, in order: what the next act rests on. */
export function predictVehicle(vehicle: Vehicle, acts: readonly Pick<GivenAct, 'path' | 'body'>[]): Vehicle {
  let next = vehicle;
  for (const { path, body } of acts) {
    if (vehicleOfPath(path) !== vehicle.id) continue;
    if (path.endsWith('/status')) {
      const { status, outOfServiceReason } = parseVehicleStatus(body);
      next = { ...next, status, outOfServiceReason };
      continue;
    }
    const { place, deviceAt } = parseVehiclePlace(body);
    const [positionLon, positionLat] = place ? [place.lon, place.lat] : [null, null];
    next = { ...next, positionLon, positionLat, positionAt: place && deviceAt };
  }
  return next;
}
