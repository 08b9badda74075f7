import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { JobFault, JobFindings, JobPhase } from '../../../lib/core/model/job';
import { projectRoot } from '../options';
import { faultOf } from './fault-of';
import type { ChildMessage, ImportTask } from './job-messages';

export type ImportOutcome = { findings: Omit<JobFindings, 'changes'> } | { fault: JobFault; detail: string };

export interface RunningImport {
  outcome: Promise<ImportOutcome>;
  /** Ends it; the outcome is then `cancelled`. */
  cancel(): void;
}

const WATCH_MS = 1000;
const MEGABYTE = 1024 * 1024;

/** Megabytes an import may take: GREENLANE_IMPORT_MB, else half of the machine's memory and at most 4 GB. */
export function importMegabytes(env: NodeJS.ProcessEnv): number {
  const given = Number(env.GREENLANE_IMPORT_MB);
  if (Number.isFinite(given) && given >= 256) return Math.floor(given);
  return Math.floor(Math.min(4096, totalmem() / MEGABYTE / 2));
}

/**
 * Runs one import in a process of its own, so that the server goes on whatever an extract does to it: its heap is
 * limited by Node, its whole memory by this watch.
 */
export function runImport(
  task: ImportTask,
  megabytes: number,
  onProgress: (phase: JobPhase, share: number) => void
): RunningImport {
  const script = join(projectRoot, 'src', 'node', 'supervisor', 'jobs', 'import-child.ts');
  const child = fork(script, [String(process.pid)], {
    cwd: projectRoot,
    execArgv: [`--max-old-space-size=${megabytes}`, '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  });
  let outcome: ImportOutcome | null = null;
  let stopped: 'cancelled' | 'memory' | null = null;
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => {
    errors = (errors + text.toString()).slice(-4000);
  });
  child.on('message', (message: ChildMessage) => {
    if (message.kind === 'progress') onProgress(message.phase, message.share);
    else if (message.kind === 'done') outcome = { findings: message.findings };
    else outcome = { fault: message.fault, detail: message.detail };
  });
  child.send(task);
  const stop = (why: 'cancelled' | 'memory') => {
    stopped ??= why;
    child.kill('SIGKILL');
  };
  const watch = setInterval(() => {
    if (child.pid !== undefined && residentMegabytes(child.pid) > megabytes) stop('memory');
  }, WATCH_MS);
  const leave = () => child.kill('SIGKILL');
  process.once('exit', leave);

  return {
    outcome: new Promise((resolve) => {
      const end = (code: number | null, signal: string | null, words: string) => {
        clearInterval(watch);
        process.off('exit', leave);
        if (stopped) resolve({ fault: stopped, detail: stopped === 'memory' ? `> ${megabytes} MB` : '' });
        else if (outcome) resolve(outcome);
        else {
          const fault = signal === 'SIGABRT' || code === 134 ? 'memory' : faultOf(words);
          resolve({ fault, detail: words.trim().split('\n').slice(-3).join('\n') || `${signal ?? `code ${code}`}` });
        }
      };
      child.once('error', (error) => end(null, null, error.message));
      child.once('close', (code, signal) => end(code, signal, errors));
    }),
    cancel: () => stop('cancelled')
  };
}

/** Resident memory of a process; 0 where the system does not say. */
function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return kilobytes ? Number(kilobytes[1]) / 1024 : 0;
  } catch {
    return 0;
  }
}
