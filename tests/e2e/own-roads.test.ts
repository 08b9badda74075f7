import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import '../../src/lib/i18n/late-messages';
import { translate } from '../../src/lib/i18n/t';
import { areaOpen, expectClean, openApp, type App } from '../helpers/app';
import { closeScreens, launchBrowser, openScreen } from '../helpers/browser';
import { startServer, type TestServer } from '../helpers/server';
import { valleyOsm } from '../helpers/valley-osm';

const PASSWORD = 'long-enough-password';
let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const extract = (name: string, content: string) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(content) });

async function importInto({ page, say }: App, file: ReturnType<typeof extract>): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: say('own-roads-start') }).click();
}

const job = (page: Page, file: string) => page.locator('article', { hasText: file });

it('what cannot be used is told at the field, or by the import with its cure', async () => {
  const admin = await openApp(browser, server, { role: 'admin', map: false, path: '/admin/areas' });
  const { page, say } = admin;
  await page.getByLabel(say('own-roads-for')).selectOption({ label: say('own-roads-new-area') });
  await page.getByRole('button', { name: say('own-roads-start') }).click();
  await page.getByText(say('own-roads-wrong-id')).waitFor();
  await page.getByLabel(say('own-roads-name'), { exact: true }).fill('Valley');
  await page.getByLabel(say('own-roads-id')).fill('valley');
  await page.locator('input[type=file]').setInputFiles(extract('list.xlsx', 'PK'));
  await page.getByRole('button', { name: say('own-roads-start') }).click();
  await page.getByText(say('own-roads-wrong-file')).waitFor();

  await importInto(admin, extract('broken.osm', 'no extract at all'));
  await job(page, 'broken.osm').getByText(say('job-fault-not-osm')).waitFor();
}, 60_000);

it('an admin brings roads, sees what was found, and switches over; an open screen goes on with the new roads', async () => {
  const admin = await openApp(browser, server, { role: 'admin', map: false, path: '/admin/areas' });
  const { page, say } = admin;
  await page.getByLabel(say('own-roads-for')).selectOption({ label: say('own-roads-new-area') });
  await page.getByLabel(say('own-roads-name'), { exact: true }).fill('Valley');
  await page.getByLabel(say('own-roads-id')).fill('valley');
  await importInto(admin, extract('valley.osm', valleyOsm()));
  const first = job(page, 'valley.osm');
  await first.getByText(say('job-found-unconnected-value', { count: 1, km: '0.2' })).waitFor();
  await first.getByRole('button', { name: say('job-switch-new', { area: 'Valley' }) }).click();
  await page.locator('article[data-job="switched"]').waitFor();
  await page
    .getByRole('table', { name: say('areas-title') })
    .getByText('Valley')
    .waitFor();

  const planner = await openApp(browser, server, { role: 'planner', path: '/plan?area=valley' });
  const token = await server.demoToken('admin');
  const closure = { area: 'valley', unit: 'county', key: 'flood', wayId: 30, speedPercent: 0, reason: 'flood' };
  const body = { ...closure, startsAt: '2026-01-01T00:00:00Z', fromNode: null, toNode: null };
  expect((await server.send('POST', '/api/collections/closures/records', { token, body })).status).toBe(200);

  await page.getByLabel(say('own-roads-for')).selectOption({ label: 'Valley' });
  await importInto(admin, extract('newer.osm', valleyOsm({ without: [30] })));
  const second = job(page, 'newer.osm');
  await second.getByText(say('job-lost-title')).waitFor();
  await second.getByText(say('job-lost-way-missing')).waitFor();
  await second.getByRole('button', { name: say('job-switch', { area: 'Valley' }) }).click();
  await planner.page.getByText(say('area-renewed')).waitFor();
  await areaOpen(planner.page);
  await page.locator('article[data-job="switched"]', { hasText: 'newer.osm' }).waitFor();
  expectClean(admin.watch, server.url);
  expectClean(planner.watch, server.url);
}, 90_000);

it('on a server without any area the first roads open it', async () => {
  const empty = await startServer({ areaDir: 'none' });
  try {
    const token = await empty.consoleToken();
    const account = { username: 'root', role: 'admin', area: '*', unit: 'county' };
    const body = { ...account, password: PASSWORD, passwordConfirm: PASSWORD };
    const { id } = (await empty.send('POST', '/api/collections/users/records', { token, body })).body;
    const settled = { mustChange: false };
    await empty.send('PATCH', `/api/collections/users/records/${id}`, { token, body: settled });

    const { page, watch } = await openScreen(browser, { locale: 'en', map: false });
    await page.goto(`${empty.url}/admin/areas`);
    await page.getByLabel(translate('en', 'sign-in-account')).fill('root');
    await page.getByLabel(translate('en', 'sign-in-password')).fill(PASSWORD);
    await page.getByRole('button', { name: translate('en', 'sign-in-submit') }).click();
    await page.getByText(translate('en', 'areas-none')).waitFor();
    await page.getByLabel(translate('en', 'own-roads-name'), { exact: true }).fill('Valley');
    await page.getByLabel(translate('en', 'own-roads-id')).fill('valley');
    await page.locator('input[type=file]').setInputFiles(extract('valley.osm', valleyOsm()));
    await page.getByRole('button', { name: translate('en', 'own-roads-start') }).click();
    await page.getByRole('button', { name: translate('en', 'job-switch-new', { area: 'Valley' }) }).click();
    await page.locator('article[data-job="switched"]').waitFor();
    await areaOpen(page);
    expect(await page.title()).toContain('Valley');
    expectClean(watch, empty.url);
  } finally {
    await empty.remove();
  }
}, 60_000);
