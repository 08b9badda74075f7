import type { FacilityId, VehicleId } from '../model/ids';
import type { Change, Situation } from '../model/situation';
import { checkPosition } from './check-position';
import { editRecord } from './edit-record';

/** Moves a vehicle's base, to a facility where one is named. @throws RangeError when vehicle or facility is unknown. */
export function moveVehicleBase(
  situation: Situation,
  input: { vehicleId: VehicleId; lon: number; lat: number; baseFacilityId?: FacilityId | null; baseName?: string }
): Change {
  const { vehicleId, baseFacilityId = null } = input;
  const facility = baseFacilityId === null ? null : situation.facilities.get(baseFacilityId);
  if (facility === undefined) throw new RangeError(`No facility "${baseFacilityId}".`);
  const vehicle = situation.vehicles.get(vehicleId);
  const baseName = input.baseName ?? facility?.names.local ?? vehicle?.baseName ?? '';
  const townshipId = facility?.townshipId ?? vehicle?.townshipId;
  return editRecord(situation, {
    collection: 'vehicles',
    id: vehicleId,
    fields: { ...checkPosition(input), baseFacilityId, baseName, townshipId },
    verb: 'move-vehicle-base'
  });
}
