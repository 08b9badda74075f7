import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import Papa from 'papaparse';
import type { Browser, Download, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openXlsx } from '../../src/lib/core/tables/read-xlsx';
import { cellAt } from '../../src/lib/core/tables/table';
import { COUNT_FIELDS } from '../../src/lib/core/model/records';
import { nameOf } from '../../src/lib/i18n/names';
import { translate } from '../../src/lib/i18n/t';
import { PALETTES } from '../../src/lib/map/palette';
import { connectTo } from '../../src/lib/store/client';
import { fetchSituation } from '../../src/lib/store/fetch-situation';
import { areaOpen, expectClean, mapReady, openApp, type App } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { AREA, openFacts, type CoverageAnswer, type Facts } from '../helpers/facts';
import { colourGap, hexRgb, type Rgb } from '../helpers/pixels';
import { say, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

let browser: Browser;
let server: TestServer;
let facts: Facts;
let coverage: CoverageAnswer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
  coverage = await facts.ask<CoverageAnswer>('coverage');
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** Chooses from a menu *Export*. */
async function save(page: Page, menu: { in?: string; item: string | RegExp }): Promise<Download> {
  const within = menu.in ? page.locator(menu.in) : page;
  await within
    .getByRole('button', { name: say('export'), exact: true })
    .first()
    .click();
  const item = page.getByRole('menuitem', { name: menu.item });
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 240_000 }), item.click()]);
  return download;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

/** Rows of each sheet by its name. */
function sheetsOf(bytes: Buffer): Map<string, string[][]> {
  const book = openXlsx(new Uint8Array(bytes));
  return new Map(
    book.sheets.map(({ name }, i) => {
      const grid = book.readSheet(i);
      const rows = Array.from(grid.rowNumbers, (_, row) =>
        Array.from({ length: grid.columnCount }, (__, column) => cellAt(grid, row, column))
      );
      return [name, rows];
    })
  );
}

/** Rows as records by heading. */
function records([header, ...rows]: string[][]): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(header.map((label, i) => [label, row[i] ?? ''])));
}

const LEVELS = ['any', 'township', 'sub-designated', 'severe'] as const;
const care = (level: (typeof LEVELS)[number]) => ({ care: say(`care-level-${level}`) });

