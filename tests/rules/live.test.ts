import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('the heartbeat grows while the server lives', async () => {
  const stream = await listen(world.server.url, world.tokens.official, ['heartbeats/*']);
  try {
    await stream.heard('server');
  } finally {
    stream.close();
  }
});
