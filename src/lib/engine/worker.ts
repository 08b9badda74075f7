/** Module worker: the engine behind `postMessage`. The solver and its WebAssembly come when a plan is first asked for. */
import { createEngine, lateParts } from './engine';
import type { CancelMessage, RequestMessage } from './protocol';
import { serveRequests } from './serve';
import { solveInWorker, type SolverPort } from './solve-in-worker';

const solve = solveInWorker(
  () => new Worker(new URL('./solver-worker.ts', import.meta.url), { type: 'module' }) as SolverPort
);

// A message channel comes round sooner than a timer, and lets waiting requests in.
const channel = new MessageChannel();
let resume: (() => void) | null = null;
channel.port1.onmessage = () => resume?.();
const pause = () =>
  new Promise<void>((resolve) => {
    resume = resolve;
    channel.port2.postMessage(null);
  });

const engine = createEngine({ elapsed: () => performance.now(), solve });
const server = serveRequests(engine, (message) => self.postMessage(message), pause);
self.onmessage = ({ data }: MessageEvent<RequestMessage | CancelMessage>) => server.receive(data);

// While there is a line: the answers must come when there is none.
const LATE_MS = 10_000;
setTimeout(() => {
  for (const part of Object.values(lateParts)) part().catch(() => undefined);
}, LATE_MS);
