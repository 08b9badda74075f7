import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Tries whether a folder, or the nearest above it that is there, takes new files; leaves nothing behind. Throws what the
 * file system says. To be asked before `mkdirSync` with `recursive`: below a folder that takes none and answers ENOENT,
 * such as /proc, that one never ends.
 */
export function probeFolder(path: string): void {
  let folder = resolve(path);
  while (!existsSync(folder)) folder = dirname(folder);
  rmdirSync(mkdtempSync(join(folder, '.greenlane-')));
}
