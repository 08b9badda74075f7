import { POWER_LAW, straightKm, type LonLat } from './power-law';

export interface TimedPlace extends LonLat {
  minutes: number;
}

const FIRST_STEP_DEGREES = 0.02;
const LAST_STEP_DEGREES = 0.0005;

/**
 * The place that times point to: where their logarithms lie closest (sum of absolute deviations) to a level of the
 * group's own plus the law's exponent times the logarithm of the distance. Search from the nearest place in four
 * directions with halving steps. The law's own level plays no part.
 */
export function findCentre(places: readonly TimedPlace[]): LonLat {
  const nearest = places.reduce((best, each) => (each.minutes < best.minutes ? each : best));
  let at: LonLat = { lon: nearest.lon, lat: nearest.lat };
  let least = misfit(at, places);
  for (let step = FIRST_STEP_DEGREES; step > LAST_STEP_DEGREES;) {
    let moved = false;
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1]
    ]) {
      const next = { lon: at.lon + dx * step, lat: at.lat + dy * step };
      const found = misfit(next, places);
      if (found >= least) continue;
      [at, least, moved] = [next, found, true];
    }
    if (!moved) step /= 2;
  }
  return at;
}

function misfit(at: LonLat, places: readonly TimedPlace[]): number {
  const { exponent, floorKm } = POWER_LAW;
  const levels = places.map(
    (each) => Math.log(each.minutes) - exponent * Math.log(Math.max(floorKm, straightKm(at, each)))
  );
  const middle = quantile(levels, 0.5);
  return levels.reduce((sum, level) => sum + Math.abs(level - middle), 0);
}

/** The value with this share of the list at or below it (lower of two neighbours); NaN of an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : sorted[Math.floor(share * (sorted.length - 1))];
}
