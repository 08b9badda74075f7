import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../helpers/server';
import { makeOperationsWorld, SIGNED, type OperationsWorld } from './operations-world';
import type { Who } from './world';

let world: OperationsWorld;
beforeAll(async () => {
  world = await makeOperationsWorld();
});
afterAll(async () => world?.server.remove());

const ROOT = '/api/greenlane/drive';
type Body = Record<string, unknown>;
const codeOf = ({ body }: Answer) => (Object.values(body.data ?? {})[0] as { code?: string } | undefined)?.code;
const ok = (answer: Answer) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

/** Every secret that was handed out. */
const secrets: string[] = [];
async function link(vehicle: string): Promise<string> {
  const { token } = ok(await ask('dispatcher', vehicle));
  secrets.push(token);
  return token;
}
const ask = (who: Who, vehicleId: string, more: Body = {}) =>
  world.server.send('POST', '/api/greenlane/driver-links', {
    token: world.tokens[who],
    body: { vehicleId, ...more }
  });
/** A request signed by a link alone. */
const by = (token: string, method: string, path: string, body?: Body) =>
  world.server.send(method, `${ROOT}/${path}`, { headers: { 'X-Greenlane-Drive': token }, body });
const order = (token: string) => by(token, 'GET', 'order');
const step = (token: string, assignment: string, verb: string, more: Body = {}) =>
  by(token, 'POST', `assignments/${assignment}/${verb}`, { key: randomUUID(), ...more });
const duty = (token: string, more: Body) =>
  by(token, 'POST', 'duty', { key: randomUUID(), deviceAt: new Date().toISOString(), ...more });
/** A vehicle whose crew is notified of a case, with its link. */
async function sent(fields: Body = {}) {
  const vehicle = await world.vehicle({ capabilities: ['oxygen', 'stretcher'] });
  const referral = await world.accepted(fields);
  const expected = { toScene: 26, toHospital: 77 };
  const answer = ok(await world.send('dispatcher', vehicle, referral, { dispatch: true, expected }));
  return { vehicle, referral, assignment: answer.assignment.key as string, token: await link(vehicle) };
}
const eventsOf = (key: string) => world.rows('events', `subjectKey = "${key}"`);

describe('who hands out a link', () => {
  it('whoever may give the acts of the crew: dispatch, the county, the unit of the vehicle', async () => {
    const own = await world.vehicle();
    const foreign = await world.vehicle({ unit: 't2', townshipId: 't2' });
    const wanted: Record<Who, [number, number]> = {
      ...{ out: [401, 401], pending: [403, 403], disabled: [403, 403], planner: [403, 403], official: [403, 403] },
      ...{ reporter: [200, 404], dispatcher: [200, 200], admin: [200, 200] }
    };
    for (const [who, statuses] of Object.entries(wanted) as [Who, [number, number]][]) {
      for (const [i, vehicle] of [own, foreign].entries()) {
        const told = [statuses[i], statuses[i] === 200 ? 200 : statuses[i]];
        const seen = await world.server.send('GET', `/api/greenlane/driver-links/${vehicle}`, {
          token: world.tokens[who]
        });
        // A disabled account may be shut out of the door already.
        const got = [(await ask(who, vehicle)).status, seen.status];
        expect(
          got.map((status) => (who === 'disabled' && status === 401 ? 403 : status)),
          who
        ).toEqual(told);
      }
    }
  });

  it('keeps a hash alone, logs who made it, and tells the secret once', async () => {
    const vehicle = await world.vehicle();
    const token = await link(vehicle);
    const [[row]] = [await world.sql(`SELECT * FROM driver_links WHERE vehicleId = '${vehicle}'`)];
    expect(JSON.stringify(row)).not.toContain(token);
    const shown = await world.server.send('GET', `/api/greenlane/driver-links/${vehicle}`, {
      token: world.tokens.dispatcher
    });
    expect(JSON.stringify(shown.body)).not.toMatch(new RegExp(`${token}|[Hh]ash`));
    expect(shown.body.link).toMatchObject({ byName: 'a-dispatcher', seenAt: '' });
    const opened = await world.rows('events', `verb = "open-link" && subjectKey = "${vehicle}"`);
    expect(opened).toMatchObject([{ actorName: 'a-dispatcher', subject: 'driver_links' }]);
    expect(JSON.stringify(opened)).not.toContain(token);
    for (const hours of [0, 25, 'x']) expect((await ask('dispatcher', vehicle, { hours })).status).toBe(400);
  });
});

