import { readFileSync } from 'node:fs';
import { NO_ANSWERS } from '../../src/lib/core/tables/questions';
import { writeXlsx } from '../../src/lib/core/tables/write-xlsx';
import { connectTo } from '../../src/lib/store/client';
import { fetchSituation } from '../../src/lib/store/fetch-situation';
import { finishImport, startImport } from '../../src/lib/store/imports';
import { runImport } from '../../src/lib/store/run-import';
import { createTableReader } from '../../src/lib/tables/table-reader';
import { makeWorld, type World } from '../rules/world';
import { mustEqual, type Bench, type Figure } from './bench';
import { SHEET_BOX, SHEET_HEADINGS, sheetTowns, villageRows } from './village-sheet';

const ROWS = Number(process.env.GREENLANE_BENCH_ROWS ?? 100_000);
const AREA = 'sheet';
const DESKS = 4;
const BASELINE_MS = 8000;
const THINK_MS = 100;
const quiet = () => undefined;

/**
 * A village sheet of 100,000 rows from XLSX bytes to records on the real server, while four other desks read and write:
 * rows a second, the 95th percentile of the others' requests beside that of a server without an import, and memory.
 */
export const run: Bench = async () => {
  const world = await makeWorld();
  try {
    return await measure(world);
  } finally {
    await world.server.remove();
  }
};

async function measure(world: World): Promise<Figure[]> {
  const towns = sheetTowns(100);
  const common = { unit: 'county', origin: 'pack', names: { local: 'Sheet' } };
  await world.make('areas', { ...common, area: AREA, key: AREA, bbox: SHEET_BOX });
  for (const { key, name, code } of towns) {
    await world.make('townships', {
      ...common,
      area: AREA,
      unit: key,
      key,
      names: { local: name },
      code,
      derived: false
    });
  }
  const admin = await world.makeUser('sheet-admin', { role: 'admin', area: AREA });
  const planner = await world.makeUser('sheet-planner', { role: 'planner', area: AREA });
  const desk = { lon: null, lat: null };
  const village = {
    ...common,
    area: AREA,
    unit: 't100',
    townshipId: 't100',
    names: { local: 'Desk' },
    ...desk,
    residents: 1
  };
  for (let i = 0; i < DESKS; i++) await world.make('villages', { ...village, key: `desk-${i}` });

  const bytes = writeXlsx([{ name: '村', rows: [SHEET_HEADINGS, ...villageRows(ROWS, towns, 'gcj02')] }]);
  const graph = `${ROWS} rows, XLSX of ${(bytes.length / 1e6).toFixed(1)} MB`;
  const client = connectTo(world.server.url, admin.token);
  const facts = {
    situation: await fetchSituation(client, AREA),
    bbox: SHEET_BOX,
    now: new Date().toISOString(),
    role: 'planner' as const
  };
  const before = await others(world, planner.token, (stop) => setTimeout(stop, BASELINE_MS));

  const reader = createTableReader();
  const start = performance.now();
  const opened = await reader.answer(
    'open',
    { file: new Blob([new Uint8Array(bytes)]), fileName: 'villages.xlsx', facts },
    quiet
  );
  const read = performance.now();
  const { kind, mapping } = opened;
  mustEqual('kind', kind, 'villages');
  const checked = await reader.answer(
    'check',
    { kind, mapping, crs: 'gcj02', answers: NO_ANSWERS, source: 'villages.xlsx' },
    quiet
  );
  const done = performance.now();
  const { counts } = checked;
  mustEqual('rows accounted for', counts.good + counts.repaired + counts.asked + counts.refused, ROWS);
  mustEqual('rows admitted', counts.good, ROWS);
  const readerMb = process.memoryUsage().rss / 1e6;

  const started = await startImport(client, {
    areaId: AREA,
    kind,
    fileName: 'villages.xlsx',
    digest: 'bench',
    mapping: {},
    crs: 'gcj02',
    choice: { encoding: null, sheet: 0, headingRow: 1, mapping, crs: 'gcj02', answers: NO_ANSWERS, now: facts.now },
    counts
  });
  if (started.held) throw new Error('An import is open already.');
  const importId = started.import.id;
  let sentMs = 0;
  let serverMb = 0;
  const during = await others(world, planner.token, async (stop) => {
    const from = performance.now();
    const result = await runImport(client, {
      importId,
      next: 0,
      total: checked.edits,
      edits: (at, count) => reader.answer('edits', { from: at, count }, quiet),
      onprogress: (sent, total) => {
        if (sent % 10_000 !== 0) return;
        serverMb = Math.max(serverMb, serverMemoryMb(world.server.process.pid ?? 0));
        process.stderr.write(
          `${sent} of ${total}, ${Math.round((1000 * sent) / (performance.now() - from))} a second\n`
        );
      }
    });
    sentMs = performance.now() - from;
    mustEqual('records created', result.created, ROWS);
    stop();
  });
  await finishImport(client, importId, counts);
  const held = await client.collection('villages').getList(1, 1, { filter: `area = "${AREA}"` });
  mustEqual('villages held', held.totalItems, ROWS + DESKS);

  const figure = (name: string, value: number, unit: string, reference: number | null = null): Figure => {
    return { name, graph, value, unit, reference, ratio: reference === null ? null : reference / value };
  };
  return [
    figure('table-read-ms', read - start, 'ms'),
    figure('table-check-ms', done - read, 'ms'),
    figure('table-rows-per-second', (1000 * ROWS) / (done - start + sentMs), 'rows/s'),
    figure('table-write-rows-per-second', (1000 * ROWS) / sentMs, 'rows/s'),
    figure('others-read-p95-ms', percentile(during.reads), 'ms', percentile(before.reads)),
    figure('others-write-p95-ms', percentile(during.writes), 'ms', percentile(before.writes)),
    figure('table-reader-mb', readerMb, 'MB'),
    figure('server-mb', serverMb, 'MB')
  ];
}

