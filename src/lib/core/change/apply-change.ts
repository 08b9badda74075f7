import { COLLECTION_NAMES, type Change, type Edit, type Situation } from '../model/situation';

/**
 * The situation after a change. Untouched collections keep their identity; an edit whose result already stands is a
 * no-op, and a change of no-ops returns the very same situation.
 */
export function applyChange(situation: Situation, change: Change): Situation {
  const touched = new Map<string, Map<string, unknown>>();
  for (const { collection, id, after } of change.edits) {
    if (!COLLECTION_NAMES.includes(collection)) throw new Error(`Unknown collection "${collection}".`);
    const held: ReadonlyMap<string, unknown> = touched.get(collection) ?? situation[collection];
    if (after === null ? !held.has(id) : held.get(id) === after) continue;
    let next = touched.get(collection);
    if (!next) touched.set(collection, (next = new Map(held)));
    if (after === null) next.delete(id);
    else next.set(id, after);
  }
  return touched.size === 0 ? situation : { ...situation, ...Object.fromEntries(touched) };
}

/** The change that takes `change` back. */
export function invert(change: Change): Change {
  return {
    verb: change.verb,
    edits: change.edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before }) as Edit).reverse()
  };
}
