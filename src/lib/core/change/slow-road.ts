import type { Change, Situation } from '../model/situation';
import { restrictRoad, type RoadStretch } from './restrict-road';

/** Leaves 1–99 per cent of the speed on a stretch. @throws RangeError for any other share. */
export function slowRoad(
  situation: Situation,
  { speedPercent, ...stretch }: RoadStretch & { speedPercent: number }
): Change {
  if (!Number.isInteger(speedPercent) || speedPercent < 1 || speedPercent > 99)
    throw new RangeError(`A slowed road keeps 1 to 99 per cent of its speed, not ${speedPercent}.`);
  return restrictRoad(situation, stretch, speedPercent, 'slow-road');
}
