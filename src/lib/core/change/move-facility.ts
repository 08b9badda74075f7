import type { FacilityId } from '../model/ids';
import type { Change, Situation } from '../model/situation';
import { checkPosition } from './check-position';
import { editRecord } from './edit-record';

/** Puts a facility at another place (WGS84 degrees). Vehicles keep their bases. @throws RangeError when it is unknown. */
export function moveFacility(
  situation: Situation,
  input: { facilityId: FacilityId; lon: number; lat: number }
): Change {
  return editRecord(situation, {
    collection: 'facilities',
    id: input.facilityId,
    fields: checkPosition(input),
    verb: 'move-facility'
  });
}
