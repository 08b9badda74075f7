import type { Facility } from '../model/records';
import { namesOf } from './known-facts';
import { stemOf } from './name-stem';
import { textIn, type PlanState } from './plan-state';
import { townAsked, type RowDraft } from './row-plan';

/** The known facility a cell names, in the row's town where it gives one. Null where there is none or several. */
export function findFacility(
  { index }: PlanState,
  draft: RowDraft,
  field: string,
  { required }: { required: boolean }
): Facility | null {
  const name = textIn(draft, field);
  if (name === undefined) return null;
  const { townId } = draft.checked;
  const named = index.facilitiesByName.get(stemOf(name)) ?? [];
  const here = townId === null ? named : named.filter(({ townshipId }) => townshipId === townId);
  // A hospital above a clinic often lies in another town.
  const found = here.length > 0 || required ? here : named;
  const exact = found.filter((facility) => namesOf(facility).includes(name));
  const meant = exact.length === 1 ? exact : found;
  if (meant.length === 1) return meant[0];
  if (required && !(meant.length > 1 && townAsked(draft)))
    draft.add(field, 'unknown-facility', 'refused', { found: meant.length });
  return null;
}
