import { BARRIER_KINDS, ROAD_CLASSES, SURFACES, WayFlag } from '../../src/lib/core/network/network';
import { orderNetwork } from '../../src/lib/core/hierarchy/order-network';
import type { BarrierKind, Network, RoadClass, Surface } from '../../src/lib/core/network/network';
import { greatCircleMm } from '../../src/lib/core/routing/snap';

export interface TinyNode {
  id: number;
  lon: number;
  lat: number;
  barrier?: BarrierKind;
}

export interface TinyWay {
  id: number;
  nodes: number[];
  roadClass?: RoadClass;
  surface?: Surface;
  oneway?: boolean;
  maxspeed?: number;
  /** Per cent, along the way's direction, of every segment. */
  gradePercent?: number;
  flags?: number;
  durationSeconds?: number;
}

const TWO_WAY =
  WayFlag.carForward |
  WayFlag.carBackward |
  WayFlag.motorcycleForward |
  WayFlag.motorcycleBackward |
  WayFlag.footForward |
  WayFlag.footBackward;
const ONE_WAY = WayFlag.carForward | WayFlag.motorcycleForward | WayFlag.footForward | WayFlag.footBackward;

/** A network written by hand: nodes and ways as OSM would give them, lengths by the great circle. */
export function tinyNetwork(nodes: TinyNode[], ways: TinyWay[]): Network {
  const at = new Map(nodes.map((node, i) => [node.id, i]));
  const lonE7 = Int32Array.from(nodes, (node) => Math.round(node.lon * 1e7));
  const latE7 = Int32Array.from(nodes, (node) => Math.round(node.lat * 1e7));
  const edges = ways.flatMap((way, index) =>
    way.nodes.slice(1).map((to, i) => {
      const a = at.get(way.nodes[i]) as number;
      const b = at.get(to) as number;
      const mm = greatCircleMm(lonE7[a] / 1e7, latE7[a] / 1e7, lonE7[b] / 1e7, latE7[b] / 1e7);
      return { from: a, to: b, way: index, mm, grade: Math.round((way.gradePercent ?? 0) * 100) };
    })
  );
  const network: Network = {
    nodeCount: nodes.length,
    edgeCount: edges.length,
    wayCount: ways.length,
    nodeOsmId: Float64Array.from(nodes, (node) => node.id),
    nodeLonE7: lonE7,
    nodeLatE7: latE7,
    nodeElevation: new Int16Array(nodes.length),
    nodeBarrier: Uint8Array.from(nodes, (node) => BARRIER_KINDS.indexOf(node.barrier ?? 'none')),
    edgeFrom: Uint32Array.from(edges, (edge) => edge.from),
    edgeTo: Uint32Array.from(edges, (edge) => edge.to),
    edgeWay: Uint32Array.from(edges, (edge) => edge.way),
    edgeLengthMm: Uint32Array.from(edges, (edge) => edge.mm),
    edgeGrade: Int16Array.from(edges, (edge) => edge.grade),
    wayOsmId: Float64Array.from(ways, (way) => way.id),
    wayClass: Uint8Array.from(ways, (way) => ROAD_CLASSES.indexOf(way.roadClass ?? 'primary')),
    waySurface: Uint8Array.from(ways, (way) => SURFACES.indexOf(way.surface ?? 'unknown')),
    wayFlags: Uint32Array.from(ways, (way) => way.flags ?? (way.oneway ? ONE_WAY : TWO_WAY)),
    wayMaxspeedForward: Uint8Array.from(ways, (way) => way.maxspeed ?? 0),
    wayMaxspeedBackward: Uint8Array.from(ways, (way) => way.maxspeed ?? 0),
    wayDuration: Uint32Array.from(ways, (way) => way.durationSeconds ?? 0),
    wayLengthMm: Float64Array.from(ways, (_, index) =>
      edges.filter((edge) => edge.way === index).reduce((sum, edge) => sum + edge.mm, 0)
    ),
    wayName: new Uint32Array(ways.length),
    wayRef: new Uint32Array(ways.length),
    strings: [''],
    order: null
  };
  network.order = orderNetwork(network);
  return network;
}
