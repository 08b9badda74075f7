import { ClientResponseError } from 'pocketbase';
import type { Change, CollectionName, Collections, Edit } from '../core/model/situation';
import { asTrouble, Trouble, type Client, type Conflict } from './client';
import { fetchRecord, remoteIdKey, type RemoteIds } from './fetch-situation';
import { changedFields, fromRemote, REMOTE_NAMES, toRemote, type RemoteRecord } from './mappers';

export interface Saved {
  /** Edits as the server wrote them, versions included. */
  done: Edit[];
  /** The first edit that was refused, why, and the record as it stands there now. Later edits were not tried. */
  refused: { edit: Edit; trouble: Trouble; current: Edit['after'] } | null;
}

/**
 * Saves a real change edit by edit, each against the version it was made from.
 * Never throws: what was saved and what was refused are both in the answer.
 */
export async function saveChange(client: Client, areaId: string, change: Change, ids: RemoteIds): Promise<Saved> {
  const done: Edit[] = [];
  for (const edit of change.edits) {
    try {
      done.push(await saveEdit(client, areaId, edit, ids));
    } catch (error) {
      const trouble = asTrouble(error);
      const current = await presentState(client, areaId, edit, trouble, ids);
      // Another desk was first to delete it: that is what was asked for.
      if (edit.after === null && current === null) done.push(edit);
      else if (edit.before === null && current !== null && trouble.code === 'rejected') {
        // Another desk was first to make it: with the same content that is what was asked for, too.
        const conflicts = differing(areaId, current, edit.after!);
        if (conflicts.length > 0)
          return { done, refused: { edit, trouble: new Trouble('conflict', {}, conflicts), current } };
        done.push({ ...edit, after: current } as Edit);
      } else return { done, refused: { edit, trouble, current } };
    }
  }
  return { done, refused: null };
}

/** Fields of two records of one key that are not the same. */
function differing(areaId: string, theirs: NonNullable<Edit['after']>, yours: NonNullable<Edit['after']>): Conflict[] {
  const mine = yours as unknown as Record<string, unknown>;
  const held = theirs as unknown as Record<string, unknown>;
  return Object.keys(changedFields(areaId, theirs, { ...yours, origin: theirs.origin } as typeof yours)).map(
    (field) => ({
      field,
      theirs: held[field] ?? null,
      yours: mine[field] ?? null
    })
  );
}

async function saveEdit(client: Client, areaId: string, edit: Edit, ids: RemoteIds): Promise<Edit> {
  const { collection, id } = edit;
  const remote = client.collection(REMOTE_NAMES[collection]);
  const key = remoteIdKey(collection, id);
  const before = edit.before as Collections[CollectionName] | null;
  const after = edit.after as Collections[CollectionName] | null;
  if (after === null) {
    await remote.delete(await remoteId(client, areaId, collection, id, ids));
    ids.delete(key);
    return edit;
  }
  let answer: RemoteRecord;
  if (before === null) {
    answer = (await remote.create(toRemote(areaId, after))) as unknown as RemoteRecord;
    ids.set(key, answer.id);
  } else {
    const fields = changedFields(areaId, before, after);
    const at = await remoteId(client, areaId, collection, id, ids);
    answer = (await remote.update(at, { ...fields, version: before.version })) as unknown as RemoteRecord;
  }
  return { collection, id, before, after: fromRemote(collection, answer) } as Edit;
}

async function remoteId(client: Client, areaId: string, collection: CollectionName, id: string, ids: RemoteIds) {
  const known = ids.get(remoteIdKey(collection, id));
  if (known) return known;
  const found = await fetchRecord(client, areaId, collection, id);
  if (!found) throw new ClientResponseError({ status: 404, response: { message: id } });
  ids.set(remoteIdKey(collection, id), found.id);
  return found.id;
}

async function presentState(
  client: Client,
  areaId: string,
  edit: Edit,
  trouble: Trouble,
  ids: RemoteIds
): Promise<Edit['after']> {
  if (trouble.code === 'network') return edit.before;
  try {
    const found = await fetchRecord(client, areaId, edit.collection, edit.id);
    if (found) ids.set(remoteIdKey(edit.collection, edit.id), found.id);
    return found?.record ?? null;
  } catch {
    return edit.before;
  }
}
