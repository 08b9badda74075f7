import { describe, expect, it } from 'vitest';
import { SolverUnavailable, type ModelAnswer } from '../core/fleet/solve-model';
import { solveInWorker, type SolverPort, type SolverReply } from './solve-in-worker';

const answer: ModelAnswer = { status: 'optimal', values: new Map([['x0', 1]]), bound: 1 };

/** Workers that wait until told what to say. */
function workers() {
  const started: { asked: string[]; ended: boolean; say(reply: SolverReply): void; break(): void }[] = [];
  const solve = solveInWorker(() => {
    const port: SolverPort = {
      postMessage: ({ model }) => void worker.asked.push(model),
      onmessage: null,
      onerror: null,
      terminate: () => (worker.ended = true)
    };
    const worker = {
      asked: [] as string[],
      ended: false,
      say: (data: SolverReply) => port.onmessage?.({ data } as MessageEvent<SolverReply>),
      break: () => port.onerror?.({ message: 'gone' } as ErrorEvent)
    };
    started.push(worker);
    return port;
  });
  return { started, solve };
}

describe('a solver in a worker of its own', () => {
  it('keeps its worker for the next model', async () => {
    const { started, solve } = workers();
    const first = solve('one', { timeLimitSeconds: 1 });
    started[0].say({ answer });
    await expect(first).resolves.toEqual(answer);
    const second = solve('two', { timeLimitSeconds: 1 });
    started[0].say({ answer });
    await second;
    expect(started).toMatchObject([{ asked: ['one', 'two'], ended: false }]);
  });

  it('ends its worker when given up, and starts another for the next model', async () => {
    const { started, solve } = workers();
    const stop = new AbortController();
    const given = solve('long', { timeLimitSeconds: 60, signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    expect(started[0].ended).toBe(true);
    const next = solve('next', { timeLimitSeconds: 1 });
    started[1].say({ answer });
    await expect(next).resolves.toEqual(answer);
    await expect(solve('never', { timeLimitSeconds: 1, signal: stop.signal })).rejects.toThrow('enough');
    expect(started).toHaveLength(2);
  });

  it('tells a solver that cannot be had from one that fails', async () => {
    const { started, solve } = workers();
    const missing = solve('one', { timeLimitSeconds: 1 });
    started[0].break();
    await expect(missing).rejects.toBeInstanceOf(SolverUnavailable);
    const cut = solve('two', { timeLimitSeconds: 1 });
    started[1].say({ unavailable: 'no network' });
    await expect(cut).rejects.toBeInstanceOf(SolverUnavailable);
    const failed = solve('three', { timeLimitSeconds: 1 });
    started[2].say({ error: 'bad model' });
    await expect(failed).rejects.toThrow('bad model');
    expect(started.map(({ ended }) => ended)).toEqual([true, true, true]);
  });
});
