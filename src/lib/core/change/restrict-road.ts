import type { Closure, RecordBase } from '../model/records';
import type { Change, Situation } from '../model/situation';
import { editRecord } from './edit-record';

export interface RoadStretch {
  wayId: number;
  /** OSM nodes at the ends of the stretch; both null mean the whole way. */
  fromNode: number | null;
  toNode: number | null;
  reason: string;
  /** ISO date-times. */
  startsAt: string;
  endsAt?: string | null;
  /** Who answers for it; the county unless said. */
  unit?: RecordBase<string>['unit'];
}

/** Sets the per cent of speed left on a stretch: the closure on record for it is edited, else one is created. */
export function restrictRoad(situation: Situation, stretch: RoadStretch, speedPercent: number, verb: string): Change {
  const { wayId, fromNode, toNode, reason, startsAt, endsAt = null, unit = 'county' } = stretch;
  if ((fromNode === null) !== (toNode === null)) throw new RangeError('Give both nodes of a stretch, or neither.');
  const known = [...situation.closures.values()].find((each) => isSameStretch(each, stretch));
  const fields = { speedPercent, reason, startsAt, endsAt };
  if (known) return editRecord(situation, { collection: 'closures', id: known.id, fields, verb });
  const id = closureId(stretch);
  const record = { id, unit, origin: 'hand', editedFields: [], version: 1, wayId, fromNode, toNode, ...fields };
  return { verb, edits: [{ collection: 'closures', id, before: null, after: record as Closure }] };
}

/** Same key at every desk, so that two who close one stretch meet in one record. */
export function closureId({ wayId, fromNode, toNode }: Pick<RoadStretch, 'wayId' | 'fromNode' | 'toNode'>): string {
  if (fromNode === null || toNode === null) return `way-${wayId}`;
  return `way-${wayId}-${Math.min(fromNode, toNode)}-${Math.max(fromNode, toNode)}`;
}

function isSameStretch(closure: Closure, stretch: RoadStretch): boolean {
  return closureId(closure) === closureId(stretch);
}
