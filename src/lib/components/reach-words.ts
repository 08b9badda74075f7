import type { TravelEstimate } from '$core/estimate/estimate-band';
import type { Village } from '$core/model/records';
import type { Reach } from '$core/model/results';
import { minutes, number, persons, t, wholeMinutes } from '$lib/i18n';

/** Bands from here on are told in steps of five minutes: they are no more precise. */
const FINE_MINUTES = 10;

/** `about 25–50 min` of an estimate; a measured time says so; over roads the plain minutes. */
export function reachText({ ms, estimate }: Pick<Reach, 'ms' | 'estimate'>): string {
  if (ms === null) return t('plan-no-way');
  if (estimate) return bandText(estimate);
  return estimate === null ? t('estimate-measured', { value: number(wholeMinutes(ms)) }) : minutes(ms);
}

export function bandText({ q25, q75 }: TravelEstimate): string {
  return t('estimate-band', { band: roundedBand(q25 / 60_000, q75 / 60_000) });
}

/** `25–50` of two minutes, rounded outwards. */
export function roundedBand(low: number, high: number): string {
  const step = high - low < FINE_MINUTES ? 1 : 5;
  return `${number(Math.max(1, Math.floor(low / step) * step))}–${number(Math.ceil(high / step) * step)}`;
}

/** Residents of a village, or that nobody knows them. */
export function residentsText(village: Pick<Village, 'residents' | 'residentsSource'>): string {
  return isCounted(village) ? persons(village.residents) : t('estimate-residents-unknown');
}

/** As `residentsKnown` of the core, which views take types from alone. */
export const isCounted = ({ residents, residentsSource }: Pick<Village, 'residents' | 'residentsSource'>): boolean =>
  residents > 0 || residentsSource !== 'unknown';
