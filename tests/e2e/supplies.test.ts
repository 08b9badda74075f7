import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Facility, StockLot } from '../../src/lib/core/model/records';
import type { MedicineAssessment } from '../../src/lib/core/model/results';
import { number } from '../../src/lib/i18n/format';
import { nameOf } from '../../src/lib/i18n/names';
import { translate } from '../../src/lib/i18n/t';
import { openApp, type Locale } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { AREA, openFacts, type Facts } from '../helpers/facts';
import { dataTexts, foreignWords, rawKeys, wordsOf } from '../helpers/page-words';
import { say, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
const LIST = `/supplies?area=${AREA}`;
const REASON = `<img src=x onerror="document.title='run'"> half {count, plural}`;

let browser: Browser;
let server: TestServer;
let facts: Facts;
/** A clinic of the reporter's unit, what it is short of, and a site elsewhere that can give it. */
let clinic: Facility;
let short: MedicineAssessment;
let source: Facility;

const usable = (lots: readonly StockLot[]) => lots.reduce((sum, { doses }) => sum + doses, 0);

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
  const { unit } = (await server.send('POST', '/api/greenlane/demo/reporter')).body.record;
  const { sites } = await facts.ask<{ sites: MedicineAssessment[] }>('medicines');
  const { facilities, stock } = facts.situation;
  const ofUnit = sites.filter(({ facilityId, shortfallTo15, share }) => {
    const site = facilities.get(facilityId)!;
    return site.unit === unit && site.tier === 'village-clinic' && shortfallTo15 > 10 && share !== null;
  });
  short = ofUnit.reduce((a, b) => (b.shortfallTo20 > a.shortfallTo20 ? b : a));
  clinic = facilities.get(short.facilityId)!;
  const richest = [...stock.values()]
    .filter(
      ({ medicineId, facilityId }) => medicineId === short.medicineId && facilities.get(facilityId)!.unit !== unit
    )
    .reduce((a, b) => (usable(b.lots) > usable(a.lots) ? b : a));
  source = facilities.get(richest.facilityId)!;
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const medicine = (id: string = short.medicineId) => facts.situation.medicines.get(id as never)!;
const doses = (count: number) => `${number(count)} ${nameOf(medicine().doseUnit, 'en')}`;
const drawer = (page: Page) => page.getByRole('complementary');
const stands = (page: Page, text: string) =>
  drawer(page).getByRole('status').filter({ hasText: text }).first().waitFor();
const rows = async (collection: string, filter: string) => {
  const query = encodeURIComponent(`area="${AREA}" && ${filter}`);
  const token = await server.demoToken('planner');
  return (await server.send('GET', `/api/collections/${collection}/records?filter=${query}`, { token })).body.items;
};
const held = async (site: Facility) => {
  const [row] = await rows('stock', `facilityId="${site.id}" && medicineId="${short.medicineId}"`);
  return usable((row?.lots ?? []) as StockLot[]);
};
const fill = async (page: Page, label: string, value: number) => {
  const field = page.getByRole('spinbutton', { name: label });
  await field.fill(String(value));
  await field.press('Tab');
};

it('from a shortage on a phone to stock on the shelf, live on every desk: less is approved, less still comes', async () => {
  const desks = { viewport: { width: 1366, height: 768 }, map: false };
  const review = (
    await openApp(browser, server, { role: 'official', path: `/review?area=${AREA}&group=medicines`, ...desks })
  ).page;
  const { page: planner, watch } = await openApp(browser, server, { role: 'planner', path: LIST, ...desks });
  const { page: admin } = await openApp(browser, server, { role: 'admin', path: LIST, ...desks });
  const { page: phone } = await openApp(browser, server, {
    ...{ role: 'reporter', path: `/report?area=${AREA}`, map: false },
    ...PHONE
  });

  const gap = review
    .getByRole('row')
    .filter({ hasText: nameOf(clinic.names, 'en') })
    .filter({ hasText: say(`medicine-class-${medicine().medicineClass}`).slice(0, 6) })
    .first();
  const figure = gap.locator('button.figure');
  await figure.waitFor();
  const before = await figure.textContent();
  // Officials read: nothing is offered to be asked for.
  expect(await review.getByRole('link', { name: /^Request / }).count()).toBe(0);

  // The report says what is short; its figure is suggested, and what is typed stands.
  await phone
    .getByRole('button', { name: nameOf(clinic.names, 'en') })
    .first()
    .click();
  await phone.locator('.report').waitFor();
  const asked = short.shortfallTo20;
  await phone
    .getByRole('link', {
      name: say('supplies-ask-hint', {
        count: doses(asked),
        medicine: nameOf(medicine().names, 'en'),
        site: nameOf(clinic.names, 'en')
      })
    })
    .click();
  const label = say('supplies-ask-label', {
    medicine: nameOf(medicine().names, 'en'),
    unit: nameOf(medicine().doseUnit, 'en')
  });
  const field = phone.getByRole('spinbutton', { name: label });
  await expect.poll(() => field.inputValue(), WAIT).toBe(String(asked));
  await fill(phone, label, asked - 1);
  await phone.getByRole('button', { name: say('supplies-ask-take', { count: doses(asked) }) }).waitFor();
  expect(await field.inputValue()).toBe(String(asked - 1));
  await phone.getByRole('button', { name: say('supplies-do-submit') }).click();
  await stands(phone, say('supplies-state-submitted'));

  // Both desks see it without a reload; of two that decide at once the second is told who was first.
  for (const desk of [planner, admin]) {
    const row = desk.locator('tr.row').filter({ hasText: nameOf(clinic.names, 'en') });
    await row.getByText(number(asked - 1)).waitFor();
    await row.click();
    await stands(desk, say('supplies-state-submitted'));
  }
  const approved = Math.floor((asked - 1) / 2);
  await planner.keyboard.press('y');
  await planner.getByRole('combobox', { name: say('supplies-source') }).selectOption(`facility/${source.id}`);
  await fill(planner, `${say('supplies-col-approved')}: ${nameOf(medicine().names, 'en')}`, approved);
  const confirm = planner.getByRole('form').getByRole('button', { name: say('supplies-do-approve') });
  expect(await confirm.isDisabled()).toBe(true);
  await planner.getByRole('textbox', { name: say('supplies-say-changed') }).fill(REASON);
  await admin.keyboard.press('r');
  await admin.getByRole('textbox', { name: say('supplies-say-reason') }).fill('not now');
  let release = () => {};
  const decided = new Promise<void>((resolve) => (release = resolve));
  await admin.route('**/api/greenlane/allocations/*/reject', async (route) => {
    await decided;
    await route.continue();
  });
  await admin.keyboard.press('Enter');
  await confirm.click();
  await stands(planner, say('supplies-state-approved'));
  await planner.getByText(REASON).first().waitFor();
  release();
  await admin.getByRole('alert').filter({ hasText: 'was first' }).filter({ hasText: 'planner' }).waitFor();

  // Lots that expire first are shown, then go.
  const given = await held(source);
  await planner.keyboard.press('p');
  await planner
    .getByRole('form')
    .getByText(/^Lot .*, to /)
    .first()
    .waitFor();
  await planner
    .getByRole('form')
    .getByRole('button', { name: say('supplies-do-pick') })
    .click();
  await stands(planner, say('supplies-state-picked'));
  await expect.poll(() => held(source), WAIT).toBe(given - approved);
  await planner.keyboard.press('s');
  await stands(planner, say('supplies-state-shipped'));

  // The phone confirms lot by lot; less came than was shipped, and it says why.
  const stockBefore = await held(clinic);
  await stands(phone, say('supplies-state-shipped'));
  await phone.getByRole('button', { name: say('supplies-do-receive') }).click();
  const form = phone.getByRole('form', { name: say('supplies-do-receive') });
  const first = form.getByRole('spinbutton').first();
  const [sent] = (await rows('allocations', `requesterFacilityId="${clinic.id}"`)) as {
    lines: { lots: StockLot[] }[];
  }[];
  const came = sent.lines[0].lots[0].doses - 1;
  await first.fill(String(came));
  await first.press('Tab');
  const rest = form.getByRole('button', { name: say('supplies-receive-all') });
  if ((await rest.count()) > 0) await rest.click();
  expect(await first.inputValue()).toBe(String(came));
  expect(await form.getByRole('button', { name: say('supplies-do-receive') }).isDisabled()).toBe(true);
  await form.getByRole('textbox', { name: say('supplies-say-differs') }).fill('one broken');
  await form.getByRole('button', { name: say('supplies-do-receive') }).click();
  await stands(phone, say('supplies-discrepant'));
  await expect.poll(() => held(clinic), WAIT).toBe(stockBefore + approved - 1);

  // The desk sees the discrepancy with its reason, the official the shelf, nobody reloads.
  await drawer(planner).getByText('one broken').first().waitFor();
  await expect.poll(async () => ((await figure.count()) === 0 ? 'gone' : figure.textContent()), WAIT).not.toBe(before);
  expect(await planner.title()).not.toBe('run');
  expect([watch.violations, watch.pageErrors]).toEqual([[], []]);
});

it('with no line a phone keeps what it asks for, says so, and sends it once', async () => {
  const { page } = await openApp(browser, server, { ...{ role: 'reporter', path: LIST, map: false }, ...PHONE });
  await page.getByRole('button', { name: say('supplies-new') }).waitFor();
  const sites = [...facts.situation.facilities.values()].filter(({ unit, open }) => open && unit === clinic.unit);
  const other = sites.find(({ id }) => id !== clinic.id) ?? clinic;
  const sentBefore = (await rows('allocations', `requesterFacilityId="${other.id}"`)).length;
  await page.context().setOffline(true);
  await page.getByRole('button', { name: say('supplies-new') }).click();
  const choice = page.getByRole('combobox', { name: say('supplies-ask-site') });
  if ((await choice.count()) > 0) await choice.selectOption(other.id);
  await page.getByRole('spinbutton').first().fill('7');
  await page.getByRole('spinbutton').first().press('Tab');
  await page.getByRole('button', { name: say('supplies-do-submit') }).click();
  await stands(page, say('supplies-pending'));
  await drawer(page)
    .getByRole('button', { name: say('close') })
    .click();
  const waiting = page.getByRole('region', { name: say('supplies-unsent') });
  await waiting.waitFor();
  await page.context().setOffline(false);
  await waiting.waitFor({ state: 'detached' });
  const sent = await rows('allocations', `requesterFacilityId="${other.id}"`);
  expect(sent).toHaveLength(sentBefore + 1);
  await page
    .locator('tr.row')
    .filter({ hasText: nameOf(other.names, 'en') })
    .first()
    .click();
  await stands(page, say('supplies-state-submitted'));
});

it.each(['en', 'zh-CN'] as Locale[])('%s: list, request and every form are worded whole', async (language) => {
  const word = (code: string) => translate(language, code);
  const { page } = await openApp(browser, server, { role: 'planner', language, map: false, path: LIST });
  const data = [...dataTexts(facts.situation), REASON, 'one broken', 'demo planner', 'demo admin', 'demo reporter'];
  const faults = async () => {
    const words = (await wordsOf(page)).map((text) => text.replaceAll(/G-[0-9A-F]{4}/g, ''));
    return { keys: rawKeys(words, data), foreign: foreignWords(words, language, data) };
  };
  await page.locator('tr.row').first().click();
  await drawer(page).waitFor();
  expect(await faults()).toEqual({ keys: [], foreign: [] });
  for (const [key, verb] of [
    ['y', 'approve'],
    ['r', 'reject']
  ]) {
    await page.keyboard.press(key);
    await page.getByRole('form', { name: word(`supplies-do-${verb}`) }).waitFor();
    expect(await faults()).toEqual({ keys: [], foreign: [] });
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.getByRole('combobox', { name: word('supplies-ask-site') }).selectOption(clinic.id);
  await page.getByRole('spinbutton').first().waitFor();
  expect(await faults()).toEqual({ keys: [], foreign: [] });
  await page.keyboard.press('Escape');
  await page.getByRole('radio').last().click();
  await page.locator('tr.row').first().click();
  await stands(page, word('supplies-discrepant'));
  expect(await faults()).toEqual({ keys: [], foreign: [] });
});
