import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JournalEntry } from '../../lib/core/operations/drill/check-events';

/** An answer that is no success: what the server said and the code of its first fault. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string
  ) {
    super(message);
  }
}

type Json = Record<string, unknown>;
/** Records by name, as the routes of operations answer. */
export type Answer = Record<string, Json & { key: string; version: number; state: string }>;

/** What the clients of a drill were told, all together. */
export interface Tally {
  journal: JournalEntry[];
  /** Refusals of the server by code. */
  conflicts: Map<string, number>;
  /** Sends that got no answer, or one that the server itself was at fault for. */
  faults: string[];
}

export interface Person {
  username: string;
  password: string;
  role: string;
  unit: string;
  token: string;
}

const RETRIES = 20;

/**
 * One client: a person at a device, who does one thing after another. Every act has a key of its own and is sent under
 * it until it is answered.
 */
export class Desk {
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly areaId: string,
    readonly person: Person,
    private readonly tally: Tally
  ) {}

  /** @throws Refusal */
  act(path: string, body: Json): Promise<Answer> {
    return this.inTurn(async () => {
      const command = randomUUID();
      const sent = { ...body, area: this.areaId, key: command };
      for (let tries = 1; ; tries++) {
        try {
          const answer = (await this.send('POST', `/api/greenlane/${path}`, sent)) as Answer;
          this.tally.journal.push({ command });
          return answer;
        } catch (error) {
          if (error instanceof Refusal && error.status < 500) {
            this.tally.conflicts.set(error.code, (this.tally.conflicts.get(error.code) ?? 0) + 1);
            throw error;
          }
          this.tally.faults.push(`${path}: ${String(error)}`);
          if (tries === RETRIES) throw error;
          await sleep(100);
        }
      }
    });
  }

  /** A request that is no act of operations: a list, a position, a closure. */
  ask(method: string, path: string, body?: Json): Promise<Json> {
    return this.inTurn(() => this.send(method, path, body));
  }

  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = this.busy.then(run);
    this.busy = done.catch(() => undefined);
    return done;
  }

  private async send(method: string, path: string, body?: Json): Promise<Json> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { authorization: this.person.token, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000)
    });
    const said = (answer.status === 204 ? {} : await answer.json()) as Json & {
      message?: string;
      data?: Record<string, { code: string }>;
    };
    if (answer.ok) return said;
    throw new Refusal(answer.status, Object.values(said.data ?? {})[0]?.code ?? 'unknown', said.message ?? '');
  }
}
