import { BLANK_FACILITY } from '../model/blank-facility';
import { FACILITY_COUNTS } from '../model/records';
import { isUnknown, unknownAfter } from '../model/unknown-fields';
import { findFacility } from './find-facility';
import { namesOf } from './known-facts';
import { nameOf } from './match-village';
import { stemOf } from './name-stem';
import { inDerivedTown, isOwnTown } from './new-town';
import { claim, given, textIn, type PlanState } from './plan-state';
import { editOf, shortHash, townAsked, type RowDraft } from './row-plan';

const FIELDS = [
  'address',
  'telephone',
  'bedsTotal',
  'bedsFree',
  'icuBeds',
  'convertibleIcuBeds',
  'convertHours',
  'oximeters',
  'drUnits',
  'staffBaseline',
  'staffNow',
  'open24h',
  'feverSet',
  'feverOpen',
  'insuranceDesignated',
  'capabilities'
] as const;

/** A facility by its name in its town. A new one needs its tier and its town. */
export function planFacility(state: PlanState, draft: RowDraft): void {
  const { index } = state;
  const { row, townId, newTown, place, values } = draft.checked;
  const name = textIn(draft, 'name');
  if (name === undefined) return;
  const namesakes = index.facilitiesByName.get(stemOf(name)) ?? [];
  const here = namesakes.filter((each) => townId === null || each.townshipId === townId);
  const named =
    here.length > 0 || !isOwnTown(index, draft.checked) ? here : namesakes.filter((each) => inDerivedTown(index, each));
  const exact = named.filter((facility) => namesOf(facility).includes(name));
  const meant = exact.length > 0 ? exact : named;
  if (meant.length > 1) {
    if (!townAsked(draft)) draft.add('name', 'unknown-facility', 'refused', { found: meant.length });
    return;
  }
  const known = meant[0] ?? null;
  if (known && newTown && known.townshipId !== townId) {
    const town = index.facts.situation.townships.get(known.townshipId);
    draft.add('town', 'town-kept', 'note', { taken: town ? nameOf(town) : known.townshipId });
  }
  if (!known && townId === null && !townAsked(draft)) draft.add('town', 'missing', 'refused');
  if (!known && values.tier === undefined) draft.add('tier', 'missing', 'refused');
  const stands = (field: 'bedsTotal' | 'bedsFree') =>
    (values[field] as number | undefined) ?? (known && !isUnknown(known, field) ? known[field] : null);
  const [bedsTotal, bedsFree] = [stands('bedsTotal'), stands('bedsFree')];
  if (bedsTotal !== null && bedsFree !== null && bedsFree > bedsTotal)
    draft.add('bedsFree', 'more-than', 'refused', { most: bedsTotal });
  const id = known?.id ?? `f-${shortHash(`${townId}/${name}`)}`;
  if (!claim(state, draft, id, 'name')) return;
  const parent =
    textIn(draft, 'parent') === undefined ? undefined : findFacility(state, draft, 'parent', { required: false });
  if (parent === null) draft.add('parent', 'unknown-facility', 'note');
  const { editedFields: _edited, version: _version, ...blank } = BLANK_FACILITY;
  const stated = given(draft, FIELDS);
  const fields = {
    ...stated,
    ...unknownAfter(known ? (known.unknown ?? []) : FACILITY_COUNTS, stated, known),
    tier: values.tier,
    townshipId: known ? undefined : townId,
    lon: place?.lon,
    lat: place?.lat,
    parentId: parent && parent.id !== id ? parent.id : undefined
  };
  const made = {
    ...blank,
    names: { local: name },
    unit: townId,
    parentId: null,
    allianceId: null,
    lon: null,
    lat: null
  };
  draft.edits.push(...editOf({ collection: 'facilities', id, row }, known, fields, made));
}
