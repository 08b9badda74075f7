import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { translate } from '../../src/lib/i18n/t';
import { DEFAULT_TRAVEL_SCENARIO } from '../../src/lib/core/routing/scenario';
import { expectClean, mapReady, openApp } from '../helpers/app';
import { launchBrowser } from '../helpers/browser';
import { openFacts, type CoverageAnswer, type Facts } from '../helpers/facts';
import { editElsewhere } from '../helpers/other-desk';
import { closeTable, expectedRows, expectTable, openTable, say, WAIT } from '../helpers/plan-page';
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

/** The shipped table with slower main roads, as the command line reads it; written by hand, not by the app. */
function tableFile(kmh: number): string {
  const table = structuredClone(DEFAULT_TRAVEL_SCENARIO);
  table.kmh.ambulance.dry.primary = kmh;
  const path = join(mkdtempSync(join(tmpdir(), 'greenlane-')), 'table.json');
  writeFileSync(path, JSON.stringify(table));
  return path;
}

const MAIN_DRY = 'kmh.ambulance.dry.primary';
const cell = (page: Page, path: string) => page.locator(`td[data-path="${path}"] input`);
const openPanel = async (page: Page) => {
  await page.keyboard.press('e');
  await cell(page, MAIN_DRY).waitFor();
};
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-path]')?.dataset.path ?? null);
const provenance = (page: Page, words: string) =>
  page
    .getByRole('region', { name: say('finding-label') })
    .getByText(words)
    .waitFor();
const noTable = async () => expectedRows(await facts.ask<CoverageAnswer>('coverage'), facts.situation);

it('a number tried answers as the command line does, is saved, used at every desk, and taken back', async () => {
  const shipped = await noTable();
  const slow = await facts.ask<CoverageAnswer>('coverage', '--scenario', tableFile(25));
  const slowRows = expectedRows(slow, facts.situation);
  expect(slowRows).not.toEqual(shipped);

  const desk = await openApp(browser, server);
  const other = await openApp(browser, server, { role: 'official', map: false });
  await mapReady(desk.page);
  await provenance(other.page, say('travel-provenance-shipped'));
  await openTable(other.page);

  await openPanel(desk.page);
  await cell(desk.page, MAIN_DRY).click();
  await desk.page.keyboard.type('25');
  await desk.page.keyboard.press('Enter');
  expect(await focused(desk.page)).toBe('kmh.ambulance.dry.primary_link');
  await desk.page.getByRole('button', { name: say('plan-panel-table') }).click();
  await expectTable(desk.page, slowRows);
  // What is edited elsewhere reaches the other desk after the trial would have: its figures are still the shipped ones.
  const village = [...facts.situation.villages.values()].find(({ residents }) => residents !== null)!;
  const putBack = await editElsewhere(server, 'villages', village.id, { residents: village.residents! + 1000 });
  const grown = await noTable();
  expect(grown).not.toEqual(shipped);
  await expectTable(other.page, grown);
  await putBack();
  await expectTable(other.page, shipped);
  await expectTable(desk.page, slowRows);

  await desk.page.getByLabel(say('travel-name'), { exact: true }).fill('Slow main roads');
  await desk.page.getByRole('button', { name: say('travel-use') }).click();
  await provenance(desk.page, say('travel-provenance-real', { name: 'Slow main roads' }));
  await provenance(other.page, say('travel-provenance-real', { name: 'Slow main roads' }));
  await expectTable(other.page, slowRows);
  expect(await noTable()).toEqual(slowRows);
  const [saved] = (await facts.fresh()).scenarios.values();
  expect(saved).toMatchObject({ kind: 'travel', name: 'Slow main roads', content: { active: true } });

  await closeTable(desk.page);
  await desk.page.getByRole('button', { name: say('travel-back') }).click();
  await provenance(desk.page, say('travel-provenance-shipped'));
  await desk.page.getByRole('button', { name: say('travel-use') }).click();
  await provenance(other.page, say('travel-provenance-shipped'));
  await expectTable(other.page, shipped);
  expectClean(desk.watch, server.url);
  expectClean(other.watch, server.url);
  await Promise.all([desk.close(), other.close()]);
});

it.each(['en', 'zh-CN'] as const)('the keys of a spreadsheet, words for what is wrong, undo: %s', async (language) => {
  const app = await openApp(browser, server, { language, map: false, theme: language === 'en' ? 'dark' : 'light' });
  const { page } = app;
  await openPanel(page);
  await cell(page, 'kmh.ambulance.dry.secondary').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe('kmh.ambulance.wet.primary_link');
  await page.keyboard.press('End');
  await page.keyboard.type('300');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('kmh.ambulance.snow.primary_link');
  await page.getByText(translate(language, 'travel-trouble-range', { least: 0, most: 150 })).waitFor();
  await page.keyboard.press('Escape');
  expect(await cell(page, 'kmh.ambulance.snow.primary_link').inputValue()).toBe('22');
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await page.getByText(translate(language, 'travel-provenance-trial', { count: 1 })).waitFor();
  await cell(page, 'kmh.ambulance.snow.primary_link').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => cell(page, 'kmh.ambulance.snow.primary_link').inputValue(), WAIT).toBe('22');
  expectClean(app.watch, server.url);
  await app.close();
});
