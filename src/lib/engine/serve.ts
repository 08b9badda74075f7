import type { Engine, Staged } from './engine';
import type { ReplyMessage, RequestMessage, RequestName, Requests } from './protocol';

/** Error text of an evaluation that a newer one made pointless. */
export const SUPERSEDED = 'superseded';

const EVALUATING: readonly RequestName[] = ['change', 'settings', 'reset'];

export interface Server {
  receive(message: RequestMessage): void;
}

/**
 * Answers requests one after the other, in order. Evaluations pause between their stages; one that a newer evaluation
 * waits behind is dropped with the error `superseded`, its change kept.
 */
export function serveRequests(
  engine: Engine,
  reply: (message: ReplyMessage) => void,
  pause: () => Promise<void>
): Server {
  const waiting: RequestMessage[] = [];
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        reply({ id: next.id, ok: true, output: await answer(next) });
      } catch (error) {
        reply({ id: next.id, ok: false, error: error instanceof Error ? error.message : String(error) });
      }
    }
    busy = false;
  }

  async function answer({ id, name, input }: RequestMessage): Promise<unknown> {
    const handle = engine[name] as (input: Requests[RequestName]['input']) => unknown;
    const output = handle(input);
    return isStaged(output) ? runStages(id, output, EVALUATING.includes(name)) : output;
  }

  async function runStages<T>(id: number, staged: Staged<T>, droppable: boolean): Promise<T> {
    for (;;) {
      const step = staged.next();
      if (step.done) return step.value;
      reply({ id, progress: step.value });
      await pause();
      if (droppable && waiting.some(({ name }) => name === 'load' || EVALUATING.includes(name)))
        throw new Error(SUPERSEDED);
    }
  }

  return {
    receive(message) {
      waiting.push(message);
      if (!busy) void work();
    }
  };
}

function isStaged(value: unknown): value is Staged<unknown> {
  return typeof value === 'object' && value !== null && 'next' in value;
}
