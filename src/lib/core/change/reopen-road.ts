import type { Change, Situation } from '../model/situation';

/** Takes a closure or slowing off the record. @throws RangeError when it does not exist. */
export function reopenRoad(situation: Situation, { closureId }: { closureId: string }): Change {
  const before = situation.closures.get(closureId);
  if (!before) throw new RangeError(`No closure "${closureId}".`);
  return { verb: 'reopen-road', edits: [{ collection: 'closures', id: closureId, before, after: null }] };
}
