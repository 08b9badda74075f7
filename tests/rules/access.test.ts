import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/node/supervisor/options';
import { COLLECTION_ACCESS, OPERATIONS_ACCESS, ROUTE_ACCESS, type Access } from './access-table';
import { BODIES, bodyOf, EDITS, KINDS } from './records';
import { EVERYONE, makeWorld, type Who, type World } from './world';

const LETTERS: Partial<Record<Who, string>> = {
  planner: 'P',
  dispatcher: 'D',
  official: 'O',
  reporter: 'R',
  admin: 'A'
};

/** Places a record can lie in, seen from the users, who belong to area `tiny` and, the reporter, to unit `t1`. */
const CASES = [
  { name: 'own unit', area: 'tiny', unit: 't1', origin: 'pack' },
  { name: 'own unit, by hand', area: 'tiny', unit: 't1', origin: 'hand' },
  { name: 'foreign unit', area: 'tiny', unit: 't2', origin: 'pack' },
  { name: 'foreign area', area: 'other', unit: 't1', origin: 'pack' }
] as const;
type Case = (typeof CASES)[number];
type Asked = Pick<Case, 'area' | 'unit' | 'origin'> & { kind?: unknown };

function granted(grant: string, who: Who, { area, unit, origin, kind }: Asked): boolean {
  const letter = LETTERS[who];
  if (!letter || area !== 'tiny') return false;
  return grant.split(' ').some((each) => {
    const [name, condition] = each.split('@');
    if (name !== letter && name !== '*') return false;
    if (condition === 'own') return unit === 't1';
    if (condition === 'hand') return origin === 'hand';
    if (condition === 'travel') return kind === 'travel';
    return condition === undefined;
  });
}

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  // So that there is an event in the log to be read.
  const patient = { grade: 'mild', severeDisease: false, aged: false, stable: true, dialysis: false };
  const referral = { originFacilityId: 'fac-t1', targetFacilityId: 'fac-t2', draft: true, ...patient };
  await world.server.send('POST', '/api/greenlane/referrals', {
    token: world.tokens.dispatcher,
    body: { key: 'access-test-draft-1', referral }
  });
});
afterAll(async () => world?.server.remove());

const path = (collection: string, id = '') => `/api/collections/${collection}/records${id ? `/${id}` : ''}`;
const ok = (status: number) => status >= 200 && status < 300;

/** Every operation of one user on one collection; gives a line for each answer that is not the table's. */
async function drive(collection: string, access: Access, who: Who, more: Record<string, unknown>): Promise<string[]> {
  const { server, console, tokens, make } = world;
  const token = tokens[who];
  const wrong: string[] = [];
  const judge = (operation: string, at: string, wanted: boolean, got: boolean, status: number) => {
    if (wanted !== got) wrong.push(`${who} ${operation} ${collection} (${at}): wanted ${wanted}, got ${status}`);
  };
  for (const [index, place] of CASES.entries()) {
    const at = { ...place, ...more };
    const body = { ...bodyOf(collection, { ...place, suffix: `${who}-${index}` }), ...more };
    const record = await make(collection, body);

    const filter = encodeURIComponent(`key = "${record.key}"`);
    const list = await server.send('GET', `${path(collection)}?filter=${filter}&perPage=500`, { token });
    const listed = ok(list.status) && list.body.items.some(({ id }: { id: string }) => id === record.id);
    judge('list', at.name, granted(access.read, who, at), listed, list.status);
    const view = await server.send('GET', path(collection, record.id), { token });
    judge('view', at.name, granted(access.read, who, at), ok(view.status), view.status);

    const update = await server.send('PATCH', path(collection, record.id), {
      token,
      body: { ...EDITS[collection], version: 1 }
    });
    judge('update', at.name, granted(access.update, who, at), ok(update.status), update.status);
    const remove = await server.send('DELETE', path(collection, record.id), { token });
    judge('delete', at.name, granted(access.delete, who, at), ok(remove.status), remove.status);
    await server.send('DELETE', path(collection, record.id), { token: console });

    const create = await server.send('POST', path(collection), { token, body });
    judge('create', at.name, granted(access.create, who, at), ok(create.status), create.status);
    if (ok(create.status)) await server.send('DELETE', path(collection, create.body.id), { token: console });
  }
  return wrong;
}

