import { stemOf } from './name-stem';
import { claim, textIn, type PlanState } from './plan-state';
import { editOf, shortHash, type RowDraft } from './row-plan';

/** A supplier, depot or pharmacy by its name. */
export function planSupplier(state: PlanState, draft: RowDraft): void {
  const { row, place, townId, values } = draft.checked;
  const name = textIn(draft, 'name');
  if (name === undefined) return;
  const known = (state.index.suppliersByName.get(stemOf(name)) ?? [])[0] ?? null;
  const id = known?.id ?? `s-${shortHash(name)}`;
  if (!claim(state, draft, id, 'name')) return;
  const fields = { kind: values.kind, telephone: values.telephone, lon: place?.lon, lat: place?.lat };
  const blank = {
    names: { local: name },
    kind: 'supplier',
    unit: townId ?? 'county',
    lon: null,
    lat: null,
    telephone: ''
  };
  draft.edits.push(...editOf({ collection: 'suppliers', id, row }, known, fields, blank));
}
