import type { FacilityId } from '../model/ids';
import type { Situation } from '../model/situation';
import type { RulePack } from '../rules/rule-pack';
import { daysBetween, lastCutOff, localDay } from './local-time';

export interface LateReporter {
  facilityId: FacilityId;
  /** Last report, ISO date-time; null when the site never reported. */
  reportedAt: string | null;
  /** Days without a report, the day due included; null when the site never reported. */
  daysMissed: number | null;
}

export interface LateReporters {
  /** Day reports were last due for, and the moment of its cut-off (epoch ms). */
  dueOn: string;
  dueAt: number;
  /** Longest silent first (never before all), then by id. */
  late: LateReporter[];
  /** Open sites, which all have to report. */
  expected: number;
}

/**
 * Requirement 82: every open site reports daily by the cut-off. After a day's cut-off who has not reported on that day
 * (in the county's time zone) is late until the report comes; before it the day before counts. A report after the
 * cut-off still is the day's report.
 */
export function lateReporters(situation: Pick<Situation, 'facilities'>, pack: RulePack, now: number): LateReporters {
  const { dueOn, dueAt } = lastCutOff(now, pack);
  const open = [...situation.facilities.values()].filter((each) => each.open);
  const late = open.flatMap(({ id, reportedAt }): LateReporter[] => {
    const at = reportedAt === null ? NaN : Date.parse(reportedAt);
    if (Number.isNaN(at)) return [{ facilityId: id, reportedAt: null, daysMissed: null }];
    const days = daysBetween(localDay(at, pack), dueOn);
    return days > 0 ? [{ facilityId: id, reportedAt, daysMissed: days }] : [];
  });
  late.sort(
    (a, b) => (b.daysMissed ?? Infinity) - (a.daysMissed ?? Infinity) || (a.facilityId < b.facilityId ? -1 : 1)
  );
  return { dueOn, dueAt, late, expected: open.length };
}
