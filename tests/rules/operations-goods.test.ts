import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StockLot } from '../../src/lib/core/model/records';
import type { Answer } from '../helpers/server';
import { listen } from '../helpers/listen';
import { bodyOf } from './records';
import { makeOperationsWorld, type OperationsWorld } from './operations-world';
import type { Who } from './world';

let world: OperationsWorld;
let target = '';
beforeAll(async () => {
  world = await makeOperationsWorld();
  target = (await world.makeUser('reporter-t2', { role: 'reporter', unit: 't2' })).token;
});
afterAll(async () => world?.server.remove());

type By = Who | { token: string };
const ok = (answer: Answer) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const faultOf = ({ status, body }: Answer) => {
  const [[field, fault]] = Object.entries((body.data ?? { none: {} }) as Record<string, { code: string }>);
  return { status, field, code: fault.code };
};
const lot = (name: string, doses: number, expiresOn = '2999-01-01'): StockLot => ({ lot: name, doses, expiresOn });

/** A clinic in a unit with stock of the county's medicine; gives its key. */
async function clinic(unit: string, lots: StockLot[] | null): Promise<string> {
  const suffix = `goods-${randomUUID().slice(0, 8)}`;
  const at = { area: 'tiny', unit, suffix };
  const { key } = await world.make('facilities', bodyOf('facilities', at));
  if (lots) await world.make('stock', { ...bodyOf('stock', at), facilityId: key, lots });
  return key;
}
const stockOf = async (facility: string) => (await world.rows('stock', `facilityId = "${facility}"`))[0];
const dosesOf = async (facility: string) =>
  ((await stockOf(facility))?.lots as StockLot[] | undefined)?.reduce((sum, { doses }) => sum + doses, 0) ?? 0;
const ask = async (by: By, requesterFacilityId: string, wantedDoses: number) =>
  world.act(by, 'allocations', {
    allocation: { requesterFacilityId, lines: [{ medicineId: 'med-county', wantedDoses }] }
  });
const act = async (by: By, key: string, verb: string, more = {}) =>
  world.act(by, `allocations/${key}/${verb}`, { version: (await world.one('allocations', key)).version, ...more });
const from = (sourceId: string, more = {}) => ({ sourceKind: 'facility', sourceId, ...more });
const came = (receivedDoses: number, reason = '') => ({ lines: [{ medicineId: 'med-county', receivedDoses, reason }] });
const cameInLots = (lots: StockLot[], reason = '') => ({ lines: [{ medicineId: 'med-county', lots, reason }] });
const approved = (approvedDoses: number, reason = '') => ({
  lines: [{ medicineId: 'med-county', approvedDoses }],
  reason
});
/** A request for so many doses, shipped from a clinic of unit t2 that holds these lots; gives site, source and key. */
async function shipped(wantedDoses: number, lots: StockLot[]) {
  const [site, source] = [await clinic('t1', []), await clinic('t2', lots)];
  const key = ok(await ask('reporter', site, wantedDoses)).allocation.key as string;
  ok(await act('planner', key, 'approve', from(source)));
  ok(await act('planner', key, 'pick'));
  ok(await act('planner', key, 'ship'));
  return { site, source, key };
}

