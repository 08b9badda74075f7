import { randomUUID } from 'node:crypto';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { setCrew } from '../../src/lib/core/change/set-crew';
import type { VehicleId } from '../../src/lib/core/model/ids';
import { connectTo } from '../../src/lib/store/client';
import { fetchSituation } from '../../src/lib/store/fetch-situation';
import { saveChange } from '../../src/lib/store/save-change';
import { projectRoot } from '../../src/node/supervisor/options';
import { findPocketBase, POCKETBASE_VERSION } from '../../src/node/supervisor/pocketbase-binary';
import { ROLES, freePort, startServer, type TestServer } from '../helpers/server';
import { writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';
import { bodyOf } from './records';

const folder = (name: string) => mkdtempSync(join(tmpdir(), `greenlane-${name}-`));
const appDir = writeTinyApp(folder('app'));
const areaDir = writeTinyPack(folder('pack'));
const made: string[] = [appDir, areaDir];
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true, force: true })));

const dataFolder = () => {
  const path = folder('data');
  made.push(path);
  return path;
};
const start = (more: Parameters<typeof startServer>[0]) => startServer({ appDir, areaDir, ...more });

/** Runs `npm start`'s entry point to its end and gives what it printed. */
function startAndFail(env: Record<string, string>): { code: number | null; lines: string[] } {
  const run = spawnSync(process.execPath, ['src/node/launch/start.mjs', '--area', areaDir], {
    cwd: projectRoot,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, GREENLANE_APP: appDir, ...env }
  });
  return { code: run.status, lines: (run.stdout + run.stderr).trim().split('\n') };
}

const lockOf = (server: TestServer) => JSON.parse(readFileSync(join(server.dataDir, 'supervisor.lock'), 'utf8'));
const alive = (pid: number) => {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};
/** Empty for a process that has ended meanwhile. */
function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000 && !condition(); waited += 50) await new Promise((done) => setTimeout(done, 50));
  expect(condition()).toBe(true);
}

/** No secret stands in any command line of this machine. */
function expectSecretsOutOfSight(server: TestServer, secrets: string[]): void {
  if (!existsSync('/proc/self/cmdline')) return;
  const { child } = lockOf(server);
  const environment = readFileSync(`/proc/${child.pid}/environ`, 'utf8');
  const token = /GREENLANE_INTERNAL=([0-9a-f]{64})/.exec(environment)?.[1];
  expect(token).toBeDefined();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const line = commandLine(pid);
    for (const secret of [...secrets, String(token)]) expect(line.includes(secret)).toBe(false);
  }
}

