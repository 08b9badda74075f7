import type { AllianceId, FacilityId } from '../model/ids';
import type { Change, Situation } from '../model/situation';
import { editRecord } from './edit-record';
import { removeRecord } from './add-records';

/**
 * A hospital joins an alliance, or leaves with null; its clinics go with it.
 *
 * @throws RangeError when hospital or alliance do not exist.
 */
export function joinAlliance(
  situation: Situation,
  { facilityId, allianceId }: { facilityId: FacilityId; allianceId: AllianceId | null }
): Change {
  if (!situation.facilities.has(facilityId)) throw new RangeError(`No facility "${facilityId}".`);
  if (allianceId !== null && !situation.alliances.has(allianceId)) throw new RangeError(`No alliance "${allianceId}".`);
  const members = [...situation.facilities.values()].filter(
    ({ id, parentId }) => id === facilityId || parentId === facilityId
  );
  return { verb: 'join-alliance', edits: members.flatMap(({ id }) => setAlliance(situation, id, allianceId)) };
}

/** Ends an alliance; its members belong to none then. @throws RangeError when there is none. */
export function removeAlliance(situation: Situation, id: AllianceId): Change {
  const { edits } = removeRecord(situation, { collection: 'alliances', id, verb: 'remove-alliance' });
  const members = [...situation.facilities.values()].filter(({ allianceId }) => allianceId === id);
  return {
    verb: 'remove-alliance',
    edits: [...members.flatMap((each) => setAlliance(situation, each.id, null)), ...edits]
  };
}

function setAlliance(situation: Situation, id: FacilityId, allianceId: AllianceId | null) {
  return editRecord(situation, { collection: 'facilities', id, fields: { allianceId } }).edits;
}
