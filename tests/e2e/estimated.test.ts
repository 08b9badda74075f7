import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectClean, mapReady, openApp, type App } from '../helpers/app';
import { launchBrowser } from '../helpers/browser';
import { startServer, type TestServer } from '../helpers/server';

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const WAIT = { timeout: 30_000, interval: 100 };
/** Longtan, a township whose seat is known, with 22 villages. */
const TOWN = /^龙潭镇|^Longtan/;
const BAND = /^about (\d+)–(\d+) min$/;

/** What a village's drawer says of its way to the township seat. */
async function seatTime(page: Page): Promise<string> {
  return (await page.locator('.times li .value button').first().textContent())!.trim();
}

async function widthOf(page: Page): Promise<number> {
  const [, low, high] = BAND.exec(await seatTime(page))!;
  return Number(high) - Number(low);
}

async function openVillage(page: Page, name: string): Promise<void> {
  await page.locator('button.name', { hasText: name }).first().click();
  await page.locator('.known form').waitFor();
}

/** Pictures for the eye, where GREENLANE_SHOTS names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.GREENLANE_SHOTS) await page.screenshot({ path: `${process.env.GREENLANE_SHOTS}/${name}.png` });
}

async function addKnown(page: Page, minutes: number): Promise<void> {
  const rows = await page.locator('.known li').count();
  await page.locator('.known input[name="minutes"]').fill(String(minutes));
  await page.locator('.known form button').click();
  await expect.poll(() => page.locator('.known li').count(), WAIT).toBe(rows + 1);
}

const finding = (app: App) => app.page.getByRole('region', { name: app.say('finding-label') }).textContent();

async function table(app: App): Promise<string[][]> {
  return app.page
    .getByRole('table', { name: app.say('plan-panel-table') })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!.trim())));
}

it('villages are placed and known times entered on the screen; every time is labelled as what it is', async () => {
  const app = await openApp(browser, server, {
    role: 'admin',
    path: '/plan?area=youyang',
    viewport: { width: 1366, height: 768 }
  });
  const { page, say, watch } = app;
  await mapReady(page);

  // Nothing is made up: 278 villages without a position or a time, 38 seats.
  const legend = page.getByRole('region', { name: say('estimate-legend-title') });
  await legend.waitFor();
  expect(await legend.textContent()).toContain(say('estimate-label'));
  await expect.poll(() => finding(app), WAIT).toContain('0 of 278 villages');

  await picture(page, 'plan-first');

  // Closing roads says what is wanted.
  await page.keyboard.press('x');
  await expect.poll(() => page.locator('.needs-roads').count(), WAIT).toBe(1);
  expect(await page.locator('.needs-roads').textContent()).toContain('Admin → Areas');
  await page.keyboard.press('Escape');

  await page.keyboard.press('o');
  await page.getByRole('button', { name: TOWN }).first().click();
  const lists = page.locator('.unplaced li');
  await expect.poll(() => lists.count(), WAIT).toBe(22);
  const names = await lists.locator('.name').allTextContents();

  // Ten villages, each by a click about a kilometre from one another.
  await page.getByRole('radio', { name: say('place-real') }).click();
  await picture(page, 'plan-town');
  for (let i = 0; i < 10; i++) {
    await lists
      .getByRole('button', { name: say('place-start') })
      .first()
      .click();
    const box = (await page.locator('canvas').first().boundingBox())!;
    await page.mouse.click(box.x + 600 + (i % 5) * 7, box.y + 360 + Math.floor(i / 5) * 7);
    await expect.poll(() => lists.count(), WAIT).toBe(21 - i);
  }
  await expect.poll(() => finding(app), WAIT).toContain('10 of 278 villages');
  await page.keyboard.press('t');
  const placed = (rows: string[][]) => rows.filter(([, , , time]) => time.includes('about'));
  await expect.poll(async () => placed(await table(app)).length, WAIT).toBe(10);
  const before = placed(await table(app));
  for (const [, , people, time] of before) {
    expect(people).toBe(say('value-not-known'));
    expect(time).toMatch(/^about \d+–\d+ min · estimated$/);
  }
  await page.keyboard.press('t');

  await picture(page, 'plan-placed');

  // The server holds the places, with the hand that set them.
  const token = await server.demoToken('admin');
  const held = await server.send('GET', `/api/collections/villages/records?filter=(area='youyang'%26%26lon!=null)`, {
    token
  });
  expect((held.body as { totalItems: number }).totalItems).toBe(10);

  // A known time of a neighbour moves and narrows a band; one of its own is shown as measured.
  await openVillage(page, names[1]);
  const wide = await widthOf(page);
  await picture(page, 'plan-village');
  expect(await page.locator('.times [data-estimated]').count()).toBeGreaterThan(0);
  await page.keyboard.press('o');
  await page.getByRole('button', { name: TOWN }).first().click();
  for (const name of names.slice(2, 10)) {
    await openVillage(page, name);
    for (const minutes of name === names[2] ? [25] : [25, 26, 24]) await addKnown(page, minutes);
    await expect.poll(() => seatTime(page), WAIT).toMatch(/min, measured$/);
    await page.keyboard.press('o');
    await page.getByRole('button', { name: TOWN }).first().click();
  }
  await openVillage(page, names[1]);
  await expect.poll(() => widthOf(page), WAIT).toBeLessThan(wide);
  await expect.poll(() => finding(app), WAIT).toContain('22 known times');

  await page.keyboard.press('t');
  await expect
    .poll(async () => (await table(app)).filter(([, , , time]) => time.includes('measured')).length, WAIT)
    .toBe(8);
  await picture(page, 'plan-table');
  expect(placed(await table(app)).map(([, , , time]) => time)).not.toEqual(before.map(([, , , time]) => time));
  expectClean(watch, server.url);
  await app.close();
}, 120_000);

it('Review and Screen label estimates and list no far places', async () => {
  const app = await openApp(browser, server, { role: 'official', map: false, path: '/review?area=youyang' });
  const { page, say } = app;
  await expect.poll(() => page.locator('[data-estimated]').count(), WAIT).toBeGreaterThan(0);
  expect(await page.locator('#review-list').textContent()).toContain(say('gap-no-position'));
  await picture(page, 'review-gaps');
  await page.getByRole('radio', { name: say('review-view-villages') }).click();
  await expect.poll(async () => (await table(app)).length, WAIT).toBeGreaterThan(100);
  expect(await page.getByText(say('review-only-far', { minutes: 60 })).count()).toBe(0);
  await page.goto(`${server.url}/screen?area=youyang`);
  await page.getByText(say('estimate-wall-note')).waitFor();
  await picture(page, 'screen');
  expect(await page.locator('[data-estimated]').count()).toBeGreaterThan(0);
  await app.close();
}, 60_000);

it('an area with roads is as it was: no estimate, no choice of the seat', async () => {
  const app = await openApp(browser, server, { map: false, path: '/plan?area=ngazidja&care=seat' });
  const { page, say } = app;
  expect(await page.locator('[data-estimated]').count()).toBe(0);
  await page.keyboard.press('t');
  const rows = await table(app);
  expect(rows.length).toBeGreaterThan(90);
  expect(rows.flat().join(' ')).not.toContain('about');
  expect(await page.getByRole('banner').textContent()).not.toContain(say('care-level-seat'));
  await app.close();
}, 60_000);
