import type { RecordSubscription } from 'pocketbase';
import * as v from 'valibot';
import {
  OPERATION_COLLECTIONS,
  withRecord,
  type OperationCollection,
  type OperationRecord,
  type OperationRecords
} from '../core/operations/records';
import type { CaseEvent } from '../core/operations/case-history';
import type { Personal } from '../core/operations/personal';
import { asTrouble, type Client, type Trouble } from './client';
import { createBeatCheck, type Beat } from './heartbeat';
import type { RemoteRecord } from './mappers';
import { readOperation } from './operation-schemas';

const PAGE_SIZE = 500;
const RETRY_MS = 5000;
/** What has ended leaves the list a day after; goods, of which months are asked, after thirty. */
const DAY_MS = 24 * 3_600_000;
const KEPT_DAYS: Record<OperationCollection, number> = { referrals: 1, assignments: 1, allocations: 30 };

/** What of each collection a screen holds: what is open, and what ended of late. `{:since}` ISO date-time. */
const OPEN: Record<OperationCollection, string> = {
  referrals: '((state != "closed" && state != "cancelled") || stateAt > {:since})',
  assignments: '(open = true || stateAt > {:since})',
  allocations:
    '((state != "received" && state != "rejected" && state != "cancelled") || discrepant = true || stateAt > {:since})'
};

/**
 * What is open in an area, and what ended of late before `now` (epoch ms), as this sign-in may read it.
 *
 * @throws Trouble `network`, `not-allowed`, `invalid-record`.
 */
export async function fetchOperations(client: Client, areaId: string, now: number): Promise<OperationRecords> {
  const lists = await Promise.all(
    OPERATION_COLLECTIONS.map((collection) => {
      const since = new Date(now - KEPT_DAYS[collection] * DAY_MS).toISOString();
      return fetchAll(client, collection, client.filter(`area = {:areaId} && ${OPEN[collection]}`, { areaId, since }));
    })
  );
  return Object.fromEntries(OPERATION_COLLECTIONS.map((collection, i) => [collection, lists[i]])) as never;
}

async function fetchAll<C extends OperationCollection>(client: Client, collection: C, filter: string) {
  const found = new Map<string, OperationRecord<C>>();
  for (let page = 1; ; page++) {
    try {
      const options = { filter, sort: 'created,key', skipTotal: true };
      const { items } = await client.collection(collection).getList(page, PAGE_SIZE, options);
      for (const item of items as unknown as RemoteRecord[]) found.set(item.key, readOperation(collection, item));
      if (items.length < PAGE_SIZE) return found;
    } catch (error) {
      throw asTrouble(error);
    }
  }
}

export interface OperationsFeed {
  client: Client;
  areaId: string;
  /** The list anew, after each (re)connect. */
  onlist: (records: OperationRecords) => void;
  /** One record heard of; there is no order in the stream, so the version decides. */
  onrecord: <C extends OperationCollection>(collection: C, record: OperationRecord<C>) => void;
  onword: (word: 'live' | 'catching-up' | 'offline') => void;
  ontrouble: (trouble: Trouble) => void;
}

/**
 * Follows the records of operations live: all topics first, then the list; the list again after every reconnect and every
 * beat of the server that was missed. @returns stops following.
 */
