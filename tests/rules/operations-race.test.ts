import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patchedFolder, startBareServer, type BareServer } from '../helpers/bare-server';
import type { Send } from '../helpers/server';
import { makeOperationsWorld, type OperationsWorld } from './operations-world';

const RACERS = 16;
const VEHICLES = 2;
const ROUNDS = process.env.GREENLANE_LONG === '1' ? 1000 : 20;
const FEWER = process.env.GREENLANE_LONG === '1' ? 1000 : 10;
const INDEX =
  'CREATE UNIQUE INDEX `idx_assignments_vehicle` ON `assignments` (`area`, `vehicleId`) WHERE open = 1 AND pooled = 0';

interface Said {
  status: number;
  body: {
    assignment?: { key: string; vehicleId: string; assignedBy: string; assignedAt: string; referralId: string };
    data?: Record<string, { code: string; params: Record<string, string> }>;
  };
}
interface Racer {
  name: string;
  token: string;
  referral: string;
  process: ChildProcess;
  ask(order: object): Promise<Said>;
}

let world: OperationsWorld;
let bare: BareServer | undefined;
const racers: Racer[] = [];
const vehicles: string[] = [];

beforeAll(async () => {
  world = await makeOperationsWorld();
  for (let i = 0; i < VEHICLES; i++) vehicles.push(await world.vehicle());
  for (let i = 0; i < RACERS; i++) {
    const name = `racer-${i}`;
    const { token } = await world.makeUser(name, { role: 'dispatcher' });
    racers.push({ name, token, referral: await world.accepted(), ...startRacer() });
  }
});
afterAll(async () => {
  for (const { process: child } of racers) child.kill();
  await bare?.stop();
  await world?.server.remove();
});

