import { closureId } from '../core/change/restrict-road';
import type { Closure } from '../core/model/records';
import type { Situation } from '../core/model/situation';
import type { FoundRoad } from './close-road';

/** The closure or slowing on record for a stretch, or for its whole way; null where there is none. */
export function findClosure({ closures }: Pick<Situation, 'closures'>, road: FoundRoad): Closure | null {
  const { wayId, stretch } = road;
  return closures.get(closureId({ wayId, ...stretch })) ?? closures.get(`way-${wayId}`) ?? null;
}

export type RoadState = 'open' | 'slow' | 'closed';

export function stateOf(closure: Closure | null): RoadState {
  if (!closure) return 'open';
  return closure.speedPercent === 0 ? 'closed' : 'slow';
}
