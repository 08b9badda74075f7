import { SolverUnavailable, type ModelAnswer, type SolveModel } from '../core/fleet/solve-model';

/** What the solver's worker is told; it answers with one of the replies. */
export interface SolverRequest {
  model: string;
  timeLimitSeconds: number;
}
export type SolverReply = { answer: ModelAnswer } | { error: string } | { unavailable: string };

/** What is needed of a worker; a `Worker` is one. */
export interface SolverPort {
  postMessage(message: SolverRequest): void;
  onmessage: ((event: MessageEvent<SolverReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/**
 * A solver in a worker of its own, so that the engine goes on answering and a solve can be given up: its worker is ended
 * at once and the promise rejects with the signal's reason. An unneeded worker is kept for the next solve.
 */
export function solveInWorker(start: () => SolverPort): SolveModel {
  let idle: SolverPort | null = null;
  return (model, { timeLimitSeconds, signal }) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const port = idle ?? start();
      idle = null;
      const end = (keep: boolean, settle: () => void) => {
        signal?.removeEventListener('abort', giveUp);
        port.onmessage = port.onerror = null;
        if (keep && !idle) idle = port;
        else port.terminate();
        settle();
      };
      const giveUp = () => end(false, () => reject(signal?.reason as Error));
      signal?.addEventListener('abort', giveUp);
      port.onmessage = ({ data }) => {
        if ('answer' in data) end(true, () => resolve(data.answer));
        else if ('error' in data) end(false, () => reject(new Error(data.error)));
        else end(false, () => reject(new SolverUnavailable(data.unavailable)));
      };
      // The script could not be fetched, or the solver ran out of memory.
      port.onerror = ({ message }) => end(false, () => reject(new SolverUnavailable(message || 'its worker stopped')));
      port.postMessage({ model, timeLimitSeconds });
    });
}
