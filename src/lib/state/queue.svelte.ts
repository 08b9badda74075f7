/** A command on this device that the server has not done. */
export interface QueuedCommand {
  seq: number;
  verb: string;
  areaId: string;
  body: Record<string, unknown>;
  /** Epoch ms. */
  queuedAt: number;
  refused: { code: string; reason: string; item: string | null; detail: string; at: number } | null;
}

let list = $state.raw<QueuedCommand[]>([]);
let sentAt = $state.raw<Readonly<Record<string, number>>>({});

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
  /** When this page last got the answer to a command about a thing, by the thing's id; epoch ms. */
  get sentAt() {
    return sentAt;
  },
  noteSent(about: string, at: number) {
    sentAt = { ...sentAt, [about]: at };
  },
  forget() {
    list = [];
    sentAt = {};
  }
};
