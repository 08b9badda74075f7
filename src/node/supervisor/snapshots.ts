import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Internal } from './internal';

export interface SnapshotAnswer {
  /** Why there is none; null where it lies beside the answer. */
  error: string | null;
}

const LOOK_MS = 1000;

/** Where a backup asks for the database: `X.wanted` becomes `X.taken`, then `X.db`, then `X.json` with the answer. */
export function snapshotFolder(dataDir: string): string {
  return join(dataDir, 'snapshots');
}

/**
 * Has the server write its database into one file whenever a backup asks for it. It reads a moment of the past
 * meanwhile, so writers go on; what an earlier run left behind is removed, for it is the database in plain.
 */
export function watchSnapshots(internal: Internal, dataDir: string): { stop(): Promise<void> } {
  const folder = snapshotFolder(dataDir);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  chmodSync(folder, 0o700);

  async function look(): Promise<void> {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.wanted'))) {
      const at = join(folder, name.slice(0, -'.wanted'.length));
      renameSync(join(folder, name), `${at}.taken`);
      const error = await internal.call('snapshot', { file: `${at}.db` }).then(
        () => null,
        (failure: unknown) => (failure instanceof Error ? failure.message : String(failure))
      );
      writeFileSync(`${at}.json.new`, JSON.stringify({ error } satisfies SnapshotAnswer), { mode: 0o600 });
      renameSync(`${at}.json.new`, `${at}.json`);
    }
  }

  let busy = Promise.resolve();
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    busy = look()
      // One who gave up took the request away again.
      .catch(() => undefined)
      .finally(() => (looking = false));
  }, LOOK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await busy;
    }
  };
}
