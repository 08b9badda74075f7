import type { MapData, MapSelection } from './model';
import { closureSigns } from './layers/symbols';
import {
  FACILITY_SIZE,
  fullRadiusPersons,
  SEAT_SIZE,
  SIGN_SIZE,
  SUPPLIER_SIZE,
  VEHICLE_SIZE,
  villageRadius
} from './symbol-size';
import type { Project } from './labels/step-aside';

export interface PickInput {
  data: MapData;
  project: Project;
  offsets: ReadonlyMap<string, [number, number]>;
  scale: number;
  /** Scale of villages and facilities. */
  symbolScale: number;
  /** Pixels beyond a symbol's edge that still hit it: wider for touch. */
  slack: number;
  show: { villages: boolean; facilities: boolean; suppliers: boolean; pharmacies: boolean; vehicles: boolean };
}

export interface Hit extends MapSelection {
  lon: number;
  lat: number;
}

/**
 * What lies under a point: vehicles before signs, candidates, flags, facilities, villages, suppliers and seats; within
 * one kind the nearest. Null where only ground lies.
 */
export function pickAt(x: number, y: number, input: PickInput): Hit | null {
  const { data, project, offsets, scale, symbolScale, slack, show } = input;
  let best: Hit | null = null;
  let bestDistance = Infinity;
  const tryItem = (kind: Hit['kind'], item: { id: string; lon: number; lat: number }, radius: number) => {
    const at = project(item.lon, item.lat);
    const offset = offsets.get(item.id);
    const distance = Math.hypot(at.x + (offset?.[0] ?? 0) - x, at.y + (offset?.[1] ?? 0) - y);
    if (distance <= radius * scale + slack && distance < bestDistance) {
      bestDistance = distance;
      best = { kind, id: item.id, lon: item.lon, lat: item.lat };
    }
  };
  const kinds: (() => void)[] = [
    () => show.vehicles && data.vehicles.forEach((vehicle) => tryItem('vehicle', vehicle, VEHICLE_SIZE / 2)),
    () =>
      closureSigns(data.closures).forEach(({ id, position: [lon, lat] }) =>
        tryItem('closure', { id, lon, lat }, SIGN_SIZE / 2)
      ),
    () => data.candidates.forEach((candidate) => tryItem('candidate', candidate, 12)),
    () => data.flags.forEach((flag) => tryItem('flag', flag, 12)),
    () =>
      show.facilities &&
      data.facilities.forEach((facility) =>
        tryItem('facility', facility, (FACILITY_SIZE[facility.tier] / 2) * (symbolScale / scale))
      ),
    () => {
      if (!show.villages) return;
      const full = fullRadiusPersons(data.villages);
      data.villages.forEach((village) =>
        tryItem('village', village, villageRadius(village.persons, full, symbolScale / scale))
      );
    },
    () =>
      show.suppliers &&
      data.suppliers?.forEach((supplier) => {
        if (supplier.kind === 'pharmacy' && !show.pharmacies) return;
        tryItem('supplier', supplier, (SUPPLIER_SIZE[supplier.kind] / 2) * (symbolScale / scale));
      }),
    () => data.seats?.forEach((seat) => tryItem('seat', seat, (SEAT_SIZE / 2) * (symbolScale / scale)))
  ];
  for (const look of kinds) {
    look();
    if (best) return best;
  }
  return null;
}
