import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patchedFolder, startBareServer, type BareServer } from '../helpers/bare-server';
import { codeAt, fromBase32, stepAt } from '../../src/lib/core/access/one-time-code';
import { listen } from '../helpers/listen';
import type { Answer, Send } from '../helpers/server';
import { makeWorld, type World } from './world';

const MOST_FROM_ONE = 8;
const MOST_FROM_ALL = 40;
const RIGHT = 'long-enough-password';
const FRONT = 'token-of-the-front';

let world: World;
let bare: BareServer | undefined;
beforeAll(async () => {
  world = await makeWorld();
  // The limits by address are tried elsewhere; here they would come first.
  const body = { rateLimits: { enabled: false } };
  expect((await world.server.send('PATCH', '/api/settings', { token: world.console, body })).status).toBe(200);
});
afterAll(async () => {
  delete process.env.GREENLANE_FRONT;
  await bare?.stop();
  await world?.server.remove();
});

function signInAt(send: Send, identity: string, password: string, from?: string): Promise<Answer> {
  const headers: Record<string, string> = from ? { 'X-Greenlane-Client': from, 'X-Greenlane-Front': FRONT } : {};
  return send('POST', '/api/collections/users/auth-with-password', { body: { identity, password }, headers });
}
const tryAt = (identity: string, password: string) => signInAt(world.server.send, identity, password);
const wrongTimes = async (times: number, identity: string, at = tryAt) => {
  for (let i = 0; i < times; i++) expect((await at(identity, `wrong-${i}`)).status).toBe(400);
};
/** What is said, without how long. */
const said = ({ status, body }: Answer) => ({ status, text: JSON.stringify(body).replaceAll(/\d+/g, 'n') });

describe('wrong passwords', () => {
  it('of one account make it wait, say how long, and keep nobody else out', async () => {
    await wrongTimes(MOST_FROM_ONE, 'a-planner');
    const refused = await tryAt('A-Planner ', RIGHT);
    expect(refused.status).toBe(429);
    const { code, params } = refused.body.data.identity;
    expect(code).toBe('too_many_tries');
    expect(params.seconds).toBeGreaterThan(500);
    expect(params.seconds).toBeLessThanOrEqual(600);
    expect((await tryAt('a-official', RIGHT)).status).toBe(200);
    // Whoever is signed in stays so.
    expect((await world.server.send('GET', '/api/greenlane/areas', { token: world.tokens.planner })).status).toBe(200);
  });

  it('tell nobody whether there is such an account', async () => {
    const first = said(await tryAt('a-reporter', 'wrong'));
    expect(said(await tryAt('nobody-here', 'wrong'))).toEqual(first);
    await wrongTimes(MOST_FROM_ONE - 1, 'a-reporter');
    await wrongTimes(MOST_FROM_ONE - 1, 'nobody-here');
    const refused = said(await tryAt('a-reporter', 'wrong'));
    expect(refused.status).toBe(429);
    expect(said(await tryAt('nobody-here', 'wrong'))).toEqual(refused);
  });

  it('sent all at once are counted one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 3 * MOST_FROM_ONE }, (_, i) => tryAt('a-dispatcher', `x${i}`))
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(MOST_FROM_ONE);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2 * MOST_FROM_ONE);
  });

  it('are forgotten when the right one comes in time', async () => {
    for (let round = 0; round < 3; round++) {
      await wrongTimes(MOST_FROM_ONE - 1, 'a-admin');
      expect((await tryAt('a-admin', RIGHT)).status).toBe(200);
    }
  });

  it('are counted where the old password is asked for, too', async () => {
    const { token } = await world.makeUser('b-changer', { role: 'official' });
    const change = (oldPassword: string) =>
      world.server.send('POST', '/api/greenlane/password', {
        token,
        body: { oldPassword, password: 'another-password', passwordConfirm: 'another-password' }
      });
    for (let i = 0; i < MOST_FROM_ONE; i++) expect((await change(`wrong-${i}`)).status).toBe(400);
    expect((await change(RIGHT)).status).toBe(429);
    expect((await tryAt('b-changer', RIGHT)).status).toBe(429);
  });
});

