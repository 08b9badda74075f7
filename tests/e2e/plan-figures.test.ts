import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { number } from '../../src/lib/i18n/format';
import { nameOf } from '../../src/lib/i18n/names';
import { ROAD_CLASSES } from '../../src/lib/core/network/network';
import { minuteColours, PALETTES } from '../../src/lib/map/palette';
import { expectClean, mapReady, openApp, type App } from '../helpers/app';
import { launchBrowser } from '../helpers/browser';
import { AREA, openFacts, type CoverageAnswer, type Facts } from '../helpers/facts';
import { colourGap, hexRgb, mapMiddle, onMap, readPixels } from '../helpers/pixels';
import { closeTable, expectedRows, expectTable, goTo, openTable, say, tableRows, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

let browser: Browser;
let server: TestServer;
let facts: Facts;
let coverage: CoverageAnswer;
let app: App;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
  coverage = await facts.ask<CoverageAnswer>('coverage', '--thresholds', '15,30,60,120');
  app = await openApp(browser, server, { map: false });
});
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** Straight metres between two places, near enough for choosing. */
function metresApart(a: { lon: number | null; lat: number | null }, b: { lon: number | null; lat: number | null }) {
  if (a.lon === null || a.lat === null || b.lon === null || b.lat === null) return Infinity;
  return Math.hypot((a.lon - b.lon) * 109_000, (a.lat - b.lat) * 110_600);
}

/** Whether no symbol or village lies within the metres. */
function alone(place: { lon: number | null; lat: number | null }, metres: number): boolean {
  const { villages, facilities, vehicles } = facts.situation;
  return [...villages.values(), ...facilities.values(), ...vehicles.values()].every(
    (each) => each === place || metresApart(each, place) > metres
  );
}

it.each(['dark', 'light'] as const)('villages of every class are drawn in its colour, %s', async (theme) => {
  const own = await openApp(browser, server, { theme });
  const colours = minuteColours(PALETTES[theme]);
  const limits = coverage.thresholds;
  const known = coverage.villages.flatMap(({ id, reach }) => {
    const { seconds } = reach.severe;
    const village = facts.situation.villages.get(id as never)!;
    if (seconds === null || !alone(village, 400)) return [];
    const index = limits.findIndex((limit) => seconds <= limit * 60);
    return [{ lon: village.lon!, lat: village.lat!, step: index === -1 ? limits.length : index }];
  });
  const unseen = new Set(known.map(({ step }) => step));
  expect(unseen.size).toBeGreaterThanOrEqual(4);
  while (unseen.size > 0) {
    const { lon, lat } = known.find(({ step }) => unseen.has(step))!;
    await goTo(own, server.url, `area=${AREA}&at=${lon},${lat},12`);
    await mapReady(own.page);
    const middle = await mapMiddle(own.page);
    const placed = known.map((village) => ({ ...village, ...onMap(village, { lon, lat, zoom: 12 }, middle) }));
    // Panels cast a shadow on what is beside them.
    const inSight = await own.page.evaluate(
      (places) =>
        places.filter(({ x, y }) =>
          [-40, 0, 40].every((dx) =>
            [-40, 0, 40].every((dy) =>
              document.elementFromPoint(x + dx, y + dy)?.closest('.maplibregl-canvas-container')
            )
          )
        ),
      placed
    );
    expect(inSight.length).toBeGreaterThan(1);
    const wrong = async () => {
      const pixel = await readPixels(own.page);
      return inSight.filter(({ x, y, step }) => colourGap(pixel(x, y), hexRgb(colours[step])) > 6);
    };
    await expect.poll(wrong, WAIT).toEqual([]);
    for (const { step } of inSight) unseen.delete(step);
  }
  await own.close();
});

