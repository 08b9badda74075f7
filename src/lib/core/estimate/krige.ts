import { straightKm, type LonLat } from './power-law';

/**
 * Covariance of log residuals, `ln(measured minutes ÷ law)`, at distance d: `drift + sill · exp(−d ÷ rangeKm)`, and
 * `nugget` more of a time with itself (what two villages side by side differ by, and the clock's own error).
 *
 * From the villages `POWER_LAW` was fitted on: the semivariogram rises from 0.05 under 500 m over 0.14 at 1–2 km to 0.25 at
 * 4–6 km; the means of the four counties have a variance of 0.03. The sum, 0.25, is the variance of the law's own band
 * (`LAW_BAND`).
 */
export const RESIDUAL_MODEL: ResidualModel = { drift: 0.03, sill: 0.18, nugget: 0.04, rangeKm: 4 };

export interface ResidualModel {
  drift: number;
  sill: number;
  nugget: number;
  rangeKm: number;
}

/** A value at a place, the mean of `count` measurements there. */
export interface KrigingDatum extends LonLat {
  value: number;
  count: number;
}

export interface Kriged {
  value: number;
  /** Of a new measurement at the place, its nugget included: from the model's whole variance down towards the nugget. */
  variance: number;
}

/** Variance where nothing is known. */
export function priorVariance({ drift, sill, nugget }: ResidualModel = RESIDUAL_MODEL): number {
  return drift + sill + nugget;
}

/**
 * Simple kriging about 0 with a drift: the unknown mean of the county counts as a random part of variance `drift`, so one
 * measurement moves the far places a little and many move them nearly by their mean. `data` must stand at different
 * places. Cost: n³/6 once, n² a place.
 */
export function createKriging(
  data: readonly KrigingDatum[],
  model: ResidualModel = RESIDUAL_MODEL
): (at: LonLat) => Kriged {
  const n = data.length;
  const whole = priorVariance(model);
  if (n === 0) return () => ({ value: 0, variance: whole });
  const between = (a: LonLat, b: LonLat) => model.drift + model.sill * Math.exp(-straightKm(a, b) / model.rangeKm);
  const lower = factor(
    n,
    (i, j) => between(data[i], data[j]) + (i === j ? model.nugget / Math.max(1, data[i].count) : 0)
  );
  const half = solveLower(lower, n, (i) => data[i].value);
  return (at) => {
    const weights = solveLower(lower, n, (i) => between(at, data[i]));
    let value = 0;
    let explained = 0;
    for (let i = 0; i < n; i++) {
      value += weights[i] * half[i];
      explained += weights[i] * weights[i];
    }
    return { value, variance: Math.max(model.nugget, whole - explained) };
  };
}

/** Cholesky factor of a symmetric positive definite matrix, row-major. */
function factor(n: number, cell: (i: number, j: number) => number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = cell(i, j);
      for (let k = 0; k < j; k++) sum -= lower[i * n + k] * lower[j * n + k];
      if (i !== j) lower[i * n + j] = sum / lower[j * n + j];
      else if (sum > 0) lower[i * n + i] = Math.sqrt(sum);
      else throw new RangeError('Two data stand at one place without a nugget.');
    }
  return lower;
}

function solveLower(lower: Float64Array, n: number, right: (i: number) => number): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = right(i);
    for (let k = 0; k < i; k++) sum -= lower[i * n + k] * x[k];
    x[i] = sum / lower[i * n + i];
  }
  return x;
}
