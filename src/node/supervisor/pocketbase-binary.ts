import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { CliError } from '../cli/cli-error';
import { say, withProgress } from './say';

export const POCKETBASE_VERSION = '0.39.11';

/** SHA-256 of the published release archives. A platform that is not listed builds from source instead. */
const ARCHIVES: Record<string, string> = {
  linux_amd64: '08b9fcda0d5fd42cb315dc15a36dfa121c993855bd635f01d347c31b4328ec34',
  linux_arm64: '8c785618840df7ebba795fdf4eba33a5fed64ac5307ad8023b955b4ebb82048b',
  darwin_amd64: '888892fe5fe64cea4a1441937671e191b32ed8f322fa09d3d7b3ca2fc1d7be29',
  darwin_arm64: '9da6fbe11e82c5b1704e56f7457b24682e01c510206c29b798a458119fa2be20'
};
const RELEASES = 'https://github.com/pocketbase/pocketbase/releases/download';
const MODULE = 'github.com/pocketbase/pocketbase';
const CONNECT_MS = 5000;
const DOWNLOAD_MS = 300_000;

/** Path of a PocketBase of the wanted version: POCKETBASE_BIN, the cache, the release archive, or built with Go. */
export async function findPocketBase(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (env.POCKETBASE_BIN) return checkGiven(env.POCKETBASE_BIN);
  const cache = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'greenlane', `pocketbase-${POCKETBASE_VERSION}`);
  const cached = join(cache, process.platform === 'win32' ? 'pocketbase.exe' : 'pocketbase');
  if (existsSync(cached) && versionOf(cached) === POCKETBASE_VERSION) return cached;
  try {
    mkdirSync(cache, { recursive: true });
  } catch (error) {
    throw new CliError(
      `PocketBase cannot be kept in ${cache}: ${(error as Error).message}. ` +
        'Set XDG_CACHE_HOME to a folder you may write, or POCKETBASE_BIN to a PocketBase program.'
    );
  }
  const archive = await fetchArchive();
  const made = archive ? unpack(archive, cache) : await buildWithGo(cache, env);
  chmodSync(made, 0o755);
  renameSync(made, cached);
  return cached;
}

/** Version a program reports; a build by `go install` reports none, so its build information is read instead. */
export function versionOf(path: string): string | null {
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  if (run.error || run.status !== 0) return null;
  const told = /version v?(\d+\.\d+\.\d+)/.exec(run.stdout)?.[1];
  if (told) return told;
  return readFileSync(path).includes(`\t${MODULE}\tv${POCKETBASE_VERSION}\t`) ? POCKETBASE_VERSION : 'unknown';
}

function checkGiven(path: string): string {
  if (!existsSync(path)) throw new CliError(`POCKETBASE_BIN=${path} does not exist. Correct it, or unset it.`);
  const version = versionOf(path);
  if (version === POCKETBASE_VERSION) return path;
  throw new CliError(
    `POCKETBASE_BIN=${path} ${version ? `is version ${version}` : 'does not run'}; ` +
      `PocketBase ${POCKETBASE_VERSION} is needed. Correct it, or unset it.`
  );
}

function platformName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
}

/** The release archive, checked; null when it cannot be reached or is not known by hash. */
async function fetchArchive(): Promise<Buffer | null> {
  const platform = platformName();
  const sha256 = ARCHIVES[platform];
  if (!sha256) return null;
  const url = `${RELEASES}/v${POCKETBASE_VERSION}/pocketbase_${POCKETBASE_VERSION}_${platform}.zip`;
  let bytes: Buffer;
  try {
    say(`fetching PocketBase ${POCKETBASE_VERSION} …`);
    const abort = new AbortController();
    const connecting = setTimeout(() => abort.abort(), CONNECT_MS);
    const answer = await fetch(url, { signal: AbortSignal.any([abort.signal, AbortSignal.timeout(DOWNLOAD_MS)]) });
    clearTimeout(connecting);
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    bytes = Buffer.from(await answer.arrayBuffer());
  } catch (error) {
    say(`the release archive cannot be had (${(error as Error).message}); building it with Go instead.`);
    return null;
  }
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) {
    throw new CliError(
      `The PocketBase archive from ${url} has SHA-256 ${found}, expected ${sha256}. ` +
        'Something between here and there changed it: try another network, or set POCKETBASE_BIN.'
    );
  }
  return bytes;
}

function unpack(archive: Buffer, cache: string): string {
  const entry = unzipSync(archive, { filter: (file) => file.name === 'pocketbase' }).pocketbase;
  if (!entry) throw new CliError('The PocketBase archive holds no program "pocketbase". Set POCKETBASE_BIN instead.');
  const made = join(cache, `unpacked-${process.pid}`);
  writeFileSync(made, entry);
  return made;
}

async function buildWithGo(cache: string, env: NodeJS.ProcessEnv): Promise<string> {
  const go = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (go.error || go.status !== 0) {
    throw new CliError(
      `PocketBase ${POCKETBASE_VERSION} cannot be fetched and there is no Go to build it. Connect to the network, ` +
        'or install Go 1.25 or newer, or set POCKETBASE_BIN to a PocketBase program of that version.'
    );
  }
  const folder = mkdtempSync(join(cache, 'build-'));
  const target = `${MODULE}/examples/base@v${POCKETBASE_VERSION}`;
  const failure = await withProgress(
    `building PocketBase ${POCKETBASE_VERSION} with Go (a few minutes, once)`,
    15,
    () => goInstall(target, { ...env, GOBIN: folder, CGO_ENABLED: '0', GOFLAGS: '' })
  );
  const made = join(folder, process.platform === 'win32' ? 'base.exe' : 'base');
  if (failure !== null || !existsSync(made)) {
    rmSync(folder, { recursive: true, force: true });
    throw new CliError(
      `PocketBase could not be built with Go: ${failure ?? 'no program came out'}. Check the network and ` +
        'free disk space, or set POCKETBASE_BIN to a PocketBase program.'
    );
  }
  const kept = join(cache, `built-${process.pid}`);
  renameSync(made, kept);
  rmSync(folder, { recursive: true, force: true });
  return kept;
}

/** Null when it went well, otherwise the last line Go printed. */
function goInstall(target: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn('go', ['install', target], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    let last = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      last = text.trim().split('\n').at(-1) || last;
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => {
      process.off('exit', stop);
      resolve(code === 0 ? null : last || `go ended with ${code}`);
    });
  });
}
