import type { TownshipId } from '../model/ids';
import type { DutyShift } from '../model/records';
import type { Situation } from '../model/situation';
import { dayStart } from '../report/local-time';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { lengthOf, uncoveredSpans, type Span } from './uncovered-spans';

const DAY_MS = 86_400_000;

/** How the 24-hour duty of a unit is covered from now on (requirement 81). */
export interface DutyCover {
  unit: TownshipId | 'county';
  /** From now to the end of the last day looked at, on the county's clocks. */
  window: Span;
  /** Stretches with nobody on duty, in order. */
  uncovered: Span[];
  uncoveredMs: number;
  /** Whether the unit keeps a roster at all. */
  kept: boolean;
}

/**
 * Duty of the county, and of each township that keeps a roster of its own; a township without one is in the county's
 * care. The window ends with a day of the county, so that the same list stands all day.
 */
export function dutyCover(
  { dutyShifts, townships }: Pick<Situation, 'dutyShifts' | 'townships'>,
  { pack, now }: { pack: RulePack; now: number }
): DutyCover[] {
  const shifts = new Map<string, Span[]>();
  for (const shift of dutyShifts.values())
    shifts.set(shift.unit, [...(shifts.get(shift.unit) ?? []), ...spanOf(shift)]);
  const window = { from: now, until: dayStart(now, pack) + numberRule(pack, 'duty-horizon-days') * DAY_MS };
  const units = ['county' as const, ...townships.keys()] as (TownshipId | 'county')[];
  return units
    .filter((each) => each === 'county' || shifts.has(each))
    .map((each) => {
      const own = shifts.get(each) ?? [];
      const uncovered = uncoveredSpans(own, window);
      return { unit: each, window, uncovered, uncoveredMs: lengthOf(uncovered), kept: own.length > 0 };
    });
}

/** The stretch of a shift; none where nobody is named or its times cannot be read. */
export function spanOf({ person, startsAt, endsAt }: Pick<DutyShift, 'person' | 'startsAt' | 'endsAt'>): Span[] {
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)];
  return person.trim() === '' || !(from < until) ? [] : [{ from, until }];
}