describe('a request for goods', () => {
  it('goes from the site that asks to the one that gives, lot by lot, and counts what is missing', async () => {
    const site = await clinic('t1', [lot('mine', 1)]);
    const source = await clinic('t2', [lot('late', 50), lot('soon', 6, '2998-01-01'), lot('old', 9, '2020-01-01')]);
    const key = ok(await ask('reporter', site, 20)).allocation.key as string;
    expect(faultOf(await act('reporter', key, 'approve', from(source)))).toMatchObject({ status: 403 });
    const answer = ok(await act('planner', key, 'approve', from(source, approved(10, 'half for now')))).allocation;
    expect(answer).toMatchObject({ state: 'approved', sourceId: source, sourceUnit: 't2', reason: 'half for now' });
    expect(answer.lines[0]).toMatchObject({ wantedDoses: 20, approvedDoses: 10 });
    // On order is never on hand.
    expect(await stockOf(site)).toMatchObject({ onOrderDoses: 10, lots: [lot('mine', 1)] });

    const by = { token: target };
    expect(ok(await act(by, key, 'pick')).allocation.lines[0].lots).toEqual([
      lot('late', 4),
      lot('soon', 6, '2998-01-01')
    ]);
    expect((await stockOf(source)).lots).toEqual([lot('late', 46), lot('old', 9, '2020-01-01')]);
    ok(await act(by, key, 'ship'));
    expect(faultOf(await act('reporter', key, 'receive', { lines: [] }))).toMatchObject({
      status: 400,
      field: 'line/med-county',
      code: 'not_counted'
    });
    const end = ok(await act('reporter', key, 'receive', came(8, 'two broken'))).allocation;
    expect(end).toMatchObject({ state: 'received', discrepant: true, reason: 'half for now' });
    expect(end.lines[0]).toMatchObject({
      receivedDoses: 8,
      discrepancyDoses: 2,
      discrepancyReason: 'two broken',
      receivedLots: [lot('late', 4), lot('soon', 4, '2998-01-01')]
    });
    const held = await stockOf(site);
    expect(held).toMatchObject({
      onOrderDoses: 0,
      lots: [lot('mine', 1), lot('late', 4), lot('soon', 4, '2998-01-01')]
    });
    expect(Math.abs(Date.parse(String(held.countedAt)) - Date.now())).toBeLessThan(60_000);
    const log = await world.rows('events', `subjectKey = "${key}" || subject = "stock"`);
    expect(log.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['submit', 'approve', 'order', 'issue', 'receive'])
    );
  });

  it('of a site without a record of the medicine opens one', async () => {
    const [site, source] = [await clinic('t1', null), await clinic('t2', [lot('a', 30)])];
    const key = ok(await ask('reporter', site, 5)).allocation.key;
    ok(await act('admin', key, 'approve', from(source)));
    expect(await stockOf(site)).toMatchObject({
      key: `stock-${site}-med-county`,
      unit: 't1',
      onOrderDoses: 5,
      lots: []
    });
    ok(await act('admin', key, 'pick'));
    ok(await act('admin', key, 'ship'));
    expect(ok(await act('reporter', key, 'receive', came(5))).allocation).toMatchObject({ discrepant: false });
    expect((await stockOf(site)).lots).toEqual([lot('a', 5)]);
  });

  it('that many draw on at the same moment leaves no stock below nothing, and no dose is given twice', async () => {
    const source = await clinic('t2', [lot('a', 60), lot('old', 100, '2020-01-01')]);
    const keys = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const key = ok(await ask('dispatcher', await clinic('t1', null), 10)).allocation.key as string;
        ok(await act('dispatcher', key, 'approve', from(source)));
        return key;
      })
    );
    // Counted anew since it was promised: fewer are there.
    await world.sql(
      `UPDATE stock SET lots = '${JSON.stringify([lot('a', 25), lot('old', 100, '2020-01-01')])}'
       WHERE facilityId = '${source}'`
    );
    const answers = await Promise.all(
      keys.map((key) => world.act('dispatcher', `allocations/${key}/pick`, { version: 2 }))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409) as Answer;
    expect(faultOf(refused)).toEqual({ status: 409, field: 'line/med-county', code: 'not_enough_stock' });
    expect((await stockOf(source)).lots).toEqual([lot('a', 5), lot('old', 100, '2020-01-01')]);
  });

  it('is promised no dose that was promised before, whoever decides at the same moment', async () => {
    const source = await clinic('t2', [lot('a', 25), lot('old', 100, '2020-01-01')]);
    const keys = await Promise.all(
      Array.from({ length: 6 }, async () => ok(await ask('dispatcher', await clinic('t1', null), 10)).allocation.key)
    );
    const answers = await Promise.all(
      keys.map((key, i) =>
        world.act(i % 2 ? 'planner' : 'admin', `allocations/${key}/approve`, { version: 1, ...from(source) })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409) as Answer;
    expect(refused.body.data['line/med-county']).toMatchObject({ code: 'not_enough_stock', params: { free: 5 } });
    // Five are free yet; what is called off is free again.
    const late = keys[answers.findIndex(({ status }) => status === 409)] as string;
    ok(await act('planner', late, 'approve', from(source, approved(5, 'what is left'))));
    const first = keys[answers.findIndex(({ status }) => status === 200)] as string;
    ok(await act('planner', first, 'cancel', { reason: 'not needed' }));
    const other = ok(await ask('reporter', await clinic('t1', null), 10)).allocation.key;
    ok(await act('planner', other, 'approve', from(source)));
  });

  it('is approved in another quantity with a reason, never beyond twice what was asked, and never for nothing', async () => {
    const [site, source] = [await clinic('t1', []), await clinic('t2', [lot('a', 100)])];
    const key = ok(await ask('reporter', site, 10)).allocation.key;
    const tried = async (doses: number, reason = '') =>
      faultOf(await act('planner', key, 'approve', from(source, approved(doses, reason))));
    expect(await tried(9)).toEqual({ status: 400, field: 'line/med-county', code: 'reason_missing' });
    expect(await tried(21, 'plenty')).toMatchObject({ status: 400, code: 'beyond_wanted' });
    expect(await tried(0, 'none left')).toEqual({ status: 400, field: 'lines', code: 'nothing_approved' });
    expect(await tried(-1, 'less')).toMatchObject({ status: 400, code: 'bad_input' });
    expect(await tried(2.5, 'half a box')).toMatchObject({ status: 400, code: 'bad_input' });
    expect(await stockOf(site)).toMatchObject({ onOrderDoses: 0 });
    ok(await act('planner', key, 'approve', from(source, approved(20, 'twice for the holidays'))));
    expect(await stockOf(site)).toMatchObject({ onOrderDoses: 20 });
  });

  it('is received lot by lot; what differs needs a reason, and more than twice what was shipped is no receipt', async () => {
    const soon = lot('soon', 4, '2998-01-01');
    const { site, key } = await shipped(10, [soon, lot('late', 50)]);
    const tried = async (more: object) => faultOf(await act('reporter', key, 'receive', more));
    const differing = cameInLots([lot('soon', 3, '2998-01-01'), lot('late', 7)]);
    // The same in all, but not of each lot.
    expect(await tried(differing)).toMatchObject({ status: 400, code: 'reason_missing' });
    expect(await tried(came(12))).toMatchObject({ status: 400, code: 'reason_missing' });
    expect(await tried(came(21, 'a pallet'))).toMatchObject({ status: 400, code: 'beyond_shipped' });
    expect(await tried(came(1e9, 'a slip'))).toMatchObject({ status: 400, code: 'beyond_shipped' });
    expect(await tried(cameInLots([soon, lot('other', 6)], 'another box'))).toMatchObject({ code: 'lot_not_shipped' });
    expect((await stockOf(site)).lots).toEqual([]);
    const end = ok(
      await act('reporter', key, 'receive', cameInLots([soon, lot('late', 16)], 'ten too many'))
    ).allocation;
    expect(end).toMatchObject({ discrepant: true });
    expect(end.lines[0]).toMatchObject({ receivedDoses: 20, discrepancyDoses: -10, discrepancyReason: 'ten too many' });
    expect(await stockOf(site)).toMatchObject({ lots: [soon, lot('late', 16)], onOrderDoses: 0 });
  });

  it('tells whoever comes second who was first, when, and how it stands', async () => {
    const [site, source] = [await clinic('t1', []), await clinic('t2', [lot('a', 30)])];
    const key = ok(await ask('reporter', site, 5)).allocation.key as string;
    ok(await act('planner', key, 'approve', from(source)));
    const late = await world.act('admin', `allocations/${key}/reject`, { version: 1, reason: 'no' });
    expect(faultOf(late)).toEqual({ status: 409, field: 'state', code: 'wrong_state' });
    const { params } = late.body.data.state;
    expect(params).toMatchObject({ state: 'approved', by: 'a-planner' });
    expect(Math.abs(Date.parse(params.at) - Date.now())).toBeLessThan(60_000);
    const stale = await world.act('admin', `allocations/${key}/pick`, { version: 1 });
    expect(faultOf(stale)).toEqual({ status: 409, field: 'version', code: 'stale_version' });
    expect(stale.body.data.version.params).toMatchObject({ state: 'approved', by: 'a-planner' });
  });

  it('called off after it was picked puts the goods back', async () => {
    const [site, source] = [await clinic('t1', []), await clinic('t2', [lot('a', 30)])];
    const key = ok(await ask('reporter', site, 12)).allocation.key;
    ok(await act('dispatcher', key, 'approve', from(source)));
    ok(await act('dispatcher', key, 'pick'));
    expect([await dosesOf(source), (await stockOf(site)).onOrderDoses]).toEqual([18, 12]);
    expect(faultOf(await act('reporter', key, 'cancel', { reason: 'found some' }))).toMatchObject({ status: 403 });
    ok(await act('dispatcher', key, 'cancel', { reason: 'found some' }));
    expect([await dosesOf(source), (await stockOf(site)).onOrderDoses]).toEqual([30, 0]);
  });

  it('from a supplier states the lots, and touches no stock but that of the site', async () => {
    const site = await clinic('t1', []);
    const { key: supplier } = await world.make(
      'suppliers',
      bodyOf('suppliers', { area: 'tiny', unit: 'county', suffix: 'goods' })
    );
    const key = ok(await ask('reporter', site, 12)).allocation.key;
    ok(await act('dispatcher', key, 'approve', { sourceKind: 'supplier', sourceId: supplier }));
    const lines = (doses: number) => ({ lines: [{ medicineId: 'med-county', lots: [lot('s', doses)] }] });
    expect(faultOf(await act('dispatcher', key, 'pick', lines(13)))).toMatchObject({ code: 'more_than_approved' });
    for (const none of [{}, { lines: [] }, lines(0)])
      expect(faultOf(await act('dispatcher', key, 'pick', none))).toEqual({
        status: 400,
        field: 'line/med-county',
        code: 'lots_missing'
      });
    const expired = { lines: [{ medicineId: 'med-county', lots: [lot('s', 12, '2020-01-01')] }] };
    expect(faultOf(await act('dispatcher', key, 'pick', expired))).toMatchObject({ code: 'lot_expired' });
    ok(await act('dispatcher', key, 'pick', lines(12)));
    ok(await act('dispatcher', key, 'ship'));
    ok(await act('reporter', key, 'receive', came(12)));
    expect((await stockOf(site)).lots).toEqual([lot('s', 12)]);
  });

  it('is refused what names nothing or makes no sense', async () => {
    const site = await clinic('t1', []);
    const key = ok(await ask('reporter', site, 5)).allocation.key;
    const other = { lines: [{ medicineId: 'med-none', approvedDoses: 1 }] };
    expect(faultOf(await act('dispatcher', key, 'approve', from(site)))).toMatchObject({ code: 'same_site' });
    expect(faultOf(await act('dispatcher', key, 'approve', from('none')))).toMatchObject({ field: 'sourceId' });
    const source = await clinic('t2', [lot('a', 9)]);
    expect(faultOf(await act('dispatcher', key, 'approve', from(source, other)))).toMatchObject({
      code: 'not_asked_for'
    });
    expect(faultOf(await ask('reporter', await clinic('t2', []), 5))).toMatchObject({ status: 403 });
    const unknown = { requesterFacilityId: site, lines: [{ medicineId: 'med-none', wantedDoses: 1 }] };
    expect(faultOf(await world.act('admin', 'allocations', { allocation: unknown }))).toMatchObject({
      field: 'line/med-none'
    });
    expect((await world.act({ token: target }, `allocations/${key}/pick`, { version: 1 })).status).toBe(404);
  });
});

