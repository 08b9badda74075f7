import type { Medicine, MedicineClass } from '../model/records';
import { findFacility } from './find-facility';
import { pairKey } from './known-facts';
import { stemOf } from './name-stem';
import { figureIn, textIn, type PlanState } from './plan-state';
import type { ImportEdit } from './questions';
import { readChoice } from './read-words';
import { editOf, type RowDraft } from './row-plan';

const CLASS_WORDS: Readonly<Record<MedicineClass, readonly string[]>> = {
  antipyretic: ['退热药', '退烧药', '解热镇痛药', 'antipyretics'],
  antitussive: ['止咳药', '镇咳药', '止咳化痰药', 'antitussives', 'cough medicine'],
  'chinese-patent': ['中成药', '中药', 'chinese patent medicine'],
  antigen: ['抗原', '抗原试剂', '抗原检测试剂', 'antigen test', 'rapid test']
};

/** One lot on a shelf. Lots of one facility and medicine are gathered and take the place of those known. */
export function planStock(state: PlanState, draft: RowDraft): void {
  const facility = findFacility(state, draft, 'facility', { required: true });
  const medicine = medicineOf(state, draft, 'medicine', null);
  const doses = figureIn(draft, 'doses');
  if (!facility || !medicine || doses === undefined) return;
  gatherStock(state, draft, {
    facilityId: facility.id,
    unit: facility.unit,
    medicineId: medicine.id,
    lot: textIn(draft, 'lot') ?? '',
    doses,
    field: 'expiresOn'
  });
}

/** The medicine named; a class is as good as a name where the catalogue holds one medicine of it. Else asked. */
export function medicineOf(
  state: PlanState,
  draft: RowDraft,
  field: string,
  ofClass: MedicineClass | null
): Medicine | null {
  const { index, context } = state;
  const read = ofClass ?? textIn(draft, field);
  if (read === undefined) return null;
  const answer = context.choice.answers.medicine[read];
  if (answer === 'skip') {
    draft.add(field, 'left-out', ofClass ? 'note' : 'refused');
    return null;
  }
  const chosen = answer === undefined ? undefined : index.facts.situation.medicines.get(answer as never);
  if (chosen) return chosen;
  const named = ofClass ? [] : (index.medicinesByName.get(stemOf(read)) ?? []);
  const medicineClass = ofClass ?? (readChoice(read, CLASS_WORDS) as MedicineClass | null);
  const found = named.length > 0 ? named : medicineClass ? (index.medicinesByClass.get(medicineClass) ?? []) : [];
  if (found.length === 1) return found[0];
  const offered = found.length > 0 ? found : [...index.facts.situation.medicines.values()];
  if (offered.length === 0) {
    draft.add(field, 'unknown-medicine', 'refused');
    return null;
  }
  draft.add(field, 'medicine-unsure', 'asked', { candidates: offered.length });
  const candidates = offered.slice(0, 20).map(({ id, names }) => ({ id, name: names.zh ?? names.local }));
  draft.question ??= { kind: 'medicine', read, rows: 1, candidates, wholeRows: ofClass === null };
  return null;
}

interface Lot {
  facilityId: string;
  unit: string;
  medicineId: string;
  lot: string;
  doses: number;
  /** Field that a missing expiry is told at. */
  field: string;
}

/** Notes a lot for the end of the table. Without an expiry the person's answer for the whole table counts. */
export function gatherStock(state: PlanState, draft: RowDraft, lot: Lot): void {
  const answer = state.context.choice.answers.expiry;
  const expiresOn = textIn(draft, 'expiresOn') ?? answer;
  if (expiresOn === 'skip') {
    draft.add(lot.field, 'left-out', 'note');
    return;
  }
  if (expiresOn === null) {
    draft.add(lot.field, 'expiry-unknown', 'asked');
    draft.question ??= { kind: 'expiry', rows: 1 };
    return;
  }
  draft.edits.push({
    collection: 'stock',
    id: pairKey(lot.facilityId, lot.medicineId),
    row: draft.checked.row,
    before: null,
    after: {
      ...lot,
      expiresOn,
      onOrderDoses: figureIn(draft, 'onOrderDoses'),
      meanDailyUse: figureIn(draft, 'meanDailyUse')
    }
  });
}

/** Takes the lots of an admitted row off its edits; `stockEdits` writes them at the end. */
export function keepLots(state: PlanState, edits: readonly ImportEdit[]): ImportEdit[] {
  for (const { collection, id, row, after } of edits) {
    if (collection !== 'stock') continue;
    const { facilityId, unit, medicineId, lot, doses, expiresOn, onOrderDoses, meanDailyUse } =
      after as unknown as Lot & {
        expiresOn: string;
        onOrderDoses: number | undefined;
        meanDailyUse: number | undefined;
      };
    const held = state.stock.get(id) ?? { row, facilityId, unit, medicineId, lots: [], onOrderDoses, meanDailyUse };
    held.onOrderDoses ??= onOrderDoses;
    held.meanDailyUse ??= meanDailyUse;
    held.lots.push({ lot, doses, expiresOn });
    state.stock.set(id, held);
  }
  return edits.filter(({ collection }) => collection !== 'stock');
}

/** One edit per facility and medicine. */
export function* stockEdits(state: PlanState): Generator<ImportEdit> {
  const { index } = state;
  for (const [key, { row, facilityId, unit, medicineId, lots, onOrderDoses, meanDailyUse }] of state.stock) {
    const known = index.stockByPair.get(key) ?? null;
    const id = known?.id ?? `stock-${facilityId}-${medicineId}`;
    const fields = { lots, onOrderDoses, meanDailyUse, countedAt: index.facts.now };
    const blank = { facilityId, medicineId, unit, lots: [], onOrderDoses: 0, meanDailyUse: null, countedAt: null };
    yield* editOf({ collection: 'stock', id, row }, known, fields, blank);
  }
}
