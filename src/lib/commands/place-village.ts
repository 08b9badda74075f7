import { placeVillage as placing } from '../core/change/place-village';
import type { VillageId } from '../core/model/ids';
import { situation } from '../state/situation.svelte';
import { perform, type Reality } from './perform';

/** Says where a village lies, WGS84 degrees. */
export async function placeVillage(
  input: { villageId: VillageId; lon: number; lat: number },
  options: Reality
): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base) return false;
  return perform(placing(base, input), options);
}
