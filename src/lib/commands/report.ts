import type { FacilityId } from '../core/model/ids';
import type { Facility } from '../core/model/records';
import type { DailyReport, ReportItem } from '../core/report/daily-report';
import { lateReporters, type LateReporters } from '../core/report/late-reporters';
import { localDay } from '../core/report/local-time';
import { missingItems } from '../core/report/missing-items';
import { oddJumps, type OddJump } from '../core/report/odd-jumps';
import { reportForm, type ReportForm } from '../core/report/report-form';
import { activeRulePack } from '../core/rules/active-rule-pack';
import { clockRule, type RulePack } from '../core/rules/rule-pack';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';
import { give } from './queue';

export type { DailyReport, LateReporters, OddJump, ReportForm, ReportItem };

/** Sites this person may report for: those of its unit, an administrator's any. By name. */
export function ownSites(): Facility[] {
  const { user } = session;
  if (!situation.real || !user || (user.role !== 'reporter' && user.role !== 'admin')) return [];
  const all = [...situation.real.facilities.values()];
  return user.role === 'admin' || user.unit === 'county' ? all : all.filter(({ unit }) => unit === user.unit);
}

/** The form of a site with the values that stand; null when the area has no such site. */
export function formOf(facilityId: FacilityId): ReportForm | null {
  const facts = situation.real;
  return facts?.facilities.has(facilityId) ? reportForm(facts, facilityId) : null;
}

/** Day on the county's clocks, and the cut-off `HH:MM` of the rules in force. */
export function reportDay(now: number): { today: string; cutOff: string } {
  const pack = packNow(now);
  return { today: localDay(now, pack), cutOff: clockRule(pack, 'report-cut-off') };
}

/** Day on the county's clocks of a moment in ISO; null for none. */
export function dayOf(at: string | null): string | null {
  return at === null ? null : localDay(Date.parse(at), packNow(Date.parse(at)));
}

/** Values to be asked about and items that nobody ever stated. */
export function checkReport(report: DailyReport, form: ReportForm): { odd: OddJump[]; missing: ReportItem[] } {
  const villages = situation.real?.villages ?? new Map();
  const pack = packNow(Date.parse(report.reportedAt));
  return { odd: oddJumps({ report, form, villages, pack }), missing: missingItems(report, form) };
}

/** Who has reported and who is late, at a moment; null before an area is open. */
export function reporters(now: number): LateReporters | null {
  return situation.real && lateReporters(situation.real, packNow(now), now);
}

/** Keeps a report on this device and sends it as soon as there is a line. Rejects when nothing can be kept here. */
export async function sendReport(report: DailyReport): Promise<void> {
  const areaId = situation.real?.areaId;
  if (!areaId) return;
  await give({ areaId, verb: 'report', path: '/api/greenlane/report', body: { report } });
}

function packNow(now: number): RulePack {
  return activeRulePack(situation.real!, now);
}

export { itemId } from '../core/report/daily-report';
export { setDoses, takeDoses } from '../core/report/take-doses';
