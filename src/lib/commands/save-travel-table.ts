import { saveTravelTable as saving } from '../core/change/travel-tables';
import { notices } from '../state/notices.svelte';
import { situation } from '../state/situation.svelte';
import { travelTable } from '../state/travel-table.svelte';
import { perform } from './perform';

/**
 * Shares the table of this screen with the county under a name; it is in force for nobody yet.
 *
 * @returns its id; null when the server refused it.
 */
export async function saveTravelTable(name: string): Promise<string | null> {
  if (!situation.real) return null;
  const id = `travel-${Date.now().toString(36)}`;
  const change = saving(situation.real, { id, name: name.trim(), table: travelTable.plan });
  if (!(await perform(change, { real: true, step: false }))) return null;
  notices.say('done', 'travel-saved', { name: name.trim() });
  return id;
}
