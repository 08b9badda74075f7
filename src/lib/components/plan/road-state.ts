import { closeRoad } from '$lib/commands/close-road';
import { findClosure, type RoadState } from '$lib/commands/find-closure';
import { reopenRoad } from '$lib/commands/reopen-road';
import { slowRoad } from '$lib/commands/slow-road';
import { situation } from '$lib/state/situation.svelte';
import { t } from '$lib/i18n';
import { roadNames } from './road-names.svelte';

export const SLOW_PERCENT = 50;

/** What is needed of the engine's road. */
export interface Road {
  wayId: number;
  name: string;
  ref: string;
  stretch: { fromNode: number; toNode: number };
}

/** `RN2`, a street's name, or the bare way. */
export function roadTitle({ ref, name, wayId }: Road): string {
  return ref || name || t('plan-unnamed-road', { way: String(wayId) });
}

export async function setRoadState(road: Road, state: RoadState, real: boolean): Promise<void> {
  if (state === 'closed') await closeRoad(road, { real });
  else if (state === 'slow') await slowRoad(road, { real, speedPercent: SLOW_PERCENT });
  else {
    const held = (real ? situation.real : situation.plan) ?? null;
    const closure = held && findClosure(held, road);
    if (closure) await reopenRoad({ closureId: closure.id }, { real });
  }
  const closure = situation.plan && findClosure(situation.plan, road);
  const name = road.ref || road.name;
  if (closure && name) roadNames.note(closure.id, name);
}

/** A name in a script that runs the other way must not turn its neighbours about. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
