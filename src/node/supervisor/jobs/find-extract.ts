import { existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join, resolve, sep } from 'node:path';
import type { JobFault } from '../../../lib/core/model/job';
import type { JobRow } from './job-messages';

/** GREENLANE_IMPORTS: folders on this machine whose extracts may be named instead of uploaded. */
export function importFolders(env: NodeJS.ProcessEnv): string[] {
  return (env.GREENLANE_IMPORTS ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((each) => resolve(each));
}

/** The file of a job, or why there is none. Links are followed before the folder is judged. */
export function findExtract(
  job: JobRow,
  storage: string,
  folders: readonly string[]
): { path: string } | { fault: JobFault; detail: string } {
  if (job.upload) {
    const path = join(storage, job.upload);
    return existsSync(path) ? check(path) : { fault: 'missing', detail: '' };
  }
  const given = job.serverPath;
  const isBelow = (path: string, folder: string) => path.startsWith(folder + sep);
  if (!folders.some((folder) => isBelow(resolve(given), folder))) return { fault: 'not-allowed-path', detail: given };
  if (!existsSync(given)) return { fault: 'missing', detail: given };
  const real = realpathSync(given);
  if (!folders.some((folder) => existsSync(folder) && isBelow(real, realpathSync(folder)))) {
    return { fault: 'not-allowed-path', detail: given };
  }
  return check(real);
}

function check(path: string): { path: string } | { fault: JobFault; detail: string } {
  const { size } = statSync(path);
  return size === 0 ? { fault: 'empty', detail: '' } : { path };
}
