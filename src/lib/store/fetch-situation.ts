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
  return { areaId, ...(await fetchCollections(client, areaId, COLLECTION_NAMES, options)) } as Situation;
}

/** Some collections of a situation. @throws Trouble */
export async function fetchCollections(
  client: Client,
  areaId: string,
  names: readonly CollectionName[],
  options: { ids?: RemoteIds; signal?: AbortSignal } = {}
): Promise<Partial<Situation>> {
  const entries = await Promise.all(
    names.map(async (name) => [name, await fetchCollection(client, areaId, name, options)] as const)
  );
  return Object.fromEntries(entries) as Partial<Situation>;
}

/** How often each collection has changed in an area, by its name on the server. */
export type Tides = ReadonlyMap<string, number>;

/**
 * What a cut line may have kept from a screen: collections whose count is the one read before they were fetched last have
 * not changed since. Empty where the server does not know the sign-in: every area has one. @throws Trouble
 */
export async function fetchTides(client: Client, areaId: string, signal: AbortSignal): Promise<Tides> {
  try {
    const filter = client.filter('area = {:areaId}', { areaId });
    const options = { filter, skipTotal: true, fields: 'name,count', signal };
    const { items } = await client.collection('tides').getList<{ name: string; count: number }>(1, 100, options);
    return new Map(items.map(({ name, count }) => [name, count]));
  } catch (error) {
    throw asTrouble(error);
  }
}

async function fetchCollection<C extends CollectionName>(
  client: Client,
  areaId: string,
  collection: C,
  { ids, signal }: { ids?: RemoteIds; signal?: AbortSignal }
): Promise<Map<string, Collections[C]>> {
  const found = new Map<string, Collections[C]>();
  const keep = (items: readonly RemoteRecord[]) => {
    for (const item of items) {
      found.set(item.key, fromRemote(collection, item));
      ids?.set(remoteIdKey(collection, item.key), item.id);
    }
  };
  if (collection === 'peopleCounts') {
    keep(await fetchCounts(client, areaId, signal));
    return found;
  }
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
    keep(items);
    if (items.length < PAGE_SIZE) return found;
    last = items[items.length - 1].key;
  }
}

/** By a route of its own: the server's list would take seconds to withhold what the role does not see. */
async function fetchCounts(client: Client, area: string, signal?: AbortSignal): Promise<RemoteRecord[]> {
  try {
    const options = { method: 'GET', query: { area }, ...(signal ? { signal } : {}) };
    return (await client.send<{ items: RemoteRecord[] }>('/api/greenlane/people-counts', options)).items;
  } catch (error) {
    throw asTrouble(error);
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
