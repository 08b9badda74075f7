import { ClientResponseError } from 'pocketbase';
import { asTrouble, type Client } from './client';
import { deviceDb, type KeptCommand, type Refusal } from './device-db';

export type { KeptCommand, Refusal };

export type NewCommand = Pick<
  KeptCommand,
  'userId' | 'areaId' | 'verb' | 'path' | 'body' | 'queuedAt' | 'seen' | 'makes'
> & {
  /** Made beforehand where the command's own key names what it makes. */
  key?: string;
};

/** What a pass over the queue came to: all gone, the line is down, or the server wants a sign-in first. */
export type Flushed = 'empty' | 'no-line' | 'signed-out';

export interface FlushOptions {
  client: Client;
  userId: string;
  now: () => number;
  onsent: (command: KeptCommand, answer: unknown) => void;
  onrefused: (command: KeptCommand) => void;
  /** Whether a command has waited too long to be sent; it is then refused here with the reason `expired`. */
  expired?: (command: KeptCommand) => boolean;
}

const LOCK = 'greenlane-queue';
/** Longest a command may take before the line counts as down. */
const ANSWER_MS = 20_000;

/** Keeps a command on this device; it goes when `flush` is next called. */
export async function enqueue(command: NewCommand): Promise<KeptCommand> {
  const kept = { ...command, key: command.key ?? newKey(), refused: null } as KeptCommand;
  const seq = await (await deviceDb()).add('commands', kept);
  return { ...kept, seq };
}

/** Commands of an account in the order they were given, refused ones among them. */
export async function listCommands(userId: string): Promise<KeptCommand[]> {
  return (await (await deviceDb()).getAll('commands')).filter((each) => each.userId === userId);
}

export async function dropCommand(seq: number): Promise<void> {
  await (await deviceDb()).delete('commands', seq);
}

/**
 * Sends what waits, in order, one at a time over all tabs (Web Locks; where there are none the server's keys alone see to
 * it that each counts once). A refused command is kept with its reason and holds up none behind it.
 */
export async function flush(options: FlushOptions): Promise<Flushed> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request(LOCK, () => sendAll(options)) : sendAll(options);
}

async function sendAll({ client, userId, now, onsent, onrefused, expired }: FlushOptions): Promise<Flushed> {
  const refuse = async (command: KeptCommand, why: Omit<Refusal, 'at'>) => {
    const kept = { ...command, refused: { ...why, at: now() } };
    await (await deviceDb()).put('commands', kept);
    onrefused(kept);
  };
  const waiting = (await listCommands(userId)).filter(({ refused }) => refused === null);
  for (const command of waiting) {
    // Whoever signed in meanwhile must not send it under another name.
    if (client.authStore.record?.id !== userId) return 'signed-out';
    if (expired?.(command)) {
      await refuse(command, { code: 'expired', reason: 'expired', item: null, detail: '' });
      continue;
    }
    try {
      const body = { ...command.body, area: command.areaId, key: command.key };
      const signal = AbortSignal.timeout(ANSWER_MS);
      const answer: unknown = await client.send(command.path, { method: 'POST', body, signal });
      await dropCommand(command.seq);
      onsent(command, answer);
    } catch (error) {
      const status = error instanceof ClientResponseError ? error.status : 0;
      if (status === 401) return 'signed-out';
      // Nothing was said about the command itself: it waits.
      if (status === 0 || status === 408 || status === 429 || status >= 500) return 'no-line';
      await refuse(command, refusalOf(error));
    }
  }
  return 'empty';
}

/** Why the server refused a command, in its own codes. */
export function refusalOf(error: unknown): Omit<Refusal, 'at'> {
  const { code } = asTrouble(error);
  const response = error instanceof ClientResponseError ? (error.response as { data?: Record<string, Fault> }) : {};
  const [first] = Object.entries(response.data ?? {});
  return {
    code,
    reason: first?.[1]?.code ?? code,
    item: first?.[0] ?? null,
    detail: first?.[1]?.message ?? (error instanceof Error ? error.message : String(error)),
    ...(first?.[1]?.params ? { params: first[1].params } : {})
  };
}

interface Fault {
  code?: string;
  message?: string;
  params?: Record<string, string | number>;
}

/** Secure contexts alone have `randomUUID`; random bytes are everywhere. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
