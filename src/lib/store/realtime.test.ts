import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tinyArea } from '../../../tests/helpers/tiny-area';
import type { Change, Situation } from '../core/model/situation';
import { Trouble, type Client } from './client';
import { fetchCollections } from './fetch-situation';
import { follow } from './realtime';

vi.mock('./fetch-situation', async (actual) => ({
  ...(await actual<object>()),
  fetchTides: () => Promise.resolve(new Map()),
  fetchCollections: vi.fn()
}));
vi.mock('./auth', () => ({ stillSignedIn: () => Promise.resolve(true) }));

const facts: Situation = { ...tinyArea().situation };
const fetched = vi.mocked(fetchCollections);

/** A client whose line is up or down, as PocketBase's own behaves: a listener stays though its topic was not sent. */
function fakeClient() {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const state = { up: true, connected: false };
  const subscribe = async (topic: string, listener: (event: unknown) => void) => {
    listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
    if (!state.up) throw new Trouble('network');
    state.connected = true;
    return async () => {
      const left = listeners.get(topic)!.filter((each) => each !== listener);
      if (left.length > 0) listeners.set(topic, left);
      else listeners.delete(topic);
    };
  };
  const realtime = {
    onDisconnect: undefined as ((topics: string[]) => void) | undefined,
    subscribe,
    get isConnected() {
      return state.connected;
    }
  };
  const client = {
    realtime,
    filter: (raw: string) => raw,
    health: { check: () => (state.up ? Promise.resolve() : Promise.reject(new Trouble('network'))) },
    collection: (name: string) => ({
      subscribe: (topic: string, listener: (event: unknown) => void) => subscribe(`${name}/${topic}`, listener)
    })
  };
  const tell = (topic: string, event: unknown = {}) => listeners.get(topic)?.forEach((each) => each(event));
  return { client: client as unknown as Client, state, realtime, listeners, tell };
}

function feedOf(client: Client) {
  const words: string[] = [];
  const changes: Change[] = [];
  const end = new AbortController();
  const standing = follow({
    client,
    areaId: facts.areaId,
    ids: new Map(),
    held: () => facts,
    onchange: (change) => changes.push(change),
    onword: (word) => words.push(word),
    onheard: () => undefined,
    ontrouble: () => undefined,
    onsignedout: () => undefined,
    signal: end.signal
  });
  return { words, changes, end, standing };
}

const browser = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
  vi.stubGlobal('removeEventListener', browser.removeEventListener.bind(browser));
  fetched.mockReset().mockImplementation(() => Promise.resolve(facts));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('following an area', () => {
  it('whose first stream failed is tried again by itself, and is live only once every topic stands', async () => {
    const { client, state } = fakeClient();
    state.up = false;
    const { words, standing, end } = feedOf(client);
    await standing;
    expect(words).toEqual(['offline']);
    browser.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(words).not.toContain('live');
    state.up = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(words.at(-1)).toBe('live');
    end.abort();
  });

  it('is not live on what was fetched while the stream was down', async () => {
    const { client, state, realtime, tell } = fakeClient();
    const { words, standing, end } = feedOf(client);
    await standing;
    expect(words.at(-1)).toBe('live');
    state.connected = false;
    realtime.onDisconnect!(['facilities/*']);
    browser.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(100);
    expect(words.at(-1)).toBe('catching-up');
    state.connected = true;
    tell('PB_CONNECT');
    await vi.advanceTimersByTimeAsync(100);
    expect(words.at(-1)).toBe('live');
    end.abort();
  });

  it('ends at once while it still catches up, and takes away its own topics alone', async () => {
    const { client, listeners, realtime } = fakeClient();
    await client.realtime.subscribe('PB_CONNECT', () => undefined);
    await client.collection('operations').subscribe('*', () => undefined);
    let answer = (_: Situation) => {};
    fetched.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    const { words, changes, end, standing } = feedOf(client);
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners.size).toBeGreaterThan(10);
    end.abort();
    answer({ ...facts, facilities: new Map() });
    await standing;
    expect(changes).toEqual([]);
    expect(words).toEqual(['catching-up']);
    expect([...listeners.keys()]).toEqual(['PB_CONNECT', 'operations/*']);
    expect(listeners.get('PB_CONNECT')).toHaveLength(1);
    expect(realtime.onDisconnect).toBeUndefined();
  });
});
