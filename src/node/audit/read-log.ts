import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEvent } from '../../lib/core/operations/audit-chain';
import { CliError } from '../cli/cli-error';
import { readLock, isAlive } from '../supervisor/lock';
import { projectRoot } from '../supervisor/options';
import { findPocketBase } from '../supervisor/pocketbase-binary';
import { parseEvent } from './parse-event';

export interface ReadLog {
  events: AuditEvent[];
  /** Hashes of what is enciphered, by area and case; null where only the log can be read. */
  personal: { area: string; caseId: string; personalHash: string }[] | null;
}

/**
 * The log of a data folder whose server is down. The database is copied first, so that nothing in the folder changes.
 *
 * @throws CliError when the folder holds no database, or a server runs on it.
 */
export async function readOffline(dataDir: string): Promise<ReadLog> {
  const database = join(dataDir, 'database');
  if (!existsSync(join(database, 'data.db')))
    throw new CliError(`${dataDir} holds no database. Give the folder that GREENLANE_DATA named.`);
  const holder = readLock(join(dataDir, 'supervisor.lock'));
  if (holder && isAlive(holder))
    throw new CliError(
      `A server runs on ${dataDir} (${holder.address}). Ask it: audit verify --server ${holder.address} ` +
        `--anchor ${join(dataDir, 'audit-anchor.jsonl')}; or stop it first.`
    );
  const work = mkdtempSync(join(tmpdir(), 'greenlane-audit-'));
  try {
    const [copy, out] = [join(work, 'database'), join(work, 'out')];
    mkdirSync(copy);
    mkdirSync(out);
    for (const name of ['data.db', 'data.db-wal'])
      if (existsSync(join(database, name))) copyFileSync(join(database, name), join(copy, name));
    await runExport(await findPocketBase(), copy, out);
    const lines = (test: (name: string) => boolean) =>
      readdirSync(out)
        .filter(test)
        .sort()
        .flatMap((name) => readFileSync(join(out, name), 'utf8').split('\n'))
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    return {
      events: lines((name) => name.startsWith('events-')).map(parseEvent),
      personal: lines((name) => name === 'personal.jsonl') as ReadLog['personal']
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function runExport(binary: string, database: string, out: string): Promise<void> {
  const hooks = join(projectRoot, 'pocketbase', 'offline');
  const args = [
    'export-log',
    out,
    `--dir=${database}`,
    `--hooksDir=${hooks}`,
    '--hooksWatch=false',
    '--automigrate=false'
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (output = (output + text.toString()).slice(-2000)));
    child.once('error', reject);
    child.once('close', (code) => {
      // A command that failed in the script is told on its output; the file that is written last says it went through.
      if (code === 0 && existsSync(join(out, 'personal.jsonl'))) resolve();
      else reject(new CliError(`The database could not be read:\n${output.trim()}`, 1));
    });
  });
}
