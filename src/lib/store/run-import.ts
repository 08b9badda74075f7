import type { ImportEdit } from '../core/tables/questions';
import { Trouble, type Client, type TroubleCode } from './client';
import { sendRows, undoChunk, type ChunkAnswer, type RecordTold } from './imports';

/** Records a chunk: small, so that the one write connection is never held long. */
export const CHUNK_EDITS = 200;
/** What may be gone at the next try: the line, the limit of requests, others at work on the same records. */
const PASSING: readonly TroubleCode[] = ['network', 'too-many', 'records-moving'];
const TRIES = 6;
const FIRST_WAIT_MS = 500;
/** Share of a chunk's time left to others before the next. */
const BREATH = 0.25;

export interface ImportRun {
  importId: string;
  /** Number of the first chunk: `next` of the import. */
  next: number;
  /** Edits in all; those of an earlier run that stand already are not among them. */
  total: number;
  edits: (from: number, count: number) => Promise<ImportEdit[]>;
  onprogress?: (done: number, total: number, answer: ChunkAnswer) => void;
  /** Stops after the chunk under way; what is written stays, and the import can go on later. */
  signal?: AbortSignal;
}

export interface RunResult {
  done: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: RecordTold[];
  conflicts: RecordTold[];
  stopped: boolean;
}

/**
 * Sends the edits of a plan chunk by chunk. A chunk whose answer was lost is sent again under its number and counts
 * once. A line that is down is tried again for about half a minute.
 *
 * @throws Trouble; what was written stays written, `fetchImport` tells how far it got.
 */
export async function runImport(client: Client, run: ImportRun): Promise<RunResult> {
  const { importId, total, signal } = run;
  const result: RunResult = {
    done: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    refused: [],
    conflicts: [],
    stopped: false
  };
  for (let sequence = run.next; result.done < total; sequence++) {
    if (signal?.aborted) return { ...result, stopped: true };
    const edits = await run.edits(result.done, CHUNK_EDITS);
    if (edits.length === 0) break;
    const started = Date.now();
    const answer = await patiently(() => sendRows(client, importId, sequence, edits));
    result.done += edits.length;
    for (const name of ['created', 'updated', 'unchanged'] as const) result[name] += answer[name];
    result.refused.push(...answer.refused);
    result.conflicts.push(...answer.conflicts);
    run.onprogress?.(result.done, total, answer);
    await pause(BREATH * (Date.now() - started));
  }
  return result;
}

/** Takes a whole import back, chunk by chunk from the last; gives what was left alone. @throws Trouble. */
export async function undoImport(
  client: Client,
  importId: string,
  options: { onprogress?: (remaining: number) => void; signal?: AbortSignal } = {}
): Promise<{ restored: number; left: RecordTold[]; stopped: boolean }> {
  const left: RecordTold[] = [];
  let restored = 0;
  while (!options.signal?.aborted) {
    const started = Date.now();
    const chunk = await patiently(() => undoChunk(client, importId));
    restored += chunk.restored;
    left.push(...chunk.left);
    options.onprogress?.(chunk.remaining);
    if (chunk.remaining === 0) return { restored, left, stopped: false };
    await pause(BREATH * (Date.now() - started));
  }
  return { restored, left, stopped: true };
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const passing = error instanceof Trouble && PASSING.includes(error.code);
      if (!passing || attempt === TRIES) throw error;
      await pause(FIRST_WAIT_MS * 2 ** (attempt - 1));
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
