import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nameOf } from '../../src/lib/i18n/names';
import { lackOf } from '../../src/lib/core/duty/judge-posts';
import type { Post } from '../../src/lib/core/model/records';
import { areaOpen, expectClean, mapReady, openApp, type App } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { AREA, openFacts, type Facts } from '../helpers/facts';
import { dataTexts, foreignWords, rawKeys, wordsOf } from '../helpers/page-words';
import { mapMiddle } from '../helpers/pixels';
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

const PARTS = ['posts', 'duty', 'zones', 'alliances', 'suppliers'] as const;
type PartName = (typeof PARTS)[number];
const pathOf = (part: PartName) => `/admin/organisation?area=${AREA}&part=${part}`;
const summary = (page: Page) => page.locator('.summary');

const openPart = (role: 'admin' | 'planner' | 'dispatcher' | 'official' | 'reporter', part: PartName) =>
  openApp(browser, server, { role, map: false, path: pathOf(part) });
async function goTo(page: Page, part: PartName): Promise<void> {
  await page
    .getByRole('navigation', { name: say('org-parts') })
    .getByRole('link', { name: new RegExp(`^${say(`org-part-${part}`)}`) })
    .click();
  await page.waitForURL((url) => url.searchParams.get('part') === part);
}
/** Rows of the list of gaps, by what lacks. */
const gapRow = (page: Page, kind: string) =>
  page
    .getByRole('table', { name: say('review-list') })
    .getByRole('row')
    .filter({ hasText: say(kind) });

const titleOf = ({ kind, facilityId, unit }: Pick<Post, 'kind' | 'facilityId' | 'unit'>) => {
  const site = facilityId && facts.situation.facilities.get(facilityId);
  const place = site ? site.names : facts.situation.townships.get(unit)?.names;
  return `${say(`post-kind-${kind}`)} · ${place ? nameOf(place, 'en') : say('org-county')}`;
};
const fill = (page: Page, title: string, field: string) =>
  page.getByRole('textbox', { name: say('org-post-name-of', { field: say(field), post: title }), exact: true });

