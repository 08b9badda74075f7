import { reopenRoad as reopening } from '../core/change/reopen-road';
import { closureId } from '../core/change/restrict-road';
import { situation } from '../state/situation.svelte';
import type { FoundRoad } from './close-road';
import { perform, type Reality } from './perform';

/** Takes a closure or slowing away; nothing happens where there is none. */
export async function reopenRoad(which: { closureId: string } | FoundRoad, options: Reality): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base) return false;
  const id = 'closureId' in which ? which.closureId : closureId({ wayId: which.wayId, ...which.stretch });
  if (!base.closures.has(id)) return true;
  return perform(reopening(base, { closureId: id }), options);
}
