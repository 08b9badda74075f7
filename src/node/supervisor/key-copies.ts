import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { caseOfKeyFile } from './case-keys';
import { say } from './say';

const EVERY_MS = 10_000;

/**
 * Keeps a second copy of the case keys in `copyDir`, on another disk, for the day on which this one is lost. It only adds:
 * who is forgotten goes out of the copy by the same act of the server that destroys the key (hooks, `destroyKey`), and a
 * key folder that was emptied by a fault empties nothing else.
 */
export function keepKeyCopies(keyDir: string, copyDir: string): { stop(): void } {
  let told = false;
  const round = () => {
    try {
      copyNew(keyDir, copyDir);
      told = false;
    } catch (error) {
      if (!told) say(`CAUTION: the case keys are not copied to ${copyDir}: ${(error as Error).message}.`);
      told = true;
    }
  };
  round();
  const timer = setInterval(round, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      round();
    }
  };
}

function copyNew(keyDir: string, copyDir: string): void {
  mkdirSync(copyDir, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(keyDir)) {
    const target = join(copyDir, name);
    if (caseOfKeyFile(name) === null || existsSync(target)) continue;
    copyFileSync(join(keyDir, name), `${target}.new`);
    renameSync(`${target}.new`, target);
    // Forgotten in this very moment: the server looked for a copy that was not there yet.
    if (!existsSync(join(keyDir, name))) rmSync(target, { force: true });
  }
}
