import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Village } from '../../src/lib/core/model/records';
import { nameOf } from '../../src/lib/i18n/names';
import { translate } from '../../src/lib/i18n/t';
import { openApp, type Locale } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { freeAmbulances, linkOf, openPhone, sendOrder } from '../helpers/drive';
import { AREA, openFacts, type Facts } from '../helpers/facts';
import { editElsewhere } from '../helpers/other-desk';
import { dataTexts, foreignWords, rawKeys, wordsOf } from '../helpers/page-words';
import { say, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';
import { startTcpProxy } from '../helpers/tcp-proxy';

let browser: Browser;
let server: TestServer;
let facts: Facts;
let token: string;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
  token = await server.demoToken('dispatcher');
});
afterEach(async () => {
  await closeScreens(browser);
  // The next test finds its vehicles free.
  for (const { key } of await rows('assignments', 'open=true'))
    await act(`assignments/${key}/stand-down`, { reason: 'the test is over' });
});
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const PATH = `/dispatch?area=${AREA}`;
type Row = Record<string, unknown> & { id: string; key: string; version: number };

async function act(path: string, body: Record<string, unknown>, as = token): Promise<Record<string, Row>> {
  const sent = { area: AREA, key: randomUUID(), ...body };
  const answer = await server.send('POST', `/api/greenlane/${path}`, { token: as, body: sent });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
async function rows(collection: string, filter: string): Promise<Row[]> {
  const query = `perPage=200&filter=${encodeURIComponent(`area="${AREA}" && ${filter}`)}`;
  return (await server.send('GET', `/api/collections/${collection}/records?${query}`, { token })).body.items;
}
/** A severe case of a village with a position, asked of the hospital that can take it. */
async function requested(nth: number, fields: Record<string, unknown> = {}): Promise<Row> {
  const village = [...facts.situation.villages.values()].filter(({ lon }) => lon !== null)[nth];
  const target = [...facts.situation.facilities.values()].find(
    ({ tier, open, capabilities }) => tier === 'designated' && open && capabilities.includes('icu')
  )!;
  const patient = { grade: 'severe', severeDisease: false, aged: false, stable: true, dialysis: false };
  const body = { referral: { villageId: village.id, targetFacilityId: target.id, ...patient, ...fields } };
  return (await act('referrals', body)).referral;
}
/** The same, accepted; gives its id. */
async function accepted(nth: number, fields: Record<string, unknown> = {}): Promise<string> {
  const { key, version } = await requested(nth, fields);
  await act(`referrals/${key}/accept`, { version });
  return key;
}
/** What would run if a text were taken for markup, and what would be reckoned if it were taken for a formula. */
const HOSTILE = `<img src=x onerror="document.title='run';alert(1)"> {count, plural} "'<script>document.title='run'</script>`;
const FORMULA = '=HYPERLINK("http://evil.invalid","x")';
/** A case with such texts in all that is stated of it: asked with an override, refused with a reason; gives its id. */
async function written(nth: number): Promise<string> {
  const unfit = [...facts.situation.facilities.values()].find(({ tier }) => tier === 'township-hospital')!;
  const village = [...facts.situation.villages.values()].filter(({ lon }) => lon !== null)[nth];
  const patient = { grade: 'critical', severeDisease: false, aged: false, stable: true, dialysis: false };
  const { referral } = await act('referrals', {
    referral: { villageId: village.id, targetFacilityId: unfit.id, ...patient },
    override: { name: HOSTILE.slice(0, 120), reason: HOSTILE }
  });
  await act(`referrals/${referral.key}/reject`, { version: referral.version, reason: FORMULA });
  return referral.key;
}
/** Dialogs that a page opens from here on. */
function dialogsOf(page: Page): string[] {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}
const nameOfCase = (id: string) => `R-${id.replace(/^r-/, '').slice(0, 4).toUpperCase()}`;
const drawer = (page: Page) => page.getByRole('complementary');
/** Until the drawer of the case says this of it. */
const stands = (page: Page, text: string) =>
  drawer(page).getByRole('status').filter({ hasText: text }).first().waitFor();
async function openCase(page: Page, id: string): Promise<void> {
  await page.locator(`#case-${id}`).click();
  await drawer(page)
    .getByRole('heading', { name: nameOfCase(id) })
    .waitFor();
}
async function chooseVehicle(page: Page): Promise<string> {
  await page.keyboard.press('a');
  const first = page.locator('#dispatch-rank-0');
  await first.waitFor();
  return (await first.locator('strong').first().textContent())!;
}

it('of two desks that send one vehicle at once one wins; the other is told who, when and the next best', async () => {
  const ids = [await accepted(0), await accepted(0)];
  const desks = await Promise.all(
    (['dispatcher', 'admin'] as const).map((role) => openApp(browser, server, { role, map: false, path: PATH }))
  );
  let sent = 0;
  let release = () => {};
  const bothSent = new Promise<void>((resolve) => (release = resolve));
  const chosen: string[] = [];
  for (const [i, { page }] of desks.entries()) {
    await openCase(page, ids[i]);
    chosen.push(await chooseVehicle(page));
    await page.route('**/api/greenlane/assignments', async (route) => {
      if (++sent === 2) release();
      await bothSent;
      await route.continue();
    });
  }
  expect(chosen[0]).toBe(chosen[1]);
  await Promise.all(desks.map(({ page }) => page.keyboard.press('Enter')));
  const lost = await Promise.race(
    desks.map(async ({ page }, i) => {
      await page
        .getByRole('alert')
        .filter({ hasText: nameOfCase(ids[1 - i]) })
        .waitFor();
      return { page, i };
    })
  );
  const note = await lost.page
    .getByRole('alert')
    .filter({ hasText: nameOfCase(ids[1 - lost.i]) })
    .textContent();
  const [holder] = await rows('assignments', `open=true && referralId="${ids[1 - lost.i]}"`);
  expect(note).toContain(String(holder.assignedBy));
  expect(note).toContain(chosen[0]);
  // The next best stands chosen, and the same stroke sends it.
  const next = lost.page.locator('#dispatch-rank-0 strong').first();
  await expect.poll(() => next.textContent(), WAIT).not.toBe(chosen[0]);
  const second = (await next.textContent())!;
  expect(await lost.page.getByRole('alert').filter({ hasText: second }).count()).toBe(1);
  await lost.page.keyboard.press('Enter');
  await stands(lost.page, second);
  const open = await rows('assignments', 'open=true');
  expect(open.map(({ vehicleId }) => vehicleId)).toHaveLength(new Set(open.map(({ vehicleId }) => vehicleId)).size);
});

/** Lets nothing written under this path reach the server until the function it gives is called. */
async function holdBack(page: Page, path: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**/api/greenlane/${path}{,/**}`, async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  return release;
}

async function takeCall(page: Page, village: Village): Promise<void> {
  await page.keyboard.press('n');
  await page.locator('input:focus').waitFor();
  await page.keyboard.type(village.names.local);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.at').getByText(nameOf(village.names, 'en'), { exact: true }).waitFor();
}

/** Opens the part of the request that asks who the patient is, by keyboard: a frozen screen takes no clicks. */
async function typePatient(page: Page, name: string): Promise<void> {
  await page
    .locator('summary')
    .filter({ hasText: say('ops-who') })
    .focus();
  await page.keyboard.press('Enter');
  await nameField(page).fill(name);
}
const nameField = (page: Page) => page.getByLabel(say('ops-personal-name'), { exact: true });
const asks = (page: Page) => page.getByRole('button', { name: /^Request at / });
const patientOf = async (id: string) =>
  (await server.send('GET', `/api/greenlane/referrals/${id}/personal?area=${AREA}`, { token })).body.personal;
/** All that this page has put on the disk of its device. */
const onDisk = (page: Page) =>
  page.evaluate(async () => {
    const held: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of db.objectStoreNames)
        held.push(
          await new Promise((resolve) => {
            const reading = db.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => resolve(reading.result);
          })
        );
      db.close();
    }
    return JSON.stringify(held);
  });

it('a trip is shared, and a vehicle said to be at the place of a case and back at its base, by a key each', async () => {
  const ids = [await accepted(1, { grade: 'mild' }), await accepted(1, { grade: 'mild' })];
  const target = String((await rows('referrals', `key="${ids[0]}"`))[0].targetFacilityId);
  const crews = await rows('crews', 'onDuty=true && driver!=""');
  const free = (await rows('vehicles', 'status="available" && seats>1 && positionAt=""')).filter(({ key }) =>
    crews.some(({ vehicleId }) => vehicleId === key)
  );
  const [sent, other] = free;
  const to = { vehicleId: sent.key, vehicleVersion: sent.version, dispatch: true };
  await act('assignments', { referralId: ids[0], ...to });
  const { page } = await openApp(browser, server, { role: 'dispatcher', map: false, path: PATH });
  await openCase(page, ids[1]);
  await chooseVehicle(page);
  await page.getByRole('region', { name: say('ops-shared') }).waitFor();
  await page.keyboard.press('j');
  await stands(page, String(sent.callSign));
  // The screen foresees it; the server has it a moment later.
  const pooled = async () =>
    (await rows('assignments', `referralId="${ids[1]}"`)).map(({ vehicleId, pooled: shared }) => [vehicleId, shared]);
  await expect.poll(pooled, WAIT).toEqual([[sent.key, true]]);
  expect((await rows('referrals', `key="${ids[1]}"`))[0].targetFacilityId).toBe(target);

  await page.keyboard.press('/');
  await page.keyboard.type(String(other.callSign));
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await drawer(page)
    .getByRole('heading', { name: String(other.callSign) })
    .waitFor();
  const placed = async () => (await rows('vehicles', `key="${other.key}"`))[0].positionLon;
  await page.keyboard.press('i');
  await expect.poll(placed, WAIT).not.toBeNull();
  await page.getByText(say('dispatch-saved', { callSign: String(other.callSign) })).waitFor();
  await page.getByRole('button', { name: say('dispatch-back-at-base'), disabled: false }).waitFor();
  await page.keyboard.press('h');
  await expect.poll(placed, WAIT).toBeNull();
});

it('a call taken up before the one before was answered is not wiped away by the answer, nor mixed with it', async () => {
  const { page } = await openApp(browser, server, { role: 'dispatcher', map: false, path: PATH });
  const [one, other] = [...facts.situation.villages.values()].filter(({ lon }) => lon !== null).slice(6, 8);
  await takeCall(page, one);
  await page.keyboard.press('4');
  await asks(page).waitFor();
  await typePatient(page, 'First Caller');
  await page.getByLabel(say('ops-ask-green')).check();
  const answer = await holdBack(page, 'referrals');
  await asks(page).click();
  await takeCall(page, other);
  // Nothing of the one before stands here, and what is typed now is this one's.
  expect(await nameField(page).inputValue()).toBe('');
  expect(await page.getByLabel(say('ops-ask-green')).isChecked()).toBe(false);
  await nameField(page).fill('Second Caller');
  const heard = page.waitForResponse((answer) => /\/greenlane\/referrals$/.test(answer.url()));
  const told = page.waitForResponse((answer) => /\/greenlane\/referrals\/[^/]+\/personal$/.test(answer.url()));
  answer();
  await heard;
  await told;
  await page.evaluate(async () => {
    for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
  });
  expect(await page.locator('.at').textContent()).toContain(nameOf(other.names, 'en'));
  expect(await drawer(page).getByRole('heading', { name: /^R-/ }).count()).toBe(0);
  const made = await rows('referrals', `villageId="${one.id}"`);
  expect(made.map(({ greenChannel }) => greenChannel)).toEqual([true]);
  expect(await patientOf(made[0].key)).toMatchObject({ name: 'First Caller' });
  expect(await nameField(page).inputValue()).toBe('Second Caller');
});

it('another hospital than the advised one asks who answers for it, and no text of that may name the patient', async () => {
  const { page } = await openApp(browser, server, { role: 'dispatcher', map: false, path: PATH });
  const village = [...facts.situation.villages.values()].filter(({ lon }) => lon !== null)[10];
  await takeCall(page, village);
  await page.keyboard.press('4');
  await asks(page).waitFor();
  const target = page.getByRole('region', { name: say('ops-request-head') }).locator('select');
  const advised = await target.inputValue();
  await target.selectOption({ index: 1 });
  const chosen = await target.inputValue();
  expect(chosen).not.toBe(advised);
  await typePatient(page, 'Amina of the Hill');
  await asks(page).click();
  const form = page.getByRole('form', { name: /^Request at / });
  await form.getByText(/ is advised\./).waitFor();
  const why = form.getByLabel(say('ops-override-reason'));
  await why.fill('the family of Amina of the Hill lives there');
  await form.getByRole('button', { name: say('ops-confirm') }).click();
  await form
    .getByText(say('ops-refused-personal_in_text', { field: say('ops-override-reason') }), { exact: true })
    .waitFor();
  expect(await rows('referrals', `villageId="${village.id}"`)).toEqual([]);
  await why.fill('the family lives there');
  await form.getByRole('button', { name: say('ops-confirm') }).click();
  await stands(page, say('ops-state-requested'));
  await drawer(page)
    .getByText(/the family lives there/)
    .first()
    .waitFor();
  const [row] = await rows('referrals', `villageId="${village.id}"`);
  expect(row).toMatchObject({
    targetFacilityId: chosen,
    override: { name: 'demo dispatcher', reason: 'the family lives there', advised }
  });
  expect((row.override as { against: string[] }).against).toContain('not-advised');
  expect(await patientOf(row.key)).toMatchObject({ name: 'Amina of the Hill' });

  // So it is when the case goes elsewhere after all.
  await page.keyboard.press('t');
  const other = page.getByRole('form', { name: say('ops-do-redirect') });
  const sites = other.locator('select');
  await sites.locator('option', { hasText: say('ops-advised') }).waitFor({ state: 'attached' });
  await sites.selectOption({ index: 1 });
  expect(await other.getByLabel(say('ops-override-reason')).count()).toBe(0);
  await sites.selectOption({ index: 2 });
  await other.getByLabel(say('ops-override-reason')).waitFor();
});

it('a short night by keyboard alone: called in, accepted, sent, every step, handed over, closed', async () => {
  const { page, watch } = await openApp(browser, server, { role: 'dispatcher', map: false, path: PATH });
  await page.locator('#case-queue').waitFor();
  const village = [...facts.situation.villages.values()].filter(({ lon }) => lon !== null)[9];
  await takeCall(page, village);
  await page.keyboard.press('4');
  await page.keyboard.press('o');
  await page.getByRole('button', { name: /^Request at / }).waitFor();
  await page.keyboard.press('e');
  await stands(page, say('ops-state-requested'));
  await page.keyboard.press('y');
  await stands(page, say('ops-state-accepted'));
  const vehicle = await chooseVehicle(page);
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await stands(page, `${vehicle} ${say('ops-leg-dispatched')}`);
  for (const [key, leg] of [
    ['2', 'en-route'],
    ['3', 'on-location'],
    ['g', 'to-hospital']
  ]) {
    await page.keyboard.press(key);
    await stands(page, say(`ops-leg-${leg}`));
  }
  // The answer to a step comes while the next one is being signed: what was typed stays.
  const answer = await holdBack(page, 'assignments');
  await page.keyboard.press('5');
  await stands(page, say('ops-leg-at-hospital'));
  await page.keyboard.press('6');
  await page.locator('form input:focus').waitFor();
  await page.keyboard.type('Nurse A');
  const waits = drawer(page).getByText(/^Shown as it will stand/);
  await waits.waitFor();
  answer();
  await waits.waitFor({ state: 'detached' });
  // There was a line all the time: nothing had to be kept.
  expect(await page.getByText(/kept on this device/).count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Doctor B');
  await page.keyboard.press('Enter');
  await drawer(page).getByText('Nurse A → Doctor B').first().waitFor();
  await page.keyboard.press('7');
  await stands(page, say('ops-leg-returning'));
  await page.keyboard.press('8');
  await stands(page, say('ops-state-handed-over'));
  await page.keyboard.press('9');
  await stands(page, say('ops-state-closed'));
  // Who did what stays to be read, the first steps too.
  const history = drawer(page).getByRole('region', { name: say('ops-timeline') });
  for (const what of [
    say('ops-did-accept'),
    `${vehicle} ${say('ops-did-reserve')}`,
    `${vehicle} ${say('ops-did-leave-scene')}`,
    say('ops-did-close')
  ])
    await history.getByText(`${what} · demo dispatcher`, { exact: true }).waitFor();
  // All eight clocks stand, in order.
  await expect.poll(() => rows('assignments', `state="done"`), WAIT).toHaveLength(1);
  const [row] = await rows('assignments', `state="done"`);
  const clocks = ['eventNotifiedAt', 'dispatchNotifiedAt', 'enRouteAt', 'atSceneAt', 'leftSceneAt', 'atDestinationAt'];
  const times = [...clocks, 'handedOverAt', 'backInServiceAt'].map((name) => Date.parse(String(row[name])));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.every(Number.isFinite)).toBe(true);
  expect(watch.pageErrors).toEqual([]);
});

/** Opens a case from the queue by its keys. */
async function moveTo(page: Page, id: string): Promise<void> {
  await page.getByRole('region', { name: say('dispatch-ranking') }).waitFor({ state: 'detached' });
  await page.keyboard.press('q');
  await page.keyboard.press('Home');
  const queue = page.locator('#case-queue:focus');
  for (let i = 0; i < 60 && (await queue.getAttribute('aria-activedescendant')) !== `case-${id}`; i++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await drawer(page)
    .getByRole('heading', { name: nameOfCase(id) })
    .waitFor();
}
/** Moves on by Tab until the focus is on what bears this name, in a row of the list that says this. */
async function tabTo(page: Page, name: string, row = ''): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return { name: at?.textContent?.trim() ?? '', row: at?.closest('[role="option"]')?.textContent ?? '' };
    });
  for (let i = 0; i < 120; i++) {
    const at = await focused();
    if (at.name === name && at.row.includes(row)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to "${name}"`);
}

it('a night with several cases by keyboard alone: refused, redirected, lost to another desk, overridden, shared, broken down', async () => {
  const other = await server.demoToken('admin');
  const sitting = { grade: 'ordinary' };
  const [refused, redirected] = [(await requested(20)).key, (await requested(21)).key];
  const [raced, theirs] = [await accepted(22), await accepted(23)];
  const needy = await accepted(24, { vehicleNeeds: ['ventilator', 'monitor'] });
  const [sits, along] = [await accepted(25, sitting), await accepted(26, sitting)];
  const { page, watch } = await openApp(browser, server, { role: 'dispatcher', map: false, path: PATH });
  await page.locator(`#case-${along}`).waitFor();

  await moveTo(page, refused);
  await page.keyboard.press('r');
  await page.locator('form input:focus').waitFor();
  await page.keyboard.type('no surgeon tonight');
  await page.keyboard.press('Enter');
  await stands(page, say('ops-state-rejected'));

  await moveTo(page, redirected);
  await page.keyboard.press('t');
  await page.locator('form select:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('nearer');
  await page.keyboard.press('Enter');
  // No other hospital has intensive care: somebody answers for it.
  await page.locator('input[data-override]:focus').waitFor();
  await page.keyboard.type('it has a bed');
  await page.keyboard.press('Enter');
  await stands(page, say('ops-state-redirected'));
  await drawer(page)
    .getByText(/^Shown as it will stand/)
    .waitFor({ state: 'detached' });
  await page.keyboard.press('y');
  await stands(page, say('ops-state-accepted'));

  // Another desk is first with the vehicle that was chosen: the same key sends the next best.
  await moveTo(page, raced);
  const lost = await chooseVehicle(page);
  const taken = [...facts.situation.vehicles.values()].find(({ callSign }) => callSign === lost)!;
  await page.route(
    '**/api/greenlane/assignments',
    async (route) => {
      const [{ version }] = await rows('vehicles', `key="${taken.id}"`);
      await act('assignments', { vehicleId: taken.id, vehicleVersion: version, referralId: theirs }, other);
      await route.continue();
    },
    { times: 1 }
  );
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: nameOfCase(theirs) })
    .waitFor();
  const next = page.locator('#dispatch-rank-0 strong').first();
  await expect.poll(() => next.textContent(), WAIT).not.toBe(lost);
  const second = (await next.textContent())!;
  await page.keyboard.press('Enter');
  await stands(page, `${second} ${say('ops-leg-dispatched')}`);

  // One that lacks what is asked for goes all the same: somebody answers for it.
  await moveTo(page, needy);
  await page.keyboard.press('a');
  await page
    .getByRole('button', { name: say('ops-assign-anyway') })
    .first()
    .waitFor();
  await tabTo(page, say('ops-assign-anyway'), say('vehicle-lacks-ventilator'));
  await page.keyboard.press('Enter');
  await page.locator('input[data-override]:focus').waitFor();
  await page.keyboard.type('none with it is free');
  await page.keyboard.press('Enter');
  await stands(page, say('ops-leg-dispatched'));
  const openOf = async (id: string) => (await rows('assignments', `referralId="${id}" && open=true`)).at(0);
  await expect
    .poll(async () => (await openOf(needy))?.override, WAIT)
    .toMatchObject({ reason: 'none with it is free' });

  // Two who sit go together.
  await moveTo(page, sits);
  const shared = await chooseVehicle(page);
  await page.keyboard.press('Enter');
  await stands(page, `${shared} ${say('ops-leg-dispatched')}`);
  await moveTo(page, along);
  await page.keyboard.press('a');
  await page
    .getByRole('button', { name: say('ops-share') })
    .first()
    .waitFor();
  await page.keyboard.press('j');
  await stands(page, say('ops-leg-dispatched'));
  await expect.poll(async () => (await openOf(along))?.pooled, WAIT).toBe(true);

  // A vehicle breaks down on its way: its case needs another one, and it is out of service.
  const broken = (await openOf(needy))!;
  await moveTo(page, needy);
  await page.keyboard.press('u');
  await page.locator('form input:focus').waitFor();
  await page.keyboard.type('engine');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await stands(page, say('ops-state-accepted'));
  await expect.poll(() => openOf(needy), WAIT).toBe(undefined);
  expect(await rows('vehicles', `key="${broken.vehicleId}"`)).toMatchObject([{ outOfServiceReason: 'mechanical' }]);
  expect(watch.pageErrors).toEqual([]);
});

