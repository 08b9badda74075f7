import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import '../../src/lib/i18n/late-messages';
import { writeXlsx } from '../../src/lib/core/tables/write-xlsx';
import { translate, type Params } from '../../src/lib/i18n/t';
import { connectTo } from '../../src/lib/store/client';
import { fetchSituation } from '../../src/lib/store/fetch-situation';
import { areaOpen, expectClean, type App } from '../helpers/app';
import { closeScreens, launchBrowser, openScreen, type Screen } from '../helpers/browser';
import { importPage, upload } from '../helpers/import-page';
import { WAIT } from '../helpers/plan-page';
import { projectRoot } from '../../src/node/supervisor/options';
import { OWN_PASSWORD, startServer, type TestServer } from '../helpers/server';

const AREA = 'liechtenstein';
const EXTRACT = join(projectRoot, 'geodata/raw/liechtenstein/liechtenstein-latest.osm.pbf');
const dataDir = mkdtempSync(join(tmpdir(), 'greenlane-newcomer-'));
let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ live: true, dataDir })]);
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

const say = (code: string, params?: Params) => translate('en', code, params);

/** Takes a code up on the page it leads to. */
async function enter(page: Page, username: string, submit: string): Promise<void> {
  await page.getByLabel(say('invitation-username')).fill(username);
  await page.locator('input[name="new-password"]').fill(OWN_PASSWORD);
  await page.getByLabel(say('password-again')).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: say(submit) }).click();
  await areaOpen(page);
}

async function tokenOf({ page }: Screen): Promise<string> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('greenlane-sign-in')!).token as string);
}

const situationOf = async (screen: Screen) => fetchSituation(connectTo(server.url, await tokenOf(screen)), AREA);

