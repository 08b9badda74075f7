import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../src/node/drill/desk';
import { startNightServer, type NightServer } from '../../src/node/drill/night-server';
import { shippedFolder } from '../../src/node/supervisor/options';
import { mustEqual, type Bench, type Figure, type LiveSizes } from './bench';
import type { Order, Word } from './live-clients';

const SEED = 20261127;
const UPDATES_PER_SECOND = 10;
/** Screens in one process: two share the machine's cores with the server. */
const PROCESSES = 2;
/** Fixes an account may send in a minute are fewer than all together. */
const SENDERS = 8;
/** A screen that shows nothing for so long never will. */
const NEVER_MS = 120_000;

/**
 * Many screens follow one area while vehicles tell where they are: milliseconds from a fix being sent to each screen
 * showing it, then from the return of a line that was cut until every screen shows what stands.
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
  for (let i = 0; i < Math.min(clients, 30); i++)
    people.push(await server.enlist(`screen-${i}`, i % 3 === 0 ? 'official' : 'dispatcher', 'county'));
  for (let i = 0; i < PROCESSES; i++) crowds.push(new Crowd());
  const shareOf = (i: number) =>
    Array.from({ length: clients }, (_, n) => n)
      .filter((n) => n % PROCESSES === i)
      .map((n) => people[n % people.length].token);
  await Promise.all(
    crowds.map((crowd, i) => crowd.ask({ do: 'start', url: server.served.url, areaId, tokens: shareOf(i) }, 'started'))
  );
  const fleet = await startFleet(server, areaId);
  // What comes while the first are under way belongs to no figure.
  await sleep(2000);
  await Promise.all(crowds.map((crowd) => crowd.ask({ do: 'count' }, 'seen')));
  const sentBefore = fleet.sent();
  await sleep(seconds * 1000);
  const sent = fleet.sent() - sentBefore;
  await sleep(3000);
  const seen = (await Promise.all(crowds.map((crowd) => crowd.ask({ do: 'count' }, 'seen')))).flatMap(({ ms }) => ms);
  for (const crowd of crowds) crowd.tell({ do: 'cut' });
  await sleep(cutSeconds * 1000);
  const back = await Promise.all(crowds.map((crowd) => crowd.ask({ do: 'mend', expected: fleet.last() }, 'converged')));
  const converged = back.flatMap(({ ms }) => ms);
  await fleet.stop();
  mustEqual('screens that came back', converged.length, clients);
  for (const crowd of crowds) mustEqual('trouble', crowd.troubles.slice(0, 3).join('; '), '');
  const missed = sent * clients - seen.length;
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
    figure('updates-sent', sent, 'updates'),
    figure('updates-not-seen-by-each', Math.max(0, missed), 'of all'),
    figure('seen-p50-ms', share(seen, 0.5), 'ms'),
    figure('seen-p95-ms', share(seen, 0.95), 'ms'),
    figure('seen-worst-ms', share(seen, 1), 'ms'),
    figure('acknowledged-p95-ms', share(fleet.acknowledged, 0.95), 'ms'),
    figure('converged-p50-ms', share(converged, 0.5), 'ms', afterCut),
    figure('converged-worst-ms', share(converged, 1), 'ms', afterCut)
  ];
}

/** Sends fixes, each bearing the moment of its sending, until it is stopped. */
async function startFleet(server: NightServer, areaId: string) {
  const vehicles = [...server.situation.vehicles.keys()];
  const senders: Person[] = [];
  for (let i = 0; i < SENDERS; i++) senders.push(await server.enlist(`sender-${i}`, 'dispatcher', 'county'));
  const last: Record<string, string> = {};
  const acknowledged: number[] = [];
  const faults: string[] = [];
  let count = 0;
  let overtaken = 0;
  let going = true;
  async function send(n: number): Promise<void> {
    const vehicleId = vehicles[n % vehicles.length];
    const began = Date.now();
    const deviceAt = new Date(began).toISOString();
    const body = { area: areaId, vehicleId, lon: 43.3 + (n % 100) / 1e3, lat: -11.7, deviceAt, seq: n + 1 };
    const answer = await fetch(`${server.served.url}/api/greenlane/positions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: senders[n % SENDERS].token },
      body: JSON.stringify(body)
    });
    const said = (await answer.json()) as { kept?: boolean };
    if (!answer.ok) return void faults.push(`${answer.status} ${JSON.stringify(said)}`);
    // Overtaken on the way by a later one of the same vehicle: nobody is told of it.
    if (!said.kept) return void (overtaken += 1);
    acknowledged.push(Date.now() - began);
    if (deviceAt > (last[vehicleId] ?? '')) last[vehicleId] = deviceAt;
  }
  const running = (async () => {
    const from = Date.now();
    const open = new Set<Promise<void>>();
    while (going) {
      const sending = send(count).catch((error: unknown) => void faults.push(String(error)));
      open.add(sending);
      void sending.finally(() => open.delete(sending));
      count += 1;
      await sleep(Math.max(0, from + (count * 1000) / UPDATES_PER_SECOND - Date.now()));
    }
    await Promise.all(open);
  })();
  return {
    acknowledged,
    /** Those that screens are told of. */
    sent: () => count - overtaken,
    /** Moment of each vehicle's last acknowledged fix. */
    last: () => ({ ...last }),
    async stop() {
      going = false;
      await running;
      mustEqual('fixes refused', faults.slice(0, 3).join('; '), '');
    }
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
