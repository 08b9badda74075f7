import type { Situation } from '../core/model/situation';
import type { CancelMessage, PartialOf, ReplyMessage, RequestMessage, RequestName, Requests } from './protocol';
import { SUPERSEDED } from './serve';
import { takeSnapshot } from './snapshot';

/** A newer change or another choice made this answer pointless; what it told the engine is kept. */
export class Superseded extends Error {
  constructor() {
    super(SUPERSEDED);
  }
}

export type Progress = Extract<ReplyMessage, { progress: unknown }>['progress'];

export interface EngineClient {
  /** The network's buffer is handed over and unusable afterwards. */
  load(
    input: Omit<Requests['load']['input'], 'situation'> & { situation: Situation },
    options?: { onprogress?: (progress: Progress) => void }
  ): Promise<Requests['load']['output']>;
  /**
   * A reserve plan answers first by `onpartial` (see the protocol) and goes on until proven or the `signal` is aborted:
   * `ask('planReserve', input, { onpartial: (first) => draw(first), signal: controller.signal })`.
   *
   * @throws Superseded, the signal's reason, or Error with the engine's own words.
   */
  ask<N extends Exclude<RequestName, 'load'>>(
    name: N,
    input: Requests[N]['input'],
    options?: AskOptions<N>
  ): Promise<Requests[N]['output']>;
  /** Ends the worker; what is under way fails. */
  close(): void;
}

export interface AskOptions<N extends RequestName> {
  onprogress?: (progress: Progress) => void;
  /** What the request answers before its end, if anything. */
  onpartial?: (partial: PartialOf<N>) => void;
  /** Gives the request up: the promise rejects at once, a solve under way is ended. A change once told stays told. */
  signal?: AbortSignal;
}

/** What the client needs of a worker; a `Worker` is one. */
export interface EnginePort {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ReplyMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

interface Pending {
  resolve: (output: never) => void;
  reject: (error: Error) => void;
  onprogress: ((progress: Progress) => void) | undefined;
  onpartial: ((partial: never) => void) | undefined;
}

/** Starts the engine in a worker of its own. */
export function startEngine(): EngineClient {
  return connectEngine(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as EnginePort);
}

/** Promises over a worker's messages. */
export function connectEngine(port: EnginePort): EngineClient {
  const pending = new Map<number, Pending>();
  let lastId = 0;

  port.onmessage = ({ data }) => {
    const request = pending.get(data.id);
    if (!request) return;
    if ('progress' in data) {
      request.onprogress?.(data.progress);
      return;
    }
    if ('partial' in data) {
      request.onpartial?.(data.partial as never);
      return;
    }
    pending.delete(data.id);
    if (data.ok) request.resolve(data.output as never);
    else request.reject(data.error === SUPERSEDED ? new Superseded() : new Error(data.error));
  };
  port.onerror = (event) => failAll(new Error(event.message || 'The engine stopped.'));

  function failAll(error: Error): void {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  }

  function send<N extends RequestName>(
    name: N,
    input: Requests[N]['input'],
    transfer: Transferable[],
    { onprogress, onpartial, signal }: AskOptions<N> = {}
  ): Promise<Requests[N]['output']> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const id = ++lastId;
    const cancel = () => {
      const request = pending.get(id);
      pending.delete(id);
      port.postMessage({ id, cancel: true } satisfies CancelMessage, []);
      request?.reject(signal?.reason as Error);
    };
    const answer = new Promise<Requests[N]['output']>((resolve, reject) => {
      pending.set(id, { resolve, reject, onprogress, onpartial });
      signal?.addEventListener('abort', cancel);
      port.postMessage({ id, name, input } satisfies RequestMessage<N>, transfer);
    });
    return answer.finally(() => signal?.removeEventListener('abort', cancel));
  }

  return {
    load: ({ network, situation, settings }, options) =>
      send('load', { network, situation: takeSnapshot(situation), settings }, network ? [network] : [], options),
    ask: (name, input, options) => send(name, input, [], options),
    close() {
      port.terminate();
      failAll(new Error('The engine was closed.'));
    }
  };
}
