import type { VehicleId } from '../model/ids';
import type { Change, Situation } from '../model/situation';
import { checkPosition } from './check-position';
import { editRecord } from './edit-record';

/**
 * Notes where a vehicle is; without a position it stands at its base. `at` is the ISO date-time of the report.
 *
 * @throws RangeError when the vehicle is unknown or the position is none.
 */
export function placeVehicle(
  situation: Situation,
  input: { vehicleId: VehicleId; position: { lon: number; lat: number } | null; at: string }
): Change {
  const { vehicleId, position, at } = input;
  const checked = position && checkPosition(position);
  return editRecord(situation, {
    collection: 'vehicles',
    id: vehicleId,
    fields: {
      positionLon: checked?.lon ?? null,
      positionLat: checked?.lat ?? null,
      positionAt: checked ? at : null
    },
    verb: 'place-vehicle'
  });
}
