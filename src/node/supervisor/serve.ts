import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error';
import { createFirstAccounts, setDemoAccounts, signInFile } from './accounts';
import { areasToServe, publishAreas } from './area-packs';
import { takeApp } from './build-app';
import { takeChecks } from './build-checks';
import { createInternal } from './internal';
import { takeLock } from './lock';
import { hostForUrl, isLoopback, type StartOptions } from './options';
import { contentSecurityPolicy } from './policy';
import { findPocketBase } from './pocketbase-binary';
import { requireFreePort, runPocketBase } from './run-pocketbase';
import { say } from './say';
import { seedMissing } from './seed';

export interface Served {
  url: string;
  demo: boolean;
  areas: string[];
  /** Sign-in lines `role password` on the very first start, otherwise empty. */
  firstAccounts: string[];
  signInFile: string;
  /** Process number of the server. */
  serverPid: number;
  /** Resolves with a line when the server ends by itself. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 5000;
const LEAST_FREE_BYTES = 100 * 1024 * 1024;

/** Brings up everything behind one address and returns once people can sign in. */
export async function serve(options: StartOptions): Promise<Served> {
  const { host, port, dataDir } = options;
  prepareDataDir(dataDir);
  const url = `http://${hostForUrl(host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host)}:${port}`;
  const lock = await takeLock(join(dataDir, 'supervisor.lock'), url, say);
  try {
    // After the lock: a server left behind by a killed run may hold the port, and taking the lock ends it.
    await requireFreePort(host, port);
    const binary = await findPocketBase();
    const areas = await areasToServe(options.areaDir);
    // With --dev the page comes from Vite and this folder stays empty.
    const appDir = options.appDir ?? (options.dev ? join(dataDir, 'no-app') : await takeApp(dataDir));
    const list = await publishAreas(areas, dataDir);
    const demo = isLoopback(host) && !options.live && areas.every(({ shipped }) => shipped);
    const token = randomBytes(32).toString('hex');
    const server = await runPocketBase({
      binary,
      host,
      port,
      dataDir,
      publicDir: appDir,
      onSpawn: (pid) => lock.setChild(pid),
      settings: {
        GREENLANE_INTERNAL: token,
        GREENLANE_PUBLIC: appDir,
        GREENLANE_CHECKS: await takeChecks(dataDir),
        GREENLANE_AREAS: list,
        GREENLANE_DEFAULT_AREA: areas[0].manifest.id,
        GREENLANE_DEMO: demo ? '1' : '0',
        GREENLANE_CSP: options.dev ? '' : contentSecurityPolicy(readFileSync(join(appDir, 'index.html'), 'utf8'))
      }
    });
    const stopServer = async () => {
      await server.stop();
      lock.release();
    };
    try {
      const internal = createInternal(url, token);
      const state = await internal.call<{ users: number; areas: { key: string; hash: string | null }[] }>('state', {});
      await seedMissing(internal, areas, state.areas);
      const firstAccounts = state.users === 0 ? await createFirstAccounts(internal, areas, dataDir) : [];
      await setDemoAccounts(internal, areas, demo);
      const stopHeart = await startHeart(internal);
      return {
        url,
        demo,
        areas: areas.map(({ manifest }) => manifest.id),
        firstAccounts,
        signInFile: signInFile(dataDir),
        serverPid: server.pid,
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
