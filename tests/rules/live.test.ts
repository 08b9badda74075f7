import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyChange } from '../../src/lib/core/change/apply-change';
import { connectTo } from '../../src/lib/store/client';
import { fetchSituation, type RemoteIds } from '../../src/lib/store/fetch-situation';
import { follow } from '../../src/lib/store/realtime';
import { takeLine } from '../helpers/line';
import { listen } from '../helpers/listen';
import { bodyOf, KINDS } from './records';
import { makeWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => world?.server.remove());

const stock = (unit: string, suffix: string, area = 'tiny') =>
  world.make('stock', { ...bodyOf('stock', { area, unit, suffix }), medicineId: `med-${suffix}` });
/** Topics by collection and by record alike. */
const TOPICS = ['stock/*', 'crews/*', 'users/*', 'villages/*', '_superusers/*'];

it('a stream carries only what its user may read', async () => {
  const foreign = await stock('t2', 'watched');
  const url = world.server.url;
  const topics = [...TOPICS, `stock/${foreign.id}`];
  const own = await listen(url, world.tokens.reporter, topics);
  const out = await listen(url, undefined, topics);
  const pending = await listen(url, world.tokens.pending, topics);
  const disabled = await listen(url, world.tokens.disabled, topics);
  const official = await listen(url, world.tokens.official, topics);
  try {
    await world.server.send('PATCH', `/api/collections/stock/records/${foreign.id}`, {
      token: world.console,
      body: { onOrderDoses: 4, version: 1 }
    });
    await stock('t2', 'foreign-unit');
    await stock('t1', 'foreign-area', 'other');
    await stock('t1', 'own');
    await Promise.all([own.heard('stock-own'), official.heard('stock-own')]);
    expect(own.events.map(({ key }) => key)).toEqual(['stock-own']);
    expect(new Set(official.events.map(({ key }) => key))).toEqual(
      new Set(['stock-watched', 'stock-foreign-unit', 'stock-own'])
    );
    for (const silent of [out, pending, disabled]) expect(silent.events).toEqual([]);
  } finally {
    for (const each of [own, out, pending, disabled, official]) each.close();
  }
});

it('a reporter hears what travel times rest on, of every unit, and no plan', async () => {
  const own = await listen(world.server.url, world.tokens.reporter, ['scenarios/*', 'known_times/*']);
  try {
    const county = { area: 'tiny', unit: 'county' };
    await world.make('scenarios', bodyOf('scenarios', { ...county, suffix: 'plan' }));
    const table = bodyOf('scenarios', { ...county, suffix: 'table' });
    await world.make('scenarios', { ...table, ...KINDS.scenarios[0] });
    await world.make('known_times', bodyOf('known_times', { area: 'tiny', unit: 't2', suffix: 'foreign' }));
    await own.heard('known_times-foreign');
    expect(own.events.map(({ key }) => key)).toEqual(['scenarios-table', 'known_times-foreign']);
  } finally {
    own.close();
  }
});

it('the stream of a disabled account ends, and it hears nothing more', async () => {
  const { id, token } = await world.makeUser('cut-off', { role: 'official' });
  const stream = await listen(world.server.url, token, TOPICS);
  const witness = await listen(world.server.url, world.tokens.official, TOPICS);
  try {
    await stock('t1', 'before');
    await stream.heard('stock-before');
    await world.server.send('PATCH', `/api/collections/users/records/${id}`, {
      token: world.tokens.admin,
      body: { disabled: true }
    });
    await stream.ended;
    await stock('t1', 'after');
    await witness.heard('stock-after');
    expect(stream.events.map(({ key }) => key)).toEqual(['stock-before']);
  } finally {
    stream.close();
    witness.close();
  }
});

it('a screen whose line was cut fetches what has changed meanwhile, and nothing else', async () => {
  const line = takeLine();
  const client = connectTo(world.server.url, world.tokens.official as string);
  const ids: RemoteIds = new Map();
  const gone = await stock('t1', 'gone');
  let held = await fetchSituation(client, 'tiny', { ids });
  let word = '';
  let asked: string[] = [];
  client.beforeSend = (url, options) => {
    const name = /collections\/(\w+)\/records/.exec(url)?.[1];
    if (name) asked.push(name);
    return { url, options };
  };
  const ends = new AbortController();
  await follow({
    client,
    areaId: 'tiny',
    signal: ends.signal,
    ids,
    held: () => held,
    onchange: (change) => (held = applyChange(held, change)),
    onword: (next) => (word = next),
    onheard: () => undefined,
    ontrouble: (trouble) => expect(trouble).toBeNull(),
    onsignedout: () => expect('signed out').toBe('')
  });
  const keys = () => [...held.stock.keys()];
  expect(word).toBe('live');
  expect(keys()).toContain('stock-gone');
  asked = [];
  line.cut();
  await expect.poll(() => word).toBe('offline');
  line.mend();
  await expect.poll(() => word, { timeout: 30_000 }).toBe('live');
  expect(asked).toEqual(['tides']);

  line.cut();
  await expect.poll(() => word).toBe('offline');
  line.mend();
  const made = stock('t2', 'made-meanwhile');
  const cut = world.server.send('DELETE', `/api/collections/stock/records/${gone.id}`, { token: world.console });
  await Promise.all([made, cut]);
  await expect.poll(keys, { timeout: 30_000 }).toContain('stock-made-meanwhile');
  await expect.poll(keys, { timeout: 30_000 }).not.toContain('stock-gone');
  await expect.poll(() => word, { timeout: 30_000 }).toBe('live');
  ends.abort();
});

it('the heartbeat grows while the server lives', async () => {
  const stream = await listen(world.server.url, world.tokens.official, ['heartbeats/*']);
  try {
    await stream.heard('server');
  } finally {
    stream.close();
  }
});
