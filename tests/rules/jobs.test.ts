import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Job } from '../../src/lib/core/model/job';
import { ROOT } from '../helpers/run-greenlane';
import { startServer, type TestServer } from '../helpers/server';
import { writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';
import { valleyOsm } from '../helpers/valley-osm';
import { signIn } from './world';

const folder = (name: string) => mkdtempSync(join(tmpdir(), `greenlane-${name}-`));
const LIECHTENSTEIN = join(ROOT, 'geodata/raw/liechtenstein/liechtenstein-latest.osm.pbf');
const PASSWORD = 'long-enough-password';
const imports = folder('imports');
const setup = {
  appDir: writeTinyApp(folder('app')),
  areaDir: writeTinyPack(folder('pack')),
  dataDir: folder('data'),
  live: true,
  env: { GREENLANE_IMPORTS: imports, GREENLANE_IMPORT_MB: '512' }
};
let server: TestServer;
let console_: string;
let token: string;

beforeAll(async () => {
  server = await startServer(setup);
  console_ = await server.consoleToken();
  const body = {
    username: 'root',
    password: PASSWORD,
    passwordConfirm: PASSWORD,
    role: 'admin',
    area: '*',
    unit: 'county'
  };
  const { id } = (await server.send('POST', '/api/collections/users/records', { token: console_, body })).body;
  const settled = { mustChange: false };
  await server.send('PATCH', `/api/collections/users/records/${id}`, { token: console_, body: settled });
  token = await signIn(server, 'root', PASSWORD);
});
afterAll(async () => server?.remove());

/** Uploads an extract as a browser does. */
async function upload(area: string, name: string, content: string | Uint8Array): Promise<string> {
  const form = new FormData();
  form.set('area', area);
  form.set('kind', 'roads');
  form.set('names', JSON.stringify({ local: 'Valley', zh: '谷地' }));
  form.set('status', 'queued');
  form.set('key', `job-${Math.random()}`);
  form.set('file', new Blob([content as BlobPart]), name);
  const answer = await fetch(`${server.url}/api/collections/jobs/records`, {
    method: 'POST',
    headers: { authorization: token },
    body: form
  });
  const body = (await answer.json()) as { id: string };
  expect(answer.status, JSON.stringify(body)).toBe(200);
  return body.id;
}

async function named(area: string, serverPath: string) {
  const body = {
    area,
    kind: 'roads',
    names: { local: 'Valley' },
    status: 'queued',
    key: `job-${Math.random()}`,
    serverPath
  };
  return server.send('POST', '/api/collections/jobs/records', { token, body });
}

const read = async (id: string): Promise<Job> =>
  (await server.send('GET', `/api/collections/jobs/records/${id}`, { token })).body;

/** Waits until the job is what is wanted; its end in another way is told. */
async function until(id: string, wanted: Job['status']): Promise<Job> {
  for (let waited = 0; waited < 100_000; waited += 200) {
    const job = await read(id);
    if (job.status === wanted) return job;
    if (['failed', 'ready', 'switched'].includes(job.status) && !(wanted === 'switched' && job.status === 'ready')) {
      throw new Error(`${job.status} instead of ${wanted}: ${job.fault} ${job.faultDetail}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`still ${(await read(id)).status}`);
}

const act = (id: string, name: string) => server.send('POST', `/api/greenlane/jobs/${id}/${name}`, { token });
const areas = async () =>
  ((await server.send('GET', '/api/greenlane/areas', { token })).body.areas as { id: string; builtAt: string }[]) ?? [];
const rows = async (collection: string) =>
  (
    await server.send(
      'GET',
      `/api/collections/${collection}/records?perPage=500&filter=${encodeURIComponent('area = "valley"')}`,
      { token: console_ }
    )
  ).body.items as Record<string, never>[];

it('a new area: upload, findings, switch over; it survives a restart', async () => {
  const id = await upload('valley', 'valley.osm', valleyOsm());
  const { findings, source } = await until(id, 'ready');
  expect(source).toBe('valley.osm');
  expect(findings).toMatchObject({
    counts: { ways: 4, settlements: 2, facilities: 3 },
    unconnected: { total: 1, first: [{ roadKm: 0.2, facilityIds: [] }] },
    lost: [],
    changes: { updated: 0, keptByHand: 0, absent: 0 }
  });
  expect(findings!.offRoad.first.map(({ names }) => names.local)).toEqual(['Far clinic']);
  expect((await areas()).map((each) => each.id)).toEqual(['tiny']);
  expect(await rows('villages')).toEqual([]);

  expect((await act(id, 'switch')).status).toBe(200);
  await until(id, 'switched');
  expect((await areas()).map((each) => each.id)).toEqual(['tiny', 'valley']);
  expect((await rows('villages')).map(({ names }) => (names as { local: string }).local).sort()).toEqual([
    'Lower',
    'Upper'
  ]);
  expect((await rows('medicines')).length).toBeGreaterThan(0);
  expect((await read(id)).status).toBe('switched');
  expect((await act(id, 'switch')).status).toBe(400);

  await server.stop();
  server = await startServer(setup);
  token = await signIn(server, 'root', PASSWORD);
  console_ = await server.consoleToken();
  expect((await areas()).map((each) => each.id)).toEqual(['tiny', 'valley']);
  const network = await server.send('GET', '/api/greenlane/pack/valley/network.bin', { token });
  expect(network.status).toBe(200);
});

it('a newer extract: hand edits and closures stay, those without a road are listed as lost', async () => {
  const make = async (collection: string, body: Record<string, unknown>) => {
    const whole = { area: 'valley', unit: 'county', origin: 'hand', editedFields: [], ...body };
    const answer = await server.send('POST', `/api/collections/${collection}/records`, {
      token: console_,
      body: whole
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  const closure = { speedPercent: 0, startsAt: '2026-01-01T00:00:00Z', reason: 'flood' };
  await make('closures', { ...closure, key: 'stays', wayId: 10, fromNode: 1, toNode: 2 });
  await make('closures', { ...closure, key: 'gone', wayId: 30, fromNode: null, toNode: null });
  await make('closures', {
    ...closure,
    key: 'over',
    wayId: 30,
    fromNode: null,
    toNode: null,
    endsAt: '2026-02-01T00:00:00Z'
  });
  const planned = { ...closure, id: 'c', wayId: 30, fromNode: 2, toNode: 5, endsAt: null };
  const edits = [{ collection: 'closures', id: 'c', before: null, after: planned }];
  await make('scenarios', { key: 'plan', name: 'High water', kind: 'plan', content: { verb: 'close-road', edits } });
  const upper = (await rows('villages')).find(({ names }) => (names as { local: string }).local === 'Upper')!;
  await server.send('PATCH', `/api/collections/villages/records/${upper.id}`, {
    token,
    body: { residents: 333, version: upper.version }
  });

  // As an import of the county's own list leaves it: no hand edit, yet more than the roads' extract knows.
  const hospital = (await rows('facilities')).find(({ tier }) => tier !== 'village-clinic')!;
  await server.send('PATCH', `/api/collections/facilities/records/${hospital.id}`, {
    token: console_,
    body: { bedsTotal: 7, version: hospital.version }
  });

  const id = await upload('valley', 'newer.osm', valleyOsm({ without: [30], upperLon: 20.06 }));
  const { findings } = await until(id, 'ready');
  expect(findings).toMatchObject({ kept: 1, changes: { created: 0, keptByHand: 1, absent: 0 } });
  expect(findings!.lost).toMatchObject([
    { kind: 'closure', id: 'gone', label: 'flood', wayId: 30, reason: 'way-missing' },
    { kind: 'scenario', id: 'plan', label: 'High water', wayId: 30, reason: 'way-missing' }
  ]);
  const before = (await areas()).find((each) => each.id === 'valley')!.builtAt;
  await act(id, 'switch');
  await until(id, 'switched');
  const moved = (await rows('villages')).find((each) => each.key === upper.key)!;
  expect(moved).toMatchObject({ residents: 333, lon: 20.06, editedFields: ['residents'] });
  expect((await rows('facilities')).find(({ key }) => key === hospital.key)).toMatchObject({ bedsTotal: 7 });
  expect((await rows('closures')).map(({ key }) => key).sort()).toEqual(['gone', 'over', 'stays']);
  const after = (await areas()).find((each) => each.id === 'valley')!.builtAt;
  expect(after > before).toBe(true);
  const record = (await server.send('GET', '/api/collections/areas/records', { token })).body.items as {
    key: string;
    manifest: { builtAt: string };
  }[];
  expect(record.find(({ key }) => key === 'valley')!.manifest.builtAt).toBe(after);
});

it('extracts that cannot be used: what is wrong is told, and the area stays as it was', async () => {
  const before = JSON.stringify(await areas());
  const pbf = readFileSync(LIECHTENSTEIN);
  const sparse = (name: string, start: Uint8Array) => {
    const path = join(imports, name);
    writeFileSync(path, start);
    const file = openSync(path, 'r+');
    ftruncateSync(file, 2.2e9);
    closeSync(file);
    return path;
  };
  const byName = async (path: string) => (await named('valley', path)).body.id as string;
  writeFileSync(join(imports, 'empty.osm.pbf'), '');
  symlinkSync(LIECHTENSTEIN, join(imports, 'link.osm.pbf'));
  const cases: [string, string, string][] = [
    ['cut-off', await upload('valley', 'cut.osm.pbf', pbf.subarray(0, 700_000)), 'cut.osm.pbf'],
    ['elsewhere', await upload('valley', 'other.osm.pbf', pbf), '9.5'],
    ['not-osm', await upload('valley', 'list.xlsx', 'PK\u0003\u0004 something'), 'list.xlsx'],
    ['empty', await byName(join(imports, 'empty.osm.pbf')), ''],
    ['not-osm', await byName(sparse('zeros.osm.pbf', new Uint8Array())), 'zeros.osm.pbf'],
    ['damaged', await byName(sparse('half.osm.pbf', pbf.subarray(0, 700_000))), 'half.osm.pbf'],
    ['missing', await byName(join(imports, 'nowhere.osm.pbf')), 'nowhere.osm.pbf'],
    ['not-allowed-path', await byName(join(imports, 'link.osm.pbf')), 'link.osm.pbf']
  ];
  for (const [fault, id, words] of cases) {
    await expect(until(id, 'ready')).rejects.toThrow(`failed instead of ready: ${fault}`);
    const job = await read(id);
    expect(job).toMatchObject({ fault, findings: null });
    expect(job.faultDetail).toContain(words);
    expect(job.faultDetail).not.toContain(server.dataDir);
  }
  expect(JSON.stringify(await areas())).toBe(before);
  expect(readdirSync(join(server.dataDir, 'areas', 'valley')).filter((name) => name.startsWith('draft'))).toEqual([]);
  for (const path of ['/etc/passwd', `${imports}/../x.osm`, `${imports}x/a.osm`]) {
    expect((await named('valley', path)).status).toBe(400);
  }
  const listed = (await server.send('GET', '/api/greenlane/jobs/files', { token })).body.files as { path: string }[];
  expect(listed.map(({ path }) => path)).toContain(join(imports, 'half.osm.pbf'));
});

it('a server killed in the middle: the job says so at the next start, nothing half made is served, a repeat succeeds', async () => {
  const id = await upload('alps', 'alps.osm.pbf', readFileSync(LIECHTENSTEIN));
  await expect.poll(async () => (await read(id)).status, { timeout: 60_000 }).toBe('running');
  server.process.kill('SIGKILL');
  await new Promise((resolve) => server.process.once('close', resolve));
  server = await startServer(setup);
  token = await signIn(server, 'root', PASSWORD);
  expect(await read(id)).toMatchObject({ status: 'failed', fault: 'stopped' });
  expect((await areas()).map((each) => each.id)).toEqual(['tiny', 'valley']);
  const drafts = join(server.dataDir, 'areas', 'alps');
  expect(existsSync(drafts) ? readdirSync(drafts) : []).toEqual([]);
  expect((await act(id, 'repeat')).status).toBe(200);
  const { findings } = await until(id, 'ready');
  expect(findings!.counts.roadKm).toBeGreaterThan(500);
  expect((await act(id, 'cancel')).status).toBe(200);
});
