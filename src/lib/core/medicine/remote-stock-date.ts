import { dayAfter, daysBetween } from '../report/local-time';
import { dateRule, numberRule, type RulePack } from '../rules/rule-pack';

/**
 * The day by which remote sites hold their extra days (requirement 6): of this year's and its neighbours' the one nearest
 * to `today`, so that half a year is told as past and half as to come. `due` from the lead days before it on.
 */
export function remoteStockDate(pack: RulePack, today: string): { day: string; due: boolean } {
  const monthDay = dateRule(pack, 'remote-stocked-by');
  const year = Number(today.slice(0, 4));
  // 29 February of a plain year is 1 March.
  const days = [year - 1, year, year + 1].map((each) =>
    dayAfter(`${each}-${monthDay.slice(0, 2)}-01`, Number(monthDay.slice(3)) - 1)
  );
  const distance = (day: string) => Math.abs(daysBetween(today, day));
  const day = days.reduce((nearest, each) => (distance(each) < distance(nearest) ? each : nearest));
  return { day, due: daysBetween(today, day) <= numberRule(pack, 'remote-lead-days') };
}
