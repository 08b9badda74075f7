import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { nameOf } from '../../src/lib/i18n/names';
import { translate } from '../../src/lib/i18n/t';
import { openApp } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { command, freeAmbulances, linkOf, openPhone, sendOrder, type PhoneOptions } from '../helpers/drive';
import { AREA, openFacts, type Facts } from '../helpers/facts';
import { dataTexts, foreignWords, rawKeys, wordsOf } from '../helpers/page-words';
import { say, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

let browser: Browser;
let server: TestServer;
let facts: Facts;
let token: string;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
  token = await server.demoToken('dispatcher');
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

type Row = Record<string, unknown> & { key: string; version: number };
async function row(collection: string, key: string): Promise<Row> {
  const filter = encodeURIComponent(`area="${AREA}" && key="${key}"`);
  const path = `/api/collections/${collection}/records?filter=${filter}`;
  return (await server.send('GET', path, { token })).body.items[0];
}
const desk = () => ({ url: server.url, token, facts });
const AT = { longitude: 43.3, latitude: -11.6 };
const phoneOf = (address: string, options: PhoneOptions = {}) => openPhone(browser, address, { at: AT, ...options });
const shot = async (page: Page, name: string) => {
  if (process.env.GREENLANE_SHOTS) await page.screenshot({ path: `${process.env.GREENLANE_SHOTS}/drive-${name}.png` });
};
const press = (page: Page, code: string) => page.getByRole('button', { name: say(code), exact: true }).click();
const reads = (page: Page, text: string) => page.getByText(text).first().waitFor();
const stateOf = async (assignment: string) => (await row('assignments', assignment)).state;
/** Everything on the phone stays within its width, and what is pressed is large enough for a glove. */
async function expectFits(page: Page): Promise<void> {
  const faults = await page.evaluate(() => {
    const wide = [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > 391);
    const small = [...document.querySelectorAll('main button, main nav a')].filter((each) => {
      const { height } = each.getBoundingClientRect();
      return height > 0 && height < 44;
    });
    return [...wide, ...small].map((each) => each.outerHTML.slice(0, 120));
  });
  expect(faults).toEqual([]);
}

it('a driver by link: the order comes, steps move the desk, what is pressed without a line counts once', async () => {
  const [vehicle] = freeAmbulances(facts);
  const screen = await openApp(browser, server, {
    role: 'dispatcher',
    map: false,
    path: `/dispatch?area=${AREA}&pick=vehicle:${vehicle.id}`
  });
  await screen.page.getByRole('button', { name: say('driver-link-make') }).waitFor();
  await screen.page.keyboard.press('l');
  await screen.page.getByRole('img', { name: say('driver-link-picture', { callSign: vehicle.callSign }) }).waitFor();
  const address = await screen.page.getByRole('textbox', { name: say('driver-link') }).inputValue();

  const { page, watch } = await phoneOf(address);
  await page.getByRole('heading', { name: say('drive-none') }).waitFor();
  await page.waitForURL((url) => url.hash === '' && url.pathname === '/drive');
  // No address asked for ever bears the secret.
  const secret = address.split('#')[1];
  expect(watch.requested.filter((url) => url.includes(secret))).toEqual([]);
  await expectFits(page);

  const { assignment } = await sendOrder(desk(), vehicle.id, 0);
  const main = (code: string) => page.getByRole('button', { name: say(code), exact: true });
  await main('drive-do-depart').waitFor();
  await page.getByText('26', { exact: true }).waitFor();
  await expectFits(page);
  await shot(page, 'order');
  // Pressed by mistake: nothing reaches the server.
  await press(page, 'drive-do-depart');
  await shot(page, 'held');
  await press(page, 'drive-take-back');
  await main('drive-do-depart').waitFor();
  expect(await stateOf(assignment)).toBe('dispatched');
  await press(page, 'drive-do-depart');
  await press(page, 'drive-send-now');
  await expect.poll(() => stateOf(assignment), WAIT).toBe('en-route');
  const board = screen.page.getByText(say('vehicle-status-en-route'));
  await board.first().waitFor();

  await page.getByRole('switch').click();
  await reads(page, say('drive-position-on'));
  await expect.poll(async () => (await row('vehicles', vehicle.id)).positionLon, WAIT).toBe(AT.longitude);

  // No line: a chain of steps is given, the page opened anew still has it.
  await page.context().setOffline(true);
  await press(page, 'drive-do-reach-scene');
  await press(page, 'drive-do-leave-scene');
  await page
    .getByRole('status')
    .filter({ hasText: say('drive-do-leave-scene') })
    .waitFor();
  await press(page, 'drive-send-now');
  await main('drive-do-reach-hospital').waitFor();
  await reads(page, say('drive-waiting', { count: 2 }));
  await shot(page, 'offline');
  expect(await stateOf(assignment)).toBe('en-route');
  await page.context().setOffline(false);
  await expect.poll(() => stateOf(assignment), WAIT).toBe('to-hospital');
  await page.getByText(say('drive-waiting', { count: 2 })).waitFor({ state: 'detached' });
  const admin = await server.demoToken('admin');
  const path = `/api/collections/events/records?filter=${encodeURIComponent(`subjectKey="${assignment}"`)}`;
  const events = (await server.send('GET', path, { token: admin })).body.items as { verb: string; actorRole: string }[];
  expect(events.filter(({ actorRole }) => actorRole === 'driver').map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(['depart', 'reach-scene', 'leave-scene'])
  );
  expect(events).toHaveLength(5);

  await press(page, 'drive-do-reach-hospital');
  await press(page, 'drive-do-hand-over');
  await page.getByLabel(say('drive-sign-from')).fill('Nurse A');
  await page.getByLabel(say('drive-sign-to')).fill('Doctor B');
  await expectFits(page);
  await shot(page, 'sign');
  await press(page, 'drive-sign-confirm');
  await main('drive-do-return').waitFor();
  await press(page, 'drive-do-back-in-service');
  await press(page, 'drive-send-now');
  await page.getByRole('heading', { name: say('drive-none') }).waitFor();
  await expect.poll(() => stateOf(assignment), WAIT).toBe('done');

  await page.reload();
  await page.getByRole('heading', { name: say('drive-none') }).waitFor();
  await press(page, 'drive-duty-rest');
  await page.getByRole('button', { name: say('drive-rest-minutes', { minutes: 30 }) }).click();
  await main('drive-duty-back').waitFor();
  await shot(page, 'rest');
  await screen.page.getByText(say('driver-link-rest', { time: '' }).trim()).waitFor();
  // What the driver does takes the picture off no desk.
  await screen.page.getByRole('img', { name: say('driver-link-picture', { callSign: vehicle.callSign }) }).waitFor();
  await shot(screen.page, 'desk');
  await expect.poll(async () => (await row('vehicles', vehicle.id)).outOfServiceReason, WAIT).toBe('staffing');
  await press(page, 'drive-duty-back');
  await expect.poll(async () => (await row('vehicles', vehicle.id)).status, WAIT).toBe('available');

  await screen.page.getByRole('button', { name: say('driver-link-withdraw') }).click();
  await page.getByRole('heading', { name: say('drive-gone-ended') }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: say('drive-gone-ended') }).waitFor();
  await shot(page, 'ended');
  expect([...watch.pageErrors, ...watch.violations, ...screen.watch.pageErrors]).toEqual([]);
});

