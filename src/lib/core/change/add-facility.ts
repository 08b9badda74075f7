import type { Facility } from '../model/records';
import type { Change, Situation } from '../model/situation';

/** A new facility, as a trial or in fact. @throws RangeError when the id is taken. */
export function addFacility(situation: Situation, { facility }: { facility: Facility }): Change {
  if (situation.facilities.has(facility.id)) throw new RangeError(`There is a facility "${facility.id}" already.`);
  const after: Facility = { ...facility, origin: 'hand', version: 1 };
  return { verb: 'add-facility', edits: [{ collection: 'facilities', id: facility.id, before: null, after }] };
}
