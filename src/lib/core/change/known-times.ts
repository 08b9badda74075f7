import type { KnownTime } from '../model/records';
import type { Change, Situation } from '../model/situation';

export type NewKnownTime = Pick<
  KnownTime,
  'villageId' | 'facilityId' | 'vehicle' | 'season' | 'minutes' | 'measuredOn' | 'note'
>;

/** Longest time that counts as one drive, minutes. */
const MOST_MINUTES = 1440;

/** A measured time, of the village's unit. @throws RangeError for an unknown village, a taken id or no minutes. */
export function addKnownTime(situation: Situation, { id, ...input }: NewKnownTime & { id: string }): Change {
  const village = situation.villages.get(input.villageId);
  if (!village) throw new RangeError(`No village "${input.villageId}".`);
  if (situation.knownTimes.has(id)) throw new RangeError(`There is a known time "${id}" already.`);
  if (!(input.minutes > 0) || input.minutes > MOST_MINUTES) throw new RangeError(`No minutes: ${input.minutes}.`);
  const after: KnownTime = { id, unit: village.unit, origin: 'hand', editedFields: [], version: 1, ...input };
  return { verb: 'add-known-time', edits: [{ collection: 'knownTimes', id, before: null, after }] };
}

/** @throws RangeError when there is none. */
export function removeKnownTime(situation: Situation, id: string): Change {
  const before = situation.knownTimes.get(id);
  if (!before) throw new RangeError(`No known time "${id}".`);
  return { verb: 'remove-known-time', edits: [{ collection: 'knownTimes', id, before, after: null }] };
}
