import { addRecords, removeRecord, type NewRecord } from '../core/change/add-records';
import { assignTownship as assigning } from '../core/change/assign-township';
import { editRecord, type EditableFields } from '../core/change/edit-record';
import { joinAlliance as joining, removeAlliance as ending } from '../core/change/join-alliance';
import type { PostState } from '../core/duty/judge-posts';
import { repeatShift } from '../core/duty/repeat-shift';
import type { AllianceId, FacilityId, TownshipId } from '../core/model/ids';
import type { Alliance, DutyShift, Post, Supplier, Zone } from '../core/model/records';
import type { Change, CollectionName, Collections, Edit, Situation } from '../core/model/situation';
import { situation } from '../state/situation.svelte';
import { perform } from './perform';

export { lackOf } from '../core/duty/judge-posts';
export { MOST_REPEATS, repeatShift } from '../core/duty/repeat-shift';
export { isTelephone } from '../core/model/telephone';

/** Every one is a real act that can be taken back; resolves with whether it stands. */
async function act(change: (real: Situation) => Change): Promise<boolean> {
  return situation.real ? perform(change(situation.real), { real: true }) : false;
}

/** `from`: the record as the person read it, so that what another desk wrote since is not overwritten unseen. */
function edit<C extends CollectionName>(collection: C, from: Collections[C], fields: EditableFields<C>, verb: string) {
  const { id } = from as unknown as { id: string };
  return act((real) => editRecord(real, { collection, id, from, fields, verb }));
}

function remove(collection: CollectionName, id: string, verb: string): Promise<boolean> {
  return act((real) => (real[collection].has(id) ? removeRecord(real, { collection, id, verb }) : { verb, edits: [] }));
}

/** Id of what a form makes: made once for the form, so that what it saves again after a failure is the very same. */
export { newId } from './new-id';

/** Edits that make the records of a form. What an earlier try of it has made takes the fields as they are now. */
function making<C extends CollectionName>(
  real: Situation,
  collection: C,
  records: NewRecord<C>[],
  verb: string
): Edit[] {
  return records.flatMap((record) => {
    const { id, unit: _, ...fields } = record as unknown as { id: string; unit: string } & EditableFields<C>;
    return real[collection].has(id)
      ? editRecord(real, { collection, id, fields: fields as unknown as EditableFields<C> }).edits
      : addRecords(real, { collection, records: [record], verb }).edits;
  });
}

function make<C extends CollectionName>(collection: C, record: NewRecord<C>, verb: string): Promise<boolean> {
  return act((real) => ({ verb, edits: making(real, collection, [record], verb) }));
}

export type PostFields = Pick<Post, 'person' | 'telephone' | 'deputy' | 'deputyTelephone'>;

/** Fills a post, on record or not; `from` is null where it is not. */
export function savePost(state: Omit<PostState, 'lack'>, from: Post | null, fields: PostFields): Promise<boolean> {
  if (from) return edit('posts', from, fields, 'edit-post');
  const { id, kind, unit, facilityId } = state;
  return make('posts', { id, kind, unit, facilityId, ...fields }, 'add-post');
}

/** A further post of a kind, beside the one that is wanted. */
export function addPost(post: NewRecord<'posts'>): Promise<boolean> {
  return savePost(post, null, post);
}

export const removePost = (id: string) => remove('posts', id, 'remove-post');

export const assignTownship = (townshipId: TownshipId, zoneId: string | null) =>
  act((real) => assigning(real, { townshipId, zoneId }));

export type ZoneFields = Pick<Zone, 'names' | 'facilityId'>;

export function saveZone(from: Zone | null, fields: ZoneFields, newZone: string): Promise<boolean> {
  if (from) return edit('zones', from, fields, 'edit-zone');
  return make('zones', { id: newZone, unit: 'county', townshipIds: [], ...fields }, 'add-zone');
}

export const removeZone = (id: string) => remove('zones', id, 'remove-zone');

export type AllianceFields = Pick<
  Alliance,
  'names' | 'leadFacilityId' | 'designatedFacilityId' | 'subDesignatedFacilityId'
>;

export function saveAlliance(from: Alliance | null, fields: AllianceFields, newAlliance: string): Promise<boolean> {
  if (from) return edit('alliances', from, fields, 'edit-alliance');
  return make('alliances', { id: newAlliance as AllianceId, unit: 'county', ...fields }, 'add-alliance');
}

export const removeAlliance = (id: AllianceId) => act((real) => ending(real, id));

/** A hospital with its clinics; null takes it out. */
export const joinAlliance = (facilityId: FacilityId, allianceId: AllianceId | null) =>
  act((real) => joining(real, { facilityId, allianceId }));

export type SupplierFields = Pick<Supplier, 'names' | 'kind' | 'lon' | 'lat' | 'telephone' | 'unit'>;

/** The unit of one that stands already stays. */
export function saveSupplier(
  from: Supplier | null,
  { unit, ...fields }: SupplierFields,
  newSupplier: string
): Promise<boolean> {
  if (from) return edit('suppliers', from, fields, 'edit-supplier');
  return make('suppliers', { id: newSupplier, unit, ...fields }, 'add-supplier');
}

export const removeSupplier = (id: string) => remove('suppliers', id, 'remove-supplier');

export type ShiftFields = Pick<DutyShift, 'person' | 'telephone' | 'startsAt' | 'endsAt'>;

/**
 * Repeats stand as shifts of their own and are taken back together; of a shift that stands already only the repeats are
 * new.
 *
 * @param newShift id of the form's first new shift, that of the others begins with it.
 */
export function saveShift(
  { from, unit, newShift }: { from: DutyShift | null; unit: DutyShift['unit']; newShift: string },
  fields: ShiftFields,
  repeat: { everyDays: number; before: number } | null
): Promise<boolean> {
  const times = repeat ? repeatShift(fields, repeat) : [fields];
  const made = (from ? times.slice(1) : times).map(({ startsAt, endsAt }, n) => ({
    ...fields,
    id: n === 0 ? newShift : `${newShift}-${n}`,
    unit,
    startsAt,
    endsAt
  }));
  return act((real) => {
    const verb = from ? 'edit-shift' : 'add-shift';
    const edits = from ? editRecord(real, { collection: 'dutyShifts', id: from.id, from, fields }).edits : [];
    return { verb, edits: [...edits, ...making(real, 'dutyShifts', made, verb)] };
  });
}

export const removeShift = (id: string) => remove('dutyShifts', id, 'remove-shift');
