import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from 'playwright-core';
import { findBrowser } from '../../src/node/launch/browser';

/** No name is resolved but our own address: nothing can be fetched from elsewhere. */
const COMMON = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'
];
const MAP_FLAGS = [
  ...COMMON,
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // The page round the map is put together without the software renderer, which has enough to do with the map.
  '--disable-gpu-compositing'
];
/** Of a browser without WebGL. */
export const PLAIN_FLAGS = [...COMMON, '--disable-gpu', '--disable-3d-apis'];

/** A real Chromium, found as `npm test` finds it; a missing one throws with the cure, so that the test fails. */
export const launchBrowser = () => launch(MAP_FLAGS);

async function launch(args: string[]): Promise<Browser> {
  const executablePath = await findBrowser(process.env, (line) => console.log(line));
  return chromium.launch({ executablePath, args });
}

const withoutWebgl = new WeakMap<Browser, Promise<Browser>>();

/** The browser without WebGL beside another one; it goes with it. */
function plainBeside(browser: Browser): Promise<Browser> {
  const held = withoutWebgl.get(browser) ?? launch(PLAIN_FLAGS);
  if (!withoutWebgl.has(browser)) browser.once('disconnected', () => void held.then((plain) => plain.close()));
  withoutWebgl.set(browser, held);
  return held;
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

export interface ScreenOptions extends BrowserContextOptions {
  /**
   * false: a browser without WebGL, as on an old office machine. Everything but the map works there, and no software
   * renderer competes for the processor: for tests that do not look at the map.
   */
  map?: boolean;
}

export async function openScreen(browser: Browser, { map = true, ...options }: ScreenOptions = {}): Promise<Screen> {
  const context = await (map ? browser : await plainBeside(browser)).newContext({
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
  for (const each of browser ? [browser, await withoutWebgl.get(browser)] : [])
    for (const context of each?.contexts() ?? []) await context.close();
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
