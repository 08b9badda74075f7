import { rosterDays, type RosterDay } from '../core/duty/roster-days';
import { dayStart, localDay, zoneMs } from '../core/report/local-time';
import { activeRulePack } from '../core/rules/active-rule-pack';
import { situation } from '../state/situation.svelte';

const DAYS = 7;

function rules() {
  return activeRulePack(situation.real ?? { rulePacks: new Map() }, Date.now());
}

/** Milliseconds by which the county's clocks are ahead of UTC. */
export const countyZone = (): number => zoneMs(rules());

/** Begin of the county's day at a moment, epoch ms. */
export const countyDay = (at: number): number => dayStart(at, rules());

/** The county's day at a moment, as an ISO date. */
export const countyDayName = (at: number): string => localDay(at, rules());

/** A moment as a field of date and time holds it, on the county's clocks: `2026-11-22T20:00`. */
export const toCountyField = (at: number): string => new Date(at + countyZone()).toISOString().slice(0, 16);

/** The moment such a field names; null while it names none. */
export function fromCountyField(text: string): number | null {
  const at = Date.parse(`${text}Z`);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) && !Number.isNaN(at) ? at - countyZone() : null;
}

/** Seven days of a unit's roster from a day on. */
export function rosterWeek(unit: string, from: number, now: number): RosterDay[] {
  const shifts = [...(situation.real?.dutyShifts.values() ?? [])].filter((shift) => shift.unit === unit);
  return rosterDays(shifts, { from, days: DAYS, now });
}
