import { t } from '$lib/i18n';
import { travelTable } from '$lib/state/travel-table.svelte';

/** Which travel table the figures rest on, in a few words. */
export function travelWords(): string {
  const { isShipped, onTrial, known, changes } = travelTable;
  if (isShipped) return t('travel-provenance-shipped');
  if (known && !onTrial) return t('travel-provenance-real', { name: known.name });
  return t('travel-provenance-trial', { count: changes });
}
