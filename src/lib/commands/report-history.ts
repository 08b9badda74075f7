import type { FacilityId } from '../core/model/ids';
import type { ReportRow } from '../core/report/daily-report';
import { dueOf, packOf, type ReportExplanation } from '../core/report/explain-report';
import { daysBetween } from '../core/report/local-time';
import { activeRulePack, type RulePack } from '../core/rules/rule-pack';
import { fetchDay, fetchReports, type ReportHead } from '../store/reports';
import { engine } from '../state/engine.svelte';
import { situation } from '../state/situation.svelte';
import { theClient } from './the-client';

export type { ReportExplanation, ReportHead, ReportRow };

/** A page of a site's reports, the latest first. Throws a Trouble with a code that has a message. */
export const listReports = (facilityId: FacilityId, before: string | null) =>
  fetchReports(theClient(), situation.real?.areaId ?? '', facilityId, before);

/** The report of a day, and those of the site's clinics on that day; null where there is none to be read. */
export async function readReport(
  facilityId: FacilityId,
  day: string
): Promise<{ row: ReportRow; sameDay: ReportRow[] } | null> {
  const sites = [...(situation.real?.facilities.values() ?? [])];
  const clinics = sites.filter(({ parentId }) => parentId === facilityId).map(({ id }) => id);
  const rows = await fetchDay(theClient(), situation.real?.areaId ?? '', day, [facilityId, ...clinics]);
  const row = rows.find((each) => each.facilityId === facilityId);
  return row ? { row, sameDay: rows.filter((each) => each !== row) } : null;
}

/** How the rules of its day judge a report. */
export const judgeReport = (report: { row: ReportRow; sameDay: ReportRow[] }): Promise<ReportExplanation> =>
  engine.ask('explainReport', report);

/** Whether a report came after the cut-off of its day, by the rules of that day; null where they are not known. */
export function isLate(head: ReportHead): boolean | null {
  const pack = packOf(head, situation.real?.rulePacks ?? new Map());
  return pack && dueOf(head, pack).late;
}

/** The rules that judge today. */
export const rulesOfToday = (): RulePack | null => (situation.real ? activeRulePack(situation.real, Date.now()) : null);

/** Days between two reports on which there was none. */
export const silentDays = (later: ReportHead, earlier: ReportHead): number =>
  Math.max(0, daysBetween(earlier.reportedOn, later.reportedOn) - 1);