it('an official reads in the log who did what, narrows it and sees the fields that changed; a dispatcher has no log', async () => {
  const [crew] = await rows('crews', 'vehicleId != ""');
  const path = `/api/collections/crews/records/${crew.id}`;
  const edit = { version: crew.version, driver: 'Ali Mzé', telephone: '+269 333 1111' };
  expect((await server.send('PATCH', path, { token, body: edit })).status).toBe(200);
  await written(7);
  const app = await openApp(browser, server, {
    role: 'official',
    language: 'zh-CN',
    map: false,
    path: `/admin/log?area=${AREA}`
  });
  const { page } = app;
  const lines = page.getByRole('list', { name: app.say('log-title') }).getByRole('listitem');
  await lines.first().waitFor();
  const all = await lines.count();
  expect(all).toBeGreaterThan(10);
  await page.getByLabel(app.say('log-text')).fill('hand-over');
  await page.getByRole('button', { name: app.say('log-show') }).click();
  await expect.poll(() => lines.count(), WAIT).toBe(2);
  const ofCase = lines.filter({ hasText: app.say('log-subject-referrals') });
  expect(await ofCase.textContent()).toContain('demo dispatcher');
  await ofCase.locator('summary').click();
  await ofCase.getByRole('row').filter({ hasText: 'signedTo' }).getByText('Doctor B').waitFor();
  const saved = async (item: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: app.say('export') }).click();
        await page.getByRole('menuitem', { name: app.say(item) }).click();
      })()
    ]);
    return readFileSync(await download.path());
  };
  expect((await saved('export-csv')).toString()).toContain('signedTo: – → Doctor B');
  // Who drives is told in words, the number to call nowhere.
  const { callSign } = facts.situation.vehicles.get(crew.vehicleId as never)!;
  await page.getByLabel(app.say('log-text')).fill('crew');
  await page.getByRole('button', { name: app.say('log-show') }).click();
  await expect.poll(() => lines.count(), WAIT).toBe(1);
  expect(await lines.textContent()).toMatch(new RegExp(`${app.say('log-subject-crews')} ${callSign}.*Ali Mzé`, 's'));
  expect(await lines.textContent()).not.toContain('1111');
  // What people wrote stays text here too, and in what is saved.
  const dialogs = dialogsOf(page);
  await page.getByLabel(app.say('log-text')).fill('');
  await page.getByRole('button', { name: app.say('log-show') }).click();
  const hostile = lines.filter({ hasText: FORMULA }).first();
  await hostile.locator('summary').click();
  await hostile.getByRole('row').filter({ hasText: FORMULA }).first().waitFor();
  const csv = Papa.parse<string[]>((await saved('export-csv')).toString().slice(1)).data.flat();
  expect(csv.some((cell) => cell.includes(FORMULA))).toBe(true);
  expect(csv.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const sheets = Object.entries(unzipSync(await saved('export-xlsx'))).filter(([name]) => /sheet\d/.test(name));
  for (const [name, bytes] of sheets) expect(new TextDecoder().decode(bytes), name).not.toMatch(/<f[ >]/);
  expect([await page.title(), dialogs, app.watch.violations]).toEqual([expect.not.stringContaining('run'), [], []]);
  await page.getByLabel(app.say('log-text')).fill('nobody at all');
  await page.keyboard.press('Enter');
  await page.getByText(app.say('log-none-found')).waitFor();
  expect(app.watch.pageErrors).toEqual([]);

  const desk = await openApp(browser, server, { role: 'dispatcher', map: false, path: `/admin/log?area=${AREA}` });
  await desk.page.getByText(say('admin-not-yours-title')).waitFor();
});

