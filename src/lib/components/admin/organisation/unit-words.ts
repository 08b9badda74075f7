import { nameOf, t } from '$lib/i18n';
import { situation } from '$lib/state/situation.svelte';

export function unitName(unit: string): string {
  if (unit === 'county') return t('org-county');
  const township = situation.real?.townships.get(unit);
  return township ? nameOf(township.names) : unit;
}

export function facilityName(id: string | null): string {
  const facility = id === null ? undefined : situation.real?.facilities.get(id);
  return facility ? nameOf(facility.names) : (id ?? '');
}
