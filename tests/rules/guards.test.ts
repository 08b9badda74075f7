import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from './records';
import { makeWorld, type Who, type World } from './world';

let world: World;
let serial = 0;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => world?.server.remove());

const path = (collection: string, id = '') => `/api/collections/${collection}/records${id ? `/${id}` : ''}`;
const place = (unit = 't1') => ({ area: 'tiny', unit, suffix: `guard-${(serial += 1)}` });
/** A site holds one record of a medicine, so each gets a medicine of its own. */
const stockBody = (unit?: string): Record<string, unknown> => {
  const at = place(unit);
  return { ...bodyOf('stock', at), medicineId: `med-${at.suffix}` };
};
const patch = (who: Who, collection: string, id: string, body: unknown) =>
  world.server.send('PATCH', path(collection, id), { token: world.tokens[who], body });
const post = (who: Who, collection: string, body: unknown) =>
  world.server.send('POST', path(collection), { token: world.tokens[who], body });

describe('field by field', () => {
  it.each([
    ['reporter', 'facilities', { tier: 'designated' }],
    ['reporter', 'facilities', { unit: 't2' }],
    ['reporter', 'facilities', { lon: 10.6 }],
    ['reporter', 'facilities', { parentId: 'fac-t2' }],
    ['reporter', 'facilities', { ambulanceEligible: true }],
    ['reporter', 'vehicles', { lon: 10.6, lat: 10.6 }],
    ['reporter', 'stock', { facilityId: 'fac-t2' }],
    ['reporter', 'posts', { unit: 't2' }],
    ['reporter', 'duty_shifts', { unit: 't2' }],
    ['reporter', 'known_times', { unit: 't2' }],
    ['dispatcher', 'known_times', { unit: 't2' }],
    ['dispatcher', 'vehicles', { townshipId: 't2' }],
    ['planner', 'vehicles', { status: 'returning' }],
    ['planner', 'villages', { key: 'other-key' }],
    ['admin', 'villages', { area: 'other' }]
  ] as const)('a %s may not change %s %o', async (who, collection, edit) => {
    const record = await world.make(collection, bodyOf(collection, place()));
    const answer = await patch(who, collection, record.id, { ...edit, version: 1 });
    expect(answer.status).toBe(403);
    expect(Object.keys(edit)).toContain(Object.keys(answer.body.data)[0]);
  });

  it('a reporter reports for no foreign facility or village, even under the own unit', async () => {
    const stock = { ...bodyOf('stock', place()), facilityId: 'fac-t2' };
    expect((await post('reporter', 'stock', stock)).status).toBe(403);
    const people = { ...bodyOf('people_counts', place()), villageId: 'vil-t2' };
    expect((await post('reporter', 'people_counts', people)).status).toBe(403);
  });

  it('a site, village or vehicle that states no unit is of its township’s', async () => {
    for (const collection of ['villages', 'facilities', 'vehicles']) {
      const { unit: _unit, ...body } = bodyOf(collection, place('t2'));
      const made = await post('planner', collection, body);
      expect([made.status, made.body.unit], JSON.stringify(made.body)).toEqual([200, 't2']);
    }
  });

  it('the server keeps origin, editedFields and version itself', async () => {
    const made = await post('planner', 'villages', {
      ...bodyOf('villages', place()),
      origin: 'pack',
      editedFields: ['lon'],
      version: 99
    });
    expect(made.body).toMatchObject({ origin: 'hand', editedFields: [], version: 1 });
    const edited = await patch('planner', 'villages', made.body.id, {
      residents: 77,
      origin: 'pack',
      editedFields: [],
      version: 1
    });
    expect(edited.body).toMatchObject({ origin: 'hand', editedFields: ['residents'], version: 2, residents: 77 });
  });
});