it.each(['en', 'zh-CN'] as Locale[])(
  '%s: board, case and vehicle are worded whole, and what people wrote stays text',
  async (language) => {
    const id = await written(language === 'en' ? 3 : 4);
    const [crew] = [...facts.situation.crews.values()].filter(({ onDuty }) => onDuty);
    const asBefore = await editElsewhere(server, 'crews', crew.id, { driver: HOSTILE });
    const { page, watch } = await openApp(browser, server, { role: 'dispatcher', language, map: false, path: PATH });
    const dialogs = dialogsOf(page);
    const data = [
      ...[...dataTexts(facts.situation), HOSTILE, FORMULA, nameOfCase(id)],
      ...['demo dispatcher', 'demo admin', 'hand-over']
    ];
    const faults = async () => {
      const words = await wordsOf(page);
      return { keys: rawKeys(words, data), foreign: foreignWords(words, language, data) };
    };
    expect(await faults()).toEqual({ keys: [], foreign: [] });
    await openCase(page, id);
    for (const text of [HOSTILE, FORMULA]) await drawer(page).getByText(text).first().waitFor();
    await page.keyboard.press('t');
    await page.getByRole('form', { name: translate(language, 'ops-do-redirect') }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('region', { name: translate(language, 'ops-keys') }).waitFor();
    // Each step back in what happened says how the case stood then.
    await page.keyboard.press('?');
    const steps = drawer(page).getByRole('slider', { name: translate(language, 'ops-replay') });
    await steps.focus();
    const stood = drawer(page).locator('.timeline p');
    await page.keyboard.press('Home');
    await stood.getByText(translate(language, 'ops-state-requested')).waitFor();
    expect(await drawer(page).locator('.timeline li.later').count()).toBe(1);
    expect(await faults()).toEqual({ keys: [], foreign: [] });
    await page.keyboard.press('End');
    await stood.getByText(translate(language, 'ops-replay-now')).waitFor();
    await page.goto(`${server.url}${PATH}&pick=vehicle:${crew.vehicleId}`);
    await drawer(page).getByText(HOSTILE).first().waitFor();
    expect([await page.title(), dialogs, watch.violations]).toEqual([expect.not.stringContaining('run'), [], []]);
    await asBefore();
  }
);

it('Review lists the refusals, and saves them as texts that no spreadsheet runs', async () => {
  const id = await accepted(11);
  const [{ version, targetFacilityId }] = await rows('referrals', `key="${id}"`);
  await act(`referrals/${id}/reject`, { version, reason: '=1+1' });
  const path = `/review?area=${AREA}&view=refusals`;
  const { page, say: words, watch } = await openApp(browser, server, { role: 'planner', map: false, path });
  const table = page.getByRole('table', { name: words('review-refusals') });
  const first = table.locator('tbody tr').first();
  await first.waitFor();
  const site = facts.situation.facilities.get(String(targetFacilityId) as never)!;
  const told = await first.textContent();
  for (const word of ['=1+1', nameOfCase(id), 'demo dispatcher', nameOf(site.names, 'en')])
    expect(told).toContain(word);
  const count = await table.locator('tbody tr').count();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: words('export'), exact: true }).click();
      await page.getByRole('menuitem', { name: words('export-csv') }).click();
    })()
  ]);
  const saved = readFileSync(await download.path(), 'utf8');
  expect(saved).toContain(`'=1+1`);
  expect(saved).not.toMatch(/(^|,)"?=/m);
  expect(saved.trimEnd().split('\r\n').length).toBe(count + 1);
  expect([watch.pageErrors, watch.violations]).toEqual([[], []]);
});

