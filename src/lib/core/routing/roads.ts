import { createLiveWeights, type LiveWeights } from '../hierarchy/live-weights';
import { buildHierarchy, type Hierarchy } from '../hierarchy/hierarchy';
import { makeKernel } from '../hierarchy/make-kernel';
import { IMPASSABLE, type Network } from '../network/network';
import type { Metric } from './metric';
import { findParts, type Parts } from './parts';
import { indexEdges, type EdgeIndex } from './snap';
import { buildTopology, isUsable, type Topology } from './topology';

/** What all metrics of a network share. */
export interface Roads {
  topology: Topology;
  /** Of all edges. */
  index: EdgeIndex;
  /** Null where the network has no order: its answers come from plain searches. */
  hierarchy: Hierarchy | null;
}

/** What all routers over one open metric share. */
export interface MetricRoads {
  topology: Topology;
  parts: Parts;
  /** Of the edges the vehicle can use. */
  index: EdgeIndex;
  /** Whether the open network has a way from one part to another. */
  leadsTo(fromPart: number, toPart: number): boolean;
  /** The hierarchy with this metric's weights, made when first asked for; null without a hierarchy. */
  live(): LiveWeights | null;
}

const ofNetwork = new WeakMap<Network, Roads>();
const ofMetric = new WeakMap<Metric, MetricRoads>();

/** Made once for each network, from what never changes. */
export function roadsOf(network: Network): Roads {
  let roads = ofNetwork.get(network);
  if (!roads) {
    roads = {
      topology: buildTopology(network),
      index: indexEdges(network),
      hierarchy: network.order && buildHierarchy(network, network.order)
    };
    ofNetwork.set(network, roads);
  }
  return roads;
}

/** Made once for each open metric of a network. */
export function metricRoadsOf(network: Network, metric: Metric): MetricRoads {
  let found = ofMetric.get(metric);
  if (!found) ofMetric.set(metric, (found = prepare(network, metric)));
  return found;
}

function prepare(network: Network, metric: Metric): MetricRoads {
  const { topology, index, hierarchy } = roadsOf(network);
  const parts = findParts(network, topology, metric);
  let live: LiveWeights | null = null;
  return {
    topology,
    parts,
    index: {
      nearest: (lon, lat, limitMetres, accepts = () => true) =>
        index.nearest(lon, lat, limitMetres, (edge) => isUsable(metric.ms, edge) && accepts(edge))
    },
    leadsTo: reachAmong(network, metric, parts),
    live: () => (live ??= hierarchy && createLiveWeights(hierarchy, network, metric.ms, makeKernel))
  };
}

/** Which parts lead to which, by the arcs between them; what one leads to is remembered. */
function reachAmong({ edgeFrom, edgeTo }: Network, { ms }: Metric, { ofNode }: Parts): MetricRoads['leadsTo'] {
  const next = new Map<number, Set<number>>();
  const join = (from: number, to: number): void => {
    const known = next.get(from);
    if (known) known.add(to);
    else next.set(from, new Set([to]));
  };
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    const a = ofNode[edgeFrom[edge]];
    const b = ofNode[edgeTo[edge]];
    if (a === b) continue;
    if (ms[2 * edge] !== IMPASSABLE) join(a, b);
    if (ms[2 * edge + 1] !== IMPASSABLE) join(b, a);
  }
  const reach = new Map<number, ReadonlySet<number>>();
  return (fromPart, toPart) => {
    if (fromPart === toPart) return true;
    let reached = reach.get(fromPart);
    if (!reached) reach.set(fromPart, (reached = reachedFrom(next, fromPart)));
    return reached.has(toPart);
  };
}

/** The part itself and all it leads to. */
function reachedFrom(next: ReadonlyMap<number, ReadonlySet<number>>, part: number): ReadonlySet<number> {
  const reached = new Set([part]);
  for (const each of reached) for (const to of next.get(each) ?? []) reached.add(to);
  return reached;
}
