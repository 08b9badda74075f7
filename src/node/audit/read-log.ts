import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditEvent } from '../../lib/core/operations/audit-chain';
import { CliError } from '../cli/cli-error';
import { copyDatabase, inWorkFolder, requireDatabase, runningOn, runOffline } from '../offline/run-offline';
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
  requireDatabase(dataDir);
  const address = runningOn(dataDir);
  if (address)
    throw new CliError(
      `A server runs on ${dataDir} (${address}). Ask it: audit verify --server ${address} ` +
        `--anchor ${join(dataDir, 'audit-anchor.jsonl')}; or stop it first.`
    );
  return inWorkFolder(async (work) => {
    const copy = join(work, 'database');
    copyDatabase(dataDir, copy);
    return readDatabase(copy, join(work, 'out'));
  });
}

/** The log in a copy of a database; `out` takes the lines on their way. */
export async function readDatabase(database: string, out: string): Promise<ReadLog> {
  mkdirSync(out);
  await runOffline(database, ['export-log', out], join(out, 'personal.jsonl'));
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
}
