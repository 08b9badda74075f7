import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reportForm } from '../../src/lib/core/report/report-form';
import { nameOf } from '../../src/lib/i18n/names';
import type { Facility } from '../../src/lib/core/model/records';
import { openApp } from '../helpers/app';
import { closeScreens, launchBrowser } from '../helpers/browser';
import { AREA, openFacts, type Facts } from '../helpers/facts';
import { say, WAIT } from '../helpers/plan-page';
import { startServer, type TestServer } from '../helpers/server';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, serviceWorkers: 'allow' };

let browser: Browser;
let server: TestServer;
let facts: Facts;
let clinics: Facility[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  facts = await openFacts(server);
  const { unit } = (await server.send('POST', '/api/greenlane/demo/reporter')).body.record;
  // Villages of this kind are counted already: what stands is there to be confirmed.
  clinics = [...facts.situation.facilities.values()].filter((site) => {
    if (site.unit !== unit || site.tier !== 'village-clinic' || !site.open) return false;
    return reportForm(facts.situation, site.id).standing.people.every(({ counts }) => Object.keys(counts).length > 0);
  });
  expect(clinics.length).toBeGreaterThan(0);
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
  it('says "no change" in two interactions, and offline once, over a reload', async () => {
    const clinic = clinics[0];
    const page = await openReport(clinic);
    const noChange = async () => {
      await page.getByRole('button', { name: say('report-no-change') }).click();
      await page.getByRole('button', { name: say('report-no-change-send') }).click();
    };
    const before = (await rows(clinic))[0]?.sent ?? 0;
    await noChange();
    await expect.poll(async () => (await rows(clinic))[0]?.sent, WAIT).toBe(before + 1);

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
    await noChange();
    await page.getByText(/on this device since/).waitFor();
    await page.reload();
    await page.getByText(/on this device since/).waitFor();
    expect((await rows(clinic))[0].sent).toBe(before + 1);
    await page.context().setOffline(false);
    await expect.poll(async () => (await rows(clinic))[0].sent, { timeout: 30_000 }).toBe(before + 2);
    await page.getByText(/^Reported at/).waitFor();
    expect(await rows(clinic)).toHaveLength(1);
  });

  it('reports in full within twelve interactions, and another desk sees its stock without a reload', async () => {
    const clinic = clinics.at(-1)!;
    const page = await openReport(clinic);
    const path = `/plan?area=${AREA}&pick=facility:${clinic.id}`;
    const { page: desk } = await openApp(browser, server, { role: 'planner', path });
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
  });
});