describe('values', () => {
  it.each([
    ['villages', { lon: 0, lat: 0 }, 'lon'],
    ['villages', { lon: 10.5, lat: null }, 'lat'],
    ['villages', { lon: 10.5, lat: 95 }, 'lat'],
    ['villages', { lon: 10.5, lat: -10.5 }, 'lon'],
    ['villages', { residents: -1 }, 'residents'],
    ['villages', { names: { en: 'x' } }, 'names'],
    ['villages', { townshipId: 'nowhere' }, 'townshipId'],
    ['facilities', { capabilities: ['magic'] }, 'capabilities'],
    ['facilities', { tier: 'palace' }, 'tier'],
    ['facilities', { bedsTotal: 1, bedsFree: 2 }, 'bedsFree'],
    ['vehicles', { positionLon: 10.4, positionLat: null }, 'positionLat'],
    ['suppliers', { lon: 'east', lat: 1 }, 'lon'],
    ['closures', { fromNode: 3, toNode: null }, 'toNode'],
    ['closures', { speedPercent: 100 }, 'speedPercent'],
    ['closures', { endsAt: '2020-01-01T00:00:00Z' }, 'endsAt'],
    ['closures', { wayId: -4 }, 'wayId'],
    ['vehicles', { positionLon: 10.4, positionLat: 10.4, positionAt: '2999-01-01T00:00:00Z' }, 'positionAt']
  ])('%s %o is refused, naming %s', async (collection, fault, field) => {
    const answer = await post('planner', collection, { ...bodyOf(collection, place()), ...fault });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.data)).toContain(field);
  });

  it.each([
    ['not a list', { lot: 'a' }],
    ['negative doses', [{ lot: 'a', doses: -1, expiresOn: '2027-01-01' }]],
    ['no such day', [{ lot: 'a', doses: 1, expiresOn: '2027-13-01' }]],
    ['unknown key', [{ lot: 'a', doses: 1, expiresOn: '2027-01-01', price: 3 }]]
  ])('lots with %s are refused', async (_name, lots) => {
    const answer = await post('reporter', 'stock', { ...bodyOf('stock', place()), lots });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.data)).toEqual(['lots']);
  });

  it.each([
    ['a use beyond counting', { meanDailyUse: 1e300 }, 'meanDailyUse'],
    ['a count of tomorrow', { countedAt: new Date(Date.now() + 3_600_000).toISOString() }, 'countedAt']
  ])('a stock report with %s is refused, new or changed', async (_name, fault, field) => {
    const refused = await post('reporter', 'stock', { ...bodyOf('stock', place()), ...fault });
    expect([refused.status, Object.keys(refused.body.data)]).toEqual([400, [field]]);
    const record = await world.make('stock', stockBody());
    const changed = await patch('reporter', 'stock', record.id, { ...fault, version: 1 });
    expect([changed.status, Object.keys(changed.body.data)]).toEqual([400, [field]]);
  });

  it.each([
    ['stock', 'medicineId'],
    ['people_counts', 'villageId']
  ])('a second record of %s for the same %s is refused, naming field, record and cure', async (collection, field) => {
    const body = collection === 'stock' ? stockBody() : bodyOf(collection, place());
    const first = await world.make(collection, body);
    const second = await world.server.send('POST', path(collection), {
      token: world.console,
      body: { ...body, key: `${first.key}-again` }
    });
    expect(second.status).toBe(400);
    expect(second.body.data[field].message).toMatch(
      new RegExp(`^${field}: record "${first.key}" holds .*"${String(body[field])}" already; change that one`, 'i')
    );
    const other = await world.make(collection, { ...body, [field]: 'another', key: `${first.key}-other` });
    const moved = await world.server.send('PATCH', path(collection, other.id), {
      token: world.console,
      body: { [field]: body[field], version: 1 }
    });
    expect([moved.status, Object.keys(moved.body.data)]).toEqual([400, [field]]);
  });

  it('of many that record the same count at once exactly one wins', async () => {
    const body = { ...bodyOf('people_counts', place()), villageId: 'counted-at-once' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        world.server.send('POST', path('people_counts'), {
          token: world.console,
          body: { ...body, key: `at-once-${index}` }
        })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400]);
  });

  it('one key exists once in an area', async () => {
    const body = bodyOf('closures', place());
    expect((await post('dispatcher', 'closures', body)).status).toBe(200);
    expect((await post('planner', 'closures', body)).status).toBe(400);
  });
});

