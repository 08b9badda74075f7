import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../src/node/launch/browser';
import '../../src/lib/i18n/late-messages';
import { translate } from '../../src/lib/i18n/t';
import { PLAIN_FLAGS } from '../helpers/browser';
import { startServer, type TestServer } from '../helpers/server';
import { writeTinyPack } from '../helpers/tiny-pack';

const NAME = 'greenlane.test';
const home = mkdtempSync(join(tmpdir(), 'greenlane-home-'));
let server: TestServer;
let browser: Browser;
/** The app that the first server took, so that the second builds none. */
let appDir: string;

beforeAll(async () => {
  server = await startServer({ areaDir: writeTinyPack(join(home, 'pack')), tls: { names: NAME } });
  appDir = join(server.dataDir, String(readdirSync(server.dataDir).find((name) => name.startsWith('app-'))));
  writeFileSync(join(appDir, 'probe-worker.js'), 'addEventListener("fetch", () => undefined);\n');
  browser = await chromium.launch({
    executablePath: await findBrowser(process.env, (line) => console.log(line)),
    args: [
      ...PLAIN_FLAGS.filter((flag) => !flag.startsWith('--host-resolver-rules')),
      `--host-resolver-rules=MAP ${NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      ...trust(join(server.dataDir, 'tls'))
    ],
    env: { ...process.env, HOME: home, XDG_DATA_HOME: join(home, '.local', 'share') } as Record<string, string>
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.remove();
  rmSync(home, { recursive: true, force: true });
});

/** Installs the authority as the guide says for Linux; without certutil, names the key that Chromium is to accept. */
function trust(tls: string): string[] {
  try {
    for (const database of [join(home, '.pki', 'nssdb'), join(home, '.local', 'share', 'pki', 'nssdb')]) {
      mkdirSync(database, { recursive: true });
      execFileSync('certutil', ['-d', `sql:${database}`, '-N', '--empty-password']);
      const args = ['-d', `sql:${database}`, '-A', '-t', 'C,,', '-n', 'Greenlane', '-i', join(tls, 'ca.pem')];
      execFileSync('certutil', args);
    }
    console.log('TRUST: the authority is installed in the browser’s own store (certutil).');
    return [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const key = new X509Certificate(readFileSync(join(tls, 'server.pem'))).publicKey;
    const hash = createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('base64');
    console.log('TRUST: certutil is absent, so the browser is told to accept the key of the certificate instead.');
    return [`--ignore-certificate-errors-spki-list=${hash}`];
  }
}

it('service worker, position, event stream and ranges work over the front', async () => {
  const origin = server.url.replace('127.0.0.1', NAME);
  const context = await browser.newContext({
    locale: 'en',
    permissions: ['geolocation'],
    geolocation: { latitude: 10.5, longitude: 10.5 }
  });
  const page = await context.newPage();
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(`${request.url()} ${request.failure()?.errorText}`));
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: translate('en', 'sign-in-submit') }).waitFor();
  expect(await page.getByText(translate('en', 'insecure-title')).count()).toBe(0);

  const { code } = server.passwords();
  const seen = await page.evaluate(async (given) => {
    const position = await new Promise<GeolocationPosition>((resolve, reject) =>
      navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000 })
    );
    const stream = new EventSource('/api/realtime');
    const connected = new Promise<string>((resolve, reject) => {
      stream.addEventListener('PB_CONNECT', (event) => resolve((event as MessageEvent<string>).data));
      stream.onerror = () => reject(new Error('no event stream'));
    });
    const clientId = (JSON.parse(await connected) as { clientId: string }).clientId;
    const signed = (await (
      await fetch('/api/greenlane/invitations/accept', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: given, username: 'boss', password: 'a-password-of-mine' })
      })
    ).json()) as { token: string };
    // The server beats every five seconds: an event that comes while the stream stays open.
    const beat = new Promise<string>((resolve) =>
      stream.addEventListener('heartbeats/*', (event) => resolve((event as MessageEvent<string>).data), { once: true })
    );
    await fetch('/api/realtime', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: signed.token },
      body: JSON.stringify({ clientId, subscriptions: ['heartbeats/*'] })
    });
    const action = (JSON.parse(await beat) as { action: string }).action;
    stream.close();
    const range = await fetch('/basemap/tiny/basemap.pmtiles', { headers: { range: 'bytes=10-19' } });
    return {
      secure: isSecureContext,
      latitude: position.coords.latitude,
      permission: (await navigator.permissions.query({ name: 'geolocation' })).state,
      action,
      range: [range.status, await range.text()]
    };
  }, code);
  expect(seen).toEqual({
    secure: true,
    latitude: 10.5,
    permission: 'granted',
    action: 'update',
    range: [206, '0123456789']
  });
  // The product's own worker where the build has one, and one with no other task than to be accepted.
  for (const name of ['probe-worker.js', 'service-worker.js'].filter((each) => existsSync(join(appDir, each)))) {
    const script = await page.evaluate(async (each) => {
      const registration = await navigator.serviceWorker.register(`/${each}`, { scope: `/try/${each}/` });
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      return worker?.scriptURL;
    }, name);
    expect(script).toBe(`${origin}/${name}`);
  }
  // The stream is the one that the page closed.
  expect(failed.filter((each) => !each.includes('/api/realtime'))).toEqual([]);

  await page.goto(`${server.guideUrl!.replace('127.0.0.1', NAME)}/plan`);
  const link = page.locator('#en a.button').last();
  expect(await link.getAttribute('href')).toBe(`${origin}/plan`);
  await context.close();
}, 40_000);

it('a plain address says at the sign-in what is missing, in both languages', async () => {
  const plain = await startServer({ areaDir: join(home, 'pack'), appDir, live: true });
  for (const locale of ['en', 'zh-CN'] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const note = page.getByRole('complementary', { name: translate(locale, 'insecure-title') });
    await page.goto(`${plain.url.replace('127.0.0.1', NAME)}/sign-in`);
    await note.getByText(translate(locale, 'insecure-body')).waitFor();
    await page.goto(`${plain.url}/sign-in`);
    await page.getByRole('button', { name: translate(locale, 'sign-in-submit') }).waitFor();
    expect(await note.count()).toBe(0);
    await context.close();
  }
  await plain.remove();
});
