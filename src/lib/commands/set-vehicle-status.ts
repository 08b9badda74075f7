import { setVehicleStatus as setting } from '../core/change/set-vehicle-status';
import type { VehicleId } from '../core/model/ids';
import type { OutOfServiceReason, VehicleStatus } from '../core/model/records';
import { situation } from '../state/situation.svelte';
import { perform } from './perform';

/** Tells all desks what a vehicle is doing. */
export async function setVehicleStatus(input: {
  vehicleId: VehicleId;
  status: VehicleStatus;
  reason?: OutOfServiceReason | null;
}): Promise<boolean> {
  if (!situation.real) return false;
  return perform(setting(situation.real, input), { real: true });
}
