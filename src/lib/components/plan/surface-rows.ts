import { UNREACHED, type MapSurface } from '$lib/map';

export interface SurfaceRow {
  /** Limits in minutes; null where open. */
  from: number | null;
  to: number | null;
  squareKm: number;
}

/** Land in each class of minutes; a time equal to a limit lies within it. Cells without a way are in none. */
export function surfaceRows({ land, ms }: MapSurface, thresholds: readonly number[]): SurfaceRow[] {
  const cells = new Array<number>(thresholds.length + 1).fill(0);
  for (const each of ms) {
    if (each === UNREACHED) continue;
    const index = thresholds.findIndex((minutes) => each <= minutes * 60_000);
    cells[index < 0 ? thresholds.length : index] += 1;
  }
  return cells.map((count, i) => ({
    from: i === 0 ? null : thresholds[i - 1],
    to: thresholds[i] ?? null,
    squareKm: (count * land.cellMetres ** 2) / 1e6
  }));
}
