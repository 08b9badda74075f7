import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../cli/cli-error';
import { takeLock } from './lock';
import { projectRoot, SHIPPED_AREAS } from './options';
import { say, withProgress } from './say';

const buildFolder = join(projectRoot, 'build');
const stampFile = join(projectRoot, '.svelte-kit', 'greenlane-build');
/** What the built app depends on; the fonts are cut to the names of the areas. */
const INPUTS = [
  'src/app.html',
  'src/app.css',
  'src/lib',
  'src/routes',
  'src/node/fonts',
  'static',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  ...SHIPPED_AREAS.map((id) => `geodata/areas/${id}/manifest.json`)
];
/** Written by the build itself. */
const OUTPUTS = [join('static', 'fonts')];

/** Builds the app unless the built one was made from these very sources. */
export async function ensureApp(): Promise<void> {
  if (!isCurrent()) await withBuildLock('app', buildIfStale);
}

/**
 * The app as a folder of this server's own, so that a later build cannot change what a running server serves under the
 * policy it announced. Folders of earlier builds are removed.
 */
export async function takeApp(dataDir: string): Promise<string> {
  let taken = '';
  await withBuildLock('app', async () => {
    await buildIfStale();
    const name = `app-${readFileSync(stampFile, 'utf8').slice(0, 16)}`;
    taken = join(dataDir, name);
    if (!existsSync(taken)) {
      const copying = `${taken}.new`;
      rmSync(copying, { recursive: true, force: true });
      cpSync(buildFolder, copying, { recursive: true, preserveTimestamps: true });
      renameSync(copying, taken);
    }
    for (const other of readdirSync(dataDir)) {
      if (/^app-[0-9a-f]/.test(other) && other !== name) rmSync(join(dataDir, other), { recursive: true, force: true });
    }
  });
  return taken;
}

async function buildIfStale(): Promise<void> {
  if (isCurrent()) return;
  const hash = hashSources(INPUTS);
  await withProgress('building the app (once)', 15, () =>
    runScript('build', ['node_modules/vite/bin/vite.js', 'build'])
  );
  writeFileSync(stampFile, hash);
}

/** Runs a Node script of the project; a CliError carries its last lines when it fails. */
export function runScript(what: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, NO_COLOR: '1', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    let output = '';
    const keep = (text: Buffer) => {
      output = (output + text.toString()).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', stop);
      if (code === 0) return resolve();
      const full = /ENOSPC|no space left/i.test(output) ? 'The disk is full: free some space, then repeat. ' : '';
      reject(new CliError(`${full}The step "${what}" failed:\n${output.trim()}`, 1));
    });
  });
}

function isCurrent(): boolean {
  return (
    existsSync(join(buildFolder, 'index.html')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === hashSources(INPUTS)
  );
}

/** Changes with any of these files and folders of the project, tests left out. */
export function hashSources(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) add(input);
  return hash.digest('hex');

  function add(path: string): void {
    const full = join(projectRoot, path);
    if (!existsSync(full) || OUTPUTS.includes(path) || /\.(test\.ts|tmp)$/.test(path)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name));
      return;
    }
    hash.update(path).update('\0').update(readFileSync(full)).update('\0');
  }
}

/** Two starts at once build only once: the second waits for the first. */
export async function withBuildLock(name: string, step: () => Promise<void>): Promise<void> {
  const path = join(projectRoot, '.svelte-kit', `greenlane-${name}.lock`);
  for (let waited = 0; ; waited += 1) {
    let lock;
    try {
      lock = await takeLock(path, 'building', say);
    } catch (error) {
      if (!(error instanceof CliError) || waited > 1200) throw error;
      if (waited === 0) say(`waiting for another process that builds the ${name} …`);
      await sleep(500);
      continue;
    }
    try {
      return await step();
    } finally {
      lock.release();
    }
  }
}
