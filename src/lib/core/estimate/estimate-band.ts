import { priorVariance, RESIDUAL_MODEL } from './krige';

/**
 * Where true times lie as a share of the law's: half within 0.75–1.44, 80 % within 0.57–2.06 (over the villages it was
 * fitted on).
 */
export const LAW_BAND = { q10: 0.57, q25: 0.75, q75: 1.44, q90: 2.06 } as const;

/** Quantiles of the time that stands behind an estimate, whole milliseconds: q25–q75 is the band shown. */
export interface TravelEstimate {
  q10: number;
  q25: number;
  q75: number;
  q90: number;
}

/**
 * Width of a band as a share of the law's own, 1 where nothing is known near by: the root of the kriging variance over
 * the model's whole variance. At the very place of one known time (to another target) it is 0.54, never below the
 * nugget's share, 0.4.
 */
export function bandSpread(variance: number): number {
  return Math.sqrt(variance / priorVariance(RESIDUAL_MODEL));
}

/** Band about an estimate: the law's shares, their logarithms drawn together by `spread` (0 of a measured time). */
export function estimateBand(ms: number, spread: number): TravelEstimate {
  const at = (share: number) => Math.floor(ms * share ** spread + 0.5);
  return { q10: at(LAW_BAND.q10), q25: at(LAW_BAND.q25), q75: at(LAW_BAND.q75), q90: at(LAW_BAND.q90) };
}
