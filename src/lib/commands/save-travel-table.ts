import { saveTravelTable as saving } from '../core/change/travel-tables';
import { notices } from '../state/notices.svelte';
import { situation } from '../state/situation.svelte';
import { travelTable } from '../state/travel-table.svelte';
import { carryOut } from './perform';

/**
 * Shares the table of this screen with the county under a name; it is in force for nobody yet. `silent` leaves the word
 * of it to the caller.
 *
 * @returns its id; null when the server refused it.
 */
export async function saveTravelTable(name: string, { silent = false } = {}): Promise<string | null> {
  if (!situation.real) return null;
  const id = `travel-${Date.now().toString(36)}`;
  const change = saving(situation.real, { id, name: name.trim(), table: travelTable.plan });
  if ((await carryOut(change, { real: true })) !== 'stands') return null;
  if (!silent) notices.say('done', 'travel-saved', { name: name.trim() });
  return id;
}
