import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES, startServer, type Role, type TestServer } from '../helpers/server';
import { writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';
import { bodyOf, IMPORTS } from './records';

export type Who = Role | 'out' | 'pending' | 'disabled';
export const EVERYONE: Who[] = ['out', 'pending', 'disabled', ...ROLES];

export interface World {
  server: TestServer;
  console: string;
  /** Token by identity; `out` has none. */
  tokens: Record<Who, string | undefined>;
  userIds: Record<string, string>;
  /** Makes a record as the console; fails the test when refused. */
  make(collection: string, body: Record<string, unknown>): Promise<{ id: string; key: string; version: number }>;
  /** A signed-in user with the given fields, its password changed. */
  makeUser(username: string, fields: Record<string, unknown>): Promise<{ id: string; token: string }>;
}

const PASSWORD = 'long-enough-password';

/** The real server on a tiny area `tiny` beside a second area `other`, with one user per role and three outsiders. */
export async function makeWorld(env: Record<string, string> = {}): Promise<World> {
  const server = await startServer({
    areaDir: writeTinyPack(mkdtempSync(join(tmpdir(), 'greenlane-pack-'))),
    appDir: writeTinyApp(mkdtempSync(join(tmpdir(), 'greenlane-app-'))),
    live: true,
    env: { GREENLANE_IMPORTS: IMPORTS, ...env }
  });
  const console = await server.consoleToken();
  const world: World = {
    server,
    console,
    tokens: { out: undefined } as World['tokens'],
    userIds: {},
    async make(collection, body) {
      const answer = await server.send('POST', `/api/collections/${collection}/records`, { token: console, body });
      if (answer.status !== 200) throw new Error(`${collection}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    async makeUser(username, fields) {
      const body = { username, password: PASSWORD, passwordConfirm: PASSWORD, area: 'tiny', unit: 'county', ...fields };
      const { id } = await world.make('users', body);
      await server.send('PATCH', `/api/collections/users/records/${id}`, {
        token: console,
        body: { mustChange: false }
      });
      world.userIds[username] = id;
      return { id, token: await signIn(server, username) };
    }
  };
  const common = { unit: 'county', origin: 'pack', names: { local: 'Other' }, bbox: [10, 10, 11, 11] };
  await world.make('areas', { ...common, area: 'other', key: 'other' });
  await world.make('townships', { ...common, area: 'other', key: 't1', unit: 't1' });
  for (const area of ['tiny', 'other']) {
    await world.make('medicines', { ...bodyOf('medicines', { area, unit: 'county', suffix: '' }), key: 'med-county' });
    for (const unit of area === 'tiny' ? ['t1', 't2'] : ['t1']) {
      const neighbour = (collection: string, key: string) =>
        world.make(collection, { ...bodyOf(collection, { area, unit, suffix: '' }), key: `${key}-${unit}` });
      await neighbour('facilities', 'fac');
      await neighbour('villages', 'vil');
      await neighbour('vehicles', 'veh');
    }
  }
  for (const role of ROLES) {
    world.tokens[role] = (
      await world.makeUser(`a-${role}`, { role, unit: role === 'reporter' ? 't1' : 'county' })
    ).token;
  }
  const invitation = { role: 'reporter', unit: 't1', area: 'tiny' };
  await server.send('POST', '/api/greenlane/invitations', { token: console, body: invitation });
  const disabled = await world.makeUser('a-disabled', { role: 'admin' });
  await server.send('PATCH', `/api/collections/users/records/${disabled.id}`, {
    token: console,
    body: { disabled: true }
  });
  world.tokens.disabled = disabled.token;
  const pending = { username: 'a-pending', password: PASSWORD, passwordConfirm: PASSWORD, role: 'admin' };
  world.userIds['a-pending'] = (await world.make('users', { ...pending, area: 'tiny', unit: 'county' })).id;
  world.tokens.pending = await signIn(server, 'a-pending');
  return world;
}

export async function signIn(server: TestServer, identity: string, password = PASSWORD): Promise<string> {
  const body = { identity, password };
  const answer = await server.send('POST', '/api/collections/users/auth-with-password', { body });
  if (answer.status !== 200) throw new Error(`${identity}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.token;
}
