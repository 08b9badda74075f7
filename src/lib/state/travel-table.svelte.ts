import { isActive, isShippedTable, sameTable } from '../core/change/travel-tables';
import type { Phrase } from '../core/model/results';
import { changedEntries, entryOf, typedEntry, type EntryPath } from '../core/routing/table-entry';
import {
  activeTravelScenario,
  DEFAULT_TRAVEL_SCENARIO,
  parseTravelScenario,
  travelTableFaults,
  type TravelScenario
} from '../core/routing/scenario';
import { situation } from './situation.svelte';

export interface SavedTable {
  id: string;
  name: string;
  /** In force for all desks. */
  active: boolean;
  table: TravelScenario;
}

const real = $derived(situation.real ? activeTravelScenario(situation.real) : DEFAULT_TRAVEL_SCENARIO);
const plan = $derived(situation.plan ? activeTravelScenario(situation.plan) : DEFAULT_TRAVEL_SCENARIO);
const saved = $derived.by((): SavedTable[] => {
  const records = [...(situation.real?.scenarios.values() ?? [])].filter(({ kind }) => kind === 'travel');
  return records.flatMap((record) => {
    const table = readable(record.content);
    return table ? [{ id: record.id, name: record.name, active: isActive(record) && same(table, real), table }] : [];
  });
});
const onTrial = $derived(plan !== real && !sameTable(plan, real));
const changed = $derived(changedEntries(DEFAULT_TRAVEL_SCENARIO, plan));
const changedKeys = $derived(new Set(changed.map((path) => path.join('.'))));
const known = $derived(saved.find(({ table }) => same(table, plan)) ?? null);

/** The table of travel times: shipped, saved ones, the one in force for all desks, and the one this screen tries. */
export const travelTable = {
  get shipped(): TravelScenario {
    return DEFAULT_TRAVEL_SCENARIO;
  },
  /** In force for all desks. */
  get real(): TravelScenario {
    return real;
  },
  /** What this screen reckons with. */
  get plan(): TravelScenario {
    return plan;
  },
  /** Readable ones on record. */
  get saved(): SavedTable[] {
    return saved;
  },
  /** The saved one that this screen reckons with; null for the shipped table and for a trial not saved. */
  get known(): SavedTable | null {
    return known;
  },
  get isShipped(): boolean {
    return changed.length === 0 && isShippedTable(plan);
  },
  /** This screen reckons with another table than all desks. */
  get onTrial(): boolean {
    return onTrial;
  },
  /** How many numbers differ from the shipped table. */
  get changes(): number {
    return changed.length;
  },
  changedAt(path: EntryPath): boolean {
    return changedKeys.has(path.join('.'));
  },
  numberAt(path: EntryPath): number {
    return entryOf(plan, path);
  },
  shippedAt(path: EntryPath): number {
    return entryOf(DEFAULT_TRAVEL_SCENARIO, path);
  },
  /** What is wrong with a number as typed; null when it may stand there. */
  troubleWith(path: EntryPath, text: string): Phrase | null {
    return typedEntry(plan, path, text).trouble;
  },
  /** Tables marked as in force that cannot be read, and so are passed over. */
  get faults() {
    return situation.real ? travelTableFaults(situation.real) : [];
  }
};

function same(a: TravelScenario, b: TravelScenario): boolean {
  return a === b || sameTable(a, b);
}

const read = new WeakMap<object, TravelScenario | null>();

function readable(content: unknown): TravelScenario | null {
  if (typeof content !== 'object' || content === null) return null;
  let table = read.get(content);
  if (table === undefined) {
    try {
      table = parseTravelScenario(content);
    } catch {
      table = null;
    }
    read.set(content, table);
  }
  return table;
}
