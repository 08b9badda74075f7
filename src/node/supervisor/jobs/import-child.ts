/**
 * Process of its own for one import: given its supervisor's process number, told what to do over its channel. Ends when
 * either is gone.
 */
import { Worker } from 'node:worker_threads';
import { importArea } from '../../pack/import-area';
import { examinePack } from './examine';
import { faultOf } from './fault-of';
import type { ChildMessage, GroundFacts, ImportTask } from './job-messages';
import { phaseOfLine } from './phase-of-line';

// The importer holds this thread for seconds and more: only another one notices in time.
new Worker(
  `setInterval(() => process.ppid !== ${Number(process.argv[2])} && process.kill(process.pid, 'SIGKILL'), 250)`,
  { eval: true, execArgv: [] }
).unref();
process.on('disconnect', () => process.exit(1));
process.once('message', (task: ImportTask) => {
  run(task)
    .catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      return tell({ kind: 'failed', fault: faultOf(detail), detail: detail.slice(0, 2000) });
    })
    .finally(() => process.disconnect());
});

async function run({ osm, id, names, out, facts, now }: ImportTask): Promise<void> {
  const say = (line: string) => {
    const progress = phaseOfLine(line);
    if (progress) void tell({ kind: 'progress', ...progress });
  };
  const { bbox } = await importArea({ id, names, out, osm: { path: osm }, sample: false }, say, () => new Date(now));
  if (facts.bbox && !touches(facts.bbox, bbox)) {
    return tell({ kind: 'failed', fault: 'elsewhere', detail: `${place(bbox)} ≠ ${place(facts.bbox)}` });
  }
  await tell({ kind: 'progress', phase: 'checking', share: 0.9 });
  await tell({ kind: 'done', findings: await examinePack(out, facts, now) });
}

type Box = NonNullable<GroundFacts['bbox']>;

function touches(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** Middle of a box, as degrees east and north. */
function place([west, south, east, north]: Box): string {
  return `${((west + east) / 2).toFixed(2)}°, ${((south + north) / 2).toFixed(2)}°`;
}

function tell(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) process.send?.(message, () => resolve());
    else resolve();
  });
}
