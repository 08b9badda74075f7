import { COLLECTION_NAMES, type CollectionName, type Collections, type Situation } from '../core/model/situation';
import { asTrouble, type Client } from './client';
import { fromRemote, REMOTE_NAMES, type RemoteRecord } from './mappers';

const PAGE_SIZE = 1000;

/** PocketBase's own ids by collection and key, needed to write a record. */
export type RemoteIds = Map<string, string>;

export const remoteIdKey = (collection: CollectionName, key: string) => `${collection}/${key}`;

/**
 * Every editable record of an area that this sign-in may read, in one situation. Works in the browser and in Node.
 *
 * @throws Trouble `network`, `not-allowed`, `invalid-record`.
 */
export async function fetchSituation(
  client: Client,
  areaId: string,
  options: { ids?: RemoteIds; signal?: AbortSignal } = {}
): Promise<Situation> {
  const entries = await Promise.all(
    COLLECTION_NAMES.map(async (collection) => {
      const records = await fetchCollection(client, areaId, collection, options);
      return [collection, records] as const;
    })
  );
  return { areaId, ...Object.fromEntries(entries) } as unknown as Situation;
}

async function fetchCollection<C extends CollectionName>(
  client: Client,
  areaId: string,
  collection: C,
  { ids, signal }: { ids?: RemoteIds; signal?: AbortSignal }
): Promise<Map<string, Collections[C]>> {
  const found = new Map<string, Collections[C]>();
  // From key to key: pages by number would skip a record when an earlier one is deleted meanwhile.
  for (let last = ''; ;) {
    const filter = client.filter('area = {:areaId} && key > {:last}', { areaId, last });
    let items: RemoteRecord[];
    try {
      const options = { filter, sort: 'key', skipTotal: true, ...(signal ? { signal } : {}) };
      const answer = await client.collection(REMOTE_NAMES[collection]).getList(1, PAGE_SIZE, options);
      items = answer.items as unknown as RemoteRecord[];
    } catch (error) {
      throw asTrouble(error);
    }
    for (const item of items) {
      found.set(item.key, fromRemote(collection, item));
      ids?.set(remoteIdKey(collection, item.key), item.id);
    }
    if (items.length < PAGE_SIZE) return found;
    last = items[items.length - 1].key;
  }
}

/** One record as it stands on the server now; null when it is gone. */
export async function fetchRecord<C extends CollectionName>(
  client: Client,
  areaId: string,
  collection: C,
  key: string
): Promise<{ id: string; record: Collections[C] } | null> {
  const filter = client.filter('area = {:areaId} && key = {:key}', { areaId, key });
  try {
    const { items } = await client.collection(REMOTE_NAMES[collection]).getList(1, 1, { filter, skipTotal: true });
    const [item] = items as unknown as RemoteRecord[];
    return item ? { id: item.id, record: fromRemote(collection, item) } : null;
  } catch (error) {
    throw asTrouble(error);
  }
}
