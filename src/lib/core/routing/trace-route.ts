import type { EdgeId } from '../model/ids';
import type { Network } from '../network/network';
import type { Search } from './dijkstra';
import type { Metric } from './metric';
import { alongEdge, joinPair, snapNodes, startSeeds } from './pair';
import type { Place, Route, Snap } from './routing';

type Leg = Route['legs'][number];

/** The quickest way between two snaps with its geometry; null where there is none. */
export function traceRoute(input: {
  network: Network;
  metric: Metric;
  search: Search;
  from: Place;
  to: Place;
  start: Snap;
  end: Snap;
}): Route | null {
  const { network, metric, search, start, end } = input;
  search.run({ seeds: startSeeds(network, start), until: snapNodes(network, end) });
  const best = joinPair({
    network,
    metric,
    from: start,
    to: end,
    nodeMs: search.ms,
    nodeMm: search.mm,
    backward: false
  });
  if (!best.end) return null;
  const legs = best.end === 'direct' ? directLeg(network, metric, start, end) : nodeLegs(input, best.end);
  return {
    ms: best.ms,
    mm: best.mm,
    legs: legs.filter((leg) => leg.startShare !== leg.endShare),
    coordinates: coordinates(network, input, legs),
    walkStartMs: start.walkMs,
    walkEndMs: end.walkMs
  };
}

function directLeg(network: Network, metric: Metric, start: Snap, end: Snap): Leg[] {
  const along = alongEdge(metric, network, start, end);
  if (!along) return [];
  return [leg(start.edge, along.reverse, start.fraction, end.fraction, along.ms)];
}

function nodeLegs(
  { network, metric, search, start, end }: Parameters<typeof traceRoute>[0],
  entry: 'head' | 'tail'
): Leg[] {
  const [tail, head] = snapNodes(network, end);
  const middle: Leg[] = [];
  let node = entry === 'tail' ? tail : head;
  for (let arc = search.via[node]; arc >= 0; arc = search.via[node]) {
    const edge = (arc >> 1) as EdgeId;
    const reverse = (arc & 1) === 1;
    middle.push({ edge, reverse, startShare: 0, endShare: 1, ms: metric.ms[arc] });
    node = reverse ? network.edgeTo[edge] : network.edgeFrom[edge];
  }
  middle.reverse();
  const leavesByHead = leftByHead(network, search, start, node);
  const first = leavesByHead
    ? leg(start.edge, false, start.fraction, 1, start.toHeadMs)
    : leg(start.edge, true, start.fraction, 0, start.toTailMs);
  const last =
    entry === 'tail'
      ? leg(end.edge, false, 0, end.fraction, end.fromTailMs)
      : leg(end.edge, true, 1, end.fraction, end.fromHeadMs);
  return [first, ...middle, last];
}

/** Which end of the start edge the path's first node is; a loop edge leaves by its cheaper end. */
function leftByHead(network: Network, search: Search, start: Snap, node: number): boolean {
  const [tail, head] = snapNodes(network, start);
  if (tail !== head) return node === head;
  return search.ms[node] === start.walkMs + start.toHeadMs && search.mm[node] === start.toHeadMm;
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
