import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseOptions } from '../../src/node/supervisor/options';
import { takeAuthority } from '../../src/node/supervisor/tls/authority';
import { machineNames, parseAddedNames } from '../../src/node/supervisor/tls/machine-names';
import { createProxy } from '../../src/node/supervisor/tls/proxy';
import { takeServerCertificate } from '../../src/node/supervisor/tls/server-certificate';
import { startServer, type TestServer } from '../helpers/server';
import { TINY_SCRIPT, writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';

const folder = (name: string) => mkdtempSync(join(tmpdir(), `greenlane-${name}-`));
const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-22T00:00:00Z');
const NAMES = { dns: ['greenlane.lan', 'localhost'], ip: ['10.1.2.3', '127.0.0.1', '::1', 'fd00::12'] };

describe('certificates', () => {
  it('are made once, verified by OpenSSL, and renewed for new names or near their end', async () => {
    const dir = folder('tls');
    const authority = await takeAuthority(dir, NOW);
    expect((await takeAuthority(dir, NOW + DAY_MS)).fingerprint).toBe(authority.fingerprint);
    expect(statSync(join(dir, 'ca.key')).mode & 0o777).toBe(0o600);
    expect(new X509Certificate(authority.der)).toMatchObject({ ca: true, fingerprint256: authority.fingerprint });

    const first = await takeServerCertificate(authority, NAMES, dir, NOW);
    expect(first.renewed).toBe(true);
    const read = new X509Certificate(first.certificatePem);
    expect(read.checkHost('greenlane.lan')).toBe('greenlane.lan');
    for (const each of NAMES.ip) expect(read.checkIP(each), each).toBe(each);
    expect(read.checkIP('10.1.2.4')).toBeUndefined();
    expect(Date.parse(read.validTo) - NOW).toBeLessThanOrEqual(398 * DAY_MS);
    const at = String(NOW / 1000);
    const args = ['verify', '-x509_strict', '-purpose', 'sslserver', '-attime', at, '-CAfile', join(dir, 'ca.pem')];
    expect(execFileSync('openssl', [...args, join(dir, 'server.pem')], { encoding: 'utf8' })).toContain('OK');

    const again = await takeServerCertificate(authority, NAMES, dir, NOW + 300 * DAY_MS);
    expect([again.renewed, again.certificatePem.trim()]).toEqual([false, first.certificatePem.trim()]);
    expect((await takeServerCertificate(authority, NAMES, dir, NOW + 370 * DAY_MS)).renewed).toBe(true);
    const moved = { ...NAMES, ip: ['10.1.2.9', ...NAMES.ip.slice(1)] };
    expect((await takeServerCertificate(authority, moved, dir, NOW + 370 * DAY_MS)).renewed).toBe(true);
    const other = await takeAuthority(folder('tls'), NOW);
    expect((await takeServerCertificate(other, moved, dir, NOW + 370 * DAY_MS)).renewed).toBe(true);
    await expect(takeAuthority(dir, NOW + 3700 * DAY_MS)).rejects.toThrow(/ended on 2036-.*start again/);
  });

  it('name what the machine is called, and refuse what is no name', () => {
    const names = machineNames('0.0.0.0', ['Greenlane.LAN', '10.9.8.7', '[fd00::1]']);
    expect(names.dns).toEqual(expect.arrayContaining(['greenlane.lan', 'localhost']));
    expect(names.ip).toEqual(expect.arrayContaining(['10.9.8.7', '127.0.0.1', '::1', 'fd00::1']));
    expect([...names.ip, ...names.dns]).not.toContain('0.0.0.0');
    expect(() => parseAddedNames('a.lan, b c')).toThrow(/TLS_NAMES: "b c"/);
    expect(() => parseOptions(['--tls'], { PORT: '8443' })).toThrow(/both 8443/);
    expect(() => parseOptions(['--tls', '--dev'], {})).toThrow(/--dev/);
    expect(() => parseOptions(['--tls'], { TLS_PORT: '0' })).toThrow(/TLS_PORT=0/);
  });
});

it("the front states the client's address itself and drops what a client claims", async () => {
  let seen: IncomingHttpHeaders = {};
  const behind = createServer((request, response) => {
    seen = request.headers;
    response.end();
  });
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
  const target = { host: '127.0.0.1', port: (behind.address() as AddressInfo).port, token: 'the-token' };
  const front = createServer(createProxy(target));
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const claims = { 'x-forwarded-for': '8.8.8.8', 'x-greenlane-client': '9.9.9.9', forwarded: 'for=8.8.8.8', via: 'x' };
  await fetch(`http://127.0.0.1:${(front.address() as AddressInfo).port}/`, {
    headers: { ...claims, 'x-other': 'kept' }
  });
  expect(seen).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-greenlane-client': '127.0.0.1',
    'x-greenlane-front': 'the-token',
    'x-other': 'kept'
  });
  expect([seen.forwarded, seen.via]).toEqual([undefined, undefined]);
  for (const each of [front, behind]) {
    each.closeAllConnections();
    each.close();
  }
});

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

