import { closeRoad as closing } from '../core/change/close-road';
import { results } from '../state/results.svelte';
import { situation } from '../state/situation.svelte';
import { perform, type Reality } from './perform';

/** A stretch of road as a click finds it (`RoadInfo` of the engine fits). */
export interface FoundRoad {
  wayId: number;
  stretch: { fromNode: number; toNode: number };
}

/** Closes the stretch in both directions from now on. */
export async function closeRoad(road: FoundRoad, options: Reality & { reason?: string }): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base) return false;
  return perform(closing(base, stretchOf(road, options)), options);
}

/**
 * The stretch as a closure names it: by way and nodes. A real one starts now, a trial at the moment the figures are of,
 * so that the facts need not be worked out anew.
 */
export function stretchOf({ wayId, stretch }: FoundRoad, { real, reason = '' }: Reality & { reason?: string }) {
  const { fromNode, toNode } = stretch;
  const from = (real ? null : results.plan?.settings.now) ?? Date.now();
  return { wayId, fromNode, toNode, reason, startsAt: new Date(from).toISOString() };
}
