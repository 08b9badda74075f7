import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BLANK_FACILITY } from '../../src/lib/core/model/blank-facility';
import { COUNT_FIELDS, FACILITY_COUNTS, type Facility } from '../../src/lib/core/model/records';
import { fromRemote, type RemoteRecord } from '../../src/lib/store/mappers';
import { listen } from '../helpers/listen';
import { startServer, type TestServer } from '../helpers/server';
import { writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';
import { bodyOf } from './records';
import { makeWorld, type Who, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => world?.server.remove());

const send = (who: Who, method: string, path: string, body?: unknown) =>
  world.server.send(method, path, { token: world.tokens[who], ...(body === undefined ? {} : { body }) });
type Row = Record<string, unknown> & { id: string; key: string; version: number; unknown: string[] | null };
const read = async (collection: string, key: string): Promise<Row | undefined> => {
  const path = `/api/collections/${collection}/records?filter=${encodeURIComponent(`area="tiny" && key="${key}"`)}`;
  return (await world.server.send('GET', path, { token: world.console })).body.items[0];
};
const imports = '/api/greenlane/imports';
async function importRows(kind: string, edits: unknown[]) {
  const { body } = await send('admin', 'POST', imports, { kind, fileName: 'a.xlsx', digest: randomUUID() });
  const answer = await send('admin', 'POST', `${imports}/${body.id}/rows`, { sequence: 0, edits });
  await send('admin', 'POST', `${imports}/${body.id}/finish`, {});
  return { id: body.id as string, ...answer.body };
}
const report = async (facilityId: string, more: Record<string, unknown>) => {
  const reportedAt = new Date(Date.now() - 60_000).toISOString();
  const reportedOn = new Date(Date.parse(reportedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
  const blank = { facilityId, reportedAt, reportedOn, noChange: false, facility: {}, stock: [], people: [] };
  const body = { key: randomUUID(), report: { ...blank, vehicles: [], ...more } };
  return send('reporter', 'POST', '/api/greenlane/report', body);
};
const but = (fields: readonly string[], ...known: string[]) => fields.filter((field) => !known.includes(field));

/** A village with a count of which an import gave one figure. */
async function countedVillage() {
  const suffix = `unknown-${randomUUID().slice(0, 8)}`;
  const village = await world.make('villages', bodyOf('villages', { area: 'tiny', unit: 't1', suffix }));
  const unknown = but(COUNT_FIELDS, 'aged65');
  const key = `people-${village.key}`;
  const after = { villageId: village.key, unit: 't1', aged65: 40, countedOn: '2026-01-02', unknown };
  const made = await importRows('people', [{ collection: 'people_counts', key, before: null, after }]);
  expect(made, JSON.stringify(made)).toMatchObject({ created: 1, refused: [] });
  return { village: village.key, key, importId: made.id };
}

describe('counts that nobody entered', () => {
  it('stay unknown until a report, a table or a hand states them, each for itself', async () => {
    const { village, key } = await countedVillage();
    expect((await read('people_counts', key))?.unknown).toEqual(but(COUNT_FIELDS, 'aged65'));
    const clinic = await world.make('facilities', bodyOf('facilities', { area: 'tiny', unit: 't1', suffix: 'u-a' }));
    const people = [{ villageId: village, counts: { red: 0, yellow: 5 } }];
    expect((await report(clinic.key, { people })).status).toBe(200);
    const left = but(COUNT_FIELDS, 'aged65', 'red', 'yellow');
    const reported = (await read('people_counts', key))!;
    expect(reported).toMatchObject({ unknown: left, red: 0, yellow: 5 });

    // The next table is held against the list as it stands by now.
    const edit = { collection: 'people_counts', key, before: { aged80: 0, unknown: left } };
    const after = { aged80: 7, unknown: but(left, 'aged80') };
    expect(await importRows('people', [{ ...edit, after }])).toMatchObject({ updated: 1, conflicts: [] });
    expect(await importRows('people', [{ ...edit, after }])).toMatchObject({ unchanged: 1 });

    const { id, version } = (await read('people_counts', key))!;
    const patch = { green: 0, version };
    expect((await send('reporter', 'PATCH', `/api/collections/people_counts/records/${id}`, patch)).status).toBe(200);
    const byHand = (await read('people_counts', key))!;
    expect(byHand.unknown).toEqual(but(left, 'aged80', 'green'));
    expect(fromRemote('peopleCounts', byHand as unknown as RemoteRecord).unknown).toEqual(byHand.unknown);
  });

  it('are unknown again once the import that gave them is undone', async () => {
    const { key } = await countedVillage();
    const before = (await read('people_counts', key))!;
    const edit = { collection: 'people_counts', key, before: { red: 0, unknown: before.unknown } };
    const { id } = await importRows('people', [{ ...edit, after: { red: 4, unknown: but(before.unknown!, 'red') } }]);
    expect(await read('people_counts', key)).toMatchObject({ red: 4, unknown: but(before.unknown!, 'red') });
    expect((await send('admin', 'POST', `${imports}/${id}/undo`, { upTo: 0 })).body.left).toEqual([]);
    expect(await read('people_counts', key)).toMatchObject({
      red: 0,
      unknown: before.unknown,
      version: before.version
    });
  });

  it('reach everybody as unknown, also who is withheld small ones, in lists and in the live stream', async () => {
    const { key } = await countedVillage();
    const { id, version } = (await read('people_counts', key))!;
    const desk = await listen(world.server.url, world.tokens.official, ['people_counts/*']);
    try {
      const patch = { aged65: 41, red: 1, yellow: 30, version };
      expect((await send('reporter', 'PATCH', `/api/collections/people_counts/records/${id}`, patch)).status).toBe(200);
      await desk.heard(key);
      const wanted = { masked: ['red', 'yellow'], red: 0, unknown: but(COUNT_FIELDS, 'aged65', 'red', 'yellow') };
      expect(desk.events.find((each) => each.key === key)?.record).toMatchObject(wanted);
      const { body } = await send('official', 'GET', '/api/greenlane/people-counts?area=tiny');
      expect(body.items.find((each: Row) => each.key === key)).toMatchObject(wanted);
    } finally {
      desk.close();
    }
  });

  it('are named by names of counts alone', async () => {
    const { key } = await countedVillage();
    const { id, version, unknown: held } = (await read('people_counts', key))!;
    for (const [unknown, code] of [
      [['bedsFree'], 'unknown_value'],
      ['red', 'not_a_list'],
      [['red', 'red'], 'named_twice']
    ]) {
      const patch = { unknown, version };
      const { status, body } = await send('admin', 'PATCH', `/api/collections/people_counts/records/${id}`, patch);
      expect(status).toBe(400);
      expect(body.data.unknown.code).toBe(code);
    }
    const edit = { collection: 'people_counts', key, before: { unknown: held }, after: { unknown: ['x'] } };
    expect((await importRows('people', [edit])).refused).toMatchObject([{ field: 'unknown' }]);
  });
});

describe('figures of a site that nobody entered', () => {
  it('are kept, checked and known once reported; "no change" confirms nothing of them', async () => {
    const key = `f-${randomUUID().slice(0, 8)}`;
    const site = bodyOf('facilities', { area: 'tiny', unit: 't1', suffix: 'x' }) as Record<string, unknown>;
    const own = ['area', 'key', 'origin', 'version', 'editedFields'];
    const fields = Object.fromEntries(Object.entries(site).filter(([field]) => !own.includes(field)));
    // Free beds without a total are no contradiction.
    const after = { ...fields, bedsTotal: 0, unknown: but(FACILITY_COUNTS, 'bedsFree') };
    const made = await importRows('facilities', [{ collection: 'facilities', key, before: null, after }]);
    expect(made, JSON.stringify(made)).toMatchObject({ created: 1, refused: [] });
    expect((await report(key, { noChange: true })).status).toBe(200);
    expect((await read('facilities', key))?.unknown).toEqual(but(FACILITY_COUNTS, 'bedsFree'));
    expect((await report(key, { facility: { oximeters: 0 } })).status).toBe(200);
    const told = (await read('facilities', key))!;
    expect(told).toMatchObject({ oximeters: 0, unknown: but(FACILITY_COUNTS, 'bedsFree', 'oximeters') });
    const patch = { unknown: ['red'], version: told.version };
    const { body } = await send('planner', 'PATCH', `/api/collections/facilities/records/${told.id}`, patch);
    expect(body.data.unknown.code).toBe('unknown_value');
  });

  it('a record of before names none', async () => {
    const { key } = await world.make('facilities', bodyOf('facilities', { area: 'tiny', unit: 't1', suffix: 'u-old' }));
    const old = (await read('facilities', key))!;
    expect(old.unknown).toBeNull();
    expect((await report(key, { facility: { oximeters: 3 } })).status).toBe(200);
    expect((await read('facilities', key))?.unknown).toBeNull();
  });
});

it('a pack built anew tells what it has come to know, and makes nothing unknown that is on record', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'greenlane-unknown-'));
  const [appDir, pack, dataDir] = ['app', 'pack', 'data'].map((name) => join(folder, name));
  const site = (id: string, fields: Partial<Facility>): Partial<Facility> => ({
    ...BLANK_FACILITY,
    ...{ id: id as never, unit: 't1' as never, origin: 'pack', names: { local: id }, tier: 'township-hospital' },
    ...{ townshipId: 't1' as never, parentId: null, allianceId: null, lon: 10.5, lat: 10.5 },
    ...fields
  });
  const blank = () => ({ unknown: [...FACILITY_COUNTS] });
  const options = { appDir: writeTinyApp(appDir), areaDir: pack, dataDir, live: true };
  try {
    writeTinyPack(pack, { facilities: [site('made', blank()), site('old', {})] });
    const first = await startServer(options);
    const sites = async (server: TestServer) => {
      const token = await server.consoleToken();
      const { body } = await server.send('GET', '/api/collections/facilities/records', { token });
      return Object.fromEntries((body.items as Row[]).map((each) => [each.key, each]));
    };
    const { made, old } = await sites(first);
    expect([made.unknown, old.unknown]).toEqual([FACILITY_COUNTS, null]);
    const patch = { token: await first.consoleToken(), body: { oximeters: 0, version: made.version } };
    const at = `/api/collections/facilities/records/${made.id}`;
    expect((await first.send('PATCH', at, patch)).body.unknown).toEqual(but(FACILITY_COUNTS, 'oximeters'));
    await first.stop();

    const told = { bedsTotal: 12, unknown: but(FACILITY_COUNTS, 'bedsTotal') as never };
    writeTinyPack(pack, { facilities: [site('made', told), site('old', { ...blank(), address: 'New road' })] });
    const second = await startServer(options);
    const next = await sites(second);
    expect(next.made).toMatchObject({ bedsTotal: 12, unknown: but(FACILITY_COUNTS, 'oximeters', 'bedsTotal') });
    expect(next.old).toMatchObject({ address: 'New road', unknown: null });
    await second.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
