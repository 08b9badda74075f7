import type { EdgeId } from '../model/ids';
import type { Network } from '../network/network';
import type { RestrictedMetric } from './restrictions';
import type { Place, Route, Snap } from './routing';
import type { SnapPath } from './solver';

type Leg = Route['legs'][number];

/** A path between two snaps with its legs and its line from place to place. */
export function traceRoute(input: {
  network: Network;
  metric: RestrictedMetric;
  path: SnapPath;
  from: Place;
  to: Place;
  start: Snap;
  end: Snap;
}): Route {
  const { network, path, start, end } = input;
  const legs = legsOf(input);
  return {
    ms: path.ms,
    mm: path.mm,
    legs: legs.filter((leg) => leg.startShare !== leg.endShare),
    coordinates: coordinates(network, input, legs),
    walkStartMs: start.walkMs,
    walkEndMs: end.walkMs
  };
}

function legsOf({ metric, path, start, end }: Parameters<typeof traceRoute>[0]): Leg[] {
  if (path.direct) {
    const ms = path.ms - start.walkMs - end.walkMs;
    return [leg(start.edge, path.reverse, start.fraction, end.fraction, ms)];
  }
  const first = path.leavesByHead
    ? leg(start.edge, false, start.fraction, 1, start.toHeadMs)
    : leg(start.edge, true, start.fraction, 0, start.toTailMs);
  const last = path.entersByTail
    ? leg(end.edge, false, 0, end.fraction, end.fromTailMs)
    : leg(end.edge, true, 1, end.fraction, end.fromHeadMs);
  const middle = path.arcs.map((arc): Leg => {
    const edge = (arc >> 1) as EdgeId;
    return { edge, reverse: (arc & 1) === 1, startShare: 0, endShare: 1, ms: metric.msOf(arc) };
  });
  return [first, ...middle, last];
}

/** `fromFraction` and `toFraction` count from the edge's `from` node; shares from where the journey comes. */
function leg(edge: EdgeId, reverse: boolean, fromFraction: number, toFraction: number, ms: number): Leg {
  return reverse
    ? { edge, reverse, startShare: 1 - fromFraction, endShare: 1 - toFraction, ms }
    : { edge, reverse, startShare: fromFraction, endShare: toFraction, ms };
}

function coordinates(
  network: Network,
  { from, to, start, end }: { from: Place; to: Place; start: Snap; end: Snap },
  legs: readonly Leg[]
): [number, number][] {
  const line: [number, number][] = [];
  const add = (lon: number, lat: number): void => {
    const last = line[line.length - 1];
    if (!last || last[0] !== lon || last[1] !== lat) line.push([lon, lat]);
  };
  add(from.lon as number, from.lat as number);
  add(start.lon, start.lat);
  for (const { edge, reverse, endShare } of legs) {
    if (endShare !== 1) continue;
    const node = reverse ? network.edgeFrom[edge] : network.edgeTo[edge];
    add(network.nodeLonE7[node] / 1e7, network.nodeLatE7[node] / 1e7);
  }
  add(end.lon, end.lat);
  add(to.lon as number, to.lat as number);
  return line;
}
