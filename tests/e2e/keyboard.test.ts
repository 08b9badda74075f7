import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { areaOpen, mapReady, openApp, SCREENS } from '../helpers/app';
import { closeScreens, launchBrowser, openScreen } from '../helpers/browser';
import { AREA, openFacts, type Facts } from '../helpers/facts';
import { say } from '../helpers/plan-page';
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

/** What has the keyboard, and whether a person sees that it has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    const canvas = element.tagName === 'CANVAS';
    return { name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '', ring, canvas };
  });

/** Presses Tab until something of that name has the keyboard; every stop on the way must show it. */
async function tabTo(page: Page, name: string | RegExp, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (!now.canvas) expect(now.ring, `focus on “${now.name}” is seen`).toBe(true);
    if (typeof name === 'string' ? now.name === name : name.test(now.name)) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

it('from sign-in to a closed road by keyboard alone', async () => {
  const { network } = facts;
  let longest = 0;
  for (let edge = 1; edge < network.edgeCount; edge++) {
    const primary = network.wayRef[network.edgeWay[edge]] !== 0;
    if (primary && network.edgeLengthMm[edge] > network.edgeLengthMm[longest]) longest = edge;
  }
  const [a, b] = [network.edgeFrom[longest], network.edgeTo[longest]];
  const lon = (network.nodeLonE7[a] + network.nodeLonE7[b]) / 2e7;
  const lat = (network.nodeLatE7[a] + network.nodeLatE7[b]) / 2e7;

  const { page } = await openScreen(browser, { locale: 'en' });
  await page.goto(`${server.url}/plan?area=${AREA}&at=${lon.toFixed(5)},${lat.toFixed(5)},17`);
  await page.locator('button[data-role="planner"]').waitFor();
  await tabTo(page, new RegExp(`^${say('role-planner')}`));
  await page.keyboard.press('Enter');
  await areaOpen(page);
  await mapReady(page);
  await tabTo(page, say('skip-to-content'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('x');
  // The middle of the map acts as the pointer once the map has the keyboard.
  for (let i = 0; i < 60 && !(await focused(page)).canvas; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText(say('plan-changes', { count: 1 })).waitFor();
  await page.keyboard.press('Control+z');
  await page
    .getByText(say('plan-changes', { count: 0 }))
    .first()
    .waitFor();
});

it('the search gives the keyboard back to where it was', async () => {
  const { page } = await openApp(browser, server, { map: false, path: `/plan?area=${AREA}` });
  const start = page.getByRole('combobox', { name: new RegExp(`^${say('bar-season')}: `) });
  await start.focus();
  await page.keyboard.press('/');
  const search = page.getByRole('combobox', { name: say('search-label') });
  await search.waitFor();
  expect((await focused(page)).name).toBe(say('search-label'));
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
  await expect.poll(async () => (await focused(page)).name).toMatch(new RegExp(`^${say('bar-season')}: `));
});

it.each(SCREENS.filter((screen) => screen !== 'screen'))('%s at double zoom cuts off no control', async (screen) => {
  const { page } = await openApp(browser, server, {
    ...{ role: 'planner', path: `/${screen}?area=${AREA}` },
    // The layout of 1440 × 900 at double zoom; sharper pixels would change none of it.
    viewport: { width: 720, height: 450 }
  });
  // So small, Review is its list; the map takes its place when asked for.
  if (screen === 'review') await page.getByRole('button', { name: say('review-map'), exact: true }).waitFor();
  else await mapReady(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  // The rail, the bar and the tools: each lies within the window.
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('nav a, header.bar button, [role="toolbar"] button')].flatMap((each) => {
      const { left, right, top, bottom, width } = each.getBoundingClientRect();
      const scrolls = each.closest<HTMLElement>('[role="toolbar"], nav');
      const reachable = scrolls !== null && scrolls.scrollHeight > scrolls.clientHeight + 1;
      const cut = left < -1 || right > innerWidth + 1 || ((top < -1 || bottom > innerHeight + 1) && !reachable);
      return width > 0 && cut ? [each.getAttribute('aria-label') ?? each.textContent!.trim()] : [];
    })
  );
  expect(outside).toEqual([]);
  // Nothing lies over the controls of the bar.
  const covered = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('header.bar button')].flatMap((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return width > 0 && hit && !each.contains(hit)
        ? [each.getAttribute('aria-label') ?? each.textContent!.trim()]
        : [];
    })
  );
  expect(covered).toEqual([]);
});

/** Animations of the page that run for longer than a blink. */
const longAnimations = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => {
        const { duration, iterations } = effect!.getComputedTiming();
        return Number(duration) > 20 || iterations === Infinity;
      })
      .map(
        (each) => ((each as CSSAnimation).animationName ?? (each as CSSTransition).transitionProperty ?? '') as string
      )
  );

it('with reduced motion nothing runs on for long, and the map jumps', async () => {
  const { page } = await openApp(browser, server, { path: `/plan?area=${AREA}`, reducedMotion: 'reduce' });
  await mapReady(page);
  await page.keyboard.press('t');
  expect(await longAnimations(page)).toEqual([]);
  await page.keyboard.press('t');
  // The scale follows every frame of a move: after a jump it stands at once.
  const scales = await page.evaluate(async (name) => {
    const bar = () => document.querySelector<HTMLElement>('.scale')!;
    const read = () => `${bar().textContent} ${bar().style.width}`;
    const seen = [read()];
    document.querySelector<HTMLElement>(`button[aria-label="${name}"]`)!.click();
    for (let i = 0; i < 20; i++) {
      await new Promise(requestAnimationFrame);
      if (read() !== seen.at(-1)) seen.push(read());
    }
    return seen;
  }, say('map-zoom-in'));
  expect(scales.length).toBe(2);
});

it('with reduced motion the wall stands still and says so', async () => {
  const { page } = await openApp(browser, server, { path: `/screen?area=${AREA}`, reducedMotion: 'reduce' });
  await mapReady(page);
  await page.getByText(say('screen-tour-still')).waitFor();
  expect(await page.locator('.maplibregl-canvas').count()).toBe(1);
  expect(await longAnimations(page)).toEqual([]);
});

it.each([
  ['report', 'reporter'],
  ['plan', 'planner']
] as const)('on a phone every control of %s is 44 px wide and high', async (screen, role) => {
  const { page } = await openApp(browser, server, {
    ...{ role, path: `/${screen}?area=${AREA}` },
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  });
  if (screen === 'plan') await mapReady(page);
  else {
    await page.locator('main button').first().click();
    await page.locator('.report').waitFor();
  }
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary, [role="radio"]')].flatMap(
      (each) => {
        // A box is as large as the label that bears it; what stands inside a sentence is as high as its line.
        const { width, height, bottom } = (each.closest('label') ?? each).getBoundingClientRect();
        const unseen = width <= 1 || height <= 1 || bottom <= 0 || each.closest('[inert], [aria-hidden="true"]');
        if (unseen || each.matches('p a, p .explainable') || (width >= 43.5 && height >= 43.5)) return [];
        const name = each.getAttribute('aria-label') ?? each.textContent?.trim() ?? '';
        return [`${each.className} “${name}” ${Math.round(width)} × ${Math.round(height)}`];
      }
    )
  );
  expect(small).toEqual([]);
});
