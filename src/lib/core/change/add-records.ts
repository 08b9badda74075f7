import type { RecordBase } from '../model/records';
import type { Change, CollectionName, Collections, Edit, Situation } from '../model/situation';

/** What a person gives of a new record; the rest is the same for every one made by hand. */
export type NewRecord<C extends CollectionName> = Omit<Collections[C], 'origin' | 'editedFields' | 'version'>;

/** New records of one collection, made by hand. @throws RangeError when an id is taken. */
export function addRecords<C extends CollectionName>(
  situation: Situation,
  input: { collection: C; records: readonly NewRecord<C>[]; verb: string }
): Change {
  const { collection, records, verb } = input;
  const edits = records.map((record): Edit => {
    const { id } = record as unknown as RecordBase<string>;
    if (situation[collection].has(id)) throw new RangeError(`There is a record "${id}" in ${collection} already.`);
    const after = { ...record, origin: 'hand', editedFields: [], version: 1 };
    return { collection, id, before: null, after } as unknown as Edit;
  });
  return { verb, edits };
}

/** @throws RangeError when there is no such record. */
export function removeRecord(
  situation: Situation,
  { collection, id, verb }: { collection: CollectionName; id: string; verb: string }
): Change {
  const before = situation[collection].get(id);
  if (!before) throw new RangeError(`No record "${id}" in ${collection}.`);
  return { verb, edits: [{ collection, id, before, after: null } as unknown as Edit] };
}
