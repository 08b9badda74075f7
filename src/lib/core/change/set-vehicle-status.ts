import type { VehicleId } from '../model/ids';
import type { OutOfServiceReason, VehicleStatus } from '../model/records';
import type { Change, Situation } from '../model/situation';
import { editRecord } from './edit-record';

/**
 * Sets what a vehicle is doing; the reason belongs to `out-of-service` and is forgotten with it.
 *
 * @throws RangeError when the vehicle is unknown, or is taken out of service without a reason.
 */
export function setVehicleStatus(
  situation: Situation,
  input: { vehicleId: VehicleId; status: VehicleStatus; reason?: OutOfServiceReason | null }
): Change {
  const { vehicleId, status, reason = null } = input;
  if (status === 'out-of-service' && reason === null) throw new RangeError('Out of service needs a reason.');
  return editRecord(situation, {
    collection: 'vehicles',
    id: vehicleId,
    fields: { status, outOfServiceReason: status === 'out-of-service' ? reason : null },
    verb: 'set-vehicle-status'
  });
}
