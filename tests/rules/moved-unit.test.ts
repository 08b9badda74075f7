import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_RULE_PACK } from '../../src/lib/core/rules/rule-pack';
import { localDay } from '../../src/lib/core/report/local-time';
import { makeOperationsWorld, type OperationsWorld } from './operations-world';
import { bodyOf } from './records';
import type { Who } from './world';

let world: OperationsWorld;
let neighbour: { token: string };
let serial = 0;
beforeAll(async () => {
  world = await makeOperationsWorld();
  // The reporter of the world is of t1.
  neighbour = await world.makeUser('r-t2', { role: 'reporter', unit: 't2' });
});
afterAll(async () => world?.server.remove());

const collections = '/api/collections';
const tokenOf = (who: Who | { token: string }) => (typeof who === 'string' ? world.tokens[who] : who.token);
const make = (collection: string, more: Record<string, unknown> = {}, unit = 't1') =>
  world.make(collection, { ...bodyOf(collection, { area: 'tiny', unit, suffix: `m-${(serial += 1)}` }), ...more });
/** How many of the records one may read. */
async function reads(who: Who | { token: string }, collection: string, column: string, key: string) {
  const filter = encodeURIComponent(`area = "tiny" && ${column} = "${key}"`);
  const path = `${collections}/${collection}/records?filter=${filter}`;
  return (await world.server.send('GET', path, { token: tokenOf(who) })).body.items.length as number;
}
async function move(collection: string, key: string, unit: string) {
  const { id, version } = await world.one(collection, key);
  const path = `${collections}/${collection}/records/${String(id)}`;
  const body = { version, townshipId: unit, unit };
  const answer = await world.server.send('PATCH', path, { token: world.tokens.planner, body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}
function reportBy(who: { token: string } | Who, facilityId: string, more: Record<string, unknown>) {
  const reportedAt = new Date().toISOString();
  const day = localDay(Date.parse(reportedAt), DEFAULT_RULE_PACK);
  const blank = { noChange: false, facility: {}, stock: [], people: [], vehicles: [] };
  const report = { facilityId, reportedOn: day, reportedAt, ...blank, ...more };
  const body = { key: randomUUID(), report };
  return world.server.send('POST', '/api/greenlane/report', { token: tokenOf(who), body });
}

/** A site of t1 with what hangs on it. */
async function siteOfT1() {
  const site = (await make('facilities', { tier: 'designated', open: true, bedsTotal: 9, bedsFree: 9 })).key;
  const stock = (await make('stock', { facilityId: site })).key;
  const post = (await make('posts', { facilityId: site, kind: 'township-hospital' })).key;
  const link = (await make('posts', { facilityId: site, kind: 'lead-hospital' })).key;
  const own = (await make('vehicles', { baseFacilityId: site })).key;
  const crew = (await make('crews', { vehicleId: own, onDuty: true })).key;
  const lent = (await make('vehicles', { baseFacilityId: site }, 'county')).key;
  return { site, stock, post, link, own, crew, lent };
}
const unitOf = async (collection: string, key: string) => (await world.one(collection, key)).unit;

describe('a site that goes to another unit', () => {
  it('takes stock, its township’s post, own vehicles and crews along; others’ stay', async () => {
    const { site, stock, post, link, own, crew, lent } = await siteOfT1();
    expect(await reads('reporter', 'stock', 'facilityId', site)).toBe(1);
    await move('facilities', site, 't2');
    expect(await reads('reporter', 'stock', 'facilityId', site)).toBe(0);
    expect(await reads(neighbour, 'stock', 'facilityId', site)).toBe(1);
    expect(await reads('reporter', 'crews', 'vehicleId', own)).toBe(0);
    const units = {
      stock: await unitOf('stock', stock),
      post: await unitOf('posts', post),
      link: await unitOf('posts', link),
      crew: await unitOf('crews', crew),
      lent: await unitOf('vehicles', lent)
    };
    expect(units).toEqual({ stock: 't2', post: 't2', link: 't1', crew: 't2', lent: 'county' });
    expect(await world.one('vehicles', own)).toMatchObject({
      unit: 't2',
      townshipId: 't2',
      version: 2,
      editedFields: ['townshipId', 'unit']
    });
    const ready = { vehicleId: own, ready: true, minutesToReady: 2, outOfServiceReason: null };
    expect((await reportBy(neighbour, site, { vehicles: [ready] })).body.passedOver).toEqual([]);
  });

  it('takes its open cases along, with their vehicles’ and goods’ side, and the log says by whom', async () => {
    const { site, own } = await siteOfT1();
    const patient = { name: 'Zainab Mmadi' };
    const [override, more] = [{ name: 'Chief', reason: 'test' }, { personal: patient }];
    const to = await world.referral({ originFacilityId: 'fac-t2', targetFacilityId: site }, { override, ...more });
    const from = await world.accepted({ originFacilityId: site });
    const sent = await world.send('dispatcher', own, from, { override });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const over = await world.referral({ originFacilityId: 'fac-t2', targetFacilityId: site }, { override });
    expect((await world.onReferral('dispatcher', over, 'cancel', { reason: 'recovered' })).status).toBe(200);
    const lines = [{ medicineId: 'med-county', wantedDoses: 5 }];
    const goods = await world.act('admin', 'allocations', { allocation: { requesterFacilityId: site, lines } });
    await move('facilities', site, 't2');

    const personal = (who: Who | { token: string }) =>
      world.server.send('GET', `/api/greenlane/referrals/${to}/personal`, { token: tokenOf(who) });
    expect((await personal('reporter')).status).toBe(404);
    expect((await personal(neighbour)).body.personal).toMatchObject({ name: patient.name });
    const { version } = await world.one('referrals', to);
    expect((await world.act('reporter', `referrals/${to}/accept`, { version })).status).toBe(404);
    expect((await world.act(neighbour as never, `referrals/${to}/accept`, { version, override })).status).toBe(200);
    expect(await world.one('referrals', from)).toMatchObject({ unit: 't2' });
    const assignment = String(sent.body.assignment.key);
    expect(await world.one('assignments', assignment)).toMatchObject({ unit: 't2', vehicleUnit: 't2' });
    expect(await world.one('referrals', over)).toMatchObject({ targetUnit: 't1' });
    expect(await world.one('allocations', goods.body.allocation.key)).toMatchObject({ unit: 't2' });
    const [event] = await world.rows('events', `subjectKey = "${to}" && verb = "move-unit"`);
    expect(event).toMatchObject({
      actorName: 'a-planner',
      before: { targetUnit: 't1' },
      after: { targetUnit: 't2' }
    });
  });
});

describe('a village that goes to another unit', () => {
  it('takes its count and known times along, and the new unit reports it', async () => {
    const village = (await make('villages')).key;
    const count = (await make('people_counts', { villageId: village, red: 7, countedOn: '2026-01-01' })).key;
    const time = (await make('known_times', { villageId: village, facilityId: 'fac-t2' })).key;
    await move('villages', village, 't2');
    expect(await reads('reporter', 'people_counts', 'villageId', village)).toBe(0);
    expect(await reads(neighbour, 'people_counts', 'villageId', village)).toBe(1);
    expect(await unitOf('known_times', time)).toBe('t2');
    const people = [{ villageId: village, counts: { red: 5 } }];
    const answer = await reportBy(neighbour, 'fac-t2', { people });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await world.one('people_counts', count)).toMatchObject({ red: 5, unit: 't2' });
  });

  it('in a batch takes them along as well', async () => {
    const village = await make('villages');
    const count = (await make('people_counts', { villageId: village.key })).key;
    const url = `${collections}/villages/records/${village.id}`;
    const requests = [{ method: 'PATCH', url, body: { version: 1, townshipId: 't2', unit: 't2' } }];
    const answer = await world.server.send('POST', '/api/batch', { token: world.tokens.planner, body: { requests } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await unitOf('people_counts', count)).toBe('t2');
  });

  it('by a table takes them along too, and back when the table is taken back', async () => {
    const village = (await make('villages')).key;
    const count = (await make('people_counts', { villageId: village })).key;
    const send = async (path: string, body: unknown) => {
      const answer = await world.server.send('POST', `/api/greenlane/imports${path}`, {
        token: world.tokens.planner,
        body
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body;
    };
    const { id } = await send('', { kind: 'villages', fileName: 'moved.csv', digest: 'moved' });
    const place = (unit: string) => ({ townshipId: unit, unit });
    const edits = [{ collection: 'villages', key: village, before: place('t1'), after: place('t2') }];
    expect(await send(`/${id}/rows`, { sequence: 0, edits })).toMatchObject({ updated: 1 });
    expect(await unitOf('people_counts', count)).toBe('t2');
    await send(`/${id}/finish`, {});
    expect(await send(`/${id}/undo`, { upTo: 0 })).toMatchObject({ restored: 1, left: [] });
    expect([await unitOf('villages', village), await unitOf('people_counts', count)]).toEqual(['t1', 't1']);
  });

  it('is found by its count even where that stands in another unit', async () => {
    const village = (await make('villages', {}, 't2')).key;
    const count = (await make('people_counts', { villageId: village, red: 7 }, 't1')).key;
    const people = [{ villageId: village, counts: { red: 5 } }];
    const answer = await reportBy(neighbour, 'fac-t2', { people });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await world.one('people_counts', count)).toMatchObject({ red: 5 });
  });
});
