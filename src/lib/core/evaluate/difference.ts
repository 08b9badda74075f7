import type { VillageId } from '../model/ids';
import type { Results } from '../model/results';
import type { CareLevel, Situation } from '../model/situation';

export interface TravelDifference {
  careLevel: CareLevel;
  /** Villages whose time changed, in the plan's order. */
  villages: { villageId: VillageId; beforeMs: number | null; afterMs: number | null; persons: number }[];
  lost: { villages: number; persons: number };
  gained: { villages: number; persons: number };
  headlineMinutes: number;
  /** Farther than the headline or without any way, before and after: after = before + lost − gained. */
  before: { villages: number; persons: number };
  after: { villages: number; persons: number };
}

export interface DifferenceInput {
  baseline: Results;
  plan: Results;
  /** Whose residents are counted: the plan's. */
  situation: Pick<Situation, 'villages'>;
  careLevel: CareLevel;
  /** Limit whose crossing is counted; a time equal to it is within. */
  headlineMinutes: number;
}

/** Before → after of one care level; a village that is only in one of both has no time in the other. */
export function difference(input: DifferenceInput): TravelDifference {
  const { baseline, plan, situation, careLevel, headlineMinutes } = input;
  const result: TravelDifference = {
    careLevel,
    villages: [],
    lost: { villages: 0, persons: 0 },
    gained: { villages: 0, persons: 0 },
    headlineMinutes,
    before: { villages: 0, persons: 0 },
    after: { villages: 0, persons: 0 }
  };
  const before = new Map(baseline.villages.map(({ villageId, reach }) => [villageId, reach[careLevel].ms]));
  const within = (ms: number | null) => ms !== null && ms <= headlineMinutes * 60_000;
  for (const { villageId, reach } of plan.villages) {
    const beforeMs = before.get(villageId) ?? null;
    const afterMs = reach[careLevel].ms;
    const persons = situation.villages.get(villageId)?.residents ?? 0;
    for (const [side, ms] of [
      [result.before, beforeMs],
      [result.after, afterMs]
    ] as const) {
      if (within(ms)) continue;
      side.villages++;
      side.persons += persons;
    }
    if (beforeMs === afterMs) continue;
    result.villages.push({ villageId, beforeMs, afterMs, persons });
    if (within(beforeMs) === within(afterMs)) continue;
    const side = within(afterMs) ? result.gained : result.lost;
    side.villages++;
    side.persons += persons;
  }
  return result;
}