it('a demonstration shows first passwords once and keeps them for the owner alone', async () => {
  const dataDir = dataFolder();
  const server = await startServer({ appDir, dataDir });
  const passwords = server.passwords();
  expect(Object.keys(passwords).sort()).toEqual([...ROLES, 'console'].sort());
  expect(statSync(join(dataDir, 'sign-in.txt')).mode & 0o777).toBe(0o600);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  for (const role of ROLES) {
    expect(server.output()).toContain(passwords[role]);
    const body = { identity: role, password: passwords[role] };
    const answer = await server.send('POST', '/api/collections/users/auth-with-password', { body });
    expect(answer.body.record).toMatchObject({ role, mustChange: true });
    const villages = await server.send('GET', '/api/collections/townships/records', { token: answer.body.token });
    expect(villages.body.items).toEqual([]);
  }
  expectSecretsOutOfSight(server, Object.values(passwords));
  expect(await server.stop()).toBe(0);
  const began = Date.now();
  const second = await startServer({ appDir, dataDir, live: true });
  console.log(`second start ready after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  for (const role of ROLES) expect(second.output()).not.toContain(passwords[role]);
  expect(second.output()).toMatch(/CAUTION: ngazidja, comoros holds sample .*GREENLANE_DATA=DIR npm start/s);
  await second.stop();
});

/** A county's own vehicle on a server without sample data: nobody can send it until somebody has entered who drives. */
async function crewAndSend(server: TestServer, token: string): Promise<void> {
  const at = { area: 'tiny', unit: 't1', suffix: 'own' };
  const send = (path: string, body: Record<string, unknown>) =>
    server.send('POST', path, { token, body: { area: 'tiny', key: randomUUID(), ...body } });
  const record = async (collection: string, body: Record<string, unknown>) =>
    (await send(`/api/collections/${collection}/records`, body)).body;
  const means = { capabilities: ['oxygen', 'icu'], bedsTotal: 9, bedsFree: 9 };
  const hospital = { ...bodyOf('facilities', at), tier: 'designated', open: true, ...means };
  const vehicle = bodyOf('vehicles', at);
  await record('facilities', hospital);
  await record('vehicles', vehicle);
  const patient = { grade: 'mild', severeDisease: false, aged: false, stable: true, dialysis: false };
  const call = { referral: { lon: 10.4, lat: 10.4, targetFacilityId: 'facilities-own', ...patient } };
  const override = { name: 'Dr X', reason: 'no other hospital' };
  const { referral } = (await send('/api/greenlane/referrals', { ...call, override })).body;
  const { version } = referral;
  expect((await send(`/api/greenlane/referrals/${referral.key}/accept`, { version })).status).toBe(200);
  const sent = () =>
    send('/api/greenlane/assignments', {
      ...{ referralId: referral.key, vehicleId: 'vehicles-own', vehicleVersion: 1, override }
    });
  expect((await sent()).body.data.vehicleId).toMatchObject({ code: 'vehicle_unready' });
  // As the form on the vehicle's card does it.
  const client = connectTo(server.url, token);
  const situation = await fetchSituation(client, 'tiny');
  const fields = { driver: 'Ali', attendant: '', telephone: '321 0000', onDuty: true, shiftEndsAt: null };
  const change = setCrew(situation, { vehicleId: 'vehicles-own' as VehicleId, from: null, fields });
  expect((await saveChange(client, 'tiny', change, new Map())).refused).toBeNull();
  expect((await sent()).body.assignment).toMatchObject({ vehicleId: 'vehicles-own', state: 'reserved' });
}

it('an empty live server makes no account but prints a code for the first administrator, anew until it is used', async () => {
  const dataDir = dataFolder();
  const first = await start({ dataDir, live: true });
  const old = first.passwords();
  expect(Object.keys(old).sort()).toEqual(['code', 'console']);
  expect(first.output()).toContain(`${first.url}/sign-in#code=${old.code}`);
  expect(first.output()).toContain('without sample operations');
  expect(statSync(join(dataDir, 'sign-in.txt')).mode & 0o777).toBe(0o600);
  expectSecretsOutOfSight(first, Object.values(old));
  const held = async (server: TestServer, collection: string) => {
    const token = await server.consoleToken();
    return (await server.send('GET', `/api/collections/${collection}/records`, { token })).body;
  };
  expect((await held(first, 'users')).totalItems).toBe(0);
  const [invitation] = (await held(first, 'invitations')).items;
  const hours = (Date.parse(invitation.expiresAt) - Date.now()) / 3_600_000;
  expect([invitation.role, invitation.area, hours > 23.9 && hours <= 24]).toEqual(['admin', '*', true]);
  await first.stop();

  const second = await start({ dataDir, live: true });
  const { code, console: password } = second.passwords();
  expect(password).toBe(old.console);
  const accept = (given: string) =>
    second.send('POST', '/api/greenlane/invitations/accept', {
      body: { code: given, username: 'boss', password: 'chosen-by-oneself' }
    });
  expect((await accept(old.code)).body.data.code.code).toBe('code_withdrawn');
  const { token, record } = (await accept(code)).body;
  expect(record).toMatchObject({ role: 'admin', area: '*', unit: 'county' });
  await crewAndSend(second, token);
  await second.stop();

  const third = await start({ dataDir, live: true });
  expect(third.output()).not.toContain('code');
  expect(third.passwords()).toEqual({ console: old.console });
  expect((await held(third, 'users')).totalItems).toBe(1);
  await third.stop();
});

it('a live start of a shipped area seeds ground facts and a list of medicines, and nothing that happened', async () => {
  const server = await startServer({ appDir, live: true, dataDir: dataFolder() });
  const token = await server.consoleToken();
  const origins = async (collection: string) => {
    const { body } = await server.send('GET', `/api/collections/${collection}/records?perPage=1000`, { token });
    return [...new Set(body.items.map(({ origin }: { origin: string }) => origin))].sort();
  };
  for (const ground of ['townships', 'villages', 'facilities']) expect(await origins(ground)).not.toContain('sample');
  expect(await origins('medicines')).toEqual(['derived']);
  for (const empty of ['vehicles', 'crews', 'stock', 'people_counts', 'closures', 'alliances', 'suppliers', 'posts']) {
    expect(await origins(empty), empty).toEqual([]);
  }
  await server.stop();
});

it('without any area the server runs, and says where one is brought in', async () => {
  const server = await startServer({ appDir, areaDir: 'none', dataDir: dataFolder() });
  expect(server.output()).toContain('areas: none yet (Admin → Areas)');
  const token = await server.firstAdmin();
  expect((await server.send('GET', '/api/greenlane/areas', { token })).body).toEqual({ default: '', areas: [] });
  expect((await server.send('GET', '/api/greenlane/mode')).body.demo).toBe(false);
  await server.stop();
});

it('Ctrl-C ends the server too and frees port and folder', async () => {
  const server = await start({ dataDir: dataFolder() });
  const { child } = lockOf(server);
  expect(alive(child.pid)).toBe(true);
  expect(await server.stop()).toBe(0);
  await until(() => !alive(child.pid));
  expect(existsSync(join(server.dataDir, 'supervisor.lock'))).toBe(false);
});

it('after kill -9 of the supervisor the next start ends what was left and keeps every acknowledged write', async () => {
  const dataDir = dataFolder();
  const port = await freePort();
  const first = await start({ dataDir, port });
  const token = await first.consoleToken();
  const keys: string[] = [];
  for (let index = 0; index < 20; index += 1) {
    const body = bodyOf('closures', { area: 'tiny', unit: 'county', suffix: `kept-${index}` });
    const answer = await first.send('POST', '/api/collections/closures/records', { token, body });
    expect(answer.status).toBe(200);
    keys.push(answer.body.key);
  }
  const { child } = lockOf(first);
  first.process.kill('SIGKILL');
  await until(() => !alive(first.process.pid ?? 0));
  expect(alive(child.pid)).toBe(true);

  const second = await start({ dataDir, port });
  expect(second.output()).toContain('did not end cleanly');
  expect(alive(child.pid)).toBe(false);
  const held = await second.send('GET', '/api/collections/closures/records?perPage=100', {
    token: await second.consoleToken()
  });
  expect(held.body.items.map(({ key }: { key: string }) => key).sort()).toEqual(keys.sort());
  await second.stop();
});

/** A start whose server takes two seconds to come up; resolves while it does. */
async function comingUp(dataDir: string, port: number) {
  const slow = join(dataDir, 'slow-server');
  const script = ['#!/bin/sh', `[ "$1" = serve ] || { echo "version ${POCKETBASE_VERSION}"; exit; }`, 'sleep 2'];
  writeFileSync(slow, [...script, 'exec "$REAL_SERVER" "$@"', ''].join('\n'), { mode: 0o755 });
  const supervisor = spawn(process.execPath, ['src/node/launch/start.mjs', '--area', areaDir], {
    cwd: projectRoot,
    stdio: 'ignore',
    env: {
      ...process.env,
      GREENLANE_APP: appDir,
      GREENLANE_DATA: dataDir,
      PORT: String(port),
      POCKETBASE_BIN: slow,
      REAL_SERVER: await findPocketBase()
    }
  });
  const lockFile = join(dataDir, 'supervisor.lock');
  const child = () => (existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).child : null);
  await until(() => child() !== null);
  const { pid } = child();
  expect(alive(pid)).toBe(true);
  return { supervisor, pid };
}

