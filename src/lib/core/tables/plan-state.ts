import type { CheckContext } from './check-row';
import type { FactIndex } from './known-facts';
import type { RowDraft } from './row-plan';

/** What rows of one pass tell each other; a fresh one for each pass makes every pass the same. */
export interface PlanState {
  context: CheckContext;
  index: FactIndex;
  /** Row of the file that already says something of a record, by id. */
  taken: Map<string, number>;
  /** Row of the file that already bears a code. */
  codes: Map<string, number>;
  /** Stock gathered from several rows, written at the end; by facility and medicine. */
  stock: Map<string, GatheredStock>;
  /** Facilities that earlier rows of this table create: id by township and stem of the name. */
  madeFacilities: Map<string, string>;
  /** Townships that earlier rows of this table create. */
  madeTowns: Set<string>;
  /** Known villages that rows of this table name in full; null until first asked for. */
  named: ReadonlySet<string> | null;
  /** Stems of village names that the table has under several townships; null until first asked for. */
  twins: ReadonlySet<string> | null;
}

export interface GatheredStock {
  row: number;
  facilityId: string;
  unit: string;
  medicineId: string;
  lots: { lot: string; doses: number; expiresOn: string }[];
  onOrderDoses: number | undefined;
  meanDailyUse: number | undefined;
}

export function planState(context: CheckContext): PlanState {
  const empty = { taken: new Map(), codes: new Map(), stock: new Map(), madeFacilities: new Map() };
  return { context, index: context.index, named: null, twins: null, madeTowns: new Set(), ...empty };
}

/** The row's own record; a second row for it is refused with the number of the first. */
export function claim(state: PlanState, draft: RowDraft, id: string, field: string): boolean {
  const first = state.taken.get(id);
  if (first !== undefined) {
    draft.add(field, 'duplicate-row', 'refused', { row: first });
    return false;
  }
  draft.claimed = id;
  return true;
}

/** A text of the row; undefined where it gives none. */
export function textIn(draft: RowDraft, field: string): string | undefined {
  return draft.checked.values[field] as string | undefined;
}

export function figureIn(draft: RowDraft, field: string): number | undefined {
  return draft.checked.values[field] as number | undefined;
}

/** The named fields that the row gives, under their own names. */
export function given(draft: RowDraft, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, draft.checked.values[field]]));
}
