import type { RecordSubscription } from 'pocketbase';
import { equalValues } from '../core/change/equal-values';
import { COLLECTION_NAMES, type Change, type CollectionName, type Edit, type Situation } from '../core/model/situation';
import { changeBetween, isOvertaken } from './change-between';
import { stillSignedIn } from './auth';
import { asTrouble, renewStream, type Client, type Trouble } from './client';
import { fetchCollections, fetchTides, remoteIdKey, type RemoteIds, type Tides } from './fetch-situation';
import { createBeatCheck, type Beat } from './heartbeat';
import { fromRemote, REMOTE_NAMES, type RemoteRecord } from './mappers';

export interface Feed {
  client: Client;
  areaId: string;
  ids: RemoteIds;
  /** Situation held by the page at this moment. */
  held: () => Situation;
  /** Own writes of this page; absent where nothing is written. What is withheld is not told, whoever wrote it. */
  own?: {
    begun: () => number;
    /** Whether a record has been written since `moment`, or its write is under way; told so, the page asks for it itself. */
    withhold: (thing: { collection: CollectionName; id: string }, moment: number) => boolean;
  };
  /** Records of other desks, or what was missed while away. Never empty. */
  onchange: (change: Change) => void;
  /** `catching-up` from the loss of the line until everything has been fetched anew. */
  onword: (word: 'live' | 'catching-up' | 'offline') => void;
  /** A sign of life; `whole` when the data are known to be current, with the server's beat where it was one. */
  onheard: (whole: boolean, beat?: Beat) => void;
  ontrouble: (trouble: Trouble) => void;
  /** The server knows the sign-in no more; following has stopped. */
  onsignedout: () => void;
  /** Ends the following at once, wherever it stands. */
  signal: AbortSignal;
}

const RETRY_MS = 5000;
/** Longest pause between two tries to open a stream that never stood. */
const RETRY_AT_MOST_MS = 40_000;
/** Three beats of the server: a stream that stands and brings none of them is opened anew. */
const SILENT_MS = 15_000;
const LOOK_EVERY_MS = 5000;
/** Screens fetch anew one after another, not all in the same moment. */
const SPREAD_MS = 2000;

/**
 * Follows an area live until the signal is aborted. There is no replay and no order: after every (re)connect every
 * collection that has changed since it was fetched is fetched anew, an event older than what is held is dropped, and the
 * echo of our own write changes nothing. Live is only what has been fetched while every topic stands. Never throws.
 *
 * @returns once the area has been fetched for the first time, or that has failed and is tried again by itself.
 */
