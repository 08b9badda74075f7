import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lackOf } from '../../src/lib/core/duty/judge-posts';
import type { Facility } from '../../src/lib/core/model/records';
import { localDay } from '../../src/lib/core/report/local-time';
import { reportForm } from '../../src/lib/core/report/report-form';
import { compareRulePacks } from '../../src/lib/core/rules/compare-rule-packs';
import { activeRulePack, readRulePack } from '../../src/lib/core/rules/rule-pack';
import { number } from '../../src/lib/i18n/format';
import { nameOf } from '../../src/lib/i18n/names';
import { expectClean, openApp, type App } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { AREA, openFacts, type CoverageAnswer, type Facts } from '../helpers/facts';
import { editElsewhere } from '../helpers/other-desk';
import { dataTexts, foreignWords, rawKeys, wordsOf } from '../helpers/page-words';
import { say, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

interface MedicinesAnswer {
  packVersion: string;
  today: string;
  sites: { facilityId: string; medicineId: string; requiredDays: number; failingLimb: string | null; status: string }[];
}

let browser: Browser;
let server: TestServer;
let facts: Facts;
/** Clinics of the reporter's unit whose form holds a count of people. */
let clinics: Facility[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
  const { unit } = (await server.send('POST', '/api/greenlane/demo/reporter')).body.record;
  clinics = [...facts.situation.facilities.values()].filter(
    (site) =>
      site.unit === unit && site.open && reportForm(facts.situation, site.id).items.some(({ kind }) => kind === 'count')
  );
  expect(clinics.length).toBeGreaterThan(1);
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const rulesPage = `/admin/rules?area=${AREA}`;
const drawer = (page: Page, name: string) => page.getByRole('complementary', { name });
const ruleRow = (page: Page, rule: string) => page.getByRole('row', { name: new RegExp(`^${say(`rule-${rule}`)}`) });
const effect = (page: Page) => page.getByRole('region', { name: say('packs-effect') });

/** Every number of one figure of the effect, before and after. */
async function pair(page: Page, label: string): Promise<string[]> {
  const group = effect(page).getByRole('group', { name: label });
  return group.locator('.figure').allInnerTexts();
}

async function change(page: Page, rule: string, unit: string, value: string, reason: string): Promise<void> {
  await ruleRow(page, rule).click();
  const editor = drawer(page, say(`rule-${rule}`));
  await editor.getByLabel(say('packs-edit-value', { unit: say(`rule-unit-${unit}`) })).fill(value);
  await editor.getByLabel(say('packs-reason')).fill(reason);
  await editor.getByRole('button', { name: say('packs-edit-apply') }).click();
  await editor.waitFor({ state: 'detached' });
}

/** Villages and persons beyond a limit of minutes, or without any way, as the command line has them. */
async function beyond(minutes: number): Promise<{ villages: number; persons: number }> {
  const { villages } = await facts.ask<CoverageAnswer>('coverage');
  const far = villages.filter(({ reach: { severe } }) => severe.seconds === null || severe.seconds > minutes * 60);
  return { villages: far.length, persons: far.reduce((sum, each) => sum + each.persons, 0) };
}

/** A report of today with these counts in the first village of the form, and some of the first medicine. */
async function report(clinic: Facility, counts: Record<string, number>): Promise<string> {
  const form = reportForm(facts.situation, clinic.id);
  const pack = activeRulePack(await facts.fresh(), Date.now());
  const village = form.items.flatMap((item) => (item.kind === 'count' ? [item.villageId] : []))[0];
  const [medicine] = form.items.flatMap((item) => (item.kind === 'stock' ? [item.medicineId] : []));
  const lots = [{ lot: 'A1', doses: 160, expiresOn: '2099-01-01' }];
  const reportedOn = localDay(Date.now(), pack);
  const body = {
    facilityId: clinic.id,
    reportedOn,
    reportedAt: new Date().toISOString(),
    noChange: false,
    facility: { oximeters: 1 },
    stock: [{ medicineId: medicine, lots, onOrderDoses: 0, usedToday: 10 }],
    people: [{ villageId: village, counts }],
    vehicles: []
  };
  const answer = await server.send('POST', '/api/greenlane/report', {
    token: await server.demoToken('reporter'),
    body: { key: randomUUID(), area: AREA, report: body }
  });
  expect([answer.status, answer.body.rulePackVersion], JSON.stringify(answer.body)).toEqual([200, pack.version]);
  return reportedOn;
}

const gapsOnReview = async ({ page }: App) =>
  page
    .getByRole('table', { name: say('review-list') })
    .getByRole('row')
    .filter({ hasText: say('gap-days-antipyretic') })
    .count();
const shortByDays = ({ sites }: MedicinesAnswer) => {
  const antipyretics = [...facts.situation.medicines.values()].filter((each) => each.medicineClass === 'antipyretic');
  return sites.filter(
    ({ medicineId, failingLimb, status }) =>
      failingLimb === 'days' && status === 'red' && antipyretics.some(({ id }) => id === medicineId)
  ).length;
};

describe('rule packs', () => {
  it('a draft is tried, published, and every screen and the command line go by it without a reload', async () => {
    const [oldClinic, newClinic] = clinics;
    const day = await report(oldClinic, { red: 1, yellow: 20, green: 30, contactsDone: 43, returnees: 8 });
    const before = { far: await beyond(60), medicines: await facts.ask<MedicinesAnswer>('medicines') };
    expect(before.medicines.packVersion).toBe('2023-1');
    const wanted = { far: await beyond(45) };
    expect(wanted.far.villages).toBeGreaterThan(before.far.villages);

    const review = await openApp(browser, server, { role: 'official', map: false, path: `/review?area=${AREA}` });
    const plan = await openApp(browser, server, { role: 'planner', map: false, path: `/plan?area=${AREA}` });
    await expect.poll(() => gapsOnReview(review), WAIT).toBe(shortByDays(before.medicines));
    const admin = await openApp(browser, server, { role: 'admin', map: false, path: rulesPage });
    const { page } = admin;
    await page.getByText(say('packs-title'), { exact: true }).first().waitFor();
    await page.getByRole('button', { name: say('packs-draft-new') }).click();
    const draft = page.getByRole('complementary').filter({ hasText: say('packs-head-day') });
    const version = await draft.getByLabel(say('packs-head-version')).inputValue();

    // A wrong value is told with its rule and the cure, and is not kept.
    await ruleRow(page, 'stock-days').click();
    const editor = drawer(page, say('rule-stock-days'));
    await editor.getByLabel(say('packs-edit-value', { unit: say('rule-unit-days') })).fill('two weeks');
    const fault = say('packs-fault-of', { rule: say('rule-stock-days'), fault: say('pack-trouble-number') });
    await editor.getByText(fault).waitFor();
    expect(await editor.getByRole('button', { name: say('packs-edit-apply') }).isDisabled()).toBe(true);
    await editor.getByLabel(say('packs-edit-value', { unit: say('rule-unit-days') })).fill('20');
    await editor.getByRole('button', { name: say('packs-edit-apply') }).click();

    // Without a reason it may not be published.
    const missing = say('packs-fault-of', { rule: say('rule-stock-days'), fault: say('pack-trouble-reason') });
    await draft.getByText(missing).waitFor();
    expect(await draft.getByRole('button', { name: say('packs-publish') }).isDisabled()).toBe(true);
    await change(page, 'stock-days', 'days', '20', 'The road was cut for ten days in May.');
    await change(page, 'coverage-headline-minutes', 'minutes', '45', 'Decided by the county in June.');

    const limit = say('packs-before-after', { before: '60', after: '45' });
    await expect
      .poll(() => pair(page, say('packs-effect-far', { minutes: limit })), WAIT)
      .toEqual([number(before.far.persons, 0, 'en'), number(wanted.far.persons, 0, 'en')]);
    const gained = effect(page)
      .getByRole('row')
      .filter({ hasText: say('gap-days-antipyretic') });
    expect(await gained.locator('td').nth(1).innerText()).toBe(String(shortByDays(before.medicines)));
    const foreseen = Number(await gained.locator('td').nth(2).innerText());
    expect(foreseen).toBeGreaterThan(shortByDays(before.medicines));

    // On Plan the trial is an ordinary planned change; for the others nothing has changed.
    await effect(page)
      .getByRole('link', { name: say('packs-effect-open') })
      .click();
    await page.getByText(say('plan-changes', { count: 1 })).waitFor();
    await page
      .getByRole('region', { name: say('finding-label') })
      .getByText('45')
      .first()
      .waitFor();
    // What is edited elsewhere reaches the others after the trial would have: their figures are still those of before.
    const post = [...facts.situation.posts.values()].find((each) => lackOf(each) === null)!;
    const gap = review.page
      .getByRole('table', { name: say('review-list') })
      .getByRole('row')
      .filter({ hasText: say(`gap-post-${post.kind}`) });
    const gaps = await gap.count();
    const putBack = await editElsewhere(server, 'posts', post.id, { person: '' });
    await expect.poll(() => gap.count(), WAIT).toBe(gaps + 1);
    await putBack();
    await expect.poll(() => gap.count(), WAIT).toBe(gaps);
    expect(await gapsOnReview(review)).toBe(shortByDays(before.medicines));
    expect((await facts.ask<MedicinesAnswer>('medicines')).packVersion).toBe('2023-1');
    await page.getByRole('link', { name: say('rail-admin') }).click();
    await page.getByRole('link', { name: say('admin-tab-rules') }).click();

    await draft.getByRole('button', { name: say('packs-publish') }).click();
    await draft.getByRole('button', { name: say('packs-publish-now') }).click();
    await page.getByText(say('packs-published', { version })).waitFor();

    const after = await facts.ask<MedicinesAnswer>('medicines');
    expect(after.packVersion).toBe(version);
    expect(shortByDays(after)).toBe(foreseen);
    expect(new Set(after.sites.map(({ requiredDays }) => requiredDays))).toContain(20);
    await expect.poll(() => gapsOnReview(review), WAIT).toBe(foreseen);
    const finding = plan.page.getByRole('region', { name: say('finding-label') });
    await finding
      .getByText(number(wanted.far.persons, 0, 'en'))
      .first()
      .waitFor();
    await finding.getByText('45').first().waitFor();

    // The explanation says the new number, who changed it why, and by which version.
    const row = review.page
      .getByRole('row')
      .filter({ hasText: say('gap-days-antipyretic') })
      .filter({ hasText: say('review-value-days', { value: '20' }) })
      .first();
    await row.getByRole('button').first().click();
    const card = review.page.getByRole('dialog', { name: say('explain-label') });
    await card.getByText(say('explain-changed-setting', { reason: 'The road was cut for ten days in May.' })).waitFor();
    expect(await card.innerText()).toContain(`rule pack ${version}`);
    expect(await card.innerText()).toContain('20 days');

    // The old report keeps the judgement of its day; one that comes now is judged by the new rules.
    await report(newClinic, { red: 5, yellow: 20, green: 30, contactsDone: 43 });
    const site = (clinic: Facility, on: string | null) =>
      `${server.url}/review?area=${AREA}&reports=${clinic.id}${on ? `&day=${on}` : ''}`;
    await review.page.goto(site(oldClinic, null));
    const past = drawer(review.page, nameOf(oldClinic.names, 'en'));
    await past.getByRole('listitem').first().getByRole('button').click();
    await past.getByText(say('history-rules', { name: 'Longtan 2023', version: '2023-1' })).waitFor();
    await past.getByText(say('history-rules-other', { version })).waitFor();
    await past.getByText(say('left-out-report-present-facts')).waitFor();
    const needed = (panel: typeof past) => panel.locator('tbody tr').first().locator('td').nth(2).innerText();
    expect(await needed(past)).toMatch(/^(14|21)$/);
    // What the role may not see is not there, and is said to be withheld.
    const told = await past.innerText();
    expect(told).toContain(say('history-withheld-note'));
    for (const [field, value] of [
      ['red', '1'],
      ['green', '30'],
      ['contactsDone', '43']
    ])
      expect(told.replace(/\s+/g, ' '), field).not.toContain(`${say(`report-count-${field}`)} ${value} `);
    expect(told.replace(/\s+/g, ' ')).toContain(`${say('report-count-returnees')} 8`);
    await review.page.goto(site(newClinic, day));
    const next = drawer(review.page, nameOf(newClinic.names, 'en'));
    await next.getByText(say('history-rules', { name: 'Longtan 2023', version })).waitFor();
    expect(await needed(next)).toMatch(/^(20|27)$/);

    // The reporter reads the own site's reports whole.
    const reporter = await openApp(browser, server, {
      role: 'reporter',
      map: false,
      path: `/report?area=${AREA}`,
      viewport: { width: 390, height: 844 }
    });
    await reporter.page
      .getByRole('button', { name: nameOf(oldClinic.names, 'en') })
      .first()
      .click();
    await reporter.page.getByRole('button', { name: say('explain-reports') }).click();
    const own = drawer(reporter.page, nameOf(oldClinic.names, 'en'));
    await own.getByRole('listitem').first().getByRole('button').click();
    await own.getByText(say('history-rules', { name: 'Longtan 2023', version: '2023-1' })).waitFor();
    expect((await own.innerText()).replace(/\s+/g, ' ')).toContain(`${say('report-count-contactsDone')} 43`);
    for (const { watch } of [admin, review, plan, reporter]) expectClean(watch, server.url);
  }, 300_000);

  it('a version of another day waits, versions are compared, and an older one comes back as a new one', async () => {
    const admin = await openApp(browser, server, { role: 'admin', map: false, path: rulesPage });
    const { page } = admin;
    await page.getByRole('button', { name: say('packs-draft-new') }).click();
    const draft = page.getByRole('complementary').filter({ hasText: say('packs-head-day') });
    await draft.getByLabel(say('packs-head-version')).fill('later-1');
    await draft.getByLabel(say('packs-head-day')).fill('2098-02-03');
    await draft.getByRole('button', { name: say('packs-head-save'), exact: true }).click();
    await drawer(page, say('packs-draft-title', { version: 'later-1' })).waitFor();
    await change(page, 'contacts-red', 'contacts-per-week', '5', 'As the county notice says.');
    await draft.getByRole('button', { name: say('packs-publish') }).click();
    await draft.getByText('3 Feb 2098').waitFor();
    await draft.getByRole('button', { name: say('packs-publish-now') }).click();
    const waiting = { version: 'later-1', date: '3 Feb 2098', zone: 'UTC+03:00' };
    await page.getByText(say('packs-waiting', waiting)).waitFor();
    expect((await facts.ask<MedicinesAnswer>('medicines')).packVersion).not.toBe('later-1');
    expect(activeRulePack(await facts.fresh(), Date.now()).rules['contacts-red'].value).not.toBe(5);
    expect(activeRulePack(await facts.fresh(), Date.parse('2098-02-02T21:00:00Z')).rules['contacts-red'].value).toBe(5);

    await page.getByText(say('packs-view-history'), { exact: true }).click();
    const versions = page.getByRole('table', { name: say('packs-versions') });
    const row = versions.getByRole('row').filter({ hasText: 'later-1' });
    await row.getByText(say('packs-state-waiting')).waitFor();
    await row.click();
    const panel = drawer(page, `${say('packs-version')} later-1`);
    await panel.getByText(say('rule-contacts-red')).waitFor();
    await panel.getByText('3 a week → 5 a week').waitFor();
    await panel.getByRole('combobox', { name: /^Compared with/ }).click();
    await page.getByRole('option', { name: '2023-1' }).click();
    const { rulePacks } = await facts.fresh();
    const of = (wanted: string) => [...rulePacks.values()].find(({ packVersion }) => packVersion === wanted)!;
    const count = compareRulePacks(readRulePack(of('2023-1'))!, readRulePack(of('later-1'))!).length;
    await panel.getByText(say('packs-differ', { count })).waitFor();

    const shipped = versions.getByRole('row').filter({ hasText: '2023-1' });
    await shipped.click();
    await page.getByRole('button', { name: say('packs-draft-from') }).click();
    await draft.getByText(say('packs-changes', { count: 0 })).waitFor();
    await draft.getByRole('button', { name: say('packs-publish') }).click();
    await draft.getByRole('button', { name: say('packs-publish-now') }).click();
    await page.getByText(/is published and in force/).waitFor();
    const back = await facts.ask<MedicinesAnswer>('medicines');
    expect(back.packVersion).not.toBe('2023-1');
    expect(Math.min(...back.sites.map(({ requiredDays }) => requiredDays))).toBe(14);
    expectClean(admin.watch, server.url);
  }, 120_000);

  it.each(['en', 'zh-CN'] as const)(
    'are worded whole in %s, a rule under its own name and source',
    async (language) => {
      const app = await openApp(browser, server, { role: 'admin', map: false, path: rulesPage, language });
      const { page } = app;
      await page.getByRole('table', { name: app.say('packs-norms') }).waitFor();
      const words = await wordsOf(page);
      expect(words.length).toBeGreaterThan(200);
      // A document's number is the same in every language.
      const data = ['National notice 国卫明电〔2022〕509号', ...dataTexts(facts.situation)];
      expect({ keys: rawKeys(words, data), foreign: foreignWords(words, language, data) }).toEqual({
        keys: [],
        foreign: []
      });
      await page.getByRole('row', { name: new RegExp(`^${app.say('rule-time-zone')}`) }).click();
      const panel = page.getByRole('complementary', { name: app.say('rule-time-zone') });
      await panel
        .getByText(app.say('packs-zone-named', { offset: '+03:00', places: app.say('packs-zone-+03:00') }))
        .waitFor();
      await panel.getByText(/龙潭府发〔2023〕16号/).waitFor();
      expectClean(app.watch, server.url);
    }
  );
});