it('says where it is by name, gives up with a reason, and learns that an order was called off', async () => {
  const [, vehicle] = freeAmbulances(facts);
  const { assignment, referral } = await sendOrder(desk(), vehicle.id, 1);
  const { page } = await phoneOf(await linkOf(desk(), vehicle.id));
  await press(page, 'drive-place');
  await page.getByRole('searchbox').fill(vehicle.baseName.slice(0, 4));
  await page.locator('.choice').first().click();
  await expect.poll(async () => Number((await row('vehicles', vehicle.id)).positionSeq), WAIT).toBeGreaterThan(0);

  await press(page, 'drive-cannot-depart');
  await page.getByRole('button', { name: say('out-of-service-weather') }).click();
  await page.getByRole('heading', { name: say('drive-out', { reason: say('out-of-service-weather') }) }).waitFor();
  await expect.poll(() => stateOf(assignment), WAIT).toBe('cancelled');
  expect(await row('referrals', referral)).toMatchObject({ state: 'accepted' });
  await press(page, 'drive-duty-back');
  await expect.poll(async () => (await row('vehicles', vehicle.id)).status, WAIT).toBe('available');

  const second = await sendOrder(desk(), vehicle.id, 2);
  await page.getByRole('button', { name: say('drive-do-depart'), exact: true }).waitFor();
  await command(desk(), `assignments/${second.assignment}/stand-down`, { reason: 'not needed' });
  await page
    .getByRole('alert')
    .getByRole('button', { name: say('drive-seen') })
    .click();
  await page.getByRole('heading', { name: say('drive-none') }).waitFor();

  await page.goto(`${server.url}/drive#${'a'.repeat(40)}`);
  await page.getByRole('heading', { name: say('drive-gone-unknown') }).waitFor();
});

it.each([
  ['en', 'dark'],
  ['zh-CN', 'light']
] as const)('%s, %s: worded whole, nothing beyond the edge', async (language, theme) => {
  const vehicle = freeAmbulances(facts)[language === 'en' ? 2 : 3];
  const { page } = await phoneOf(await linkOf(desk(), vehicle.id), { language, theme });
  const t = (code: string, params = {}) => translate(language, code, params);
  const data = [...dataTexts(facts.situation), nameOf({ local: vehicle.baseName }, language), vehicle.callSign, 'EN'];
  const faultsOf = async () => {
    await expectFits(page);
    const words = await wordsOf(page);
    return [...rawKeys(words, data), ...foreignWords(words, language, data)];
  };
  await page.getByRole('heading', { name: t('drive-none') }).waitFor();
  expect(await faultsOf()).toEqual([]);
  await shot(page, `idle-${language}`);
  await sendOrder(desk(), vehicle.id, 4);
  await page.getByRole('button', { name: t('drive-do-depart'), exact: true }).waitFor();
  await shot(page, `order-${language}`);
  await page.locator('summary').click();
  expect(await faultsOf()).toEqual([]);
  for (const code of ['drive-place', 'drive-cannot-depart']) {
    await page.getByRole('button', { name: t(code) }).click();
    expect(await faultsOf()).toEqual([]);
    await shot(page, `${code}-${language}`);
    await page.getByRole('button', { name: t('drive-back') }).click();
  }
});
