import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_TRAVEL_SCENARIO } from '../../src/lib/core/routing/scenario';
import { greenlane, shippedArea } from '../helpers/cli';
import { startServer, type TestServer } from '../helpers/server';
import { writeTinyApp } from '../helpers/tiny-app';

interface Printed {
  villages: { id: string; reach: Record<string, { seconds: number | null }> }[];
}

let work: string;
let dir: string;
let server: TestServer;
let token: string;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'greenlane-command-line-'));
  dir = shippedArea('ngazidja');
  server = await startServer({ areaDir: dir, appDir: writeTinyApp(mkdtempSync(join(tmpdir(), 'greenlane-app-'))) });
  token = await server.consoleToken();
});
afterAll(async () => {
  delete process.env.GREENLANE_TOKEN;
  await server?.remove();
  rmSync(work, { recursive: true, force: true });
});

function run(...options: string[]): Printed['villages'] {
  const { code, out, err } = greenlane('coverage', '--area', dir, '--json', ...options);
  expect([code, err]).toEqual([0, '']);
  return (JSON.parse(out) as Printed).villages.sort((a, b) => (a.id < b.id ? -1 : 1));
}
const live = (...options: string[]) => run('--server', server.url, ...options);

it('answers from the live records, under the travel table in force', async () => {
  process.env.GREENLANE_TOKEN = token;
  const shipped = run();
  expect(live()).toEqual(shipped);

  const table = structuredClone(DEFAULT_TRAVEL_SCENARIO);
  for (const key of Object.keys(table.kmh.ambulance.dry) as (keyof typeof table.kmh.ambulance.dry)[])
    table.kmh.ambulance.dry[key] *= 0.6;
  writeFileSync(join(work, 'table.json'), JSON.stringify(table));
  const body = { area: 'ngazidja', unit: 'county', key: 'slow', name: 'slow', kind: 'travel', origin: 'hand' };
  const made = await server.send('POST', '/api/collections/scenarios/records', {
    token,
    body: { ...body, content: { ...table, active: true } }
  });
  expect([made.status, made.body]).toMatchObject([200, { key: 'slow' }]);
  const slow = live();
  expect(slow).not.toEqual(shipped);
  expect(slow).toEqual(run('--scenario', join(work, 'table.json')));

  const off = await server.send('PATCH', `/api/collections/scenarios/records/${made.body.id}`, {
    token,
    body: { content: { ...table, active: false }, version: 1 }
  });
  expect(off.status).toBe(200);
  expect(live()).toEqual(shipped);
});

it('says what to do without a token, with a stale one, without a server', () => {
  const told = (url: string) => greenlane('medicines', '--area', dir, '--server', url).err;
  process.env.GREENLANE_TOKEN = '';
  expect(told(server.url)).toContain('GREENLANE_TOKEN is empty');
  expect(told(server.url)).toContain(`token --server ${server.url}`);
  process.env.GREENLANE_TOKEN = 'stale';
  expect(told(server.url)).toContain('GREENLANE_TOKEN');
  process.env.GREENLANE_TOKEN = token;
  expect(told('http://127.0.0.1:9')).toContain('No answer from http://127.0.0.1:9');
  expect(greenlane('medicines', '--area', dir, '--server', server.url, '--seed', '2').err).toContain(
    'give one of them'
  );
});
