import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from 'playwright-core';
import { findBrowser } from '../../src/node/launch/browser';

/** Software WebGL, and no name is resolved but our own address: nothing can be fetched from elsewhere. */
export const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'
];

/** A real Chromium, found as `npm test` finds it; a missing one throws with the cure, so that the test fails. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser(process.env, (line) => console.log(line));
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface Transfer {
  url: string;
  /** Chromium's resource type: script, stylesheet, font, fetch … */
  type: string;
  /** Bytes over the wire, headers included (`encodedDataLength`). */
  bytes: number;
}

/** All that a page did which no test should let pass unseen; lists grow while it lives. */
export interface Watch {
  /** Errors on the console, of the page and of its workers. */
  consoleErrors: string[];
  pageErrors: string[];
  /** What the content security policy refused: directive and address. */
  violations: string[];
  /** Every address asked for. */
  requested: string[];
  transfers: Transfer[];
}

/** One browser profile with its page, watched from before its first request. */
export interface Screen {
  page: Page;
  watch: Watch;
  close(): Promise<void>;
}

export async function openScreen(browser: Browser, options: BrowserContextOptions = {}): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    // Requests that a service worker takes part in escape `page.route`.
    serviceWorkers: 'block',
    ...options
  });
  const watch: Watch = { consoleErrors: [], pageErrors: [], violations: [], requested: [], transfers: [] };
  await context.exposeBinding('reportViolation', (_, text: string) => void watch.violations.push(text));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportViolation: (text: string) => void }).reportViolation;
      report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => {
    if (message.type() === 'error') watch.consoleErrors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => watch.pageErrors.push(error.stack ?? error.message));
  context.on('request', (request) => watch.requested.push(request.url()));
  context.on('requestfinished', (request) => void note(request, watch));
  return { page, watch, close: () => context.close() };
}

/** After a test: what it left open would slow the next. */
export async function closeScreens(browser: Browser | undefined): Promise<void> {
  for (const context of browser?.contexts() ?? []) await context.close();
}

async function note(request: Request, watch: Watch): Promise<void> {
  try {
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    const bytes = responseBodySize + responseHeadersSize;
    watch.transfers.push({ url: request.url(), type: request.resourceType(), bytes });
  } catch {
    // The page was closed while its size was asked for.
  }
}
