import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import '../../src/lib/i18n/late-messages';
import { translate, type Params } from '../../src/lib/i18n/t';
import type { Locale } from '../../src/lib/i18n/locale';
import { openScreen, type Screen, type ScreenOptions, type Watch } from './browser';
import type { Role, TestServer } from './server';

export type { Locale };
export const SCREENS = ['plan', 'dispatch', 'review', 'screen'] as const;
export type ScreenName = (typeof SCREENS)[number];

export interface AppOptions extends ScreenOptions {
  role?: Role;
  language?: Locale;
  theme?: 'dark' | 'light';
  /** Where to go after signing in, with its search part. */
  path?: string;
}

/** A signed-in screen of its own profile; `say` words a message in its first language. */
export interface App extends Screen {
  say(code: string, params?: Params): string;
}

/** Signs in with one click and waits until the area is open. */
export async function openApp(browser: Browser, server: TestServer, options: AppOptions = {}): Promise<App> {
  const { role = 'planner', language = 'en', theme = 'dark', path = '/plan', ...context } = options;
  const screen = await openScreen(browser, {
    locale: language,
    colorScheme: theme,
    timezoneId: 'UTC',
    ...context
  });
  const { page } = screen;
  await page.addInitScript((wanted) => {
    if (localStorage.getItem('greenlane-theme') === null) localStorage.setItem('greenlane-theme', wanted);
  }, theme);
  await page.goto(server.url + path);
  await page.locator(`button[data-role="${role}"]`).click();
  await page.waitForURL((url) => url.pathname === new URL(server.url + path).pathname);
  await areaOpen(page);
  return { ...screen, say: (code, params) => translate(language, code, params) };
}

/** Until the records and the first travel times are here. */
export async function areaOpen(page: Page): Promise<void> {
  // The title names the area only once it is open.
  await page.waitForFunction(() => document.title.split(' · ').length === 3);
}

/** Until the map has drawn all it knows. */
export async function mapReady(page: Page): Promise<void> {
  await page.locator('[data-map-state="ready"]').waitFor();
}

/** Nothing refused by the policy, no error, and nothing asked of any other address. */
export function expectClean(watch: Watch, origin: string): void {
  expect({
    violations: watch.violations,
    pageErrors: watch.pageErrors,
    consoleErrors: watch.consoleErrors,
    elsewhere: watch.requested.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== origin)
  }).toEqual({ violations: [], pageErrors: [], consoleErrors: [], elsewhere: [] });
}
