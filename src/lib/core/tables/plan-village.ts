import type { VillageId } from '../model/ids';
import type { Village } from '../model/records';
import { UNKNOWN_RESIDENTS } from '../model/residents';
import { ADMIN_VILLAGE_FIELDS } from './table-kinds';
import { findVillage } from './find-village';
import { nameOf } from './match-village';
import { planClinic } from './plan-clinic';
import { PEOPLE_FIELDS_KEPT, peopleEdits } from './plan-people';
import { claim, figureIn, given, textIn, type PlanState } from './plan-state';
import { editOf, shortHash, townAsked, type RowDraft } from './row-plan';

/** A village with, where the sheet gives them, its people, its clinic and the clinic's stock. */
export function planVillage(state: PlanState, draft: RowDraft): void {
  const { values, row, townId, codeCandidates } = draft.checked;
  if (codeCandidates) {
    const name = textIn(draft, 'name') ?? '';
    draft.question = { kind: 'code', row, name, read: '', candidates: codeCandidates };
    return;
  }
  const code = textIn(draft, 'code') ?? null;
  const earlier = code === null ? undefined : state.codes.get(code);
  if (earlier !== undefined) {
    draft.add('code', 'code-taken', 'refused', { row: earlier });
    return;
  }
  const match = findVillage(state, draft);
  if (match === null) return;
  const found = match === 'new' ? (madeBefore(state, code, townId, textIn(draft, 'name') ?? '') ?? match) : match;
  if (found === 'new' && townId === null) {
    if (!townAsked(draft) && (values.town !== undefined || code !== null)) draft.add('town', 'unknown-town', 'refused');
    return;
  }
  const holder = code === null ? undefined : state.index.villageByCode.get(code);
  if (holder && holder !== found) {
    draft.add('code', 'code-taken', 'refused', { taken: holder.names.zh ?? holder.names.local });
    return;
  }
  const name = textIn(draft, 'name') as string;
  const town = found === 'new' ? (townId as string) : townOf(state, draft, found);
  const id = found === 'new' ? newVillageId(state, code, town, name) : found.id;
  if (!claim(state, draft, id, 'name')) return;
  const known = found === 'new' ? null : found;
  const moved = known !== null && known.townshipId !== town;
  if (!holdsTogether(draft)) return;
  const fields = { ...villageFields(state, draft, known), ...(moved ? { townshipId: town, unit: town } : {}) };
  draft.edits.push(...editOf({ collection: 'villages', id, row }, known, fields, blankVillage(name, town)));
  if (state.index.facts.role === 'admin') {
    const people = given(draft, PEOPLE_FIELDS_KEPT);
    // A count follows its village on the server; one that is written here says so, or it would be written twice.
    const unit = moved ? { unit: town } : {};
    if (Object.values(people).some((each) => each !== undefined))
      draft.edits.push(...peopleEdits(state, { villageId: id, unit: town, row }, { ...people, ...unit }));
  } else if (ADMIN_VILLAGE_FIELDS.some((field) => values[field] !== undefined)) {
    draft.add(null, 'left-out', 'note');
  }
  planClinic(state, draft, { name, town, was: known?.townshipId ?? town });
}

/**
 * The township a known village is in from now on: its own, also where the row names a new one. It goes there where the
 * row has its code, or the person said so.
 */
function townOf({ index }: PlanState, draft: RowDraft, village: Village): string {
  const { newTown, values } = draft.checked;
  if (!newTown || village.townshipId === newTown.id) return village.townshipId;
  const moves = newTown.moving || (village.code !== null && village.code === values.code);
  const from = index.facts.situation.townships.get(village.townshipId);
  draft.add('town', moves ? 'town-moved' : 'town-kept', 'note', { taken: from ? nameOf(from) : village.townshipId });
  return moves ? newTown.id : village.townshipId;
}

function villageFields(state: PlanState, draft: RowDraft, known: Village | null): Record<string, unknown> {
  const { values, place } = draft.checked;
  const residents = figureIn(draft, 'residents');
  const registered = figureIn(draft, 'registered');
  const { source } = state.context.choice;
  return {
    names: known ? namedToo(known, textIn(draft, 'name') as string) : undefined,
    code: known?.code ? undefined : textIn(draft, 'code'),
    lon: place?.lon,
    lat: place?.lat,
    residents,
    residentsSource: residents === undefined || residents === known?.residents ? undefined : source,
    residentsDate: values.residentsDate,
    residentsCompare: registered === undefined ? undefined : { persons: registered, source: `${source}: 户籍人口` },
    areaKm2: values.areaKm2,
    touristVillage: values.tourist
  };
}

/** A village known by a name in Latin letters alone is found by the one that the office writes, too. */
function namedToo({ names }: Village, name: string): Village['names'] | undefined {
  const isHan = (text: string) => /\p{Script=Han}/u.test(text);
  return isHan(name) && !names.zh && !isHan(names.local) ? { ...names, zh: name } : undefined;
}

/** More old people than people at all are a slip of the hand; notes it. People who are registered may live elsewhere. */
function holdsTogether(draft: RowDraft): boolean {
  const [aged65, aged80] = [figureIn(draft, 'aged65'), figureIn(draft, 'aged80')];
  const most = Math.max(figureIn(draft, 'residents') ?? Infinity, figureIn(draft, 'registered') ?? 0);
  const over = (field: 'aged65' | 'aged80', value: number | undefined, limit: number) => {
    if (value === undefined || value <= limit) return false;
    draft.add(field, 'more-than', 'refused', { most: limit });
    return true;
  };
  return ![over('aged65', aged65, most), over('aged80', aged80, Math.min(most, aged65 ?? Infinity))].includes(true);
}

function blankVillage(name: string, townshipId: string): Record<string, unknown> {
  return {
    names: { local: name },
    code: null,
    townshipId,
    unit: townshipId,
    lon: null,
    lat: null,
    residents: 0,
    residentsSource: UNKNOWN_RESIDENTS,
    residentsDate: null,
    residentsCompare: null,
    areaKm2: null,
    touristVillage: false
  };
}

/** From the code; without one from township and name. A key that stands for another village already gets a number. */
function newVillageId({ index }: PlanState, code: string | null, town: string, name: string): string {
  const wanted = code === null ? `v-${shortHash(`${town}/${name}`)}` : `v-${code}`;
  let id = wanted;
  for (let n = 2; index.facts.situation.villages.has(id as VillageId); n++) id = `${wanted}-${n}`;
  return id;
}

/** A village that an earlier run of the same import made: made anew it would stand twice. */
function madeBefore({ index }: PlanState, code: string | null, town: string | null, name: string): Village | null {
  const { villages } = index.facts.situation;
  const held = villages.get((code === null ? `v-${shortHash(`${town}/${name}`)}` : `v-${code}`) as VillageId);
  return held && held.townshipId === town && held.names.local === name && held.origin === 'hand' ? held : null;
}
