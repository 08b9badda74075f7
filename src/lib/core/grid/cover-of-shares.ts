import type { LandCover } from './land';

/** Shares of a cell by cover, per cent; NaN where the source has no value. */
export type CoverShares = Partial<Record<Exclude<LandCover, 'none' | 'way' | 'unknown'>, number>>;

/** Share of a cell, per cent, from which permanent water is not walked on. */
const WATER_PERCENT = 50;

/** The greatest share decides, of equals the first stated; water only from half the cell. Without any value: none. */
export function coverOfShares(shares: CoverShares): LandCover {
  if ((shares.water ?? 0) >= WATER_PERCENT) return 'water';
  let best: LandCover = 'unknown';
  let most = 0;
  let known = false;
  for (const [cover, percent] of Object.entries(shares) as [LandCover, number][]) {
    if (Number.isNaN(percent)) continue;
    known = true;
    if (cover === 'water' || percent <= most) continue;
    best = cover;
    most = percent;
  }
  return known ? best : 'none';
}
