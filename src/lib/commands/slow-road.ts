import { slowRoad as slowing } from '../core/change/slow-road';
import { situation } from '../state/situation.svelte';
import { stretchOf, type FoundRoad } from './close-road';
import { perform, type Reality } from './perform';

/** Leaves 1–99 per cent of the speed on the stretch from now on. */
export async function slowRoad(
  road: FoundRoad,
  options: Reality & { speedPercent: number; reason?: string }
): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base) return false;
  return perform(slowing(base, { ...stretchOf(road, options), speedPercent: options.speedPercent }), options);
}