describe('role × request on the real server', () => {
  it('every collection of the live server stands in the table, and no other', async () => {
    const { body } = await world.server.send('GET', '/api/collections?perPage=200', { token: world.console });
    const names = body.items.map(({ name }: { name: string }) => name).sort();
    expect(names).toEqual(Object.keys(COLLECTION_ACCESS).sort());
  });

  it('every route of the hooks stands in one of the tables, and no other', () => {
    const source = readFileSync(join(projectRoot, 'pocketbase', 'hooks', 'main.pb.js'), 'utf8');
    const routes = [...source.matchAll(/routerAdd\('([A-Z]+)', '([^']+)'/g)].map(([, method, at]) => `${method} ${at}`);
    expect(routes.sort()).toEqual([...Object.keys(ROUTE_ACCESS), ...Object.keys(OPERATIONS_ACCESS)].sort());
  });

  for (const collection of Object.keys(BODIES)) {
    it.concurrent(`${collection}: as in the table`, async ({ expect }) => {
      const wrong: string[] = [];
      for (const more of [{}, ...(KINDS[collection] ?? [])])
        for (const who of EVERYONE) wrong.push(...(await drive(collection, COLLECTION_ACCESS[collection], who, more)));
      expect(wrong).toEqual([]);
    });
  }

  it('what nobody writes and system collections: as in the table', async () => {
    const { server, console, tokens } = world;
    const wrong: string[] = [];
    for (const collection of Object.keys(COLLECTION_ACCESS).filter((name) => !BODIES[name] && name !== 'users')) {
      const access = COLLECTION_ACCESS[collection];
      const held = (await server.send('GET', path(collection), { token: console })).body.items as { id: string }[];
      for (const who of EVERYONE) {
        const token = tokens[who];
        const mayRead = granted(access.read, who, { area: 'tiny', unit: 't1', origin: 'pack' });
        const list = await server.send('GET', path(collection), { token });
        if (mayRead !== (ok(list.status) && list.body.items.length > 0)) wrong.push(`${who} list ${collection}`);
        const writes = [
          await server.send('POST', path(collection), { token, body: { key: 'x', area: 'tiny', unit: 'county' } }),
          ...(held[0]
            ? [
                await server.send('PATCH', path(collection, held[0].id), { token, body: { version: 1 } }),
                await server.send('DELETE', path(collection, held[0].id), { token })
              ]
            : [])
        ];
        if (writes.some(({ status }) => ok(status))) wrong.push(`${who} write ${collection}`);
      }
    }
    expect(wrong).toEqual([]);
    const areas = await server.send('GET', path('areas'), { token: tokens.planner });
    expect(areas.body.items.map(({ key }: { key: string }) => key)).toEqual(['tiny']);
  });

  it('routes and files: as in the table', async () => {
    const wrong: string[] = [];
    for (const [route, { sample, allowed }] of Object.entries(ROUTE_ACCESS)) {
      for (const who of EVERYONE) {
        const method = route.split(' ')[0];
        const body = method === 'POST' ? {} : undefined;
        const { status } = await world.server.send(method, sample, { token: world.tokens[who], body });
        const wanted = allowed.split(' ').includes(LETTERS[who] ?? who);
        if (wanted !== ok(status)) wrong.push(`${who} ${route}: wanted ${wanted}, got ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('settings, logs, backups, collections and SQL are closed to every role', async () => {
    const wrong: string[] = [];
    for (const who of EVERYONE) {
      for (const at of ['/api/settings', '/api/logs', '/api/backups', '/api/collections', '/api/crons']) {
        const { status } = await world.server.send('GET', at, { token: world.tokens[who] });
        if (ok(status)) wrong.push(`${who} ${at}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
