import { setTimeout as sleep } from 'node:timers/promises';
import type { Facility } from '../../lib/core/model/records';
import type { Situation } from '../../lib/core/model/situation';
import type { RulePack } from '../../lib/core/rules/rule-pack';
import type { Random } from '../../lib/core/sample/random';
import type { Desk, Tally } from './desk';
import type { Roads } from './roads';

/** Everything the stories of a night share. */
export interface Night {
  areaId: string;
  situation: Situation;
  rules: RulePack;
  roads: Roads;
  tally: Tally;
  counts: NightCounts;
  /** People at their desks: county dispatch, and reporters by unit. */
  dispatchers: Desk[];
  reporters: Map<string, Desk>;
  /** Draws of no story of its own: which dispatcher looks up first. */
  random: Random;
  /** Waits so long in the night's own time. */
  wait(nightMs: number): Promise<void>;
  /** Whether the night is so far gone that nobody is sent any more. */
  isOver(): boolean;
}

export interface NightCounts {
  calls: number;
  /** Stayed at home by the rules, or found no hospital that could take them. */
  atHome: number;
  withoutTarget: number;
  referred: number;
  refused: number;
  redirected: number;
  calledOff: number;
  breakdowns: number;
  handedOver: number;
  /** Found no vehicle before the night was over. */
  unserved: number;
  closures: number;
  positions: number;
}

export const NO_COUNTS: NightCounts = {
  calls: 0,
  atHome: 0,
  withoutTarget: 0,
  referred: 0,
  refused: 0,
  redirected: 0,
  calledOff: 0,
  breakdowns: 0,
  handedOver: 0,
  unserved: 0,
  closures: 0,
  positions: 0
};

/** Whoever sits in the unit; county dispatch for one that nobody sits in. */
export function deskOf(night: Night, unit: string): Desk {
  return night.reporters.get(unit) ?? night.random.pick(night.dispatchers);
}

export function facilityOf(night: Night, id: string): Facility {
  return night.situation.facilities.get(id) as Facility;
}

/** The night's clock: `speed` times as fast as the wall's. */
export function nightClock(speed: number): { now(): number; wait(nightMs: number): Promise<void> } {
  const began = Date.now();
  return {
    now: () => (Date.now() - began) * speed,
    wait: (nightMs) => sleep(Math.max(0, nightMs) / speed)
  };
}
