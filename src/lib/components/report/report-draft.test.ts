import { beforeEach, describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import { formOf, lastSent, type DailyReport } from '$lib/commands/report';
import { applyChange } from '$core/change/apply-change';
import { reportChange } from '$core/report/report-change';
import type { FacilityId, MedicineId } from '$core/model/ids';
import type { Stock } from '$core/model/records';
import type { Situation } from '$core/model/situation';
import { DEFAULT_RULE_PACK } from '$core/rules/default-rule-pack';
import { queue, type QueuedCommand } from '$lib/state/queue.svelte';
import { situation } from '$lib/state/situation.svelte';
import { createDraft } from './report-draft.svelte';

const clinic = 'clinic' as FacilityId;
const medicine = 'paracetamol' as MedicineId;
const stock = {
  id: 'stock-clinic-paracetamol',
  unit: 'county',
  origin: 'hand',
  editedFields: [],
  version: 1,
  facilityId: clinic,
  medicineId: medicine,
  lots: [{ lot: 'A', doses: 100, expiresOn: '2099-12-31' }],
  onOrderDoses: 0,
  meanDailyUse: null,
  countedAt: null
} as unknown as Stock;
const base = tinyArea().situation;
const facts: Situation = { ...base, stock: new Map([[stock.id, stock]]) as Situation['stock'] };

const waits = (report: DailyReport, seq: number): QueuedCommand =>
  ({
    ...{ seq, key: `key-${seq}`, verb: 'report', path: '/api/greenlane/report', areaId: facts.areaId },
    ...{ body: { report }, queuedAt: seq, refused: null }
  }) as unknown as QueuedCommand;
const dosesOf = (from: Situation) => from.stock.get(stock.id)!.lots.reduce((sum, { doses }) => sum + doses, 0);
const apply = (from: Situation, report: DailyReport) =>
  applyChange(from, reportChange({ facts: from, report, history: new Map(), pack: DEFAULT_RULE_PACK }).change);

/** The form as a person fills it in: so many doses were used. */
function reportUse(day: string, doses: number): DailyReport {
  const { form, reportedAt } = formOf(clinic)!;
  const draft = createDraft({
    form: () => form,
    today: () => day,
    reportedToday: () => reportedAt?.slice(0, 10) === day
  });
  draft.set(`used/${medicine}`, doses);
  return draft.report({ reportedOn: day, reportedAt: `${day}T10:00:00.000Z` });
}

beforeEach(() => {
  queue.forget();
  situation.load(facts);
});

describe('reports that wait on the device', () => {
  it('are what the next one starts from: 10 of 100 used, then 5, leaves 85', () => {
    const first = reportUse('2026-12-02', 10);
    queue.set([waits(first, 1)]);
    expect(formOf(clinic)!.form.standing.stock[0].lots[0].doses).toBe(90);
    const second = reportUse('2026-12-03', 5);
    expect(dosesOf(apply(apply(facts, first), second))).toBe(85);
    expect(dosesOf(situation.real!)).toBe(100);
  });

  it('take the use of their day from the stock once', () => {
    const first = reportUse('2026-12-02', 10);
    queue.set([waits(first, 1)]);
    const again = { ...reportUse('2026-12-02', 12), reportedAt: '2026-12-02T11:00:00.000Z' };
    expect(dosesOf(apply(apply(facts, first), again))).toBe(90);
  });

  it('still count while the facts have not heard of them, and no longer after', () => {
    const first = reportUse('2026-12-02', 10);
    queue.noteSent(clinic, { body: { report: first }, answer: { passedOver: [] }, at: 1 });
    expect(formOf(clinic)!.form.standing.stock[0].lots[0].doses).toBe(90);
    const heard = apply(facts, first);
    situation.load(apply(heard, { ...first, stock: [], reportedAt: '2026-12-02T12:00:00.000Z' }));
    queue.noteSent(clinic, { body: { report: { ...first, stock: [] } }, answer: {}, at: 2 });
    expect(formOf(clinic)!.form.standing.stock[0].lots[0].doses).toBe(90);
  });

  it('that were refused do not', () => {
    const refused = { code: 'rejected', reason: 'x', item: null, detail: '', at: 1 };
    queue.set([{ ...waits(reportUse('2026-12-02', 10), 1), refused }]);
    expect(formOf(clinic)!.form.standing.stock[0].lots[0].doses).toBe(100);
  });
});

it('what the server left alone of a report is told with the day it is of', () => {
  const report = reportUse('2026-12-02', 10);
  const passedOver = [{ itemId: 'report', reason: 'superseded' as const }];
  queue.noteSent(clinic, { body: { report }, answer: { passedOver }, at: 7 });
  expect(lastSent(clinic)).toEqual({ day: '2026-12-02', at: 7, passedOver });
  queue.forget();
  expect(lastSent(clinic)).toBeNull();
});
