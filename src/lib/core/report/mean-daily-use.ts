import { numberRule, type RulePack } from '../rules/rule-pack';
import { daysBetween } from './local-time';

/** One earlier report of a medicine's use. */
export interface UseReport {
  /** ISO date. */
  reportedOn: string;
  /** Doses; null when the report did not state them. */
  usedToday: number | null;
  /** Mean doses a day that stood before and after that report. */
  before: number | null;
  after: number | null;
}

/**
 * Mean doses a day after the use of `today` was reported: over the last `mean-use-days` days, today included, each day
 * with a report counts as reported, each day without one as the mean that was stated before (by hand, or standing before
 * the first report of these days). Where none was stated the mean is of the reported days alone; null with none. A mean
 * someone states in between ends what went before it. Rounded half-up to 0.01, never down to 0.
 *
 * @param input.history Earlier reports in any order; one of today is replaced by this one.
 * @param input.standing The mean that stands now.
 */
export function meanDailyUse(input: {
  today: string;
  usedToday: number | null;
  history: readonly UseReport[];
  standing: number | null;
  pack: RulePack;
}): number | null {
  const { today, usedToday, pack } = input;
  const days = Math.max(1, Math.floor(numberRule(pack, 'mean-use-days')));
  const chain: UseReport[] = input.history
    .filter(({ reportedOn }) => reportedOn < today && daysBetween(reportedOn, today) < days)
    .sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1));
  chain.push({ reportedOn: today, usedToday, before: meanBefore(input), after: null });

  let first = 0;
  // A mean that the report before did not lead to was stated by hand.
  for (let i = 1; i < chain.length; i++) if (chain[i].before !== chain[i - 1].after) first = i;
  const stated = chain[first].before;
  const used = chain.slice(first).flatMap(({ usedToday: doses }) => (doses === null ? [] : [doses]));
  const sum = used.reduce((total, doses) => total + doses, 0);
  if (used.length === 0) return stated;
  const mean = stated === null ? sum / used.length : (sum + (days - used.length) * stated) / days;
  return mean > 0 ? Math.max(0.01, Math.floor(mean * 100 + 0.5) / 100) : 0;
}

/** The mean that stood before the day's report; a second report of the day goes back behind the first. */
export function meanBefore(input: {
  today: string;
  history: readonly UseReport[];
  standing: number | null;
}): number | null {
  const earlier = input.history.find(({ reportedOn }) => reportedOn === input.today);
  return earlier && earlier.after === input.standing ? earlier.before : input.standing;
}
