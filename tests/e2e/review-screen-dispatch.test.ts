import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { percent } from '../../src/lib/i18n/format';
import { nameOf } from '../../src/lib/i18n/names';
import { translate } from '../../src/lib/i18n/t';
import { MECHANISMS } from '../../src/lib/core/model/results';
import { expectClean, openApp } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { AREA, openFacts, type Facts } from '../helpers/facts';
import { say, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

let browser: Browser;
let server: TestServer;
let facts: Facts;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

describe('Review', () => {
  it('lists a gap for each medicine short on the command line, explains it with the rule, and says what it counts', async () => {
    const { byStatus } = await facts.ask<{ byStatus: Record<string, number> }>('medicines');
    const app = await openApp(browser, server, { role: 'official', map: false, path: `/review?area=${AREA}` });
    const { page } = app;
    const tab = page.locator('[role="tab"][data-group="medicines"]');
    const expected = byStatus.red + byStatus.amber + byStatus['not-assessable'];
    await expect.poll(async () => Number((await tab.locator('.count').textContent()) ?? NaN), WAIT).toBe(expected);
    await tab.click();
    const table = page.getByRole('table', { name: say('review-list') });
    await expect.poll(() => table.locator('tbody tr').count(), WAIT).toBe(expected);

    await table.locator('tbody tr').first().locator('button.explainable').click();
    const { situation } = facts;
    expect(situation.stock.size).toBeGreaterThan(0);
    const rule = page.getByText(/L[0-9]+|B[0-9]+/).first();
    await rule.waitFor();
    await page
      .getByText(say('explain-rule', { item: 'L5' }))
      .first()
      .waitFor();

    // Fever clinics (requirement 27): counted here from the records anew.
    await page.locator('[role="tab"][data-group="equipment"]').click();
    await page.getByText(say('review-fever'), { exact: true }).click();
    const due = [...situation.facilities.values()].filter(({ feverShould }) => feverShould);
    const set = due.filter(({ reportedAt, feverSet }) => reportedAt !== null && feverSet);
    const open = set.filter(({ feverOpen }) => feverOpen);
    const part = (some: number, whole: number) =>
      say('review-fever-share', { part: some, percent: percent(some / whole, 0, 'en') });
    const fever = page.getByRole('table', { name: say('review-fever') });
    const cells = fever.locator('tbody tr').last().locator('td');
    expect((await cells.allTextContents()).map((text) => text.trim())).toEqual([
      String(due.length),
      part(set.length, due.length),
      part(open.length, set.length)
    ]);
    expect(await fever.locator('tbody tr').count()).toBe(new Set(due.map(({ townshipId }) => townshipId)).size + 1);
    await cells.last().getByRole('button').click();
    await page.getByText(say('title-fever-coverage-open-all')).waitFor();
    expectClean(app.watch, server.url);
  });

  it('saves a table that no spreadsheet takes for a formula, of the rows shown and nothing else', async () => {
    // A name as a hostile or careless import could bring it.
    const token = await server.consoleToken();
    const gap = [...facts.situation.facilities.values()].find(({ tier }) => tier === 'township-hospital')!;
    const filter = encodeURIComponent(`area="${AREA}" && key="${gap.id}"`);
    const listed = await server.send('GET', `/api/collections/facilities/records?filter=${filter}`, { token });
    const [{ id, version }] = listed.body.items;
    const body = { names: { ...gap.names, local: '=1+1', en: '=HYPERLINK("http://x","y")' }, version };
    const answer = await server.send('PATCH', `/api/collections/facilities/records/${id}`, { token, body });
    expect(answer.status).toBe(200);

    const { page, watch } = await openApp(browser, server, {
      role: 'official',
      map: false,
      path: `/review?area=${AREA}`
    });
    await page.locator('[role="tab"][data-group="all"]').click();
    await page.getByRole('button', { name: say('export'), exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: say('export-csv-of', { table: say('export-table-gaps') }) }).click()
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    const lines = text.slice(1).trimEnd().split('\r\n');
    const cells = lines.flatMap((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []);
    // A negative number is a number; any other cell that begins like a formula is not let out.
    const formulas = cells.filter((cell) => /^"?[=+@\t]/.test(cell) || /^"?-(?![\d.]+,?$)/.test(cell));
    expect(formulas).toEqual([]);
    const shown = await page
      .getByRole('table', { name: say('review-list') })
      .locator('tbody tr')
      .count();
    expect(lines.length).toBe(shown + 1);
    expectClean(watch, server.url);
  });
});

describe('Screen', () => {
  it.each([
    [1920, 1080],
    [5760, 2160]
  ])('at %i × %i all stands without a scroll bar, in both languages', async (width, height) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const app = await openApp(browser, server, {
        ...{ role: 'official', language, map: language === 'en' && width < 2000, path: `/screen?area=${AREA}` },
        viewport: { width, height }
      });
      const { page } = app;
      await page.getByRole('region', { name: translate(language, 'finding-label') }).waitFor();
      const finding = page.getByRole('region', { name: translate(language, 'finding-label') });
      await expect.poll(async () => (await finding.textContent())?.length ?? 0, WAIT).toBeGreaterThan(20);
      const tiles = page.getByRole('list', { name: translate(language, 'screen-tiles') });
      expect(await tiles.getByRole('listitem').count()).toBe(MECHANISMS.length);
      const text = (await tiles.textContent()) ?? '';
      for (const each of MECHANISMS) expect(text).toContain(translate(language, `title-tile-${each}`));
      const bars = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('html, body, body *')].flatMap((element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          const root = element === document.documentElement;
          const scrolls = (value: string) => root || value === 'auto' || value === 'scroll';
          const over =
            (scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
            (scrolls(overflowY) && element.scrollHeight > element.clientHeight + 1);
          return over && element.clientHeight > 0 ? [`${element.tagName}.${element.className}`] : [];
        })
      );
      expect(bars).toEqual([]);
      await app.close();
    }
  });
});

