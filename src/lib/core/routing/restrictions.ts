import { IMPASSABLE } from '../network/network';
import type { Metric } from './metric';
import type { EdgeRestriction } from './routing';

/** A metric with closed and slowed roads laid over it; the open one stays as it is. */
export interface RestrictedMetric {
  open: Metric;
  /** Milliseconds of the arcs that differ. */
  changed: ReadonlyMap<number, number>;
  msOf(arc: number): number;
  /** All arcs in one; made when first asked for. */
  whole(): Metric;
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** The metric under closures and slowed roads; of several on one edge the strictest counts. */
export function restrictMetric(open: Metric, restrictions: readonly EdgeRestriction[]): RestrictedMetric {
  const changed = changedArcs(open, restrictions);
  let whole = changed.size === 0 ? open : null;
  return {
    open,
    changed,
    msOf: (arc) => changed.get(arc) ?? open.ms[arc],
    whole() {
      if (whole) return whole;
      const ms = open.ms.slice();
      for (const [arc, other] of changed) ms[arc] = other;
      return (whole = { ms });
    }
  };
}

function changedArcs({ ms }: Metric, restrictions: readonly EdgeRestriction[]): ReadonlyMap<number, number> {
  const percent = new Map<number, number>();
  for (const { edge, speedPercent } of restrictions) {
    if (speedPercent < (percent.get(edge) ?? 100)) percent.set(edge, speedPercent);
  }
  const changed = new Map<number, number>();
  for (const [edge, left] of percent) {
    for (const arc of [2 * edge, 2 * edge + 1]) {
      if (ms[arc] !== IMPASSABLE) changed.set(arc, left <= 0 ? IMPASSABLE : slowedMs(ms[arc], left));
    }
  }
  return changed.size > 0 ? changed : NOTHING;
}

function slowedMs(ms: number, percent: number): number {
  const slowed = Math.floor((ms * 100) / percent + 0.5);
  if (slowed >= IMPASSABLE) throw new RangeError('A slowed road takes longer than 32 bits hold.');
  return slowed;
}
