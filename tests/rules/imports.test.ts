import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../helpers/listen';
import type { Answer } from '../helpers/server';
import { bodyOf } from './records';
import { makeWorld, type Who, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => world?.server.remove());

const opened: [Who, string][] = [];
afterEach(async () => {
  for (const [who, id] of opened.splice(0)) await call(who, 'POST', `${at}/${id}/finish`, {});
});

const at = '/api/greenlane/imports';
const call = (who: Who, method: string, path: string, body?: unknown): Promise<Answer> =>
  world.server.send(method, path, { token: world.tokens[who], ...(body === undefined ? {} : { body }) });
const records = async (collection: string): Promise<Record<string, unknown>[]> => {
  const path = `/api/collections/${collection}/records?perPage=1000&sort=key`;
  return (await world.server.send('GET', path, { token: world.console })).body.items;
};

let serial = 0;
async function begin(who: Who = 'admin', more: Record<string, unknown> = {}): Promise<string> {
  const body = {
    kind: 'villages',
    fileName: 'villages.xlsx',
    digest: `d${(serial += 1)}`,
    counts: { rows: 1 },
    ...more
  };
  const answer = await call(who, 'POST', at, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  opened.push([who, answer.body.id]);
  return answer.body.id;
}
const village = (key: string, more: Record<string, unknown> = {}) => ({
  collection: 'villages',
  key,
  before: null,
  after: {
    names: { local: key },
    code: '',
    townshipId: 't1',
    unit: 't1',
    lon: 10.5,
    lat: 10.5,
    residents: 5,
    residentsSource: 'x',
    residentsDate: '',
    residentsCompare: null,
    areaKm2: null,
    touristVillage: false,
    ...more
  }
});
const send = (id: string, sequence: number, edits: unknown[], who: Who = 'admin') =>
  call(who, 'POST', `${at}/${id}/rows`, { sequence, edits });
async function undoWhole(id: string, who: Who = 'admin'): Promise<Record<string, unknown>[]> {
  const left: Record<string, unknown>[] = [];
  for (;;) {
    const { status, body } = await call(who, 'POST', `${at}/${id}/undo`, { upTo: 0 });
    expect(status, JSON.stringify(body)).toBe(200);
    left.push(...body.left);
    if (body.remaining === 0) return left;
  }
}

describe('chunks', () => {
  it('writes a chunk, counts it, and gives the same answer to the same chunk again', async () => {
    const id = await begin();
    const edits = [village('i-1'), village('i-2')];
    const first = await send(id, 0, edits);
    expect(first.body).toMatchObject({ again: false, next: 1, created: 2, updated: 0, refused: [], conflicts: [] });
    const again = await send(id, 0, edits);
    expect(again.body).toMatchObject({ again: true, next: 1, created: 2 });
    const kept = (await records('villages')).filter(({ key }) => key === 'i-1' || key === 'i-2');
    expect(kept).toHaveLength(2);
    expect(kept[0]).toMatchObject({ origin: 'hand', version: 1, editedFields: [], area: 'tiny', residents: 5 });
    expect(kept[0].created).not.toBe('');
    expect(kept[0].updated).not.toBe('');
    const finished = await call('admin', 'POST', `${at}/${id}/finish`, {});
    expect(finished.body).toMatchObject({ status: 'applied', next: 1, written: { created: 2, refused: 0 } });
    expect((await send(id, 1, [village('i-3')])).status).toBe(409);
  });

  it('names a chunk out of turn and another content under a used number', async () => {
    const id = await begin();
    expect((await send(id, 3, [village('o-1')])).body.data.sequence).toMatchObject({ code: 'sequence_gap' });
    await send(id, 0, [village('o-1')]);
    expect((await send(id, 0, [village('o-2')])).body.data.sequence).toMatchObject({ code: 'sequence_used' });
    await call('admin', 'POST', `${at}/${id}/finish`, {});
  });

  it('lists records that cannot be written, with field and reason, and writes the others', async () => {
    const id = await begin();
    const answer = await send(id, 0, [
      village('w-good'),
      village('w-null', { lon: 0, lat: 0 }),
      village('w-far', { lon: 99 }),
      village('w-town', { townshipId: 'nowhere' }),
      village('w-negative', { residents: -1 }),
      { collection: 'people_counts', key: 'p-w', before: null, after: { villageId: 'w-null', unit: 't1', aged65: 1 } },
      { collection: 'people_counts', key: 'p-g', before: null, after: { villageId: 'w-good', unit: 't1', aged65: 1 } }
    ]);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.created).toBe(2);
    const refused = answer.body.refused as { key: string; field: string }[];
    expect(refused.map(({ key, field }) => [key, field])).toEqual([
      ['w-null', 'lon'],
      ['w-far', 'lon'],
      ['w-town', 'townshipId'],
      ['w-negative', 'residents'],
      ['p-w', 'villageId']
    ]);
    await call('admin', 'POST', `${at}/${id}/finish`, {});
  });

  it('refuses the row that would close a ring of parents, by records or by the rows before it', async () => {
    const site = async (suffix: string, more: Record<string, unknown> = {}) =>
      (await world.make('facilities', { ...bodyOf('facilities', { area: 'tiny', unit: 't1', suffix }), ...more })).key;
    const top = await site('ring-top');
    const low = await site('ring-low', { parentId: top });
    const [a, b] = [await site('ring-a'), await site('ring-b')];
    const id = await begin('admin', { kind: 'facilities' });
    const under = (key: string, parentId: string) => ({
      collection: 'facilities',
      key,
      before: { parentId: '' },
      after: { parentId }
    });
    const { body } = await send(id, 0, [under(top, low), under(a, b), under(b, a)]);
    expect(body).toMatchObject({ updated: 1, conflicts: [] });
    expect(body.refused.map(({ key, field }: Record<string, string>) => [key, field])).toEqual([
      [top, 'parentId'],
      [b, 'parentId']
    ]);
  });

  it('leaves a field that another desk wrote meanwhile and tells both values', async () => {
    await world.make('villages', { ...bodyOf('villages', { area: 'tiny', unit: 't1', suffix: 'x' }), key: 'c-1' });
    const id = await begin();
    const answer = await send(id, 0, [
      { collection: 'villages', key: 'c-1', before: { residents: 9 }, after: { residents: 50 } },
      { collection: 'villages', key: 'i-none', before: { residents: 9 }, after: { residents: 50 } }
    ]);
    const again = await send(id, 1, [village('c-1')]);
    const conflicts = [...answer.body.conflicts, ...again.body.conflicts] as Record<string, unknown>[];
    expect(conflicts).toEqual([
      { collection: 'villages', key: 'c-1', code: 'changed', field: 'residents', theirs: 10, yours: 50 },
      { collection: 'villages', key: 'i-none', code: 'gone' },
      { collection: 'villages', key: 'c-1', code: 'exists' }
    ]);
    await call('admin', 'POST', `${at}/${id}/finish`, {});
  });

  it('leaves the state of a vehicle on an assignment alone, and says which; the rest of it may be imported', async () => {
    const place = { area: 'tiny', unit: 't1', suffix: 'on-duty' };
    const { key } = await world.make('vehicles', bodyOf('vehicles', place));
    const assignment = await world.make('assignments', { ...bodyOf('assignments', place), vehicleId: key });
    const id = await begin('admin', { kind: 'vehicles' });
    const edit = (before: object, after: object) => ({ collection: 'vehicles', key, before, after });
    const shut = { status: 'out-of-service', outOfServiceReason: 'mechanical' };
    const answer = await send(id, 0, [edit({ status: 'available', outOfServiceReason: '' }, shut)]);
    expect(answer.body).toMatchObject({ updated: 0, refused: [{ collection: 'vehicles', key, field: 'status' }] });
    expect(answer.body.refused[0].message).toContain(assignment.key);
    expect((await send(id, 1, [edit({ seats: 2 }, { seats: 3 })])).body).toMatchObject({ updated: 1, refused: [] });
    const held = (await records('vehicles')).find((each) => each.key === key);
    expect(held).toMatchObject({ status: 'available', seats: 3 });
  });

  it('tells the counts of people in a conflict to administrators alone', async () => {
    const at1 = { area: 'tiny', unit: 't1', suffix: 'clash' };
    const held = { ...bodyOf('people_counts', at1), villageId: 'clash', key: 'clash', red: 1 };
    await world.make('people_counts', held);
    const id = await begin('admin', { kind: 'people' });
    const edit = { collection: 'people_counts', key: 'clash', before: { red: 5 }, after: { red: 2 } };
    await send(id, 0, [edit]);
    const conflict = { collection: 'people_counts', key: 'clash', code: 'changed', field: 'red' };
    const told = async (who: Who) => (await call(who, 'GET', `${at}/${id}`)).body.conflicts;
    expect(await told('admin')).toEqual([{ ...conflict, theirs: 1, yours: 2 }]);
    const withheld = { ...conflict, code: 'changed_withheld' };
    expect(await told('planner')).toEqual([withheld]);
    // Who began it may be a planner by now.
    const path = `/api/collections/imports/records/${id}`;
    const by = world.userIds['a-planner'];
    expect((await world.server.send('PATCH', path, { token: world.console, body: { by } })).status).toBe(200);
    expect((await call('planner', 'POST', `${at}/${id}/finish`, {})).body.conflicts).toEqual([withheld]);
  });

  it('refuses more than 500, foreign collections, the server’s own fields', async () => {
    const id = await begin();
    const many = Array.from({ length: 501 }, (_, i) => village(`m-${i}`));
    expect((await send(id, 0, many)).status).toBe(400);
    expect(
      (await send(id, 0, [{ collection: 'users', key: 'x', before: null, after: { role: 'admin' } }])).status
    ).toBe(403);
    expect((await send(id, 0, [village('m-1', { version: 9 })])).status).toBe(400);
    expect((await send(id, 0, [village('m-1'), village('m-1')])).body.data.edits).toMatchObject({ code: 'twice' });
    await call('admin', 'POST', `${at}/${id}/finish`, {});
  });
});

