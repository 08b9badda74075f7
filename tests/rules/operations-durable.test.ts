import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patchedFolder, startBareServer, type BareServer } from '../helpers/bare-server';
import { makeOperationsWorld, type OperationsWorld } from './operations-world';

const LONG = process.env.GREENLANE_LONG === '1';
/** After three minutes idle the server renews its connection, and with it the setting. */
const IDLE_MS = 250_000;

let world: OperationsWorld;
let bare: BareServer | undefined;
beforeAll(async () => {
  world = await makeOperationsWorld();
});
afterAll(async () => {
  await bare?.stop();
  await world?.server.remove();
});

/** A route beside the others tells what the write connection is set to, as it stands. */
const WITH_PROBE = `routerAdd('GET', '/api/probe', (e) => {
  const row = new DynamicModel({ synchronous: 0 });
  e.app.nonconcurrentDB().newQuery('PRAGMA synchronous').one(row);
  return e.json(200, { synchronous: row.synchronous });
});
routerAdd('GET', '/api/greenlane/mode',`;
const FULL = 2;
const NORMAL = 1;

describe('what is acknowledged is on the disk', () => {
  it('the server as it is made is set to less, and each act sets it anew', async () => {
    const referral = await world.referral();
    const { version } = await world.one('referrals', referral);
    await world.server.stop();
    const folder = patchedFolder('hooks/main.pb.js', "routerAdd('GET', '/api/greenlane/mode',", WITH_PROBE);
    bare = await startBareServer(world.server.dataDir, folder);
    const { send } = bare;
    const synchronous = async () => (await send('GET', '/api/probe')).body.synchronous as number;
    const act = (verb: string, body: object) =>
      send('POST', `/api/greenlane/referrals/${referral}/${verb}`, {
        token: world.tokens.dispatcher,
        body: { key: `durable-test-${verb}`, ...body }
      });
    expect(await synchronous()).toBe(NORMAL);
    expect((await act('accept', { version })).status).toBe(200);
    expect(await synchronous()).toBe(FULL);
    if (!LONG) {
      console.log('Not checked: the setting after four idle minutes (npm run test:long).');
      return;
    }
    // Nothing is written meanwhile: no heartbeat, no anchor, no log.
    await sleep(IDLE_MS);
    expect(await synchronous()).toBe(NORMAL);
    await sleep(IDLE_MS);
    expect((await act('cancel', { version: Number(version) + 1, reason: 'recovered' })).status).toBe(200);
    expect(await synchronous()).toBe(FULL);
  }, 900_000);

  it('an act whose connection is set to less is not acknowledged, and not done', async () => {
    await bare?.stop();
    const folder = patchedFolder('hooks/lib/durable.js', 'PRAGMA synchronous = FULL', 'PRAGMA synchronous = NORMAL');
    bare = await startBareServer(world.server.dataDir, folder);
    const body = {
      key: 'durable-test-refused',
      referral: { originFacilityId: 'fac-t1', targetFacilityId: 'hospital-t2' }
    };
    Object.assign(body.referral, { grade: 'severe', severeDisease: false, aged: true, stable: true, dialysis: false });
    const count = async () =>
      (
        await bare!.send('POST', '/api/sql', {
          token: world.console,
          body: { query: 'SELECT COUNT(*) FROM referrals' }
        })
      ).body.rows as string[][];
    const before = await count();
    const answer = await bare.send('POST', '/api/greenlane/referrals', { token: world.tokens.dispatcher, body });
    expect([answer.status, String(answer.body.message)]).toEqual([500, expect.stringContaining('power cut')]);
    expect(await count()).toEqual(before);
  });
});
