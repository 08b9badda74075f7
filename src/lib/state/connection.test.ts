import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connection, FROZEN_AFTER_MS } from './connection.svelte';

const START = Date.parse('2026-03-02T14:02:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  connection.forget();
  return () => vi.useRealTimers();
});

describe('what the connection says', () => {
  it('is frozen once a server believed to be there has been silent, and not when it is known to be gone', () => {
    connection.heard(START - FROZEN_AFTER_MS - 60_000, true);
    connection.set('live', START);
    expect(connection.frozen).toBe(true);
    connection.set('offline', START);
    expect(connection.frozen).toBe(false);
  });

  it('offline is since the line was lost, however often it was tried again', () => {
    connection.set('live', START - 60_000);
    connection.set('offline', START);
    connection.set('catching-up', START + 5000);
    connection.set('offline', START + 6000);
    expect(connection.since).toBe(START);
    connection.set('catching-up', START + 11_000);
    connection.set('live', START + 12_000);
    expect(connection.since).toBe(START + 12_000);
    connection.set('offline', START + 20_000);
    expect(connection.since).toBe(START + 20_000);
  });
});