it('a driver’s phone shows what others wrote as text', async () => {
  const desk = { url: server.url, token, facts };
  const taken = (await rows('assignments', 'open=true')).map(({ vehicleId }) => vehicleId);
  const vehicle = freeAmbulances(facts).find(({ id }) => !taken.includes(id))!;
  await sendOrder(desk, vehicle.id, 8);
  const now = Date.now();
  const person = HOSTILE.slice(0, 80);
  for (const { id, unit, startsAt, endsAt } of facts.situation.dutyShifts.values())
    if (unit === 'county' && Date.parse(startsAt) <= now && now < Date.parse(endsAt))
      await editElsewhere(server, 'duty_shifts', id, { person });
  const { page, watch } = await openPhone(browser, await linkOf(desk, vehicle.id));
  const dialogs = dialogsOf(page);
  await page.getByText(person).first().waitFor();
  expect([await page.title(), dialogs, watch.violations]).toEqual([expect.not.stringContaining('run'), [], []]);
});

it('with the server gone the screen says so, commands wait, and go once when it is back', async () => {
  const id = await accepted(5);
  const { page } = await openApp(browser, server, { role: 'dispatcher', map: false, path: PATH });
  await openCase(page, id);
  const port = Number(new URL(server.url).port);
  // The page's clock stands while a beat is heard: the banner is there 30 s of that clock later, not after a long wait.
  await page.clock.install();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  const beats = async () => {
    const answer = await server.send('GET', '/api/collections/heartbeats/records', { token });
    return Number(answer.body.items[0].sequence);
  };
  const before = await beats();
  await expect.poll(beats, WAIT).toBeGreaterThan(before + 1);
  await server.stop();
  expect(await page.locator('.frozen').count()).toBe(0);
  await page.clock.fastForward(30_000);
  await page.locator('.frozen').waitFor();
  await page.clock.resume();
  const vehicle = await chooseVehicle(page);
  await page.keyboard.press('Enter');
  await stands(page, `${vehicle} ${say('ops-leg-dispatched')}`);
  await page.keyboard.press('2');
  await stands(page, say('ops-leg-en-route'));
  const waiting = page.getByRole('region', { name: say('ops-unsent') }).getByRole('listitem');
  await expect.poll(() => waiting.count(), WAIT).toBe(2);
  // What is said of a vehicle waits beside the acts on cases: out of service by the keys of its card, and back.
  const other = [...facts.situation.vehicles.values()].find(
    ({ status, callSign }) => status === 'available' && callSign.startsWith('R-') && callSign !== vehicle
  )!;
  await page.keyboard.press('Escape');
  await page
    .getByRole('region', { name: say('dispatch-vehicles') })
    .getByRole('button', { name: other.callSign })
    .click();
  await page.keyboard.press('f');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: say('out-of-service-weather') }).click();
  await page
    .getByRole('button', { name: say('dispatch-save'), exact: true })
    .first()
    .click();
  await drawer(page)
    .locator('strong')
    .filter({ hasText: say('out-of-service-weather') })
    .waitFor();
  await drawer(page).getByRole('status').waitFor();
  await expect.poll(() => waiting.count(), WAIT).toBe(3);
  await waiting.filter({ hasText: `${other.callSign} · ${say('ops-do-out-of-service')}` }).waitFor();
  await page.keyboard.press('v');
  await expect.poll(() => waiting.count(), WAIT).toBe(4);
  await drawer(page)
    .locator('strong')
    .filter({ hasText: say('vehicle-status-available') })
    .waitFor();
  // A call without a line: who the patient is stays in sight and in memory, and on no disk.
  const village = [...facts.situation.villages.values()].filter(({ lon }) => lon !== null)[12];
  await takeCall(page, village);
  await page.keyboard.press('4');
  await asks(page).waitFor();
  await typePatient(page, 'Nobody Online');
  await asks(page).focus();
  await page.keyboard.press('Enter');
  const typed = page.getByRole('region', { name: say('ops-typed') });
  await typed.getByText(nameOf(village.names, 'en')).waitFor();
  await expect.poll(() => waiting.count(), WAIT).toBe(5);
  expect(await onDisk(page)).not.toContain('Nobody Online');
  expect(await onDisk(page)).toContain(village.id);
  server = await startServer({ dataDir: server.dataDir, port });
  await expect.poll(() => waiting.count(), WAIT).toBe(0);
  await page.locator('.frozen').waitFor({ state: 'detached' });
  const sent = await rows('assignments', `referralId="${id}"`);
  expect(sent.map(({ state, open }) => [state, open])).toEqual([['en-route', true]]);
  const [{ state }] = await rows('referrals', `key="${id}"`);
  expect(state).toBe('vehicle-assigned');
  await typed.getByRole('button', { name: /^Send, enciphered, for R-/ }).click();
  await typed.waitFor({ state: 'detached' });
  const [late] = await rows('referrals', `villageId="${village.id}"`);
  expect(await patientOf(late.key)).toMatchObject({ name: 'Nobody Online' });
  await page.locator(`#case-${id}`).getByText(say('ops-leg-en-route')).waitFor();
  const auditor = await server.demoToken('admin');
  const filter = encodeURIComponent(`area="${AREA}" && subject="vehicles" && subjectKey="${other.id}"`);
  const log = await server.send('GET', `/api/collections/events/records?sort=seq&filter=${filter}`, { token: auditor });
  expect((log.body.items as Row[]).map(({ verb }) => verb)).toEqual(['out-of-service', 'back-on-duty']);
});