describe('tables', () => {
  it('of Plan say what the command line says, in both formats, and what they are', async () => {
    const { page, watch } = await openApp(browser, server, { map: false, path: `/plan?area=${AREA}` });
    const book = await save(page, { in: 'aside.drawer', item: say('export-xlsx') });
    expect(book.suggestedFilename()).toMatch(
      /^Grande Comore Plan \d{4}-\d\d-\d\d \d\d-\d\d-\d\d UTC\+00-00 sample\.xlsx$/
    );
    const sheets = sheetsOf(await bytesOf(book));
    for (const [header] of sheets.values())
      expect(new Set(header.filter(Boolean)).size).toBe(header.filter(Boolean).length);
    const villages = records(sheets.get(say('export-table-villages'))!);
    expect(villages.length).toBe(coverage.villages.length);
    const byKey = new Map(villages.map((row) => [row[say('export-col-place-id')], row]));
    for (const { id, persons, reach } of coverage.villages) {
      const row = byKey.get(id)!;
      const shown = LEVELS.map((level) => row[say('export-col-minutes-to', care(level))]);
      const wanted = LEVELS.map((level) => {
        const { seconds } = reach[level];
        return seconds === null ? '' : String(Math.ceil(seconds / 60));
      });
      expect([id, row[say('export-col-residents')], ...shown]).toEqual([id, String(persons), ...wanted]);
      const site = facts.situation.facilities.get(reach.severe.facilityId as never);
      expect(row[say('export-col-site', care('severe'))]).toBe(site ? nameOf(site.names, 'en') : '');
      expect(row[say('export-col-reason', care('severe'))] === '').toBe(reach.severe.seconds !== null);
    }
    const all = records(sheets.get(say('export-table-coverage'))!).find(
      (row) => row[say('export-col-township-id')] === 'all' && row[say('bar-care-level')] === say('care-level-severe')
    )!;
    const { all: told } = coverage.levels.find(({ careLevel }) => careLevel === 'severe')!;
    for (const { minutes, persons, villages: count } of told.within) {
      const label = say('review-within', { minutes });
      expect([all[`${label}, ${say('export-col-persons')}`], all[`${label}, ${say('export-col-villages')}`]]).toEqual([
        String(persons),
        String(count)
      ]);
    }
    const about = sheets
      .get(say('export-about'))!
      .map((row) => row.join('|'))
      .join('\n');
    for (const words of [
      'Grande Comore|ngazidja',
      say('export-facts'),
      'ODbL',
      'OpenStreetMap',
      say('review-sample-note')
    ]) {
      expect(about).toContain(words);
    }

    const plain = await save(page, {
      in: 'aside.drawer',
      item: say('export-csv-of', { table: say('export-table-villages') })
    });
    const csv = Papa.parse<string[]>((await bytesOf(plain)).toString('utf8').slice(1), { skipEmptyLines: true }).data;
    // The same rows and nothing but rows: a reader trims what the other format keeps.
    expect(csv.map((row) => row.map((cell) => cell.trim()))).toEqual(sheets.get(say('export-table-villages')));
    expectClean(watch, server.url);
  });

  it('of a plan say that it is one, with the times before; Review saves the facts', async () => {
    const severe = [...facts.situation.facilities.values()].find(({ tier }) => tier === 'designated')!;
    const app = await openApp(browser, server, { map: false, path: `/plan?area=${AREA}&pick=facility:${severe.id}` });
    const { page } = app;
    await page.getByRole('radio', { name: say('plan-facility-closed') }).click();
    await page.getByText(/^Nothing planned/).waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.getByRole('table', { name: say('plan-panel-table') }).waitFor();
    const book = await save(page, { in: 'section.table', item: say('export-xlsx') });
    expect(book.suggestedFilename()).toContain(` ${say('export-mark-planned')} `);
    const sheets = sheetsOf(await bytesOf(book));
    const rows = records(sheets.get(say('export-table-villages'))!);
    const [now, before] = ['export-col-minutes-to', 'export-col-before'].map((code) => say(code, care('severe')));
    const told = new Map(coverage.villages.map(({ id, reach }) => [id, reach.severe.seconds]));
    for (const row of rows) {
      const seconds = told.get(row[say('export-col-place-id')]) ?? null;
      expect(row[before]).toBe(seconds === null ? '' : String(Math.ceil(seconds / 60)));
    }
    expect(rows.some((row) => row[now] !== row[before])).toBe(true);
    const about = sheets.get(say('export-about'))!.flat();
    expect(about).toContain(say('export-planned', { count: 1 }));
    expect(about.some((cell) => cell.includes(nameOf(severe.names, 'en')))).toBe(true);

    await page.getByRole('link', { name: say('rail-review') }).click();
    await page.getByRole('radio', { name: say('review-view-villages') }).click();
    const real = await save(page, { item: say('export-xlsx') });
    expect(real.suggestedFilename()).not.toContain(say('export-mark-planned'));
    const saved = sheetsOf(await bytesOf(real));
    expect(saved.get(say('export-about'))!.flat()).toContain(say('export-facts-only'));
    expect(saved.get(say('export-about'))!.flat()).toContain(say('export-filter-far', { minutes: 60 }));
    const far = coverage.villages.filter(({ reach }) => reach.severe.seconds === null || reach.severe.seconds > 3600);
    expect(saved.get(say('export-table-villages'))!.length).toBe(far.length + 1);
  });

  it('hold no count of one or two persons, not even for who may read them', async () => {
    // A village with so few people under red that they could be known by it.
    const token = await server.consoleToken();
    const filter = encodeURIComponent(`area="${AREA}"`);
    const listed = await server.send('GET', `/api/collections/people_counts/records?filter=${filter}&perPage=1`, {
      token
    });
    const [{ id, version, villageId }] = listed.body.items;
    const body = { red: 2, yellow: 9, green: 8, version };
    expect((await server.send('PATCH', `/api/collections/people_counts/records/${id}`, { token, body })).status).toBe(
      200
    );
    const admin = await fetchSituation(connectTo(server.url, await server.demoToken('admin')), AREA);
    expect([...admin.peopleCounts.values()].find((count) => count.villageId === villageId)?.red).toBe(2);
    const { page } = await openApp(browser, server, { role: 'admin', map: false, path: `/plan?area=${AREA}` });
    const sheets = sheetsOf(await bytesOf(await save(page, { in: 'aside.drawer', item: say('export-xlsx') })));
    const [header, ...rows] = sheets.get(say('export-table-people'))!;
    expect(rows.length).toBe(admin.peopleCounts.size);
    const counts = COUNT_FIELDS.map((field) => header.indexOf(say(`export-count-${field}`)));
    expect(counts.every((at) => at > 0)).toBe(true);
    for (const row of rows) for (const at of counts) expect(['1', '2']).not.toContain(row[at]);
    const own = records([header, ...rows]).find((row) => row[say('export-col-place-id')] === villageId)!;
    expect(own[say('export-count-red')]).toBe('<3');
    // What would tell it goes with it: the sum of the labels is known.
    expect(own[say('export-count-green')]).toBe('<3');
  });

  it('of Dispatch list every vehicle, ranked and on the board, and nobody who drives', async () => {
    const village = [...facts.situation.villages.values()].find(({ lon }) => lon !== null)!;
    const path = `/dispatch?area=${AREA}&pick=village:${village.id}`;
    const { page } = await openApp(browser, server, { role: 'dispatcher', map: false, path });
    const ranking = page.getByRole('region', { name: say('dispatch-ranking') });
    await expect.poll(() => ranking.getByRole('option').count(), WAIT).toBe(facts.situation.vehicles.size);
    const calls = await ranking
      .getByRole('option')
      .evaluateAll((all) => all.map((row) => row.querySelector('strong')!.textContent));
    const ranked = await bytesOf(await save(page, { in: '.rank', item: say('export-xlsx') }));
    const rows = records(sheetsOf(ranked).get(say('dispatch-ranking'))!);
    expect(rows.map((row) => row[say('dispatch-vehicle')])).toEqual(calls);
    const board = await bytesOf(await save(page, { in: '.board', item: say('export-csv') }));
    const shown = Papa.parse<Record<string, string>>(board.toString('utf8').slice(1), {
      header: true,
      skipEmptyLines: true
    });
    expect(shown.data.map((row) => row[say('dispatch-vehicle')]).sort()).toEqual(
      [...facts.situation.vehicles.values()].map(({ callSign }) => callSign).sort()
    );
    const drivers = [...facts.situation.crews.values()].map(({ driver }) => driver).filter((name) => name.length > 2);
    expect(drivers.length).toBeGreaterThan(0);
    const inside = [...sheetsOf(ranked).values()].flat(2).join('|') + board.toString('utf8');
    for (const driver of drivers) expect(inside).not.toContain(driver);
  });
});

