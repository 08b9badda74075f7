import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../src/lib/core/operations/audit-chain';
import { hashEvent } from '../../src/lib/core/operations/audit-chain';
import { randomOf, type Random } from '../../src/lib/core/sample/random';
import { connectTo } from '../../src/lib/store/client';
import { fetchEvents } from '../../src/lib/store/fetch-events';
import { parseEvent } from '../../src/node/audit/parse-event';
import { sha256, verifyLog } from '../../src/node/audit/verify-log';
import { runGreenlane } from '../helpers/run-greenlane';
import { startServer, type Answer, type TestServer } from '../helpers/server';
import { writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';
import { makeOperationsWorld, type OperationsWorld } from './operations-world';
import { bodyOf } from './records';
import type { Who } from './world';

const LONG = process.env.GREENLANE_LONG === '1';
/** What must stand readable nowhere: in Latin and Chinese, and digits. */
const PATIENT = {
  name: 'Zachariah Quillfeather 王小明',
  telephone: '+86 139-5550-7777',
  address: '龙潭镇梅子村三组27号',
  note: 'keeps two black dogs at the gate'
};
const PIECES = ['Quillfeather', '王小明', '5550-7777', '55507777', '梅子村三组', 'black dogs'];

let world: OperationsWorld;
let again: TestServer | undefined;
/** Administrator of all areas, who may read the whole log. */
let overseer = '';
beforeAll(async () => {
  world = await makeOperationsWorld();
  overseer = (await world.makeUser('overseer', { role: 'admin', area: '*' })).token;
});
afterAll(async () => {
  await again?.stop();
  await world?.server.remove();
});

const faultOf = ({ status, body }: Answer) => {
  const [[field, fault]] = Object.entries((body.data ?? { none: {} }) as Record<string, { code: string }>);
  return { status, field, code: fault.code };
};
const ok = (answer: Answer) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const readPatient = (who: Who | { token: string }, key: string) =>
  world.server.send('GET', `/api/greenlane/referrals/${key}/personal`, {
    token: typeof who === 'string' ? world.tokens[who] : who.token
  });
const keyFile = (caseId: string) => join(world.server.dataDir, 'case-keys', `${caseId}.key`);
const log = async (): Promise<AuditEvent[]> =>
  (await fetchEvents(connectTo(world.server.url, overseer))).events.map(parseEvent);
const head = async () =>
  (await world.server.send('GET', '/api/greenlane/audit/head', { token: overseer })).body as {
    at: string;
    seq: number;
    hash: string;
  };
const verify = async (anchors: Parameters<typeof verifyLog>[1] = []) =>
  verifyLog({ events: await log(), personal: null }, anchors);
/** An ended case with a patient; gives its key. */
async function endedCase(): Promise<string> {
  const key = await world.referral({}, { personal: PATIENT });
  ok(await world.onReferral('dispatcher', key, 'cancel', { reason: 'recovered' }));
  return key;
}

describe('who a patient is', () => {
  it('is read by dispatch, administration and the two facilities, and each reading stands in the log first', async () => {
    const target = (await world.makeUser('reporter-t2', { role: 'reporter', unit: 't2' })).token;
    const foreign = (await world.makeUser('reporter-county', { role: 'reporter', unit: 'county' })).token;
    const key = await world.referral({}, { personal: PATIENT });
    const readers = ['dispatcher', 'admin', 'reporter', { token: target }] as const;
    for (const who of readers) {
      const answer = await readPatient(who, key);
      expect(ok(answer)).toEqual({ personal: PATIENT });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    for (const who of ['planner', 'official', 'pending'] as const)
      expect((await readPatient(who, key)).status, who).toBe(403);
    for (const who of ['out', 'disabled'] as const) expect((await readPatient(who, key)).status, who).toBe(401);
    expect((await readPatient({ token: foreign }, key)).status).toBe(404);
    const reads = (await log()).filter(({ verb, subjectKey }) => verb === 'read-personal' && subjectKey === key);
    expect(reads.map(({ actorName }) => actorName)).toEqual(['a-dispatcher', 'a-admin', 'a-reporter', 'reporter-t2']);
    expect(await world.one('referrals', key)).toMatchObject({ hasPersonal: true });
  });

  it('is kept under a key of its own that only the owner of the server can read, outside the database', async () => {
    const [one, other] = [
      await world.referral({}, { personal: PATIENT }),
      await world.referral({}, { personal: PATIENT })
    ];
    const keys = [one, other].map((each) => readFileSync(keyFile(each), 'utf8'));
    expect(keys.map((each) => each.length)).toEqual([32, 32]);
    expect(keys[0]).not.toBe(keys[1]);
    expect(statSync(keyFile(one)).mode & 0o777).toBe(0o600);
    expect(statSync(join(world.server.dataDir, 'case-keys')).mode & 0o777).toBe(0o700);
    for (const each of keys) expect(findInFiles(join(world.server.dataDir, 'database'), [each])).toEqual([]);
  });

  it('can be told later, and the log holds the hash of what was enciphered', async () => {
    const key = await world.referral();
    expect(faultOf(await readPatient('dispatcher', key))).toEqual({
      status: 404,
      field: 'personal',
      code: 'none_kept'
    });
    expect(
      faultOf(await world.act('dispatcher', `referrals/${key}/personal`, { personal: { name: ' ' } }))
    ).toMatchObject({
      status: 400
    });
    ok(await world.act('reporter', `referrals/${key}/personal`, { personal: { name: PATIENT.name } }));
    ok(await world.act('dispatcher', `referrals/${key}/personal`, { personal: PATIENT }));
    expect(ok(await readPatient('admin', key))).toEqual({ personal: PATIENT });
    const [stored] = await world.rows('case_personal', `caseId = "${key}"`);
    const writes = (await log()).filter(({ verb, subjectKey }) => verb === 'write-personal' && subjectKey === key);
    expect(writes).toHaveLength(2);
    expect(writes[1].personalHash).toBe(sha256(String(stored.cipher)));
  });

  it('may not be written into a text that everybody reads', async () => {
    const key = await world.referral({}, { personal: PATIENT });
    const said = (reason: string) => world.onReferral('dispatcher', key, 'reject', { reason });
    for (const reason of [
      'no bed for Zachariah Quillfeather王小明',
      'call +86 13955507777',
      'call 139-5550-7777',
      'at 龙潭镇 梅子村三组27号'
    ])
      expect(faultOf(await said(reason)), reason).toEqual({ status: 400, field: 'reason', code: 'personal_in_text' });
    expect(
      faultOf(
        await world.onReferral('dispatcher', key, 'accept', { override: { name: PATIENT.name, reason: 'asked' } })
      )
    ).toMatchObject({ field: 'override/name', code: 'personal_in_text' });
    ok(await said('no bed'));
    const override = { name: 'Dr X', reason: `asked by ${PATIENT.name}` };
    const body = { referral: { originFacilityId: 'fac-t1', targetFacilityId: 'fac-t2', grade: 'severe' } };
    Object.assign(body.referral, { severeDisease: false, aged: true, stable: true, dialysis: false });
    expect(faultOf(await world.act('dispatcher', 'referrals', { ...body, override, personal: PATIENT }))).toMatchObject(
      {
        field: 'override/reason',
        code: 'personal_in_text'
      }
    );
  });

  it('is not taken down beside a text of the log that tells it, in the order in which a screen sends', async () => {
    // Another than the patient of this file: this name stays in the log, as every word there does.
    const named = { ...PATIENT, name: 'Bartholomew Fernweh 李春花' };
    const unfit = { originFacilityId: 'fac-t1', targetFacilityId: 'fac-t2' };
    const tell = (key: string, personal: Record<string, string> = named) =>
      world.act('dispatcher', `referrals/${key}/personal`, { personal });
    const refused = (field: string) => ({ status: 400, field, code: 'personal_in_text' });

    const asked = await world.referral(unfit, {
      override: { name: 'Dr X', reason: `the family of ${named.name} asks` }
    });
    const told = await tell(asked);
    expect(faultOf(told)).toEqual(refused('override/reason'));
    expect(told.body.data['override/reason'].params).toMatchObject({ told: 'name', at: expect.any(String) });
    expect(JSON.stringify(told.body)).not.toContain('Fernweh');
    expect(faultOf(await readPatient('dispatcher', asked))).toMatchObject({ code: 'none_kept' });
    expect(existsSync(keyFile(asked))).toBe(false);
    // What no text tells is taken.
    ok(await tell(asked, { telephone: PATIENT.telephone }));

    const sent = await world.accepted();
    const send = async () => ok(await world.send('dispatcher', await world.vehicle(), sent, { dispatch: true }));
    const lost = (await send()).assignment.key as string;
    ok(await world.onAssignment('dispatcher', lost, 'stand-down', { reason: 'went for 李春花 with another' }));
    const still = await tell(sent, { name: '李春花' });
    expect(faultOf(still)).toEqual(refused('reason'));
  });

  it('is not taken for a signature either, by case or by vehicle', async () => {
    const own = await world.accepted();
    ok(await world.act('dispatcher', `referrals/${own}/personal`, { personal: PATIENT }));
    ok(await world.onReferral('dispatcher', own, 'arrive'));
    const signed = { signedFrom: 'Nurse A', signedTo: `mother of ${PATIENT.name}` };
    expect(faultOf(await world.onReferral('dispatcher', own, 'hand-over', signed))).toEqual({
      ...{ status: 400, field: 'signedTo', code: 'personal_in_text' }
    });
    const brought = await world.accepted();
    ok(await world.act('dispatcher', `referrals/${brought}/personal`, { personal: PATIENT }));
    const key = ok(await world.send('dispatcher', await world.vehicle(), brought, { dispatch: true })).assignment.key;
    for (const verb of ['depart', 'reach-scene', 'leave-scene', 'reach-hospital'])
      ok(await world.onAssignment('dispatcher', key, verb));
    const swapped = { signedFrom: PATIENT.name, signedTo: 'Doctor B' };
    expect(faultOf(await world.onAssignment('dispatcher', key, 'hand-over', swapped))).toEqual({
      ...{ status: 400, field: 'signedFrom', code: 'personal_in_text' }
    });
    ok(await world.onAssignment('dispatcher', key, 'hand-over', { ...swapped, signedFrom: 'Nurse A' }));
  });

  it('is the same under one key, though the answer kept of it tells nothing', async () => {
    const body = {
      key: 'audit-test-command-1',
      referral: { originFacilityId: 'fac-t1', targetFacilityId: 'hospital-t2' }
    };
    Object.assign(body.referral, { grade: 'severe', severeDisease: false, aged: true, stable: true, dialysis: false });
    const first = ok(await world.act('dispatcher', 'referrals', { ...body, personal: PATIENT }));
    const second = ok(await world.act('dispatcher', 'referrals', { ...body, personal: PATIENT }));
    expect([first.again, second.again, second.referral.key]).toEqual([false, true, first.referral.key]);
    expect(ok(await readPatient('dispatcher', first.referral.key))).toEqual({ personal: PATIENT });
  });
});

describe('a case that is forgotten', () => {
  it('is so for good, its key destroyed, and the chain stays whole', async () => {
    const key = await endedCase();
    const open = await world.referral({}, { personal: PATIENT });
    const purge = (who: Who, each: string) => world.act(who, `referrals/${each}/purge`);
    expect(faultOf(await purge('dispatcher', key))).toMatchObject({ status: 403, code: 'not_allowed' });
    expect(faultOf(await purge('admin', open))).toEqual({ status: 409, field: 'state', code: 'case_open' });
    expect(existsSync(keyFile(key))).toBe(true);
    expect(ok(await purge('admin', key))).toMatchObject({ forgotten: true });
    expect(existsSync(keyFile(key))).toBe(false);
    expect(faultOf(await readPatient('admin', key))).toEqual({ status: 410, field: 'personal', code: 'purged' });
    const late = await world.act('dispatcher', `referrals/${key}/personal`, { personal: PATIENT });
    expect(faultOf(late)).toEqual({ status: 410, field: 'personal', code: 'purged' });
    expect(ok(await purge('admin', key))).toMatchObject({ forgotten: false });
    expect(await world.one('referrals', key)).toMatchObject({ hasPersonal: false });
    expect(ok(await readPatient('admin', open))).toEqual({ personal: PATIENT });
    const events = await log();
    expect(events.filter(({ verb, subjectKey }) => verb === 'purge' && subjectKey === key)).toHaveLength(1);
    expect(await verify([await head()])).toMatchObject({ ok: true, count: events.length });
  });

  it('comes by itself when it has been kept as long as the rules say, with what a crash left behind', async () => {
    const [due, young] = [await endedCase(), await endedCase()];
    const old = new Date(Date.now() - 31 * 86_400_000).toISOString();
    await world.sql(`UPDATE referrals SET stateAt = '${old}' WHERE key = '${due}'`);
    // Purged in the database, but killed before the key was destroyed.
    const half = await endedCase();
    ok(await world.act('admin', `referrals/${half}/purge`));
    writeFileSync(keyFile(half), 'left behind');
    // A key whose case was never committed.
    const orphan = keyFile('r-0123456789abcdef');
    writeFileSync(orphan, 'never used');
    utimesSync(orphan, new Date(Date.now() - 2 * 86_400_000), new Date(Date.now() - 2 * 86_400_000));
    const ran = await world.server.send('POST', '/api/crons/greenlanePersonal', { token: world.console });
    expect(ran.status).toBe(204);
    await expect.poll(() => existsSync(orphan), { timeout: 30_000 }).toBe(false);
    expect([due, half, young].map((each) => existsSync(keyFile(each)))).toEqual([false, false, true]);
    expect(faultOf(await readPatient('admin', due))).toMatchObject({ status: 410 });
    expect(ok(await readPatient('admin', young))).toEqual({ personal: PATIENT });
    const purges = (await log()).filter(({ verb, subjectKey }) => verb === 'purge' && subjectKey === due);
    expect(purges).toMatchObject([{ actorRole: 'system', actorName: 'system' }]);
    expect((await verify([await head()])).ok).toBe(true);
  });
});

describe('the log', () => {
  it('is only ever added to, whoever asks', async () => {
    await world.referral();
    const { seq, hash } = await head();
    const [last] = await world.rows('events', `seq = ${seq}`);
    const refused = async (query: string) => {
      const answer = await world.server.send('POST', '/api/sql', { token: world.console, body: { query } });
      return answer.status === 200 ? `accepted: ${query}` : String(answer.body.message);
    };
    expect(await refused(`UPDATE events SET verb = 'x' WHERE seq = ${seq}`)).toMatch(/never changed/);
    expect(await refused('DELETE FROM events WHERE seq = 1')).toMatch(/taken out/);
    const columns = 'id, seq, at, area, verb, subject, subjectKey, prevHash, hash';
    const row = (id: string, n: number, prev: string) =>
      `INSERT OR REPLACE INTO events (${columns}) VALUES ('${id}', ${n}, 'x', 'tiny', 'x', 'x', 'x', '${prev}', 'x')`;
    const follows = /follows the last/;
    expect(await refused(row('anotherid123456', seq, String(last.prevHash)))).toMatch(follows);
    expect(await refused(row('anotherid123456', seq + 2, hash))).toMatch(follows);
    expect(await refused(row('anotherid123456', seq + 1, 'x'))).toMatch(follows);
    expect(await refused(row(String(last.id), seq + 1, hash))).toMatch(follows);
    const path = `/api/collections/events/records/${String(last.id)}`;
    for (const [method, body] of [
      ['PATCH', { verb: 'x' }],
      ['DELETE', undefined]
    ] as const)
      expect((await world.server.send(method, path, { token: world.console, body })).status).toBeGreaterThanOrEqual(
        400
      );
    const truncate = await world.server.send('DELETE', '/api/collections/events/truncate', { token: world.console });
    expect(truncate.status).toBeGreaterThanOrEqual(400);
    expect(await verify([await head()])).toMatchObject({ ok: true, count: seq });
  });

  it('holds what desks edit of vehicles, crews and roads, in the transaction of the edit, without a number to call', async () => {
    const at = { area: 'tiny', unit: 't1', suffix: 'desk' };
    const began = (await head()).seq;
    const send = async (who: Who, method: string, collection: string, id: string, body?: Record<string, unknown>) => {
      const path = `/api/collections/${collection}/records${id && `/${id}`}`;
      const answer = await world.server.send(method, path, { token: world.tokens[who], body });
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
      return answer.body as { id: string };
    };
    const vehicle = await send('planner', 'POST', 'vehicles', '', bodyOf('vehicles', at));
    const out = { version: 1, status: 'out-of-service', outOfServiceReason: 'mechanical' };
    await send('dispatcher', 'PATCH', 'vehicles', vehicle.id, out);
    const driver = { vehicleId: 'vehicles-desk', telephone: '555 7777', onDuty: true };
    const crew = await send('planner', 'POST', 'crews', '', { ...bodyOf('crews', at), ...driver });
    await send('dispatcher', 'PATCH', 'crews', crew.id, { version: 1, onDuty: false, telephone: '' });
    const closure = await send('dispatcher', 'POST', 'closures', '', bodyOf('closures', at));
    await send('planner', 'PATCH', 'closures', closure.id, { version: 1, reason: 'landslide' });
    await send('dispatcher', 'DELETE', 'closures', closure.id);
    await send('admin', 'DELETE', 'crews', crew.id);
    // Refused in the transaction: neither the record nor a line.
    const path = `/api/collections/vehicles/records/${vehicle.id}`;
    const body = { version: 2, status: 'out-of-service', outOfServiceReason: '' };
    const refused = await world.server.send('PATCH', path, { token: world.tokens.dispatcher, body });
    expect(refused.status).toBe(400);
    const lines = (await log()).filter(({ seq }) => seq > began);
    expect(lines.map(({ verb, subject, actorRole }) => [verb, subject, actorRole])).toEqual([
      ['enter-vehicle', 'vehicles', 'planner'],
      ['out-of-service', 'vehicles', 'dispatcher'],
      ['enter-crew', 'crews', 'planner'],
      ['change-crew', 'crews', 'dispatcher'],
      ['close-road', 'closures', 'dispatcher'],
      ['edit-closure', 'closures', 'planner'],
      ['reopen-road', 'closures', 'dispatcher'],
      ['remove-crew', 'crews', 'admin']
    ]);
    expect(lines[1]).toMatchObject({
      before: { status: 'available', outOfServiceReason: '' },
      after: { status: 'out-of-service', outOfServiceReason: 'mechanical' }
    });
    expect(lines[3].before).toEqual({ onDuty: true, telephone: '***' });
    expect(JSON.stringify(lines)).not.toContain('7777');
    expect(await verify([await head()])).toMatchObject({ ok: true });
  });

  it('is read by officials and administrators of all areas as one chain; its head by them alone', async () => {
    for (const who of ['planner', 'dispatcher', 'reporter'] as const)
      expect((await world.server.send('GET', '/api/greenlane/audit/head', { token: world.tokens[who] })).status).toBe(
        403
      );
    const own = await fetchEvents(connectTo(world.server.url, world.tokens.official as string));
    expect(own.wholeLog).toBe(false);
    expect(await fetchEvents(connectTo(world.server.url, overseer))).toMatchObject({ wholeLog: true });
  });

  it('that was tampered with is told, whatever was done to it', async () => {
    for (let i = 0; i < 4; i++) {
      const key = await world.accepted();
      const sent = ok(await world.send('dispatcher', await world.vehicle(), key, { dispatch: true }));
      ok(await world.onAssignment('dispatcher', sent.assignment.key, 'stand-down', { reason: 'called off' }));
    }
    const noted = await head();
    const original = await log();
    expect(original.length).toBe(noted.seq);
    const triggers = await world.sql(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'`
    );
    expect(triggers).toHaveLength(3);
    await world.sql(`CREATE TABLE kept_events AS SELECT * FROM events`);
    for (const [name] of triggers) await world.sql(`DROP TRIGGER ${name}`);
    const random = randomOf(20261122, 'tampering');
    const rounds = LONG ? 1000 : 100;
    const done: Record<string, number> = {};
    for (let round = 0; round < rounds; round++) {
      const how = KINDS[round % KINDS.length];
      for (const statement of TAMPER[how](original, random)) await world.sql(statement);
      const verdict = await verify([noted]);
      expect(verdict.ok, `${how}, round ${round}`).toBe(false);
      done[how] = (done[how] ?? 0) + 1;
      await world.sql('DELETE FROM events; INSERT INTO events SELECT * FROM kept_events');
    }
    expect(Object.values(done).reduce((sum, each) => sum + each, 0)).toBe(rounds);
    expect(await verify([noted])).toMatchObject({ ok: true, count: noted.seq, head: noted.hash });
    for (const [, sql] of triggers) await world.sql(sql);
    await world.sql('DROP TABLE kept_events');
  });
});

describe('the raw files', () => {
  it('hold no personal value in plain: database, its journal, logs, answers kept, anchors', async () => {
    const key = await world.referral({}, { personal: PATIENT });
    await readPatient('dispatcher', key);
    const sent = ok(await world.send('dispatcher', await world.vehicle(), await world.accepted()));
    ok(await world.onAssignment('dispatcher', sent.assignment.key, 'stand-down', { reason: 'called off' }));
    // Refusals and faults write logs of their own.
    await world.act('dispatcher', 'referrals', { personal: PATIENT, referral: { nonsense: PATIENT.name } });
    await world.onReferral('dispatcher', key, 'reject', { reason: `for ${PATIENT.name}` });
    await world.act('planner', `referrals/${key}/personal`, { personal: PATIENT });
    const database = join(world.server.dataDir, 'database');
    // The search finds what does stand there in plain.
    expect(findInFiles(database, ['called off']).length).toBeGreaterThan(0);
    expect(readdirSync(database)).toEqual(expect.arrayContaining(['data.db', 'data.db-wal', 'auxiliary.db']));
    expect(findInFiles(world.server.dataDir, PIECES)).toEqual([]);
    // The server's own logs are written every few seconds.
    await expect
      .poll(() => findInFiles(database, ['/api/greenlane/referrals']).length, { timeout: 30_000 })
      .toBeGreaterThan(0);
    expect(findInFiles(world.server.dataDir, PIECES)).toEqual([]);
  });
});

describe('audit verify', () => {
  const run = async (...args: string[]) => {
    const answer = await runGreenlane(['audit', 'verify', ...args, '--json']);
    return { ...answer, verdict: answer.stdout ? (JSON.parse(answer.stdout) as ReturnType<typeof verifyLog>) : null };
  };

  it('of a running server asks it, and needs an account of all areas', async () => {
    const { url, dataDir } = world.server;
    process.env.GREENLANE_TOKEN = overseer;
    const live = await run('--server', url);
    expect(live).toMatchObject({ code: 0, verdict: { ok: true, count: (await head()).seq, anchoredSeq: null } });
    process.env.GREENLANE_TOKEN = world.tokens.official;
    expect(await run('--server', url)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('one area') as string
    });
    delete process.env.GREENLANE_TOKEN;
    expect((await run('--data', dataDir)).stderr).toContain(`audit verify --server ${url}`);
    expect((await run()).stderr).toContain('one of --data and --server');
  });

  it('of a stopped one reads its folder; a cut tail and a changed cipher are told, and the next start says so', async () => {
    const key = await world.accepted();
    const last = (await head()).seq;
    await world.server.stop();
    const { dataDir } = world.server;
    const before = readFileSync(join(dataDir, 'database', 'data.db'));
    const whole = await run('--data', dataDir);
    expect(whole.stderr).toBe('');
    expect(whole).toMatchObject({ code: 0, verdict: { ok: true, count: last, anchoredSeq: last, personalFaults: [] } });
    expect(readFileSync(join(dataDir, 'database', 'data.db')).equals(before)).toBe(true);

    const settings = {
      dataDir,
      areaDir: writeTinyPack(mkdtempSync(join(tmpdir(), 'greenlane-pack-'))),
      appDir: writeTinyApp(mkdtempSync(join(tmpdir(), 'greenlane-app-'))),
      live: true
    };
    again = await startServer(settings);
    expect(again.output()).not.toContain('CAUTION');
    const console = await again.consoleToken();
    const sql = async (query: string) => {
      const answer = await again!.send('POST', '/api/sql', { token: console, body: { query } });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    };
    await sql('DROP TRIGGER events_never_go');
    await sql(`DELETE FROM events WHERE subjectKey = '${key}' AND verb = 'accept'`);
    await sql(`UPDATE case_personal SET cipher = 'b3RoZXI=' WHERE id = (SELECT MIN(id) FROM case_personal)`);
    await again.stop();
    const cut = await run('--data', dataDir);
    expect(cut).toMatchObject({ code: 1, verdict: { ok: false } });
    expect(cut.verdict?.firstBad?.fault).toMatch(/missing-tail|sequence/);
    expect(cut.verdict?.personalFaults).toHaveLength(1);
    again = await startServer(settings);
    expect(again.output()).toContain('CAUTION: the log of operations is not the one noted');
  });
});

const TAMPER = {
  /** Any text of any event. */
  field(events: AuditEvent[], random: Random): string[] {
    const columns = ['at', 'actorId', 'actorName', 'actorRole', 'area', 'verb', 'subject', 'subjectKey', 'command'];
    const column = random.pick([...columns, 'personalHash', 'prevHash', 'hash']);
    return [`UPDATE events SET ${column} = ${column} || 'x' WHERE seq = ${random.pick(events).seq}`];
  },
  /** What was changed, as it was or as it became. */
  content(events: AuditEvent[], random: Random): string[] {
    const column = random.pick(['before', 'after']);
    const value = random.pick([`'{"state":"closed"}'`, `'null'`, `'{}'`, 'NULL', `'not json'`]);
    const { seq } = random.pick(events.filter((each) => each[column as 'before'] !== null));
    return [`UPDATE events SET "${column}" = ${value} WHERE seq = ${seq}`];
  },
  /** An event out of the middle. */
  middle: (events: AuditEvent[], random: Random) => [
    `DELETE FROM events WHERE seq = ${random.whole(1, events.length - 1)}`
  ],
  /** One taken out and the others closed up over it, their hashes as they were. */
  closed(events: AuditEvent[], random: Random): string[] {
    const seq = random.whole(1, events.length - 1);
    return [
      `DELETE FROM events WHERE seq = ${seq}`,
      `UPDATE events SET seq = -seq WHERE seq > ${seq}`,
      `UPDATE events SET seq = -seq - 1 WHERE seq < 0`
    ];
  },
  tail: (events: AuditEvent[], random: Random) => [
    `DELETE FROM events WHERE seq > ${random.whole(0, events.length - 1)}`
  ],
  /** Two that change places. */
  swapped(events: AuditEvent[], random: Random): string[] {
    const seq = random.whole(1, events.length - 1);
    return [
      `UPDATE events SET seq = -1 WHERE seq = ${seq}`,
      `UPDATE events SET seq = ${seq} WHERE seq = ${seq + 1}`,
      `UPDATE events SET seq = ${seq + 1} WHERE seq = -1`
    ];
  },
  /** By one who knows how the chain is made: changed, and every hash from there on made anew. */
  rewritten(events: AuditEvent[], random: Random): string[] {
    const from = random.whole(Math.max(1, events.length - 4), events.length);
    let prevHash = events[from - 2]?.hash ?? '';
    return events.slice(from - 1).map((each) => {
      const event = { ...each, actorName: each.seq === from ? 'somebody else' : each.actorName };
      const hash = hashEvent(prevHash, event, sha256);
      const statement = `UPDATE events SET actorName = '${event.actorName}', prevHash = '${prevHash}', hash = '${hash}' WHERE seq = ${each.seq}`;
      prevHash = hash;
      return statement;
    });
  },
  /** The whole log gone. */
  empty: () => ['DELETE FROM events']
};
const KINDS = Object.keys(TAMPER) as (keyof typeof TAMPER)[];

/** Files below a folder that hold one of the texts, as UTF-8 or as JSON escapes it. */
function findInFiles(folder: string, texts: string[]): string[] {
  const wanted = texts.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
    escaped(text)
  ]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return wanted.some((each) => bytes.includes(each));
    });
}

/** `\u…` for everything beyond ASCII. */
function escaped(text: string): Buffer {
  return Buffer.from(text.replace(/[^\x20-\x7e]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
