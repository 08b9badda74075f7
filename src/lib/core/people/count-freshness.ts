import type { PeopleCount } from '../model/records';
import { isWithheld } from './known-count';
import { numberRule, type RulePack } from '../rules/rule-pack';

const DAY_MS = 86_400_000;

export interface Freshness {
  /** Whole days since the count; null when it was never made or bears no date. */
  days: number | null;
  fresh: boolean;
}

/** Requirement 57: a count older than the days set, or none at all, is out of date. `today` is an ISO date. */
export function countFreshness(
  count: Pick<PeopleCount, 'countedOn'> | undefined,
  today: string,
  pack: RulePack
): Freshness {
  const counted = count?.countedOn ? Date.parse(count.countedOn.slice(0, 10)) : NaN;
  if (Number.isNaN(counted)) return { days: null, fresh: false };
  const days = Math.floor((Date.parse(today.slice(0, 10)) - counted) / DAY_MS);
  return { days, fresh: days <= numberRule(pack, 'people-count-max-age-days') };
}

/** Contacts due in the week and those made; null without a dated count, or where one of these counts is withheld. */
export function contactsOf(count: PeopleCount | undefined, pack: RulePack): { due: number; done: number } | null {
  if (!count?.countedOn || isWithheld(count, 'red', 'yellow', 'contactsDone')) return null;
  return { due: contactsDue(count, pack), done: count.contactsDone };
}

/** Contacts due in a week: 2 for each yellow, 3 for each red label (requirement 60). */
export function contactsDue({ yellow, red }: Pick<PeopleCount, 'yellow' | 'red'>, pack: RulePack): number {
  return yellow * numberRule(pack, 'contacts-yellow') + red * numberRule(pack, 'contacts-red');
}
