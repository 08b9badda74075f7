import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../src/node/drill/desk';
import { startNightServer, type NightServer } from '../../src/node/drill/night-server';
import { shippedFolder } from '../../src/node/supervisor/options';
import { mustEqual, type Bench, type Figure, type LiveSizes } from './bench';
import type { Order, Update, Word } from './live-clients';

const SEED = 20261127;
const UPDATES_PER_SECOND = 10;
/** Of these one is an act on a case, the others are fixes. */
const ACT_EVERY = 4;
/** Screens in one process: two share the machine's cores with the server. */
const PROCESSES = 2;
/** Fixes an account may send in a minute are fewer than all together. */
const SENDERS = 8;
/** A screen that shows nothing for so long never will. */
const NEVER_MS = 120_000;
/** What the owner asks for at the full size: 300 screens, three minutes, a cut of one. */
const FULL: LiveSizes = { clients: 300, seconds: 180, cutSeconds: 60 };
const SEEN_P95_MS = 1000;
const CONVERGED_MS = 5000;

/**
 * Many screens follow one area while vehicles tell where they are and cases are acted on: milliseconds from a send to each
 * screen showing it, then from the return of a line that was cut until every screen shows what stands.
 *
 * @throws when a screen never shows an update or does not come back, and at the full size when it takes longer than asked.
 */
export const run: Bench = async (sizes) => {
  const server = await startNightServer(join(shippedFolder, 'ngazidja'), SEED);
  const crowds: Crowd[] = [];
  try {
    return await measure(server, crowds, sizes);
  } finally {
    for (const crowd of crowds) crowd.end();
    await server.remove();
  }
};

async function measure(server: NightServer, crowds: Crowd[], sizes: LiveSizes): Promise<Figure[]> {
  const { clients, seconds, cutSeconds } = sizes;
  const areaId = server.area.manifest.id;
  const people: Person[] = [];
  for (let i = 0; i < Math.min(Math.ceil(clients / 4), 30); i++)
    people.push(await server.enlist(`screen-${i}`, i % 3 === 0 ? 'official' : 'dispatcher', 'county'));
  for (let i = 0; i < PROCESSES; i++) crowds.push(new Crowd());
  const shareOf = (i: number) =>
    Array.from({ length: clients }, (_, n) => n)
      .filter((n) => n % PROCESSES === i)
      .map((n) => people[n % people.length].token);
  await Promise.all(
    crowds.map((crowd, i) => crowd.ask({ do: 'start', url: server.served.url, areaId, tokens: shareOf(i) }, 'started'))
  );
  const desk = await startDesk(server, areaId);
  // What comes while the first are under way belongs to no figure.
  await sleep(2000);
  const from = Date.now();
  await sleep(seconds * 1000);
  const until = Date.now();
  await sleep(1000);
  const sent = desk.acknowledged.filter(({ sentAt }) => sentAt >= from && sentAt < until);
  const { ms: seen, missed } = await seenBy(crowds, sent);
  for (const crowd of crowds) crowd.tell({ do: 'cut' });
  await sleep(cutSeconds * 1000);
  const expected = lastOf(desk.acknowledged);
  const back = await Promise.all(crowds.map((crowd) => crowd.ask({ do: 'mend', expected }, 'converged')));
  const converged = back.flatMap(({ ms }) => ms);
  await desk.stop();
  for (const crowd of crowds) mustEqual('trouble', crowd.troubles.slice(0, 3).join('; '), '');
  mustEqual('updates a screen never showed', missed.slice(0, 3).join('; '), '');
  mustEqual('updates shown', seen.length, sent.length * clients);
  mustEqual('screens that came back', converged.length, clients);
  if (clients >= FULL.clients && seconds >= FULL.seconds && cutSeconds >= FULL.cutSeconds) {
    mustBeWithin('milliseconds to be seen (p95)', share(seen, 0.95), SEEN_P95_MS);
    mustBeWithin('milliseconds until the last screen shows all after a cut', share(converged, 1), CONVERGED_MS);
  }
  const graph = `${clients} screens, ${UPDATES_PER_SECOND} updates a second, ${seconds} s`;
  const figure = (name: string, value: number, unit: string, of = graph): Figure => ({
    name,
    graph: of,
    value,
    unit,
    reference: null,
    ratio: null
  });
  const afterCut = `${clients} screens, cut for ${cutSeconds} s`;
  return [
    figure('fixes-sent', sent.filter(({ kind }) => kind === 'fix').length, 'updates'),
    figure('case-acts-sent', sent.filter(({ kind }) => kind === 'case').length, 'updates'),
    figure('updates-not-seen', missed.length, 'of all'),
    figure('seen-p50-ms', share(seen, 0.5), 'ms'),
    figure('seen-p95-ms', share(seen, 0.95), 'ms'),
    figure('seen-worst-ms', share(seen, 1), 'ms'),
    figure('acknowledged-p95-ms', share(desk.answeredMs, 0.95), 'ms'),
    figure('screens-converged', converged.length, 'screens', afterCut),
    figure('converged-p50-ms', share(converged, 0.5), 'ms', afterCut),
    figure('converged-worst-ms', share(converged, 1), 'ms', afterCut)
  ];
}

