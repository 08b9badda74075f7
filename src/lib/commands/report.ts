import { applyChange } from '../core/change/apply-change';
import type { FacilityId } from '../core/model/ids';
import type { Facility } from '../core/model/records';
import type { DailyReport, ReportItem } from '../core/report/daily-report';
import { lateReporters, type LateReporters } from '../core/report/late-reporters';
import { localDay } from '../core/report/local-time';
import { missingItems } from '../core/report/missing-items';
import { ReportError } from '../core/report/parse-report';
import { reportChange, type ReportedChange } from '../core/report/report-change';
import { oddJumps, type OddJump } from '../core/report/odd-jumps';
import { reportForm, type ReportForm } from '../core/report/report-form';
import { activeRulePack } from '../core/rules/active-rule-pack';
import { clockRule, type RulePack } from '../core/rules/rule-pack';
import type { Situation } from '../core/model/situation';
import { queue } from '../state/queue.svelte';
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

/**
 * The form of a site with the values that stand once its reports that still wait here have come in, and when it will then
 * have reported last, ISO; null when the area has no such site.
 */
export function formOf(facilityId: FacilityId): { form: ReportForm; reportedAt: string | null } | null {
  const facts = situation.real && factsToBe(situation.real, facilityId);
  const site = facts?.facilities.get(facilityId);
  return facts && site ? { form: reportForm(facts, facilityId), reportedAt: site.reportedAt } : null;
}

/** Whether a report of the site is under way that the facts, and so every figure, have not heard of. */
export function isAhead(facilityId: FacilityId): boolean {
  return situation.real !== null && factsToBe(situation.real, facilityId) !== situation.real;
}

/** The facts with the reports of a site laid over them that they have not heard of: sent just now, or waiting here. */
function factsToBe(facts: Situation, facilityId: FacilityId): Situation {
  const waiting = queue.waiting.filter(({ verb, areaId }) => verb === 'report' && areaId === facts.areaId);
  const reports = [...queue.sentOf(facilityId), ...waiting].map(({ body }) => body.report as DailyReport);
  return reports.filter((report) => report.facilityId === facilityId).reduce(laidOver, facts);
}

function laidOver(facts: Situation, report: DailyReport): Situation {
  const held = facts.facilities.get(report.facilityId)?.reportedAt ?? null;
  if (held !== null && Date.parse(held) >= Date.parse(report.reportedAt)) return facts;
  try {
    const pack = activeRulePack(facts, Date.parse(report.reportedAt));
    // Without the history that the server has: the form shows no mean.
    return applyChange(facts, reportChange({ facts, report, history: new Map(), pack }).change);
  } catch (error) {
    // The server will refuse it too.
    if (error instanceof ReportError) return facts;
    throw error;
  }
}

/** What this page last heard of a report of a site: the day it is of, when, and what was left as it was; null for none. */
export function lastSent(facilityId: FacilityId): { day: string; at: number; passedOver: PassedOver[] } | null {
  const sent = queue.sentOf(facilityId).at(-1);
  if (!sent) return null;
  const { passedOver } = (sent.answer ?? {}) as { passedOver?: PassedOver[] };
  return { day: (sent.body.report as DailyReport).reportedOn, at: sent.at, passedOver: passedOver ?? [] };
}

/** Item left alone, with the reason. */
export type PassedOver = ReportedChange['passedOver'][number];

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
