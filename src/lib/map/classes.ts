import { wholeMinutes } from '../i18n';
import type { VillageMark } from './model';

export const UNREACHABLE = 'unreachable';
export const NOT_ASSESSED = 'not-assessed';
/** Index of the minute class (0 = within the first limit), or one of the two hatches. */
export type MinuteClass = number | typeof UNREACHABLE | typeof NOT_ASSESSED;

const MS_PER_MINUTE = 60_000;

/** Class of a time: a time equal to a limit lies within it. `thresholds` in minutes, ascending. */
export function classOf(mark: VillageMark | undefined, thresholds: readonly number[]): MinuteClass {
  if (!mark?.assessed) return NOT_ASSESSED;
  const { ms } = mark;
  if (ms === null) return UNREACHABLE;
  const index = thresholds.findIndex((minutes) => ms <= minutes * MS_PER_MINUTE);
  return index === -1 ? thresholds.length : index;
}

/**
 * Step of the five-step ramp for a class. The ramp's steps stand for ≤15, ≤30, ≤60, ≤120 and beyond; with fewer limits
 * the farthest class keeps the loudest step and the others spread below it.
 */
export function rampStep(index: number, classCount: number): number {
  const last = 4;
  if (classCount <= 1) return 0;
  return Math.min(last, Math.round((index * last) / (classCount - 1)));
}

/** Whether a village lies over the minutes that make it remote; never by a guess, never without such a limit. */
export function isFar(mark: VillageMark | undefined, farMinutes: number | null): boolean {
  if (!mark?.assessed || mark.estimated || mark.ms === null || farMinutes === null) return false;
  return mark.ms > farMinutes * MS_PER_MINUTE;
}

/** Whole minutes more than before, as the two shown figures differ; null where they are equal or one has no time. */
export function deltaMinutes(mark: VillageMark | undefined): number | null {
  if (!mark || mark.ms === null || mark.baselineMs === null) return null;
  const minutes = wholeMinutes(mark.ms) - wholeMinutes(mark.baselineMs);
  return minutes === 0 ? null : minutes;
}

/** Whether the plan changes what is shown of a village: its whole minutes, or whether there is a way at all. */
export function isChanged(mark: VillageMark | undefined): boolean {
  if (!mark?.assessed) return false;
  return (mark.ms === null) !== (mark.baselineMs === null) || deltaMinutes(mark) !== null;
}