it('after kill -9 while the server is still coming up, what was left is ended too', async () => {
  const [dataDir, port] = [dataFolder(), await freePort()];
  const { supervisor, pid } = await comingUp(dataDir, port);
  supervisor.kill('SIGKILL');
  await until(() => !alive(supervisor.pid ?? 0));
  expect(alive(pid)).toBe(true);
  const second = await start({ dataDir, port });
  expect(alive(pid)).toBe(false);
  await second.stop();
});

it('Ctrl-C while the server is still coming up ends it too', async () => {
  const { supervisor, pid } = await comingUp(dataFolder(), await freePort());
  supervisor.kill('SIGINT');
  await until(() => !alive(supervisor.pid ?? 0));
  await until(() => !alive(pid));
});

it('after kill -9 of the server itself it is back with all it held; one that will not stay up ends in words', async () => {
  const dataDir = dataFolder();
  const first = await start({ dataDir });
  const body = bodyOf('closures', { area: 'tiny', unit: 'county', suffix: 'kept' });
  await first.send('POST', '/api/collections/closures/records', { token: await first.consoleToken(), body });
  const back = () => first.output().split('The server is back').length - 1;
  for (let kills = 1; kills <= 5; kills += 1) {
    process.kill(lockOf(first).child.pid, 'SIGKILL');
    await until(() => back() === kills);
  }
  const held = await first.send('GET', '/api/collections/closures/records', { token: await first.consoleToken() });
  expect(held.body.totalItems).toBe(1);
  process.kill(lockOf(first).child.pid, 'SIGKILL');
  await until(() => first.process.exitCode !== null);
  expect(first.process.exitCode).toBe(1);
  expect(first.output()).toContain('start it again');
});

