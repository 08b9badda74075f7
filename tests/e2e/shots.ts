/**
 * Pictures of the screens for the documents: `npx tsx tests/e2e/shots.ts --out docs/screens [--server URL] [--only
 * SCREEN]`. Starts a server of its own unless one is given. `drive` is the driver's page, `case` an open case in the queue.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { translate } from '../../src/lib/i18n/t';
import { mapReady, openApp, type AppOptions, type Locale, type ScreenName } from '../helpers/app';
import { launchBrowser } from '../helpers/browser';
import { command, freeAmbulances, linkOf, openPhone, sendOrder, type Desk } from '../helpers/drive';
import { AREA, openFacts, type CoverageAnswer, type Facts } from '../helpers/facts';
import { mapMiddle } from '../helpers/pixels';
import { startServer, type TestServer } from '../helpers/server';

const LARGEST_BYTES = 400_000;
const DESK = { width: 1440, height: 900 };
const WALL = { width: 1920, height: 1080 };

/** The case under way of a night that is begun once for all languages. */
let night: Promise<string> | null = null;

interface Shot {
  screen: ScreenName;
  options: AppOptions;
  /** What is done before the picture. */
  act?: (page: Page) => Promise<void>;
}

function shotsOf(facts: Facts, far: string): Shot[] {
  const village = facts.situation.villages.get(far as never)!;
  const at = `at=${village.lon!.toFixed(4)},${village.lat!.toFixed(4)},12.5`;
  const path = {
    plan: `/plan?area=${AREA}`,
    dispatch: `/dispatch?area=${AREA}&pick=village:${far}&${at}`,
    review: `/review?area=${AREA}`,
    screen: `/screen?area=${AREA}`
  };
  const explained = async (page: Page) => {
    const figure = page.locator('table tbody tr button.explainable').first();
    await figure.waitFor();
    await figure.click();
  };
  return [
    { screen: 'plan', options: { role: 'planner', path: path.plan, viewport: DESK } },
    { screen: 'dispatch', options: { role: 'dispatcher', path: path.dispatch, viewport: DESK } },
    { screen: 'review', options: { role: 'official', path: path.review, viewport: DESK }, act: explained },
    { screen: 'screen', options: { role: 'official', path: path.screen, viewport: WALL } }
  ];
}

/** Desks by day in one language and by night in the other, as the designs have them; the wall is always dark. */
function themeOf(screen: ScreenName, language: Locale): 'dark' | 'light' {
  if (screen === 'screen' || screen === 'dispatch') return 'dark';
  if (screen === 'review') return 'light';
  return language === 'en' ? 'dark' : 'light';
}

