import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nameOf } from '../../src/lib/i18n/names';
import type { Vehicle } from '../../src/lib/core/model/records';
import { expectClean, mapReady, openApp, type App } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { AREA, openFacts, type Facts } from '../helpers/facts';
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

const board = (page: Page) => page.getByRole('region', { name: say('dispatch-vehicles') });
const drawer = (page: Page) => page.getByRole('complementary');
const planned = (page: Page, count: number) => drawer(page).getByText(say('plan-changes', { count })).waitFor();

async function openVehicle({ page }: App, { callSign }: Vehicle): Promise<void> {
  await board(page).getByRole('button', { name: callSign }).click();
  await drawer(page).getByRole('heading', { name: callSign }).waitFor();
}

describe('Dispatch', () => {
  it('a click on the map takes that place; one far from any road names the next step', async () => {
    const village = [...facts.situation.villages.values()].find(({ lon }) => lon !== null)!;
    const at = `${village.lon!.toFixed(5)},${village.lat!.toFixed(5)},15`;
    const app = await openApp(browser, server, { role: 'dispatcher', path: `/dispatch?area=${AREA}&at=${at}` });
    const { page } = app;
    await mapReady(page);
    const { x, y } = await mapMiddle(page);
    await page.mouse.click(x, y);
    await page.locator('#dispatch-rank-0').waitFor();
    await page.locator('.at').getByText(nameOf(village.names, 'en'), { exact: true }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('pick'), WAIT).toBe(`village:${village.id}`);
    await page.getByRole('button', { name: say('dispatch-clear') }).click();

    // The open sea: nobody is offered, and the nearest village is at hand.
    await page.goto(`${server.url}/dispatch?area=${AREA}&at=43.00000,-11.60000,12`);
    await mapReady(page);
    await page.mouse.click(x, y);
    await page.getByRole('heading', { name: say('dispatch-off-road') }).waitFor();
    await page.getByRole('button', { name: /^Take / }).click();
    await page.locator('#dispatch-rank-0').waitFor();
    expectClean(app.watch, server.url);
  });

  it('of two desks that set one vehicle at once the second is shown both values and keeps its choice', async () => {
    const vehicle = [...facts.situation.vehicles.values()].find(({ status }) => status === 'available')!;
    const desks = await Promise.all(
      (['dispatcher', 'admin'] as const).map((role) =>
        openApp(browser, server, { role, map: false, path: `/dispatch?area=${AREA}` })
      )
    );
    const reasons = ['mechanical', 'weather'] as const;
    let sent = 0;
    let release = () => {};
    const bothSent = new Promise<void>((resolve) => (release = resolve));
    for (const [i, app] of desks.entries()) {
      await openVehicle(app, vehicle);
      await app.page.getByRole('radio', { name: say('vehicle-status-out-of-service') }).click();
      await app.page.getByRole('combobox', { name: new RegExp(`^${say('dispatch-out-reason')}`) }).click();
      await app.page.getByRole('option', { name: say(`out-of-service-${reasons[i]}`) }).click();
      // Neither reaches the server before both have been sent from the same state.
      await app.page.route('**/api/greenlane/vehicles/*/status', async (route) => {
        if (++sent === 2) release();
        await bothSent;
        await route.continue();
      });
    }
    await Promise.all(desks.map(({ page }) => page.getByRole('button', { name: say('dispatch-save') }).click()));
    const lost = await Promise.race(
      desks.map(async (app, i) => {
        await app.page.getByText(say('trouble-conflict')).waitFor();
        return { ...app, mine: reasons[i], theirs: reasons[1 - i] };
      })
    );
    const row = lost.page.getByRole('row', { name: new RegExp(`^${say('conflict-field-outOfServiceReason')}`) });
    const cells = (await row.getByRole('cell').allTextContents()).map((text) => text.trim());
    expect(cells).toEqual([lost.theirs, lost.mine].map((reason) => say(`out-of-service-${reason}`)));
    await drawer(lost.page)
      .getByRole('alert')
      .filter({ hasText: say('dispatch-not-saved') })
      .waitFor();
    expect((await facts.fresh()).vehicles.get(vehicle.id)!.outOfServiceReason).toBe(lost.theirs);
    // With the record before one's eyes the same press goes through.
    await drawer(lost.page)
      .locator('strong')
      .filter({ hasText: say(`out-of-service-${lost.theirs}`) })
      .waitFor();
    await lost.page.getByRole('button', { name: say('dispatch-save') }).click();
    await lost.page.getByText(say('dispatch-saved', { callSign: vehicle.callSign })).waitFor();
    expect((await facts.fresh()).vehicles.get(vehicle.id)!.outOfServiceReason).toBe(lost.mine);
  });

  it('a crew is entered by keyboard on the vehicle’s card, and the vehicle is ready at every desk', async () => {
    const crews = [...facts.situation.crews.values()];
    const vehicle = [...facts.situation.vehicles.values()].find(
      ({ id, status }) =>
        status === 'available' && crews.every((crew) => crew.vehicleId !== id || !crew.onDuty || crew.driver === '')
    )!;
    const app = await openApp(browser, server, { role: 'planner', map: false, path: `/dispatch?area=${AREA}` });
    const { page } = app;
    await openVehicle(app, vehicle);
    await drawer(page).getByText(say('vehicle-no-crew')).waitFor();
    await page.keyboard.press('k');
    const form = page.getByRole('region', { name: say('crew'), exact: true });
    await form.locator('input:focus').waitFor();
    for (const name of ['driver', 'telephone'] as const) await form.locator(`[name=${name}]`).fill('');
    await form.getByLabel(say('crew-on-duty')).check();
    await page.keyboard.press('Enter');
    await form
      .getByRole('alert')
      .filter({ hasText: say('crew-driver-missing') })
      .waitFor();
    await page.keyboard.type('Ali Mzé');
    await form.locator('[name=telephone]').fill('soon');
    await page.keyboard.press('Enter');
    await form
      .getByRole('alert')
      .filter({ hasText: say('crew-telephone-form') })
      .waitFor();
    await form.locator('[name=telephone]').fill('+269 333 0000');
    await form.locator('[name=until]').fill('2030-01-01T20:00');
    await page.keyboard.press('Enter');
    await page.getByText(say('dispatch-saved', { callSign: vehicle.callSign })).waitFor();
    await drawer(page).getByText('Ali Mzé').waitFor();
    const held = [...(await facts.fresh()).crews.values()].find((crew) => crew.vehicleId === vehicle.id);
    expect(held).toMatchObject({ driver: 'Ali Mzé', onDuty: true, telephone: '+269 333 0000' });
    expect(held!.shiftEndsAt).toMatch(/^2030-01-01T/);
    expectClean(app.watch, server.url);
  });

  it('a reporter sets its own unit’s vehicles and is told what is not shown; an official is told why not', async () => {
    const reporter = await openApp(browser, server, { role: 'reporter', map: false, path: `/dispatch?area=${AREA}` });
    const token = await server.demoToken('reporter');
    const listed = await server.send('GET', '/api/collections/vehicles/records?perPage=200', { token });
    const units = new Set((listed.body.items as { unit: string }[]).map(({ unit }) => unit));
    expect(units.size).toBe(1);
    const [unit] = units;
    const town = nameOf(facts.situation.townships.get(unit as never)!.names, 'en');
    await reporter.page.getByText(say('unit-only', { unit: town })).waitFor();
    // Towns whose vehicles are not shown would all seem to have none.
    const bar = reporter.page.getByRole('region', { name: say('dispatch-readiness') });
    await expect.poll(() => bar.getByRole('listitem').count(), WAIT).toBe(1);
    const own = [...facts.situation.vehicles.values()].find((each) => each.unit === unit)!;
    await openVehicle(reporter, own);
    await reporter.page.getByRole('button', { name: say('dispatch-save') }).waitFor();
    expect(await reporter.page.getByText(say('dispatch-tool-road'), { exact: true }).count()).toBe(0);

    const official = await openApp(browser, server, { role: 'official', map: false, path: `/dispatch?area=${AREA}` });
    await openVehicle(official, own);
    await official.page.getByText(say('dispatch-may-not-set', { role: say('role-official') })).waitFor();
    expect(await official.page.getByRole('button', { name: say('dispatch-save') }).count()).toBe(0);
    for (const { watch } of [reporter, official]) expectClean(watch, server.url);
  });
});