describe('who', () => {
  it('a planner imports villages and crews, not counts of people; others nothing', async () => {
    const refusedKind = await call('planner', 'POST', at, { kind: 'people', fileName: 'x' });
    expect(refusedKind.status).toBe(403);
    for (const who of ['reporter', 'dispatcher', 'official', 'out', 'pending', 'disabled'] as Who[]) {
      const { status } = await call(who, 'POST', at, { kind: 'villages', fileName: 'x' });
      expect([401, 403], `${who}`).toContain(status);
    }
    const id = await begin('planner');
    const people = {
      collection: 'people_counts',
      key: 'p-1',
      before: null,
      after: { villageId: 'vil-t1', unit: 't1', aged65: 1 }
    };
    expect((await send(id, 0, [people], 'planner')).status).toBe(403);
    expect((await send(id, 0, [village('q-1')], 'admin')).status).toBe(403);
    expect((await send(id, 0, [village('q-1')], 'planner')).status).toBe(200);
    const crew = {
      ...{ vehicleId: 'veh-t1', unit: 't1', driver: 'x', attendant: '', telephone: '', onDuty: true, shiftEndsAt: '' }
    };
    const crews = [
      { collection: 'crews', key: 'crew-veh-t1', before: null, after: crew },
      { collection: 'crews', key: 'crew-nobody', before: null, after: { ...crew, driver: '' } }
    ];
    expect((await send(id, 1, crews, 'planner')).body).toMatchObject({
      created: 1,
      refused: [{ key: 'crew-nobody', field: 'driver' }]
    });
    await call('planner', 'POST', `${at}/${id}/finish`, {});
  });

  it('two at once: the second is told who and since when; another kind goes on beside it; a resumed one goes on', async () => {
    const id = await begin('admin', { digest: 'two' });
    const second = await call('planner', 'POST', at, {
      kind: 'villages',
      fileName: 'other.xlsx',
      digest: 'b',
      takeOver: true
    });
    expect(second.status).toBe(409);
    expect(second.body.data.kind).toMatchObject({ code: 'import_open' });
    expect(second.body.message).toContain('A-admin');
    expect(second.body.message).toContain('villages.xlsx');
    const { params } = second.body.data.kind;
    expect(params).toMatchObject({ id, by: 'a-admin', fileName: 'villages.xlsx', mine: false, stale: false });
    expect([Date.parse(params.since), Date.parse(params.at)].every(Number.isFinite)).toBe(true);
    const beside = await begin('planner', { kind: 'suppliers' });
    expect((await call('admin', 'POST', at, { kind: 'villages', fileName: 'x', digest: 'two' })).body).toMatchObject({
      id,
      resumed: true
    });
    for (const [who, each] of [
      ['admin', id],
      ['planner', beside]
    ] as const)
      await call(who, 'POST', `${at}/${each}/finish`, {});
    const both = await Promise.all(
      [1, 2].map((n) => call('admin', 'POST', at, { kind: 'stock', digest: `race-${n}`, fileName: `${n}` }))
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await call('admin', 'POST', `${at}/${both.find(({ status }) => status === 200)?.body.id}/finish`, {});
  });
});

describe('what goes with an import', () => {
  it('the choices made for it come back to the screen that goes on, the latest ones, and only there', async () => {
    const choice = (leaveOut: number[]) => ({ encoding: 'gb18030', sheet: 0, headingRow: 2, answers: { leaveOut } });
    const id = await begin('admin', { digest: 'choices', choice: choice([4]), crs: 'gcj02' });
    const state = async () => (await call('admin', 'GET', `${at}/${id}`)).body;
    expect(await state()).toMatchObject({ choice: choice([4]), crs: 'gcj02', counts: { rows: 1 } });
    const again = { kind: 'villages', fileName: 'x', digest: 'choices', choice: choice([4, 5]), counts: { rows: 2 } };
    expect((await call('admin', 'POST', at, again)).body).toMatchObject({ id, resumed: true });
    expect(await state()).toMatchObject({ choice: choice([4, 5]), crs: 'gcj02', counts: { rows: 2 } });
    await send(id, 0, [village('k-1')]);
    expect((await call('admin', 'POST', `${at}/${id}/undo`, {})).body.import).not.toHaveProperty('choice');
  });
});

describe('undo', () => {
  it('restores every field but `updated`, over several chunks', async () => {
    for (const n of [1, 2, 3]) {
      await world.make('villages', {
        ...bodyOf('villages', { area: 'tiny', unit: 't1', suffix: 'x' }),
        key: `u-${n}`,
        editedFields: ['lon']
      });
    }
    const before = { villages: await records('villages'), people: await records('people_counts') };
    const id = await begin();
    const change = (key: string, residents: number) => ({
      collection: 'villages',
      key,
      before: { residents: 10 },
      after: { residents }
    });
    await send(id, 0, [change('u-1', 11), village('u-new'), change('u-2', 12)]);
    await send(id, 1, [
      { collection: 'people_counts', key: 'p-u', before: null, after: { villageId: 'u-new', unit: 't1', aged65: 3 } },
      change('u-3', 13),
      { collection: 'villages', key: 'u-1', before: { residents: 11, lon: 10.5 }, after: { residents: 14, lon: 10.6 } }
    ]);
    await call('admin', 'POST', `${at}/${id}/finish`, {});
    expect((await records('villages')).find(({ key }) => key === 'u-1')).toMatchObject({
      residents: 14,
      editedFields: ['lon', 'residents']
    });
    expect(await undoWhole(id)).toEqual([]);
    const strip = (rows: Record<string, unknown>[]) => rows.map(({ updated: _updated, ...row }) => row);
    expect(strip(await records('villages'))).toEqual(strip(before.villages));
    expect(strip(await records('people_counts'))).toEqual(strip(before.people));
    expect((await call('admin', 'GET', `${at}/${id}`)).body).toMatchObject({ status: 'undone', undoneChunks: 2 });
  });

  it('a save made from what the import had written is refused after it, however many saves came between', async () => {
    const body = { ...bodyOf('villages', { area: 'tiny', unit: 't1', suffix: 'x' }), key: 'back' };
    const { id: record } = await world.make('villages', body);
    const path = `/api/collections/villages/records/${record}`;
    const id = await begin();
    const edit = { collection: 'villages', key: 'back', before: { residents: 10 }, after: { residents: 1010 } };
    await send(id, 0, [edit]);
    const { version: read } = (await call('planner', 'GET', path)).body;
    expect(await undoWhole(id)).toEqual([]);
    const { version } = (await call('admin', 'GET', path)).body;
    expect(version).toBeLessThan(read);
    expect((await call('admin', 'PATCH', path, { version, residents: 7 })).status).toBe(200);
    const late = await call('planner', 'PATCH', path, { version: read, residents: 1015 });
    expect(late.status).toBe(409);
    expect(late.body.data.version).toMatchObject({ code: 'stale_version' });
  });

  it('leaves what somebody wrote between two chunks, or between two steps of taking back', async () => {
    for (const key of ['amid', 'during'])
      await world.make('villages', { ...bodyOf('villages', { area: 'tiny', unit: 't1', suffix: 'x' }), key });
    const held = async (key: string) =>
      (await records('villages')).find((each) => each.key === key) as Record<string, unknown>;
    const write = async (key: string, residents: number) => {
      const { id: record, version } = await held(key);
      await call('admin', 'PATCH', `/api/collections/villages/records/${record}`, { version, residents });
    };
    const edit = (key: string, before: number, after: number) => ({
      collection: 'villages',
      key,
      before: { residents: before },
      after: { residents: after }
    });
    const id = await begin();
    await send(id, 0, [edit('amid', 10, 11), edit('during', 10, 11)]);
    await write('amid', 500);
    await send(id, 1, [edit('amid', 500, 12), edit('during', 11, 12)]);
    expect((await call('admin', 'POST', `${at}/${id}/undo`, { upTo: 1 })).body).toMatchObject({
      restored: 2,
      left: []
    });
    await write('during', 600);
    const left = (await undoWhole(id)).map(({ key, code }) => [key, code]);
    expect(left.sort()).toEqual([
      ['amid', 'edited'],
      ['during', 'edited']
    ]);
    expect([(await held('amid')).residents, (await held('during')).residents]).toEqual([500, 600]);
  });

  it('stops at the chunk named, closes an open import, and takes the rest back later', async () => {
    const id = await begin();
    for (const n of [0, 1, 2]) await send(id, n, [village(`p-${n}`)]);
    const keys = async () =>
      (await records('villages')).map(({ key }) => key).filter((key) => /^p-\d/.test(String(key)));
    const part = await call('admin', 'POST', `${at}/${id}/undo`, { upTo: 1 });
    expect(part.body).toMatchObject({ sequence: 2, restored: 1, remaining: 1, import: { status: 'applied' } });
    expect((await send(id, 3, [village('p-3')])).status).toBe(409);
    const more = await call('admin', 'POST', `${at}/${id}/undo`, { upTo: 1 });
    expect(more.body).toMatchObject({ sequence: 1, remaining: 0 });
    expect(await keys()).toEqual(['p-0']);
    await undoWhole(id);
    expect(await keys()).toEqual([]);
    expect((await call('planner', 'POST', `${at}/${id}/undo`, {})).status).toBe(403);
  });

  it('leaves alone and lists what was edited since, is gone, or is needed by others', async () => {
    const id = await begin();
    await send(id, 0, [village('l-edited'), village('l-gone'), village('l-needed'), village('l-plain')]);
    await call('admin', 'POST', `${at}/${id}/finish`, {});
    const held = await records('villages');
    const of = (key: string) => held.find((each) => each.key === key) as { id: string };
    const path = (key: string) => `/api/collections/villages/records/${of(key).id}`;
    expect((await call('admin', 'PATCH', path('l-edited'), { residents: 99, version: 1 })).status).toBe(200);
    expect((await call('admin', 'DELETE', path('l-gone'))).status).toBe(204);
    await world.make('people_counts', {
      ...bodyOf('people_counts', { area: 'tiny', unit: 't1', suffix: 'l' }),
      villageId: 'l-needed'
    });
    const left = await undoWhole(id);
    expect(left.map(({ key, code }) => [key, code]).sort()).toEqual([
      ['l-edited', 'edited'],
      ['l-gone', 'gone'],
      ['l-needed', 'in-use']
    ]);
    const keys = (await records('villages')).map(({ key }) => key);
    expect(keys).toContain('l-edited');
    expect(keys).toContain('l-needed');
    expect(keys).not.toContain('l-plain');
  });
});

describe('townships', () => {
  const town = (key: string, more: Record<string, unknown> = {}) => ({
    collection: 'townships',
    key,
    before: null,
    after: { names: { local: key }, code: '', seatFacilityId: '', derived: false, unit: key, ...more }
  });
  const inTown = (key: string, of: string) => village(key, { townshipId: of, unit: of });
  const keysIn = async (collection: string) => (await records(collection)).map(({ key }) => key);

  it('come in with their villages, from a planner too, and go with them when the import is taken back', async () => {
    const counted = {
      ...bodyOf('people_counts', { area: 'tiny', unit: 't2', suffix: 'follows' }),
      villageId: 'vil-t2'
    };
    const { key: count } = await world.make('people_counts', counted);
    const unitOfCount = async () => (await records('people_counts')).find(({ key }) => key === count)?.unit;
    const before = { townships: await records('townships'), villages: await records('villages') };
    const id = await begin('planner');
    const part = [town('t-upper'), inTown('tv-1', 't-upper'), town('t-lower'), inTown('tv-2', 't-lower')];
    expect((await send(id, 0, part, 'planner')).body).toMatchObject({ created: 4, refused: [], conflicts: [] });
    expect((await send(id, 0, part, 'planner')).body).toMatchObject({ again: true, created: 4 });
    const moving = { townshipId: 't-upper', unit: 't-upper' };
    const edits = [
      inTown('tv-3', 't-lower'),
      { collection: 'villages', key: 'vil-t2', before: { townshipId: 't2', unit: 't2' }, after: moving },
      town('t-upper')
    ];
    expect((await send(id, 1, edits, 'planner')).body).toMatchObject({
      ...{ created: 1, updated: 1, unchanged: 1 },
      ...{ refused: [], conflicts: [] }
    });
    const upper = (await records('townships')).find(({ key }) => key === 't-upper');
    expect(upper).toMatchObject({ unit: 't-upper', origin: 'hand', version: 1, derived: false, area: 'tiny' });
    expect((await records('villages')).find(({ key }) => key === 'vil-t2')).toMatchObject(moving);
    expect(await unitOfCount()).toBe('t-upper');
    await call('planner', 'POST', `${at}/${id}/finish`, {});
    expect(await undoWhole(id, 'planner')).toEqual([]);
    expect(await unitOfCount()).toBe('t2');
    const plain = (rows: Record<string, unknown>[]) => rows.map(({ updated: _updated, ...row }) => row);
    expect(plain(await records('townships'))).toEqual(plain(before.townships));
    expect(plain(await records('villages'))).toEqual(plain(before.villages));
  });

  it('count with the unit of a village moved in the same chunk', async () => {
    const id = await begin();
    await send(id, 0, [town('t-count'), village('tc-1')]);
    const answer = await send(id, 1, [
      {
        collection: 'villages',
        key: 'tc-1',
        before: { townshipId: 't1', unit: 't1' },
        after: { townshipId: 't-count', unit: 't-count' }
      },
      {
        collection: 'people_counts',
        key: 'p-tc',
        before: null,
        after: { villageId: 'tc-1', unit: 't-count', aged65: 2 }
      }
    ]);
    expect(answer.body).toMatchObject({ created: 1, updated: 1, refused: [] });
    const again = [
      {
        collection: 'villages',
        key: 'tc-1',
        before: { townshipId: 't-count', unit: 't-count' },
        after: { townshipId: 't1', unit: 't1' }
      },
      {
        collection: 'people_counts',
        key: 'p-tc',
        before: { unit: 't-count', aged65: 2 },
        after: { unit: 't1', aged65: 3 }
      }
    ];
    expect((await send(id, 2, again)).body).toMatchObject({ updated: 2, refused: [], conflicts: [] });
    expect(await undoWhole(id)).toEqual([]);
    expect(await keysIn('townships')).not.toContain('t-count');
  });

  it('are made, never changed, by an import; one without a name, or of a foreign unit, is refused with its rows', async () => {
    const id = await begin();
    const change = { collection: 'townships', key: 't1', before: { code: '' }, after: { code: '500242100000' } };
    expect((await send(id, 0, [change])).status).toBe(403);
    const { body } = await send(id, 0, [
      town('t-nameless', { names: { local: '' } }),
      inTown('tn-1', 't-nameless'),
      town('t-foreign', { unit: 'nowhere' })
    ]);
    expect(body.created).toBe(0);
    expect(body.refused.map(({ key, field }: Record<string, unknown>) => [key, field])).toEqual([
      ['t-nameless', 'names'],
      ['tn-1', 'townshipId'],
      ['t-foreign', 'unit']
    ]);
    expect((await send(id, 1, [town('t1')])).body.conflicts).toMatchObject([{ key: 't1', code: 'exists' }]);
  });

  it('stay where others name them by now, and are listed with who does', async () => {
    const id = await begin();
    const keys = ['by-village', 'by-zone', 'by-user', 'by-invitation', 'by-supplier', 'by-time', 'by-nobody'];
    await send(
      id,
      0,
      keys.map((key) => town(`t-${key}`))
    );
    await call('admin', 'POST', `${at}/${id}/finish`, {});
    const of = (unit: string) => ({ area: 'tiny', unit, suffix: unit });
    await world.make('villages', bodyOf('villages', of('t-by-village')));
    await world.make('zones', { ...bodyOf('zones', of('county')), facilityId: '', townshipIds: ['t-by-zone'] });
    await world.makeUser('in-town', { role: 'reporter', unit: 't-by-user' });
    const invitation = { role: 'reporter', unit: 't-by-invitation', area: 'tiny' };
    await world.server.send('POST', '/api/greenlane/invitations', { token: world.tokens.admin, body: invitation });
    await world.make('suppliers', bodyOf('suppliers', of('t-by-supplier')));
    const time = { ...bodyOf('known_times', of('county')), facilityId: 'seat-t-by-time', villageId: 'vil-t1' };
    await world.make('known_times', time);
    const left = await undoWhole(id);
    expect(left.map(({ key, code }) => [key, code]).sort()).toEqual(
      keys
        .filter((key) => key !== 'by-nobody')
        .map((key) => [`t-${key}`, 'in-use'])
        .sort()
    );
    expect(left.find(({ key }) => key === 't-by-user')).toMatchObject({ by: 'users "in-town"' });
    expect(await keysIn('townships')).not.toContain('t-by-nobody');
  });
});

describe('live', () => {
  it('screens hear nothing of the records, one word of the area at the end; other writes come through meanwhile', async () => {
    const topics = ['villages/*', 'areas/*'];
    const ears = await listen(world.server.url, world.tokens.dispatcher, topics);
    const id = await begin();
    await send(
      id,
      0,
      Array.from({ length: 50 }, (_, i) => village(`r-${i}`))
    );
    const beside = await call('planner', 'POST', '/api/collections/villages/records', {
      ...bodyOf('villages', { area: 'tiny', unit: 't1', suffix: 'beside' })
    });
    expect(beside.status).toBe(200);
    await ears.heard('villages-beside');
    await call('admin', 'POST', `${at}/${id}/finish`, {});
    await ears.heard('tiny');
    const heard = ears.events.map(({ topic, key }) => [topic, key]);
    expect(heard).toEqual([
      ['villages/*', 'villages-beside'],
      ['areas/*', 'tiny']
    ]);
    ears.close();
  });

  it('an import that pauses is shown as far as it got, once', async () => {
    const id = await begin();
    await send(id, 0, [village('paused')]);
    const path = `/api/collections/imports/records/${id}`;
    const lastAt = new Date(Date.now() - 5 * 60_000).toISOString();
    expect((await world.server.send('PATCH', path, { token: world.console, body: { lastAt } })).status).toBe(200);
    const ears = await listen(world.server.url, world.tokens.dispatcher, ['areas/*']);
    const round = () => world.server.send('POST', '/api/crons/greenlaneImports', { token: world.console });
    await Promise.all(Array.from({ length: 8 }, round));
    await ears.heard('tiny');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(ears.events).toHaveLength(1);
    ears.close();
  });
});
