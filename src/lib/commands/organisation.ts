import { addRecords, removeRecord, type NewRecord } from '../core/change/add-records';
import { assignTownship as assigning } from '../core/change/assign-township';
import { editRecord, type EditableFields } from '../core/change/edit-record';
import { joinAlliance as joining, removeAlliance as ending } from '../core/change/join-alliance';
import type { PostState } from '../core/duty/judge-posts';
import { repeatShift } from '../core/duty/repeat-shift';
import type { AllianceId, FacilityId, TownshipId } from '../core/model/ids';
import type { Alliance, DutyShift, Post, Supplier, Zone } from '../core/model/records';
import type { Change, CollectionName, Collections, Situation } from '../core/model/situation';
import { situation } from '../state/situation.svelte';
import { newId } from './new-id';
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

export type PostFields = Pick<Post, 'person' | 'telephone' | 'deputy' | 'deputyTelephone'>;

/** Fills a post, on record or not; `from` is null where it is not. */
export function savePost(state: Omit<PostState, 'lack'>, from: Post | null, fields: PostFields): Promise<boolean> {
  if (from) return edit('posts', from, fields, 'edit-post');
  const { id, kind, unit, facilityId } = state;
  const records: NewRecord<'posts'>[] = [{ id, kind, unit, facilityId, ...fields }];
  return act((real) => addRecords(real, { collection: 'posts', records, verb: 'add-post' }));
}

/** A further post of a kind, beside the one that is wanted. */
export function addPost(post: Omit<Post, 'id' | 'origin' | 'editedFields' | 'version'>): Promise<boolean> {
  return savePost({ ...post, id: newId('post') }, null, post);
}

export const removePost = (id: string) => remove('posts', id, 'remove-post');

export const assignTownship = (townshipId: TownshipId, zoneId: string | null) =>
  act((real) => assigning(real, { townshipId, zoneId }));

export type ZoneFields = Pick<Zone, 'names' | 'facilityId'>;

export function saveZone(from: Zone | null, fields: ZoneFields): Promise<boolean> {
  if (from) return edit('zones', from, fields, 'edit-zone');
  const records = [{ id: newId('zone'), unit: 'county' as const, townshipIds: [], ...fields }];
  return act((real) => addRecords(real, { collection: 'zones', records, verb: 'add-zone' }));
}

export const removeZone = (id: string) => remove('zones', id, 'remove-zone');

export type AllianceFields = Pick<
  Alliance,
  'names' | 'leadFacilityId' | 'designatedFacilityId' | 'subDesignatedFacilityId'
>;

export function saveAlliance(from: Alliance | null, fields: AllianceFields): Promise<boolean> {
  if (from) return edit('alliances', from, fields, 'edit-alliance');
  const records = [{ id: newId('alliance') as AllianceId, unit: 'county' as const, ...fields }];
  return act((real) => addRecords(real, { collection: 'alliances', records, verb: 'add-alliance' }));
}

export const removeAlliance = (id: AllianceId) => act((real) => ending(real, id));

/** A hospital with its clinics; null takes it out. */
export const joinAlliance = (facilityId: FacilityId, allianceId: AllianceId | null) =>
  act((real) => joining(real, { facilityId, allianceId }));

export type SupplierFields = Pick<Supplier, 'names' | 'kind' | 'lon' | 'lat' | 'telephone' | 'unit'>;

/** The unit of one that stands already stays. */
export function saveSupplier(from: Supplier | null, { unit, ...fields }: SupplierFields): Promise<boolean> {
  if (from) return edit('suppliers', from, fields, 'edit-supplier');
  const records = [{ id: newId('supplier'), unit, ...fields }];
  return act((real) => addRecords(real, { collection: 'suppliers', records, verb: 'add-supplier' }));
}

export const removeSupplier = (id: string) => remove('suppliers', id, 'remove-supplier');

export type ShiftFields = Pick<DutyShift, 'person' | 'telephone' | 'startsAt' | 'endsAt'>;

/** Repeats stand as shifts of their own and are taken back together; of a shift that stands already only the repeats are new. */
export function saveShift(
  { from, unit }: { from: DutyShift | null; unit: DutyShift['unit'] },
  fields: ShiftFields,
  repeat: { everyDays: number; before: number } | null
): Promise<boolean> {
  const times = repeat ? repeatShift(fields, repeat) : [fields];
  const made = (from ? times.slice(1) : times).map(({ startsAt, endsAt }) => ({
    ...fields,
    id: newId('duty'),
    unit,
    startsAt,
    endsAt
  }));
  return act((real) => {
    const verb = from ? 'edit-shift' : 'add-shift';
    const edits = from ? editRecord(real, { collection: 'dutyShifts', id: from.id, from, fields }).edits : [];
    return { verb, edits: [...edits, ...addRecords(real, { collection: 'dutyShifts', records: made, verb }).edits] };
  });
}

export const removeShift = (id: string) => remove('dutyShifts', id, 'remove-shift');
