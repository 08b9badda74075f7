import type { FacilityId } from '../model/ids';
import type { Change, Situation } from '../model/situation';
import { editRecord } from './edit-record';

/** Opens or closes a facility. @throws RangeError when it is unknown. */
export function setFacilityOpen(
  situation: Situation,
  { facilityId, open }: { facilityId: FacilityId; open: boolean }
): Change {
  return editRecord(situation, {
    collection: 'facilities',
    id: facilityId,
    fields: { open },
    verb: 'set-facility-open'
  });
}
