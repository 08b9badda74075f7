import { CARE_LEVELS, DEFAULT_THRESHOLDS, type CareLevel } from '../core/model/situation';
import { SEASONS, VEHICLE_CLASSES, type Season, type VehicleClass } from '../core/model/records';

/** What a person chose to look at; the clock is added when an analysis is asked for. */
export interface ChosenSettings {
  vehicle: VehicleClass;
  season: Season;
  careLevel: CareLevel;
  thresholds: number[];
}

export const DEFAULT_SETTINGS: ChosenSettings = {
  vehicle: 'ambulance',
  season: 'dry',
  careLevel: 'severe',
  thresholds: [...DEFAULT_THRESHOLDS]
};

let current = $state.raw<ChosenSettings>(DEFAULT_SETTINGS);

export const settings = {
  get current(): ChosenSettings {
    return current;
  },
  get vehicle() {
    return current.vehicle;
  },
  get season() {
    return current.season;
  },
  get careLevel() {
    return current.careLevel;
  },
  get thresholds() {
    return current.thresholds;
  },
  /** Takes what is valid of `next`; the rest stays. */
  set(next: Partial<ChosenSettings>) {
    current = {
      vehicle: VEHICLE_CLASSES.includes(next.vehicle as VehicleClass) ? next.vehicle! : current.vehicle,
      season: SEASONS.includes(next.season as Season) ? next.season! : current.season,
      careLevel: isCareLevel(next.careLevel) ? next.careLevel : current.careLevel,
      thresholds: areThresholds(next.thresholds) ? [...next.thresholds] : current.thresholds
    };
  }
};

const isCareLevel = (value: unknown): value is CareLevel =>
  value === 'seat' || CARE_LEVELS.includes(value as (typeof CARE_LEVELS)[number]);

/** One to six positive limits, ascending. */
export function areThresholds(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length >= 1 &&
    value.length <= 6 &&
    value.every((limit, i) => Number.isFinite(limit) && limit > 0 && (i === 0 || limit > value[i - 1]))
  );
}