describe('layers', () => {
  it('as GeoJSON and KML bear the same villages with the command line’s minutes, names in both languages', async () => {
    const { page, watch } = await openApp(browser, server, { path: `/plan?area=${AREA}` });
    await mapReady(page);
    const file = await bytesOf(await save(page, { in: 'aside.drawer', item: say('export-geojson') }));
    const parsed = JSON.parse(file.toString('utf8')) as {
      type: string;
      about: string[][];
      features: {
        id: string;
        geometry: { type: string; coordinates: number[] } | null;
        properties: Record<string, unknown>;
      }[];
    };
    expect(parsed.type).toBe('FeatureCollection');
    expect(parsed.about.flat().join()).toContain('OpenStreetMap');
    const of = (layer: string) => parsed.features.filter(({ properties }) => properties.layer === layer);
    expect(of('facilities').length).toBe(facts.situation.facilities.size);
    expect(of('vehicles').length).toBe(facts.situation.vehicles.size);
    expect(of('closures').length).toBe(facts.situation.closures.size);
    for (const { geometry } of of('closures')) expect(geometry?.type).toMatch(/LineString$/);
    const villages = new Map(of('villages').map((each) => [each.id, each]));
    for (const { id, persons, reach } of coverage.villages) {
      const { geometry, properties } = villages.get(id)!;
      const village = facts.situation.villages.get(id as never)!;
      expect([properties.residents, properties.name_en ?? properties.name]).toEqual([
        persons,
        nameOf(village.names, 'en')
      ]);
      for (const level of LEVELS) {
        const { seconds } = reach[level];
        const at = level.replaceAll('-', '_');
        expect(properties[`minutes_${at}`]).toBe(seconds === null ? null : Math.ceil(seconds / 60));
      }
      if (village.lon !== null) {
        expect(geometry!.coordinates[0]).toBeCloseTo(village.lon, 6);
        expect(geometry!.coordinates[1]).toBeCloseTo(village.lat!, 6);
      }
    }
    const classes = of('coverage').reduce((sum, { properties }) => sum + Number(properties.villages), 0);
    expect(classes).toBe(coverage.villages.length);

    const kml = (await bytesOf(await save(page, { in: 'aside.drawer', item: say('export-kml') }))).toString('utf8');
    expect((kml.match(/<Placemark>/g) ?? []).length).toBe(parsed.features.length);
    expect((kml.match(/<Style id=/g) ?? []).length).toBeGreaterThan(4);
    expect(kml).not.toMatch(/<href>|undefined|NaN/);
    expectClean(watch, server.url);
  });
});

