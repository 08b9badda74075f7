import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { killServer } from '../helpers/kill-server';
import { startServer, type TestServer } from '../helpers/server';
import { writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';
import { makeWorld } from './world';

const CHUNK = 100;
const CHUNKS = 12;
let again: TestServer | undefined;
let dataDir = '';
afterAll(async () => {
  await again?.remove();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

const villages = (chunk: number) =>
  Array.from({ length: CHUNK }, (_, i) => ({
    collection: 'villages',
    key: `crash-${chunk}-${i}`,
    before: null,
    after: { names: { local: `${chunk}-${i}` }, townshipId: 't1', unit: 't1', lon: 10.5, lat: 10.5, residents: i }
  }));

it('an import goes on after the server was killed in the middle of a chunk: no row lost, none twice', async () => {
  const world = await makeWorld();
  dataDir = world.server.dataDir;
  const token = world.tokens.admin;
  const held = async (server: TestServer) => {
    const path =
      '/api/collections/villages/records?perPage=1000&skipTotal=1&filter=' + encodeURIComponent('key ~ "crash-%"');
    const pages = [1, 2].map(async (page) => (await server.send('GET', `${path}&page=${page}`, { token })).body.items);
    return (await Promise.all(pages)).flat().map(({ key }: { key: string }) => key) as string[];
  };
  const begun = await world.server.send('POST', '/api/greenlane/imports', {
    token,
    body: { kind: 'villages', fileName: 'c', digest: 'c' }
  });
  const at = `/api/greenlane/imports/${begun.body.id}`;
  const send = (server: TestServer, sequence: number) =>
    server.send('POST', `${at}/rows`, { token, body: { sequence, edits: villages(sequence) } });
  for (let n = 0; n < 5; n++) expect((await send(world.server, n)).body.created).toBe(CHUNK);
  const lost = send(world.server, 5).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 25));
  await killServer(world.server);
  await lost;

  again = await startServer({
    dataDir,
    areaDir: writeTinyPack(mkdtempSync(join(tmpdir(), 'greenlane-pack-'))),
    appDir: writeTinyApp(mkdtempSync(join(tmpdir(), 'greenlane-app-'))),
    live: true
  });
  const state = (await again.send('GET', at, { token })).body;
  expect([5, 6]).toContain(state.next);
  expect(await held(again)).toHaveLength(state.next * CHUNK);
  expect(state.written.created).toBe(state.next * CHUNK);
  for (let n = 5; n < CHUNKS; n++)
    expect((await send(again, n)).body).toMatchObject({ again: n < state.next, created: CHUNK });
  const keys = await held(again);
  expect(keys).toHaveLength(CHUNK * CHUNKS);
  expect(new Set(keys).size).toBe(CHUNK * CHUNKS);
  await again.send('POST', `${at}/finish`, { token, body: {} });

  let remaining = 1;
  while (remaining > 0)
    remaining = (await again.send('POST', `${at}/undo`, { token, body: { upTo: 0 } })).body.remaining;
  expect(await held(again)).toEqual([]);
  expect((await again.send('GET', at, { token })).body).toMatchObject({ status: 'undone', left: [] });
});
