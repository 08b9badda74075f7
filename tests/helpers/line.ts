import { EventSource } from 'eventsource';

/** The line of all clients of this process to their server, streams included; it can be cut and mended. */
export interface Line {
  cut(): void;
  mend(): void;
}

export function takeLine(): Line {
  const plainFetch = globalThis.fetch;
  let open = new AbortController();
  let isCut = false;
  const broken = () => new TypeError('fetch failed: the line is cut');
  const lineFetch: typeof fetch = (input, init) => {
    if (isCut) return Promise.reject(broken());
    const signals = [open.signal, init?.signal].filter((each) => !!each);
    return plainFetch(input, { ...init, signal: AbortSignal.any(signals) }).catch((error: unknown) => {
      throw isCut ? broken() : error;
    });
  };
  globalThis.fetch = lineFetch;
  (globalThis as Record<string, unknown>).EventSource = class extends EventSource {
    constructor(url: string) {
      super(url, { fetch: (address, init) => lineFetch(address, init as RequestInit) });
    }
  };
  return {
    cut() {
      isCut = true;
      // Another reason than the usual: a stream takes that one for its own close.
      open.abort(broken());
    },
    mend() {
      open = new AbortController();
      isCut = false;
    }
  };
}
