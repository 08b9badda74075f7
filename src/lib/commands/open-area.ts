import type { Change } from '../core/model/situation';
import { addMessages } from '../i18n';
import { fetchAreas, fetchNetwork } from '../store/fetch-pack';
import { fetchSituation } from '../store/fetch-situation';
import { followPack } from '../store/follow-pack';
import { follow } from '../store/realtime';
import { asTrouble, Trouble } from '../store/client';
import { area } from '../state/area.svelte';
import { askChange, settingsNow } from '../state/ask-engine';
import { connection } from '../state/connection.svelte';
import { engine } from '../state/engine.svelte';
import { notices } from '../state/notices.svelte';
import { results } from '../state/results.svelte';
import { scenario } from '../state/scenario.svelte';
import { DEFAULT_SETTINGS, settings } from '../state/settings.svelte';
import { situation } from '../state/situation.svelte';
import { withholdSince } from './freshen';
import { endSession } from './keep-signed-in';
import { theClient } from './the-client';
import { theFeed } from './the-feed';
import { writesBegun } from './under-way';

let under: AbortController | null = null;

/** Learns which areas there are; the one the address names is opened next, else the server's first. */
export async function listAreas(): Promise<void> {
  area.setLoading({ stage: 'areas', done: null, total: null });
  try {
    const { first, areas } = await fetchAreas(theClient());
    area.setList(areas);
    if (!area.wanted) area.want(first);
    area.setLoading(null);
  } catch (error) {
    const { code, params } = asTrouble(error);
    if (code === 'network' && (await kept().then(({ listKept }) => listKept(), nothing))) return;
    area.fail(`trouble-${code}`, { detail: '', ...params });
  }
}

/**
 * Opens an area: its roads and records together, then the first travel times, then the live feed. A second call drops
 * the first. Failures and cancelling leave word in `area.failure`; what was open before is gone only once asked for.
 */
export async function openArea(id: string): Promise<void> {
  closeArea();
  const own = (under = new AbortController());
  const client = theClient();
  try {
    const manifest = area.list.find((known) => known.id === id);
    if (!manifest) throw new Trouble('no-area', { area: id });
    const total = manifest.files['network.bin']?.bytes ?? null;
    const estimated = manifest.times === 'estimated';
    area.setLoading(estimated ? { stage: 'records', done: null, total: null } : { stage: 'network', done: 0, total });
    theFeed.ids = new Map();
    const [network, records] = await Promise.all([
      estimated
        ? null
        : fetchNetwork(client, manifest, {
            signal: own.signal,
            onprogress: (done) => area.setLoading({ stage: done === total ? 'records' : 'network', done, total })
          }),
      fetchSituation(client, id, { ids: theFeed.ids, signal: own.signal }),
      estimated ? import('../i18n/messages/estimated').then(({ estimated: words }) => addMessages(words)) : null
    ]);
    chooseLevel(estimated && records.facilities.size === 0);
    if (own.signal.aborted) throw new Trouble('cancelled');
    situation.load(records);
    connection.heard(Date.now(), true);
    area.setLoading({ stage: 'engine', done: null, total: null });
    const first = await engine.load({ network, situation: records, settings: settingsNow() });
    if (own.signal.aborted) throw new Trouble('cancelled');
    results.load(first);
    area.open(manifest);
    await listen(id, own.signal);
  } catch (error) {
    if (under !== own) return;
    const { code, params } = asTrouble(error);
    if (code === 'network' && (await goOnWithKept(id, own.signal))) return;
    if (under !== own) return;
    area.fail(`trouble-${code}`, { detail: '', area: id, ...params });
  }
}

/** What opens an area from this device; absent where this page's own files cannot be had. */
const kept = () => import('./open-kept');
const nothing = () => false;

/** Without the server: the facts of last time, until it answers again. */
async function goOnWithKept(id: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { openKept, whenServerAnswers } = await kept();
    const opened = await openKept(id, signal);
    whenServerAnswers(signal, () => void (opened ? listen(id, signal) : openArea(id)));
    return opened;
  } catch {
    return false;
  }
}

/** Where no site of care is on record the way to the township seat is what can be asked; elsewhere it is no choice. */
function chooseLevel(seatOnly: boolean): void {
  if (seatOnly) settings.set({ careLevel: 'seat' });
  else if (settings.careLevel === 'seat') settings.set({ careLevel: DEFAULT_SETTINGS.careLevel });
}

/** Stops what is being loaded. */
export function cancelLoading(): void {
  under?.abort();
}

/** Ends the feed and the engine, come up or not, and forgets the area's records. */
export function closeArea(): void {
  under?.abort();
  under = null;
  engine.close();
  area.open(null);
  situation.load(null);
  results.load(null);
  connection.forget();
}

async function listen(areaId: string, signal: AbortSignal): Promise<void> {
  await follow({
    client: theClient(),
    areaId,
    signal,
    ids: theFeed.ids,
    held: () => situation.real!,
    own: { begun: writesBegun, withhold: (thing, moment) => withholdSince(areaId, thing, moment) },
    onchange: receive,
    onword: (word) => connection.set(word, Date.now()),
    onheard: (whole, beat) => connection.heard(Date.now(), whole, beat),
    ontrouble: ({ code, params }) => notices.say('alarm', `trouble-${code}`, { detail: '', ...params }),
    onsignedout: () => void endSession()
  });
  if (signal.aborted) return;
  const onbuilt = (builtAt: string) => {
    if (builtAt !== area.current?.builtAt) void renewArea(areaId);
  };
  await followPack(theClient(), areaId, { signal, onbuilt }).catch(() => undefined);
}

/** The server's list of areas as it is now; the first one is opened where none was. */
export async function renewList(): Promise<void> {
  const { first, areas } = await fetchAreas(theClient());
  area.setList(areas);
  if (!area.wanted) area.want(first);
}

/** An area was switched to new roads: opens it again with them. What this screen has planned stays planned. */
async function renewArea(id: string): Promise<void> {
  try {
    await renewList();
  } catch {
    return; // The next reconnect tells it again.
  }
  const next = area.list.find((known) => known.id === id);
  if (!next || area.current?.id !== id || next.builtAt === area.current.builtAt) return;
  const { planned } = situation;
  const named = scenario.current;
  // The steps are laid over the new facts below, not the scenario as it was saved.
  scenario.set(null);
  await openArea(id);
  if (situation.real?.areaId !== id) return;
  for (const change of planned) {
    situation.applyPlanned(change);
    situation.record({ change, real: false });
    void askChange(change, true);
  }
  scenario.set(named);
  notices.say('attention', 'area-renewed');
}

function receive(change: Change): void {
  if (!situation.real) return;
  situation.applyReal(change);
  void askChange(change, false);
}
