import type { TownshipId } from '../model/ids';
import type { Change, Edit, Situation } from '../model/situation';
import type { Zone } from '../model/records';
import { editRecord } from './edit-record';

/**
 * Puts a township into one zone, or into none with null: it leaves every other zone first, for no step between may find
 * it in two.
 *
 * @throws RangeError when township or zone do not exist.
 */
export function assignTownship(
  situation: Situation,
  { townshipId, zoneId }: { townshipId: TownshipId; zoneId: string | null }
): Change {
  if (!situation.townships.has(townshipId)) throw new RangeError(`No township "${townshipId}".`);
  const target = zoneId === null ? null : situation.zones.get(zoneId);
  if (target === undefined) throw new RangeError(`No zone "${zoneId}".`);
  const set = ({ id }: Zone, townshipIds: TownshipId[]): Edit[] =>
    editRecord(situation, { collection: 'zones', id, fields: { townshipIds } }).edits;
  const leaving = [...situation.zones.values()]
    .filter(({ id, townshipIds }) => id !== zoneId && townshipIds.includes(townshipId))
    .flatMap((zone) =>
      set(
        zone,
        zone.townshipIds.filter((each) => each !== townshipId)
      )
    );
  const joining =
    target === null || target.townshipIds.includes(townshipId) ? [] : set(target, [...target.townshipIds, townshipId]);
  return { verb: 'assign-township', edits: [...leaving, ...joining] };
}
