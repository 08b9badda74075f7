import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { publishAreas, type ServedArea } from '../area-packs';
import type { Internal } from '../internal';
import { say } from '../say';
import { seedArea, type HeldArea, type SeedReport } from '../seed';
import { findExtract, importFolders } from './find-extract';
import type { GroundFacts, JobPatch, JobRow } from './job-messages';
import { importMegabytes, runImport, type RunningImport } from './run-import';
import { builtArea, clearUnused, currentOf, draftFolder, keepDraft, makeCurrent, withUploaded } from './uploaded-areas';

export interface JobsOptions {
  internal: Internal;
  dataDir: string;
  /** What is served now. */
  areas: ServedArea[];
  env: NodeJS.ProcessEnv;
}

const LOOK_MS = 1000;
/** At most so often is progress written. */
const TELL_MS = 500;

/** Takes up what administrators ask for, one import at a time, until it is stopped. */
export async function watchJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const { internal, dataDir, env } = options;
  let areas = options.areas;
  let ending = false;
  const woken = new AbortController();
  /** The job in hand, from the moment it is taken up; `child` once its process runs. */
  let running: { id: string; child?: RunningImport } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** One after another, so that late progress never overwrites an end. */
  const patch = (id: string, fields: JobPatch): Promise<{ known: boolean }> => {
    const next = last.then(() => internal.call<{ known: boolean }>('job', { id, fields }));
    last = next.catch(() => undefined);
    return next;
  };
  const list = () => internal.call<{ jobs: JobRow[] }>('jobs', {});

  /** Ground facts alone: own roads never bring sample operations. */
  async function seed(area: ServedArea, apply: boolean): Promise<SeedReport> {
    const state = await internal.call<{ areas: HeldArea[] }>('state', {});
    const held = state.areas.find(({ key }) => key === area.manifest.id);
    return seedArea(internal, area, { held, sample: false, apply });
  }

  async function begin(): Promise<void> {
    const { jobs } = await list();
    for (const { id, status } of jobs) {
      if (status === 'running') await patch(id, { status: 'failed', fault: 'stopped', phase: null, wanted: '' });
    }
    clearUnused(dataDir, new Set(jobs.filter(({ status }) => status === 'ready').map(({ built }) => built)));
  }

  async function look(): Promise<void> {
    const { jobs } = await list();
    for (const job of jobs) {
      if (job.wanted === 'cancel') await cancel(job);
      else if (job.wanted === 'switch' && job.status === 'ready') await switchOver(job);
    }
    const next = jobs.find(({ status, wanted }) => status === 'queued' && wanted === '');
    if (next && !running) void take(next);
  }

  async function cancel(job: JobRow): Promise<void> {
    if (running?.id === job.id) return running.child?.cancel();
    await patch(job.id, { status: 'failed', fault: 'cancelled', phase: null, wanted: '' });
  }

  /** One job from beginning to end; whatever goes wrong becomes its fault. */
  async function take(job: JobRow): Promise<void> {
    running = { id: job.id };
    try {
      await build(job);
    } catch (error) {
      const faultDetail = (error as Error).message;
      const failed = { status: 'failed', fault: 'other', faultDetail, phase: null, wanted: '' } as const;
      if (!ending) await patch(job.id, failed).catch(() => undefined);
    } finally {
      running = null;
    }
  }

  async function build(job: JobRow): Promise<void> {
    const failed = (fault: JobPatch['fault'], faultDetail: string) =>
      patch(job.id, { status: 'failed', fault, faultDetail, phase: null, wanted: '' });
    const found = findExtract(job, join(dataDir, 'database', 'storage'), importFolders(env));
    if ('fault' in found) {
      await failed(found.fault, found.detail);
      return;
    }
    const draft = draftFolder(dataDir, job.area, job.id);
    let told = 0;
    try {
      const facts = await internal.call<GroundFacts>('job-facts', { area: job.area });
      const task = { osm: found.path, id: job.area, names: job.names, out: draft, facts, now: Date.now() };
      const child = runImport(task, importMegabytes(env), (phase, share) => {
        if (Date.now() - told < TELL_MS) return;
        told = Date.now();
        // A job that was deleted meanwhile ends.
        patch(job.id, { phase, share }).then(
          ({ known }) => !known && child.cancel(),
          () => undefined
        );
      });
      running = { id: job.id, child };
      await patch(job.id, { status: 'running', phase: 'reading', share: 0, fault: null, faultDetail: '' });
      const outcome = await child.outcome;
      if (ending) return;
      if ('fault' in outcome) {
        await failed(outcome.fault, inOwnWords(outcome.detail, found.path, job.source));
        return;
      }
      const built = keepDraft(draft);
      await patch(job.id, { phase: 'comparing', share: 0.95 });
      const changes = await seed(builtArea(dataDir, job.area, built), false);
      const { created, updated, keptByHand, absent } = changes;
      const findings = { ...outcome.findings, changes: { created, updated, keptByHand, absent } };
      await patch(job.id, { status: 'ready', phase: null, share: 1, findings, built });
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }

  /**
   * The name in `current` decides: a cut after it is made good by the next start, one before it changed nothing. When the
   * records are refused (they are written all or none) the old pack is in force again.
   */
  async function switchOver(job: JobRow): Promise<void> {
    const [before, previous] = [areas, currentOf(dataDir, job.area)];
    try {
      await patch(job.id, { phase: 'switching' });
      const area = builtArea(dataDir, job.area, job.built);
      makeCurrent(dataDir, job.area, job.built);
      areas = withUploaded(areas, [area]);
      await publishAreas(areas, dataDir);
      const report = await seed(area, true);
      say(
        `area ${job.area}: switched to the pack of ${area.manifest.builtAt}; ${report.created} records made, ` +
          `${report.updated} updated, ${report.keptByHand} kept as edited by hand.`
      );
      await patch(job.id, { status: 'switched', phase: null, wanted: '', dropUpload: true });
    } catch (error) {
      areas = before;
      makeCurrent(dataDir, job.area, previous);
      await publishAreas(areas, dataDir);
      const faultDetail = (error as Error).message;
      await patch(job.id, { status: 'failed', fault: 'other', faultDetail, phase: null, wanted: '' });
    }
  }

  let begun = false;
  async function beginOnce(): Promise<void> {
    if (!begun) await begin();
    begun = true;
  }
  // Before anybody asks: what a killed server left behind is told as stopped, not as running.
  await beginOnce().catch((error: Error) => say(`jobs: ${error.message}`));
  const loop = (async () => {
    while (!ending) {
      // A server that ends or is busy is tried again; what matters is told by its own process.
      await beginOnce()
        .then(look)
        .catch(() => undefined);
      await sleep(LOOK_MS, undefined, { signal: woken.signal }).catch(() => undefined);
    }
  })();

  return {
    async stop() {
      ending = true;
      woken.abort();
      running?.child?.cancel();
      await loop;
    }
  };
}

/** The faults of an importer name the file as it lies here; people know it by the name it came with. */
function inOwnWords(words: string, path: string, source: string): string {
  return words.replaceAll(path, source).replaceAll(basename(path), source);
}
