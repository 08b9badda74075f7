import type { VillageId } from '../model/ids';
import type { Change, Situation } from '../model/situation';
import { checkPosition } from './check-position';
import { editRecord } from './edit-record';

/** Gives a village its position (WGS84 degrees), known or mended by hand. @throws RangeError when it is unknown. */
export function placeVillage(situation: Situation, input: { villageId: VillageId; lon: number; lat: number }): Change {
  return editRecord(situation, {
    collection: 'villages',
    id: input.villageId,
    fields: checkPosition(input),
    verb: 'place-village'
  });
}