describe('compare and set', () => {
  it('a write without a version, or with an old one, is refused and the differing fields are named', async () => {
    const record = await world.make('vehicles', bodyOf('vehicles', place()));
    expect((await patch('dispatcher', 'vehicles', record.id, { minutesToReady: 9 })).status).toBe(400);
    expect((await patch('dispatcher', 'vehicles', record.id, { minutesToReady: 9, version: 1 })).status).toBe(200);
    const stale = await patch('admin', 'vehicles', record.id, { minutesToReady: 5, version: 1 });
    expect(stale.status).toBe(409);
    expect(stale.body.data.version.params).toEqual({ current: 2, yours: 1 });
    expect(stale.body.data.minutesToReady.params).toEqual({ theirs: 9, yours: 5 });
  });

  it('of many dispatchers at once exactly one wins each version', async () => {
    const record = await world.make('vehicles', bodyOf('vehicles', place()));
    const second = await world.makeUser(`rival-${(serial += 1)}`, { role: 'dispatcher' });
    for (let version = 1; version <= 5; version += 1) {
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          world.server.send('PATCH', path('vehicles', record.id), {
            token: index % 2 ? second.token : world.tokens.dispatcher,
            body: { minutesToReady: version * 10 + index, version }
          })
        )
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([200, ...Array<number>(7).fill(409)]);
      const winner = answers.find(({ status }) => status === 200);
      const held = await world.server.send('GET', path('vehicles', record.id), { token: world.console });
      expect(held.body).toMatchObject({ version: version + 1, minutesToReady: winner?.body.minutesToReady });
    }
  });

  it('a batch is bound by the same rules and is undone as a whole', async () => {
    const own = await world.make('stock', stockBody('t1'));
    const foreign = await world.make('stock', stockBody('t2'));
    const request = (id: string) => ({
      method: 'PATCH',
      url: path('stock', id),
      body: { onOrderDoses: 8, version: 1 }
    });
    const answer = await world.server.send('POST', '/api/batch', {
      token: world.tokens.reporter,
      body: { requests: [request(own.id), request(foreign.id)] }
    });
    expect(answer.status).toBe(400);
    const held = await world.server.send('GET', path('stock', own.id), { token: world.console });
    expect(held.body).toMatchObject({ onOrderDoses: 0, version: 1 });
  });
});

describe('figures', () => {
  it.each([
    ['villages', { residents: 1e300 }, 'residents'],
    ['villages', { residentsCompare: { persons: 1e12, source: 's' } }, 'residentsCompare'],
    ['facilities', { bedsTotal: 1e18 }, 'bedsTotal'],
    ['people_counts', { red: 1e18 }, 'red'],
    ['stock', { onOrderDoses: 1e300 }, 'onOrderDoses'],
    ['medicines', { dosesPerCourse: 1e300 }, 'dosesPerCourse'],
    ['stock', { lots: [{ lot: 'a', doses: 1, expiresOn: '2027-02-30' }] }, 'lots']
  ])('%s %o is refused: beyond all measure no sum would hold', async (collection, fault, field) => {
    const answer = await post('admin', collection, { ...bodyOf(collection, place()), ...fault });
    expect([answer.status, Object.keys(answer.body.data ?? {})]).toEqual([400, [field]]);
  });

  it('a known time is not measured tomorrow', async () => {
    const body = { ...bodyOf('known_times', place()), measuredOn: '2099-01-01' };
    const answer = await post('admin', 'known_times', body);
    expect([answer.status, answer.body.data?.measuredOn?.code]).toEqual([400, 'in_future']);
  });
});