it('roads are drawn where they lie, in the colour of their class', async () => {
  const { network } = facts;
  const palette = PALETTES.light;
  const own = await openApp(browser, server, { theme: 'light' });
  const wanted = { primary: palette.roadP, secondary: palette.roadS };
  for (const [name, colour] of Object.entries(wanted)) {
    const roadClass = ROAD_CLASSES.indexOf(name as (typeof ROAD_CLASSES)[number]);
    const middle = (edge: number) => {
      const [a, b] = [network.edgeFrom[edge], network.edgeTo[edge]];
      return {
        lon: (network.nodeLonE7[a] + network.nodeLonE7[b]) / 2e7,
        lat: (network.nodeLatE7[a] + network.nodeLatE7[b]) / 2e7
      };
    };
    const edges = Array.from({ length: network.edgeCount }, (_, edge) => edge)
      .filter((edge) => network.wayClass[network.edgeWay[edge]] === roadClass && alone(middle(edge), 400))
      .sort((a, b) => network.edgeLengthMm[b] - network.edgeLengthMm[a]);
    expect(edges.length).toBeGreaterThan(3);
    const { lon, lat } = middle(edges[0]);
    await goTo(own, server.url, `area=${AREA}&at=${lon},${lat},16`);
    await mapReady(own.page);
    const { x, y } = await mapMiddle(own.page);
    // The address keeps five decimals, up to half a pixel here.
    const nearest = (pixel: Awaited<ReturnType<typeof readPixels>>) =>
      Math.min(...[-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => colourGap(pixel(x + dx, y + dy), hexRgb(colour)))));
    await expect.poll(async () => nearest(await readPixels(own.page)), WAIT).toBeLessThanOrEqual(8);
  }
  await own.close();
});

it('minutes, people, road and facility of every village are those of the command line', async () => {
  await openTable(app.page);
  const rows = await tableRows(app.page);
  expect(rows.length).toBe(coverage.villages.length);
  await expectTable(app.page, expectedRows(coverage, facts.situation));
  await closeTable(app.page);
});

it('the legend counts what the command line counts, and its figures say how they were made', async () => {
  const all = coverage.levels.find(({ careLevel }) => careLevel === 'severe')!.all;
  const before = (i: number) => (i > 0 ? all.within[i - 1] : { villages: 0, persons: 0 });
  const expected = [
    ...all.within.map((upTo, i) => [upTo.villages - before(i).villages, upTo.persons - before(i).persons]),
    [all.beyond.villages, all.beyond.persons],
    [all.noWay.villages, all.noWay.persons],
    [all.villages, all.persons]
  ].map((row) => row.map((value) => number(value, 0, 'en')));
  const legend = app.page.locator('section.legend table');
  const shown = await legend
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!.trim())));
  expect(shown).toEqual(expected);
  await legend.locator('tbody button').first().click();
  await app.page.getByRole('complementary').getByText(say('explain-label')).first().waitFor();
  await expect.poll(() => app.page.getByRole('complementary').textContent(), WAIT).toContain(expected[0][1]);
});

it('another season, vehicle, care level and other limits give the command line’s figures', async () => {
  const { page } = app;
  const choose = async (label: string, choice: string) => {
    await page.getByRole('combobox', { name: new RegExp(`^${say(label)}: `) }).click();
    await page.getByRole('option', { name: say(choice), exact: true }).click();
  };
  await openTable(page);
  await choose('bar-season', 'season-wet');
  await expectTable(page, expectedRows(await facts.ask('coverage', '--season', 'wet'), facts.situation));
  await choose('bar-vehicle', 'vehicle-class-motorcycle');
  const options = ['--season', 'wet', '--vehicle', 'motorcycle'];
  const motorcycle = await facts.ask<CoverageAnswer>('coverage', ...options, '--thresholds', '20,45');
  await expectTable(page, expectedRows(motorcycle, facts.situation));
  await choose('bar-care-level', 'care-level-township');
  await expectTable(page, expectedRows(motorcycle, facts.situation, 'township'));
  expect(new URL(page.url()).searchParams.get('season')).toBe('wet');

  await goTo(app, server.url, `area=${AREA}&season=wet&vehicle=motorcycle&care=township&limits=20,45`);
  const { within, beyond } = motorcycle.levels.find(({ careLevel }) => careLevel === 'township')!.all;
  const people = [within[0].persons, within[1].persons - within[0].persons, beyond.persons];
  await expect
    .poll(
      async () =>
        (await page.locator('section.legend tbody .people').allTextContents()).slice(0, 3).map((text) => text.trim()),
      WAIT
    )
    .toEqual(people.map((value) => number(value, 0, 'en')));
});

