import { addMessages } from '../i18n';
import { asTrouble } from '../store/client';
import { fetchAreas } from '../store/fetch-pack';
import { readFacts, readNetwork } from '../store/snapshot';
import { area } from '../state/area.svelte';
import { settingsNow } from '../state/ask-engine';
import { connection } from '../state/connection.svelte';
import { engine } from '../state/engine.svelte';
import { results } from '../state/results.svelte';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';
import { checkSignIn } from './keep-signed-in';
import { theClient } from './the-client';

const LOOK_EVERY_MS = 5000;

/** Without the server the area last looked at is the only one; false where this device keeps none. */
export async function listKept(): Promise<boolean> {
  const kept = await keptFacts();
  if (!kept) return false;
  area.setList([kept.manifest]);
  area.want(kept.manifest.id);
  return true;
}

/**
 * Opens an area from what this device keeps, offline and as old as it is. Without the roads only the records open.
 *
 * @returns false where nothing of this area is kept.
 */
export async function openKept(id: string, signal: AbortSignal): Promise<boolean> {
  const kept = await keptFacts();
  if (!kept || kept.manifest.id !== id || signal.aborted) return false;
  situation.load(kept.situation);
  connection.heard(kept.at, true);
  connection.set('offline', kept.at);
  const estimated = kept.manifest.times === 'estimated';
  if (estimated) addMessages((await import('../i18n/messages/estimated')).estimated);
  const network = estimated ? null : await readNetwork(kept.manifest);
  if (signal.aborted || (!network && !estimated)) return false;
  const first = await engine.load({ network, situation: kept.situation, settings: settingsNow() });
  if (signal.aborted) return true;
  results.load(first);
  area.open(kept.manifest);
  return true;
}

/** Calls back once the server answers again; one that no longer knows the sign-in ends it. */
export function whenServerAnswers(signal: AbortSignal, then: () => void): void {
  const look = async () => {
    if (signal.aborted) return stop();
    try {
      const { areas } = await fetchAreas(theClient());
      stop();
      if (signal.aborted) return;
      area.setList(areas);
      then();
    } catch (error) {
      const { code } = asTrouble(error);
      if (code === 'network') return;
      stop();
      if (code === 'not-allowed') await checkSignIn();
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  const online = () => void look();
  addEventListener('online', online);
  function stop() {
    clearInterval(timer);
    removeEventListener('online', online);
  }
}

async function keptFacts() {
  const id = session.user?.id;
  return id === undefined ? null : readFacts(id).catch(() => null);
}
