import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CliError } from '../cli/cli-error';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** A Chromium: CHROMIUM_BIN, the system's, Playwright's, else installed with apt-get; never skipped. */
export async function findBrowser(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<string> {
  if (env.CHROMIUM_BIN) {
    if (isProgram(env.CHROMIUM_BIN)) return env.CHROMIUM_BIN;
    throw new CliError(`CHROMIUM_BIN=${env.CHROMIUM_BIN} cannot be run. Correct it, or unset it.`);
  }
  const found = systemBrowser(env) ?? (await playwrightBrowser());
  if (found) return found;
  if (process.getuid?.() === 0 && onPath('apt-get', env)) {
    say('no browser found; installing chromium with apt-get …');
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }
      });
    }
    const installed = systemBrowser(env);
    if (installed) return installed;
  }
  throw new CliError(
    'No Chromium was found. Install it (Debian: apt-get install chromium), or set CHROMIUM_BIN to a Chromium program.'
  );
}

function systemBrowser(env: NodeJS.ProcessEnv): string | null {
  for (const name of SYSTEM_NAMES) {
    const path = onPath(name, env);
    if (path) return path;
  }
  return null;
}

async function playwrightBrowser(): Promise<string | null> {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function onPath(name: string, env: NodeJS.ProcessEnv): string | null {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder && isProgram(path)) return path;
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
