/** Follows the server's live stream as one user; `events` grows as they come. */
export interface Listener {
  events: { topic: string; action: string; key: string; record: Record<string, unknown> }[];
  /** Resolves once an event of that key has come; rejects after ten seconds. */
  heard(key: string): Promise<void>;
  /** Resolves once the server has ended the stream. */
  ended: Promise<void>;
  close(): void;
}

export async function listen(url: string, token: string | undefined, topics: string[]): Promise<Listener> {
  const abort = new AbortController();
  const answer = await fetch(`${url}/api/realtime`, { signal: abort.signal });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const events: Listener['events'] = [];
  const waiting = new Set<() => void>();
  let connected: (id: string) => void = () => undefined;
  const clientId = new Promise<string>((resolve) => {
    connected = resolve;
  });
  const ended = new Promise<void>((resolve) => void read().then((byServer) => byServer && resolve()));
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: token } : {}) };
  await fetch(`${url}/api/realtime`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ clientId: await clientId, subscriptions: topics })
  });

  async function read(): Promise<boolean> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return true;
        rest += decoder.decode(value, { stream: true });
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) take(block);
      }
    } catch {
      return false; // Closed by us.
    }
  }
  function take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(block)?.[1].trim() ?? '';
    const data = JSON.parse(field('data') || '{}') as {
      clientId?: string;
      action?: string;
      record?: Record<string, unknown>;
    };
    if (field('event') === 'PB_CONNECT') return connected(data.clientId ?? '');
    events.push({
      topic: field('event'),
      action: data.action ?? '',
      key: String(data.record?.key ?? ''),
      record: data.record ?? {}
    });
    for (const wake of waiting) wake();
  }
  return {
    events,
    ended,
    close: () => abort.abort(),
    heard: (key) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`nothing heard of ${key}`)), 10_000);
        const check = () => {
          if (!events.some((event) => event.key === key)) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      })
  };
}