/** Until two pictures running are the same but for the clock: labels and tiles have come to rest. */
async function atRest(page: Page): Promise<void> {
  await mapReady(page);
  await mapMiddle(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let last: Buffer = Buffer.alloc(0);
  for (let i = 0; i < 20; i++) {
    const next = await page.locator('.maplibregl-canvas').first().screenshot();
    if (next.equals(last)) return;
    last = next;
  }
}

/** JPEG, as good as stays small. */
async function take(page: Page, path: string): Promise<void> {
  for (const quality of [86, 80, 72, 64]) {
    await page.screenshot({ path, animations: 'disabled', type: 'jpeg', quality });
    if (statSync(path).size <= LARGEST_BYTES) return;
  }
}

const { values } = parseArgs({
  options: { out: { type: 'string' }, server: { type: 'string' }, only: { type: 'string' } }
});
const wanted = (name: string) => values.only === undefined || values.only === name;
const out = resolve(values.out ?? 'docs/screens');
mkdirSync(out, { recursive: true });
const browser = await launchBrowser();
let own: TestServer | null = null;
try {
  own = values.server ? null : await startServer();
  const server = own ?? existing(values.server!);
  const facts = await openFacts(server);
  const { villages } = await facts.ask<CoverageAnswer>('coverage');
  const seconds = ({ reach }: CoverageAnswer['villages'][number]) => reach.severe.seconds ?? 0;
  const far = villages.reduce((a, b) => (seconds(b) > seconds(a) ? b : a));
  for (const language of ['en', 'zh-CN'] as const) {
    for (const { screen, options, act } of shotsOf(facts, far.id).filter((each) => wanted(each.screen))) {
      const theme = themeOf(screen, language);
      const app = await openApp(browser, server, { ...options, language, theme });
      await mapReady(app.page);
      await act?.(app.page);
      await atRest(app.page);
      await take(app.page, join(out, `${screen}-${theme}-${language === 'en' ? 'en' : 'zh'}.jpg`));
      console.log(`${screen}, ${language}, ${theme}`);
      await app.close();
    }
    if (wanted('case')) await takeCase(server, facts, language);
    if (wanted('drive')) await takePhone(server, facts, language);
  }
} finally {
  await browser.close();
  await own?.remove();
}

/** Cases as they come in a night; gives the one under way. */
async function beginNight(desk: Desk): Promise<string> {
  const villages = [...desk.facts.situation.villages.values()].filter(({ lon }) => lon !== null);
  const target = [...desk.facts.situation.facilities.values()].find(
    ({ tier, open, capabilities }) => tier === 'designated' && open && capabilities.includes('icu')
  )!;
  const ask = async (nth: number, grade: string, more: object = {}) =>
    (
      await command(desk, 'referrals', {
        referral: {
          ...{ villageId: villages[nth].id, targetFacilityId: target.id, grade, severeDisease: false },
          ...{ aged: false, stable: true, dialysis: false, ...more }
        }
      })
    ).referral;
  await ask(11, 'severe', { aged: true, greenChannel: true });
  await ask(17, 'ordinary');
  const refused = await ask(23, 'severe', { dialysis: true });
  await command(desk, `referrals/${refused.key}/reject`, { version: refused.version, reason: 'ICU full' });
  // The pictures of the phone take the first two.
  const [, , vehicle, second] = freeAmbulances(desk.facts);
  if (second) await sendOrder(desk, second.id, 52);
  const { referral, assignment } = await sendOrder(desk, vehicle.id, 46);
  for (const verb of ['depart', 'reach-scene', 'leave-scene'])
    await command(desk, `assignments/${assignment}/${verb}`, {});
  return referral;
}

/** The queue with one case open: its vehicle under way, its clocks, and what happened. */
async function takeCase(server: TestServer, facts: Facts, language: Locale): Promise<void> {
  night ??= beginNight({ url: server.url, token: await server.demoToken('dispatcher'), facts });
  const id = await night;
  const path = `/dispatch?area=${AREA}`;
  const app = await openApp(browser, server, { role: 'dispatcher', path, language, theme: 'dark', viewport: DESK });
  await app.page.locator(`#case-${id}`).click();
  await app.page.locator('.timeline li').nth(4).waitFor();
  await atRest(app.page);
  await app.page.locator('.timeline').scrollIntoViewIfNeeded();
  await take(app.page, join(out, `case-dark-${language === 'en' ? 'en' : 'zh'}.jpg`));
  console.log(`case, ${language}, dark`);
  await app.close();
}

/** The driver's page with an order under way, its position shared. */
async function takePhone(server: TestServer, facts: Facts, language: Locale): Promise<void> {
  const theme = language === 'en' ? 'light' : 'dark';
  const desk = { url: server.url, token: await server.demoToken('dispatcher'), facts };
  const vehicle = freeAmbulances(facts)[language === 'en' ? 0 : 1];
  const at = { longitude: vehicle.lon, latitude: vehicle.lat };
  const phone = await openPhone(browser, await linkOf(desk, vehicle.id), { language, theme, at, sharp: true });
  const { page } = phone;
  await page.getByRole('switch').click();
  await sendOrder(desk, vehicle.id, 40, ['stretcher', 'oxygen', 'monitor']);
  await page.getByRole('button', { name: translate(language, 'drive-do-depart'), exact: true }).waitFor();
  await page.locator('svg .place').first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await take(page, join(out, `drive-${theme}-${language === 'en' ? 'en' : 'zh'}.jpg`));
  console.log(`drive, ${language}, ${theme}`);
  await phone.close();
}

/** A server that runs already, in demo mode. */
function existing(url: string): TestServer {
  const token = async (role: string) => {
    const answer = await fetch(`${url}/api/greenlane/demo/${role}`, { method: 'POST' });
    return ((await answer.json()) as { token: string }).token;
  };
  return { url, demoToken: token } as unknown as TestServer;
}