describe('the front', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await startServer({
      appDir: writeTinyApp(folder('app')),
      areaDir: writeTinyPack(folder('pack')),
      tls: { names: 'greenlane.test' }
    });
    const { console: password } = server.passwords();
    const answer = await fetch(`${server.consoleUrl}/api/collections/_superusers/auth-with-password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identity: 'console@greenlane.invalid', password })
    });
    token = ((await answer.json()) as { token: string }).token;
  });
  afterAll(async () => server?.remove());

  /** Over TLS, trusting only the authority of this server; no check is turned off. */
  function secure(
    path: string,
    {
      method = 'GET',
      headers = {},
      body,
      until
    }: { method?: string; headers?: Record<string, string>; body?: string; until?: RegExp } = {}
  ): Promise<Raw> {
    const { port } = new URL(server.url);
    // An address of its own, so that the client is told apart from the front.
    const localAddress = '127.0.0.2';
    const ca = readFileSync(join(server.dataDir, 'tls', 'ca.pem'));
    return new Promise((resolve, reject) => {
      const call = request(
        {
          host: '127.0.0.1',
          servername: 'greenlane.test',
          port,
          path,
          method,
          headers,
          ca,
          agent: false,
          localAddress
        },
        (answer) => {
          const parts: Buffer[] = [];
          const done = () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
          answer.on('data', (part: Buffer) => {
            parts.push(part);
            if (!until?.test(Buffer.concat(parts).toString())) return;
            done();
            call.destroy();
          });
          answer.on('end', done);
          answer.on('error', reject);
        }
      );
      call.once('error', reject);
      call.end(body);
    });
  }

  it('passes pages, coding, ranges, bodies and the event stream as it comes', async () => {
    const at = '/_app/immutable/a.js';
    const packed = await secure(at, { headers: { 'accept-encoding': 'br' } });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect((await secure(at)).body.toString()).toBe(TINY_SCRIPT);
    const part = await secure('/basemap/tiny/basemap.pmtiles', { headers: { range: 'bytes=10-19' } });
    expect([part.status, part.headers['content-range'], part.body.toString()]).toEqual([
      206,
      'bytes 10-19/5000',
      '0123456789'
    ]);
    const wrong = await secure('/api/collections/users/auth-with-password', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identity: 'nobody', password: 'nothing-at-all' })
    });
    expect(wrong.status).toBe(400);
    // The stream never ends: its first event must arrive all the same.
    const stream = await secure('/api/realtime', { until: /PB_CONNECT/ });
    expect(stream.headers['content-type']).toContain('text/event-stream');
    expect((await secure('/plan')).headers['strict-transport-security']).toBeUndefined();
  });

  it('is no way to the console, the internal door or the demo, whatever a client claims to be', async () => {
    const claims: Record<string, string>[] = [
      {},
      { host: '127.0.0.1' },
      { host: 'localhost', 'x-forwarded-for': '127.0.0.1', 'x-greenlane-front': 'x', 'x-greenlane-client': '127.0.0.1' }
    ];
    for (const headers of claims) {
      expect((await secure('/_/', { headers })).status).toBe(404);
      expect((await secure('/api/settings', { headers: { ...headers, authorization: token } })).status).toBe(404);
      expect((await secure('/api/greenlane/internal/state', { method: 'POST', headers })).status).toBe(404);
      expect((await secure('/api/greenlane/demo/admin', { method: 'POST', headers })).status).toBe(404);
    }
    expect(JSON.parse((await secure('/api/greenlane/mode')).body.toString())).toEqual({ demo: false, roles: [] });
    expect((await fetch(`${server.consoleUrl}/_/`)).status).toBe(200);
  });

  it('the plain port gives the guide and the authority, nothing else', async () => {
    const at = server.guideUrl!;
    const page = await fetch(`${at}/plan`);
    const text = await page.text();
    const authority = await takeAuthority(join(server.dataDir, 'tls'), Date.now());
    for (const pair of authority.fingerprint.match(/..(:..){7}/g) ?? []) expect(text).toContain(pair);
    expect(server.output()).toContain(authority.fingerprint);
    expect(text).toContain(`${server.url}/plan`);
    for (const word of ['Android', 'iPhone', 'Windows', 'macOS', '大屏', '安卓']) expect(text).toContain(word);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const file = await fetch(`${at}/greenlane-ca.crt`);
    expect(file.headers.get('content-type')).toBe('application/x-x509-ca-cert');
    expect(Buffer.from(await file.arrayBuffer()).equals(authority.der)).toBe(true);
    for (const path of ['/api/health', '/_/', '/_app/immutable/a.js', '/basemap/tiny/relief.png', '/ca.key']) {
      expect((await fetch(at + path)).status, path).toBe(404);
    }
    expect((await fetch(`${at}/`, { method: 'POST' })).status).toBe(405);
  });
});
