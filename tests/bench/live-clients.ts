/**
 * Many screens in one process, each following the area as a browser's does, with the product's own code. Told what to do
 * by the bench over the process's channel; the line of all can be cut and mended.
 */
import { applyChange } from '../../src/lib/core/change/apply-change';
import type { Situation } from '../../src/lib/core/model/situation';
import { connectTo } from '../../src/lib/store/client';
import { fetchSituation, type RemoteIds } from '../../src/lib/store/fetch-situation';
import { follow } from '../../src/lib/store/realtime';
import { takeLine } from '../helpers/line';

export type Order =
  | { do: 'start'; url: string; areaId: string; tokens: string[] }
  | { do: 'count' }
  | { do: 'cut' }
  /** The line is back; `expected` is the moment of each vehicle's last fix. */
  | { do: 'mend'; expected: Record<string, string> };

export type Word =
  | { said: 'started' }
  /** Milliseconds from the send of a fix to each screen that showed it. */
  | { said: 'seen'; ms: number[] }
  /** Milliseconds from the line's return until each screen showed everything. */
  | { said: 'converged'; ms: number[] }
  | { said: 'trouble'; text: string };

interface Screen {
  held: Situation;
  word: string;
}

const say = (word: Word) => process.send?.(word);
/** Screens that open at the same time. */
const AT_ONCE = 10;
const screens: Screen[] = [];
const ends = new AbortController();
let seen: number[] = [];
const line = takeLine();

async function start(url: string, areaId: string, token: string): Promise<void> {
  const client = connectTo(url, token);
  const ids: RemoteIds = new Map();
  const screen: Screen = { held: await fetchSituation(client, areaId, { ids }), word: 'connecting' };
  screens.push(screen);
  await follow({
    client,
    areaId,
    signal: ends.signal,
    ids,
    held: () => screen.held,
    onchange(change) {
      screen.held = applyChange(screen.held, change);
      if (change.verb !== 'other-desk') return;
      for (const { collection, after } of change.edits)
        if (collection === 'vehicles' && after?.positionAt) seen.push(Date.now() - Date.parse(after.positionAt));
    },
    onword: (word) => (screen.word = word),
    onheard: () => undefined,
    ontrouble: (trouble) => say({ said: 'trouble', text: trouble.message }),
    onsignedout: () => say({ said: 'trouble', text: 'signed out' })
  });
}

/** Resolves with how long it took from now. */
async function converged(screen: Screen, expected: [string, string][], from: number): Promise<number> {
  const whole = () =>
    screen.word === 'live' && expected.every(([id, at]) => (screen.held.vehicles.get(id)?.positionAt ?? '') >= at);
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
      say({ said: 'seen', ms: seen });
      seen = [];
    } else if (order.do === 'cut') {
      line.cut();
    } else {
      const from = Date.now();
      line.mend();
      const expected = Object.entries(order.expected);
      say({ said: 'converged', ms: await Promise.all(screens.map((each) => converged(each, expected, from))) });
    }
  })().catch((error: unknown) => say({ said: 'trouble', text: String(error) }));
});
process.on('disconnect', () => process.exit());