describe('a link that is worth nothing', () => {
  it('unknown, malformed or none', async () => {
    for (const token of ['', 'x', 'a'.repeat(40), `${'a'.repeat(39)}'`]) {
      const answer = await order(token);
      expect([answer.status, codeOf(answer)]).toEqual([401, 'link_unknown']);
    }
  });

  it('ends when it is withdrawn, replaced, expired, or its maker has no right any more', async () => {
    const vehicle = await world.vehicle();
    const first = await link(vehicle);
    ok(await order(first));
    const second = await link(vehicle);
    expect(codeOf(await order(first))).toBe('link_ended');
    ok(await order(second));
    const door = `/api/greenlane/driver-links/${vehicle}`;
    expect((await world.server.send('DELETE', door, { token: world.tokens.planner })).status).toBe(403);
    ok(await world.server.send('DELETE', door, { token: world.tokens.admin }));
    expect(codeOf(await order(second))).toBe('link_ended');
    expect((await world.server.send('DELETE', door, { token: world.tokens.admin })).status).toBe(404);
    const third = await link(vehicle);
    await world.sql(`UPDATE driver_links SET expiresAt = '2026-01-01T00:00:00Z' WHERE vehicleId = '${vehicle}'`);
    expect(codeOf(await order(third))).toBe('link_expired');
    const { id } = await world.makeUser('leaves', { role: 'dispatcher' });
    await world.sql(
      `UPDATE driver_links SET "by" = '${id}', expiresAt = '2999-01-01T00:00:00Z' WHERE endedAt = '' AND vehicleId = '${vehicle}'`
    );
    ok(await order(third));
    await world.server.send('PATCH', `/api/collections/users/records/${id}`, {
      token: world.console,
      body: { role: 'official' }
    });
    expect(codeOf(await order(third))).toBe('link_ended');
    for (const answer of [
      await by(third, 'GET', 'places'),
      await by(third, 'POST', 'positions', { lon: 10.5, lat: 10.5, deviceAt: new Date().toISOString(), seq: 1 }),
      await duty(third, { status: 'available' }),
      await step(third, 'none', 'depart')
    ])
      expect([answer.status, codeOf(answer)]).toEqual([401, 'link_ended']);
  });

  it('opens no other door, whatever it is sent as', async () => {
    const token = await link(await world.vehicle());
    for (const path of [
      '/api/collections/vehicles/records',
      '/api/collections/referrals/records',
      '/api/greenlane/areas'
    ])
      for (const name of ['X-Greenlane-Drive', 'authorization']) {
        const { status, body } = await world.server.send('GET', path, { headers: { [name]: token } });
        expect(status >= 400 || body.items?.length === 0, path).toBe(true);
      }
  });
});

