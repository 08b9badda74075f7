import { moveFacility as moving } from '../core/change/move-facility';
import type { FacilityId } from '../core/model/ids';
import { situation } from '../state/situation.svelte';
import { perform, type Reality } from './perform';

/** Puts a facility at another place, WGS84 degrees. */
export async function moveFacility(
  input: { facilityId: FacilityId; lon: number; lat: number },
  options: Reality
): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base) return false;
  return perform(moving(base, input), options);
}