/** Share of the colours of some pixels that lie near one of the palette's. */
function has(png: PNG, box: { left: number; top: number; right: number; bottom: number }, wanted: Rgb): number {
  let found = 0;
  for (let y = Math.floor(box.top * png.height); y < box.bottom * png.height; y++) {
    for (let x = Math.floor(box.left * png.width); x < box.right * png.width; x++) {
      const at = (y * png.width + x) * 4;
      if (colourGap([png.data[at], png.data[at + 1], png.data[at + 2]], wanted) <= 4) found++;
    }
  }
  return found;
}

describe('maps', () => {
  it('as PNG bear the ground, the villages and a legend at 288 dots an inch', async () => {
    const { page, watch } = await openApp(browser, server, { theme: 'dark', path: `/plan?area=${AREA}` });
    await mapReady(page);
    const download = await save(page, { in: 'aside.drawer', item: say('export-png') });
    expect(download.suggestedFilename()).toMatch(/^Grande Comore .*UTC\+00-00 sample\.png$/);
    const bytes = await bytesOf(download);
    const png = PNG.sync.read(bytes);
    const perMetre = bytes.readUInt32BE(bytes.indexOf('pHYs') + 4);
    expect(Math.round(perMetre * 0.0254)).toBe(288);
    // 297 × 210 mm.
    expect([png.width, png.height]).toEqual([3369, 2382]);
    const { sea, land, min1, min2, min3, tier4, s1 } = PALETTES.light;
    const map = { left: 0.1, top: 0.2, right: 0.75, bottom: 0.92 };
    for (const colour of [sea, land, min1, min2, min3]) expect(has(png, map, hexRgb(colour))).toBeGreaterThan(500);
    const legend = { left: 0.78, top: 0.15, right: 0.98, bottom: 0.6 };
    for (const colour of [min1, min2, min3, tier4]) expect(has(png, legend, hexRgb(colour))).toBeGreaterThan(200);
    // Paper is white, whatever the theme of the screen.
    expect(has(png, { left: 0, top: 0, right: 1, bottom: 0.02 }, hexRgb(s1))).toBe(3369 * 48);
    expect(await page.locator('[data-map-state="ready"]').count()).toBe(1);
    expectClean(watch, server.url);
  });

  it('are not saved without ground; the screen says that it has none, and has it once the archive can be read', async () => {
    const { page } = await openApp(browser, server, { path: '/review' });
    const archive = '**/basemap.pmtiles';
    await page.route(archive, (route) => route.abort());
    await page.goto(`${server.url}/plan?area=${AREA}`);
    await page.locator('[data-map-state="failed"]').waitFor();
    let saved = false;
    page.once('download', () => (saved = true));
    await page
      .locator('aside.drawer')
      .getByRole('button', { name: say('export'), exact: true })
      .click();
    await page.getByRole('menuitem', { name: say('export-png') }).click();
    await page.getByText(say('export-trouble-map')).waitFor();
    expect(saved).toBe(false);
    await page.unroute(archive);
    await page.getByRole('button', { name: say('map-retry') }).click();
    await mapReady(page);
  });

  it('as PDF have one page of the paper chosen, in the language of the screen', async () => {
    const app = await openApp(browser, server, { role: 'official', language: 'zh-CN', path: `/review?area=${AREA}` });
    const { page } = app;
    await mapReady(page);
    await page.getByRole('button', { name: app.say('export'), exact: true }).click();
    await page.getByRole('menuitemradio', { name: app.say('export-sheet-a4-portrait') }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 240_000 }),
      page.getByRole('menuitem', { name: app.say('export-pdf') }).click()
    ]);
    const bytes = await bytesOf(download);
    const document = await PDFDocument.load(bytes);
    expect(document.getPageCount()).toBe(1);
    const { width, height } = document.getPage(0).getSize();
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    expect(document.getTitle()).toContain(app.say('export-minutes-title', { care: app.say('care-level-severe') }));
    // A picture of the page is in it.
    expect(bytes.length).toBeGreaterThan(300_000);
    expectClean(app.watch, server.url);
  });
});

