import type { TableTrouble } from '../core/tables/table';
import { TableError } from '../core/tables/table';
import type { TableProgress, TableReply, TableRequestName, TableRequests } from './protocol';

/** One file being read in a worker of its own. The worker holds the file; this page gets only what it asks for. */
export interface TableWorker {
  /**
   * @throws TableError for a file that cannot be read (wording by its code); the signal's reason; Error otherwise.
   * An aborted signal ends the worker: memory is free at once, and the client can be used no more.
   */
  ask<N extends TableRequestName>(
    name: N,
    input: TableRequests[N]['input'],
    options?: { onprogress?: (progress: TableProgress) => void; signal?: AbortSignal }
  ): Promise<TableRequests[N]['output']>;
  /** Ends the worker; what is under way fails. */
  close(): void;
}

/** What the client needs of a worker; a `Worker` is one. */
export interface TablePort {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<TableReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** Starts the reader in a worker of its own; its code is fetched only then. */
export function startTableWorker(): TableWorker {
  return connectTableWorker(
    new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' }) as TablePort
  );
}

interface Pending {
  resolve: (output: never) => void;
  reject: (error: unknown) => void;
  onprogress: ((progress: TableProgress) => void) | undefined;
}

/** Promises over a worker's messages. */
export function connectTableWorker(port: TablePort): TableWorker {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closed: unknown = null;

  function end(reason: unknown): void {
    closed ??= reason;
    port.terminate();
    for (const { reject } of pending.values()) reject(reason);
    pending.clear();
  }
  port.onmessage = ({ data }) => {
    const request = pending.get(data.id);
    if (!request) return;
    if ('progress' in data) {
      request.onprogress?.(data.progress);
      return;
    }
    pending.delete(data.id);
    if (data.ok) request.resolve(data.output as never);
    else request.reject(asError(data.trouble, data.error));
  };
  // A worker that ran out of memory or died says no more than this.
  port.onerror = (event) => end(new Error(event.message || 'The table reader stopped.'));

  return {
    ask(name, input, { onprogress, signal } = {}) {
      if (closed !== null) return Promise.reject(closed);
      if (signal?.aborted) return Promise.reject(signal.reason);
      const id = ++lastId;
      const cancel = () => end(signal?.reason);
      const answer = new Promise<never>((resolve, reject) => {
        pending.set(id, { resolve, reject, onprogress });
        signal?.addEventListener('abort', cancel);
        port.postMessage({ id, name, input });
      });
      return answer.finally(() => signal?.removeEventListener('abort', cancel));
    },
    close: () => end(new Error('The table reader was closed.'))
  };
}

function asError(
  trouble: { code: TableTrouble; params: Record<string, string | number> } | null,
  error: string
): Error {
  return trouble ? new TableError(trouble.code, trouble.params) : new Error(error);
}
