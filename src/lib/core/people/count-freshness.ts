import type { CountField, PeopleCount } from '../model/records';
import { isUnknown } from '../model/unknown-fields';
import { knownCount } from './known-count';
import { numberRule, type RulePack } from '../rules/rule-pack';

const DAY_MS = 86_400_000;

export interface Freshness {
  /** Whole days since the count; null when it was never made, bears no date or lacks one of `KEY_PEOPLE`. */
  days: number | null;
  fresh: boolean;
}

/** Without these a village's account of its key people is not made yet, whenever the others were counted. */
export const KEY_PEOPLE = ['aged65', 'aged80', 'red', 'yellow', 'green'] as const satisfies readonly CountField[];

/** Requirement 57: a count older than the days set, or none at all, is out of date. `today` is an ISO date. */
export function countFreshness(
  count: Pick<PeopleCount, 'countedOn' | 'unknown'> | undefined,
  today: string,
  pack: RulePack
): Freshness {
  const counted = count?.countedOn ? Date.parse(count.countedOn.slice(0, 10)) : NaN;
  if (Number.isNaN(counted) || isUnknown(count, ...KEY_PEOPLE)) return { days: null, fresh: false };
  const days = Math.floor((Date.parse(today.slice(0, 10)) - counted) / DAY_MS);
  return { days, fresh: days <= numberRule(pack, 'people-count-max-age-days') };
}

/** Counts on which the contacts of a week rest. */
export const CONTACT_COUNTS = ['red', 'yellow', 'contactsDone'] as const satisfies readonly CountField[];

/** Contacts due in the week and those made; null without a dated count, or where one of these is withheld or unknown. */
export function contactsOf(count: PeopleCount | undefined, pack: RulePack): { due: number; done: number } | null {
  if (!count?.countedOn) return null;
  if (CONTACT_COUNTS.some((field) => knownCount(count, field) === null)) return null;
  return { due: contactsDue(count, pack), done: count.contactsDone };
}

/** Contacts due in a week: 2 for each yellow, 3 for each red label (requirement 60). */
export function contactsDue({ yellow, red }: Pick<PeopleCount, 'yellow' | 'red'>, pack: RulePack): number {
  return yellow * numberRule(pack, 'contacts-yellow') + red * numberRule(pack, 'contacts-red');
}
