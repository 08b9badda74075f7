import type { Village } from '../model/records';
import type { Phrase } from '../model/results';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { itemId, REPORT_FIELDS, type DailyReport, type ReportField } from './daily-report';
import type { ReportForm } from './report-form';

/** A value to be asked about before the report goes; `phrase` says why, with `before` and `after`. */
export interface OddJump {
  itemId: string;
  phrase: Phrase;
}

/** Falling to 0 is asked about from any value: such things do not run out unseen. */
const ZERO_ASKED: readonly ReportField[] = ['bedsTotal', 'oximeters', 'drUnits', 'staffNow', 'icuBeds'];

/**
 * Values that look like slips of the hand against those that stand: risen or fallen by the pack's factor and at least by
 * its floor; stock fallen to 0 (other counts from the floor up, equipment and staff from any value); doses in a lot whose
 * expiry lies before the day; more doses used than there were; more people than the village has residents. What was not
 * known before jumps from nowhere.
 */
export function oddJumps(input: {
  report: DailyReport;
  form: ReportForm;
  villages: ReadonlyMap<string, Pick<Village, 'residents'>>;
  pack: RulePack;
}): OddJump[] {
  const { report, form, villages, pack } = input;
  const { standing } = form;
  const odd: OddJump[] = [];
  const ask = (id: string, code: string, params: Phrase['params']) =>
    odd.push({ itemId: id, phrase: { code, params } });
  const compare = (id: string, before: unknown, after: unknown, zeroFrom?: number) => {
    if (typeof before !== 'number' || typeof after !== 'number') return;
    const code = jump(before, after, pack, zeroFrom);
    if (code) ask(id, code, { before, after });
  };
  for (const [name, after] of Object.entries(report.facility)) {
    const field = name as ReportField;
    if (REPORT_FIELDS[field].value === 'count')
      compare(itemId.field(field), standing.facility[field], after, ZERO_ASKED.includes(field) ? 1 : undefined);
  }
  for (const { medicineId, lots, usedToday } of report.stock) {
    const held = standing.stock.find((each) => each.medicineId === medicineId);
    const before = held && doses(held.lots);
    const id = itemId.stock(medicineId);
    compare(id, before, doses(lots), 0);
    for (const { lot, doses: left, expiresOn } of lots)
      if (left > 0 && expiresOn !== '' && expiresOn < report.reportedOn)
        ask(id, 'odd-expired', { lot, expiresOn, doses: left });
    if (usedToday !== null && before !== undefined && usedToday > before)
      ask(itemId.used(medicineId), 'odd-used-more', { before, after: usedToday });
  }
  for (const { villageId, counts } of report.people) {
    const held = standing.people.find((each) => each.villageId === villageId)?.counts ?? {};
    const residents = villages.get(villageId)?.residents ?? null;
    for (const [name, after] of Object.entries(counts)) {
      const field = name as keyof typeof counts;
      const id = itemId.count(villageId, field);
      compare(id, held[field], after);
      // People who return home are not among the residents, and one person is contacted several times.
      if (field === 'returnees' || field === 'contactsDone' || residents === null) continue;
      if (after > residents) ask(id, 'odd-more-than-residents', { after, residents });
    }
  }
  return odd;
}

function jump(before: number, after: number, pack: RulePack, zeroFrom?: number): string | null {
  const floor = numberRule(pack, 'odd-jump-floor');
  const factor = numberRule(pack, 'odd-jump-factor');
  if (after === 0) return before > 0 && before >= (zeroFrom ?? floor) ? 'odd-zero' : null;
  const difference = Math.abs(after - before);
  if (difference === 0 || difference < floor) return null;
  if (after > before) return after >= factor * before ? 'odd-risen' : null;
  return before >= factor * after ? 'odd-fallen' : null;
}

function doses(lots: readonly { doses: number }[]): number {
  return lots.reduce((sum, each) => sum + each.doses, 0);
}
