import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { givesCare } from '../../src/lib/core/coverage/care-sites';
import { createTravelCache } from '../../src/lib/core/evaluate/travel-cache';
import type { OverLandRouter } from '../../src/lib/core/grid/over-land';
import { complete } from '../../src/lib/core/grid/travel-field';
import { number } from '../../src/lib/i18n/format';
import { translate } from '../../src/lib/i18n/t';
import { loadArea } from '../../src/node/pack/load-area';
import { expectClean, mapReady, openApp } from '../helpers/app';
import { launchBrowser } from '../helpers/browser';
import { AREA, AREA_DIR, openFacts, type CoverageAnswer, type Facts } from '../helpers/facts';
import { colourGap, mapMiddle, readPixels } from '../helpers/pixels';
import { expectedRows, expectTable, openTable, say, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

let browser: Browser;
let server: TestServer;
let facts: Facts;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** Forest between the roads of the south: nothing but land lies there. */
const FOREST = { lon: 43.36, lat: -11.75 };
const legend = (page: Page, care = 'severe') =>
  page.getByRole('region', { name: say('surface-title', { care: say(`care-level-${care}`).toLowerCase() }) });
const areas = (page: Page) =>
  legend(page)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('td')!.textContent!.trim()));

/** Land by class of minutes, from the same facts, roads and cells. */
async function expectedAreas(): Promise<string[]> {
  const { network, land } = await loadArea(AREA_DIR, { sample: false });
  const travel = createTravelCache(network);
  travel.useLand(land!);
  const situation = await facts.fresh();
  const router = travel.routerFor(situation, {
    vehicle: 'ambulance',
    season: 'dry',
    now: Date.now()
  }) as OverLandRouter;
  const sites = [...situation.facilities.values()].filter((each) => givesCare(each, 'severe'));
  const { ms } = complete(router.offRoad.surface(sites, true));
  const limits = [0, 15, 30, 60, 120, Infinity];
  return limits.slice(1).map((to, i) => {
    const over = i === 0 ? -1 : limits[i] * 60_000;
    const cells = ms.filter((each) => each !== 0xffff_ffff && each > over && each <= to * 60_000).length;
    const km2 = cells / 100;
    return number(km2, km2 < 10 ? 1 : 0, 'en');
  });
}

it('times over all land are drawn with their legend, follow the plan, are saved, and put away', async () => {
  const { lon, lat } = FOREST;
  const desk = await openApp(browser, server, { path: `/plan?area=${AREA}&at=${lon},${lat},11` });
  const { page } = desk;
  await mapReady(page);
  const middle = await mapMiddle(page);
  const bare = (await readPixels(page))(middle.x + 6, middle.y + 6);

  await page.keyboard.press('l');
  const choice = page.getByRole('checkbox', { name: say('surface-layer') });
  await choice.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => areas(page), WAIT).toEqual(await expectedAreas());
  await expect
    .poll(async () => colourGap((await readPixels(page))(middle.x + 6, middle.y + 6), bare), WAIT)
    .toBeGreaterThan(24);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    legend(page)
      .getByRole('button', { name: say('surface-save') })
      .click()
  ]);
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    about: string[][];
    features: { properties: { minutes: number; square_km: number; to: string } }[];
  };
  expect(saved.features.map(({ properties }) => properties.minutes)).toEqual([120, 60, 30, 15]);
  expect(number(saved.features[3].properties.square_km, 0, 'en')).toBe((await areas(page))[0]);
  expect(saved.about.flat()).toContain('Grande Comore');

  await page.keyboard.press('Escape');
  await legend(page)
    .getByRole('button', { name: say('surface-hide') })
    .click();
  await legend(page).waitFor({ state: 'detached' });
  await expect
    .poll(async () => colourGap((await readPixels(page))(middle.x + 6, middle.y + 6), bare), WAIT)
    .toBeLessThan(8);
  expectClean(desk.watch, server.url);
  await desk.close();
});

it('a village moved off the road gets its walk and drive at every desk, as on the command line', async () => {
  const token = await server.demoToken('planner');
  const [village] = facts.situation.villages.values();
  const found = await server.send(
    'GET',
    `/api/collections/villages/records?filter=(key='${village.id}'%26%26area='${AREA}')`,
    { token }
  );
  const { id, version } = found.body.items[0];
  const desk = await openApp(browser, server, {
    ...{ language: 'zh-CN', theme: 'light', map: false, path: `/plan?area=${AREA}` }
  });
  const moved = await server.send('PATCH', `/api/collections/villages/records/${id}`, {
    token,
    body: { ...FOREST, version }
  });
  expect(moved.status).toBe(200);
  const other = await openApp(browser, server, { map: false, path: `/plan?area=${AREA}&pick=village:${village.id}` });
  const told = await facts.ask<CoverageAnswer>('coverage');
  const reach = told.villages.find((each) => each.id === village.id)!.reach.severe;
  expect(reach.seconds! / 3600).toBeGreaterThan(3);
  await other.page.getByText('On foot over the land to the road').waitFor();
  await openTable(other.page);
  await expectTable(other.page, expectedRows(told, await facts.fresh()));
  const minutes = number(Math.ceil(reach.seconds! / 60), 0, 'zh-CN');
  await desk.page.goto(`${server.url}/plan?area=${AREA}&pick=village:${village.id}`);
  await desk.page.getByText(translate('zh-CN', 'plan-over-land', { minutes: '' }).slice(0, 8)).waitFor();
  await desk.page.getByRole('button', { name: minutes }).first().waitFor();
  expectClean(other.watch, server.url);
  await other.close();
  await desk.close();
});
