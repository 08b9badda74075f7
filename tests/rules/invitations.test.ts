import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../helpers/listen';
import { makeWorld, signIn, type Who, type World } from './world';

let world: World;
let serial = 0;
beforeAll(async () => {
  world = await makeWorld();
  // What is tried here at once is more than a person would try in a minute.
  await world.server.send('PATCH', '/api/settings', {
    token: world.console,
    body: { rateLimits: { enabled: false, rules: [] } }
  });
});
afterAll(async () => world?.server.remove());

const PASSWORD = 'chosen-by-oneself';
const REPORTER = { role: 'reporter', unit: 't1', area: 'tiny', name: 'Nurse' };
const invite = (who: Who, body: object) =>
  world.server.send('POST', '/api/greenlane/invitations', { token: world.tokens[who], body });
const accept = (code: string, more: object = {}) =>
  world.server.send('POST', '/api/greenlane/invitations/accept', {
    body: { code, username: `guest-${(serial += 1)}`, password: PASSWORD, ...more }
  });
const look = (code: string) => world.server.send('POST', '/api/greenlane/invitations/look', { body: { code } });
const fault = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const asConsole = (method: string, path: string, body?: object) =>
  world.server.send(method, path, { token: world.console, body });
const codeFor = async (body: object = REPORTER): Promise<string> => (await invite('admin', body)).body.code;

