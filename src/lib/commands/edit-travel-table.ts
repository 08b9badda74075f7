import { tryTravelTable } from '../core/change/travel-tables';
import type { Phrase } from '../core/model/results';
import { typedEntry, type EntryPath } from '../core/routing/table-entry';
import type { TravelScenario } from '../core/routing/scenario';
import { situation } from '../state/situation.svelte';
import { travelTable } from '../state/travel-table.svelte';
import { perform } from './perform';

/**
 * Tries another number in the travel table on this screen; every time follows.
 *
 * @returns what is wrong with what was typed; null when it stands.
 */
export async function editTravelEntry(path: EntryPath, text: string): Promise<Phrase | null> {
  const { table, trouble } = typedEntry(travelTable.plan, path, text);
  if (!table) return trouble;
  await tryTable(table);
  return null;
}

/** Tries a table as a whole on this screen: a saved one by its id, the shipped one by null. */
export async function tryTravelTableOf(id: string | null): Promise<void> {
  const table = id === null ? travelTable.shipped : travelTable.saved.find((each) => each.id === id)?.table;
  if (table) await tryTable(table);
}

async function tryTable(table: TravelScenario): Promise<void> {
  const { real, plan } = situation;
  if (real && plan) await perform(tryTravelTable({ real, plan }, { table }), { real: false });
}
