import { moveVehicleBase } from '../core/change/move-vehicle-base';
import type { FacilityId, VehicleId } from '../core/model/ids';
import { situation } from '../state/situation.svelte';
import { perform, type Reality } from './perform';

/** Moves the base of a vehicle, to a facility where one is named. */
export async function moveBase(
  input: { vehicleId: VehicleId; lon: number; lat: number; baseFacilityId?: FacilityId | null },
  options: Reality
): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base) return false;
  // Away from every facility it has no base by name.
  const named = input.baseFacilityId ? input : { ...input, baseName: '' };
  return perform(moveVehicleBase(base, named), options);
}
