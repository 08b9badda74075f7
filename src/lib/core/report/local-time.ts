import { clockRule, type RulePack } from '../rules/rule-pack';

const DAY_MS = 86_400_000;

/** Milliseconds by which the county's clocks are ahead of UTC. */
export function zoneMs(pack: RulePack): number {
  const zone = clockRule(pack, 'time-zone');
  const [hours, minutes] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Day on the county's clocks at a moment (epoch ms), as an ISO date. */
export function localDay(at: number, pack: RulePack): string {
  return new Date(at + zoneMs(pack)).toISOString().slice(0, 10);
}

/** The moment of the cut-off of a day (ISO date), epoch ms. */
export function cutOffOf(day: string, pack: RulePack): number {
  const [hours, minutes] = clockRule(pack, 'report-cut-off').split(':').map(Number);
  return Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * 60_000 - zoneMs(pack);
}

/** A day with the time of day, to the minute: `2026-11-22 20:00`. */
export function localMinute(at: number, pack: RulePack): string {
  return new Date(at + zoneMs(pack)).toISOString().slice(0, 16).replace('T', ' ');
}

/** Begin of that day, epoch ms. */
export function dayStart(at: number, pack: RulePack): number {
  const zone = zoneMs(pack);
  return Math.floor((at + zone) / DAY_MS) * DAY_MS - zone;
}

/** The last cut-off that has passed at `now` (epoch ms), and the day it was for. */
export function lastCutOff(now: number, pack: RulePack): { dueOn: string; dueAt: number } {
  const today = cutOffOf(localDay(now, pack), pack);
  const dueAt = now >= today ? today : today - DAY_MS;
  return { dueOn: localDay(dueAt, pack), dueAt };
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The ISO date that many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
