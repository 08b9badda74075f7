import { isExpired } from '../core/operations/call-out-expiry';
import { activeRulePack } from '../core/rules/active-rule-pack';
import { DEFAULT_RULE_PACK } from '../core/rules/default-rule-pack';
import { sendCommand, withAnswer } from '../store/operations';
import {
  dropCommand,
  enqueue,
  flush,
  listCommands,
  newKey,
  refusalOf,
  type KeptCommand,
  type NewCommand
} from '../store/queue';
import { asTrouble } from '../store/client';
import { notices } from '../state/notices.svelte';
import { operations } from '../state/operations.svelte';
import { queue, type CommandRefusal } from '../state/queue.svelte';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';
import { theClient } from './the-client';

const RETRY_MS = 10_000;
const REPORT_PATH = '/api/greenlane/report';
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

/** What became of a command: done, kept until there is a line, or refused for good. */
export type Acted =
  { kind: 'done'; answer: unknown } | { kind: 'queued' } | { kind: 'refused'; refusal: CommandRefusal };

type Given = Pick<NewCommand, 'areaId' | 'verb' | 'path' | 'body' | 'key' | 'makes' | 'seen'>;
const waiters = new Map<string, (acted: Acted) => void>();

/**
 * Gives a command and waits for what becomes of it. A refusal is told to the caller and kept no longer; one that comes
 * after the command had to wait for a line stays in the queue until a person has seen it. Where the browser keeps nothing
 * the command is sent at once, under the same key.
 */
export async function giveAndWait(command: Given): Promise<Acted> {
  const userId = session.user?.id;
  if (!userId) return { kind: 'refused', refusal: { ...refusalOf(new Error()), at: Date.now() } };
  let kept: KeptCommand;
  try {
    kept = await enqueue({ ...command, userId, queuedAt: Date.now() });
  } catch {
    return sendUnkept(command);
  }
  const acted = new Promise<Acted>((resolve) => waiters.set(kept.key, resolve));
  await changed();
  void sendQueue();
  return acted;
}

async function sendUnkept(command: Given): Promise<Acted> {
  try {
    const answer = await sendCommand(theClient(), { ...command, key: command.key ?? newKey() });
    hearAnswer(answer);
    return { kind: 'done', answer };
  } catch (error) {
    return { kind: 'refused', refusal: { ...refusalOf(error), at: Date.now() } };
  }
}

/** Takes the records of an answer in, before the stream tells them. One that cannot be read waits for the stream. */
export function hearAnswer(answer: unknown): void {
  try {
    operations.take(withAnswer(operations.held, answer));
  } catch (error) {
    const { code, params } = asTrouble(error);
    operations.setFault({ code, params: { detail: '', ...params } });
  }
}

function settle(key: string, acted: Acted): boolean {
  const waiter = waiters.get(key);
  waiters.delete(key);
  waiter?.(acted);
  return waiter !== undefined;
}

/**
 * Those whose command another tab has sent, or that must wait for a line, are told now. One given while the pass was under
 * way is sent by the next.
 */
function settleRest(waits: boolean): void {
  for (const key of [...waiters.keys()]) {
    const command = queue.list.find((each) => each.key === key);
    if (!command) settle(key, { kind: 'done', answer: null });
    else if (command.refused) settle(key, { kind: 'refused', refusal: command.refused });
    else if (waits) settle(key, { kind: 'queued' });
  }
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
    expired: ({ verb, queuedAt }) => isExpired(verb, queuedAt, Date.now(), packNow()),
    onsent: ({ body, key }, answer) => {
      hearAnswer(answer);
      settle(key, { kind: 'done', answer });
      const { report } = body as { report?: { facilityId?: string } };
      if (report?.facilityId) queue.noteSent(report.facilityId, { body, answer, at: Date.now() });
      void changed();
    },
    onrefused: (command) => {
      const { refused, path, seq } = command;
      if (refused && settle(command.key, { kind: 'refused', refusal: refused })) void dismissCommand(seq);
      else notices.say('alarm', path === REPORT_PATH ? 'queue-refused' : 'queue-refused-act');
      void changed();
    }
  });
  await changed();
  settleRest(came !== 'empty');
  if (came === 'no-line') retry = setTimeout(() => void sendQueue(), RETRY_MS);
}

function packNow() {
  return situation.real ? activeRulePack(situation.real, Date.now()) : DEFAULT_RULE_PACK;
}

async function changed(): Promise<void> {
  channel?.postMessage('changed');
  await readQueue();
}

async function readQueue(): Promise<void> {
  const userId = session.user?.id;
  queue.set(userId ? await listCommands(userId) : []);
}
