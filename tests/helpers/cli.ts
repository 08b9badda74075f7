import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Raw extracts and checks outside the repository. */
export const SHARED = resolve(ROOT, process.env.GREENLANE_SHARED ?? '../shared');

/** Runs one command of the command line in a process of its own. */
export function greenlane(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src/node/cli/main.ts'), ...args],
    // One that never ends must fail its own test, not hold up the others.
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 30, timeout: 300_000, killSignal: 'SIGKILL' }
  );
  return { code: status, out: stdout, err: stderr };
}

/** The same, throwing with its message when it fails. */
export function greenlaneOk(...args: string[]): string {
  const { code, out, err } = greenlane(...args);
  if (code !== 0) throw new Error(`greenlane ${args.join(' ')} ended with ${code}: ${err}`);
  return out;
}

/** Folder of a shipped area, built if it is not. */
export function shippedArea(id: string): string {
  greenlaneOk('areas', '--only', id);
  return join(ROOT, 'geodata/areas', id);
}

/** Whether a file of the shared folder is there; says plainly what is not checked when absent. */
export function hasShared(path: string): boolean {
  const full = join(SHARED, path);
  if (existsSync(full)) return true;
  console.warn(`Not checked: ${full} is absent. Set GREENLANE_SHARED to the folder that holds it.`);
  return false;
}
