import { createHash } from 'node:crypto';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseOptions } from '../../src/node/supervisor/options';
import { contentSecurityPolicy } from '../../src/node/supervisor/policy';
import { ROLES, startServer, type TestServer } from '../helpers/server';
import { TINY_SCRIPT, writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';

const folder = (name: string) => mkdtempSync(join(tmpdir(), `greenlane-${name}-`));
const appDir = writeTinyApp(folder('app'));
const areaDir = writeTinyPack(folder('pack'));

/** A raw request, because fetch forbids the Host header and hides the content coding. */
function raw(
  server: TestServer,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) })
      );
    });
    call.once('error', reject);
    call.end();
  });
}

describe('demo mode', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ appDir });
  });
  afterAll(async () => server?.remove());

  it('gives every role at one click on this machine', async () => {
    expect((await server.send('GET', '/api/greenlane/mode')).body).toEqual({ demo: true, roles: [...ROLES] });
    for (const role of ROLES) {
      const { body } = await server.send('POST', `/api/greenlane/demo/${role}`);
      expect(body.record).toMatchObject({ role, demo: true, mustChange: false });
      const villages = await server.send('GET', '/api/collections/villages/records', { token: body.token });
      expect(villages.body.totalItems).toBeGreaterThan(0);
    }
    expect((await server.send('POST', '/api/greenlane/demo/superuser')).status).toBe(404);
  });

  it.each([
    [{ host: 'greenlane.example' }],
    [{ host: '127.0.0.1.example:80' }],
    [{ host: 'localhost.example' }],
    [{ host: '10.0.0.5:8090' }],
    [{ forwarded: 'for=1.2.3.4' }],
    [{ 'x-forwarded-for': '127.0.0.1' }],
    [{ 'x-forwarded-anything': 'x' }],
    [{ via: '1.1 proxy' }],
    [{ 'x-real-ip': '127.0.0.1' }],
    [{ 'x-client-ip': '127.0.0.1' }],
    [{ origin: 'http://greenlane.example' }],
    [{ 'sec-fetch-site': 'cross-site' }]
  ])('has no door for a request with %o', async (headers) => {
    const answer = await raw(server, '/api/greenlane/demo/admin', { method: 'POST', headers: headers as never });
    expect(answer.status).toBe(404);
  });

  it('a demo token and the console are worthless through a proxy', async () => {
    const token = await server.demoToken('admin');
    const proxied = { authorization: token, 'x-forwarded-for': '1.2.3.4' };
    expect((await raw(server, '/api/collections/villages/records', { headers: proxied })).status).toBe(401);
    const consoleToken = await server.consoleToken();
    expect((await raw(server, '/api/settings', { headers: { authorization: consoleToken } })).status).toBe(200);
    for (const headers of [{ via: '1.1 x' }, { host: 'greenlane.example' }] as Record<string, string>[]) {
      expect(
        (await raw(server, '/api/settings', { headers: { ...headers, authorization: consoleToken } })).status
      ).toBe(404);
      const shut = await raw(server, '/_/', { headers });
      expect(shut.status).toBe(404);
      expect(shut.headers['x-content-type-options']).toBe('nosniff');
      for (const name of ['_superusers', '_SUPERUSERS', 'pbc_3142635823']) {
        const at = `/api/collections/${name}/auth-with-password`;
        expect((await raw(server, at, { method: 'POST', headers })).status).toBe(404);
      }
    }
    expect((await raw(server, '/_/')).status).toBe(200);
  });

  it('ends with --live: the same data folder then knows no demo account', async () => {
    const token = await server.demoToken('admin');
    const { dataDir } = server;
    await server.stop();
    server = await startServer({ appDir, dataDir, live: true });
    expect((await server.send('GET', '/api/greenlane/mode')).body).toEqual({ demo: false, roles: [] });
    expect((await server.send('POST', '/api/greenlane/demo/admin')).status).toBe(404);
    const villages = await server.send('GET', '/api/collections/villages/records', { token });
    expect(villages.body.items ?? []).toEqual([]);
  });
});

