/** Module worker: the engine behind `postMessage`. The solver and its WebAssembly come when a plan is first asked for. */
import { highsSolver, type Highs, type SolveModel } from '../core/fleet/solve-model';
import { createEngine } from './engine';
import type { RequestMessage } from './protocol';
import { serveRequests } from './serve';

async function solver(): Promise<SolveModel> {
  const [{ default: load }, { default: wasm }] = await Promise.all([import('highs'), import('highs/runtime?url')]);
  const highs = load({ locateFile: () => wasm }) as unknown as Promise<Highs>;
  return highsSolver(() => highs);
}

// A message channel comes round sooner than a timer, and lets waiting requests in.
const channel = new MessageChannel();
let resume: (() => void) | null = null;
channel.port1.onmessage = () => resume?.();
const pause = () =>
  new Promise<void>((resolve) => {
    resume = resolve;
    channel.port2.postMessage(null);
  });

const engine = createEngine({ elapsed: () => performance.now(), solver });
const server = serveRequests(engine, (message) => self.postMessage(message), pause);
self.onmessage = ({ data }: MessageEvent<RequestMessage>) => server.receive(data);
