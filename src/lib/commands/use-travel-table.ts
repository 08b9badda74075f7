import { isTableTrial, putTableInForce } from '../core/change/travel-tables';
import { notices } from '../state/notices.svelte';
import { situation } from '../state/situation.svelte';
import { travelTable } from '../state/travel-table.svelte';
import { perform } from './perform';
import { saveTravelTable } from './save-travel-table';
import { settleTrial } from './settle-trial';

/**
 * Puts the table of this screen in force for all desks; one not saved yet is saved under the name first.
 *
 * @returns whether it is in force.
 */
export async function useTravelTable(name: string): Promise<boolean> {
  const shipped = travelTable.isShipped;
  const id = shipped ? null : (travelTable.known?.id ?? (await saveTravelTable(name, { silent: true })));
  if ((id === null && !shipped) || !situation.real) return false;
  const called = id === null ? '' : (situation.real.scenarios.get(id)?.name ?? name.trim());
  if (!(await perform(putTableInForce(situation.real, { id }), { real: true }))) return false;
  settleTrial(isTableTrial);
  if (shipped) notices.say('done', 'travel-in-use-shipped');
  else notices.say('done', 'travel-in-use', { name: called });
  return true;
}