it('a pack built anew brings its records up to date, says which, and leaves a hand edit', async () => {
  const dataDir = dataFolder();
  const pack = writeTinyPack(folder('pack'));
  made.push(pack);
  const first = await startServer({ appDir, areaDir: pack, dataDir });
  const token = await first.firstAdmin();
  const townships = async (server: TestServer, as: string) =>
    (await server.send('GET', '/api/collections/townships/records?sort=key', { token: as })).body.items;
  const [t1] = await townships(first, token);
  const edit = { names: { local: 'By hand' }, version: t1.version };
  const at = `/api/collections/townships/records/${t1.id}`;
  expect((await first.send('PATCH', at, { token, body: edit })).status).toBe(200);
  await first.stop();

  writeTinyPack(pack, { names: ['New one', 'New two'] });
  const second = await startServer({ appDir, areaDir: pack, dataDir });
  expect(second.output()).toContain('townships t2: names');
  expect(second.output()).not.toContain('townships t1: names');
  expect(second.output()).toContain('1 kept as edited by hand');
  const held = await townships(second, await second.consoleToken());
  expect(held).toMatchObject([
    { names: { local: 'By hand' }, editedFields: ['names'], version: 2 },
    { names: { local: 'New two' }, editedFields: [], version: 2 }
  ]);
  await second.stop();
});

it('an area begins with the shipped rules in its own time zone; what is published stays, whatever pack comes after', async () => {
  const dataDir = dataFolder();
  const pack = writeTinyPack(folder('pack'), { timeZone: { name: 'Indian/Comoro', offset: '+03:00' } });
  made.push(pack);
  const rules = async (server: TestServer) => {
    const token = await server.consoleToken();
    return (await server.send('GET', '/api/collections/rule_packs/records', { token })).body.items;
  };
  const first = await startServer({ appDir, areaDir: pack, dataDir });
  const stands = await rules(first);
  expect(stands).toMatchObject([
    { key: 'rules-2023-1', active: true, content: { rules: { 'time-zone': { value: '+03:00' } } } }
  ]);
  await first.stop();

  writeTinyPack(pack, { names: ['New one', 'T2'], timeZone: { name: 'Asia/Shanghai', offset: '+08:00' } });
  const second = await startServer({ appDir, areaDir: pack, dataDir });
  expect(second.output()).toContain('townships t1: names');
  expect(await rules(second)).toEqual(stands);
  await second.stop();
});