it('two tabs of one sign-in sleep behind a proxy that is started anew: an act counts once, and both show what stands', async () => {
  const proxy = await startTcpProxy(server.url);
  const [given, elsewhere] = [await requested(27), await requested(28)];
  const { page } = await openApp(
    browser,
    { ...server, url: proxy.url },
    { role: 'dispatcher', map: false, path: PATH }
  );
  const second = await page.context().newPage();
  await second.goto(proxy.url + PATH);
  const tabs = [page, second];
  for (const tab of tabs) await openCase(tab, given.key);
  // One clock for both.
  await page.clock.install();
  await proxy.down();
  await page.keyboard.press('y');
  await drawer(page)
    .getByText(/^Shown as it will stand/)
    .waitFor();
  await page.clock.fastForward('10:00');
  for (const tab of tabs) await tab.locator('.frozen').waitFor();
  await act(`referrals/${elsewhere.key}/cancel`, { version: elsewhere.version, reason: 'walked in' });
  await proxy.up();
  for (const tab of tabs) {
    await tab.locator('.frozen').waitFor({ state: 'detached' });
    await stands(tab, say('ops-state-accepted'));
    await tab
      .locator(`#case-${elsewhere.key}`)
      .filter({ hasText: say('ops-state-cancelled') })
      .waitFor();
    await tab.getByRole('region', { name: say('ops-unsent') }).waitFor({ state: 'detached' });
  }
  const [{ version }] = await rows('referrals', `key="${given.key}"`);
  expect(version).toBe(given.version + 1);
  await proxy.down();
});

