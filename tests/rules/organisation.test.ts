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
const place = (unit = 't1') => ({ area: 'tiny', unit, suffix: `org-${(serial += 1)}` });
const post = (who: Who, collection: string, body: unknown) =>
  world.server.send('POST', path(collection), { token: world.tokens[who], body });
const patch = (who: Who, collection: string, id: string, body: unknown) =>
  world.server.send('PATCH', path(collection, id), { token: world.tokens[who], body });
const remove = (collection: string, id: string) =>
  world.server.send('DELETE', path(collection, id), { token: world.console });

const SHIFT = { startsAt: '2026-11-22T00:00:00Z', endsAt: '2026-11-22T12:00:00Z' };

describe('values of the organisation', () => {
  it.each([
    ['posts', { telephone: 'call me' }, 'telephone', 'bad_telephone'],
    ['posts', { telephone: '12' }, 'telephone', 'bad_telephone'],
    ['posts', { deputyTelephone: '无' }, 'deputyTelephone', 'bad_telephone'],
    ['posts', { kind: 'designated', facilityId: '' }, 'facilityId', 'facility_missing'],
    ['posts', { facilityId: 'nowhere' }, 'facilityId', 'unknown_reference'],
    ['posts', { person: 'x'.repeat(121) }, 'person', 'validation_max_text_constraint'],
    ['duty_shifts', { ...SHIFT, person: '  ' }, 'person', 'person_missing'],
    ['duty_shifts', { ...SHIFT, telephone: 'none' }, 'telephone', 'bad_telephone'],
    ['duty_shifts', { ...SHIFT, endsAt: SHIFT.startsAt }, 'endsAt', 'ends_before_start'],
    ['duty_shifts', { ...SHIFT, endsAt: '2027-11-22T12:00:00Z' }, 'endsAt', 'too_long'],
    ['duty_shifts', { ...SHIFT, endsAt: 'tomorrow' }, 'endsAt', 'bad_date'],
    ['suppliers', { telephone: 'x' }, 'telephone', 'bad_telephone'],
    ['suppliers', { lon: 10.4, lat: null }, 'lat', 'half_place'],
    ['suppliers', { kind: 'shop' }, 'kind', 'validation_invalid_value'],
    ['zones', { townshipIds: ['nowhere'] }, 'townshipIds', 'unknown_reference'],
    ['zones', { townshipIds: ['t1', 't1'] }, 'townshipIds', 'named_twice'],
    ['zones', { townshipIds: 't1' }, 'townshipIds', 'not_a_list'],
    ['zones', { facilityId: 'nowhere' }, 'facilityId', 'unknown_reference'],
    ['zones', { names: {} }, 'names', 'names_local']
  ])('%s %o is refused, naming %s', async (collection, fault, field, code) => {
    const answer = await post('admin', collection, { ...bodyOf(collection, place()), ...fault });
    expect([answer.status, answer.body.data[field]?.code]).toEqual([400, code]);
  });

  it('a zone of more townships than a county has is refused', async () => {
    const townshipIds = Array.from({ length: 501 }, (_, i) => `t${i}`);
    const answer = await post('admin', 'zones', { ...bodyOf('zones', place()), townshipIds });
    expect([answer.status, answer.body.data.townshipIds.code]).toEqual([400, 'too_many']);
  });

  it.each(['120', '023-7555 1234', '+86 23 7555 1234', '7555 1234转8', '110、120', ''])(
    'a telephone written “%s” is taken',
    async (telephone) => {
      const answer = await post('admin', 'posts', { ...bodyOf('posts', place()), telephone });
      expect([answer.status, answer.body.telephone]).toEqual([200, telephone]);
    }
  );

  it('an odd telephone that a table brought hinders no other change, and goes no second time', async () => {
    const made = await world.make('suppliers', { ...bodyOf('suppliers', place()), telephone: '' });
    const { server, console } = world;
    const begun = await server.send('POST', '/api/greenlane/imports', {
      token: world.tokens.admin,
      body: { kind: 'suppliers', fileName: 'a.csv', digest: 'd', counts: { rows: 1 } }
    });
    const edit = {
      collection: 'suppliers',
      key: made.key,
      before: { telephone: '' },
      after: { telephone: 'ask Li' }
    };
    const chunk = await server.send('POST', `/api/greenlane/imports/${begun.body.id}/rows`, {
      token: world.tokens.admin,
      body: { sequence: 0, edits: [edit] }
    });
    const held = await server.send('GET', path('suppliers', made.id), { token: console });
    expect([begun.status, chunk.status, held.body.telephone], JSON.stringify([begun.body, chunk.body])).toEqual([
      200,
      200,
      'ask Li'
    ]);
    const moved = await patch('admin', 'suppliers', made.id, { lon: 10.5, lat: 10.5, version: held.body.version });
    expect(moved.status).toBe(200);
    const again = await patch('admin', 'suppliers', made.id, { telephone: 'ask Wu', version: moved.body.version });
    expect([again.status, again.body.data.telephone?.code]).toEqual([400, 'bad_telephone']);
  });
});

