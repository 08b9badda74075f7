import { addKnownTime as adding, removeKnownTime as removing, type NewKnownTime } from '../core/change/known-times';
import { seatPlaceId } from '../core/estimate/seat-place';
import type { FacilityId, TownshipId } from '../core/model/ids';
import { situation } from '../state/situation.svelte';
import { perform, type Reality } from './perform';

/** Keeps a travel time that somebody measured. */
export async function addKnownTime(input: NewKnownTime, options: Reality): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base) return false;
  return perform(adding(base, { ...input, id: newId() }), options);
}

export async function removeKnownTime(id: string, options: Reality): Promise<boolean> {
  const base = options.real ? situation.real : situation.plan;
  if (!base?.knownTimes.has(id)) return false;
  return perform(removing(base, id), options);
}

/** What names a township's seat as the target of a known time. */
export const seatTarget = (townshipId: TownshipId): FacilityId => seatPlaceId(townshipId);

/** `crypto.randomUUID` is missing on pages without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `known-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
