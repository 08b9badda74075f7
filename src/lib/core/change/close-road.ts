import type { Change, Situation } from '../model/situation';
import { restrictRoad, type RoadStretch } from './restrict-road';

/** Closes a stretch in both directions. */
export function closeRoad(situation: Situation, stretch: RoadStretch): Change {
  return restrictRoad(situation, stretch, 0, 'close-road');
}