describe('an invitation', () => {
  it('makes the account it says, once, whatever case and blanks the code is typed with', async () => {
    const made = await invite('admin', REPORTER);
    expect(made.body.code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const shown = await look(made.body.code);
    expect(shown.body).toMatchObject({ ...REPORTER, username: null, unitNames: expect.anything() });

    const typed = made.body.code.toUpperCase().replaceAll('-', ' ');
    const { status, body } = await accept(typed, { username: 'Nurse.One' });
    expect([status, body.record]).toMatchObject([200, { ...REPORTER, username: 'nurse.one', mustChange: false }]);
    const own = await world.server.send('GET', '/api/collections/villages/records', { token: body.token });
    expect(own.body.totalItems).toBeGreaterThan(0);
    expect(fault(await accept(made.body.code))).toEqual(['code code_used']);
    expect(await signIn(world.server, 'nurse.one', PASSWORD)).toBeTruthy();
  });

  it('is shown to administrators of its area, without the code or its hash', async () => {
    const { body } = await invite('admin', REPORTER);
    const path = `/api/collections/invitations/records/${body.id}`;
    const seen = await world.server.send('GET', path, { token: world.tokens.admin });
    expect(seen.body).toMatchObject({ ...REPORTER, usedAt: '', by: world.userIds['a-admin'] });
    expect(seen.body.codeHash).toBeUndefined();
    const probe = encodeURIComponent('codeHash ~ "a"');
    const list = `/api/collections/invitations/records?filter=${probe}`;
    expect((await world.server.send('GET', list, { token: world.tokens.admin })).body.items ?? []).toEqual([]);
    for (const who of ['planner', 'reporter', 'pending', 'disabled', 'out'] as const) {
      expect((await world.server.send('GET', path, { token: world.tokens[who] })).status).toBe(404);
    }
    const held = JSON.stringify((await asConsole('GET', path)).body);
    expect(held).not.toContain(body.code);
  });

  it('of two who bring one code at once exactly one gets an account', async () => {
    for (let round = 0; round < 5; round += 1) {
      const code = await codeFor();
      const names = [`race-${round}-a`, `race-${round}-b`];
      const answers = await Promise.all(names.map((username) => accept(code, { username })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      const filter = encodeURIComponent(`username ~ "race-${round}-"`);
      const made = await asConsole('GET', `/api/collections/users/records?filter=${filter}`);
      expect(made.body.totalItems).toBe(1);
    }
  });

  it('that is wrong, expired, withdrawn or of a former administrator makes no account, and says which', async () => {
    expect(fault(await accept('abcd-efgh-jkmn-pqrs'))).toEqual(['code code_unknown']);
    expect(fault(await accept(''))).toEqual(['code code_unknown']);

    const old = await invite('admin', { ...REPORTER, hours: 1 });
    expect(Date.parse(old.body.expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
    const expiresAt = new Date(Date.now() - 1000).toISOString();
    await asConsole('PATCH', `/api/collections/invitations/records/${old.body.id}`, { expiresAt });
    expect(fault(await accept(old.body.code))).toEqual(['code code_expired']);

    const mistaken = await invite('admin', REPORTER);
    const at = `/api/greenlane/invitations/${mistaken.body.id}`;
    expect((await world.server.send('DELETE', at, { token: world.tokens.planner })).status).toBe(403);
    expect((await look(mistaken.body.code)).status).toBe(200);
    expect((await world.server.send('DELETE', at, { token: world.tokens.admin })).status).toBe(200);
    expect(fault(await accept(mistaken.body.code))).toEqual(['code code_withdrawn']);

    const former = await world.makeUser(`former-${(serial += 1)}`, { role: 'admin' });
    const made = await world.server.send('POST', '/api/greenlane/invitations', {
      token: former.token,
      body: { ...REPORTER, role: 'admin' }
    });
    await asConsole('PATCH', `/api/collections/users/records/${former.id}`, { role: 'planner' });
    expect(fault(await accept(made.body.code))).toEqual(['code code_withdrawn']);
  });

  it('outlives a refused name or password', async () => {
    const code = await codeFor();
    expect(fault(await accept(code, { username: 'a-admin' }))).toEqual(['username username_taken']);
    expect(fault(await accept(code, { username: 'two words' }))).toEqual(['username username_form']);
    expect(fault(await accept(code, { password: 'short' }))).toEqual(['password too_short']);
    expect(fault(await accept(code, { password: 'x'.repeat(71) }))).toEqual(['password too_long']);
    expect((await accept(code)).status).toBe(200);
  });

  it('ends beyond the area, the role or the unit of the administrator', async () => {
    for (const [body, expected] of [
      [{ ...REPORTER, area: '*' }, 'area foreign_area'],
      [{ ...REPORTER, area: 'other' }, 'area foreign_area'],
      [{ ...REPORTER, role: 'superuser' }, 'role unknown_role'],
      [{ ...REPORTER, unit: 'nowhere' }, 'unit unknown_unit'],
      [{ ...REPORTER, hours: 9999 }, 'hours out_of_range'],
      [{ ...REPORTER, name: 'x'.repeat(121) }, 'name too_long'],
      [{ ...REPORTER, demo: true, account: 'nobody' }, 'account unknown_account']
    ] as const) {
      const answer = await invite('admin', body);
      expect([answer.status >= 400, fault(answer)], JSON.stringify(body)).toEqual([true, [expected]]);
    }
    for (const who of ['planner', 'dispatcher', 'official', 'reporter', 'pending'] as const) {
      expect((await invite(who, REPORTER)).status, who).toBe(403);
    }
    for (const who of ['disabled', 'out'] as const) expect((await invite(who, REPORTER)).status, who).toBe(401);
  });

  it('makes nothing but what was invited, whatever is sent along', async () => {
    const code = await codeFor();
    const { body } = await accept(code, { role: 'admin', area: '*', unit: 'county', demo: true, name: 'x' });
    expect(body.record).toMatchObject({ ...REPORTER, demo: false, disabled: false });
    const nameless = await accept(await codeFor({ ...REPORTER, name: '' }), { name: ' Own name ' });
    expect(nameless.body.record.name).toBe('Own name');
  });

  it('is guessed at no more than twenty times a minute', async () => {
    const rules = [
      { label: 'POST /api/greenlane/invitations/accept', audience: '', maxRequests: 20, duration: 60 },
      { label: 'POST /api/greenlane/invitations/look', audience: '', maxRequests: 20, duration: 60 }
    ];
    const limited = await makeWorld();
    try {
      const held = await limited.server.send('GET', '/api/settings', { token: limited.console });
      expect(held.body.rateLimits).toMatchObject({ enabled: true, rules: expect.arrayContaining(rules) });
      const answers = await Promise.all(
        Array.from({ length: 25 }, () =>
          limited.server.send('POST', '/api/greenlane/invitations/look', { body: { code: 'x' } })
        )
      );
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
    } finally {
      await limited.server.remove();
    }
  });
});

describe('a new code for an account that exists', () => {
  it('lets its holder choose a password, ends what was signed in, and changes nothing else', async () => {
    const name = `lost-${(serial += 1)}`;
    const { id, token } = await world.makeUser(name, { role: 'official' });
    const stream = await listen(world.server.url, token, ['villages/*']);
    try {
      const first = (await invite('admin', { account: id })).body.code;
      const second = (await invite('admin', { account: id })).body.code;
      expect(fault(await accept(first))).toEqual(['code code_withdrawn']);
      expect((await look(second)).body).toMatchObject({ username: name, role: 'official' });
      const { body } = await accept(second, { username: 'ignored', role: 'admin' });
      expect(body.record).toMatchObject({ id, username: name, role: 'official', area: 'tiny' });
      await stream.ended;
      expect((await world.server.send('GET', '/api/greenlane/areas', { token })).status).toBe(401);
      expect(await signIn(world.server, name, PASSWORD)).toBeTruthy();
    } finally {
      stream.close();
    }
  });

  it('is not given for a foreign, own, disabled or demo account', async () => {
    const make = async (fields: object) =>
      (await world.makeUser(`held-${(serial += 1)}`, { role: 'planner', ...fields })).id;
    const shut = await make({});
    await asConsole('PATCH', `/api/collections/users/records/${shut}`, { disabled: true });
    for (const [account, expected] of [
      [await make({ area: 'other' }), 'account foreign_area'],
      [await make({ area: '*', role: 'admin' }), 'account foreign_area'],
      [world.userIds['a-admin'], 'account own_account'],
      [shut, 'account account_disabled']
    ]) {
      expect(fault(await invite('admin', { account }))).toEqual([expected]);
    }
  });

  it('is worthless once the account is disabled', async () => {
    const { id } = await world.makeUser(`closed-${(serial += 1)}`, { role: 'planner' });
    const { code } = (await invite('admin', { account: id })).body;
    await asConsole('PATCH', `/api/collections/users/records/${id}`, { disabled: true });
    expect(fault(await accept(code))).toEqual(['code code_withdrawn']);
  });

  it.each([[{ role: 'admin' }], [{ unit: 't2' }], [{ area: '*' }]])(
    'is worthless once the account has %o: it was given for what the account could do before',
    async (edit) => {
      const name = `raised-${(serial += 1)}`;
      const { id } = await world.makeUser(name, { role: 'planner' });
      const { code } = (await invite('admin', { account: id })).body;
      expect((await asConsole('PATCH', `/api/collections/users/records/${id}`, edit)).status).toBe(200);
      expect(fault(await look(code))).toEqual(['code code_withdrawn']);
      expect(fault(await accept(code))).toEqual(['code code_withdrawn']);
      expect(await signIn(world.server, name)).toBeTruthy();
    }
  );
});

describe('an account', () => {
  it.each([[{ disabled: true }], [{ role: 'official' }], [{ unit: 't2' }]])(
    'changed to %o by its administrator is refused at the next request, and its stream ends',
    async (edit) => {
      const { id, token } = await world.makeUser(`changed-${(serial += 1)}`, { role: 'reporter', unit: 't1' });
      const stream = await listen(world.server.url, token, ['villages/*']);
      try {
        const path = `/api/collections/users/records/${id}`;
        expect((await world.server.send('PATCH', path, { token: world.tokens.admin, body: edit })).status).toBe(200);
        expect((await world.server.send('GET', '/api/greenlane/areas', { token })).status).toBe(401);
        const refreshed = await world.server.send('POST', '/api/collections/users/auth-refresh', { token });
        expect(refreshed.status).toBe(401);
        await stream.ended;
      } finally {
        stream.close();
      }
    }
  );

  it('notes its last sign-in, which no hand can write', async () => {
    const name = `noted-${(serial += 1)}`;
    const { id } = await world.makeUser(name, { role: 'planner' });
    const path = `/api/collections/users/records/${id}`;
    const before = (await asConsole('GET', path)).body;
    expect(Date.now() - Date.parse(before.signedInAt)).toBeLessThan(60_000);
    await world.server.send('PATCH', path, {
      token: world.tokens.admin,
      body: { signedInAt: '2000-01-01', name: 'N' }
    });
    expect((await asConsole('GET', path)).body).toMatchObject({ signedInAt: before.signedInAt, name: 'N' });
  });
});
