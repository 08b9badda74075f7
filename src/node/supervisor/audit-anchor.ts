import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Anchor } from '../../lib/core/operations/audit-chain';
import { CliError } from '../cli/cli-error';
import type { Internal } from './internal';
import { say } from './say';

const EVERY_MS = 60_000;

export function anchorFile(dataDir: string): string {
  return join(dataDir, 'audit-anchor.jsonl');
}

interface Head extends Anchor {
  /** Hash that stands now under the number asked for; null where there is none. */
  noted: string | null;
}

/**
 * Notes head and length of the log every minute in a file beside the database, so that a log that was cut or written anew
 * can be told. A log that no longer agrees with what was noted is said aloud and noted no further: the file keeps the
 * last good word. The server runs on all the same: people need it more than ever.
 */
export async function anchorAudit(internal: Internal, dataDir: string): Promise<{ stop(): Promise<void> }> {
  const path = anchorFile(dataDir);
  dropCutLine(path);
  let last = lastAnchor(path);
  let broken = last === 'unreadable';

  async function note(): Promise<void> {
    if (last === 'unreadable') return;
    const { at, seq, hash, noted } = await internal.call<Head>('anchor', { seq: last?.seq ?? 0 });
    if (last !== null && noted !== last.hash) {
      if (!broken)
        say(`CAUTION: the log of operations is not the one noted at ${last.at} (event ${last.seq}). ${CHECK}`);
      broken = true;
      return;
    }
    broken = false;
    if (seq === (last?.seq ?? 0)) return;
    last = { at, seq, hash };
    append(path, last);
  }

  // The first is awaited, so that a log that was touched while the server was down is told at once.
  await note();
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(note).catch(() => undefined);
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await note().catch(() => undefined);
    }
  };
}

const CHECK = 'Keep the data folder as it is and run: npm run -s greenlane -- audit verify --data DIR';

function lastAnchor(path: string): Anchor | null | 'unreadable' {
  try {
    return readAnchors(path).at(-1) ?? null;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    say(`CAUTION: ${error.message}`);
    return 'unreadable';
  }
}

/** Anchors of a file, oldest first; none where there is no file. @throws CliError naming a line that is none. */
export function readAnchors(path: string): Anchor[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  // What stands behind the last line end was cut short by a power cut.
  return lines.slice(0, -1).map((line, i) => {
    try {
      const { at, seq, hash } = JSON.parse(line) as Anchor;
      if (!Number.isInteger(seq) || typeof hash !== 'string') throw new SyntaxError('no anchor');
      return { at, seq, hash };
    } catch {
      throw new CliError(`${path}, line ${i + 1} is no anchor of the log: "${line.slice(0, 60)}". Restore the file.`);
    }
  });
}

function dropCutLine(path: string): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf('\n') + 1;
  if (whole < bytes.length) truncateSync(path, whole);
}

/** On the disk before it counts. */
function append(path: string, anchor: Anchor): void {
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, `${JSON.stringify(anchor)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
