import { BLANK_FACILITY } from '../model/blank-facility';
import { FACILITY_COUNTS, type Facility, type MedicineClass } from '../model/records';
import { unknownAfter } from '../model/unknown-fields';
import { namesOf, pairKey } from './known-facts';
import { stemOf } from './name-stem';
import { gatherStock, medicineOf } from './plan-stock';
import { figureIn, textIn, type PlanState } from './plan-state';
import { readFlag } from './read-words';
import { editOf, shortHash, type RowDraft } from './row-plan';

const CLASS_FIELDS: readonly [string, MedicineClass][] = [
  ['antipyretic', 'antipyretic'],
  ['antitussive', 'antitussive'],
  ['chinesePatent', 'chinese-patent'],
  ['antigen', 'antigen']
];

/**
 * The clinic that a village sheet names, with its oximeters, telephone and stock. A new one has no position: none was
 * given. `was` is the township the village is known under, where a clinic of a village that moves is known too.
 */
export function planClinic(
  state: PlanState,
  draft: RowDraft,
  village: { name: string; town: string; was: string }
): void {
  const { row } = draft.checked;
  const oximeters = figureIn(draft, 'oximeters');
  const telephone = textIn(draft, 'telephone');
  const stock = CLASS_FIELDS.filter(([field]) => figureIn(draft, field) !== undefined);
  const said = textIn(draft, 'clinic');
  if (said === undefined) {
    if (oximeters !== undefined || stock.length > 0) draft.add('clinic', 'unknown-facility', 'note');
    return;
  }
  const flag = readFlag(said);
  if (flag === false) return;
  const name = flag === true ? `${village.name}卫生室` : said;
  const here = clinicsNamed(state, name, village.town);
  const found = here.length > 0 ? here : clinicsNamed(state, name, village.was);
  if (found.length > 1) {
    draft.add('clinic', 'unknown-facility', 'refused', { found: found.length });
    return;
  }
  const known = found[0] ?? null;
  const stem = pairKey(village.town, stemOf(name));
  const id = known?.id ?? state.madeFacilities.get(stem) ?? `f-${shortHash(`${village.town}/${name}`)}`;
  if (!state.madeFacilities.has(stem)) {
    draft.madeFacility = { key: stem, id };
    const unentered = known ? (known.unknown ?? []) : FACILITY_COUNTS;
    const fields = { oximeters, telephone, ...unknownAfter(unentered, { oximeters }, known) };
    draft.edits.push(
      ...editOf({ collection: 'facilities', id, row }, known, fields, blankClinic(state, name, village.town))
    );
  }
  if (state.index.facts.role !== 'admin') return;
  for (const [field, medicineClass] of stock) {
    const medicine = medicineOf(state, draft, field, medicineClass);
    if (!medicine) continue;
    const doses = figureIn(draft, field) as number;
    gatherStock(state, draft, {
      facilityId: id,
      unit: known?.unit ?? village.town,
      medicineId: medicine.id,
      lot: '',
      doses,
      field
    });
  }
}

function clinicsNamed({ index }: PlanState, name: string, town: string): Facility[] {
  const found = (index.facilitiesByName.get(stemOf(name)) ?? []).filter(({ townshipId }) => townshipId === town);
  const exact = found.filter((facility) => namesOf(facility).includes(name));
  return exact.length === 1 ? exact : found;
}

function blankClinic({ index }: PlanState, name: string, town: string): Record<string, unknown> {
  const { editedFields: _edited, version: _version, ...blank } = BLANK_FACILITY;
  return {
    ...blank,
    names: { local: name },
    tier: 'village-clinic',
    townshipId: town,
    unit: town,
    parentId: index.hospitalOfTown.get(town)?.id ?? null,
    allianceId: index.hospitalOfTown.get(town)?.allianceId ?? null,
    lon: null,
    lat: null
  };
}
