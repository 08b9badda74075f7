import type { RecordBase } from '../model/records';
import type { Change, CollectionName, Collections, Edit, Situation } from '../model/situation';
import { unknownAfter } from '../model/unknown-fields';
import { equalValues } from './equal-values';

export type EditableFields<C extends CollectionName> = Partial<Omit<Collections[C], keyof RecordBase<string>>>;

/**
 * Sets fields of one record by hand: those that change are noted in `editedFields`, the version grows by one; a figure
 * that nobody had entered is known from then on. Without a
 * difference the change has no edits. `from` is the record as the person read it, where that may be older than the
 * situation: what another desk wrote since is then kept, or told as a conflict when the change is applied.
 *
 * @throws RangeError when the record does not exist or has no such field.
 */
export function editRecord<C extends CollectionName>(
  situation: Situation,
  input: { collection: C; id: string; fields: EditableFields<C>; from?: Collections[C]; verb?: string }
): Change {
  const { collection, id, fields, verb = 'edit-record' } = input;
  const before = input.from ?? (situation[collection].get(id) as Collections[C] | undefined);
  if (!before) throw new RangeError(`No record "${id}" in ${collection}.`);
  const unknown = Object.keys(fields).find((field) => !(field in before));
  if (unknown !== undefined) throw new RangeError(`${collection} have no field "${unknown}".`);
  const held: { unknown?: readonly string[] | null } = before as object;
  const known = unknownAfter(held.unknown ?? [], fields, held);
  const changed = Object.entries({ ...known, ...fields }).filter(
    ([field, value]) => value !== undefined && !equalValues(value, before[field as keyof Collections[C]])
  );
  if (changed.length === 0) return { verb, edits: [] };
  const after = {
    ...before,
    ...Object.fromEntries(changed),
    editedFields: [...new Set([...before.editedFields, ...changed.map(([field]) => field)])].sort(),
    version: before.version + 1
  };
  return { verb, edits: [{ collection, id, before, after } as unknown as Edit] };
}
