import type { DutyShift } from '../model/records';
import { spanOf } from './duty-cover';
import { uncoveredSpans, type Span } from './uncovered-spans';

const DAY_MS = 86_400_000;

/** The part of a shift that falls on one day. */
export interface RosterBar extends Span {
  shiftId: string;
  /** Whether the shift begins, or ends, on this day. */
  begins: boolean;
  ends: boolean;
  /** Bars of a day that overlap stand in lanes below each other, from 0. */
  lane: number;
}

export interface RosterDay extends Span {
  bars: RosterBar[];
  /** At least one. */
  lanes: number;
  /** Stretches with nobody, from `now` on. */
  uncovered: Span[];
}

/**
 * Days of a roster from `from` (epoch ms, the begin of a day) on, each with what falls on it. Bars come by their begin,
 * then by their shift's; each takes the first lane that is free.
 */
export function rosterDays(
  shifts: Iterable<DutyShift>,
  { from, days, now }: { from: number; days: number; now: number }
): RosterDay[] {
  const spans = [...shifts]
    .flatMap((shift) => spanOf(shift).map((span) => ({ ...span, shiftId: shift.id })))
    .sort((a, b) => a.from - b.from || a.until - b.until || (a.shiftId < b.shiftId ? -1 : 1));
  return Array.from({ length: days }, (_, i): RosterDay => {
    const day = { from: from + i * DAY_MS, until: from + (i + 1) * DAY_MS };
    const free: number[] = [];
    const bars = spans
      .filter((span) => span.from < day.until && span.until > day.from)
      .map((span): RosterBar => {
        const [start, end] = [Math.max(span.from, day.from), Math.min(span.until, day.until)];
        const found = free.findIndex((until) => until <= start);
        const lane = found < 0 ? free.length : found;
        free[lane] = end;
        const { shiftId } = span;
        return { shiftId, from: start, until: end, begins: start === span.from, ends: end === span.until, lane };
      });
    const rest = { from: Math.min(day.until, Math.max(day.from, now)), until: day.until };
    return { ...day, bars, lanes: Math.max(1, free.length), uncovered: uncoveredSpans(spans, rest) };
  });
}
