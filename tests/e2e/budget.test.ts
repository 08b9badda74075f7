import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mapReady, openApp } from '../helpers/app';
import { launchBrowser, type Transfer } from '../helpers/browser';
import { startServer, type TestServer } from '../helpers/server';

const MOST_BYTES = 900 * 1024;
const COUNTED = new Set(['script', 'stylesheet', 'font']);

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

it.each(['en', 'zh-CN'] as const)(
  'code, styles and fonts before the map shows stay within 900 KB, %s',
  async (language) => {
    const { page, watch, close } = await openApp(browser, server, { language });
    await mapReady(page);
    // Chromium reports a worker's own script to the page's timing alone.
    const workers = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.includes('/workers/'))
        .map(({ name, transferSize }) => ({ url: name, type: 'script', bytes: transferSize }))
    );
    expect(workers.length).toBeGreaterThanOrEqual(2);
    const later = await page.evaluate(() => {
      const shown = performance.getEntriesByName('map-shown')[0].startTime;
      return performance.getEntriesByType('resource').flatMap((each) => (each.startTime > shown ? [each.name] : []));
    });
    const own = watch.transfers.filter(
      ({ type, url }) => COUNTED.has(type) && !url.includes('/workers/') && !later.includes(url)
    );
    const all: Transfer[] = [...own, ...workers];
    const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
    const list = all
      .sort((a, b) => b.bytes - a.bytes)
      .slice(0, 25)
      .map(({ bytes, url }) => `${bytes}\t${new URL(url).pathname}`);
    console.log(`${language}: ${total} of ${MOST_BYTES} bytes in ${all.length} files\n${list.join('\n')}`);
    expect(total).toBeLessThanOrEqual(MOST_BYTES);
    expect(watch.requested.filter((url) => /highs|pinyin/.test(url))).toEqual([]);
    // Everything is compressed or a compressed format already: nothing of weight came plain.
    for (const { url, bytes } of all) expect(bytes, url).toBeLessThan(300_000);
    await close();
  }
);
