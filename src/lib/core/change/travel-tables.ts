import type { ScenarioRecord } from '../model/records';
import type { Change, Edit, Situation } from '../model/situation';
import { activeTravelScenario, DEFAULT_TRAVEL_SCENARIO, type TravelScenario } from '../routing/scenario';
import { equalValues } from './equal-values';

/** Record of the table that one screen tries; sorts after every saved one, so that it is the one in force there. */
export const TRIAL_TABLE_ID = 'travel~trial';

/** Whether two tables give the same times, whatever they are called. */
export function sameTable(a: TravelScenario, b: TravelScenario): boolean {
  return equalValues(entries(a), entries(b));
}

/**
 * Tries a table on this screen, for `applyPlanned`. A table that is in force for all desks anyway needs no trial, so the
 * trial record goes.
 */
export function tryTravelTable(
  { real, plan }: { real: Situation; plan: Situation },
  { table }: { table: TravelScenario }
): Change {
  const before = plan.scenarios.get(TRIAL_TABLE_ID) ?? null;
  const needless = sameTable(table, activeTravelScenario(real));
  if (needless && !before) return { verb: 'try-travel-table', edits: [] };
  const after = needless ? null : tableRecord({ id: TRIAL_TABLE_ID, name: table.name, table, active: true, before });
  return { verb: 'try-travel-table', edits: [{ collection: 'scenarios', id: TRIAL_TABLE_ID, before, after }] };
}

/** A table under a name of its own, in force for nobody yet. @throws RangeError when the id is taken. */
export function saveTravelTable(
  real: Situation,
  { id, name, table }: { id: string; name: string; table: TravelScenario }
): Change {
  if (real.scenarios.has(id)) throw new RangeError(`There is a scenario "${id}" already.`);
  const after = tableRecord({ id, name, table, active: false, before: null });
  return { verb: 'save-travel-table', edits: [{ collection: 'scenarios', id, before: null, after }] };
}

/**
 * Puts a saved table in force for all desks and the others out of it; null puts the shipped table in force. The chosen
 * one comes first, so that no step between leaves the county with another table than one of the two.
 *
 * @throws RangeError when there is no such table.
 */
export function putTableInForce(real: Situation, { id }: { id: string | null }): Change {
  const tables = [...real.scenarios.values()].filter(({ kind }) => kind === 'travel');
  if (id !== null && !tables.some((each) => each.id === id)) throw new RangeError(`There is no travel table "${id}".`);
  const edits = tables
    .filter((each) => isActive(each) !== (each.id === id))
    .sort((a, b) => Number(b.id === id) - Number(a.id === id))
    .map((before): Edit => {
      const content = { ...(before.content as object), active: before.id === id };
      const after = { ...before, content, editedFields: ['content'], version: before.version + 1 };
      return { collection: 'scenarios', id: before.id, before, after };
    });
  return { verb: 'use-travel-table', edits };
}

/** Whether a change does nothing but try a table. */
export function isTableTrial({ edits }: Change): boolean {
  return edits.length > 0 && edits.every(({ collection, id }) => collection === 'scenarios' && id === TRIAL_TABLE_ID);
}

/** Whether a table's record says that it is in force. */
export function isActive({ content }: ScenarioRecord): boolean {
  return typeof content === 'object' && content !== null && (content as { active?: unknown }).active === true;
}

export function isShippedTable(table: TravelScenario): boolean {
  return sameTable(table, DEFAULT_TRAVEL_SCENARIO);
}

function tableRecord(input: {
  id: string;
  name: string;
  table: TravelScenario;
  active: boolean;
  before: ScenarioRecord | null;
}): ScenarioRecord {
  const { id, name, table, active, before } = input;
  const version = before ? before.version + 1 : 1;
  const content = { ...table, name, active };
  return { id, unit: 'county', origin: 'hand', editedFields: [], version, name, kind: 'travel', content };
}

function entries(table: TravelScenario): Omit<TravelScenario, 'name'> {
  const { name: _name, ...rest } = table;
  return rest;
}