describe('what leans on a record', () => {
  const erase = (collection: string, id: string, who: Who = 'admin') =>
    world.server.send('DELETE', path(collection, id), { token: world.tokens[who] });
  const make = (collection: string, more: Record<string, unknown> = {}) =>
    world.make(collection, { ...bodyOf(collection, place()), ...more });

  it.each([
    ['villages', 'people_counts', 'villageId'],
    ['villages', 'known_times', 'villageId'],
    ['facilities', 'facilities', 'parentId'],
    ['facilities', 'stock', 'facilityId'],
    ['facilities', 'posts', 'facilityId'],
    ['facilities', 'reports', 'facilityId'],
    ['facilities', 'townships', 'seatFacilityId'],
    ['townships', 'villages', 'townshipId'],
    ['townships', 'duty_shifts', 'unit'],
    ['medicines', 'stock', 'medicineId'],
    ['alliances', 'facilities', 'allianceId'],
    ['suppliers', 'allocations', 'sourceId'],
    ['vehicles', 'crews', 'vehicleId']
  ])('%s are not deleted while %s name them by %s, and the answer says which', async (collection, by, column) => {
    const held = await make(collection);
    const leaning = await make(by, { [column]: held.key });
    const kept = await erase(collection, held.id);
    expect([kept.status, kept.body.data.key?.code], JSON.stringify(kept.body)).toEqual([409, 'in_use']);
    expect(kept.body.message).toContain(`${by} "${leaning.key}"`);
    expect((await world.server.send('DELETE', path(by, leaning.id), { token: world.console })).status).toBe(204);
    expect((await erase(collection, held.id)).status).toBe(204);
  });

  it('a township is not deleted while an account, a zone or a time to its seat is of it', async () => {
    const { id, key } = await make('townships');
    const account = await world.makeUser(`of-${key}`, { role: 'reporter', unit: key });
    const zone = await make('zones', { townshipIds: ['t1', key] });
    const time = await make('known_times', { facilityId: `seat-${key}` });
    for (const [collection, one, said] of [
      ['zones', zone.id, `zones "${zone.key}"`],
      ['users', account.id, `users "of-${key}"`],
      ['known_times', time.id, `known_times "${time.key}"`]
    ]) {
      const { status, body } = await erase('townships', id);
      expect([status, body.message]).toEqual([409, expect.stringContaining(said)]);
      await world.server.send('DELETE', path(collection, one), { token: world.console });
    }
    expect((await erase('townships', id)).status).toBe(204);
  });

  it('an ended act hinders no deletion, one under way does', async () => {
    const supplier = await make('suppliers');
    const goods = await make('allocations', { sourceId: supplier.key, state: 'shipped' });
    expect((await erase('suppliers', supplier.id, 'planner')).status).toBe(409);
    const ended = { state: 'received' };
    await world.server.send('PATCH', path('allocations', goods.id), { token: world.console, body: ended });
    expect((await erase('suppliers', supplier.id, 'planner')).status).toBe(204);
  });

  it('parents of facilities form no ring, however long; the answer names it', async () => {
    const top = await make('facilities');
    const middle = await make('facilities', { parentId: top.key });
    const low = await make('facilities', { parentId: middle.key });
    const ring = await patch('planner', 'facilities', top.id, { parentId: low.key, version: 1 });
    expect([ring.status, ring.body.data.parentId?.code]).toEqual([400, 'parent_ring']);
    expect(ring.body.message).toContain([top.key, low.key, middle.key, top.key].join(' → '));
    expect((await patch('planner', 'facilities', low.id, { parentId: top.key, version: 1 })).status).toBe(200);
  });
});

