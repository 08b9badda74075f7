import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/node/supervisor/options';

export const ROLES = ['planner', 'dispatcher', 'official', 'reporter', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Answer {
  status: number;
  // Tests look into answers of many shapes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  headers: Headers;
}

/** One request to the server under test; `token` signs it. */
export type Send = (
  method: string,
  path: string,
  options?: { token?: string; body?: unknown; headers?: Record<string, string> }
) => Promise<Answer>;

export interface TestServer {
  url: string;
  /** The server itself, from this machine; equal to `url` without an HTTPS front. */
  consoleUrl: string;
  /** The plain page beside the HTTPS front. */
  guideUrl: string | null;
  dataDir: string;
  /** Everything printed so far, both streams. */
  output(): string;
  process: ChildProcess;
  send: Send;
  /** What the sign-in file holds: first passwords by role or the first administrator's `code`, and `console`. */
  passwords(): Record<string, string>;
  /** Token of the first administrator, made with the printed code under the name `first-admin`. */
  firstAdmin(): Promise<string>;
  /** Token of the console account, which may do everything. */
  consoleToken(): Promise<string>;
  /** Token of the one-click account; only in demo mode. */
  demoToken(role: Role): Promise<string>;
  /** Ends as Ctrl-C does; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Ends it and deletes its data. */
  remove(): Promise<void>;
}

export interface StartServerOptions {
  /** Pack to serve, or `none`; the shipped areas when absent. */
  areaDir?: string;
  /** Serves this folder as the app; our own, built when needed, when absent. */
  appDir?: string;
  live?: boolean;
  host?: string;
  /** Kept when given; a fresh folder otherwise. */
  dataDir?: string;
  port?: number;
  /** HTTPS front with these further names in its certificate. */
  tls?: { names: string };
  /** Further settings of the environment. */
  env?: Record<string, string>;
}

const START_MS = 240_000;
/** What accounts made by tests choose. */
export const OWN_PASSWORD = 'chosen-by-oneself';

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The real `npm start` on a port and in a folder of its own; resolves once people can sign in. */
export async function startServer(options: StartServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? freshData(options);
  const port = options.port ?? (await freePort());
  const args = ['src/node/launch/start.mjs'];
  if (options.areaDir) args.push('--area', options.areaDir);
  if (options.live) args.push('--live');
  const tlsPort = options.tls ? await freePort() : null;
  if (tlsPort) args.push('--tls');
  const env = { ...cleanEnvironment(), HOST: options.host ?? '127.0.0.1', PORT: String(port), GREENLANE_DATA: dataDir };
  Object.assign(env, options.env);
  if (tlsPort) Object.assign(env, { TLS_PORT: String(tlsPort), TLS_NAMES: options.tls?.names });
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: options.appDir ? { ...env, GREENLANE_APP: options.appDir } : env,
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let output = '';
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server did not start:\n${output}`)), START_MS);
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        output += text.toString();
        if (output.includes('Ctrl-C ends everything')) settle(resolve);
      });
    }
    child.once('close', (code) => settle(() => reject(new Error(`the server ended with ${code}:\n${output}`))));
  });
  const url = tlsPort ? `https://127.0.0.1:${tlsPort}` : `http://127.0.0.1:${port}`;
  const consoleUrl = /console: (http:\S+)\/_\//.exec(output)?.[1] ?? url;
  const send = createSend(consoleUrl);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    return closed;
  };
  return {
    url,
    consoleUrl,
    guideUrl: tlsPort ? `http://127.0.0.1:${port}` : null,
    dataDir,
    process: child,
    send,
    output: () => output,
    passwords: () => readPasswords(join(dataDir, 'sign-in.txt')),
    async firstAdmin() {
      const { code } = readPasswords(join(dataDir, 'sign-in.txt'));
      const body = { code, username: 'first-admin', password: OWN_PASSWORD };
      return (await send('POST', '/api/greenlane/invitations/accept', { body })).body.token;
    },
    async consoleToken() {
      const password = readPasswords(join(dataDir, 'sign-in.txt')).console;
      const body = { identity: 'console@greenlane.invalid', password };
      return (await send('POST', '/api/collections/_superusers/auth-with-password', { body })).body.token;
    },
    demoToken: async (role) => (await send('POST', `/api/greenlane/demo/${role}`)).body.token,
    stop,
    async remove() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
}

/** An empty folder; for the shipped areas in demo mode a copy of what was seeded once, where that was done. */
function freshData({ areaDir, live, env }: StartServerOptions): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'greenlane-data-'));
  const seeded = process.env.GREENLANE_TEST_DATA;
  if (seeded && !areaDir && !live && !env) cpSync(seeded, dataDir, { recursive: true });
  return dataDir;
}

export function createSend(url: string): Send {
  return async (method, path, { token, body, headers } = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: token } : {}),
        ...headers
      },
      body: body === undefined ? null : JSON.stringify(body)
    });
    const text = await answer.text();
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // Not JSON: the text itself is the body.
    }
    return { status: answer.status, body: parsed, headers: answer.headers };
  };
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of Object.keys(env))
    if (/^(VITEST|VITE_|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$)/.test(name)) delete env[name];
  return env;
}

function readPasswords(path: string): Record<string, string> {
  const lines = readFileSync(path, 'utf8').split('\n');
  return Object.fromEntries(
    lines.filter((line) => /^[a-z]+\s+\S+$/.test(line)).map((line) => line.split(/\s+/) as [string, string])
  );
}
