import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './run-greenlane';

/** Folder with extracts outside the repository: GREENLANE_SHARED, default `../shared`. */
export const SHARED = resolve(ROOT, process.env.GREENLANE_SHARED ?? '../shared');

/** True when a file of the shared folder is there; else says plainly which check is left out. */
export function hasShared(path: string): boolean {
  if (existsSync(join(SHARED, path))) return true;
  console.log(
    `ABSENT: ${join(SHARED, path)} — its checks are left out. Set GREENLANE_SHARED to the folder that holds it.`
  );
  return false;
}