export async function follow(feed: Feed): Promise<void> {
  const { client, areaId, signal } = feed;
  if (signal.aborted) return;
  let stopped = false;
  let catching: Promise<void> | null = null;
  let again = false;
  let whole = false;
  let asked = false;
  let standing = false;
  let beginning: Promise<void> | null = null;
  let pause = RETRY_MS;
  /** True from the first fetch on. */
  let followed = false;
  /** As they were before the last fetch of each collection; null before the first. */
  let known: Tides | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const missedBeat = createBeatCheck();
  let beatAt = Date.now();
  let word: Parameters<Feed['onword']>[0] | null = null;
  /** Events that came while fetching: applied after it, so that none is overwritten by an older page. */
  let waiting: (() => void)[] | null = null;
  const ends: (() => Promise<void>)[] = [];

  function say(next: NonNullable<typeof word>): void {
    if (!stopped) feed.onword((word = next));
  }

  function catchUp(): Promise<void> {
    if (catching) {
      again = true;
      return catching;
    }
    clearTimeout(retry);
    whole = false;
    // A mere try, while the line is known to be down, is no news.
    if (word !== 'offline' || client.realtime.isConnected) say('catching-up');
    waiting = [];
    const moment = feed.own?.begun() ?? 0;
    catching = fetchChanged()
      .then((fresh) => {
        if (stopped || !fresh) return;
        const held = feed.held();
        const change = changeBetween(held, { ...held, ...fresh }, 'catch-up');
        const edits = change.edits.filter((edit) => !feed.own?.withhold(edit, moment));
        if (edits.length > 0) feed.onchange({ ...change, edits });
        for (const apply of waiting ?? []) apply();
        feed.onheard(true);
        // Fetched beside a stream that is down: what comes next would not be heard. Its return begins this anew.
        whole = standing && client.realtime.isConnected;
        say(whole ? 'live' : 'catching-up');
      })
      .catch((error: unknown) => {
        if (stopped) return;
        const trouble = asTrouble(error);
        say('offline');
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

  /** Collections that have changed since they were fetched last; null where the server knows the sign-in no more. */
  async function fetchChanged(): Promise<Partial<Situation> | null> {
    const tides = await fetchTides(client, areaId, signal);
    // To one it no longer knows the server shows empty lists: taken for data they would wipe the screen.
    if (tides.size === 0 && followed && !(await stillSignedIn(client))) {
      if (stopped) return null;
      stop();
      feed.onsignedout();
      return null;
    }
    const before = known;
    const changed = COLLECTION_NAMES.filter((name) => {
      const table = REMOTE_NAMES[name];
      return before === null || tides.size === 0 || before.get(table) !== tides.get(table);
    });
    const fresh = await fetchCollections(client, areaId, changed, { ids: feed.ids, signal });
    known = tides;
    return fresh;
  }

  function receive(collection: CollectionName, event: RecordSubscription): void {
    const remote = event.record as unknown as RemoteRecord;
    if (stopped || remote.area !== areaId) return;
    const apply = () => {
      if (feed.own?.withhold({ collection, id: remote.key }, Infinity)) return;
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

  async function keep(subscribed: Promise<() => Promise<void>>): Promise<void> {
    const end = await subscribed;
    if (stopped) await end();
    else ends.push(end);
  }

  /** Every topic stands once this resolves. */
  async function subscribe(): Promise<void> {
    if (asked) {
      // The client holds on to a listener whose topic could not be sent: only the stream is opened once more.
      await client.health.check();
      const end = await client.realtime.subscribe('PB_CONNECT', () => undefined);
      return end();
    }
    asked = true;
    const filter = client.filter('area = {:areaId}', { areaId });
    const own = { filter: client.filter('key = {:areaId}', { areaId }) };
    await Promise.all(
      [
        client.realtime.subscribe('PB_CONNECT', () => {
          beatAt = Date.now();
          if (standing && !stopped) void catchUp();
        }),
        ...COLLECTION_NAMES.map((collection) =>
          client.collection(REMOTE_NAMES[collection]).subscribe('*', (event) => receive(collection, event), { filter })
        ),
        // An import writes its records without an event for each: the area's own record tells that they are there.
        client.collection('areas').subscribe('*', areaChanged, own),
        client.collection('heartbeats').subscribe('*', ({ record }) => {
          if (stopped) return;
          const beat = record as unknown as Beat;
          const missed = missedBeat(beat);
          beatAt = Date.now();
          feed.onheard(whole && !missed, beat);
          if (standing && (missed || !whole) && !catching) void catchUp();
        })
      ].map(keep)
    );
  }

  /** Opens the stream and fetches once all topics stand: what came between the first fetch and here is made up for. */
  function begin(): Promise<void> {
    clearTimeout(retry);
    beginning ??= subscribe()
      .then(async () => {
        if (stopped) return;
        standing = true;
        await catchUp();
        followed = true;
      })
      .catch((error: unknown) => {
        if (stopped) return;
        say('offline');
        const trouble = asTrouble(error);
        if (trouble.code !== 'network') feed.ontrouble(trouble);
        retry = setTimeout(() => void begin(), pause);
        pause = Math.min(2 * pause, RETRY_AT_MOST_MS);
      })
      .finally(() => (beginning = null));
    return beginning;
  }

  const lost = (topics: readonly string[]) => {
    if (stopped || topics.length === 0) return;
    whole = false;
    say('offline');
  };
  const offline = () => {
    whole = false;
    say('offline');
  };
  const online = () => void (standing ? catchUp() : begin());

  // A clock that has slept looks as soon as it wakes.
  const look = setInterval(() => {
    if (!client.realtime.isConnected || Date.now() - beatAt <= SILENT_MS) return;
    beatAt = Date.now();
    renewStream(client);
  }, LOOK_EVERY_MS);

  function stop(): void {
    if (stopped) return;
    stopped = true;
    clearTimeout(retry);
    clearTimeout(later);
    clearInterval(look);
    if (client.realtime.onDisconnect === lost) client.realtime.onDisconnect = undefined;
    globalThis.removeEventListener?.('offline', offline);
    globalThis.removeEventListener?.('online', online);
    for (const end of ends) void end().catch(() => undefined);
  }

  client.realtime.onDisconnect = lost;
  globalThis.addEventListener?.('offline', offline);
  globalThis.addEventListener?.('online', online);
  signal.addEventListener('abort', stop, { once: true });
  await begin();
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