/** Cards whose words lie outside. */
const overflowing = (page: Page) =>
  page
    .locator('article.card')
    .evaluateAll(
      (all) => all.filter((each) => each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth).length
    );

async function pagesOf(page: Page): Promise<{ count: number; size: number[] }> {
  const document = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const { width, height } = document.getPage(0).getSize();
  return { count: document.getPageCount(), size: [width, height].map((points) => Math.round((points / 72) * 25.4)) };
}

describe('village cards', () => {
  const shownCards = (page: Page) => page.locator('article.card').count();

  it('print one village, a township or all, a page each or four to a sheet, with nothing cut off', async () => {
    const village = [...facts.situation.villages.values()].find(({ lon }) => lon !== null)!;
    const app = await openApp(browser, server, { map: false, path: `/plan?area=${AREA}&pick=village:${village.id}` });
    const { page } = app;
    await page.getByRole('link', { name: say('search-card'), exact: true }).click();
    const card = page.getByRole('article', { name: nameOf(village.names, 'en'), exact: true });
    await card.waitFor();
    expect(await shownCards(page)).toBe(1);
    expect(await pagesOf(page)).toEqual({ count: 1, size: [148, 210] });
    const { seconds } = coverage.villages.find(({ id }) => id === village.id)!.reach.severe;
    const words = (await card.textContent())!;
    expect(words).toContain(say('unit-minutes', { value: Math.ceil(seconds! / 60) }));
    for (const text of ['120', '12345', say('card-role-severe'), say('card-sample'), 'OpenStreetMap']) {
      expect(words).toContain(text);
    }

    await page.goto(`${server.url}/publish/cards?area=${AREA}&town=${village.townshipId}`);
    await areaOpen(page);
    const inTown = [...facts.situation.villages.values()].filter(({ townshipId }) => townshipId === village.townshipId);
    await expect.poll(() => shownCards(page), WAIT).toBe(inTown.length);
    await page.getByRole('radio', { name: 'A6' }).click();
    await page.getByRole('radio', { name: say('cards-languages-both') }).click();
    await expect.poll(() => overflowing(page), WAIT).toBe(0);
    expect(await pagesOf(page)).toEqual({ count: inTown.length, size: [105, 148] });
    expect(await page.locator('article.card').first().textContent()).toContain(translate('zh-CN', 'card-emergency'));

    await page.goto(`${server.url}/publish/cards?area=${AREA}`);
    await areaOpen(page);
    await expect.poll(() => shownCards(page), WAIT).toBe(facts.situation.villages.size);
    expect(await overflowing(page)).toBe(0);
    await page.getByRole('radio', { name: 'A6' }).click();
    await page.getByRole('radio', { name: say('cards-paper-a4', { count: 4 }) }).click();
    await page.locator('.leaf').first().waitFor();
    expect(await pagesOf(page)).toEqual({ count: Math.ceil(facts.situation.villages.size / 4), size: [210, 297] });
    expectClean(app.watch, server.url);
  });

  it('say what is missing and where it is entered; what is entered there stands on them at once', async () => {
    // One township without anybody to call.
    const token = await server.demoToken('admin');
    const filter = encodeURIComponent(`area = "${AREA}" && unit = "${[...facts.situation.townships.keys()][0]}"`);
    const { items } = (await server.send('GET', `/api/collections/posts/records?filter=${filter}`, { token })).body as {
      items: { id: string }[];
    };
    for (const { id } of items) await server.send('DELETE', `/api/collections/posts/records/${id}`, { token });
    const app = await openApp(browser, server, { map: false, path: `/publish/cards?area=${AREA}` });
    const { page } = app;
    const missing = page.getByRole('complementary', { name: say('cards-missing') });
    await missing.getByText(say('cards-fact-contact')).waitFor();
    const link = missing.getByRole('link', { name: say('cards-where-contact') });
    expect(await link.getAttribute('href')).toMatch(/^\/admin\/organisation/);
    const row = missing
      .getByRole('listitem')
      .filter({ hasText: say('cards-fact-address') })
      .first();
    const site = (await row.locator('strong').textContent())!;
    await row.getByRole('button', { name: say('cards-enter') }).click();
    await missing.getByRole('textbox', { name: say('notice-address') }).fill('Rue <b>12</b> & “Nord”');
    await missing.getByRole('button', { name: say('notice-save') }).click();
    await missing.getByRole('listitem').filter({ hasText: site }).waitFor({ state: 'detached' });
    await page.getByText('Rue <b>12</b> & “Nord”').first().waitFor();
    const saved = [...(await facts.fresh()).facilities.values()].find(({ names }) => nameOf(names, 'en') === site);
    expect(saved?.address).toBe('Rue <b>12</b> & “Nord”');
    expectClean(app.watch, server.url);
  });

  it('leave an official nothing to enter, and a reporter the own township alone', async () => {
    const official = await openApp(browser, server, {
      role: 'official',
      map: false,
      path: `/publish/fever?area=${AREA}`
    });
    await official.page.getByRole('region', { name: say('fever-listed') }).waitFor();
    expect(await official.page.getByRole('button', { name: say('cards-enter') }).count()).toBe(0);
    await official.close();
    const reporter = await openApp(browser, server, {
      role: 'reporter',
      map: false,
      path: `/publish/cards?area=${AREA}`
    });
    await expect.poll(() => shownCards(reporter.page), WAIT).toBeGreaterThan(0);
    expect(await shownCards(reporter.page)).toBeLessThan(facts.situation.villages.size);
  });
});

