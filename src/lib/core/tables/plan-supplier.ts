import { stemOf } from './name-stem';
import { claim, textIn, type PlanState } from './plan-state';
import { editOf, shortHash, type RowDraft } from './row-plan';

/** A supplier, depot or pharmacy by its name, within its town where the row names one. */
export function planSupplier(state: PlanState, draft: RowDraft): void {
  const { row, place, townId, values } = draft.checked;
  const name = textIn(draft, 'name');
  if (name === undefined) return;
  const unit = townId ?? 'county';
  const namesakes = state.index.suppliersByName.get(stemOf(name)) ?? [];
  const inTown = namesakes.filter((each) => each.unit === townId);
  const fitting =
    townId === null ? namesakes : inTown.length > 0 ? inTown : namesakes.filter((each) => each.unit === 'county');
  if (fitting.length > 1) {
    draft.add('name', 'supplier-unsure', 'refused', { candidates: fitting.length });
    return;
  }
  const known = fitting[0] ?? null;
  const id = known?.id ?? `s-${shortHash(unit === 'county' ? name : `${unit}/${name}`)}`;
  if (!claim(state, draft, id, 'name')) return;
  const fields = { kind: values.kind, telephone: values.telephone, lon: place?.lon, lat: place?.lat };
  const blank = {
    names: { local: name },
    kind: 'supplier',
    unit,
    lon: null,
    lat: null,
    telephone: ''
  };
  draft.edits.push(...editOf({ collection: 'suppliers', id, row }, known, fields, blank));
}