it('from nothing to a shortage on the map: administrator, own roads, lists, a reporter, a report', async () => {
  const admin = await openScreen(browser, { locale: 'en', timezoneId: 'UTC' });
  const { page } = admin;
  const app: Pick<App, 'page' | 'say'> = { page, say };
  await page.goto(/http:\S+\/sign-in#code=\S+/.exec(server.output())![0]);
  await page.getByLabel(say('invitation-name')).fill('Head of office');
  await enter(page, 'head', 'invitation-submit');

  await page.goto(`${server.url}/admin/areas`);
  await page.getByLabel(say('own-roads-for')).selectOption({ label: say('own-roads-new-area') });
  await page.getByLabel(say('own-roads-name'), { exact: true }).fill('Liechtenstein');
  await page.getByLabel(say('own-roads-id')).fill(AREA);
  await page.locator('input[type=file]').setInputFiles(EXTRACT);
  await page.getByRole('button', { name: say('own-roads-start') }).click();
  await page
    .getByRole('button', { name: say('job-switch-new', { area: 'Liechtenstein' }) })
    .click({ timeout: 120_000 });
  await page.locator('article[data-job="switched"]').waitFor();
  await page.locator('header .connection', { hasText: say('connection-live') }).waitFor();

  await page.goto(`${server.url}/admin/import?area=${AREA}`);
  await areaOpen(page);
  const found = await situationOf(admin);
  const town = [...found.townships.values()][0];
  const steps = importPage(app);
  const lists = [
    {
      name: 'villages.xlsx',
      rows: [
        ['Township', 'Village', 'Population', 'Longitude', 'Latitude'],
        [town.names.local, 'Upper hamlet', 420, 9.5215, 47.1415],
        [town.names.local, 'Lower hamlet', 310, 9.5105, 47.1655]
      ]
    },
    {
      name: 'facilities.xlsx',
      rows: [
        ['Facility', 'Tier', 'Township', 'Longitude', 'Latitude', 'Telephone'],
        ['Hamlet clinic', 'clinic', town.names.local, 9.5212, 47.1412, '555 0199']
      ]
    }
  ];
  for (const { name, rows } of lists) {
    await steps.bring(upload(name, writeXlsx([{ name: 'List', rows }])));
    await steps.chooseSystem('wgs84');
    await steps.check();
    const { asked } = await steps.counts();
    // A place close to one that is known is asked about.
    if (asked > 0) {
      await page.getByRole('radio', { name: say('import-view-questions', { count: asked }) }).click();
      const makeNew = page.getByRole('button', { name: say('import-answer-new') });
      for (let i = 0; i < asked; i++) await makeNew.nth(i).click();
      await steps.figure('asked').filter({ hasText: '0' }).waitFor();
    }
    expect(await steps.counts()).toMatchObject({ rows: rows.length - 1, asked: 0, refused: 0 });
    await steps.summary();
    await steps.start().click();
    await steps.done();
    await steps.backToList();
  }
  const listed = await situationOf(admin);
  const clinic = [...listed.facilities.values()].find(({ names }) => names.local === 'Hamlet clinic')!;
  expect(listed.villages.size).toBe(found.villages.size + 2);

  await page.goto(`${server.url}/admin/accounts?area=${AREA}`);
  await page.getByRole('button', { name: say('accounts-invite'), exact: true }).click();
  await page.getByLabel(say('accounts-name')).fill('Nurse');
  await page.getByLabel(say('accounts-role')).selectOption('reporter');
  const unit = page.getByLabel(say('accounts-unit'));
  await unit.locator(`option[value="${town.id}"]`).waitFor({ state: 'attached' });
  await unit.selectOption(town.id);
  await page.getByRole('button', { name: say('accounts-make-code') }).click();
  const link = new URL((await page.locator('.address').textContent())!);

  const reporter = await openScreen(browser, {
    locale: 'en',
    map: false,
    timezoneId: 'UTC',
    viewport: { width: 390, height: 844 },
    hasTouch: true
  });
  const phone = reporter.page;
  await phone.goto(server.url + link.pathname + link.hash);
  await enter(phone, 'nurse', 'invitation-submit');

  // The list of gaps stays open at the office: what the clinic reports must come to it by itself.
  await page.goto(`${server.url}/review?area=${AREA}`);
  await areaOpen(page);
  const short = page.getByRole('row').filter({ hasText: 'Hamlet clinic' }).filter({ hasText: 'Antipyretic' });

  await phone.getByRole('button', { name: 'Hamlet clinic' }).first().click();
  await phone.locator('.report').waitFor();
  const medicines = [...listed.medicines.values()];
  for (const { id, medicineClass } of medicines) {
    const stock = phone.locator(`[id="stock/${id}"] input`).first();
    await stock.fill(medicineClass === 'antipyretic' ? '3' : '90000');
    await stock.blur();
    await phone.locator(`[id="stock/${id}"] input[type="date"]`).fill('2099-12-31');
  }
  // Of each medicine the stock is answered now, the use of the day is not.
  await phone
    .getByRole('region', { name: say('report-section-medicines') })
    .getByText(say('report-filled', { done: medicines.length, all: 2 * medicines.length }), { exact: true })
    .waitFor();
  // No section counts more answers than questions, nor fewer than none.
  const counts = await phone.locator('.report section > header span').allTextContents();
  expect(counts.length).toBeGreaterThan(1);
  for (const count of counts) {
    const [, done, all] = /^(-?\d+) of (\d+)$/.exec(count.trim())!.map(Number);
    expect(done).toBeGreaterThanOrEqual(0);
    expect(done).toBeLessThanOrEqual(all);
  }
  // A first report leaves much open; what is missing is listed before it goes.
  await phone.locator('[data-send]').click();
  await phone.getByRole('button', { name: say('report-send-anyway') }).click();
  await phone.getByText(/^Reported at/).waitFor();

  await expect.poll(() => short.count(), WAIT).toBeGreaterThan(0);
  await page.goto(`${server.url}/plan?area=${AREA}&pick=facility:${clinic.id}`);
  await areaOpen(page);
  await page
    .getByRole('complementary', { name: 'Hamlet clinic' })
    .getByText(/Paracetamol/)
    .first()
    .waitFor();
  expectClean(admin.watch, server.url);
  expectClean(reporter.watch, server.url);
}, 300_000);