it('a village’s drawer names the referral target and minutes of the command line', async () => {
  const { page } = app;
  const sampled = coverage.villages.filter(({ reach }) => reach.severe.seconds !== null).filter((_, i) => i % 40 === 7);
  expect(sampled.length).toBeGreaterThanOrEqual(2);
  for (const { id, reach } of sampled) {
    const village = facts.situation.villages.get(id as never)!;
    await goTo(app, server.url, `area=${AREA}&pick=village:${id}`);
    const drawer = page.getByRole('complementary', { name: nameOf(village.names, 'en') });
    await drawer.waitFor();
    const minutes = say('unit-minutes', { value: Math.ceil(reach.severe.seconds! / 60) });
    await drawer
      .getByRole('row', { name: new RegExp(say('care-level-severe')) })
      .getByText(minutes)
      .waitFor();
    const answer = await facts.ask<{ target: { facilityId: string; ms: number } | null }>(
      'refer',
      ...['--village', id, '--grade', 'severe']
    );
    const target = facts.situation.facilities.get(answer.target!.facilityId as never)!;
    const referral = drawer.getByRole('region', { name: say('plan-referral') });
    await referral.getByText(nameOf(target.names, 'en')).first().waitFor();
    const shown = await referral.locator('button.strong').textContent();
    expect(shown).toContain(say('unit-minutes', { value: Math.ceil(answer.target!.ms / 60_000) }));
  }
});

it('search finds a village by name without accents, and by pinyin where it has a Chinese name', async () => {
  const village = [...facts.situation.villages.values()].find(({ names }) => /[éèô]/.test(names.local))!;
  const plainName = village.names.local.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const { page } = app;
  const find = async (typed: string, found: string) => {
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: say('search-label') }).fill(typed);
    await page.getByRole('option', { name: found }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: nameOf(village.names, 'en') }).waitFor();
  };
  await find(plainName, nameOf(village.names, 'en'));

  const token = await server.consoleToken();
  const filter = encodeURIComponent(`area="${AREA}" && key="${village.id}"`);
  const listed = await server.send('GET', `/api/collections/villages/records?filter=${filter}`, { token });
  const record = listed.body.items[0];
  const answer = await server.send('PATCH', `/api/collections/villages/records/${record.id}`, {
    token,
    body: { names: { ...village.names, zh: '绿山村' }, version: record.version }
  });
  expect(answer.status).toBe(200);
  await goTo(app, server.url, `area=${AREA}`);
  await find('lushancun', nameOf(village.names, 'en'));
  await expect.poll(() => new URL(page.url()).searchParams.get('pick'), WAIT).toBe(`village:${village.id}`);
});

it('a link reopens the view: settings, place, what was picked', async () => {
  const village = [...facts.situation.villages.values()].find(({ lon }) => lon !== null)!;
  const search = `area=${AREA}&season=wet&at=${village.lon!.toFixed(5)},${village.lat!.toFixed(5)},13.00&pick=village:${village.id}`;
  const own = await openApp(browser, server, { path: `/plan?${search}` });
  await mapReady(own.page);
  await own.page.getByRole('complementary', { name: nameOf(village.names, 'en') }).waitFor();
  await own.page.getByRole('combobox', { name: `${say('bar-season')}: ${say('season-wet')}` }).waitFor();
  const kept = new URL(own.page.url()).searchParams;
  expect(kept.get('at')).toBe(`${village.lon!.toFixed(5)},${village.lat!.toFixed(5)},13.00`);
  expect(kept.get('pick')).toBe(`village:${village.id}`);
  await own.close();
});

it('nothing was refused, failed or asked for elsewhere', () => {
  expectClean(app.watch, server.url);
});
