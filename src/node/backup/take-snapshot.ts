import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../cli/cli-error';
import { copyDatabase, requireDatabase, runningOn, runOffline } from '../offline/run-offline';
import { snapshotFolder, type SnapshotAnswer } from '../supervisor/snapshots';

const LOOK_MS = 200;
/** A running server takes up a request within a second; how long it then takes is its own matter. */
const TAKEN_UP_MS = 30_000;

/**
 * The database of a data folder as of one moment, as the file `data.db` in `folder`. A running server is asked through
 * its data folder (who may write there may read the database as well) and goes on writing meanwhile.
 *
 * @returns whether a server was running.
 * @throws CliError with the cure.
 */
export async function takeSnapshot(dataDir: string, folder: string): Promise<boolean> {
  requireDatabase(dataDir);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'data.db');
  if (runningOn(dataDir) !== null) {
    await askServer(dataDir, file);
    return true;
  }
  const copy = `${folder}.copy`;
  copyDatabase(dataDir, copy);
  await runOffline(`${folder}.own`, ['snapshot', join(copy, 'data.db'), file], file);
  return false;
}

async function askServer(dataDir: string, file: string): Promise<void> {
  const at = join(snapshotFolder(dataDir), randomBytes(8).toString('hex'));
  const [wanted, taken, answered, snapshot] = ['wanted', 'taken', 'json', 'db'].map((ending) => `${at}.${ending}`);
  try {
    writeFileSync(wanted, '', { mode: 0o600 });
    for (let waited = 0; !existsSync(answered); waited += LOOK_MS) {
      if (runningOn(dataDir) === null) throw new CliError('The server ended meanwhile. Begin again.', 1);
      if (waited > TAKEN_UP_MS && existsSync(wanted))
        throw new CliError('The server does not take the request up. Restart it, then begin again.', 1);
      await sleep(LOOK_MS);
    }
    const answer = JSON.parse(readFileSync(answered, 'utf8')) as SnapshotAnswer;
    if (answer.error !== null) throw new CliError(answer.error, 1);
    // The two may lie on different disks.
    copyFileSync(snapshot, file);
  } finally {
    for (const each of [wanted, taken, answered, snapshot]) rmSync(each, { force: true });
  }
}
