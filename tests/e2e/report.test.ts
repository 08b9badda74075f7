import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reportForm } from '../../src/lib/core/report/report-form';
import { number } from '../../src/lib/i18n/format';
import { nameOf } from '../../src/lib/i18n/names';
import type { Facility } from '../../src/lib/core/model/records';
import { PALETTES } from '../../src/lib/map/palette';
import { mapReady, openApp } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { AREA, openFacts, type Facts } from '../helpers/facts';
import { colourGap, hexRgb, mapMiddle, readPixels } from '../helpers/pixels';
import { say, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, serviceWorkers: 'allow' };

let browser: Browser;
let server: TestServer;
let facts: Facts;
/** Open clinics of the reporter's unit, and those of them where what stands only has to be confirmed. */
let clinics: Facility[];
let counted: Facility[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
  const { unit } = (await server.send('POST', '/api/greenlane/demo/reporter')).body.record;
  clinics = [...facts.situation.facilities.values()].filter(
    (site) => site.unit === unit && site.tier === 'village-clinic' && site.open
  );
  counted = clinics.filter((site) =>
    reportForm(facts.situation, site.id).standing.people.every(({ counts }) => Object.keys(counts).length > 0)
  );
  expect(counted.length).toBeGreaterThan(0);
  expect(clinics.length).toBeGreaterThan(1);
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** A phone that has picked its clinic before. */
async function openReport(clinic: Facility): Promise<Page> {
  const { page } = await openApp(browser, server, { role: 'reporter', path: `/report?area=${AREA}`, ...PHONE });
  await page
    .getByRole('button', { name: nameOf(clinic.names, 'en') })
    .first()
    .click();
  await page.locator('.report').waitFor();
  return page;
}

const rows = async (clinic: Facility) => {
  const filter = encodeURIComponent(`facilityId="${clinic.id}"`);
  const token = await server.consoleToken();
  return (await server.send('GET', `/api/collections/reports/records?filter=${filter}`, { token })).body.items as {
    noChange: boolean;
    sent: number;
    content: { stock: { medicineId: string; usedToday: number | null; lots: { doses: number }[] }[] };
  }[];
};

describe('a village clinic on a phone', () => {
  it('says "no change" in two interactions; offline it keeps what is half filled in, and reports twice, each once', async () => {
    const clinic = clinics.find(({ id }) => id !== counted.at(-1)!.id)!;
    const page = await openReport(clinic);
    const before = (await rows(clinic))[0]?.sent ?? 0;
    const medicine = [...facts.situation.stock.values()].find(
      ({ facilityId, lots }) => facilityId === clinic.id && lots.some(({ doses }) => doses > 3)
    )!.medicineId;
    const held = async () => {
      const { stock } = await facts.fresh();
      const own = [...stock.values()].find((each) => each.facilityId === clinic.id && each.medicineId === medicine)!;
      return own.lots.reduce((sum, { doses }) => sum + doses, 0);
    };
    const stood = await held();
    const stock = page.locator(`[id="stock/${medicine}"] input`).first();
    const judged = page.locator(`[id="stock/${medicine}"]`).getByText(/day/);
    const sendPartly = async () => {
      await page.locator('[data-send]').click();
      await page.getByRole('group', { name: say('report-missing-title') }).waitFor();
      await page.getByRole('button', { name: say('report-send-anyway') }).click();
    };

    await judged.first().waitFor();
    // The device has kept app, facts and roads before the line goes.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
    await page.waitForFunction(
      () =>
        new Promise<boolean>((resolve) => {
          const asked = indexedDB.open('greenlane');
          asked.onsuccess = () => {
            const counted = asked.result.transaction('network').objectStore('network').count();
            counted.onsuccess = () => {
              asked.result.close();
              resolve(counted.result > 0);
            };
          };
        }),
      null,
      { timeout: 60_000, polling: 1000 }
    );
    await page.context().setOffline(true);
    const left = String(stood - 3);
    await stock.fill(left);
    await stock.blur();
    await page.getByRole('link', { name: say('rail-plan') }).click();
    await page.getByRole('link', { name: say('rail-report') }).click();
    await expect.poll(() => stock.inputValue(), WAIT).toBe(left);
    await page.reload();
    await expect.poll(() => stock.inputValue(), WAIT).toBe(left);
    await sendPartly();
    await page.getByText(/1 report on this device since/).waitFor();
    // The next one starts from the one that waits, and does not undo it.
    await page
      .getByText(say('report-last', { value: number(stood - 3, 0, 'en') }))
      .first()
      .waitFor();
    expect(await stock.inputValue()).toBe(left);
    // No figure knows of what waits here.
    expect(await judged.count()).toBe(0);
    const staff = page.locator('[id="field/staffNow"] input');
    await staff.fill(String(Number(await staff.inputValue()) + 1));
    await staff.blur();
    await sendPartly();
    await page.getByText(/2 reports on this device since/).waitFor();
    await page.reload();
    await page.getByText(/2 reports on this device since/).waitFor();
    expect((await rows(clinic))[0]?.sent ?? 0).toBe(before);
    await page.context().setOffline(false);
    await expect.poll(async () => (await rows(clinic))[0]?.sent, { timeout: 30_000 }).toBe(before + 2);
    await page.getByText(/^Reported at/).waitFor();
    expect(await held()).toBe(stood - 3);
    await judged.first().waitFor();

    await page.getByRole('button', { name: say('report-no-change') }).click();
    await page.getByRole('button', { name: say('report-no-change-send') }).click();
    await expect.poll(async () => (await rows(clinic))[0].sent, WAIT).toBe(before + 3);
    expect(await rows(clinic)).toHaveLength(1);
    expect(await held()).toBe(stood - 3);
  });

  it('reports in full within twelve interactions, and another desk’s map and stock follow without a reload', async () => {
    const clinic = counted.at(-1)!;
    const page = await openReport(clinic);
    const at = `at=${clinic.lon!.toFixed(5)},${clinic.lat!.toFixed(5)},15`;
    const path = `/plan?area=${AREA}&pick=facility:${clinic.id}&${at}`;
    const { page: desk } = await openApp(browser, server, { role: 'planner', path });
    await mapReady(desk);
    const { x, y } = await mapMiddle(desk);
    // The site is short of a medicine: beside it stands for how many days it lasts.
    const shortage = async () => {
      const pixel = await readPixels(desk);
      const amber = hexRgb(PALETTES.dark.warn);
      const drawn: string[] = [];
      for (let dx = -90; dx < 90; dx++)
        for (let dy = -60; dy < 60; dy++) if (colourGap(pixel(x + dx, y + dy), amber) <= 2) drawn.push(`${dx} ${dy}`);
      return drawn;
    };
    const before = await shortage();
    expect(before.length).toBeGreaterThan(300);
    let interactions = 0;
    const used = page.locator('[id^="used/"] input');
    for (let i = 0; i < (await used.count()); i++) {
      await used.nth(i).fill('1');
      await used.nth(i).blur();
      interactions += 1;
    }
    // One shelf is empty: that is asked about before it goes.
    const medicine = reportForm(facts.situation, clinic.id).items.flatMap((item) =>
      item.kind === 'stock' ? [item.medicineId] : []
    )[0];
    const days = desk
      .getByRole('row', { name: nameOf(facts.situation.medicines.get(medicine)!.names, 'en') })
      .locator('td')
      .nth(1);
    expect(Number.parseFloat(await days.innerText())).toBeGreaterThan(0);
    const stock = page.locator(`[id="stock/${medicine}"]`);
    await stock.locator('input').first().fill('0');
    await stock.locator('input').first().blur();
    await stock.locator('[data-odd]').click();
    interactions += 2;
    const red = page.locator('[id^="count/"][id$="/red"] button').last();
    await red.click();
    await page.locator('[data-send]').click();
    interactions += 2;
    await expect
      .poll(async () => (await rows(clinic))[0]?.content.stock.map(({ usedToday }) => usedToday), WAIT)
      .toEqual(Array(await used.count()).fill(1));
    await page.getByText(/^Reported at/).waitFor();
    expect(interactions).toBeLessThanOrEqual(12);
    // The other desk was never reloaded.
    await expect.poll(async () => Number.parseFloat(await days.innerText()), WAIT).toBe(0);
    await expect.poll(shortage, WAIT).not.toEqual(before);
    expect((await shortage()).length).toBeGreaterThan(300);
  });
});
