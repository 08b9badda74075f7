import { DUTY_PATH, stepPath, type DriveVerb } from '../../core/operations/drive';
import { viewInAnswer } from '../../store/drive';
import { sendCommand } from '../../store/operations';
import { dropCommand, enqueue, flush, listCommands, newKey, refusalOf } from '../../store/queue';
import { drive } from '../../state/drive.svelte';
import { driveClient, failed, keptAs, refreshDrive } from './line';

/** How long a step can be taken back, for thumbs in gloves. */
const TAKE_BACK_MS = 10_000;
const RETRY_MS = 10_000;

let holding: ReturnType<typeof setTimeout> | undefined;
let releasing: Promise<void> | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | null = null;
let again = false;

type Said = Record<string, unknown>;

/** Takes a step that can be taken back for ten seconds; a further one lets the one before go at once. */
export async function holdStep(assignmentId: string, verb: DriveVerb): Promise<void> {
  await releaseHeld();
  const at = drive.serverTime();
  const body = { deviceAt: new Date(at).toISOString() };
  const until = Date.now() + TAKE_BACK_MS;
  drive.keep({ held: { assignmentId, verb, at, until, path: stepPath(assignmentId, verb), body } });
  holding = setTimeout(() => void releaseHeld(), TAKE_BACK_MS);
}

export function takeBackStep(): void {
  clearTimeout(holding);
  drive.keep({ held: null });
}

/** Lets the held step go to the server now; a call while that is under way goes along with it. */
export function releaseHeld(): Promise<void> {
  clearTimeout(holding);
  releasing ??= release().finally(() => (releasing = null));
  return releasing;
}

async function release(): Promise<void> {
  const { held } = drive.kept;
  if (!held) return;
  await give(held.verb, held.path, held.body, held.at);
  drive.keep({ held: null });
}

/** Takes a step that states something: it was confirmed in its form and goes at once. */
export async function giveStep(assignmentId: string, verb: DriveVerb, said: Said): Promise<void> {
  await releaseHeld();
  const at = drive.serverTime();
  await give(verb, stepPath(assignmentId, verb), { deviceAt: new Date(at).toISOString(), ...said }, at);
}

export interface DutySaid {
  status: 'available' | 'out-of-service';
  reason?: string;
  restMinutes?: number;
}

/** Says whether the vehicle can go. */
export async function giveDuty(said: DutySaid): Promise<void> {
  await releaseHeld();
  const at = drive.serverTime();
  await give('duty', DUTY_PATH, { ...said, deviceAt: new Date(at).toISOString() }, at);
}

/** Kept on the phone first, then sent; where the browser keeps nothing it is sent at once under its own key. */
async function give(verb: string, path: string, body: Said, queuedAt: number): Promise<void> {
  const { view } = drive.kept;
  if (!view) return;
  const { area: areaId } = view.link;
  try {
    await enqueue({ userId: keptAs(view.link), areaId, verb, path, body, queuedAt });
  } catch {
    return sendUnkept({ path, areaId, key: newKey(), body }, { verb, queuedAt });
  }
  await readCrewQueue();
  void sendCrewQueue();
}

type Command = Parameters<typeof sendCommand>[1];

async function sendUnkept(command: Command, { verb, queuedAt }: { verb: string; queuedAt: number }): Promise<void> {
  try {
    hearAnswer(await sendCommand(driveClient(), command));
  } catch (error) {
    failed(error);
    const refused = { ...refusalOf(error), at: Date.now() };
    drive.setWaiting([...drive.waiting, { ...command, seq: -queuedAt, verb, queuedAt, refused }]);
  }
}

function hearAnswer(answer: unknown): void {
  const view = viewInAnswer(answer);
  if (view) drive.hear(view, Date.now());
  drive.setLine('live');
}

export async function readCrewQueue(): Promise<void> {
  const { view } = drive.kept;
  try {
    drive.setWaiting(view ? await listCommands(keptAs(view.link)) : []);
  } catch {
    // The browser keeps nothing; what was sent without being kept stands as it is.
    return;
  }
}

/** Sends what waits, in order, each once; a call while one is under way makes it look once more. */
export function sendCrewQueue(): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = pass().finally(() => {
    running = null;
    if (!again) return;
    again = false;
    void sendCrewQueue();
  });
  return running;
}

async function pass(): Promise<void> {
  clearTimeout(retry);
  const { view } = drive.kept;
  if (!view || drive.link !== 'open' || !drive.waiting.some(({ refused }) => refused === null)) return;
  try {
    const came = await flush({
      client: driveClient(),
      userId: keptAs(view.link),
      now: Date.now,
      onsent: (_, answer) => hearAnswer(answer),
      onrefused: () => void readCrewQueue()
    });
    await readCrewQueue();
    if (came === 'no-line') {
      drive.setLine('offline');
      retry = setTimeout(() => void sendCrewQueue(), RETRY_MS);
    } else void refreshDrive();
  } catch (error) {
    failed(error);
  }
}

/** Takes a refused command off the phone once the crew has seen why. */
export async function dismissRefusal(seq: number): Promise<void> {
  drive.setWaiting(drive.waiting.filter((each) => each.seq !== seq));
  await dropCommand(seq).catch(() => undefined);
}