describe('an order by link', () => {
  it('shows the own case without the patient, and no other', async () => {
    const personal = { name: 'Secret Name', telephone: '139', address: 'Hidden Lane', note: '' };
    const { token, referral, assignment } = await sent({ vehicleNeeds: ['stretcher', 'oxygen'] });
    const { version } = await world.one('referrals', referral);
    await world.act('dispatcher', `referrals/${referral}/personal`, { personal, version });
    await sent();
    const { orders, limits, link: shown } = ok(await order(token));
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ assignmentId: assignment, state: 'dispatched', lying: true, needs: ['oxygen'] });
    expect(orders[0].expected).toEqual({ toScene: 26, toHospital: 77 });
    expect(limits.turnout).toBeGreaterThan(0);
    expect(shown.area).toBe('tiny');
    expect(JSON.stringify(orders)).not.toMatch(/Secret|Hidden|grade|severe|aged|hasPersonal|caseId/);
    const { places } = ok(await by(token, 'GET', 'places'));
    expect(places.length).toBeGreaterThan(1);
    expect(places.length).toBeLessThanOrEqual(72);
    expect(Object.keys(places[0]).sort()).toEqual(['id', 'lat', 'lon', 'names']);
  });

  it('is taken through every step of the crew; each stands in the log as the link, and who made it', async () => {
    const { token, assignment, referral, vehicle } = await sent();
    const seen: string[] = [];
    for (const verb of ['depart', 'reach-scene', 'leave-scene', 'reach-hospital']) {
      const { view } = ok(await step(token, assignment, verb, { deviceAt: '2026-02-03T04:05:06Z' }));
      seen.push(view.orders[0].state);
    }
    expect(seen).toEqual(['en-route', 'on-location', 'to-hospital', 'at-hospital']);
    expect((await step(token, assignment, 'hand-over')).status).toBe(400);
    ok(await step(token, assignment, 'hand-over', SIGNED));
    ok(await step(token, assignment, 'return'));
    const end = ok(await step(token, assignment, 'back-in-service')).view;
    expect([end.orders, end.vehicle.status]).toEqual([[], 'available']);
    expect(await world.one('assignments', assignment)).toMatchObject({
      state: 'done',
      deviceTimes: { enRouteAt: '2026-02-03T04:05:06Z' }
    });
    const steps = (await eventsOf(assignment)).filter(({ actorRole }) => actorRole === 'driver');
    expect(steps).toHaveLength(7);
    const { callSign } = await world.one('vehicles', vehicle);
    for (const each of steps) expect(each.actorName).toBe(`${callSign} (link of a-dispatcher)`);
    expect((await eventsOf(referral)).filter(({ actorRole }) => actorRole === 'driver')).toHaveLength(3);
  });

  it('is nobody else’s: a foreign vehicle’s link, and verbs of the desk', async () => {
    const mine = await sent();
    const theirs = await sent();
    for (const verb of ['depart', 'stand-down'])
      expect((await step(theirs.token, mine.assignment, verb, { reason: 'x' })).status).toBe(404);
    expect((await step(mine.token, mine.assignment, 'fly')).status).toBe(404);
    expect([403, 409]).toContain((await step(mine.token, mine.assignment, 'dispatch')).status);
    expect((await step(mine.token, mine.assignment, 'divert', { reason: 'x' })).status).toBe(403);
    expect(await world.one('assignments', mine.assignment)).toMatchObject({ state: 'dispatched' });
  });

  it('a step sent twice counts once, also under the next link of the vehicle', async () => {
    const { token, assignment, vehicle } = await sent();
    const key = randomUUID();
    ok(await step(token, assignment, 'depart', { key }));
    expect(ok(await step(token, assignment, 'depart', { key })).again).toBe(true);
    const next = await link(vehicle);
    expect(ok(await step(next, assignment, 'depart', { key })).again).toBe(true);
    expect((await eventsOf(assignment)).filter(({ verb }) => verb === 'depart')).toHaveLength(1);
    const late = await step(next, assignment, 'depart');
    expect([late.status, codeOf(late)]).toEqual([409, 'wrong_state']);
  });

  it('given up with a reason: the case waits again, the vehicle is out of service', async () => {
    const { token, assignment, referral, vehicle } = await sent();
    expect((await step(token, assignment, 'stand-down')).status).toBe(400);
    ok(await step(token, assignment, 'stand-down', { reason: 'flat tyre', outOfServiceReason: 'mechanical' }));
    expect(await world.one('referrals', referral)).toMatchObject({ state: 'accepted' });
    expect(await world.one('vehicles', vehicle)).toMatchObject({
      status: 'out-of-service',
      outOfServiceReason: 'mechanical'
    });
  });
});

