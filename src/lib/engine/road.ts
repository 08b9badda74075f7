import { NO_ELEVATION, ROAD_CLASSES, SURFACES, type Network } from '../core/network/network';
import type { EdgeId } from '../core/model/ids';
import type { AnalysisSettings } from '../core/model/situation';
import { explainSpeed } from '../core/routing/metric';
import type { RoadRouter } from '../core/routing/router';
import type { EdgeRestriction } from '../core/routing/routing';
import type { TravelScenario } from '../core/routing/scenario';
import type { RoadInfo, SpeedInfo } from './protocol';

export interface RoadInput {
  network: Network;
  scenario: TravelScenario;
  settings: AnalysisSettings;
  router: RoadRouter;
  restrictions: readonly EdgeRestriction[];
}

/** The nearest road the vehicle may use when it is open, at most `maxMetres` from the point; null where there is none. */
export function nearestRoad(input: RoadInput, at: { lon: number; lat: number; maxMetres: number }): RoadInfo | null {
  const point = input.router.ground.index.nearest(at.lon, at.lat, at.maxMetres);
  return point ? describeRoad(input, point.edge) : null;
}

/** Facts of one edge and the stretch between its junctions. */
export function describeRoad({ network, scenario, settings, restrictions }: RoadInput, edge: number): RoadInfo {
  const way = network.edgeWay[edge];
  const speed = (reverse: boolean): SpeedInfo | null =>
    explainSpeed(network, scenario, { edge, reverse, vehicle: settings.vehicle, season: settings.season });
  return {
    edge,
    wayId: network.wayOsmId[way],
    fromNode: network.nodeOsmId[network.edgeFrom[edge]],
    toNode: network.nodeOsmId[network.edgeTo[edge]],
    name: network.strings[network.wayName[way]],
    ref: network.strings[network.wayRef[way]],
    roadClass: ROAD_CLASSES[network.wayClass[way]],
    surface: SURFACES[network.waySurface[way]],
    lengthMm: network.edgeLengthMm[edge],
    grade: hasElevation(network, edge) ? network.edgeGrade[edge] / 10_000 : 0,
    forward: speed(false),
    backward: speed(true),
    stretch: stretchOf(network, edge),
    speedPercent: restrictions.reduce(
      (least, each) => (each.edge === edge ? Math.min(least, each.speedPercent) : least),
      100
    )
  };
}

/** Reference and name of the first edge's way, e.g. `RN2 Route de l'Est`; empty where it bears none. */
export function roadName({ strings, wayRef, wayName, edgeWay }: Network, edges: readonly EdgeId[]): string {
  if (edges.length === 0) return '';
  const way = edgeWay[edges[0]];
  return [strings[wayRef[way]], strings[wayName[way]]].filter(Boolean).join(' ');
}

/** Lines of a set of edges, joined where one ends at the next one's start. */
export function linesOf(network: Network, edges: readonly EdgeId[]): [number, number][][] {
  const lines: [number, number][][] = [];
  let end = -1;
  for (const edge of edges) {
    const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
    if (from !== end) lines.push([position(network, from)]);
    lines[lines.length - 1].push(position(network, to));
    end = to;
  }
  return lines;
}

/** The edges of the same way on both sides, as far as the next node where another road meets. */
function stretchOf(network: Network, edge: number): RoadInfo['stretch'] {
  const degree = degreesOf(network);
  const isWhole = (a: number, b: number) =>
    b < network.edgeCount && network.edgeWay[a] === network.edgeWay[b] && network.edgeTo[a] === network.edgeFrom[b];
  let first = edge;
  let last = edge;
  // Edges of a way stand in file order; a ring without junctions ends where it starts.
  while (first > 0 && degree[network.edgeFrom[first]] === 2 && isWhole(first - 1, first)) first--;
  while (degree[network.edgeTo[last]] === 2 && isWhole(last, last + 1)) last++;
  // A closed ring has one node at both ends, which would name no stretch: it is left out by one edge.
  if (network.edgeFrom[first] === network.edgeTo[last] && first < last) {
    if (edge === last) first++;
    else last--;
  }
  const edges = Array.from({ length: last - first + 1 }, (_, i) => (first + i) as EdgeId);
  return {
    fromNode: network.nodeOsmId[network.edgeFrom[first]],
    toNode: network.nodeOsmId[network.edgeTo[last]],
    lengthMm: edges.reduce((sum, each) => sum + network.edgeLengthMm[each], 0),
    coordinates: linesOf(network, edges)[0]
  };
}

const degrees = new WeakMap<Network, Uint16Array>();

/** Edges that meet at each node. */
function degreesOf(network: Network): Uint16Array {
  let degree = degrees.get(network);
  if (!degree) {
    degree = new Uint16Array(network.nodeCount);
    for (let edge = 0; edge < network.edgeCount; edge++) {
      degree[network.edgeFrom[edge]]++;
      degree[network.edgeTo[edge]]++;
    }
    degrees.set(network, degree);
  }
  return degree;
}

function position({ nodeLonE7, nodeLatE7 }: Network, node: number): [number, number] {
  return [nodeLonE7[node] / 1e7, nodeLatE7[node] / 1e7];
}

function hasElevation({ nodeElevation, edgeFrom, edgeTo }: Network, edge: number): boolean {
  return nodeElevation[edgeFrom[edge]] !== NO_ELEVATION && nodeElevation[edgeTo[edge]] !== NO_ELEVATION;
}
