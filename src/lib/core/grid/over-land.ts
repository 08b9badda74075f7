import { MATRIX_REASONS, type Place, type TravelMatrix } from '../routing/routing';
import type { RoadRouter } from '../routing/router';
import type { LandWalks } from './land-walks';
import { createOffRoad, type OffRoad, type OffRoadWay } from './off-road';

/** A router that also finds a way for places that have no road within the snap limit. */
export interface OverLandRouter extends RoadRouter {
  offRoad: OffRoad;
}

/**
 * The same router, but `matrix` gives places of the reason `too-far-from-road` their walk over the land and the drive; a
 * pair without such a place stays as it is, to the millisecond. Where the land has no way either the reason stays.
 */
export function routeOverLand(router: RoadRouter, walking: LandWalks): OverLandRouter {
  const offRoad = createOffRoad(router, walking);
  const isOff = (place: Place): boolean => router.snap(place).reason === 'too-far-from-road';

  function matrix(from: readonly Place[], to: readonly Place[]): TravelMatrix {
    const times = router.matrix(from, to);
    const fill = (cell: number, way: OffRoadWay | null): void => {
      if (!way || MATRIX_REASONS[times.reason[cell]] !== 'too-far-from-road') return;
      times.ms[cell] = way.ms;
      times.mm[cell] = way.mm;
      times.reason[cell] = 0;
    };
    from.forEach((place, row) => {
      if (isOff(place))
        offRoad.ways(place, to, false).forEach((way, column) => fill(row * times.columns + column, way));
    });
    to.forEach((place, column) => {
      if (isOff(place)) offRoad.ways(place, from, true).forEach((way, row) => fill(row * times.columns + column, way));
    });
    return times;
  }

  return {
    ...router,
    matrix,
    offRoad,
    withRestrictions: (next) => routeOverLand(router.withRestrictions(next), walking)
  };
}

/** The walk over the land from a place off the road to another, where the router knows the land. */
export function walkOverLand(router: RoadRouter, from: Place, to: Place): OffRoadWay | null {
  if (!('offRoad' in router) || router.snap(from).reason !== 'too-far-from-road') return null;
  return (router as OverLandRouter).offRoad.ways(from, [to], false)[0];
}
