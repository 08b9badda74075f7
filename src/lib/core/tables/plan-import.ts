import { checkContext, checkRow, type CheckContext, type CheckedRow } from './check-row';
import type { FactIndex } from './known-facts';
import { townEdit } from './new-town';
import { planFacility } from './plan-facility';
import { planPeople } from './plan-people';
import { planState, type PlanState } from './plan-state';
import { keepLots, planStock, stockEdits } from './plan-stock';
import { planSupplier } from './plan-supplier';
import { planVehicle } from './plan-vehicle';
import { planVillage } from './plan-village';
import { readLabels } from './read-labels';
import { townQuestion } from './town-question';
import type { ImportChoice, ImportEdit } from './questions';
import { draftOf, statusOf, type RowDraft, type RowPlan } from './row-plan';
import { cellAt, type Sheet, type TableKind } from './table';
import { TABLE_KIND_SPECS } from './table-kinds';

const PLANS: Readonly<Record<TableKind, (state: PlanState, draft: RowDraft) => void>> = {
  villages: planVillage,
  facilities: planFacility,
  people: planPeople,
  stock: planStock,
  suppliers: planSupplier,
  vehicles: planVehicle
};

/**
 * What each row of a sheet comes to, in order; then, with `row` 0, what several rows make together (stock). Pure: the
 * same sheet, choice and facts give the same plans, so the edits need not be kept between checking and writing.
 * Of a row that is asked or refused nothing is written, and it takes no code or record from later rows.
 */
export function* planRows(sheet: Sheet, choice: ImportChoice, index: FactIndex): Generator<RowPlan> {
  const context = checkContext(sheet, choice, index);
  const state = planState(context);
  const leftOut = new Set(choice.answers.leaveOut);
  for (let at = 0; at < sheet.rowNumbers.length; at++) {
    yield planRow(state, at, leftOut);
  }
  const edits = [...stockEdits(state)];
  if (edits.length > 0) yield { row: 0, status: 'good', problems: [], edits, question: null };
}

function planRow(state: PlanState, at: number, leftOut: ReadonlySet<number>): RowPlan {
  const { context } = state;
  const checked = checkRow(context, at);
  const draft = draftOf(checked, context.columnOf, (field) => readCell(context, at, field));
  if (leftOut.has(checked.row)) draft.add(null, 'left-out', 'refused');
  else {
    readLabels(draft);
    PLANS[context.choice.kind](state, draft);
  }
  draft.question = questionOf(state, draft, checked);
  const status = statusOf(checked.problems);
  const admitted = status === 'good' || status === 'repaired';
  const { row, problems } = checked;
  return {
    row,
    status,
    problems,
    edits: admitted ? admit(state, draft) : [],
    question: status === 'asked' ? draft.question : null
  };
}

/** Notes what the row takes from later ones. */
function admit(state: PlanState, draft: RowDraft): ImportEdit[] {
  const { row, values, newTown } = draft.checked;
  if (draft.claimed !== null) state.taken.set(draft.claimed, row);
  if (draft.madeFacility) state.madeFacilities.set(draft.madeFacility.key, draft.madeFacility.id);
  if (typeof values.code === 'string') state.codes.set(values.code, row);
  const town = newTown && !state.madeTowns.has(newTown.id) ? townEdit(state.index, newTown, draft.edits, row) : [];
  for (const { id } of town) state.madeTowns.add(id);
  return [...town, ...keepLots(state, draft.edits)];
}

function questionOf(state: PlanState, draft: RowDraft, checked: CheckedRow) {
  const unsure = checked.problems.find(({ code }) => code === 'town-unsure');
  if (unsure?.severity === 'asked') return townQuestion(state.index, state.context.choice.kind, unsure.read);
  if (draft.question?.kind === 'code') {
    const read = checked.problems.find(({ code }) => code === 'code-unsure')?.read ?? '';
    return { ...draft.question, read };
  }
  return draft.question;
}

function readCell({ sheet, columnOf }: CheckContext, at: number, field: string): string {
  const column = columnOf.get(field);
  return column === undefined ? '' : cellAt(sheet, at, column);
}

/** Required fields that no column gives. A town may stand in for by the code. */
export function missingFields({ kind, mapping }: Pick<ImportChoice, 'kind' | 'mapping'>): string[] {
  return TABLE_KIND_SPECS[kind].fields
    .filter(
      ({ required, name }) => required && !mapping.includes(name) && !(name === 'town' && mapping.includes('code'))
    )
    .map(({ name }) => name);
}
