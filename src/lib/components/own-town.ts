import { nameOf } from '$lib/i18n';
import { session } from '$lib/state/session.svelte';
import { situation } from '$lib/state/situation.svelte';

/** Name of the only township whose figures are shown to this person; null for one who is shown them all. */
export function ownTown(): string | null {
  const key = session.onlyUnit;
  const town = key === null ? undefined : situation.real?.townships.get(key);
  return key === null ? null : town ? nameOf(town.names) : key;
}

/** Whether figures of a record of this unit are kept from this person. */
export const isHidden = (unit: string): boolean => session.onlyUnit !== null && unit !== session.onlyUnit;
