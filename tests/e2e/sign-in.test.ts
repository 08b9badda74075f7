import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translate } from '../../src/lib/i18n/t';
import { areaOpen, expectClean, openApp } from '../helpers/app';
import { launchBrowser, openScreen } from '../helpers/browser';
import { ROLES, startServer, type TestServer } from '../helpers/server';

const say = (code: string, params?: Record<string, string | number>) => translate('en', code, params);
const FIRST_PASSWORD = 'given-by-another';
const OWN_PASSWORD = 'nine-green-lanes-9';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser?.close());

describe('demo', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => server?.remove());

  it.each(ROLES)('%s signs in with one click', async (role) => {
    const app = await openApp(browser, server, { role, map: false });
    await app.page.getByText(say('bar-demo'), { exact: true }).first().waitFor();
    const name = say('bar-user', { name: say(`role-${role}`), role: say(`role-${role}`) });
    await app.page.getByRole('button', { name }).waitFor();
    expectClean(app.watch, server.url);
    await app.close();
  });

  it('a deep link asks for the sign-in and then opens what it names', async () => {
    const app = await openApp(browser, server, { map: false, path: '/review?area=comoros&season=wet' });
    await app.page.getByRole('combobox', { name: `${say('bar-season')}: ${say('season-wet')}` }).waitFor();
    expect(await app.page.title()).toContain(say('rail-review'));
    expect(new URL(app.page.url()).searchParams.get('area')).toBe('comoros');
    await app.close();
  });

  it('an address without a screen leads back to Plan', async () => {
    const app = await openApp(browser, server, { map: false, path: '/plan' });
    await app.page.goto(`${server.url}/nowhere`);
    await app.page.getByText(say('not-found-title')).waitFor();
    await app.page.getByRole('link', { name: say('go-to-plan') }).click();
    await areaOpen(app.page);
    await app.close();
  });

  it('the sign-in is kept over a reload and ends with another role', async () => {
    const app = await openApp(browser, server, { role: 'official', map: false });
    await app.page.reload();
    await areaOpen(app.page);
    const name = say('bar-user', { name: say('role-official'), role: say('role-official') });
    await app.page.getByRole('button', { name }).click();
    const devices = () => app.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    await expect.poll(devices, { timeout: 60_000 }).toContain('greenlane');
    await app.page.evaluate(async () => {
      localStorage.setItem('greenlane-dispatch-recent-comoros', '[]');
      const { id: userId } = JSON.parse(localStorage.getItem('greenlane-sign-in')!).record;
      // A report of this account that the server has refused, unseen by this page so far.
      const opening = indexedDB.open('greenlane');
      const db = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
      const refused = { code: 'refused', reason: '', item: null, detail: '', at: 1 };
      const writing = db.transaction('commands', 'readwrite').objectStore('commands');
      const done = writing.add({
        userId,
        areaId: 'comoros',
        verb: 'report',
        path: '/',
        body: {},
        queuedAt: 1,
        refused
      });
      await new Promise((resolve) => (done.onsuccess = resolve));
      db.close();
    });
    await app.page.getByRole('menuitem', { name: say('bar-change-role') }).click();
    await app.page.getByRole('menuitem', { name: say('bar-leave-unsent', { count: 1 }) }).click();
    await app.page.getByText(say('sign-in-demo-title')).waitFor();
    const kept = await app.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('greenlane-')));
    expect(kept.filter((key) => !['greenlane-theme', 'greenlane-locale'].includes(key))).toEqual([]);
    await app.close();
  });
});

describe('with accounts', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ live: true });
    const account = { username: 'planner', role: 'planner', unit: 'county', area: '*' };
    await server.send('POST', '/api/collections/users/records', {
      token: await server.consoleToken(),
      body: { ...account, password: FIRST_PASSWORD, passwordConfirm: FIRST_PASSWORD }
    });
  });
  afterAll(async () => server?.remove());

  it('a wrong password is said in words, the first one must be changed, and the new one holds', async () => {
    const { page, watch, close } = await openScreen(browser, { locale: 'en' });
    await page.goto(`${server.url}/plan`);
    const submit = page.getByRole('button', { name: say('sign-in-submit') });
    await submit.waitFor();
    expect(await page.locator('button[data-role]').count()).toBe(0);

    await page.getByLabel(say('sign-in-account')).fill('planner');
    await page.getByLabel(say('sign-in-password')).fill('not-the-password');
    await submit.click();
    await page.getByRole('alert').getByText(say('trouble-credentials')).waitFor();
    // The browser itself reports the refusal on the console; nothing else may be there.
    expect(watch.consoleErrors.filter((text) => !text.includes('status of 400'))).toEqual([]);
    watch.consoleErrors.length = 0;

    await page.getByLabel(say('sign-in-password')).fill(FIRST_PASSWORD);
    await submit.click();
    await page.getByText(say('password-title')).waitFor();
    await page.locator('input[name="new-password"]').fill('short');
    await page.getByLabel(say('password-again')).fill('short');
    await page.getByRole('button', { name: say('password-submit') }).click();
    await page
      .getByRole('alert')
      .getByText(say('password-short', { length: 10 }))
      .waitFor();
    await page.locator('input[name="new-password"]').fill(OWN_PASSWORD);
    await page.getByLabel(say('password-again')).fill(`${OWN_PASSWORD}x`);
    await page.getByRole('button', { name: say('password-submit') }).click();
    await page.getByRole('alert').getByText(say('password-differ')).waitFor();
    await page.getByLabel(say('password-again')).fill(OWN_PASSWORD);
    await page.getByRole('button', { name: say('password-submit') }).click();
    await areaOpen(page);
    expect(await page.getByText(say('bar-demo'), { exact: true }).count()).toBe(0);
    expectClean(watch, server.url);
    await close();

    const again = await openScreen(browser, { locale: 'zh-CN' });
    await again.page.goto(`${server.url}/plan`);
    await again.page.getByLabel(translate('zh-CN', 'sign-in-account')).fill('planner');
    await again.page.getByLabel(translate('zh-CN', 'sign-in-password')).fill(OWN_PASSWORD);
    await again.page.getByRole('button', { name: translate('zh-CN', 'sign-in-submit') }).click();
    await areaOpen(again.page);
    expectClean(again.watch, server.url);
    await again.close();
  });
});