describe('Plan', () => {
  it('a facility added where a village is counts at once, and undo takes it away', async () => {
    const coverage = await facts.ask<{
      villages: { id: string; reach: { township: { facilityId: string | null; seconds: number | null } } }[];
    }>('coverage');
    const far = coverage.villages.reduce((a, b) =>
      (b.reach.township.seconds ?? 0) > (a.reach.township.seconds ?? 0) ? b : a
    );
    const village = facts.situation.villages.get(far.id as never)!;
    // Beside the village's own symbol, so that the click falls on bare ground.
    const at = `${(village.lon! + 0.0008).toFixed(5)},${village.lat!.toFixed(5)},16`;
    const app = await openApp(browser, server, { path: `/plan?area=${AREA}&care=township&at=${at}` });
    const { page } = app;
    await mapReady(page);
    await page.keyboard.press('f');
    await page.getByRole('button', { name: say('plan-new-facility') }).click();
    const { x, y } = await mapMiddle(page);
    await page.mouse.click(x, y);
    await drawer(page).getByLabel(say('plan-name')).fill('Trial site');
    await drawer(page)
      .getByRole('combobox', { name: new RegExp(`^${say('plan-tier')}`) })
      .click();
    await page.getByRole('option', { name: say('tier-township-hospital') }).click();
    await drawer(page).getByLabel(say('capability-oxygen')).check();
    await page.getByRole('button', { name: say('plan-add'), exact: true }).click();
    await drawer(page).getByRole('heading', { name: 'Trial site' }).waitFor();
    await planned(page, 1);
    await page.keyboard.press('t');
    const table = page.getByRole('table', { name: say('plan-panel-table') });
    const row = table.locator('tbody tr', { hasText: nameOf(village.names, 'en') }).first();
    await row.getByText('Trial site').waitFor();
    expect(await table.getByText('Trial site').count()).toBeGreaterThan(0);
    await page.keyboard.press('Control+z');
    await table.getByText('Trial site').first().waitFor({ state: 'detached' });
    expectClean(app.watch, server.url);
  });

  it('a vehicle dragged to open ground has another base and no name for it; undo brings it back', async () => {
    const { situation } = facts;
    const apart = (a: { lon: number | null; lat: number | null }, b: { lon: number | null; lat: number | null }) =>
      Math.hypot(a.lon! - b.lon!, a.lat! - b.lat!);
    const vehicles = [...situation.vehicles.values()];
    const vehicle = vehicles.find(
      (each) =>
        each.positionLon === null &&
        each.baseFacilityId !== null &&
        vehicles.every((other) => other.id === each.id || apart(other, each) > 0.01)
    )!;
    const app = await openApp(browser, server, {
      path: `/plan?area=${AREA}&at=${vehicle.lon!.toFixed(5)},${vehicle.lat!.toFixed(5)},14`
    });
    const { page } = app;
    await mapReady(page);
    await page.keyboard.press('b');
    const { x, y } = await mapMiddle(page);
    // Its sign stands above the base it shares with a facility.
    const lift = 35;
    await page.mouse.move(x, y - lift);
    await page.mouse.down();
    await page.mouse.move(x + 40, y - 60, { steps: 4 });
    await page.mouse.move(x + 120, y - 140, { steps: 4 });
    await page.mouse.up();
    await drawer(page).getByRole('heading', { name: vehicle.callSign }).waitFor();
    await planned(page, 1);
    await drawer(page).getByText(say('plan-base-open-ground')).waitFor();
    await page.keyboard.press('Control+z');
    await planned(page, 0);
    await drawer(page)
      .getByText(nameOf(situation.facilities.get(vehicle.baseFacilityId!)!.names, 'en'))
      .first()
      .waitFor();
    expectClean(app.watch, server.url);
  });
});