function startRacer(): Pick<Racer, 'process' | 'ask'> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../helpers/racer.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  const waiting: ((said: Said) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line) as Said));
  return {
    process: child,
    ask: (order) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${JSON.stringify(order)}\n`);
      })
  };
}

interface Tally {
  rounds: number;
  /** Rounds and vehicles in which more than one was let through. */
  doubles: number;
  won: number;
  /** Losers that were not told who was first. */
  untold: string[];
}

interface Served {
  url: string;
  send: Send;
}
async function sql({ send }: Served, query: string): Promise<string[][]> {
  const answer = await send('POST', '/api/sql', { token: world.console, body: { query } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.rows as string[][];
}
async function versionsOf(served: Served): Promise<Map<string, number>> {
  const rows = await sql(served, `SELECT key, version FROM vehicles WHERE key IN ('${vehicles.join("','")}')`);
  return new Map(rows.map(([key, version]) => [key, Number(version)]));
}
async function standDown({ send }: Served, key: string): Promise<void> {
  const body = { key: randomUUID(), reason: 'the round is over' };
  const down = await send('POST', `/api/greenlane/assignments/${key}/stand-down`, { token: racers[0].token, body });
  if (down.status !== 200) throw new Error(JSON.stringify(down.body));
}

/** All racers at once for few vehicles, each for a case of its own; then the winners stand down. */
async function race(rounds: number, served: Served): Promise<Tally> {
  const tally: Tally = { rounds, doubles: 0, won: 0, untold: [] };
  const { url } = served;
  for (let round = 0; round < rounds; round++) {
    const versions = await versionsOf(served);
    const said = await Promise.all(
      racers.map(({ token, referral, ask }, i) => {
        const vehicleId = vehicles[(i + round) % VEHICLES];
        const body = { key: randomUUID(), vehicleId, vehicleVersion: versions.get(vehicleId), referralId: referral };
        return ask({ url: `${url}/api/greenlane/assignments`, token, body });
      })
    );
    const winners = said.flatMap(({ body }, i) => (body.assignment ? [{ ...body.assignment, racer: racers[i] }] : []));
    tally.won += winners.length;
    const held = await sql(
      served,
      `SELECT vehicleId, COUNT(*) FROM assignments WHERE open = 1 AND vehicleId IN ('${vehicles.join("','")}') GROUP BY vehicleId`
    );
    tally.doubles += held.filter(([, count]) => Number(count) > 1).length;
    said.forEach(({ status, body }, i) => {
      if (status === 200) return;
      const fault = body.data?.vehicleId;
      const first = winners.find(({ vehicleId }) => vehicleId === vehicles[(i + round) % VEHICLES]);
      const told =
        status === 409 &&
        fault?.code === 'vehicle_taken' &&
        fault.params.by === first?.racer.name &&
        fault.params.at === first.assignedAt &&
        fault.params.referralId === first.referralId;
      if (!told) tally.untold.push(`round ${round}, racer ${i}: ${status} ${JSON.stringify(body)}`);
    });
    for (const { key } of winners) await standDown(served, key);
  }
  return tally;
}

/** One vehicle asked for twice, one after the other, the second at its present version: what the second is told. */
async function askedAgain(served: Served): Promise<string> {
  const said: Said[] = [];
  for (const { token, referral } of racers.slice(0, 2)) {
    const vehicleVersion = (await versionsOf(served)).get(vehicles[0]);
    const body = { key: randomUUID(), vehicleId: vehicles[0], vehicleVersion, referralId: referral };
    said.push(await served.send('POST', '/api/greenlane/assignments', { token, body }));
  }
  for (const { body } of said) if (body.assignment) await standDown(served, body.assignment.key);
  const [first, second] = said;
  expect(first.status, JSON.stringify(first.body)).toBe(200);
  return second.status === 200 ? 'let through' : `${second.status} ${second.body.data?.vehicleId?.code}`;
}

/** The server anew on the same data, with hooks of a folder, and one statement done as the console. */
async function serveAnew(statement: string | null, folder?: string): Promise<BareServer> {
  await world.server.stop();
  await bare?.stop();
  bare = await startBareServer(world.server.dataDir, folder);
  if (statement) {
    const answer = await bare.send('POST', '/api/sql', { token: world.console, body: { query: statement } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  }
  return bare;
}

const withoutReread = () =>
  patchedFolder(
    'hooks/lib/operations/exclusive.js',
    'function requireFree(ctx, vehicle, referral, wanted) {\n',
    'function requireFree(ctx, vehicle, referral, wanted) {\n  return null;\n'
  );

const LONG_MS = 3_600_000;

describe(`${RACERS} processes at ${VEHICLES} vehicles`, () => {
  it(
    `${ROUNDS} rounds: no vehicle is sent twice, and every loser is told who was first`,
    async () => {
      const tally = await race(ROUNDS, world.server);
      expect(tally).toEqual({ rounds: ROUNDS, doubles: 0, won: ROUNDS * VEHICLES, untold: [] });
    },
    LONG_MS
  );

  it('each guard refuses a plain second by itself', async () => {
    const first = await world.send('dispatcher', vehicles[0], racers[0].referral);
    expect(first.status).toBe(200);
    const row = `'abcdefghijklm01', 'tiny', 'direct', 't1', 'hand', 'r', '${vehicles[0]}', 't', 0, 1, 'reserved', 't2', 't1'`;
    const insert = `INSERT INTO assignments (id, area, key, unit, origin, referralId, vehicleId, tripId, pooled, open, state, targetUnit, vehicleUnit) VALUES (${row})`;
    const direct = await world.server.send('POST', '/api/sql', { token: world.console, body: { query: insert } });
    expect([direct.status, String(direct.body.message)]).toEqual([
      400,
      expect.stringMatching(/UNIQUE constraint failed/)
    ]);
    const second = insert
      .replace("'direct'", "'direct2'")
      .replace(`'${vehicles[0]}'`, "'another'")
      .replace("'r'", `'${racers[0].referral}'`);
    const served = await world.server.send('POST', '/api/sql', { token: world.console, body: { query: second } });
    expect(String(served.body.message)).toMatch(/UNIQUE constraint failed: assignments.area, assignments.referralId/);
    const key = first.body.assignment.key as string;
    expect((await world.onAssignment('dispatcher', key, 'stand-down', { reason: 'x' })).status).toBe(200);
  });

  it(
    'without the unique index the re-read alone lets no double pass',
    async () => {
      const served = await serveAnew('DROP INDEX idx_assignments_vehicle');
      expect(await askedAgain(served)).toBe('409 vehicle_taken');
      const tally = await race(FEWER, served);
      expect(tally).toEqual({ rounds: FEWER, doubles: 0, won: FEWER * VEHICLES, untold: [] });
    },
    LONG_MS
  );

  it(
    'without the re-read the unique index alone lets no double pass, and names who was first all the same',
    async () => {
      const served = await serveAnew(INDEX, withoutReread());
      expect(await askedAgain(served)).toBe('409 vehicle_taken');
      const tally = await race(FEWER, served);
      expect(tally).toEqual({ rounds: FEWER, doubles: 0, won: FEWER * VEHICLES, untold: [] });
    },
    LONG_MS
  );

  it(
    'without both there are doubles: what is counted here can be seen',
    async () => {
      const served = await serveAnew('DROP INDEX idx_assignments_vehicle', withoutReread());
      expect(await askedAgain(served)).toBe('let through');
      const tally = await race(3, served);
      expect(tally.doubles).toBeGreaterThan(0);
      expect(tally.won).toBeGreaterThan(3 * VEHICLES);
    },
    LONG_MS
  );
});
