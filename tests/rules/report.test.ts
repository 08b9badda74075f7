import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DailyReport, ReportRow } from '../../src/lib/core/report/daily-report';
import { localDay } from '../../src/lib/core/report/local-time';
import { draftOf } from '../../src/lib/core/rules/edit-rule-pack';
import { DEFAULT_RULE_PACK } from '../../src/lib/core/rules/rule-pack';
import { listen } from '../helpers/listen';
import { bodyOf } from './records';
import { makeWorld, type Who, type World } from './world';

let world: World;
let serial = 0;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => world?.server.remove());

/** A clinic of its own for each test, in unit t1 unless said otherwise. */
async function makeClinic(unit = 't1') {
  const suffix = `report-${(serial += 1)}`;
  const at = { area: 'tiny', unit, suffix };
  const clinic = await world.make('facilities', bodyOf('facilities', at));
  return clinic.key;
}

/** Day and moment of "now" on the county's clocks (+08:00). */
const moment = (daysAgo = 0) => {
  const at = Date.now() - 60_000 - daysAgo * 86_400_000;
  return {
    reportedAt: new Date(at).toISOString(),
    reportedOn: new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
  };
};
const reportOf = (facilityId: string, more: Partial<DailyReport> = {}, daysAgo = 0) => ({
  facilityId,
  ...moment(daysAgo),
  noChange: false,
  facility: {},
  stock: [],
  people: [],
  vehicles: [],
  ...more
});
const lots = (doses: number) => [{ lot: 'a', doses, expiresOn: '2027-06-30' }];
const medicine = (doses: number, usedToday: number | null = null) =>
  ({ medicineId: 'med-county', lots: lots(doses), onOrderDoses: 0, usedToday }) as unknown as DailyReport['stock'][0];

const send = (who: Who, report: unknown, key: unknown = randomUUID()) =>
  world.server.send('POST', '/api/greenlane/report', { token: world.tokens[who], body: { key, report } });
const read = async (collection: string, filter: string) => {
  const at = `/api/collections/${collection}/records?filter=${encodeURIComponent(filter)}&perPage=200`;
  return (await world.server.send('GET', at, { token: world.console })).body.items as Record<string, unknown>[];
};
const stockOf = async (clinic: string) => (await read('stock', `area="tiny" && facilityId="${clinic}"`))[0];
const siteOf = async (clinic: string) => (await read('facilities', `area="tiny" && key="${clinic}"`))[0];
const rowsOf = async (clinic: string) =>
  (await read('reports', `facilityId="${clinic}"`)) as unknown as (ReportRow & { key: string })[];

