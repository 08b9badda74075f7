import { addKnownTime as adding, removeKnownTime as removing, type NewKnownTime } from '../core/change/known-times';
import { seatPlaceId } from '../core/estimate/seat-place';
import type { FacilityId, TownshipId } from '../core/model/ids';
import { situation } from '../state/situation.svelte';
import { newId } from './new-id';
import { perform, type Reality } from './perform';

/** Keeps a travel time that somebody measured. */
export async function addKnownTime(input: NewKnownTime, options: Reality): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base) return false;
  return perform(adding(base, { ...input, id: newId('known') }), options);
}

export async function removeKnownTime(id: string, options: Reality): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base?.knownTimes.has(id)) return false;
  return perform(removing(base, id), options);
}

/** What names a township's seat as the target of a known time. */
export const seatTarget = (townshipId: TownshipId): FacilityId => seatPlaceId(townshipId);
