import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PackManifest } from '../../src/lib/core/pack/manifest';
import { DEFAULT_RULE_PACK } from '../../src/lib/core/rules/rule-pack';
import { translate } from '../../src/lib/i18n/t';
import { areaOpen, expectClean, mapReady, openApp, SCREENS, type Locale, type ScreenName } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { AREA, AREA_DIR, openFacts, type Facts } from '../helpers/facts';
import { dataTexts, foreignWords, rawKeys, wordsOf } from '../helpers/page-words';
import { say } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

const LANGUAGES: Locale[] = ['en', 'zh-CN'];

let browser: Browser;
let server: TestServer;
let facts: Facts;
let data: string[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
  const manifest = JSON.parse(readFileSync(join(AREA_DIR, 'manifest.json'), 'utf8')) as PackManifest;
  // A document bears its own number in its own script.
  const documents = Object.values(DEFAULT_RULE_PACK.documents).map(({ en }) => en);
  data = [...documents, ...dataTexts(facts.situation, manifest)];
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

function pathOf(screen: ScreenName): string {
  const village = [...facts.situation.villages.values()].find(({ lon }) => lon !== null)!;
  const pick = screen === 'plan' || screen === 'dispatch' ? `&pick=village:${village.id}` : '';
  return `/${screen}?area=${AREA}${pick}`;
}

/** What is wrong with the words on the page. */
async function faults(page: Page, language: Locale) {
  const words = await wordsOf(page);
  expect(words.length).toBeGreaterThan(20);
  return { language, keys: rawKeys(words, data), foreign: foreignWords(words, language, data) };
}

describe.each(SCREENS)('%s', (screen) => {
  it('speaks both languages whole, switched without a reload, refuses nothing and asks nobody else', async () => {
    const app = await openApp(browser, server, { role: 'admin', language: 'en', path: pathOf(screen) });
    const { page } = app;
    await mapReady(page);
    expect(await faults(page, 'en')).toEqual({ language: 'en', keys: [], foreign: [] });
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    // The wall has no bar: there the language is chosen on another screen of the same browser.
    const menu = page.getByRole('combobox', { name: new RegExp(`^${say('bar-language')}: `) });
    if ((await menu.count()) > 0) {
      await menu.click();
      await page.getByRole('option', { name: translate('zh-CN', 'language-zh-CN') }).click();
    } else {
      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: say('search-label') }).fill('简体');
      await page.keyboard.press('Enter');
    }
    await page.locator('html[lang="zh-CN"]').waitFor({ state: 'attached' });
    await page.waitForFunction(() => 'sameDocument' in globalThis);
    expect(await faults(page, 'zh-CN')).toEqual({ language: 'zh-CN', keys: [], foreign: [] });
    expectClean(app.watch, server.url);
  });
});

describe.each(LANGUAGES)('panels of Plan, %s', (language) => {
  it('every drawer is worded', async () => {
    const { page } = await openApp(browser, server, {
      role: 'planner',
      language,
      map: false,
      path: `/plan?area=${AREA}`
    });
    const word = (code: string) => translate(language, code);
    const drawer = (code: string) => page.getByRole('complementary', { name: word(code) });
    await page.getByRole('complementary').first().waitFor();
    expect(await faults(page, language)).toEqual({ language, keys: [], foreign: [] });
    for (const [key, shown] of [
      ['r', drawer('plan-panel-reserve')],
      ['l', drawer('plan-panel-layers')],
      ['t', page.getByRole('table', { name: word('plan-panel-table') })]
    ] as const) {
      await page.keyboard.press(key);
      await shown.waitFor();
      expect(await faults(page, language)).toEqual({ language, keys: [], foreign: [] });
    }
    await page.keyboard.press('t');
    // Of the finding and of the drawer: each figure opens with its formula.
    await page.locator('section.finding button.explainable').first().click();
    await page.locator('.explanation .formula').waitFor();
    expect(await faults(page, language)).toEqual({ language, keys: [], foreign: [] });
    const { situation } = facts;
    const picks = [
      `facility:${[...situation.facilities.values()].find(({ tier }) => tier === 'township-hospital')!.id}`,
      `vehicle:${[...situation.vehicles.keys()][0]}`,
      `township:${[...situation.townships.keys()][0]}`
    ];
    for (const pick of picks) {
      await page.goto(`${server.url}/plan?area=${AREA}&pick=${pick}`);
      await areaOpen(page);
      await page.getByRole('complementary').first().waitFor();
      expect(await faults(page, language)).toEqual({ language, keys: [], foreign: [] });
    }
  });
});