it('a village that a pack built anew gives to another township changes its unit too, unless a hand placed it; others stay', async () => {
  const dataDir = dataFolder();
  const still = { still1: 't1', still2: 't1', still3: 't2', still4: 't2' } as const;
  const pack = writeTinyPack(folder('pack'), { villages: { moved: 't1', placed: 't1', ...still } });
  made.push(pack);
  const first = await startServer({ appDir, areaDir: pack, dataDir });
  const token = await first.firstAdmin();
  const villages = async (server: TestServer) => {
    const as = await server.consoleToken();
    return (await server.send('GET', '/api/collections/villages/records?sort=key', { token: as })).body.items;
  };
  const { id } = (await villages(first)).find(({ key }: { key: string }) => key === 'placed');
  for (const [version, townshipId] of [
    [1, 't2'],
    [2, 't1']
  ]) {
    const at = `/api/collections/villages/records/${id}`;
    expect((await first.send('PATCH', at, { token, body: { townshipId, version } })).status).toBe(200);
  }
  const count = { area: 'tiny', key: 'people-moved', unit: 't1', villageId: 'moved', aged65: 9 };
  const counts = '/api/collections/people_counts/records';
  expect((await first.send('POST', counts, { token, body: { ...count, origin: 'hand' } })).status).toBe(200);
  await first.stop();

  writeTinyPack(pack, { villages: { moved: 't2', placed: 't2', ...still } });
  const second = await startServer({ appDir, areaDir: pack, dataDir });
  expect(second.output()).toMatch(/villages moved: (townshipId, unit|unit, townshipId)/);
  // The village and the area itself; names in several languages are the same in any order of their keys.
  expect(second.output()).toContain('0 records made, 2 updated, 1 kept as edited by hand');
  expect(await villages(second)).toMatchObject([
    { key: 'moved', townshipId: 't2', unit: 't2', version: 2 },
    { key: 'placed', townshipId: 't1', unit: 't1', version: 3 },
    ...Object.entries(still).map(([key, unit]) => ({ key, townshipId: unit, unit, version: 1 }))
  ]);
  const { items } = (await second.send('GET', counts, { token: await second.consoleToken() })).body;
  expect(items).toMatchObject([{ unit: 't2', aged65: 9, editedFields: [], version: 2 }]);
  await second.stop();
});

it('two never run on one data folder', async () => {
  const server = await start({ dataDir: dataFolder() });
  const { code, lines } = startAndFail({ GREENLANE_DATA: server.dataDir, PORT: String(await freePort()) });
  expect(code).not.toBe(0);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/is in use by another Greenlane .*GREENLANE_DATA=DIR/);
  expect((await server.send('GET', '/api/health')).status).toBe(200);
  await server.stop();
});

it('a taken port, a wrong PocketBase, an unwritable folder, no Go and no network: one line and the cure', async () => {
  const holder = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve));
  const taken = startAndFail({ GREENLANE_DATA: dataFolder(), PORT: String(port) });
  holder.close();
  expect(taken).toMatchObject({ code: 2, lines: [expect.stringMatching(/Port \d+ .* is taken .*PORT=\d+ npm start/)] });

  const env = { PORT: String(await freePort()) };
  const wrong = startAndFail({ ...env, GREENLANE_DATA: dataFolder(), POCKETBASE_BIN: '/bin/true' });
  expect(wrong).toMatchObject({ code: 2, lines: [expect.stringMatching(/POCKETBASE_BIN=.* is needed/)] });

  const file = join(dataFolder(), 'a-file');
  writeFileSync(file, '');
  const unwritable = startAndFail({ ...env, GREENLANE_DATA: join(file, 'inside') });
  expect(unwritable).toMatchObject({
    code: 2,
    lines: [expect.stringMatching(/cannot be written .*GREENLANE_DATA=DIR/)]
  });

  const cache = dataFolder();
  const bin = join(cache, 'bin');
  mkdirSync(bin);
  const offline = startAndFail({
    ...env,
    GREENLANE_DATA: dataFolder(),
    POCKETBASE_BIN: '',
    XDG_CACHE_HOME: cache,
    PATH: bin,
    NODE_OPTIONS: `--import=${blockNetwork(cache)}`
  });
  expect(offline.code).toBe(2);
  expect(offline.lines.at(-1)).toMatch(/cannot be fetched and there is no Go .*POCKETBASE_BIN/);
});

it('an argument that does not exist is told with the usage', () => {
  expect(() =>
    execFileSync(process.execPath, ['src/node/launch/start.mjs', '--no-such'], { cwd: projectRoot, stdio: 'pipe' })
  ).toThrow(/Usage: npm start/);
});

/** A preload that lets no request leave, as on a machine without network. */
function blockNetwork(dir: string): string {
  const path = join(dir, 'block.mjs');
  writeFileSync(path, 'globalThis.fetch = async () => { throw new Error("no network"); };\n');
  return path;
}
