import type { MapClosure, MapRoute, Position } from './model';

interface LineFeature {
  type: 'Feature';
  properties: { kind: string; id: string };
  geometry: { type: 'LineString'; coordinates: Position[] };
}
export interface LineCollection {
  type: 'FeatureCollection';
  features: LineFeature[];
}

/** Routes and closures as lines the style draws by `kind`. */
export function planLines(routes: readonly MapRoute[], closures: readonly MapClosure[]): LineCollection {
  const line = (kind: string, id: string, coordinates: Position[]): LineFeature => ({
    type: 'Feature',
    properties: { kind, id },
    geometry: { type: 'LineString', coordinates }
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...routes.map((route) => line(route.kind, route.id, route.coordinates)),
      ...closures.flatMap((closure) => {
        const kind = `${closure.speedPercent === 0 ? 'closed' : 'slow'}${closure.planned ? '-plan' : ''}`;
        return closure.coordinates.map((coordinates) => line(kind, closure.id, coordinates));
      })
    ]
  };
}

/** The point half-way along the longest line of a closure, where its sign stands; null without geometry. */
export function closureMiddle(closure: MapClosure): Position | null {
  let best: Position[] | null = null;
  let bestLength = -1;
  for (const line of closure.coordinates) {
    const length = lengthOf(line);
    if (length > bestLength) [best, bestLength] = [line, length];
  }
  if (!best || best.length === 0) return null;
  return pointAlong(best, bestLength / 2);
}

function lengthOf(line: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += step(line[i - 1], line[i]);
  return sum;
}

/** Plane distance with longitude shrunk by latitude: enough to find a middle. */
function step(a: Position, b: Position): number {
  return Math.hypot((b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180), b[1] - a[1]);
}

/** Point at a distance (same units as `step`) along a line. */
export function pointAlong(line: readonly Position[], distance: number): Position {
  let left = distance;
  for (let i = 1; i < line.length; i++) {
    const length = step(line[i - 1], line[i]);
    if (length >= left && length > 0) {
      const share = left / length;
      return [
        line[i - 1][0] + (line[i][0] - line[i - 1][0]) * share,
        line[i - 1][1] + (line[i][1] - line[i - 1][1]) * share
      ];
    }
    left -= length;
  }
  return line[line.length - 1];
}

/** Where a route's tag stands, as a share of its length: an approach and the way on from it often share roads. */
const TAG_AT: Record<MapRoute['kind'], number> = { route: 0.65, approach: 0.35, detour: 0.5, catchment: 0.5 };

/** The point of a route where its tag stands; null without geometry. */
export function routeTagPoint({ kind, coordinates }: MapRoute): Position | null {
  return coordinates.length === 0 ? null : pointAlong(coordinates, lengthOf(coordinates) * TAG_AT[kind]);
}