describe('positions', () => {
  const began = Date.now() - 600_000;
  const at = (seconds: number) => new Date(began + seconds * 1000).toISOString();
  const fix = (by: By, vehicleId: string, deviceAt: string, seq: number, lon = 10.5) =>
    world.server.send('POST', '/api/greenlane/positions', {
      token: typeof by === 'string' ? world.tokens[by] : by.token,
      body: { vehicleId, lon, lat: 10.5, deviceAt, seq }
    });

  it('a late one never overwrites a newer one, whatever order they come in', async () => {
    const vehicle = await world.vehicle();
    const order = [3, 1, 7, 5, 7, 2, 9, 8];
    const kept: boolean[] = [];
    for (const each of order) kept.push(ok(await fix('dispatcher', vehicle, at(each), each, 10 + each / 100)).kept);
    expect(kept).toEqual([true, false, true, false, false, false, true, false]);
    const row = await world.one('vehicles', vehicle);
    expect(row).toMatchObject({ positionLon: 10.09, positionSeq: 9 });

    const crowd = Array.from({ length: 12 }, (_, i) => 20 + ((i * 5) % 12));
    await Promise.all(crowd.map((each) => fix('dispatcher', vehicle, at(each), each, 10 + each / 100)));
    expect(await world.one('vehicles', vehicle)).toMatchObject({ positionLon: 10.31, positionSeq: 31 });
  });

  it('counts as no version, stands in no log, and every desk hears it', async () => {
    const vehicle = await world.vehicle();
    const { version } = await world.one('vehicles', vehicle);
    const events = (await world.rows('events', 'seq > 0')).length;
    const desk = await listen(world.server.url, world.tokens.official, ['vehicles/*']);
    try {
      ok(await fix('reporter', vehicle, at(1), 1));
      await desk.heard(vehicle);
    } finally {
      desk.close();
    }
    const referral = await world.accepted();
    ok(
      await world.act('dispatcher', 'assignments', {
        vehicleId: vehicle,
        vehicleVersion: version,
        referralId: referral
      })
    );
    const added = (await world.rows('events', 'seq > 0')).slice(events);
    expect(added.filter(({ subject }) => subject === 'vehicles')).toEqual([]);
  });

  it('one that comes while a desk edits the vehicle is not undone by that', async () => {
    const vehicle = await world.vehicle();
    const row = await world.one('vehicles', vehicle);
    const path = `/api/collections/vehicles/records/${String(row.id)}`;
    const edits = Array.from({ length: 8 }, async (_, i) => {
      ok(await fix('dispatcher', vehicle, at(50 + i), i, 10.2 + i / 100));
      const now = await world.one('vehicles', vehicle);
      return world.server.send('PATCH', path, {
        token: world.tokens.planner,
        body: { callSign: `A ${i}`, version: now.version }
      });
    });
    const answers = await Promise.all(edits);
    expect(answers.every(({ status }) => [200, 409].includes(status))).toBe(true);
    expect(await world.one('vehicles', vehicle)).toMatchObject({ positionLon: 10.27, positionSeq: 7 });
  });

  it('is refused from the future, from nowhere, and from who has no business with the vehicle', async () => {
    const vehicle = await world.vehicle();
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    expect(faultOf(await fix('dispatcher', vehicle, ahead, 1))).toMatchObject({ status: 400, code: 'in_future' });
    expect(faultOf(await fix('dispatcher', vehicle, at(1), 1, 200))).toMatchObject({ status: 400, field: 'lon' });
    expect((await fix({ token: target }, vehicle, at(1), 1)).status).toBe(404);
    for (const who of ['planner', 'official'] as const) expect((await fix(who, vehicle, at(1), 1)).status).toBe(403);
    expect((await fix('out', vehicle, at(1), 1)).status).toBe(401);
  });

  it('one account cannot flood the server, and keeps nobody else from telling theirs', async () => {
    const { token } = await world.makeUser('flood', { role: 'dispatcher' });
    const vehicle = await world.vehicle();
    const answers = [];
    for (let i = 0; i < 260 && answers.at(-1)?.status !== 429; i++)
      answers.push(await fix({ token }, vehicle, at(i), i));
    expect(answers.at(-1)?.status).toBe(429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(120);
    expect((await fix('admin', vehicle, at(300), 300)).status).toBe(200);
  });
});