describe('a second factor', () => {
  const act = (token: string, which: string, body: object) =>
    world.server.send('POST', `/api/greenlane/second-factor/${which}`, { token, body });
  const signInWith = (identity: string, more: object, password = RIGHT) =>
    world.server.send('POST', '/api/collections/users/auth-with-password', { body: { identity, password, ...more } });
  const codeOf = (answer: Answer) => Object.values(answer.body.data as Record<string, { code: string }>)[0]?.code;

  /** An account that has one; `code(offset)` is that of a step before or after now, each of which counts once. */
  async function enrolled(username: string) {
    const user = await world.makeUser(username, { role: 'dispatcher' });
    const begun = await act(user.token, 'begin', { password: RIGHT });
    expect(begun.status, JSON.stringify(begun.body)).toBe(200);
    const bytes = fromBase32(begun.body.secret as string) as Uint8Array;
    const code = (offset: number) => codeAt(bytes, stepAt(Date.now()) + offset);
    const confirmed = await act(user.token, 'confirm', { code: code(-1) });
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200);
    return { ...user, secret: begun.body.secret as string, code, recovery: confirmed.body.recoveryCodes as string[] };
  }

  it('is asked for once it is confirmed, each code once, and never stands in plain', async () => {
    const { id, code, secret, recovery } = await enrolled('c-first');
    expect(recovery).toHaveLength(8);
    const wanted = await signInWith('c-first', {});
    expect([wanted.status, codeOf(wanted)]).toEqual([401, 'code_wanted']);
    expect(wanted.body.token).toBeUndefined();
    // A wrong password says nothing of it.
    expect(said(await signInWith('c-first', {}, 'wrong'))).toEqual(said(await signInWith('nobody', {}, 'wrong')));
    const wrong = await signInWith('c-first', { code: '000000' });
    expect([wrong.status, codeOf(wrong)]).toEqual([400, 'wrong_code']);
    const now = code(0);
    const entered = await signInWith('c-first', { code: now });
    expect(entered.status).toBe(200);
    expect(entered.body.record).toMatchObject({ id, secondFactor: true });
    expect(codeOf(await signInWith('c-first', { code: now }))).toBe('wrong_code');
    expect((await signInWith('c-first', { code: recovery[0].toUpperCase() })).status).toBe(200);
    expect(codeOf(await signInWith('c-first', { code: recovery[0] }))).toBe('wrong_code');

    const rows = await world.server.send('POST', '/api/sql', {
      token: world.console,
      body: { query: 'SELECT * FROM second_factors' }
    });
    const text = JSON.stringify(rows.body.rows);
    for (const plain of [secret, ...recovery, ...recovery.map((each) => each.replaceAll('-', ''))])
      expect(text).not.toContain(plain);
    // Nobody switches it off by writing the account's record.
    const path = `/api/collections/users/records/${id}`;
    await world.server.send('PATCH', path, { token: world.tokens.admin, body: { secondFactor: false } });
    expect((await signInWith('c-first', {})).status).toBe(401);
  });

  it('keeps out one who knows the password alone, however often', async () => {
    const { code } = await enrolled('c-guessed');
    for (let i = 0; i < MOST_FROM_ONE; i++) {
      expect(codeOf(await signInWith('c-guessed', { code: String(100000 + i) }))).toBe('wrong_code');
      // Asking without a code gives no further tries.
      if (i < MOST_FROM_ONE - 1) expect(codeOf(await signInWith('c-guessed', {}))).toBe('code_wanted');
    }
    expect((await signInWith('c-guessed', { code: code(0) })).status).toBe(429);
  });

  it('ends by a code of its own, or by an administrator of the area', async () => {
    const { token, code, recovery } = await enrolled('c-ended');
    expect(codeOf(await act(token, 'begin', { password: RIGHT }))).toBe('factor_stands');
    expect(codeOf(await act(token, 'end', { code: '000000' }))).toBe('wrong_code');
    expect((await act(token, 'end', { code: code(0) })).status).toBe(200);
    expect((await signInWith('c-ended', {})).status).toBe(200);
    expect(codeOf(await act(token, 'end', { code: recovery[0] }))).toBe('no_factor');

    const lost = await enrolled('c-lost');
    const foreign = await world.makeUser('c-foreign', { role: 'admin', area: 'other' });
    const plain = world.tokens.planner as string;
    for (const by of [plain, foreign.token, lost.token])
      expect((await act(by, 'reset', { account: lost.id })).status).toBeGreaterThanOrEqual(403);
    expect((await signInWith('c-lost', {})).status).toBe(401);
    expect((await act(world.tokens.admin as string, 'reset', { account: lost.id })).status).toBe(200);
    expect((await signInWith('c-lost', {})).status).toBe(200);
  });

  it('counts only with the password, is not begun by others, and stands after a new code of the administrator', async () => {
    const user = await world.makeUser('c-careful', { role: 'official' });
    expect(codeOf(await act(user.token, 'begin', { password: 'wrong' }))).toBe('wrong_password');
    expect(codeOf(await act(user.token, 'confirm', { code: '123456' }))).toBe('not_begun');
    for (const token of [world.tokens.pending, world.tokens.disabled])
      expect((await act(token as string, 'begin', { password: RIGHT })).status).toBeGreaterThanOrEqual(401);
    const { id, code } = await enrolled('c-forgot');
    const made = await world.server.send('POST', '/api/greenlane/invitations', {
      token: world.tokens.admin,
      body: { account: id }
    });
    const body = { code: made.body.code, password: 'a-new-password' };
    const accepted = await world.server.send('POST', '/api/greenlane/invitations/accept', { body });
    expect([accepted.status, codeOf(accepted)]).toEqual([401, 'code_wanted']);
    expect((await signInWith('c-forgot', { code: code(0) }, 'a-new-password')).status).toBe(200);
  });
});

