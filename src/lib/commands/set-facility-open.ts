import { setFacilityOpen as setting } from '../core/change/set-facility-open';
import type { FacilityId } from '../core/model/ids';
import { situation } from '../state/situation.svelte';
import { perform, type Reality } from './perform';

/** Opens or closes a facility. */
export async function setFacilityOpen(
  input: { facilityId: FacilityId; open: boolean },
  options: Reality
): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base) return false;
  return perform(setting(base, input), options);
}
