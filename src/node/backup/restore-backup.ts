import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError } from '../cli/cli-error';
import { inWorkFolder } from '../offline/run-offline';
import { caseOfKeyFile, takeKeyFolder } from '../supervisor/case-keys';
import { openBackup } from './open-backup';
import { hashRows, compareRows, type TableDifference } from './row-hashes';
import { takeSnapshot } from './take-snapshot';
import { MANIFEST, type BackupManifest } from './write-backup';

export interface Restored {
  manifest: BackupManifest;
  /** Cases whose patient can be read again, of those that have one in the database. */
  readableCases: number;
  cases: number;
}

/**
 * Makes a data folder of a backup. It is proven before it gets its name: a restore that fails leaves nothing. `keyCopy`
 * is a folder of case keys kept apart (GREENLANE_KEY_COPY); without it nobody can read who the patients were.
 *
 * @throws CliError where the folder is not empty, or the backup is not whole.
 */
export async function restoreBackup(
  file: string,
  dataDir: string,
  secret: Buffer,
  keyCopy: string | null
): Promise<Restored> {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new CliError(`${dataDir} is not empty. Give a new folder, so that nothing is overwritten.`);
  if (keyCopy !== null && !existsSync(keyCopy)) throw new CliError(`${keyCopy} does not exist.`);
  mkdirSync(dirname(dataDir), { recursive: true });
  const draft = `${dataDir}.restoring-${process.pid}`;
  mkdirSync(draft, { mode: 0o700 });
  try {
    return await inWorkFolder(async (work) => {
      const { manifest, personal } = await openBackup(file, draft, secret, work);
      rmSync(join(draft, MANIFEST));
      const cases = new Set(personal.map(({ caseId }) => caseId));
      const readable = bringKeys(keyCopy, takeKeyFolder(draft), cases);
      if (existsSync(dataDir)) rmdirSync(dataDir);
      renameSync(draft, dataDir);
      return { manifest, readableCases: readable, cases: cases.size };
    });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/** Keys of cases that the restored database knows; those that were forgotten since have none in the copy. */
function bringKeys(from: string | null, to: string, cases: ReadonlySet<string>): number {
  if (from === null) return 0;
  const names = readdirSync(from).filter((name) => cases.has(caseOfKeyFile(name) ?? ''));
  for (const name of names) copyFileSync(join(from, name), join(to, name));
  return names.length;
}

export interface Verified {
  manifest: BackupManifest;
  /** What differs from the system compared with; null where none was. */
  differences: TableDifference[] | null;
}

/** Counts the seconds of a running server, and is another in each moment. */
const ALWAYS_MOVING = new Set(['heartbeats']);

/** Proves a backup without restoring it and, with a data folder, tells row by row how far that has moved on since. */
export function verifyBackup(file: string, secret: Buffer, dataDir: string | null): Promise<Verified> {
  return inWorkFolder(async (work) => {
    const { manifest, rows } = await openBackup(file, join(work, 'data'), secret, work);
    if (dataDir === null) return { manifest, differences: null };
    const database = join(work, 'there');
    await takeSnapshot(dataDir, database);
    const there = await hashRows(join(database, 'data.db'), join(work, 'there-rows'));
    return { manifest, differences: compareRows(rows, there).filter(({ table }) => !ALWAYS_MOVING.has(table)) };
  });
}