it('after an hour without a line a call-out has expired for all to see, and a conflict stands field by field', async () => {
  const [id, contested] = [await accepted(29), await requested(30)];
  const { page } = await openApp(browser, server, { role: 'dispatcher', map: false, path: PATH });
  await openCase(page, id);
  await page.clock.install();
  const vehicle = await chooseVehicle(page);
  await page.context().setOffline(true);
  await page.keyboard.press('Enter');
  await stands(page, `${vehicle} ${say('ops-leg-dispatched')}`);
  await openCase(page, contested.key);
  await page.keyboard.press('y');
  await stands(page, say('ops-state-accepted'));
  const reason = 'no bed after all';
  await act(`referrals/${contested.key}/reject`, { version: contested.version, reason });
  await page.clock.fastForward('01:01:00');
  await page.context().setOffline(false);
  const unsent = page.getByRole('region', { name: say('ops-unsent') });
  const expired = unsent.getByRole('listitem').filter({ hasText: say('ops-refused-expired') });
  await expired.waitFor();
  const row = unsent.getByRole('row', { name: new RegExp(`^${say('ops-field-state')}`) });
  await expect
    .poll(() => row.getByRole('cell').allTextContents(), WAIT)
    .toEqual(['requested', 'rejected'].map((state) => say(`ops-state-${state}`)));
  expect(await rows('assignments', `referralId="${id}"`)).toEqual([]);
  // Seen, it is taken off the device.
  await expired.getByRole('button', { name: say('ops-unsent-seen') }).click();
  await expired.waitFor({ state: 'detached' });
});
