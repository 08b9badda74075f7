import type { Results } from '../core/model/results';
import type { AnalysisSettings, Change } from '../core/model/situation';
import { Superseded } from '../engine/client';
import { engine } from './engine.svelte';
import { notices } from './notices.svelte';
import { results } from './results.svelte';
import { session } from './session.svelte';
import { settings } from './settings.svelte';
import { situation } from './situation.svelte';

/** The chosen settings with the clock of this moment and the only township whose records this person is shown. */
export function settingsNow(): AnalysisSettings {
  const own = session.onlyUnit === null ? {} : { unit: session.onlyUnit };
  return { ...settings.current, thresholds: [...settings.thresholds], now: Date.now(), ...own };
}

/**
 * Tells the engine of a change that the situation has taken; its answer appears in `results`, and with `own` also the
 * effect of this real change.
 */
export function askChange(change: Change, planned: boolean, { own = false } = {}): Promise<void> {
  const revision = situation.revision;
  const now = !planned || startsLater(change) ? { now: Date.now() } : {};
  const before = own ? results.baseline : null;
  return ask(() => engine.ask('change', { revision, change, planned, ...now }), before);
}

/** Whether a closure of the change starts after the moment the figures are of: the clock must move on with it. */
function startsLater({ edits }: Change): boolean {
  const clock = results.plan?.settings.now ?? 0;
  return edits.some(({ collection, after }) => collection === 'closures' && Date.parse(after?.startsAt ?? '') > clock);
}

/** New season, vehicle, care level or thresholds. */
export function askSettings(): Promise<void> {
  const revision = situation.revision;
  return ask(() => engine.ask('settings', { revision, settings: settingsNow() }));
}

/** Every planned change is forgotten. */
export function askReset(): Promise<void> {
  const revision = situation.revision;
  return ask(() => engine.ask('reset', { revision }));
}

/** Cells of the land; the buffer is handed over. Villages off the road have their walk in the answer. */
export function askLand(land: ArrayBuffer): Promise<void> {
  const revision = situation.revision;
  return ask(() => engine.ask('land', { revision, land }));
}

async function ask(
  request: () => ReturnType<typeof engine.ask<'change'>>,
  before: Results | null = null
): Promise<void> {
  if (!engine.ready) return;
  results.ask();
  try {
    results.accept(await request(), before);
  } catch (error) {
    if (error instanceof Superseded) return;
    notices.say('alarm', 'trouble-engine', { detail: error instanceof Error ? error.message : String(error) });
  } finally {
    results.answer();
  }
}
