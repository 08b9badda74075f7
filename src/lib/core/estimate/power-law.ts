import { greatCircleMm } from '../network/length';

/**
 * Car minutes over a straight line where no road is known: `minutes = 6.9 × km^0.775`.
 *
 * Fitted on 6,888 natural villages of four mountain counties of Guizhou (Xingyi, Zhenfeng, Pu'an, Qinglong) against the
 * car times to their nearest township that the World Bank's RAM tool found over roads (2018). Most of those villages lie
 * within 15 km of their township; beyond, and in other landscapes, the law is a guess, and it knows neither season nor
 * vehicle. `estimate --check` tells how far it is off.
 */
export const POWER_LAW: PowerLaw = { minutesAtOneKm: 6.9, exponent: 0.775, floorKm: 0.15 };

export interface PowerLaw {
  minutesAtOneKm: number;
  exponent: number;
  /** Shorter lines count as this long. */
  floorKm: number;
}

export function lawMinutes(km: number, { minutesAtOneKm, exponent, floorKm }: PowerLaw = POWER_LAW): number {
  return minutesAtOneKm * Math.max(km, floorKm) ** exponent;
}

/** A position in WGS84 degrees. */
export interface LonLat {
  lon: number;
  lat: number;
}

/** Great-circle millimetres between two positions in WGS84 degrees. */
export function straightMm(a: LonLat, b: LonLat): number {
  return greatCircleMm(a.lon * 1e7, a.lat * 1e7, b.lon * 1e7, b.lat * 1e7);
}

export function straightKm(a: LonLat, b: LonLat): number {
  return straightMm(a, b) / 1e6;
}
