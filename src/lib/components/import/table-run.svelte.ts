import type { Message } from '$lib/commands/as-message';
import { asMessage } from '$lib/commands/as-message';
import {
  finishImport,
  keptMapping,
  runImport,
  startImport,
  type HeldImport,
  type ImportState,
  type RecordTold
} from '$lib/commands/imports';
import { notices } from '$lib/state/notices.svelte';
import type { ImportEdit } from '$core/tables/questions';
import { choiceNow, tableCheck } from './table-check.svelte';
import { tableFile } from './table-file.svelte';

/** `stalled`: the line or the server is gone; what is written stands, and the import can go on. */
export type RunPhase =
  'idle' | 'starting' | 'held' | 'running' | 'paused' | 'stalled' | 'finishing' | 'done' | 'undone';

/** Rows of so much time tell how fast it goes now. */
const WINDOW_MS = 5000;

let phase = $state<RunPhase>('idle');
let held = $state.raw<HeldImport | null>(null);
let failure = $state.raw<Message | null>(null);
let importId = $state<string | null>(null);
let done = $state(0);
let total = $state(0);
let rows = $state(0);
let rowsPerSecond = $state<number | null>(null);
let finished = $state.raw<ImportState | null>(null);
let left = $state.raw<RecordTold[]>([]);
let pausing = $state(false);

let next = 0;
let stop: AbortController | null = null;
let samples: { at: number; rows: number }[] = [];
/** Grows when another file comes: what was under way for the last one says no more. */
let serial = 0;

/** Sends what was checked to the server, chunk by chunk. */
export const tableRun = {
  get phase() {
    return phase;
  },
  /** The import of another, or of another file of one's own, that stands in the way. */
  get held() {
    return held;
  },
  get failure() {
    return failure;
  },
  get importId() {
    return importId;
  },
  /** Records sent and to send. */
  get done() {
    return done;
  },
  get total() {
    return total;
  },
  /** Rows of the file whose records are sent. */
  get rows() {
    return rows;
  },
  get rowsPerSecond() {
    return rowsPerSecond;
  },
  /** The server's word at the end. */
  get finished() {
    return finished;
  },
  /** What taking it back left alone. */
  get left() {
    return left;
  },
  /** Asked to pause; the chunk under way is written first. */
  get pausing() {
    return pausing;
  },
  /** Something has been begun that is neither written to the end nor closed. */
  get busy() {
    return phase === 'starting' || phase === 'running' || phase === 'finishing';
  },

  /** Begins the import, or takes it up where it stopped. `takeOver` closes the one that stands in the way. */
  async start(areaId: string, takeOver = false): Promise<void> {
    const { file, opened, digest, mapping, earlier } = tableFile;
    const { result, checking, waiting } = tableCheck;
    if (!file || !opened || !result || checking || waiting) return;
    const own = serial;
    phase = 'starting';
    held = failure = null;
    const { crs, answers, kind } = choiceNow();
    const { encoding, sheet, headingRow, headings } = opened;
    try {
      const answer = await startImport({
        areaId,
        kind,
        fileName: file.name,
        digest,
        mapping: keptMapping(headings, mapping),
        crs,
        choice: { encoding, sheet, headingRow, mapping, crs, answers, now: tableFile.now },
        counts: result.counts,
        takeOver
      });
      if (own !== serial) return;
      if (answer.held) {
        held = answer.held;
        phase = 'held';
        return;
      }
      if (answer.resumed && answer.import.next !== earlier.find(({ id }) => id === answer.import.id)?.next) {
        // Another window has gone on meanwhile: what it wrote is not among the records this file was compared with.
        failure = { code: 'import-elsewhere', params: { name: file.name } };
        phase = 'idle';
        return;
      }
      importId = answer.import.id;
      next = answer.import.next;
      total = result.edits;
      done = rows = 0;
      samples = [];
      await tableRun.goOn();
    } catch (error) {
      if (own !== serial) return;
      failure = asMessage(error);
      phase = 'idle';
    }
  },

  /** Sends what is left. A chunk whose answer was lost goes out again under its number and counts once. */
  async goOn(): Promise<void> {
    if (!importId) return;
    const own = serial;
    phase = 'running';
    failure = null;
    pausing = false;
    stop = new AbortController();
    const [from, rowsBefore] = [done, rows];
    let sent = 0;
    let last = 0;
    samples = [{ at: Date.now(), rows }];
    try {
      const run = await runImport({
        importId,
        next,
        total: total - from,
        signal: stop.signal,
        async edits(at, count) {
          const edits: ImportEdit[] = await tableFile.worker.ask('edits', { from: from + at, count });
          for (const { row } of edits) if (row !== last) [sent, last] = [sent + 1, row];
          return edits;
        },
        onprogress(count, _total, answer) {
          if (own !== serial) return;
          done = from + count;
          next = answer.next;
          rows = rowsBefore + sent;
          measure();
        }
      });
      if (own !== serial) return;
      if (run.stopped) phase = 'paused';
      else await tableRun.finish();
    } catch (error) {
      if (own !== serial) return;
      failure = asMessage(error);
      phase = 'stalled';
    } finally {
      if (own === serial) {
        stop = null;
        pausing = false;
        rowsPerSecond = null;
      }
    }
  },

  pause(): void {
    pausing = stop !== null;
    stop?.abort();
  },

  /** Closes the import as far as it got. */
  async finish(): Promise<void> {
    if (!importId) return;
    const own = serial;
    const whole = done >= total;
    phase = 'finishing';
    try {
      const state = await finishImport(importId, tableCheck.result?.counts ?? null);
      if (own !== serial) return;
      finished = state;
      phase = 'done';
      const { created, updated } = finished.written ?? { created: 0, updated: 0 };
      notices.say('done', whole ? 'import-notice-done' : 'import-notice-closed', { created, updated });
    } catch (error) {
      if (own !== serial) return;
      failure = asMessage(error);
      phase = 'stalled';
    }
  },

  takenBack(what: RecordTold[]): void {
    left = what;
    phase = 'undone';
  },

  /** Lets the import go; one that runs is paused and stays in the list. */
  reset(): void {
    serial += 1;
    stop?.abort();
    stop = null;
    pausing = false;
    phase = 'idle';
    held = failure = importId = finished = null;
    left = [];
    done = total = rows = 0;
    rowsPerSecond = null;
    samples = [];
  }
};

function measure(): void {
  const now = Date.now();
  samples = [...samples.filter(({ at }) => now - at <= WINDOW_MS), { at: now, rows }];
  const [first] = samples;
  if (samples.length > 1 && now > first.at) rowsPerSecond = ((rows - first.rows) * 1000) / (now - first.at);
}
