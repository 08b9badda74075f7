import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDatabase, type ReadLog } from '../audit/read-log';
import { verifyLog } from '../audit/verify-log';
import { CliError } from '../cli/cli-error';
import { copyDatabase } from '../offline/run-offline';
import { anchorFile, readAnchors } from '../supervisor/audit-anchor';
import { readArchive } from './archive';
import { hashRows, sumTables, type RowHashes } from './row-hashes';
import { BACKUP_FORMAT, MANIFEST, type BackupManifest } from './write-backup';

export interface OpenedBackup {
  manifest: BackupManifest;
  rows: RowHashes;
  personal: NonNullable<ReadLog['personal']>;
}

/**
 * Unpacks a backup into `folder` and proves it: every piece by its seal, every table by the hashes of its rows, the log
 * by its chain. `work` takes what is made on the way.
 *
 * @throws CliError saying what is wrong.
 */
export async function openBackup(file: string, folder: string, secret: Buffer, work: string): Promise<OpenedBackup> {
  if (!existsSync(file)) throw new CliError(`${file} does not exist.`);
  await readArchive(file, folder, secret);
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as BackupManifest;
  if (manifest.format !== BACKUP_FORMAT)
    throw new CliError(`${file} has format ${String(manifest.format)}, this Greenlane reads ${BACKUP_FORMAT}.`, 1);
  const rows = await hashRows(join(folder, 'database', 'data.db'), join(work, 'opened-rows'));
  const sums = sumTables(rows);
  const names = new Set([...Object.keys(sums), ...Object.keys(manifest.tables)]);
  const other = [...names].filter(
    (name) => sums[name]?.hash !== manifest.tables[name]?.hash || sums[name]?.rows !== manifest.tables[name]?.rows
  );
  if (other.length > 0) throw new CliError(`${file}: rows of ${other.join(', ')} are not those that were saved.`, 1);
  const copy = join(work, 'opened');
  copyDatabase(folder, copy);
  const log = await readDatabase(copy, join(work, 'opened-log'));
  const verdict = verifyLog(log, readAnchors(anchorFile(folder)));
  if (verdict.ok !== manifest.log.whole || verdict.head !== manifest.log.head)
    throw new CliError(`${file}: the log of operations is not the one that was saved.`, 1);
  return { manifest, rows, personal: log.personal ?? [] };
}