describe('a report', () => {
  it('changes the site, its stock, people and vehicles, and is kept with the rules of its day', async () => {
    const clinic = await makeClinic();
    const vehicle = await world.make('vehicles', {
      ...bodyOf('vehicles', { area: 'tiny', unit: 't1', suffix: `r-${(serial += 1)}` }),
      baseFacilityId: clinic
    });
    const report = reportOf(clinic, {
      facility: { oximeters: 4, staffNow: 3, openingHours: '8:00–18:00' },
      stock: [medicine(120, 6)],
      people: [{ villageId: 'vil-t1', counts: { red: 4, yellow: 5, returnees: 9, vaccinated80: 7 } }] as never,
      vehicles: [{ vehicleId: vehicle.key, ready: false, minutesToReady: 3, outOfServiceReason: 'mechanical' }] as never
    });
    const answer = await send('reporter', report);
    expect(answer.body).toMatchObject({ again: false, sent: 1, passedOver: [], rulePackVersion: '2023-1' });
    expect(answer.status).toBe(200);
    expect(await siteOf(clinic)).toMatchObject({
      oximeters: 4,
      staffNow: 3,
      openingHours: '8:00–18:00',
      reportedAt: report.reportedAt,
      version: 2,
      editedFields: ['openingHours', 'oximeters', 'reportedAt', 'staffNow']
    });
    expect(await stockOf(clinic)).toMatchObject({
      lots: lots(120),
      meanDailyUse: 6,
      countedAt: report.reportedAt,
      unit: 't1',
      origin: 'hand',
      version: 1
    });
    const [people] = await read('people_counts', 'area="tiny" && villageId="vil-t1"');
    expect(people).toMatchObject({ red: 4, returnees: 9, vaccinated80: 7, aged65: 0, countedOn: report.reportedOn });
    const [truck] = await read('vehicles', `area="tiny" && key="${vehicle.key}"`);
    expect(truck).toMatchObject({ status: 'out-of-service', outOfServiceReason: 'mechanical', version: 2 });
    const [row] = await rowsOf(clinic);
    expect(row).toMatchObject({
      unit: 't1',
      sent: 1,
      noChange: false,
      rulePackVersion: '2023-1',
      reportedBy: 'a-reporter'
    });
    expect(row.content).toMatchObject({ stock: [medicine(120, 6)], use: [{ before: null, after: 6 }] });
  });

  it('under one key counts once, whether sent again or at the same moment', async () => {
    const clinic = await makeClinic();
    const key = randomUUID();
    const report = reportOf(clinic, { stock: [medicine(50, 2)] });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send('reporter', report, key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(answers.filter(({ body }) => !body.again)).toHaveLength(1);
    const { again: _, ...first } = answers[0].body;
    for (const { body } of answers) expect(body).toMatchObject(first);
    expect(await rowsOf(clinic)).toMatchObject([{ sent: 1 }]);
    expect(await siteOf(clinic)).toMatchObject({ version: 2 });
    const other = await send('reporter', reportOf(clinic, { stock: [medicine(51, 2)] }), key);
    expect([other.status, Object.keys(other.body.data)]).toEqual([409, ['key']]);
    expect((await send('admin', report, key)).status).toBe(409);
    expect(await stockOf(clinic)).toMatchObject({ lots: lots(50), version: 1 });
  });

  it('sent a second time that day replaces the first and is counted', async () => {
    const clinic = await makeClinic();
    await send('reporter', reportOf(clinic, { facility: { oximeters: 2 }, stock: [medicine(50, 4)] }));
    await send('reporter', reportOf(clinic, { facility: { oximeters: 3 }, stock: [medicine(40, 8)] }));
    const rows = await rowsOf(clinic);
    expect(rows).toMatchObject([{ sent: 2, content: { facility: { oximeters: 3 }, stock: [medicine(40, 8)] } }]);
    expect(await stockOf(clinic)).toMatchObject({ lots: lots(40), meanDailyUse: 8, version: 2 });
  });

  it('of no change confirms what stands', async () => {
    const clinic = await makeClinic();
    const yesterday = reportOf(clinic, { facility: { staffNow: 5 }, stock: [medicine(50, 4)] }, 1);
    expect((await send('reporter', yesterday)).status).toBe(200);
    // Made yesterday and sent today, it is yesterday's.
    expect(await siteOf(clinic)).toMatchObject({ reportedAt: yesterday.reportedAt });
    const today = reportOf(clinic, { noChange: true });
    expect((await send('reporter', today)).status).toBe(200);
    expect(await siteOf(clinic)).toMatchObject({ staffNow: 5, reportedAt: today.reportedAt, version: 3 });
    expect(await stockOf(clinic)).toMatchObject({ lots: lots(50), countedAt: today.reportedAt, meanDailyUse: 4 });
    const rows = await rowsOf(clinic);
    expect(rows.map(({ noChange }) => noChange).sort()).toEqual([false, true]);
    expect(rows.find(({ noChange }) => noChange)?.content.stock).toMatchObject([{ lots: lots(50), usedToday: null }]);
  });

  it('that comes after a later one is kept and changes nothing', async () => {
    const clinic = await makeClinic();
    await send('reporter', reportOf(clinic, { stock: [medicine(50, 4)] }));
    const late = await send('reporter', reportOf(clinic, { stock: [medicine(500, 4)] }, 2));
    expect(late.body).toMatchObject({ records: [], passedOver: [{ itemId: 'report', reason: 'superseded' }] });
    expect(await stockOf(clinic)).toMatchObject({ lots: lots(50), version: 1 });
    expect(await rowsOf(clinic)).toHaveLength(2);
  });

  it('leaves a vehicle on a mission alone and says so', async () => {
    const clinic = await makeClinic();
    const vehicle = await world.make('vehicles', {
      ...bodyOf('vehicles', { area: 'tiny', unit: 't1', suffix: `r-${(serial += 1)}` }),
      status: 'en-route'
    });
    const vehicles = [{ vehicleId: vehicle.key, ready: true, minutesToReady: 1, outOfServiceReason: null }] as never;
    const answer = await send('reporter', reportOf(clinic, { vehicles }));
    expect(answer.body.passedOver).toEqual([{ itemId: `vehicle/${vehicle.key}`, reason: 'on-a-mission' }]);
    expect(await read('vehicles', `key="${vehicle.key}"`)).toMatchObject([{ status: 'en-route', version: 1 }]);
  });

  it('keeps the rule pack in force, by record and version', async () => {
    const effectiveOn = localDay(Date.now(), DEFAULT_RULE_PACK);
    const content = draftOf(DEFAULT_RULE_PACK, { name: DEFAULT_RULE_PACK.name, version: 'next', effectiveOn });
    const body = { name: 'next', packVersion: 'next', effectiveOn, active: true, content };
    const at = { area: 'tiny', unit: 'county', suffix: 'report-rules' };
    const pack = await world.make('rule_packs', { ...bodyOf('rule_packs', at), ...body });
    const clinic = await makeClinic();
    expect((await send('reporter', reportOf(clinic))).body.rulePackVersion).toBe('next');
    expect(await rowsOf(clinic)).toMatchObject([{ rulePackId: pack.key, rulePackVersion: 'next' }]);
  });
});

describe('a report made before others acted and sent after it', () => {
  const call = async (who: Who, method: string, path: string, body: unknown) => {
    const answer = await world.server.send(method, path, { token: world.tokens[who], body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  const give = (path: string, body: Record<string, unknown>) =>
    call('admin', 'POST', `/api/greenlane/${path}`, { key: randomUUID(), ...body });
  /** As if made at this very moment: later than all that came before. */
  const now = () => {
    const at = Date.now();
    return {
      reportedAt: new Date(at).toISOString(),
      reportedOn: new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
    };
  };
  const passed = async (report: unknown) => {
    const { status, body } = await send('admin', report);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.passedOver;
  };
  const since = (itemId: string) => [{ itemId, reason: 'changed-since' }];
  const dosesOf = async (site: string) => (await stockOf(site))?.lots;
  /** A clinic counted an hour ago by its report. */
  async function counted(doses: number) {
    const site = await makeClinic();
    const at = new Date(Date.now() - 3_600_000).toISOString();
    const reportedOn = localDay(Date.parse(at), DEFAULT_RULE_PACK);
    expect(await passed(reportOf(site, { reportedAt: at, reportedOn, stock: [medicine(doses)] }))).toEqual([]);
    return site;
  }
  /** Goods from one site to another, as far as the verb. */
  async function sendGoods(from: string, to: string, doses: number, last: 'pick' | 'receive') {
    const lines = [{ medicineId: 'med-county', wantedDoses: doses }];
    let { allocation } = await give('allocations', { allocation: { requesterFacilityId: to, lines } });
    for (const [verb, more] of [
      ['approve', { sourceKind: 'facility', sourceId: from }],
      ['pick', {}],
      ['ship', {}],
      ['receive', { lines: [{ medicineId: 'med-county', receivedDoses: doses }] }]
    ] as const) {
      const { key, version } = allocation;
      allocation = (await give(`allocations/${key}/${verb}`, { version, ...more })).allocation;
      if (verb === last) return;
    }
  }

  it('doses picked since stand until a later report counts them', async () => {
    const [site, other] = [await counted(1000), await makeClinic()];
    await sendGoods(site, other, 600, 'pick');
    expect(await passed(reportOf(site, { stock: [medicine(1000)] }))).toEqual(since('stock/med-county'));
    expect(await dosesOf(site)).toEqual(lots(400));
    expect(await passed(reportOf(site, { ...now(), stock: [medicine(390)] }))).toEqual([]);
    expect(await dosesOf(site)).toEqual(lots(390));
  });

  it('doses received since stand, and so does the moment of the receipt', async () => {
    const [site, other] = [await counted(1000), await counted(200)];
    await sendGoods(other, site, 50, 'receive');
    const { countedAt } = await stockOf(site);
    expect(await passed(reportOf(site, { stock: [medicine(1000)] }))).toEqual(since('stock/med-county'));
    expect(await stockOf(site)).toMatchObject({ countedAt, lots: lots(1050) });
  });

  it('doses written since by hand stand, and those of a table that says when it counted them', async () => {
    const site = await counted(1000);
    const { id, key, version, countedAt } = await stockOf(site);
    const path = `/api/collections/stock/records/${String(id)}`;
    // What a client says of the moment counts for nothing.
    const typed = await call('reporter', 'PATCH', path, { version, lots: lots(700), movedAt: '2020-01-01T00:00:00Z' });
    expect(Date.now() - Date.parse(typed.movedAt)).toBeLessThan(60_000);
    expect(await passed(reportOf(site, { stock: [medicine(1000)] }))).toEqual(since('stock/med-county'));
    const beside = { kind: 'stock', fileName: 'stock.xlsx', digest: randomUUID() };
    const table = async (before: unknown, after: unknown) => {
      const { id: one } = await call('admin', 'POST', '/api/greenlane/imports', { ...beside, digest: randomUUID() });
      const at = `/api/greenlane/imports/${String(one)}`;
      const edits = [{ collection: 'stock', key, before, after }];
      expect(await call('admin', 'POST', `${at}/rows`, { sequence: 0, edits })).toMatchObject({ updated: 1 });
      await call('admin', 'POST', `${at}/finish`, {});
      return at;
    };
    const again = new Date().toISOString();
    await table({ lots: lots(700), countedAt }, { lots: lots(650), countedAt: again });
    expect(await passed(reportOf(site, { stock: [medicine(1000)] }))).toEqual(since('stock/med-county'));
    expect(await stockOf(site)).toMatchObject({ lots: lots(650), countedAt: again });
    const { movedAt } = await stockOf(site);
    const silent = await table({ lots: lots(650) }, { lots: lots(640) });
    expect((await stockOf(site)).movedAt).not.toBe(movedAt);
    await call('admin', 'POST', `${silent}/undo`, { upTo: 0 });
    expect(await stockOf(site)).toMatchObject({ lots: lots(650), movedAt });
  });

  it('a vehicle that dispatch took off the road stays off it', async () => {
    const site = await makeClinic();
    const at = { area: 'tiny', unit: 't1', suffix: `since-${(serial += 1)}` };
    const { id, key } = await world.make('vehicles', { ...bodyOf('vehicles', at), baseFacilityId: site });
    const path = `/api/collections/vehicles/records/${id}`;
    const ready = { vehicleId: key, ready: true, minutesToReady: 1, outOfServiceReason: null };
    const vehicles = [ready] as never;
    await call('dispatcher', 'PATCH', path, { version: 1, status: 'out-of-service', outOfServiceReason: 'mechanical' });
    expect(await passed(reportOf(site, { vehicles }))).toEqual(since(`vehicle/${key}`));
    expect(await read('vehicles', `key="${key}"`)).toMatchObject([{ status: 'out-of-service', version: 2 }]);
    const later = now();
    expect(await passed(reportOf(site, { ...later, vehicles }))).toEqual([]);
    const [fixed] = await read('vehicles', `key="${key}"`);
    expect(fixed).toMatchObject({ status: 'available', statusAt: later.reportedAt });
    expect(fixed.editedFields).not.toContain('statusAt');
  });

  it('a bed kept since stays kept, and given back it is one of those there are', async () => {
    const at = { area: 'tiny', unit: 't1', suffix: `beds-${(serial += 1)}` };
    const more = { tier: 'designated', bedsTotal: 10, bedsFree: 5, open: true };
    const site = (await world.make('facilities', { ...bodyOf('facilities', at), ...more })).key;
    const patient = { grade: 'mild', severeDisease: false, aged: false, stable: true, dialysis: false };
    const override = { name: 'Chief', reason: 'test' };
    const referral = { originFacilityId: 'fac-t2', targetFacilityId: site, ...patient };
    const made = (await give('referrals', { referral, override })).referral;
    const { referral: kept } = await give(`referrals/${made.key}/accept`, { version: made.version, override });
    expect(await siteOf(site)).toMatchObject({ bedsFree: 4 });
    const late = reportOf(site, { facility: { bedsTotal: 10, bedsFree: 5, staffNow: 7 } });
    expect(await passed(late)).toEqual(since('field/bedsFree'));
    expect(await siteOf(site)).toMatchObject({ bedsFree: 4, staffNow: 7, reportedAt: late.reportedAt });
    await give(`referrals/${kept.key}/cancel`, { version: kept.version, reason: 'recovered' });
    expect(await siteOf(site)).toMatchObject({ bedsFree: 5 });
    expect(await passed(reportOf(site, { ...now(), facility: { bedsFree: 3 } }))).toEqual([]);
    expect(await siteOf(site)).toMatchObject({ bedsFree: 3 });
  });
});

describe('who may report', () => {
  it('reporters for their own unit and administrators; nobody else', async () => {
    const [own, foreign] = [await makeClinic(), await makeClinic('t2')];
    for (const who of ['out', 'pending', 'disabled', 'planner', 'dispatcher', 'official'] as const)
      expect([401, 403], who).toContain((await send(who, reportOf(own))).status);
    expect((await send('reporter', reportOf(own))).status).toBe(200);
    expect((await send('reporter', reportOf(foreign))).status).toBe(403);
    expect((await send('admin', reportOf(foreign))).status).toBe(200);
    const asConsole = await world.server.send('POST', '/api/greenlane/report', {
      token: world.console,
      body: { key: randomUUID(), report: reportOf(own) }
    });
    expect(asConsole.status).toBe(401);
  });
});

describe('what is refused', () => {
  const people = (villageId: string, counts: unknown) => [{ villageId, counts }] as never;
  it.each([
    ['a village of another unit', { people: people('vil-t2', { red: 1 }) }, 'count/vil-t2'],
    ['an unknown field', { facility: { tier: 'designated' } as never }, 'field/tier'],
    ['more free beds than there are', { facility: { bedsFree: 900 } }, 'field/bedsFree'],
    ['half a person', { people: people('vil-t1', { red: 1.5 }) }, 'count/vil-t1/red'],
    ['an unknown medicine', { stock: [{ ...medicine(1), medicineId: 'med-none' }] as never }, 'stock/med-none'],
    ['another day', { reportedOn: '2026-01-01' }, 'reportedOn'],
    ['the day before', { reportedOn: moment(1).reportedOn }, 'reportedOn'],
    ['the future', { reportedAt: '2999-01-01T00:00:00Z', reportedOn: '2999-01-01' }, 'reportedAt'],
    ['change under "no change"', { noChange: true, facility: { open: false } }, 'noChange']
  ])('%s: the item is named and nothing is written', async (_name, more, item) => {
    const clinic = await makeClinic();
    const answer = await send('reporter', reportOf(clinic, more));
    expect([answer.status, Object.keys(answer.body.data)]).toEqual([400, [item]]);
    expect(await rowsOf(clinic)).toEqual([]);
    expect(await siteOf(clinic)).toMatchObject({ version: 1 });
  });

  it('a key that is none', async () => {
    for (const key of [null, 7, 'short', 'x'.repeat(101), 'with spaces in between'])
      expect((await send('reporter', reportOf('fac-t1'), key)).status).toBe(400);
  });

  it('an expiry that is no day', async () => {
    const clinic = await makeClinic();
    const stock = [{ ...medicine(1), lots: [{ lot: 'a', doses: 1, expiresOn: '2027-02-30' }] }];
    const answer = await send('reporter', reportOf(clinic, { stock }));
    expect(Object.keys(answer.body.data)).toEqual(['stock/med-county/lot 1']);
  });
});

it('other desks see the site and its stock change without asking', async () => {
  const clinic = await makeClinic();
  await send('reporter', reportOf(clinic, { stock: [medicine(50, 2)] }));
  const stock = String((await stockOf(clinic)).key);
  const desk = await listen(world.server.url, world.tokens.official, ['stock/*', 'facilities/*']);
  try {
    await send('reporter', reportOf(clinic, { facility: { staffNow: 6 }, stock: [medicine(20, 9)] }));
    await Promise.all([desk.heard(stock), desk.heard(clinic)]);
    const record = (key: string) => desk.events.find((each) => each.key === key)?.record;
    expect(record(stock)).toMatchObject({ lots: lots(20), version: 2 });
    expect(record(clinic)).toMatchObject({ staffNow: 6, version: 3 });
  } finally {
    desk.close();
  }
});
