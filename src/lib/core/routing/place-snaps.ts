import { IMPASSABLE } from '../network/network';
import type { EdgeId } from '../model/ids';
import type { Ground } from './ground';
import { travelMs } from './metric';
import { createPositionMap } from './position-map';
import type { RestrictedMetric } from './restrictions';
import type { Place, Snap, SnapResult } from './routing';
import { greatCircleMm, type NearestPoint } from './snap';

/**
 * Joins places to the network under a restricted metric, remembering each position. A place keeps the part it has on
 * the open network: when its own edge is closed it takes the nearest open edge of the same part.
 */
export function createPlaceSnaps(ground: Ground, metric: RestrictedMetric): (place: Place) => SnapResult {
  const { index, parts, settings } = ground;
  const known = createPositionMap<SnapResult>();
  const isShut = (edge: number): boolean =>
    metric.msOf(2 * edge) === IMPASSABLE && metric.msOf(2 * edge + 1) === IMPASSABLE;

  function snapAt(lon: number, lat: number): SnapResult {
    const open = ground.snapOpen(lon, lat);
    if (!open) return { snap: null, reason: 'too-far-from-road' };
    const part = parts.ofEdge[open.edge];
    const point = isShut(open.edge)
      ? index.nearest(lon, lat, settings.snapLimitMetres, (edge) => parts.ofEdge[edge] === part && !isShut(edge))
      : open;
    return point
      ? { snap: join(ground, metric, { lon, lat, point, part }), reason: null }
      : { snap: null, reason: 'cut-by-closure' };
  }

  return ({ lon, lat }) => {
    if (lon === null || lat === null || !Number.isFinite(lon) || !Number.isFinite(lat))
      return { snap: null, reason: 'no-position' };
    let result = known.get(lon, lat);
    if (!result) known.set(lon, lat, (result = snapAt(lon, lat)));
    return result;
  };
}

/** Share of a length or time, half-up; the whole of an impassable arc stays impassable. */
export function share(whole: number, fraction: number): number {
  return whole === IMPASSABLE ? IMPASSABLE : Math.floor(whole * fraction + 0.5);
}

function join(
  { network, settings }: Ground,
  metric: RestrictedMetric,
  { lon, lat, point, part }: { lon: number; lat: number; point: NearestPoint; part: number }
): Snap {
  const { edge, fraction } = point;
  const forward = metric.msOf(2 * edge);
  const backward = metric.msOf(2 * edge + 1);
  const length = network.edgeLengthMm[edge];
  const atTail = fraction === 0;
  const atHead = fraction === 1;
  const walkMm = greatCircleMm(lon, lat, point.lon, point.lat);
  return {
    edge: edge as EdgeId,
    fraction,
    lon: point.lon,
    lat: point.lat,
    walkMm,
    walkMs: travelMs(walkMm, settings.walkKmh),
    toHeadMs: atHead ? 0 : share(forward, 1 - fraction),
    toTailMs: atTail ? 0 : share(backward, fraction),
    fromTailMs: atTail ? 0 : share(forward, fraction),
    fromHeadMs: atHead ? 0 : share(backward, 1 - fraction),
    toHeadMm: share(length, 1 - fraction),
    toTailMm: share(length, fraction),
    part
  };
}
