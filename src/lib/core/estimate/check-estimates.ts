import { randomOf } from '../sample/random';
import { bandSpread, estimateBand } from './estimate-band';
import { findCentre, quantile } from './find-centre';
import { createKriging } from './krige';
import { lawMinutes, POWER_LAW, straightKm, type LonLat, type PowerLaw } from './power-law';

/** A village whose car minutes to its nearest township are known; villages of one `group` share their township. */
export interface CheckVillage extends LonLat {
  county: string;
  group: string;
  minutes: number;
}

export interface CheckRow {
  county: string;
  /** `fixed`: `POWER_LAW`; `left-out`: fitted on the other counties. */
  law: 'fixed' | 'left-out';
  fitted: PowerLaw;
  knownTimes: number;
  /** Estimates judged, over all draws. */
  judged: number;
  /** Relative error |estimate ÷ true − 1|. */
  medianError: number;
  p90Error: number;
  /** Share of true times within the bands that promise 50 % and 80 %. */
  withinHalf: number;
  withinEighty: number;
}

export interface CheckOptions {
  seed: number;
  /** Numbers of known times, ascending. */
  knownTimes: readonly number[];
  /** Draws of known times a number, whose errors are judged together. */
  draws: number;
}

interface Judged extends LonLat {
  km: number;
  minutes: number;
}

/**
 * How far estimates are off, a county at a time. The townships' positions are not given: they are found from half of the
 * villages (`findCentre` of each group), and the other half, with the straight line to the nearest of them, is judged.
 * Known times are drawn from the judged half and left out of it.
 */
export function checkEstimates(villages: readonly CheckVillage[], options: CheckOptions): CheckRow[] {
  const judged = new Map<string, Judged[]>();
  for (const county of new Set(villages.map((each) => each.county))) {
    const shuffled = randomOf(options.seed, county).shuffle(villages.filter((each) => each.county === county));
    const half = shuffled.length >> 1;
    const groups = new Map<string, CheckVillage[]>();
    for (const each of shuffled.slice(0, half)) groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
    const centres = [...groups.values()].map(findCentre);
    judged.set(
      county,
      shuffled.slice(half).map(({ lon, lat, minutes }) => ({
        lon,
        lat,
        minutes,
        km: Math.min(...centres.map((centre) => straightKm(centre, { lon, lat })))
      }))
    );
  }
  return [...judged].flatMap(([county, own]) => {
    const others = [...judged].flatMap(([name, list]) => (name === county ? [] : list));
    const laws: [CheckRow['law'], PowerLaw][] = [
      ['fixed', POWER_LAW],
      ...(others.length > 1 ? [['left-out', fitLaw(others)] satisfies [CheckRow['law'], PowerLaw]] : [])
    ];
    return laws.flatMap(([law, fitted]) =>
      options.knownTimes
        .filter((count) => count < own.length)
        .map((count) => ({ county, law, fitted, knownTimes: count, ...judge(county, own, fitted, count, options) }))
    );
  });
}

function judge(county: string, own: readonly Judged[], law: PowerLaw, count: number, { seed, draws }: CheckOptions) {
  const errors: number[] = [];
  let [half, eighty] = [0, 0];
  for (let draw = 0; draw < (count === 0 ? 1 : draws); draw++) {
    const drawn = randomOf(seed, `${county} ${draw}`).shuffle(own);
    const krige = createKriging(residuals(drawn.slice(0, count), law));
    for (const each of drawn.slice(count)) {
      const { value, variance } = krige(each);
      const minutes = lawMinutes(each.km, law) * Math.exp(value);
      errors.push(Math.abs(minutes / each.minutes - 1));
      const band = estimateBand(minutes * 60_000, bandSpread(variance));
      const ms = each.minutes * 60_000;
      if (ms >= band.q25 && ms <= band.q75) half++;
      if (ms >= band.q10 && ms <= band.q90) eighty++;
    }
  }
  return {
    judged: errors.length,
    medianError: quantile(errors, 0.5),
    p90Error: quantile(errors, 0.9),
    withinHalf: half / errors.length,
    withinEighty: eighty / errors.length
  };
}

function residuals(known: readonly Judged[], law: PowerLaw) {
  const sums = new Map<string, { lon: number; lat: number; value: number; count: number }>();
  for (const { lon, lat, km, minutes } of known) {
    const held = sums.get(`${lon},${lat}`) ?? { lon, lat, value: 0, count: 0 };
    const value = held.value * held.count + Math.log(minutes / lawMinutes(km, law));
    sums.set(`${lon},${lat}`, { ...held, value: value / (held.count + 1), count: held.count + 1 });
  }
  return [...sums.values()];
}

/** Least squares of the logarithms. */
function fitLaw(villages: readonly Judged[]): PowerLaw {
  const { floorKm } = POWER_LAW;
  const x = villages.map(({ km }) => Math.log(Math.max(floorKm, km)));
  const y = villages.map(({ minutes }) => Math.log(minutes));
  const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const exponent = mean(x.map((each, i) => (each - mx) * (y[i] - my))) / mean(x.map((each) => (each - mx) ** 2));
  return { minutesAtOneKm: Math.exp(my - exponent * mx), exponent, floorKm };
}
