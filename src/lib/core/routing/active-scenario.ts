import type { ScenarioRecord } from '../model/records';
import type { Situation } from '../model/situation';
import { DEFAULT_TRAVEL_SCENARIO } from './default-scenario';
import { parseTravelScenario, ScenarioError, type TravelScenario } from './scenario';

type Facts = Pick<Situation, 'scenarios'>;

/** An active travel table that cannot be used; `field` is the path of its first bad entry. */
export interface TravelTableFault {
  id: string;
  name: string;
  field: string;
  message: string;
}

/**
 * The travel table in force: of the scenario records of kind `travel` whose content says `"active": true` the one with
 * the greatest id that can be read; the shipped table where there is none. One that cannot be read is passed over whole
 * (`travelTableFaults` tells it), for times by half a table would be worse. The same record gives the same object.
 */
export function activeTravelScenario(situation: Facts): TravelScenario {
  const usable = activeRecords(situation).flatMap((record) => {
    const table = read(record);
    return table instanceof Error ? [] : [table];
  });
  return usable[0] ?? DEFAULT_TRAVEL_SCENARIO;
}

/** Record of the travel table in force; null where it is the shipped one. */
export function travelTableInForce(situation: Facts): ScenarioRecord | null {
  return activeRecords(situation).find((record) => !(read(record) instanceof Error)) ?? null;
}

/** Active tables that cannot be read, with the field at fault. */
export function travelTableFaults(situation: Facts): TravelTableFault[] {
  return activeRecords(situation).flatMap((record) => {
    const table = read(record);
    if (!(table instanceof Error)) return [];
    return [{ id: record.id, name: record.name, field: table.field, message: table.message }];
  });
}

const activeLists = new WeakMap<Situation['scenarios'], ScenarioRecord[]>();

/** Greatest id first. */
function activeRecords({ scenarios }: Facts): ScenarioRecord[] {
  let list = activeLists.get(scenarios);
  if (!list) {
    list = [...scenarios.values()]
      .filter(({ kind, content }) => kind === 'travel' && isActive(content))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    activeLists.set(scenarios, list);
  }
  return list;
}

function isActive(content: unknown): boolean {
  return typeof content === 'object' && content !== null && (content as { active?: unknown }).active === true;
}

const parsed = new WeakMap<ScenarioRecord, TravelScenario | ScenarioError>();

/** Records are immutable, so each is parsed once. */
function read(record: ScenarioRecord): TravelScenario | ScenarioError {
  let result = parsed.get(record);
  if (!result) {
    try {
      result = parseTravelScenario(record.content);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      result = error;
    }
    parsed.set(record, result);
  }
  return result;
}