export function followOperations(feed: OperationsFeed): () => Promise<void> {
  const { client, areaId } = feed;
  let stopped = false;
  let whole = false;
  let catching = false;
  let again = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const ends: (() => Promise<void>)[] = [];
  const missedBeat = createBeatCheck();
  /** What was heard while the list was being fetched: applied after it, so that none of it is lost. */
  let waiting: (() => void)[] = [];

  async function catchUp(): Promise<void> {
    if (stopped) return;
    whole = false;
    if (catching) {
      again = true;
      return;
    }
    catching = true;
    clearTimeout(retry);
    feed.onword('catching-up');
    try {
      feed.onlist(await fetchOperations(client, areaId, Date.now()));
      for (const apply of waiting) apply();
      whole = true;
      if (!stopped) feed.onword('live');
    } catch (error) {
      fail(error, () => void catchUp());
    } finally {
      waiting = [];
      catching = false;
    }
    if (again) {
      again = false;
      void catchUp();
    }
  }
  function fail(error: unknown, next: () => void): void {
    if (stopped) return;
    const trouble = asTrouble(error);
    feed.onword('offline');
    if (trouble.code !== 'network') feed.ontrouble(trouble);
    retry = setTimeout(next, RETRY_MS);
  }
  function receive(collection: OperationCollection, event: RecordSubscription): void {
    const remote = event.record as unknown as RemoteRecord;
    if (stopped || remote.area !== areaId || event.action === 'delete') return;
    const apply = () => {
      try {
        feed.onrecord(collection, readOperation(collection, remote));
      } catch (error) {
        feed.ontrouble(asTrouble(error));
      }
    };
    if (catching) waiting.push(apply);
    else apply();
  }
  async function begin(): Promise<void> {
    if (stopped) return;
    feed.onword('catching-up');
    const filter = client.filter('area = {:areaId}', { areaId });
    try {
      // The list first: a topic asked for without a line would be listened to twice once it is asked for again.
      feed.onlist(await fetchOperations(client, areaId, Date.now()));
      ends.push(
        ...(await Promise.all([
          ...OPERATION_COLLECTIONS.map((name) =>
            client.collection(name).subscribe('*', (event) => receive(name, event), { filter })
          ),
          client.realtime.subscribe('PB_CONNECT', () => void catchUp()),
          client.collection('heartbeats').subscribe('*', ({ record }) => {
            if ((missedBeat(record as unknown as Beat) || !whole) && !catching) void catchUp();
          })
        ]))
      );
    } catch (error) {
      return fail(error, () => void begin());
    }
    if (stopped) return end();
    await catchUp();
  }
  async function end(): Promise<void> {
    await Promise.all(ends.splice(0).map((each) => each().catch(() => undefined)));
  }
  void begin();
  return () => {
    stopped = true;
    clearTimeout(retry);
    return end();
  };
}

const personalSchema = v.object({ name: v.string(), telephone: v.string(), address: v.string(), note: v.string() });

/** Who the patient of a case is. The server writes down who read it before it answers. @throws Trouble */
export async function readPersonal(client: Client, areaId: string, referralId: string): Promise<Personal> {
  try {
    const answer: unknown = await client.send(
      `/api/greenlane/referrals/${encodeURIComponent(referralId)}/personal?area=${encodeURIComponent(areaId)}`,
      { method: 'GET' }
    );
    return v.parse(v.object({ personal: personalSchema }), answer).personal;
  } catch (error) {
    throw asTrouble(error);
  }
}

const historySchema = v.object({
  events: v.array(
    v.object({
      seq: v.number(),
      at: v.string(),
      by: v.string(),
      verb: v.string(),
      subject: v.string(),
      subjectKey: v.string(),
      after: v.nullable(v.record(v.string(), v.unknown())),
      vehicleId: v.string(),
      reason: v.optional(v.string()),
      targetFacilityId: v.optional(v.string()),
      override: v.optional(v.object({ name: v.string(), reason: v.string() })),
      signedFrom: v.optional(v.string()),
      signedTo: v.optional(v.string())
    })
  )
});

/** What the log tells of a case, oldest first. @throws Trouble */
export async function fetchHistory(client: Client, areaId: string, referralId: string): Promise<CaseEvent[]> {
  try {
    const answer: unknown = await client.send(
      `/api/greenlane/referrals/${encodeURIComponent(referralId)}/history?area=${encodeURIComponent(areaId)}`,
      { method: 'GET' }
    );
    return v.parse(historySchema, answer).events;
  } catch (error) {
    throw asTrouble(error);
  }
}

const PARTS: Record<string, OperationCollection> = {
  referral: 'referrals',
  counterReferral: 'referrals',
  assignment: 'assignments',
  allocation: 'allocations'
};

/** The records that the answer of a route tells, over what is held. @throws Trouble `invalid-record` */
export function withAnswer(held: OperationRecords, answer: unknown): OperationRecords {
  if (typeof answer !== 'object' || answer === null) return held;
  return Object.entries(PARTS).reduce((records, [part, collection]) => {
    const remote = (answer as Record<string, unknown>)[part];
    if (typeof remote !== 'object' || remote === null) return records;
    return withRecord(records, collection, readOperation(collection, remote as RemoteRecord));
  }, held);
}

/** Sends one command without keeping it on the device; `key` as for the queue. @throws ClientResponseError as it came. */
export function sendCommand(
  client: Client,
  { path, areaId, key, body }: { path: string; areaId: string; key: string; body: Record<string, unknown> }
): Promise<unknown> {
  return client.send(path, { method: 'POST', body: { ...body, area: areaId, key } });
}

/** Key under which a command makes its record, as the server forms it; null where the browser gives no digests. */
export async function keyOfMade(prefix: 'r' | 'a' | 'g', commandKey: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(commandKey)));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${prefix}-${hex.slice(0, 16)}`;
}
