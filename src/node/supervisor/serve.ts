import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error';
import { createFirstAccounts, forgetFirstCode, offerFirstAdmin, setDemoAccounts, signInFile } from './accounts';
import { areasToServe, publishAreas } from './area-packs';
import { takeApp } from './build-app';
import { takeChecks } from './build-checks';
import { createInternal, type Internal } from './internal';
import { currentAreas, withUploaded } from './jobs/uploaded-areas';
import { watchJobs } from './jobs/watch-jobs';
import { takeKeyFolder } from './case-keys';
import { anchorAudit } from './audit-anchor';
import { keepKeyCopies } from './key-copies';
import { keepRunning } from './keep-running';
import { takeLock } from './lock';
import { hostForUrl, isLoopback, type StartOptions } from './options';
import { contentSecurityPolicy } from './policy';
import { findPocketBase } from './pocketbase-binary';
import { freeLoopbackPort, requireFreePort, runPocketBase, type PocketBaseOptions } from './run-pocketbase';
import { say } from './say';
import { lastBackupFile } from './last-backup';
import { seedMissing, type HeldArea } from './seed';
import { takeServerKey } from './server-key';
import { watchSnapshots } from './snapshots';
import type { TlsFront } from './tls/start-tls';

export interface Served {
  url: string;
  /** With the HTTPS front: the plain page, the console's address on this machine, and what people compare. */
  tls: { guide: string; console: string; fingerprint: string; authorityFile: string } | null;
  demo: boolean;
  areas: string[];
  /** Areas whose records hold sample operations. */
  sampleAreas: string[];
  /** Sign-in lines `role password` on the very first start of a demonstration, otherwise empty. */
  firstAccounts: string[];
  /** Code for the first administrator, while a server that is no demonstration has no account. */
  firstCode: string | null;
  signInFile: string;
  /** The server's internal door, for whoever brought it up. */
  internal: Internal;
  /** Resolves with a line when the server ends by itself. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 5000;
const LEAST_FREE_BYTES = 100 * 1024 * 1024;

/** The app after the areas: its fonts are cut to their names. */
async function areasAndApp({ areaDir, appDir, dev, dataDir }: StartOptions) {
  const areas = withUploaded(await areasToServe(areaDir), currentAreas(dataDir, say));
  // With --dev the page comes from Vite and this folder stays empty.
  return { areas, appDir: appDir ?? (dev ? join(dataDir, 'no-app') : await takeApp(dataDir)) };
}

/** Brings up everything behind one address and returns once people can sign in. */
export async function serve(options: StartOptions): Promise<Served> {
  const { host, port, dataDir } = options;
  prepareDataDir(dataDir);
  const own = hostForUrl(host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host);
  const url = options.tls ? `https://${own}:${options.tls.port}` : `http://${own}:${port}`;
  const lock = await takeLock(join(dataDir, 'supervisor.lock'), url, say);
  try {
    // After the lock: a server left behind by a killed run may hold the port, and taking the lock ends it.
    await requireFreePort(host, port);
    if (options.tls) await requireFreePort(host, options.tls.port, 'TLS_PORT');
    // Behind the HTTPS front the server itself is reached from this machine alone.
    const inner = options.tls ? { host: '127.0.0.1', port: await freeLoopbackPort() } : { host, port };
    const innerUrl = `http://${options.tls ? inner.host : own}:${inner.port}`;
    // Side by side: at a first start each takes minutes.
    const [binary, { areas, appDir }] = await Promise.all([findPocketBase(), areasAndApp(options)]);
    const list = await publishAreas(areas, dataDir);
    const demo = isLoopback(host) && !options.live && areas.length > 0 && areas.every(({ shipped }) => shipped);
    const keyDir = takeKeyFolder(dataDir);
    const [token, frontToken] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
    const settings: PocketBaseOptions = {
      binary,
      ...inner,
      dataDir,
      publicDir: appDir,
      onSpawn: (pid) => lock.setChild(pid),
      settings: {
        GREENLANE_INTERNAL: token,
        GREENLANE_FRONT: options.tls ? frontToken : '',
        GREENLANE_PUBLIC: appDir,
        GREENLANE_CHECKS: await takeChecks(dataDir),
        GREENLANE_CASE_KEYS: keyDir,
        GREENLANE_SERVER_KEY: takeServerKey(dataDir),
        GREENLANE_LAST_BACKUP: lastBackupFile(dataDir),
        GREENLANE_KEY_COPY: options.keyCopy ?? '',
        GREENLANE_AREAS: list,
        GREENLANE_DEFAULT_AREA: areas[0]?.manifest.id ?? '',
        GREENLANE_DEMO: demo ? '1' : '0',
        GREENLANE_CSP: options.dev ? '' : contentSecurityPolicy(readFileSync(join(appDir, 'index.html'), 'utf8'))
      }
    };
    const server = await keepRunning(() => runPocketBase(settings), say);
    let front: TlsFront | null = null;
    let jobs: { stop(): Promise<void> } | null = null;
    let anchors: { stop(): Promise<void> } | null = null;
    let keyCopies: { stop(): void } | null = null;
    let snapshots: { stop(): Promise<void> } | null = null;
    const stopServer = async () => {
      await jobs?.stop();
      await snapshots?.stop();
      await anchors?.stop();
      await front?.stop();
      await server.stop();
      // A last round: no case begins any more.
      keyCopies?.stop();
      lock.release();
    };
    try {
      const internal = createInternal(innerUrl, token);
      const state = await internal.call<{ users: number; areas: HeldArea[] }>('state', {});
      const sampleAreas = await seedMissing(internal, areas, { held: state.areas, demo });
      const empty = state.users === 0;
      const firstAccounts = empty && demo ? await createFirstAccounts(internal, areas, dataDir) : [];
      const firstCode = empty && !demo ? await offerFirstAdmin(internal, dataDir) : null;
      if (!empty) forgetFirstCode(dataDir);
      await setDemoAccounts(internal, areas, demo);
      const stopHeart = await startHeart(internal);
      anchors = await anchorAudit(internal, dataDir);
      if (options.keyCopy) keyCopies = keepKeyCopies(keyDir, options.keyCopy);
      snapshots = watchSnapshots(internal, dataDir);
      jobs = await watchJobs({ internal, dataDir, areas, env: process.env });
      if (options.tls) {
        const { startTls } = await import('./tls/start-tls');
        const { port: tlsPort, addedNames } = options.tls;
        front = await startTls({
          host,
          guidePort: port,
          tlsPort,
          addedNames,
          dataDir,
          target: inner,
          token: frontToken
        });
      }
      return {
        url,
        tls: front && {
          guide: `http://${own}:${port}`,
          console: `${innerUrl}/_/`,
          fingerprint: front.fingerprint,
          authorityFile: front.authorityFile
        },
        demo,
        areas: areas.map(({ manifest }) => manifest.id),
        sampleAreas,
        firstAccounts,
        firstCode,
        signInFile: signInFile(dataDir),
        internal,
        ended: server.ended,
        async stop() {
          stopHeart();
          await stopServer();
        }
      };
    } catch (error) {
      await stopServer();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
    chmodSync(dataDir, 0o700);
  } catch (error) {
    throw new CliError(
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}). ` +
        'Correct its owner and rights, or choose another with GREENLANE_DATA=DIR.'
    );
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < LEAST_FREE_BYTES) {
    throw new CliError(
      `The disk of ${dataDir} is full (${Math.floor((bavail * bsize) / 1048576)} MiB free, 100 needed). ` +
        'Free some space, or choose another disk with GREENLANE_DATA=DIR.'
    );
  }
}

/** The first beat is awaited; a later one that fails is silent here, because the screens notice it. */
async function startHeart(internal: ReturnType<typeof createInternal>): Promise<() => void> {
  const bootId = randomBytes(8).toString('hex');
  await internal.call('heartbeat', { bootId });
  const timer = setInterval(() => {
    internal.call('heartbeat', { bootId }).catch(() => undefined);
  }, HEARTBEAT_MS);
  return () => clearInterval(timer);
}
