import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineClient } from '../engine/client';
import type { Results } from '../core/model/results';
import { engine } from './engine.svelte';

/** Engines as they were started, each with what it waits to answer. */
const started = vi.hoisted(() => [] as { closed: boolean; answer: (first: unknown) => void }[]);

vi.mock('../engine/client', async (actual) => ({
  ...(await actual<object>()),
  startEngine(): EngineClient {
    const own = { closed: false, answer: (_: unknown) => {} };
    started.push(own);
    const name = started.length;
    return {
      // As an engine that was closed too late to be stopped: it still answers.
      load: () => new Promise((resolve) => (own.answer = resolve as (first: unknown) => void)),
      ask: () => Promise.resolve(name as never),
      close: () => (own.closed = true)
    };
  }
}));

const load = () => engine.load({ network: null, situation: {} as never, settings: {} as never });
const first = {} as Results;

beforeEach(() => {
  engine.close();
  started.length = 0;
});

describe('an engine that is still loading', () => {
  it('ends with the area that is left, and never comes to stand', async () => {
    const left = load();
    engine.close();
    expect(started[0].closed).toBe(true);
    const opened = load();
    started[1].answer(first);
    await opened;
    started[0].answer(first);
    await expect(left).rejects.toThrow('superseded');
    expect(await engine.ask('explain', {} as never)).toBe(2);
    expect(started[1].closed).toBe(false);
  });

  it('gives way to the one that is loaded after it, whichever is ready first', async () => {
    const earlier = load();
    const later = load();
    expect(started[0].closed).toBe(true);
    started[0].answer(first);
    await expect(earlier).rejects.toThrow('superseded');
    expect(engine.ready).toBe(false);
    started[1].answer(first);
    await later;
    expect(engine.ready).toBe(true);
  });
});
