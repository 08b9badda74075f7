import { IMPASSABLE } from '../network/network';
import type { Metric } from './metric';
import type { EdgeRestriction } from './routing';

/** The metric under closures and slowed roads; of several on one edge the strictest counts. */
export function restrictMetric(open: Metric, restrictions: readonly EdgeRestriction[]): Metric {
  const percent = new Map<number, number>();
  for (const { edge, speedPercent } of restrictions) {
    if (speedPercent < (percent.get(edge) ?? 100)) percent.set(edge, speedPercent);
  }
  if (percent.size === 0) return open;
  const ms = open.ms.slice();
  for (const [edge, left] of percent) {
    for (const arc of [2 * edge, 2 * edge + 1]) {
      if (ms[arc] !== IMPASSABLE) ms[arc] = left <= 0 ? IMPASSABLE : slowedMs(ms[arc], left);
    }
  }
  return { ms };
}

function slowedMs(ms: number, percent: number): number {
  const slowed = Math.floor((ms * 100) / percent + 0.5);
  if (slowed >= IMPASSABLE) throw new RangeError('A slowed road takes longer than 32 bits hold.');
  return slowed;
}