function mustBeWithin(what: string, ours: number, limit: number): void {
  if (!(ours <= limit)) throw new Error(`Bench answer is too slow: ${what} is ${ours}, at most ${limit} is asked for.`);
}

/** Asks until every screen has shown everything, or it is clear that one never will. */
async function seenBy(crowds: readonly Crowd[], sent: Update[]): Promise<{ ms: number[]; missed: string[] }> {
  const from = Date.now();
  for (;;) {
    const said = await Promise.all(crowds.map((crowd) => crowd.ask({ do: 'count', sent }, 'seen')));
    const missed = said.flatMap((each) => each.missed);
    if (missed.length === 0 || Date.now() - from > NEVER_MS) return { ms: said.flatMap(({ ms }) => ms), missed };
    await sleep(1000);
  }
}

/** The last update of each vehicle and case. */
function lastOf(updates: readonly Update[]): Update[] {
  const last = new Map<string, Update>();
  for (const update of updates) {
    const name = `${update.kind} ${update.id}`;
    const before = last.get(name);
    if (!before || update.stamp > before.stamp) last.set(name, update);
  }
  return [...last.values()];
}

/** Sends fixes, each bearing the moment of its sending, and acts on cases in turn, until it is stopped. */
async function startDesk(server: NightServer, areaId: string) {
  const vehicles = [...server.situation.vehicles.keys()];
  const senders: Person[] = [];
  for (let i = 0; i < SENDERS; i++) senders.push(await server.enlist(`sender-${i}`, 'dispatcher', 'county'));
  const nextAct = createCases(server);
  const acknowledged: Update[] = [];
  const answeredMs: number[] = [];
  const faults: string[] = [];
  let going = true;
  async function post(n: number, path: string, body: object): Promise<Record<string, unknown> | null> {
    const began = Date.now();
    const answer = await fetch(`${server.served.url}/api/greenlane/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: senders[n % SENDERS].token },
      body: JSON.stringify({ area: areaId, ...body })
    });
    const said = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) faults.push(`${path}: ${answer.status} ${JSON.stringify(said)}`);
    else answeredMs.push(Date.now() - began);
    return answer.ok ? said : null;
  }
  async function sendFix(n: number): Promise<void> {
    const vehicleId = vehicles[n % vehicles.length];
    const sentAt = Date.now();
    const deviceAt = new Date(sentAt).toISOString();
    const place = { lon: 43.3 + (n % 100) / 1e3, lat: -11.7 };
    const said = await post(n, 'positions', { vehicleId, ...place, deviceAt, seq: n + 1 });
    // Overtaken on the way by a later one of the same vehicle: nobody is told of it.
    if (said?.kept) acknowledged.push({ kind: 'fix', id: vehicleId, stamp: deviceAt, sentAt });
  }
  let acting = Promise.resolve();
  /** Each act rests on the one before: one after another. */
  function sendAct(n: number): Promise<void> {
    acting = acting.then(async () => {
      const { path, body, answered } = nextAct();
      const sentAt = Date.now();
      const said = await post(n, path, { key: randomUUID(), ...body });
      const referral = said?.referral as { key: string; version: number } | undefined;
      answered(referral ?? null);
      if (referral) acknowledged.push({ kind: 'case', id: referral.key, stamp: referral.version, sentAt });
    });
    return acting;
  }
  const running = (async () => {
    const from = Date.now();
    const open = new Set<Promise<void>>();
    for (let count = 0; going; count++) {
      const sending = (count % ACT_EVERY === 0 ? sendAct(count) : sendFix(count)).catch(
        (error: unknown) => void faults.push(String(error))
      );
      open.add(sending);
      void sending.finally(() => open.delete(sending));
      await sleep(Math.max(0, from + ((count + 1) * 1000) / UPDATES_PER_SECOND - Date.now()));
    }
    await Promise.all(open);
  })();
  return {
    acknowledged,
    answeredMs,
    async stop() {
      going = false;
      await running;
      mustEqual('sends refused', faults.slice(0, 3).join('; '), '');
    }
  };
}

interface Act {
  path: string;
  body: object;
  answered: (referral: { key: string; version: number } | null) => void;
}

/** Cases one after another: asked for, taken, sent elsewhere, taken there, called off. */
function createCases({ situation }: NightServer): () => Act {
  const sites = [...situation.facilities.values()].filter(({ tier, open }) => tier !== 'village-clinic' && open);
  const [first, target, other] = sites.map(({ id }) => id);
  const patient = { grade: 'mild', severeDisease: false, aged: false, stable: true, dialysis: false };
  const override = { name: 'Bench', reason: 'what stands against the target is no matter here' };
  const reason = 'the next case';
  const verbs = ['accept', 'redirect', 'accept', 'cancel'];
  let open: { key: string; version: number; done: number } | null = null;
  return () => {
    const held = open;
    if (!held)
      return {
        path: 'referrals',
        body: { referral: { originFacilityId: first, targetFacilityId: target, ...patient }, override },
        answered: (referral) => (open = referral && { ...referral, done: 0 })
      };
    return {
      path: `referrals/${held.key}/${verbs[held.done]}`,
      body: { version: held.version, reason, targetFacilityId: other, override },
      answered: (referral) =>
        (open = referral && held.done + 1 < verbs.length ? { ...referral, done: held.done + 1 } : null)
    };
  };
}

/** The screens of one process. */
class Crowd {
  readonly troubles: string[] = [];
  private readonly child: ChildProcess;
  private readonly waiting = new Map<Word['said'], (word: Word) => void>();

  constructor() {
    this.child = fork(join(import.meta.dirname, 'live-clients.ts'), { execArgv: ['--import', 'tsx'] });
    this.child.on('message', (word: Word) => {
      if (word.said === 'trouble') this.troubles.push(word.text);
      else this.waiting.get(word.said)?.(word);
    });
  }

  tell(order: Order): void {
    this.child.send(order);
  }

  ask<S extends Word['said']>(order: Order, said: S): Promise<Extract<Word, { said: S }>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no answer to "${order.do}": ${this.troubles.slice(0, 3).join('; ')}`)),
        NEVER_MS + ('tokens' in order ? order.tokens.length * 5000 : 0)
      );
      this.waiting.set(said, (word) => {
        clearTimeout(timer);
        resolve(word as Extract<Word, { said: S }>);
      });
      this.tell(order);
    });
  }

  end(): void {
    this.child.kill();
  }
}

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
