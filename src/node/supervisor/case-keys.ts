import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Folder of the keys under which the database keeps who the patients are, one file for each case. It belongs to no backup
 * of the database: whoever has both can read them, and a key that lives on in a backup undoes that a case was forgotten.
 */
export function takeKeyFolder(dataDir: string): string {
  const folder = join(dataDir, 'case-keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

/** The case that a file of the folder is the key of; null for another file. */
export function caseOfKeyFile(name: string): string | null {
  return /^(r-[0-9a-f]{16})\.key$/.exec(name)?.[1] ?? null;
}
