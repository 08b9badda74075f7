import type { Situation } from '../core/model/situation';
import type { ReplyMessage, RequestMessage, RequestName, Requests } from './protocol';
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
  /** @throws Superseded, or Error with the engine's own words. */
  ask<N extends Exclude<RequestName, 'load'>>(
    name: N,
    input: Requests[N]['input'],
    options?: { onprogress?: (progress: Progress) => void }
  ): Promise<Requests[N]['output']>;
  /** Ends the worker; what is under way fails. */
  close(): void;
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
  onprogress?: (progress: Progress) => void;
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
    onprogress?: (progress: Progress) => void
  ): Promise<Requests[N]['output']> {
    const message: RequestMessage<N> = { id: ++lastId, name, input };
    return new Promise((resolve, reject) => {
      pending.set(message.id, { resolve, reject, ...(onprogress ? { onprogress } : {}) });
      port.postMessage(message, transfer);
    });
  }

  return {
    load: ({ network, situation, settings }, { onprogress } = {}) =>
      send('load', { network, situation: takeSnapshot(situation), settings }, [network], onprogress),
    ask: (name, input, { onprogress } = {}) => send(name, input, [], onprogress),
    close() {
      port.terminate();
      failAll(new Error('The engine was closed.'));
    }
  };
}
