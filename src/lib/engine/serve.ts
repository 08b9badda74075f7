import type { PlanOptions } from '../core/fleet/plan-reserve';
import type { Engine, Staged } from './engine';
import type { CancelMessage, ReplyMessage, RequestMessage, RequestName, Requests } from './protocol';

/** Error text of an evaluation that a newer one made pointless. */
export const SUPERSEDED = 'superseded';

const EVALUATING: readonly RequestName[] = ['change', 'settings', 'reset', 'land'];
/** Rest on the last evaluation: pointless once a newer one waits. */
const RESTING: readonly RequestName[] = ['surface'];
const CANCELLED = 'cancelled';

export interface Server {
  receive(message: RequestMessage | CancelMessage): void;
}

/**
 * Answers requests one after the other, in order. Evaluations pause between their stages; one that a newer evaluation
 * waits behind is dropped with the error `superseded`, its change kept; so is a surface, which ends when cancelled too.
 * One that waits for others, as a solve does, holds nobody up; a cancelled one ends with the error of its solver.
 */
export function serveRequests(
  engine: Engine,
  reply: (message: ReplyMessage) => void,
  pause: () => Promise<void>
): Server {
  const waiting: RequestMessage[] = [];
  const under = new Map<number, AbortController>();
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { id, name } = next;
      const settle = (output: unknown) => {
        under.delete(id);
        reply({ id, ok: true, output });
      };
      const fail = (error: unknown) => {
        under.delete(id);
        reply({ id, ok: false, error: error instanceof Error ? error.message : String(error) });
      };
      try {
        const output = begin(next);
        if (output instanceof Promise) void output.then(settle, fail);
        else settle(isStaged(output) ? await runStages(id, output, name) : output);
      } catch (error) {
        fail(error);
      }
    }
    busy = false;
  }

  function begin({ id, name, input }: RequestMessage): unknown {
    const handle = engine[name] as (input: Requests[RequestName]['input'], options: PlanOptions) => unknown;
    const { signal } = under.get(id) as AbortController;
    return handle(input, { signal, onfirst: (partial) => reply({ id, partial }) });
  }

  async function runStages<T>(id: number, staged: Staged<T>, request: RequestName): Promise<T> {
    const resting = RESTING.includes(request);
    const droppable = resting || EVALUATING.includes(request);
    for (;;) {
      const step = staged.next();
      if (step.done) return step.value;
      reply({ id, progress: step.value });
      await pause();
      if (droppable && waiting.some(({ name }) => name === 'load' || EVALUATING.includes(name)))
        throw new Error(SUPERSEDED);
      if (resting && under.get(id)?.signal.aborted) throw new Error(CANCELLED);
    }
  }

  return {
    receive(message) {
      if ('cancel' in message) return under.get(message.id)?.abort();
      under.set(message.id, new AbortController());
      waiting.push(message);
      if (!busy) void work();
    }
  };
}

function isStaged(value: unknown): value is Staged<unknown> {
  return typeof value === 'object' && value !== null && 'next' in value;
}