describe('an administrator mends what an official sees listed', () => {
  it('an empty post, filled, taken back and filled again; no telephone that cannot be dialled', async () => {
    const empty = [...facts.situation.posts.values()].find((post) => lackOf(post) !== null)!;
    const official = await openApp(browser, server, {
      role: 'official',
      map: false,
      path: `/review?area=${AREA}&group=organisation`
    });
    const listed = gapRow(official.page, `gap-post-${empty.kind}`);
    await listed.waitFor();
    await official.page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));

    const admin = await openPart('admin', 'posts');
    const { page } = admin;
    const title = titleOf(empty);
    // Empty ones stand first.
    await page
      .locator('tbody tr')
      .first()
      .filter({ hasText: say('result-post-person') })
      .waitFor();
    const total = await page.locator('tbody tr').count();
    await page.getByRole('button', { name: say('org-post-fill-of', { post: title }) }).click();
    await fill(page, title, 'org-person').fill('Dr Li');
    await fill(page, title, 'org-telephone').fill('ask the porter');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(say('org-telephone-form')).waitFor();
    expect((await facts.fresh()).posts.get(empty.id)).toEqual(empty);
    await fill(page, title, 'org-telephone').fill('023-7555 1234');
    await page.keyboard.press('Enter');
    const edit = page.getByRole('button', { name: say('org-post-edit-of', { post: title }) });
    await edit.waitFor();
    await summary(page)
      .getByText(say('org-posts-summary', { empty: 1, total }))
      .waitFor();
    await page.getByRole('link', { name: say('call-place', { place: 'Dr Li', telephone: '023-7555 1234' }) }).waitFor();
    await expect.poll(async () => (await facts.fresh()).posts.get(empty.id)?.person, WAIT).toBe('Dr Li');
    await listed.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: say('undo') }).click();
    await listed.waitFor();
    await expect.poll(async () => (await facts.fresh()).posts.get(empty.id)?.person, WAIT).toBe('');
    await page.getByRole('button', { name: say('redo') }).click();
    await listed.waitFor({ state: 'detached' });
    await edit.waitFor();

    // The other one is not on record yet: filling it makes its record.
    await page.getByRole('button', { name: /^Fill the post / }).click();
    await page.locator('input[name="person"]').fill('Wu Min');
    await page.locator('input[name="telephone"]').fill('120');
    await page.getByRole('button', { name: say('org-save') }).click();
    await summary(page)
      .getByText(say('org-posts-summary', { empty: 0, total }))
      .waitFor();
    await gapRow(official.page, 'gap-post-grid').waitFor({ state: 'detached' });
    expect(await official.page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
    for (const { watch } of [admin, official]) expectClean(watch, server.url);
  });

  it('a township without a zone, put into another; the figures of both zones follow', async () => {
    const official = await openApp(browser, server, {
      role: 'official',
      map: false,
      path: `/review?area=${AREA}&group=organisation`
    });
    await areaOpen(official.page);
    const { page } = await openPart('planner', 'zones');
    const { situation } = facts;
    const [from, to] = [...situation.zones.values()].sort((a, b) => b.townshipIds.length - a.townshipIds.length);
    const townId = from.townshipIds[0];
    const town = nameOf(situation.townships.get(townId)!.names, 'en');
    const choice = page.getByRole('combobox', { name: say('org-zone-of', { town }) });
    await choice.selectOption('');
    await gapRow(official.page, 'gap-zone-missing').waitFor();
    await choice.selectOption(to.id);
    await gapRow(official.page, 'gap-zone-missing').waitFor({ state: 'detached' });
    const holders = async () =>
      [...(await facts.fresh()).zones.values()].filter(({ townshipIds }) => townshipIds.includes(townId));
    await expect.poll(async () => (await holders()).map(({ id }) => id), WAIT).toEqual([to.id]);
    const counts = (towns: number) => new RegExp(`^${towns} township`);
    const card = (name: string) => page.getByRole('article').filter({ hasText: name });
    await card(nameOf(to.names, 'en'))
      .getByText(counts(to.townshipIds.length + 1))
      .waitFor();
    await card(nameOf(from.names, 'en'))
      .getByText(counts(from.townshipIds.length - 1))
      .waitFor();
  });

  it('a form opened before the one before it was saved stays, with what is typed in it', async () => {
    const { page } = await openPart('planner', 'zones');
    const [one, other] = [...facts.situation.zones.values()];
    const nameOfZone = (zone: typeof one) => nameOf(zone.names, 'en');
    const edit = async (zone: typeof one) => {
      const card = page.getByRole('article').filter({ hasText: nameOfZone(zone) });
      await card.getByRole('button', { name: say('org-edit') }).click();
      const form = page.getByRole('complementary', { name: nameOfZone(zone), exact: true });
      return { form, name: form.getByLabel(say('org-name'), { exact: true }) };
    };
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/api/collections/zones/records/*', async (route) => {
      if (route.request().method() === 'PATCH') await held;
      await route.continue();
    });
    const first = await edit(one);
    await first.name.fill('First of two');
    await page.keyboard.press('Enter');
    const second = await edit(other);
    await second.name.fill('Half typ');
    const answered = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    release();
    await answered;
    await page.evaluate(async () => {
      for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
    });
    expect((await facts.fresh()).zones.get(one.id)!.names.local).toBe('First of two');
    expect(await second.name.inputValue()).toBe('Half typ');
  });

  it('open hours of the roster, closed from the list; a shift repeated daily comes and goes as one', async () => {
    const official = await openApp(browser, server, {
      role: 'official',
      map: false,
      path: `/review?area=${AREA}&group=organisation`
    });
    const listed = gapRow(official.page, 'gap-duty-uncovered');
    await listed.waitFor();
    const { page } = await openPart('dispatcher', 'duty');
    const spans = page.getByRole('region', { name: say('org-duty-spans') });
    const shifts = facts.situation.dutyShifts.size;
    const save = async (name: string) => {
      await page.getByLabel(say('org-person'), { exact: true }).fill(name);
      await page.getByRole('button', { name: say('org-save') }).click();
      await page.getByRole('complementary').waitFor({ state: 'detached' });
    };
    await spans.getByRole('button').first().waitFor();
    // As many as there are; each is at most a day long.
    let closed = 0;
    for (const left = spans.getByRole('button'); (await left.count()) > 0; closed += 1) {
      const before = await spans.textContent();
      await left.first().click();
      await save(`Night ${closed}`);
      await expect.poll(() => spans.textContent(), WAIT).not.toBe(before);
    }
    expect(closed).toBeGreaterThan(0);
    await summary(page)
      .getByText(/^Somebody is on duty every hour until /)
      .waitFor();
    await listed.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: say('org-shift-new') }).click();
    const begin = await page.locator('input[name="from"]').inputValue();
    await page.getByRole('radio', { name: say('org-shift-repeat-daily') }).click();
    const last = new Date(Date.parse(`${begin.slice(0, 10)}T00:00Z`) + 4 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel(say('org-shift-repeat-until')).fill(last);
    await page.getByText(say('org-shift-repeat-count', { count: 5, most: 0 })).waitFor();
    await save('Second line');
    const named = async () =>
      [...(await facts.fresh()).dutyShifts.values()].filter(({ person }) => person === 'Second line').length;
    await expect.poll(named, WAIT).toBe(5);
    await page.getByRole('button', { name: say('undo') }).click();
    await expect.poll(named, WAIT).toBe(0);
    expect((await facts.fresh()).dutyShifts.size).toBe(shifts + closed);
  });

  it('a depot, added at a site and moved by a click on the map', async () => {
    const admin = await openApp(browser, server, { role: 'admin', path: pathOf('suppliers') });
    const { page } = admin;
    await mapReady(page);
    await page.getByRole('button', { name: say('org-suppliers-add'), exact: true }).click();
    const form = page.getByRole('complementary', { name: say('org-supplier-new') });
    await form.getByLabel(say('org-supplier-kind')).selectOption('depot');
    await form.getByRole('button', { name: say('org-save') }).click();
    await form.getByRole('alert').getByText(say('org-name-missing')).waitFor();
    await form.getByLabel(say('org-name'), { exact: true }).fill('Second depot');
    await form.getByLabel(say('org-telephone')).fill('000 99');
    await form.getByRole('radio', { name: say('org-place-site') }).click();
    const site = [...facts.situation.facilities.values()].find(({ tier }) => tier === 'township-hospital')!;
    await form.getByRole('combobox', { name: say('org-place-site') }).selectOption(site.id);
    await form.getByText(say('org-place-shown', { lat: site.lat!.toFixed(5), lon: site.lon!.toFixed(5) })).waitFor();
    await form.getByRole('button', { name: say('org-save') }).click();
    await form.waitFor({ state: 'detached' });
    const held = async () =>
      [...(await facts.fresh()).suppliers.values()].find(({ names }) => names.local === 'Second depot');
    await expect.poll(async () => (await held())?.lon, WAIT).toBe(site.lon);
    await summary(page)
      .getByText(/2 depots/)
      .waitFor();

    await page.getByRole('button', { name: say('org-supplier-edit-of', { name: 'Second depot' }) }).click();
    await page.getByRole('complementary', { name: 'Second depot' }).waitFor();
    await mapReady(page);
    const { x, y } = await mapMiddle(page);
    await page.mouse.click(x + 40, y + 30);
    await expect
      .poll(async () => (await page.getByRole('group', { name: say('org-supplier-place') }).textContent()) ?? '', WAIT)
      .not.toContain(site.lon!.toFixed(5));
    await page.getByRole('button', { name: say('org-save') }).click();
    await expect.poll(async () => (await held())?.lon === site.lon, WAIT).toBe(false);
    expect((await held())!.lat).not.toBe(site.lat);
    expectClean(admin.watch, server.url);
  });

  it('coordinates of a map maker are turned into GPS ones', async () => {
    const { page } = await openPart('planner', 'suppliers');
    await page.getByRole('button', { name: say('org-suppliers-add'), exact: true }).click();
    await page.getByRole('radio', { name: say('org-place-typed') }).click();
    await page.getByLabel(say('org-place-lon')).fill('108.7');
    await page.getByLabel(say('org-place-lat')).fill('north');
    await page.getByRole('button', { name: say('org-place-take') }).click();
    await page.getByRole('alert').getByText(say('org-place-fault')).waitFor();
    await page.getByLabel(say('org-place-lat')).fill('28°50′30″N');
    await page.getByLabel(say('org-place-crs')).selectOption('gcj02');
    await page.getByRole('button', { name: say('org-place-take') }).click();
    const shown = page.getByRole('group', { name: say('org-supplier-place') }).getByText(/^\d+\.\d{5}, \d+\.\d{5}/);
    const [lat, lon] = (await shown.textContent())!.match(/-?\d+\.\d+/g)!.map(Number);
    // Some 550 m off there.
    expect(Math.abs(lon - 108.7)).toBeGreaterThan(0.003);
    expect(Math.abs(lat - (28 + 50.5 / 60))).toBeGreaterThan(0.001);
    expect(Math.hypot(lon - 108.7, lat - (28 + 50.5 / 60))).toBeLessThan(0.01);
  });
});

describe('two desks', () => {
  it('that change one post: another field joins, the same field is told to the later one, whose words stay', async () => {
    const post = [...(await facts.fresh()).posts.values()].find((each) => lackOf(each) === null)!;
    const title = titleOf(post);
    const desks = await Promise.all([openPart('admin', 'posts'), openPart('admin', 'posts')]);
    const [first, second] = desks.map(({ page }) => page);
    for (const page of [first, second])
      await page.getByRole('button', { name: say('org-post-edit-of', { post: title }) }).click();

    await fill(first, title, 'org-telephone').fill('111 111');
    await first.getByRole('button', { name: say('org-save') }).click();
    await expect.poll(async () => (await facts.fresh()).posts.get(post.id)?.telephone, WAIT).toBe('111 111');
    // The second desk hears of it while it is still typing: what the first does next stands there already.
    const next = [...facts.situation.posts.values()].find((each) => lackOf(each) === null && each.id !== post.id)!;
    await first.getByRole('button', { name: say('org-post-edit-of', { post: titleOf(next) }) }).click();
    await fill(first, titleOf(next), 'org-telephone').fill('444 444');
    await first.getByRole('button', { name: say('org-save') }).click();
    await second.getByRole('link', { name: /444 444/ }).waitFor();
    await fill(second, title, 'org-deputy').fill('Deputy of two');
    await second.getByRole('button', { name: say('org-save') }).click();
    await expect
      .poll(async () => {
        const { telephone, deputy } = (await facts.fresh()).posts.get(post.id)!;
        return { telephone, deputy };
      }, WAIT)
      .toEqual({ telephone: '111 111', deputy: 'Deputy of two' });

    for (const page of [first, second])
      await page.getByRole('button', { name: say('org-post-edit-of', { post: title }) }).click();
    await fill(first, title, 'org-telephone').fill('222 222');
    await first.getByRole('button', { name: say('org-save') }).click();
    await expect.poll(async () => (await facts.fresh()).posts.get(post.id)?.telephone, WAIT).toBe('222 222');
    await fill(second, title, 'org-telephone').fill('333 333');
    await second.getByRole('button', { name: say('org-save') }).click();
    await second.getByText(say('trouble-conflict')).waitFor();
    const row = second.getByRole('row', { name: new RegExp(`^${say('conflict-field-telephone')} 222`) });
    expect((await row.getByRole('cell').allTextContents()).map((text) => text.trim())).toEqual(['222 222', '333 333']);
    expect(await fill(second, title, 'org-telephone').inputValue()).toBe('333 333');
    expect((await facts.fresh()).posts.get(post.id)?.telephone).toBe('222 222');
  });
});

describe('roles and hands', () => {
  it('an official reads all and changes nothing; a reporter has the own unit’s posts and duty', async () => {
    const official = await openPart('official', 'posts');
    for (const part of PARTS) {
      await goTo(official.page, part);
      await summary(official.page).getByText(say('org-read-only')).waitFor();
      const acts = /^(Edit|Fill|Add|New|Further)/;
      expect(await official.page.locator('.part').getByRole('button', { name: acts }).count()).toBe(0);
    }
    const reporter = await openPart('reporter', 'posts');
    const { page } = reporter;
    const users = await server.send('GET', '/api/collections/users/records', {
      token: await server.demoToken('reporter')
    });
    const { unit } = users.body.items[0] as { unit: string };
    const own = [...facts.situation.posts.values()].filter((post) => post.unit === unit);
    await expect.poll(() => page.locator('tbody tr').count(), WAIT).toBeGreaterThanOrEqual(own.length);
    const town = nameOf(facts.situation.townships.get(unit as never)!.names, 'en');
    const units = await page.locator('tbody tr td:nth-child(3)').allTextContents();
    expect(new Set(units.map((text) => text.trim()))).toEqual(new Set([town]));
    const mine = own.find((post) => post.kind === 'responsible')!;
    await page.getByRole('button', { name: say('org-post-edit-of', { post: titleOf(mine) }) }).click();
    await fill(page, titleOf(mine), 'org-deputy').fill('By the unit');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await facts.fresh()).posts.get(mine.id)?.deputy, WAIT).toBe('By the unit');
    // The rail offers the page, and nothing of accounts.
    const tabs = page.getByRole('navigation', { name: say('admin-tabs') });
    expect(await tabs.getByRole('link').allTextContents()).toHaveLength(1);
  });

  it('the roster by keyboard alone: arrows go through the shifts, Enter opens, N adds', async () => {
    const { page } = await openPart('admin', 'duty');
    const bars = page.locator('figure button');
    await bars.first().waitFor();
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const labels = await bars.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
    // One stop for Tab, the arrows go on from there.
    expect(await page.locator('figure button[tabindex="0"]').count()).toBe(1);
    await page.locator('figure button[tabindex="0"]').focus();
    expect(await label()).toBe(labels[0]);
    await page.keyboard.press('ArrowRight');
    expect(await label()).toBe(labels[1]);
    await page.keyboard.press('End');
    expect(await label()).toBe(labels.at(-1));
    await page.keyboard.press('ArrowUp');
    expect(await label()).not.toBe(labels.at(-1));
    await page.keyboard.press('Enter');
    await page
      .getByRole('complementary')
      .getByRole('button', { name: say('org-remove') })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await page.locator('figure button[tabindex="0"]').focus();
    await page.keyboard.press('n');
    await page.getByRole('complementary', { name: say('org-shift-new') }).waitFor();
  });

  it.each(['en', 'zh-CN'] as const)('every part is worded, %s', async (language) => {
    const app: App = await openApp(browser, server, { role: 'admin', language, map: false, path: pathOf('posts') });
    const data = dataTexts(await facts.fresh());
    for (const part of PARTS) {
      await app.page.goto(`${server.url}${pathOf(part)}`);
      await areaOpen(app.page);
      await summary(app.page).waitFor();
      const words = await wordsOf(app.page);
      expect({ part, keys: rawKeys(words, data), foreign: foreignWords(words, language, data) }).toEqual({
        part,
        keys: [],
        foreign: []
      });
      const wide = await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
    expectClean(app.watch, server.url);
  });
});
