import { classOf, NOT_ASSESSED, rampStep, UNREACHABLE } from './classes';
import type { MinuteClass } from './classes';
import type { MapData } from './model';

export interface LegendRow {
  minuteClass: MinuteClass;
  /** Step of the ramp; null for the hatches. */
  step: number | null;
  /** Limits in minutes; null where open. */
  from: number | null;
  to: number | null;
  far: boolean;
  villages: number;
  persons: number;
}

/** Villages and persons drawn in each class; the not-assessed row only where there are any. */
export function legendRows(data: Pick<MapData, 'villages' | 'marks' | 'thresholds' | 'farMinutes'>): LegendRow[] {
  const { thresholds, farMinutes } = data;
  const rows: LegendRow[] = [...thresholds, null].map((to, index) => ({
    minuteClass: index,
    step: rampStep(index, thresholds.length + 1),
    from: index === 0 ? null : thresholds[index - 1],
    to,
    far: farMinutes !== null && (index === 0 ? 0 : thresholds[index - 1]) >= farMinutes,
    villages: 0,
    persons: 0
  }));
  const hatch = (minuteClass: MinuteClass): LegendRow => ({
    minuteClass,
    step: null,
    from: null,
    to: null,
    far: false,
    villages: 0,
    persons: 0
  });
  const unreachable = hatch(UNREACHABLE);
  const notAssessed = hatch(NOT_ASSESSED);
  data.villages.forEach((village, index) => {
    const minuteClass = classOf(data.marks[index], thresholds);
    const row =
      typeof minuteClass === 'number' ? rows[minuteClass] : minuteClass === UNREACHABLE ? unreachable : notAssessed;
    row.villages += 1;
    row.persons += village.persons;
  });
  return [...rows, unreachable, ...(notAssessed.villages > 0 ? [notAssessed] : [])];
}
