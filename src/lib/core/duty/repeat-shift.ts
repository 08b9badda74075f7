const DAY_MS = 86_400_000;

/** More shifts than these are no plan but a slip of the date. */
export const MOST_REPEATS = 100;

/** Begin and end, ISO date-times. */
export interface ShiftTimes {
  startsAt: string;
  endsAt: string;
}

/**
 * A shift and its repeats every so many days, as long as they begin before `before` (epoch ms); the shift itself comes
 * first, whatever `before` says. At most `MOST_REPEATS`.
 */
export function repeatShift(
  shift: ShiftTimes,
  { everyDays, before }: { everyDays: number; before: number }
): ShiftTimes[] {
  const [from, until] = [Date.parse(shift.startsAt), Date.parse(shift.endsAt)];
  const step = everyDays * DAY_MS;
  const count = Math.max(1, Math.min(MOST_REPEATS, Math.ceil((before - from) / step)));
  return Array.from({ length: count }, (_, i) => ({
    startsAt: new Date(from + i * step).toISOString(),
    endsAt: new Date(until + i * step).toISOString()
  }));
}