describe('a role taken away', () => {
  it('acts at the next request and ends the stream', async () => {
    const { id, token } = await world.makeUser('b-demoted', { role: 'admin' });
    const stream = await listen(world.server.url, token, ['users/*', 'events/*']);
    try {
      const users = () => world.server.send('GET', '/api/collections/users/records', { token });
      expect((await users()).body.items.length).toBeGreaterThan(1);
      const changed = await world.server.send('PATCH', `/api/collections/users/records/${id}`, {
        token: world.tokens.admin,
        body: { role: 'official' }
      });
      expect(changed.status).toBe(200);
      expect((await users()).body.items ?? []).toEqual([]);
      expect((await world.server.send('GET', '/api/greenlane/jobs/files', { token })).status).toBe(401);
      await stream.ended;
      const again = await tryAt('b-demoted', RIGHT);
      expect(again.body.record.role).toBe('official');
    } finally {
      stream.close();
    }
  });
});

describe('from many addresses', () => {
  it('one is made to wait before all are, and none for ever', async () => {
    process.env.GREENLANE_FRONT = FRONT;
    await world.server.stop();
    bare = await startBareServer(
      world.server.dataDir,
      patchedFolder('hooks/lib/tries.js', 'const WITHIN_MS = 10 * 60000;', 'const WITHIN_MS = 20000;')
    );
    const from = (address: string) => (identity: string, password: string) =>
      signInAt(bare!.send, identity, password, address);
    await wrongTimes(MOST_FROM_ONE, 'a-planner', from('10.0.0.1'));
    expect((await from('10.0.0.1')('a-planner', RIGHT)).status).toBe(429);
    // Its owner, elsewhere, is not kept out by that.
    expect((await from('10.0.0.2')('a-planner', RIGHT)).status).toBe(200);
    const all = await Promise.all(
      Array.from({ length: MOST_FROM_ALL }, (_, i) => from(`10.0.1.${Math.floor(i / 4)}`)('a-planner', 'wrong'))
    );
    expect(all.filter(({ status }) => status === 400)).toHaveLength(MOST_FROM_ALL - MOST_FROM_ONE);
    expect((await from('10.0.0.3')('a-planner', RIGHT)).status).toBe(429);
    expect((await from('10.0.0.3')('a-official', RIGHT)).status).toBe(200);
    await expect.poll(async () => (await from('10.0.0.3')('a-planner', RIGHT)).status, { timeout: 60_000 }).toBe(200);
  });
});
