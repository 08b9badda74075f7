import { existsSync, renameSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { readDatabase } from '../audit/read-log';
import { verifyLog } from '../audit/verify-log';
import { CliError } from '../cli/cli-error';
import { copyDatabase, inWorkFolder } from '../offline/run-offline';
import { anchorFile, readAnchors } from '../supervisor/audit-anchor';
import { noteBackup } from '../supervisor/last-backup';
import { writeArchive } from './archive';
import { dataFiles } from './data-files';
import { hashRows, sumTables, type TableSums } from './row-hashes';
import { takeSnapshot } from './take-snapshot';

export const MANIFEST = 'backup.json';
export const BACKUP_FORMAT = 1;

export interface BackupManifest {
  format: typeof BACKUP_FORMAT;
  /** ISO; no write acknowledged before it is missing. */
  takenAt: string;
  /** Whether a server was running on the folder. */
  live: boolean;
  tables: TableSums;
  /** Length and head of the log of operations, and whether its chain agreed. */
  log: { count: number; head: string; whole: boolean };
  files: string[];
}

/**
 * Writes a sealed backup of a data folder, whether its server runs or not. Its writers are not held up: the database is
 * read as of one moment, and all that is laborious happens on that copy.
 *
 * @throws CliError with the cure; then there is no file.
 */
export async function writeBackup(dataDir: string, out: string, secret: Buffer): Promise<BackupManifest> {
  if (existsSync(out)) throw new CliError(`${out} is there already. Give a new name: an old backup is not replaced.`);
  // Whoever waits for an ambulance goes first.
  setPriority(constants.priority.PRIORITY_LOW);
  return inWorkFolder(async (work) => {
    const takenAt = new Date().toISOString();
    // Before the database: what is noted of the log must be in it.
    const anchors = anchorFile(dataDir);
    const noted = existsSync(anchors) ? readAnchors(anchors) : [];
    const database = join(work, 'database');
    const live = await takeSnapshot(dataDir, database);
    const readable = join(work, 'readable');
    copyDatabase(work, readable);
    const tables = sumTables(await hashRows(join(database, 'data.db'), join(work, 'rows')));
    const log = verifyLog(await readDatabase(readable, join(work, 'log')), noted);
    const others = dataFiles(dataDir).filter((path) => path !== 'audit-anchor.jsonl');
    const notes = noted.map((anchor) => `${JSON.stringify(anchor)}\n`).join('');
    const manifest: BackupManifest = {
      format: BACKUP_FORMAT,
      takenAt,
      live,
      tables,
      log: { count: log.count, head: log.head, whole: log.ok },
      files: [join('database', 'data.db'), 'audit-anchor.jsonl', ...others]
    };
    const draft = `${out}.part`;
    rmSync(draft, { force: true });
    try {
      await writeArchive(
        draft,
        [
          { path: MANIFEST, content: JSON.stringify(manifest) },
          { path: 'audit-anchor.jsonl', content: notes },
          { path: join('database', 'data.db'), from: join(database, 'data.db') },
          ...others.map((path) => ({ path, from: join(dataDir, path) }))
        ],
        secret
      );
      renameSync(draft, out);
      noteBackup(dataDir, takenAt);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
    return manifest;
  });
}