describe('accounts', () => {
  it('nobody raises the own rights', async () => {
    for (const who of ['planner', 'dispatcher', 'official', 'reporter', 'admin', 'pending', 'disabled'] as const) {
      for (const edit of [
        { role: 'admin' },
        { unit: 't2' },
        { area: '*' },
        { mustChange: false },
        { disabled: false }
      ]) {
        const id = world.userIds[`a-${who}`];
        const before = await world.server.send('GET', path('users', id), { token: world.console });
        const answer = await patch(who, 'users', id, edit);
        const after = await world.server.send('GET', path('users', id), { token: world.console });
        const { role, unit, area, mustChange, disabled } = before.body;
        expect(after.body, `${who} ${JSON.stringify(edit)} → ${answer.status}`).toMatchObject({
          role,
          unit,
          area,
          mustChange,
          disabled
        });
      }
    }
  });

  it('an administrator changes the own password with the old one alone, whoever sits at the open session', async () => {
    const { id, token } = await world.makeUser(`boss-${(serial += 1)}`, { role: 'admin' });
    const body = { password: 'taken-over-by-me', passwordConfirm: 'taken-over-by-me' };
    expect((await world.server.send('PATCH', path('users', id), { token, body })).status).toBe(403);
    expect((await world.server.send('GET', path('villages'), { token })).body.items.length).toBeGreaterThan(0);
    expect((await patch('admin', 'users', id, body)).status).toBe(200);
  });

  it('an administrator sees and makes accounts of the own area only; others see themselves', async () => {
    const account = { username: `new-${(serial += 1)}`, password: 'long-enough-1', passwordConfirm: 'long-enough-1' };
    const made = await post('admin', 'users', { ...account, role: 'reporter', unit: 't1', area: 'tiny' });
    expect(made.body).toMatchObject({ mustChange: true, role: 'reporter' });
    for (const fault of [{ area: '*' }, { area: 'other' }, { unit: 'nowhere' }, { demo: true }]) {
      const answer = await post('admin', 'users', {
        ...account,
        username: `bad-${(serial += 1)}`,
        role: 'planner',
        unit: 'county',
        area: 'tiny',
        ...fault
      });
      expect(answer.status, JSON.stringify(fault)).toBeGreaterThanOrEqual(400);
    }
    for (const who of ['planner', 'dispatcher', 'official', 'reporter'] as const) {
      const list = await world.server.send('GET', path('users'), { token: world.tokens[who] });
      expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([world.userIds[`a-${who}`]]);
      expect((await world.server.send('GET', path('users', made.body.id), { token: world.tokens[who] })).status).toBe(
        404
      );
      expect((await patch(who, 'users', made.body.id, { name: 'x' })).status).toBe(404);
      expect((await post(who, 'users', account)).status).toBe(400);
    }
    expect((await world.server.send('GET', path('users'))).body.items).toEqual([]);
  });

  it('a first password must be changed before anything else is answered, and old sessions end', async () => {
    const { server, tokens } = world;
    const token = tokens.pending;
    expect((await server.send('GET', path('villages'), { token })).body.items).toEqual([]);
    const body = {
      oldPassword: 'long-enough-password',
      password: 'another-long-one',
      passwordConfirm: 'another-long-one'
    };
    for (const fault of [
      { oldPassword: 'wrong-password' },
      { password: 'short', passwordConfirm: 'short' },
      { passwordConfirm: 'differs-from-it' },
      { password: body.oldPassword, passwordConfirm: body.oldPassword }
    ]) {
      const answer = await server.send('POST', '/api/greenlane/password', { token, body: { ...body, ...fault } });
      expect(answer.status, JSON.stringify(fault)).toBe(400);
    }
    const changed = await server.send('POST', '/api/greenlane/password', { token, body });
    expect(changed.body.record.mustChange).toBe(false);
    expect((await server.send('GET', path('villages'), { token })).body.items).toEqual([]);
    const fresh = await server.send('GET', path('villages'), { token: changed.body.token });
    expect(fresh.body.items.length).toBeGreaterThan(0);
  });

  it('an account whose township is gone is disabled like any other, and moved to none that is not there', async () => {
    const gone = `gone-${(serial += 1)}`;
    const { id: township } = await world.make('townships', {
      ...bodyOf('townships', { ...place(gone), suffix: gone }),
      key: gone
    });
    const { id } = await world.makeUser(`of-${gone}`, { role: 'reporter', unit: gone });
    await world.server.send('DELETE', path('townships', township), { token: world.console });
    expect((await patch('admin', 'users', id, { unit: 'nowhere' })).status).toBe(400);
    const shut = await patch('admin', 'users', id, { disabled: true });
    expect([shut.status, shut.body.disabled], JSON.stringify(shut.body)).toEqual([200, true]);
  });

  it('a disabled account and a changed role bite at the next request', async () => {
    const { id, token } = await world.makeUser(`shut-${(serial += 1)}`, { role: 'planner' });
    expect((await world.server.send('GET', path('villages'), { token })).body.items.length).toBeGreaterThan(0);
    await patch('admin', 'users', id, { role: 'official' });
    expect((await world.server.send('GET', path('villages'), { token })).body.items).toEqual([]);
    await patch('admin', 'users', id, { disabled: true });
    const again = await world.server.send('POST', '/api/collections/users/auth-with-password', {
      body: { identity: `shut-${serial}`, password: 'long-enough-password' }
    });
    expect(again.status).toBe(403);
  });
});

describe('leaks', () => {
  it('expand and filters on other collections show a reporter nothing foreign', async () => {
    await world.make('stock', { ...stockBody('t2'), onOrderDoses: 123 });
    const token = world.tokens.reporter;
    for (const query of [
      'expand=facilityId',
      'filter=' + encodeURIComponent('@collection.stock.onOrderDoses = 123'),
      'filter=' + encodeURIComponent('@collection.users.role = "admin"'),
      'sort=-@collection.stock.onOrderDoses'
    ]) {
      const answer = await world.server.send('GET', `${path('stock')}?${query}`, { token });
      const items = (answer.body.items ?? []) as { unit: string; expand?: unknown }[];
      expect(
        items.every(({ unit, expand }) => unit === 't1' && !expand),
        query
      ).toBe(true);
    }
    const probe = encodeURIComponent('@collection.stock.onOrderDoses = 123');
    const probed = await world.server.send('GET', `${path('facilities')}?filter=${probe}`, { token });
    expect(probed.body.items ?? []).toEqual([]);
  });
});