describe('zones', () => {
  it('a township stands in one zone: the second is told which holds it, and gets it once it is free', async () => {
    const zone = (townshipIds: string[]) => ({
      ...bodyOf('zones', place('county')),
      facilityId: 'fac-t1',
      townshipIds
    });
    const first = await post('planner', 'zones', zone(['t1', 't2']));
    const second = await post('planner', 'zones', zone([]));
    expect([first.status, second.status]).toEqual([200, 200]);
    const taken = await patch('planner', 'zones', second.body.id, { townshipIds: ['t2'], version: 1 });
    expect([taken.status, taken.body.data.townshipIds.code]).toEqual([400, 'in_two_zones']);
    expect(taken.body.data.townshipIds.message).toContain(first.body.key);
    expect((await post('admin', 'zones', zone(['t2']))).status).toBe(400);
    expect((await patch('planner', 'zones', first.body.id, { townshipIds: ['t1'], version: 1 })).status).toBe(200);
    expect((await patch('planner', 'zones', second.body.id, { townshipIds: ['t2'], version: 1 })).status).toBe(200);
    await remove('zones', first.body.id);
    await remove('zones', second.body.id);
  });

  it('of many that claim a township at once exactly one wins', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        post('admin', 'zones', { ...bodyOf('zones', place('county')), facilityId: 'fac-t1', townshipIds: ['t2'] })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400]);
    for (const { status, body } of answers) if (status === 200) await remove('zones', body.id);
  });

  it('a zone of another area is no hindrance', async () => {
    const other = await world.make('zones', { ...bodyOf('zones', { area: 'other', unit: 't1', suffix: 'there' }) });
    const own = await post('admin', 'zones', bodyOf('zones', place()));
    expect(own.status).toBe(200);
    await remove('zones', other.id);
    await remove('zones', own.body.id);
  });
});

describe('units', () => {
  it('the liaison of a township hospital is of its own unit', async () => {
    const body = { ...bodyOf('posts', place('t1')), kind: 'township-hospital' };
    for (const who of ['reporter', 'admin'] as const) {
      const answer = await post(who, 'posts', { ...body, key: `foreign-${who}`, facilityId: 'fac-t2' });
      expect([answer.status, answer.body.data.facilityId?.code]).toEqual([403, 'foreign_unit']);
    }
    expect((await post('reporter', 'posts', { ...body, facilityId: 'fac-t1' })).status).toBe(200);
  });

  it('two desks that fill the same post meet in one record, and the later is told the fields', async () => {
    const body = bodyOf('posts', place());
    const first = await post('admin', 'posts', { ...body, person: 'Li' });
    const second = await post('admin', 'posts', { ...body, person: 'Wu' });
    expect([first.status, second.status, second.body.data.key?.code]).toEqual([200, 400, 'validation_not_unique']);
    expect((await patch('admin', 'posts', first.body.id, { person: 'Zhao', version: 1 })).status).toBe(200);
    const stale = await patch('admin', 'posts', first.body.id, { person: 'Wu', version: 1 });
    expect([stale.status, stale.body.data.person?.params]).toEqual([409, { theirs: 'Zhao', yours: 'Wu' }]);
  });
});