describe('the public list of fever clinics', () => {
  const listed = async () =>
    [...(await facts.fresh()).facilities.values()].filter(
      (site) => site.feverSet && site.published && site.feverOpen && site.open
    );
  const region = (app: App, id: string) => app.page.getByRole('region', { name: say(`fever-${id}`) });

  async function pageFile(app: App): Promise<string> {
    const [download] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('button', { name: say('fever-save-page') }).click()
    ]);
    return (await bytesOf(download)).toString('utf8');
  }

  it('leaves out what is not published or not open, says so to the office alone, and takes in what is made public', async () => {
    const [site, ...others] = await listed();
    const name = nameOf(site.names, 'en');
    const app = await openApp(browser, server, { map: false, path: `/review?area=${AREA}&group=equipment` });
    const { page } = app;
    await page.getByRole('link', { name: say('search-fever') }).click();
    await region(app, 'listed').getByText(name).waitFor();
    const edit = page.getByRole('button', { name: say('notice-form', { site: name }) });
    await edit.click();
    const box = page.getByRole('checkbox', { name: say('notice-published') });
    await box.uncheck();
    await page.getByRole('button', { name: say('notice-save') }).click();
    await region(app, 'kept').getByText(name).waitFor();
    await region(app, 'kept')
      .getByRole('row')
      .filter({ hasText: name })
      .getByText(say('fever-lack-not-published'))
      .waitFor();
    await expect.poll(async () => (await facts.fresh()).facilities.get(site.id)?.published, WAIT).toBe(false);

    const html = await pageFile(app);
    expect(html).not.toContain(name);
    expect(html).not.toContain('<script');
    expect(html).not.toContain(say('fever-lack-not-published'));
    for (const other of others) expect(html).toContain(nameOf(other.names, 'en').replaceAll('&', '&amp;'));
    const csv = (await bytesOf(await save(page, { item: say('export-csv') }))).toString('utf8');
    expect(csv).not.toContain(name);
    expect(csv.trim().split('\r\n').length).toBe(others.length + 1);
    const [map] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('fever-save-geojson') }).click()
    ]);
    const { features } = JSON.parse((await bytesOf(map)).toString('utf8')) as { features: { id: string }[] };
    expect(features.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id as string).sort());

    // What should be open and is not stands in the office's view, and in no file.
    const shut = [...facts.situation.facilities.values()].filter((each) => each.feverSet && !each.feverOpen);
    expect(shut.length).toBeGreaterThan(0);
    for (const each of shut) {
      await region(app, 'kept').getByText(nameOf(each.names, 'en')).waitFor();
      expect(html).not.toContain(nameOf(each.names, 'en'));
    }

    await edit.click();
    await box.check();
    await page.getByRole('button', { name: say('notice-save') }).click();
    await region(app, 'listed').getByText(name).waitFor();
    expect(await pageFile(app)).toContain(name.replaceAll('&', '&amp;'));
    expectClean(app.watch, server.url);
  });
});

it('the command bar opens cards and list by name', async () => {
  const { page } = await openApp(browser, server, { map: false, path: `/plan?area=${AREA}` });
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: say('search-label') }).fill('village cards');
  await page.getByRole('option', { name: say('search-cards') }).click();
  await page.locator('article.card').first().waitFor();
});

it('the menu works by keyboard, and its letters are no commands of the map', async () => {
  const { page } = await openApp(browser, server, { map: false, path: `/plan?area=${AREA}` });
  const trigger = page.locator('aside.drawer').getByRole('button', { name: say('export'), exact: true });
  await trigger.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').first().waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role="menu"]') !== null), WAIT)
    .toBe(true);
  await page.keyboard.press('t');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await page.getByRole('table', { name: say('plan-panel-table') }).count()).toBe(0);
  // The drawer stays, and the keyboard is back where it was.
  expect(await trigger.evaluate((element) => element === document.activeElement)).toBe(true);
});
