import { dropCommand, enqueue, flush, listCommands, type NewCommand } from '../store/queue';
import { notices } from '../state/notices.svelte';
import { queue } from '../state/queue.svelte';
import { session } from '../state/session.svelte';
import { theClient } from './the-client';

const RETRY_MS = 10_000;
const CHANNEL = 'greenlane-queue';

let channel: BroadcastChannel | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | null = null;
let again = false;

/**
 * Keeps the list of unsent commands current and sends them whenever there is a line: at once, when the browser says it is
 * online again, and every ten seconds while some wait. Other tabs are told.
 *
 * @returns what stops it.
 */
export function keepQueue(): () => void {
  if (typeof BroadcastChannel !== 'undefined') {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => void readQueue();
  }
  const online = () => void sendQueue();
  addEventListener('online', online);
  void sendQueue();
  return () => {
    removeEventListener('online', online);
    clearTimeout(retry);
    channel?.close();
    channel = null;
  };
}

/** Gives a command: kept on this device first, then sent. Resolves once it is kept. */
export async function give(command: Pick<NewCommand, 'areaId' | 'verb' | 'path' | 'body'>): Promise<void> {
  const userId = session.user?.id;
  if (!userId) return;
  await enqueue({ ...command, userId, queuedAt: Date.now() });
  await changed();
  void sendQueue();
}

/** Takes a refused command off the device once a person has seen why. */
export async function dismissCommand(seq: number): Promise<void> {
  await dropCommand(seq);
  await changed();
}

/** Reports of this account that would go with the sign-in, refused ones among them, as the device holds them. */
export async function unsentHere(): Promise<number> {
  await readQueue();
  return queue.list.length;
}

/** Sends what waits; a call while one is under way makes it look once more. */
export function sendQueue(): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = pass().finally(() => {
    running = null;
    if (again) {
      again = false;
      void sendQueue();
    }
  });
  return running;
}

async function pass(): Promise<void> {
  clearTimeout(retry);
  await readQueue();
  const userId = session.user?.id;
  if (!userId || queue.count === 0) return;
  const came = await flush({
    client: theClient(),
    userId,
    now: Date.now,
    onsent: ({ body, key }, answer) => {
      const { report } = body as { report?: { facilityId?: string } };
      queue.noteSent(report?.facilityId ?? key, { body, answer, at: Date.now() });
      void changed();
    },
    onrefused: () => {
      notices.say('alarm', 'queue-refused');
      void changed();
    }
  });
  await changed();
  if (came === 'no-line') retry = setTimeout(() => void sendQueue(), RETRY_MS);
}

async function changed(): Promise<void> {
  channel?.postMessage('changed');
  await readQueue();
}

async function readQueue(): Promise<void> {
  const userId = session.user?.id;
  queue.set(userId ? await listCommands(userId) : []);
}