describe('where a vehicle is and whether it can go', () => {
  it('a late fix changes nothing, one of another vehicle is refused', async () => {
    const vehicle = await world.vehicle();
    const token = await link(vehicle);
    const now = Date.now();
    const at = (ms: number) => new Date(now + ms).toISOString();
    const tell = (lon: number, ms: number, seq: number, more: Body = {}) =>
      by(token, 'POST', 'positions', { lon, lat: 10.5, deviceAt: at(ms), seq, ...more });
    expect(ok(await tell(10.2, -1000, 2)).kept).toBe(true);
    expect(ok(await tell(10.1, -9000, 9)).kept).toBe(false);
    expect(ok(await tell(10.1, -1000, 2)).kept).toBe(false);
    expect(ok(await tell(10.3, -1000, 3)).kept).toBe(true);
    expect(await world.one('vehicles', vehicle)).toMatchObject({ positionLon: 10.3, positionSeq: 3 });
    const other = await world.vehicle();
    expect((await tell(10.4, 0, 4, { vehicleId: other })).status).toBe(404);
    expect((await tell(10.4, 3_600_000, 4)).status).toBe(400);
    expect((await world.one('vehicles', other)).positionAt).not.toBe(at(0));
  });

  it('out of service with a reason, rest with an end, and back; each in the log, never over what came later', async () => {
    const vehicle = await world.vehicle();
    const token = await link(vehicle);
    const early = new Date(Date.now() - 60_000).toISOString();
    ok(await duty(token, { status: 'out-of-service', reason: 'weather' }));
    const stale = await duty(token, { status: 'available', deviceAt: early });
    expect([stale.status, codeOf(stale)]).toEqual([409, 'overtaken']);
    const { view } = ok(await duty(token, { status: 'out-of-service', reason: 'staffing', restMinutes: 30 }));
    expect(Date.parse(view.link.restUntil) - Date.now()).toBeGreaterThan(29 * 60_000);
    expect(ok(await duty(token, { status: 'available' })).view).toMatchObject({
      link: { restUntil: null },
      vehicle: { status: 'available', outOfServiceReason: null }
    });
    const verbs = (await eventsOf(vehicle))
      .filter(({ subject }) => subject === 'vehicles')
      .sort((a, b) => Number(a.seq) - Number(b.seq))
      .map(({ verb }) => verb);
    expect(verbs).toEqual(['enter-vehicle', 'out-of-service', 'rest', 'back-on-duty']);
    for (const bad of [
      { status: 'gone' },
      { status: 'out-of-service' },
      { status: 'out-of-service', reason: 'weather', restMinutes: 5 }
    ])
      expect((await duty(token, bad)).status).toBe(400);
  });

  it('a vehicle on an order stays on it', async () => {
    const { token, assignment } = await sent();
    const answer = await duty(token, { status: 'out-of-service', reason: 'weather' });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'on_assignment']);
    ok(await step(token, assignment, 'depart'));
  });

  it('a link that asks too often is told so', async () => {
    const token = await link(await world.vehicle());
    let last = 200;
    for (let i = 0; i < 250 && last === 200; i++) last = (await order(token)).status;
    expect(last).toBe(429);
  });

  it('no secret stands in the server’s own log of requests', async () => {
    const filter = encodeURIComponent('data.url ~ "/drive/order"');
    const logged = () => world.server.send('GET', `/api/logs?perPage=500&filter=${filter}`, { token: world.console });
    await expect.poll(async () => (await logged()).body.totalItems, { timeout: 30_000 }).toBeGreaterThan(0);
    const text = JSON.stringify((await logged()).body);
    expect(secrets.length).toBeGreaterThan(9);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });
});
