import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** When the last backup of a data folder was taken: `{ takenAt }`, for the screen of Administration. */
export function lastBackupFile(dataDir: string): string {
  return join(dataDir, 'last-backup.json');
}

export function noteBackup(dataDir: string, takenAt: string): void {
  const file = lastBackupFile(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify({ takenAt }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
