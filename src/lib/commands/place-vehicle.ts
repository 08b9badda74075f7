import { placeVehicle as placing } from '../core/change/place-vehicle';
import type { VehicleId } from '../core/model/ids';
import { situation } from '../state/situation.svelte';
import { perform } from './perform';

/** Tells all desks where a vehicle is now; without a position it is at its base. */
export async function placeVehicle(input: {
  vehicleId: VehicleId;
  position: { lon: number; lat: number } | null;
}): Promise<boolean> {
  if (!situation.real) return false;
  return perform(placing(situation.real, { ...input, at: new Date().toISOString() }), { real: true });
}