it('an area that is not shipped, even under a link, is no demo; HOST decides too', async () => {
  const link = join(folder('link'), 'ngazidja');
  symlinkSync(areaDir, link);
  const server = await startServer({ appDir, areaDir: link });
  expect((await server.send('GET', '/api/greenlane/mode')).body.demo).toBe(false);
  expect((await server.send('POST', '/api/greenlane/demo/admin')).status).toBe(404);
  await server.remove();
  expect(() => parseOptions([], { PORT: 'x' })).toThrow(/PORT=x/);
});

describe('files and headers', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ appDir, areaDir, host: '0.0.0.0' });
  });
  afterAll(async () => server?.remove());

  it('listens beyond loopback without demo and without a console there', async () => {
    expect((await server.send('GET', '/api/greenlane/mode')).body.demo).toBe(false);
    const outward = Object.values(networkInterfaces())
      .flat()
      .find((each) => each && each.family === 'IPv4' && !each.internal);
    if (!outward) return;
    const other = `http://${outward.address}:${new URL(server.url).port}`;
    expect((await fetch(`${other}/`)).status).toBe(200);
    expect((await fetch(`${other}/_/`)).status).toBe(404);
  });

  it('sends a strict policy with the hash of the inline script on pages, and security headers everywhere', async () => {
    const page = await raw(server, '/');
    const policy = String(page.headers['content-security-policy']);
    const hash = createHash('sha256').update('window.started = 1;').digest('base64');
    expect(policy).toContain(`'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src[^;]*unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/.test(policy)).toBe(false);
    for (const at of ['/', '/plan', '/_app/immutable/a.js', '/api/health', '/basemap/tiny/relief.png', '/nothing.js']) {
      const { headers } = await raw(server, at);
      expect(headers['x-content-type-options'], at).toBe('nosniff');
      expect(headers['cross-origin-resource-policy'], at).toBe('same-origin');
      expect(headers['content-security-policy'], at).toContain("default-src 'none'");
      // What only a document obeys would weigh on each of the app's many files.
      if (at.startsWith('/_app/immutable/')) continue;
      expect(headers['x-frame-options'], at).toBe('DENY');
      expect(headers['referrer-policy'], at).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy'], at).toBe('same-origin');
    }
    expect(contentSecurityPolicy('<script src="/x.js"></script>')).not.toContain('sha256');
  });

  it('sends compressed siblings to those who take them, the same bytes to the others', async () => {
    const at = '/_app/immutable/a.js';
    for (const [accept, coding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['identity', undefined]
    ]) {
      const answer = await raw(server, at, { headers: { 'accept-encoding': String(accept) } });
      expect(answer.headers['content-encoding'], accept).toBe(coding);
      expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(answer.headers['cache-control']).toContain('immutable');
      expect(answer.headers.vary).toBe('Accept-Encoding');
    }
    expect((await raw(server, at)).body.toString()).toBe(TINY_SCRIPT);
    expect(await (await fetch(server.url + at)).text()).toBe(TINY_SCRIPT);
  });

  it('opens deep links and misses cleanly', async () => {
    for (const at of ['/plan', '/dispatch/village/osm-n1', '/review?x=1', '/plan/place/a.b']) {
      expect((await raw(server, at)).body.toString(), at).toContain('tiny app');
    }
    for (const at of [
      '/_app/immutable/b.js',
      '/api/nothing',
      '/basemap/tiny/network.bin',
      '/basemap/tiny/manifest.json'
    ]) {
      expect((await raw(server, at)).status, at).toBe(404);
    }
    for (const at of ['/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/basemap/..%2f/relief.png']) {
      const { status, body } = await raw(server, at);
      expect(status === 200 && !body.toString().includes('tiny app'), at).toBe(false);
    }
  });

  it('keeps ranges on the basemap and never compresses it', async () => {
    const headers = { range: 'bytes=10-19', 'accept-encoding': 'gzip, br' };
    const part = await raw(server, '/basemap/tiny/basemap.pmtiles', { headers });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe('bytes 10-19/5000');
    expect(part.body.toString()).toBe('0123456789');
    const whole = await raw(server, '/basemap/tiny/basemap.pmtiles', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(whole.headers['content-encoding']).toBeUndefined();
    expect(whole.body.length).toBe(5000);
    expect(whole.headers.etag).toMatch(/^"[0-9a-f]{64}"$/);
  });
});
