import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { checkEvents } from '../../src/lib/core/operations/drill/check-events';
import { replay } from '../../src/lib/core/operations/replay';
import { connectTo } from '../../src/lib/store/client';
import { fetchEvents } from '../../src/lib/store/fetch-events';
import { parseEvent } from '../../src/node/audit/parse-event';
import { verifyLog } from '../../src/node/audit/verify-log';
import { anchorFile, readAnchors } from '../../src/node/supervisor/audit-anchor';
import { killServer } from '../helpers/kill-server';
import { startServer, type TestServer } from '../helpers/server';
import { writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';
import { CASE, HOSPITAL, makeOperationsWorld } from './operations-world';

const LONG = process.env.GREENLANE_LONG === '1';
const KILLS = LONG ? 50 : 4;
const CLIENTS = 8;
/** Far beyond what it takes; only one that never comes back is told by it. */
const BACK_WITHIN_MS = 120_000;
/** What the owner asks for; judged at the full size, where nothing else runs. */
const SERVING_AGAIN_MS = 10_000;

let server: TestServer | undefined;
let dataDir = '';
afterAll(async () => {
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

/** Texts of the records that the log must replay to. */
const REPLAYED = {
  referrals: ['state', 'targetFacilityId', 'assignmentId', 'reason', 'signedFrom', 'signedTo'],
  assignments: ['state', 'referralId', 'vehicleId', 'tripId', 'reason']
};

/** What a client was told to be done. */
interface Done {
  command: string;
  path: string;
  body: Record<string, unknown>;
  answer: Record<string, unknown>;
}

it(`${KILLS} times killed under load: what was acknowledged is there, nothing twice, and the server is back`, async () => {
  const world = await makeOperationsWorld();
  server = world.server;
  dataDir = world.server.dataDir;
  const port = Number(new URL(world.server.url).port);
  const vehicles = await Promise.all(Array.from({ length: CLIENTS }, () => world.vehicle()));
  const overseer = (await world.makeUser('overseer', { role: 'admin', area: '*' })).token;
  const journal: Done[] = [];
  const refused: string[] = [];
  let lost = 0;
  let stopping = false;

  /** Sends one command, under the same key until it is answered. */
  async function send(path: string, body: Record<string, unknown>): Promise<Record<string, Record<string, unknown>>> {
    const command = randomUUID();
    for (;;) {
      const answer = await world.act('dispatcher', path, { ...body, key: command }).catch(() => null);
      if (answer?.status === 200) {
        const { again: _, ...rest } = answer.body as Record<string, unknown>;
        journal.push({ command, path, body, answer: rest });
        return answer.body as Record<string, Record<string, unknown>>;
      }
      if (answer && answer.status < 500) {
        refused.push(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        throw new Error('refused');
      }
      lost += 1;
      await sleep(50);
    }
  }

  /** Cases one after another, each sent a vehicle and called off, or handed over. */
  async function work(n: number): Promise<void> {
    let vehicleVersion = 1;
    for (let turn = 0; !stopping; turn++) {
      const referral = { originFacilityId: 'fac-t1', targetFacilityId: HOSPITAL, ...CASE };
      const made = await send('referrals', { referral, personal: { name: `patient ${n} ${turn}` } });
      const key = String(made.referral.key);
      await send(`referrals/${key}/accept`, { version: made.referral.version });
      const sent = await send('assignments', {
        vehicleId: vehicles[n],
        vehicleVersion,
        referralId: key,
        dispatch: true
      });
      const assignment = String(sent.assignment.key);
      if (turn % 2 === 0) {
        for (const verb of ['depart', 'reach-scene', 'leave-scene', 'reach-hospital'])
          await send(`assignments/${assignment}/${verb}`, {});
        await send(`assignments/${assignment}/hand-over`, { signedFrom: 'A', signedTo: 'B' });
        await send(`assignments/${assignment}/back-in-service`, {});
      } else {
        await send(`assignments/${assignment}/stand-down`, { reason: 'called off' });
      }
      vehicleVersion = await versionOf(vehicles[n]);
    }
  }
  async function versionOf(vehicle: string): Promise<number> {
    for (;;) {
      const row = await world.one('vehicles', vehicle).catch(() => null);
      if (row) return Number(row.version);
      await sleep(50);
    }
  }

  const clients = vehicles.map((_, n) => work(n).catch(() => undefined));
  const backAfter: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const before = journal.length;
    await expect.poll(() => journal.length, { timeout: BACK_WITHIN_MS }).toBeGreaterThan(before + CLIENTS);
    await sleep(37 * (kill % 7));
    const began = Date.now();
    // The server alone, which its supervisor brings back, and both, as a power cut does.
    if (kill % 2 === 0) process.kill(pocketBaseOf(server), 'SIGKILL');
    else {
      await killServer(server);
      server = await startServer({
        dataDir,
        port,
        areaDir: writeTinyPack(mkdtempSync(join(tmpdir(), 'greenlane-pack-'))),
        appDir: writeTinyApp(mkdtempSync(join(tmpdir(), 'greenlane-app-'))),
        live: true
      });
    }
    while (!(await isServing(server))) {
      if (Date.now() - began > BACK_WITHIN_MS) throw new Error(`not back after kill ${kill + 1}`);
      await sleep(20);
    }
    backAfter.push(Date.now() - began);
  }
  stopping = true;
  await Promise.all(clients);
  const seconds = [...backAfter].sort((a, b) => a - b).map((ms) => (ms / 1000).toFixed(1));
  console.log(
    `${KILLS} kills, ${journal.length} commands acknowledged, ${lost} sends without an answer; serving again after ` +
      `${seconds[0]} to ${seconds.at(-1)} s`
  );
  if (LONG) expect(Math.max(...backAfter)).toBeLessThanOrEqual(SERVING_AGAIN_MS);
  expect(refused).toEqual([]);
  expect(lost).toBeGreaterThan(0);

  const integrity = await world.sql('SELECT * FROM pragma_integrity_check');
  expect(integrity).toEqual([['ok']]);
  const { events: rows } = await fetchEvents(connectTo(world.server.url, overseer));
  const events = rows.map(parseEvent);
  expect(checkEvents(events, journal).verdict).toEqual({
    doubleAssignments: [],
    lostWrites: [],
    illegalTransitions: [],
    clocksOutOfOrder: [],
    bedsBelowNothing: []
  });
  expect(verifyLog({ events, personal: null }, readAnchors(anchorFile(dataDir)))).toMatchObject({ ok: true });

  // Sent once more, each gets the answer it got, and nothing is added.
  const known = await world.sql('SELECT COUNT(*) FROM commands_done');
  for (const { command, path, body, answer } of journal) {
    const { status, body: said } = await world.act('dispatcher', path, { ...body, key: command });
    expect({ status, ...said }).toEqual({ status: 200, again: true, ...answer });
  }
  expect(await world.sql('SELECT COUNT(*) FROM commands_done')).toEqual(known);
  expect(await world.sql('SELECT COUNT(*) FROM events')).toEqual([[String(events.length)]]);

  // Replayed from the log alone the records are those that are stored, and every patient who was acknowledged can be read.
  const replayed = replay(events);
  for (const [subject, fields] of Object.entries(REPLAYED)) {
    const stored = await world.sql(`SELECT key, ${fields.join(', ')} FROM ${subject} ORDER BY key`);
    const told = [...(replayed.get(subject) ?? [])].map(([key, held]) => [
      key,
      ...fields.map((field) => String(held[field] ?? ''))
    ]);
    expect(stored).toEqual(told.sort(([x], [y]) => (x < y ? -1 : 1)));
  }
  const patients = journal.filter(({ path }) => path === 'referrals');
  for (const { answer, body } of patients) {
    const key = String((answer.referral as Record<string, unknown>).key);
    const path = `/api/greenlane/referrals/${key}/personal`;
    const { body: read } = await world.server.send('GET', path, { token: world.tokens.dispatcher });
    expect(read.personal.name).toBe((body.personal as Record<string, unknown>).name);
  }
}, 3_600_000);

/** The server among the supervisor's children. */
function pocketBaseOf({ process: { pid } }: TestServer): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return Number(children.find((each) => readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('serve')));
}

async function isServing(served: TestServer): Promise<boolean> {
  return served.send('GET', '/api/health').then(
    ({ status }) => status === 200,
    () => false
  );
}
