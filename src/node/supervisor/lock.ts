import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../cli/cli-error';

/** A process by number and start time, so that a number used again is not taken for the old process. */
export interface ProcessMark {
  pid: number;
  startedAt: string | null;
}
interface LockContent extends ProcessMark {
  child: ProcessMark | null;
  address: string;
}
export interface Lock {
  /** Notes the server process, so that the next start can end it should this one be killed. */
  setChild(pid: number): void;
  release(): void;
}

export function markProcess(pid: number): ProcessMark {
  return { pid, startedAt: startTime(pid) };
}

export function isAlive({ pid, startedAt }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startTime(pid);
  return startedAt === null || now === null || now === startedAt;
}

/**
 * Takes the data folder for this process alone. A lock whose process is gone (kill -9, power cut) is removed, and the
 * server process it left behind is ended first: two processes never write one database.
 */
export async function takeLock(path: string, address: string, onLeftover: (line: string) => void): Promise<Lock> {
  mkdirSync(dirname(path), { recursive: true });
  const own: LockContent = { ...markProcess(process.pid), child: null, address };
  const holder = readLock(path);
  if (holder) {
    if (isAlive(holder)) {
      throw new CliError(
        `The data folder ${dirname(path)} is in use by another Greenlane (process ${holder.pid}, ${holder.address}). ` +
          'Stop that one, or give this one its own folder with GREENLANE_DATA=DIR.'
      );
    }
    onLeftover('the last run did not end cleanly; clearing what it left behind.');
    if (holder.child && isAlive(holder.child)) await end(holder.child);
    removeStale(path, holder);
  }
  try {
    writeFileSync(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CliError(`Another Greenlane is starting on ${dirname(path)}. Wait for it, or stop it, then repeat.`);
  }
  return {
    setChild(pid) {
      own.child = markProcess(pid);
      writeFileSync(`${path}.new`, JSON.stringify(own), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
    release() {
      if (readLock(path)?.pid === process.pid) rmSync(path, { force: true });
    }
  };
}

/** Moves the stale lock aside; if it turns out to be someone's fresh one, puts it back. */
function removeStale(path: string, stale: LockContent): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readLock(aside);
  if (moved && (moved.pid !== stale.pid || moved.startedAt !== stale.startedAt)) {
    try {
      linkSync(aside, path);
    } catch {
      // Someone has already made a new lock; ours will be refused below.
    }
  }
  rmSync(aside, { force: true });
}

async function end(mark: ProcessMark): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    process.kill(mark.pid, signal);
    for (let waited = 0; waited < 4000; waited += 50) {
      if (!isAlive(mark)) return;
      await sleep(50);
    }
  }
}

/** Who holds a data folder, dead or alive; null where nobody does. A file that cannot be read is removed. */
export function readLock(path: string): LockContent | null {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as LockContent;
    return Number.isInteger(value.pid) ? value : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    rmSync(path, { force: true });
    return null;
  }
}

/** Field 22 of /proc/PID/stat; null where there is no /proc. A zombie counts as gone. */
function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'zombie' : fields[19];
  } catch {
    return null;
  }
}