interface Held {
  id: string;
  version: number;
  residents: number;
}

interface Latencies {
  reads: number[];
  writes: number[];
}

/** Other desks at work until `stop`: each reads a page, then saves its own village, then thinks a moment. */
async function others(world: World, token: string, work: (stop: () => void) => unknown): Promise<Latencies> {
  const found: Latencies = { reads: [], writes: [] };
  let going = true;
  const stop = () => (going = false);
  const timed = async (into: number[], method: string, path: string, body?: unknown) => {
    const from = performance.now();
    const answer = await world.server.send(method, path, { token, ...(body ? { body } : {}) });
    into.push(performance.now() - from);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as unknown;
  };
  const desk = async (i: number) => {
    const at = '/api/collections/villages/records';
    // As every screen asks: with the area in the filter, which the index serves.
    const mine = encodeURIComponent(`area = "${AREA}"`);
    const filter = encodeURIComponent(`key = "desk-${i}" && area = "${AREA}"`);
    let [held] = (await world.server.send('GET', `${at}?filter=${filter}`, { token })).body.items as Held[];
    while (going) {
      await timed(found.reads, 'GET', `${at}?filter=${mine}&perPage=50&sort=key&skipTotal=1`);
      const { id, version, residents } = held;
      held = (await timed(found.writes, 'PATCH', `${at}/${id}`, { residents: residents + 1, version })) as Held;
      await new Promise((resolve) => setTimeout(resolve, THINK_MS));
    }
  };
  await Promise.all([work(stop), ...Array.from({ length: DESKS }, (_, i) => desk(i))]);
  return found;
}

function percentile(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}

/** Memory of the server's own process, a child of the supervisor. */
function serverMemoryMb(supervisor: number): number {
  const children = readText(`/proc/${supervisor}/task/${supervisor}/children`).trim().split(' ').filter(Boolean);
  const kib = children.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0));
  return Math.max(0, ...kib) / 1000;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
