import type { Change, CollectionName, Edit, Situation } from '../model/situation';
import { equalValues } from './equal-values';

/** An edit that was made from another state of the record than the one at hand. Nothing of its change was applied. */
export class ChangeConflict extends Error {
  constructor(
    readonly collection: CollectionName,
    readonly id: string,
    /** First field written by both; null where the record was created or deleted meanwhile. */
    readonly field: string | null
  ) {
    super(
      `${collection} "${id}": ${field === null ? 'created or deleted meanwhile' : `field ${field} was written meanwhile`}`
    );
  }
}

type Row = Record<string, unknown>;

/** Fields that tell of the writing, not of the thing: they never conflict. */
const BOOKKEEPING: readonly string[] = ['version', 'editedFields', 'origin'];

/** Fields that mean something only together: half a position of one desk and half of another would be no place. */
const TOGETHER: readonly (readonly string[])[] = [
  ['lon', 'lat'],
  ['positionLon', 'positionLat', 'positionAt'],
  ['fromNode', 'toNode']
];

/**
 * The situation after a change; untouched collections and records stay the same objects, and a change without effect
 * gives the same situation. All edits apply or none.
 *
 * A record equal to `before` becomes `after` exactly, version included. One already equal to `after` stays (an echo). One
 * written elsewhere meanwhile takes only the fields this edit alters, a position whole, its version growing by one.
 *
 * @throws ChangeConflict when a field this edit alters was altered meanwhile too.
 */
export function applyChange(situation: Situation, change: Change): Situation {
  return apply(situation, change, (edit, field) => {
    throw new ChangeConflict(edit.collection, edit.id, field);
  });
}

/**
 * A planned change laid over facts that may have moved on: its fields win, a record deleted meanwhile stays deleted.
 * Never throws.
 */
export function overlayChange(situation: Situation, change: Change): Situation {
  return apply(situation, change, () => undefined);
}

/**
 * Facts with a trial of several changes laid over them. A record counts once, from its first state to its last: steps
 * that cancel out leave the facts as they are, so a trial taken back never hides what another desk did. Never throws.
 */
export function overlayPlan(facts: Situation, planned: readonly Change[]): Situation {
  const net = new Map<string, Edit>();
  for (const edit of planned.flatMap(({ edits }) => edits)) {
    const key = `${edit.collection} ${edit.id}`;
    const first = net.get(key);
    net.set(key, first ? ({ ...edit, before: first.before } as Edit) : edit);
  }
  const edits = [...net.values()].filter(({ before, after }) => !sameThing(before as Row | null, after as Row | null));
  return overlayChange(facts, { verb: 'plan', edits });
}

/** The change that takes `change` back: before and after swapped, in reverse order. */
export function invert(change: Change): Change {
  return {
    verb: change.verb,
    edits: change.edits
      .map(({ collection, id, before, after }) => ({ collection, id, before: after, after: before }) as Edit)
      .reverse()
  };
}

/** `invert` for a change that is on record: the facts go back, their versions grow on; what is created anew starts at 1. */
export function revert(change: Change): Change {
  const { verb, edits } = invert(change);
  return {
    verb,
    edits: edits.map(
      (edit) => ({ ...edit, after: edit.after && { ...edit.after, version: (edit.before?.version ?? 0) + 1 } }) as Edit
    )
  };
}

function apply(
  situation: Situation,
  { edits }: Change,
  conflict: (edit: Edit, field: string | null) => void
): Situation {
  const touched = new Map<CollectionName, Map<string, Row>>();
  for (const edit of edits) {
    const { collection, id } = edit;
    const held = (touched.get(collection) ?? situation[collection]) as ReadonlyMap<string, Row>;
    const current = held.get(id) ?? null;
    const next = nextRecord(edit, current, conflict);
    if (next === current) continue;
    let copy = touched.get(collection);
    if (!copy) touched.set(collection, (copy = new Map(held)));
    if (next) copy.set(id, next);
    else copy.delete(id);
  }
  return touched.size === 0 ? situation : ({ ...situation, ...Object.fromEntries(touched) } as Situation);
}

function nextRecord(edit: Edit, current: Row | null, conflict: (edit: Edit, field: string | null) => void): Row | null {
  const before = edit.before as Row | null;
  const after = edit.after as Row | null;
  if (equalValues(current, before)) return equalValues(current, after) ? current : after;
  if (equalValues(current, after)) return current;
  if (after === null) {
    const field = current && before ? Object.keys(before).find((each) => differs(before, current, each)) : undefined;
    if (field !== undefined) conflict(edit, field);
    return null;
  }
  if (current === null || before === null) {
    conflict(edit, null);
    return current === null ? null : { ...after, version: (current.version as number) + 1 };
  }
  const altered = Object.keys(after).filter((field) =>
    (TOGETHER.find((group) => group.includes(field)) ?? [field]).some((each) => differs(before, after, each))
  );
  const clash = altered.find((field) => differs(before, current, field) && differs(after, current, field));
  if (clash !== undefined) conflict(edit, clash);
  // Only bookkeeping differs: the newer state is the truth.
  if (altered.length === 0) return (after.version as number) >= (current.version as number) ? after : current;
  const merged = { ...current, ...Object.fromEntries(altered.map((field) => [field, after[field]])) };
  const edited = new Set([...(current.editedFields as string[]), ...(after.editedFields as string[])]);
  return { ...merged, editedFields: [...edited].sort(), version: (current.version as number) + 1 };
}

/** Whether two states of a record say the same of the thing, whoever wrote them and however often. */
export function sameThing(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return a === b;
  return Object.keys({ ...a, ...b }).every((field) => !differs(a as Row, b as Row, field));
}

function differs(a: Row, b: Row, field: string): boolean {
  return !BOOKKEEPING.includes(field) && !equalValues(a[field], b[field]);
}
