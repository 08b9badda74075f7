import { unknownAfter } from '../model/unknown-fields';
import { unenteredCounts } from '../people/known-count';
import { findVillage } from './find-village';
import { claim, given, type PlanState } from './plan-state';
import type { ImportEdit } from './questions';
import { editOf, townAsked, type RowDraft } from './row-plan';

export const PEOPLE_FIELDS_KEPT = [
  'aged65',
  'aged80',
  'red',
  'yellow',
  'green',
  'returnees',
  'contactsDone',
  'vaccinated60',
  'target60',
  'countedOn'
] as const;

/** Counts of a village that is known already; a table of people makes no villages. */
export function planPeople(state: PlanState, draft: RowDraft): void {
  const { row, codeCandidates } = draft.checked;
  const found = findVillage(state, draft);
  if (found === null) return;
  if (found === 'new') {
    if (codeCandidates) {
      draft.question = {
        kind: 'code',
        row,
        name: String(draft.checked.values.name ?? ''),
        read: '',
        candidates: codeCandidates
      };
      return;
    }
    if (!townAsked(draft)) draft.add('name', 'unknown-village', 'refused');
    return;
  }
  // The village is sure by its name: a damaged code beside it does no harm here.
  for (const problem of draft.checked.problems) if (problem.code === 'code-unsure') problem.severity = 'repaired';
  const id = idOfCount(state, found.id);
  if (!claim(state, draft, id, 'name')) return;
  draft.edits.push(
    ...peopleEdits(state, { villageId: found.id, unit: found.townshipId, row }, given(draft, PEOPLE_FIELDS_KEPT))
  );
}

const idOfCount = ({ index }: PlanState, villageId: string) =>
  index.countByVillage.get(villageId)?.id ?? `people-${villageId}`;

/** The counts of one village; the day of the count is that of the sheet, else today. What no sheet gave stays unknown. */
export function peopleEdits(
  state: PlanState,
  { villageId, unit, row }: { villageId: string; unit: string; row: number },
  counts: Record<string, unknown>
): ImportEdit[] {
  const known = state.index.countByVillage.get(villageId) ?? null;
  const id = idOfCount(state, villageId);
  const unknown = unknownAfter(unenteredCounts(known), counts, known);
  const fields = { ...counts, countedOn: counts.countedOn ?? state.index.today, ...unknown };
  const blank = {
    villageId,
    unit,
    aged65: 0,
    aged80: 0,
    red: 0,
    yellow: 0,
    green: 0,
    returnees: 0,
    contactsDone: 0,
    vaccinated60: 0,
    target60: 0,
    countedOn: null
  };
  return editOf({ collection: 'peopleCounts', id, row }, known, fields, blank);
}
