/**
 * Many screens in one process, each following facts and cases of the area over one stream as a browser's does, with the
 * product's own code. Told what to do by the bench over the process's channel; the line of all can be cut and mended.
 */
import { applyChange } from '../../src/lib/core/change/apply-change';
import type { Situation } from '../../src/lib/core/model/situation';
import { NO_OPERATIONS, withList, withRecord, type OperationRecords } from '../../src/lib/core/operations/records';
import { connectTo, type Client, type Trouble } from '../../src/lib/store/client';
import { fetchSituation, type RemoteIds } from '../../src/lib/store/fetch-situation';
import { followOperations } from '../../src/lib/store/operations';
import { follow } from '../../src/lib/store/realtime';
import { takeLine } from '../helpers/line';

/** What a screen is to show: a vehicle's fix by its moment, a case by its version. Either only grows. */
export interface Update {
  kind: 'fix' | 'case';
  id: string;
  /** ISO date-time of the fix, or version of the case. */
  stamp: string | number;
  /** Epoch ms of the send that was acknowledged. */
  sentAt: number;
}

export type Order =
  | { do: 'start'; url: string; areaId: string; tokens: string[] }
  /** What was sent and acknowledged: each screen should have shown it. */
  | { do: 'count'; sent: Update[] }
  | { do: 'cut' }
  /** The line is back; `expected` is the last update of each vehicle and case. */
  | { do: 'mend'; expected: Update[] };

export type Word =
  | { said: 'started' }
  /** Milliseconds from each update's send to each screen that showed it or a newer one, and what a screen never showed. */
  | { said: 'seen'; ms: number[]; missed: string[] }
  /** Milliseconds from the line's return until each screen showed everything. */
  | { said: 'converged'; ms: number[] }
  | { said: 'trouble'; text: string };

interface Shown {
  stamp: string | number;
  at: number;
}
interface Screen {
  held: Situation;
  records: OperationRecords;
  factsWord: string;
  casesWord: string;
  /** When it showed what of each vehicle and case, oldest first. */
  shown: Map<string, Shown[]>;
}

const say = (word: Word) => process.send?.(word);
/** Screens that open at the same time. */
const AT_ONCE = 10;
const screens: Screen[] = [];
const ends = new AbortController();
const line = takeLine();
const trouble = ({ message }: Trouble) => say({ said: 'trouble', text: message });
const nameOf = ({ kind, id }: Pick<Update, 'kind' | 'id'>) => `${kind} ${id}`;

function note(screen: Screen, name: string, stamp: string | number): void {
  const shown = screen.shown.get(name) ?? [];
  screen.shown.set(name, shown);
  const last = shown.at(-1);
  if (!last || last.stamp < stamp) shown.push({ stamp, at: Date.now() });
}

async function start(url: string, areaId: string, token: string): Promise<void> {
  const client = connectTo(url, token);
  const ids: RemoteIds = new Map();
  const screen: Screen = {
    held: await fetchSituation(client, areaId, { ids }),
    records: NO_OPERATIONS,
    factsWord: 'connecting',
    casesWord: 'connecting',
    shown: new Map()
  };
  screens.push(screen);
  await follow({
    client,
    areaId,
    signal: ends.signal,
    ids,
    held: () => screen.held,
    onchange(change) {
      screen.held = applyChange(screen.held, change);
      for (const { collection, id, after } of change.edits)
        if (collection === 'vehicles' && after?.positionAt) note(screen, nameOf({ kind: 'fix', id }), after.positionAt);
    },
    onword: (word) => (screen.factsWord = word),
    onheard: () => undefined,
    ontrouble: trouble,
    onsignedout: () => say({ said: 'trouble', text: 'signed out' })
  });
  await followCases(screen, client, areaId);
}

/** Resolves once the cases are live. */
function followCases(screen: Screen, client: Client, areaId: string): Promise<void> {
  const noteCase = ({ id, version }: { id: string; version: number }) =>
    note(screen, nameOf({ kind: 'case', id }), version);
  return new Promise((resolve) => {
    followOperations({
      client,
      areaId,
      onlist(records) {
        screen.records = withList(screen.records, records);
        for (const referral of screen.records.referrals.values()) noteCase(referral);
      },
      onrecord(collection, record) {
        screen.records = withRecord(screen.records, collection, record);
        if (collection === 'referrals') noteCase(record);
      },
      onword(word) {
        screen.casesWord = word;
        if (word === 'live') resolve();
      },
      ontrouble: trouble
    });
  });
}

function seen(sent: readonly Update[]): Extract<Word, { said: 'seen' }> {
  const ms: number[] = [];
  const missed: string[] = [];
  for (const [n, screen] of screens.entries())
    for (const update of sent) {
      const first = screen.shown.get(nameOf(update))?.find(({ stamp }) => stamp >= update.stamp);
      if (first) ms.push(first.at - update.sentAt);
      else missed.push(`screen ${n}: ${nameOf(update)} at ${update.stamp}`);
    }
  return { said: 'seen', ms, missed };
}

function shows({ held, records }: Screen, { kind, id, stamp }: Update): boolean {
  if (kind === 'fix') return (held.vehicles.get(id)?.positionAt ?? '') >= stamp;
  return (records.referrals.get(id)?.version ?? 0) >= Number(stamp);
}

/** Resolves with how long it took from now. */
async function converged(screen: Screen, expected: readonly Update[], from: number): Promise<number> {
  const whole = () =>
    screen.factsWord === 'live' && screen.casesWord === 'live' && expected.every((update) => shows(screen, update));
  while (!whole()) await new Promise((resolve) => setTimeout(resolve, 20));
  return Date.now() - from;
}

process.on('message', (order: Order) => {
  void (async () => {
    if (order.do === 'start') {
      const { url, areaId, tokens } = order;
      for (let at = 0; at < tokens.length; at += AT_ONCE)
        await Promise.all(tokens.slice(at, at + AT_ONCE).map((token) => start(url, areaId, token)));
      say({ said: 'started' });
    } else if (order.do === 'count') {
      say(seen(order.sent));
    } else if (order.do === 'cut') {
      line.cut();
    } else {
      const from = Date.now();
      line.mend();
      say({ said: 'converged', ms: await Promise.all(screens.map((each) => converged(each, order.expected, from))) });
    }
  })().catch((error: unknown) => say({ said: 'trouble', text: String(error) }));
});
process.on('disconnect', () => process.exit());
