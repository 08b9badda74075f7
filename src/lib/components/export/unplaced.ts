import { situation } from '$lib/state/situation.svelte';
import { isHidden } from '../own-town';

/** Villages shown to this person that no map can show, and who lives there. */
export function unplacedVillages(of: 'plan' | 'facts'): { villages: number; persons: number } {
  const shown = of === 'facts' ? situation.real : situation.plan;
  const without = [...(shown?.villages.values() ?? [])].filter(
    ({ lon, lat, townshipId }) => (lon === null || lat === null) && !isHidden(townshipId)
  );
  return { villages: without.length, persons: without.reduce((sum, { residents }) => sum + residents, 0) };
}
