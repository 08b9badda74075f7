/** A command on this device that the server has not done. */
export interface QueuedCommand {
  seq: number;
  key: string;
  verb: string;
  path: string;
  areaId: string;
  body: Record<string, unknown>;
  /** Epoch ms. */
  queuedAt: number;
  /** Id of the record that this command makes. */
  makes?: string;
  /** What was seen of the record when the command was given. */
  seen?: Record<string, unknown>;
  refused: CommandRefusal | null;
}

export interface CommandRefusal {
  code: string;
  reason: string;
  item: string | null;
  detail: string;
  params?: Record<string, string | number>;
  at: number;
}

/** A command that the server has done, and its answer. */
export interface SentCommand {
  body: Record<string, unknown>;
  answer: unknown;
  /** Epoch ms. */
  at: number;
}

/** Of one thing no more are remembered than wait for the facts to follow. */
const REMEMBERED = 10;

let list = $state.raw<QueuedCommand[]>([]);
let sent = $state.raw<Readonly<Record<string, readonly SentCommand[]>>>({});

/** What this account's commands on the device have come to. */
export const queue = {
  get list() {
    return list;
  },
  set(next: QueuedCommand[]) {
    list = next;
  },
  get waiting(): QueuedCommand[] {
    return list.filter(({ refused }) => refused === null);
  },
  get refused(): QueuedCommand[] {
    return list.filter(({ refused }) => refused !== null);
  },
  get count(): number {
    return queue.waiting.length;
  },
  /** When the first that still waits was given, epoch ms. */
  get since(): number | null {
    return queue.waiting[0]?.queuedAt ?? null;
  },
  /** What this page has sent of late about a thing, the last one last. */
  sentOf(about: string): readonly SentCommand[] {
    return sent[about] ?? [];
  },
  noteSent(about: string, command: SentCommand) {
    sent = { ...sent, [about]: [...queue.sentOf(about), command].slice(-REMEMBERED) };
  },
  /** Nothing of this account stays. */
  forget() {
    list = [];
    sent = {};
  }
};
