import { setCrew as setting, type CrewFields } from '../core/change/set-crew';
import type { VehicleId } from '../core/model/ids';
import type { Crew } from '../core/model/records';
import { situation } from '../state/situation.svelte';
import { perform } from './perform';

export { crewOf } from '../core/fleet/crew-of';
export { isTelephone } from '../core/model/telephone';

/** Tells all desks who is aboard; `from`: the crew as the person read it. @returns whether it stands. */
export async function setCrew(input: {
  vehicleId: VehicleId;
  from: Crew | null;
  fields: CrewFields;
}): Promise<boolean> {
  if (!situation.real) return false;
  return perform(setting(situation.real, input), { real: true });
}
