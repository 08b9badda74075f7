/** ISO date-time of a clock time on a day relative to `today`. */
export function clockOf(today: string, days: number, minutesOfDay: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000 + minutesOfDay * 60_000).toISOString();
}