describe('Dispatch', () => {
  it('a place gives every vehicle, offered by arrival or not with its reason', async () => {
    const village = [...facts.situation.villages.values()].find(({ lon }) => lon !== null)!;
    const path = `/dispatch?area=${AREA}&pick=village:${village.id}`;
    const app = await openApp(browser, server, { role: 'dispatcher', map: false, path });
    const ranking = app.page.getByRole('listbox', { name: say('dispatch-ranking') });
    await ranking.waitFor();
    const options = ranking.getByRole('option');
    await expect.poll(() => options.count(), WAIT).toBe(facts.situation.vehicles.size);
    const rows = await options.evaluateAll((all) =>
      all.map((row) => ({
        text: row.textContent!,
        offered: row.getAttribute('aria-disabled') !== 'true',
        call: row.querySelector('strong')!.textContent!
      }))
    );
    const calls = [...facts.situation.vehicles.values()].map(({ callSign }) => callSign).sort();
    expect(rows.map(({ call }) => call).sort()).toEqual(calls);
    const minutes = rows.filter(({ offered }) => offered).map(({ text }) => Number(/(\d+)\s*min/.exec(text)?.[1]));
    expect(minutes.length).toBeGreaterThan(0);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    // Busy or broken vehicles are never offered, and each says why.
    const busy = [...facts.situation.vehicles.values()].filter(({ status }) => status !== 'available');
    expect(busy.length).toBeGreaterThan(0);
    for (const { callSign } of busy) {
      const row = rows.find(({ call }) => call === callSign)!;
      expect(row.offered).toBe(false);
      expect(row.text.length).toBeGreaterThan(callSign.length + 8);
    }
    await app.page.getByText(nameOf(village.names, 'en')).first().waitFor();
    expectClean(app.watch, server.url);
  });

  it('a vehicle set out of service is so on a second screen, and counts no more', async () => {
    const vehicle = [...facts.situation.vehicles.values()].find(({ status }) => status === 'available')!;
    const [first, second] = [
      await openApp(browser, server, { role: 'dispatcher', map: false, path: `/dispatch?area=${AREA}` }),
      await openApp(browser, server, { role: 'official', map: false, path: `/dispatch?area=${AREA}` })
    ];
    const line = (page: typeof first.page) =>
      page
        .getByRole('region', { name: say('dispatch-vehicles') })
        .getByRole('button')
        .filter({ hasText: new RegExp(`${vehicle.callSign}\\b`) });
    await line(second.page).waitFor();
    await line(first.page).click();
    await first.page.getByRole('radio', { name: say('vehicle-status-out-of-service') }).click();
    await first.page.getByRole('combobox', { name: new RegExp(say('dispatch-out-reason')) }).click();
    await first.page.getByRole('option', { name: say('out-of-service-mechanical') }).click();
    await first.page.getByRole('button', { name: say('dispatch-save'), exact: true }).click();
    await line(second.page)
      .filter({ hasText: say('out-of-service-mechanical') })
      .waitFor();
    expect((await facts.fresh()).vehicles.get(vehicle.id)?.status).toBe('out-of-service');
    // The second screen's role may look, and is offered no edit.
    await line(second.page).click();
    await second.page.getByRole('complementary', { name: vehicle.callSign }).waitFor();
    expect(await second.page.getByRole('button', { name: say('dispatch-save'), exact: true }).count()).toBe(0);
    for (const { watch } of [first, second]) expectClean(watch, server.url);
  });
});
