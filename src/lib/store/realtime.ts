import type { RecordSubscription } from 'pocketbase';
import { equalValues } from '../core/change/equal-values';
import { COLLECTION_NAMES, type Change, type CollectionName, type Edit, type Situation } from '../core/model/situation';
import { changeBetween, isOvertaken } from './change-between';
import { stillSignedIn } from './auth';
import { asTrouble, type Client, type Trouble } from './client';
import { fetchSituation, remoteIdKey, type RemoteIds } from './fetch-situation';
import { fromRemote, REMOTE_NAMES, type RemoteRecord } from './mappers';

export interface Feed {
  client: Client;
  areaId: string;
  ids: RemoteIds;
  /** Situation held by the page at this moment. */
  held: () => Situation;
  /** Records of other desks, or what was missed while away. Never empty. */
  onchange: (change: Change) => void;
  /** `catching-up` from the loss of the line until everything has been fetched anew. */
  onword: (word: 'live' | 'catching-up' | 'offline') => void;
  /** A sign of life; `whole` when the data are known to be current. */
  onheard: (whole: boolean) => void;
  ontrouble: (trouble: Trouble) => void;
  /** The server knows the sign-in no more; following has stopped. */
  onsignedout: () => void;
}

const RETRY_MS = 5000;
/** Screens fetch anew one after another, not all in the same moment. */
const SPREAD_MS = 2000;

/**
 * Follows an area live. There is no replay and no order: after every (re)connect all is fetched anew, an event older
 * than what is held is dropped, and the echo of our own write changes nothing.
 *
 * @returns stops following.
 */
export async function follow(feed: Feed): Promise<() => Promise<void>> {
  const { client, areaId } = feed;
  let stopped = false;
  let catching: Promise<void> | null = null;
  let again = false;
  let whole = false;
  let standing = false;
  /** True from the first fetch on. */
  let followed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** Events that came while fetching: applied after it, so that none is overwritten by an older page. */
  let waiting: (() => void)[] | null = null;

  function catchUp(): Promise<void> {
    if (catching) {
      again = true;
      return catching;
    }
    clearTimeout(retry);
    whole = false;
    feed.onword('catching-up');
    waiting = [];
    catching = knownStill()
      .then((known) => (known ? fetchSituation(client, areaId, { ids: feed.ids }) : null))
      .then((fresh) => {
        if (stopped || !fresh) return;
        const change = changeBetween(feed.held(), fresh, 'catch-up');
        if (change.edits.length > 0) feed.onchange(change);
        for (const apply of waiting ?? []) apply();
        whole = true;
        feed.onheard(true);
        feed.onword('live');
      })
      .catch((error: unknown) => {
        if (stopped) return;
        const trouble = asTrouble(error);
        feed.onword('offline');
        if (trouble.code === 'network') retry = setTimeout(() => void catchUp(), RETRY_MS);
        else feed.ontrouble(trouble);
      })
      .finally(() => {
        waiting = null;
        catching = null;
        if (again && !stopped) {
          again = false;
          void catchUp();
        }
      });
    return catching;
  }

  /** To one it no longer knows the server shows empty lists: taken for data they would wipe the screen. */
  async function knownStill(): Promise<boolean> {
    if (!followed || (await stillSignedIn(client))) return true;
    stopped = true;
    feed.onsignedout();
    return false;
  }

  function receive(collection: CollectionName, event: RecordSubscription): void {
    const remote = event.record as unknown as RemoteRecord;
    if (stopped || remote.area !== areaId) return;
    const apply = () => {
      try {
        const edit = editOf(feed, collection, event.action, remote);
        if (edit) feed.onchange({ verb: 'other-desk', edits: [edit] });
      } catch (error) {
        feed.ontrouble(asTrouble(error));
      }
    };
    if (waiting) waiting.push(apply);
    else apply();
  }

  let later: ReturnType<typeof setTimeout> | undefined;
  function areaChanged(): void {
    clearTimeout(later);
    later = setTimeout(() => !stopped && void catchUp(), SPREAD_MS * Math.random());
  }

  client.realtime.onDisconnect = (topics) => {
    if (stopped || topics.length === 0) return;
    whole = false;
    feed.onword('offline');
  };
  const offline = () => {
    whole = false;
    feed.onword('offline');
  };
  const online = () => void catchUp();
  globalThis.addEventListener?.('offline', offline);
  globalThis.addEventListener?.('online', online);

  const filter = client.filter('area = {:areaId}', { areaId });
  try {
    await client.realtime.subscribe('PB_CONNECT', () => {
      if (standing) void catchUp();
    });
    await Promise.all([
      ...COLLECTION_NAMES.map((collection) =>
        client.collection(REMOTE_NAMES[collection]).subscribe('*', (event) => receive(collection, event), { filter })
      ),
      // An import writes its records without an event for each: the area's own record tells that they are there.
      client.collection('areas').subscribe('*', areaChanged, { filter: client.filter('key = {:areaId}', { areaId }) }),
      client.collection('heartbeats').subscribe('*', () => {
        feed.onheard(whole);
        if (standing && !whole && !catching) void catchUp();
      })
    ]);
    // Only now do all topics stand: what came between the first fetch and here is made up for.
    standing = true;
    await catchUp();
    followed = true;
  } catch (error) {
    feed.onword('offline');
    const trouble = asTrouble(error);
    if (trouble.code !== 'network') feed.ontrouble(trouble);
  }

  return async () => {
    stopped = true;
    clearTimeout(retry);
    clearTimeout(later);
    client.realtime.onDisconnect = undefined;
    globalThis.removeEventListener?.('offline', offline);
    globalThis.removeEventListener?.('online', online);
    await client.realtime.unsubscribe().catch(() => undefined);
  };
}

function editOf(feed: Feed, collection: CollectionName, action: string, remote: RemoteRecord): Edit | null {
  const held: ReadonlyMap<string, { version: number }> = feed.held()[collection];
  const before = held.get(remote.key) ?? null;
  const key = remoteIdKey(collection, remote.key);
  if (action === 'delete') {
    // The late word of a record that has been made anew under the same key since.
    if ((feed.ids.get(key) ?? remote.id) !== remote.id) return null;
    feed.ids.delete(key);
    return before ? ({ collection, id: remote.key, before, after: null } as Edit) : null;
  }
  const after = fromRemote(collection, remote);
  feed.ids.set(key, remote.id);
  if (before && (isOvertaken(before, after) || equalValues(before, after))) return null;
  return { collection, id: remote.key, before, after } as Edit;
}
