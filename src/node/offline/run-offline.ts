import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error';
import { isAlive, readLock } from '../supervisor/lock';
import { projectRoot } from '../supervisor/options';
import { findPocketBase } from '../supervisor/pocketbase-binary';

/** Address of the server that runs on a data folder; null where none does. */
export function runningOn(dataDir: string): string | null {
  const holder = readLock(join(dataDir, 'supervisor.lock'));
  return holder && isAlive(holder) ? holder.address : null;
}

/** @throws CliError where the folder holds no database. */
export function requireDatabase(dataDir: string): void {
  if (!existsSync(join(dataDir, 'database', 'data.db')))
    throw new CliError(`${dataDir} holds no database. Give the folder that GREENLANE_DATA named.`);
}

/** The database of a stopped server, copied into `folder`, so that nothing in the data folder changes. */
export function copyDatabase(dataDir: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['data.db', 'data.db-wal']) {
    const path = join(dataDir, 'database', name);
    if (existsSync(path)) copyFileSync(path, join(folder, name));
  }
}

/** A folder of this call's own for `work`, gone afterwards. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'greenlane-work-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a command of pocketbase/offline; `database` is the folder that it opens as its own, and `done` the file that it
 * writes last.
 *
 * @throws CliError with what it said, where it did not go through.
 */
export async function runOffline(database: string, command: readonly string[], done: string): Promise<void> {
  const binary = await findPocketBase();
  const hooks = join(projectRoot, 'pocketbase', 'offline');
  const args = [...command, `--dir=${database}`, `--hooksDir=${hooks}`, '--hooksWatch=false', '--automigrate=false'];
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (output = (output + text.toString()).slice(-2000)));
    child.once('error', reject);
    child.once('close', (code) => {
      // A command that failed in the script is told on its output; the file that is written last says it went through.
      if (code === 0 && existsSync(done)) resolve();
      else reject(new CliError(`The database could not be read:\n${output.trim()}`, 1));
    });
  });
}
