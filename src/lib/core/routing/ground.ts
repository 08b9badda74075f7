import { IMPASSABLE, type Network } from '../network/network';
import type { Metric } from './metric';
import { findParts, type Parts } from './parts';
import type { Place, RouterSettings } from './routing';
import { indexEdges, type EdgeIndex, type NearestPoint } from './snap';
import { buildTopology, isUsable, type Topology } from './topology';

export interface GroundInput {
  network: Network;
  /** Metric of the open network, without closures. */
  metric: Metric;
  /** Facilities: a part that holds one takes places however short its roads. */
  anchors: readonly Place[];
  settings: RouterSettings;
}

/** What does not change with closures: topology, parts, spatial index and snaps of the open network. */
export interface Ground extends GroundInput {
  topology: Topology;
  parts: Parts;
  index: EdgeIndex;
  /** Anchors that lie in each part that has one. */
  anchorsOfPart: ReadonlyMap<number, readonly string[]>;
  isReachable(part: number): boolean;
  /** Whether the open network has a way from one part to another. */
  leadsTo(fromPart: number, toPart: number): boolean;
  /** Snap on the open network, remembered by position. */
  snapOpen(lon: number, lat: number): NearestPoint | null;
}

/** A strongly connected part as the checker shows it. */
export interface PartSummary {
  part: number;
  edges: number;
  roadMm: number;
  reachable: boolean;
  anchorIds: readonly string[];
  /** west, south, east, north in degrees. */
  bbox: [number, number, number, number];
}

/** Does the work that all routers over one metric share. */
export function prepareGround(input: GroundInput): Ground {
  const { network, metric, anchors, settings } = input;
  const topology = buildTopology(network, metric);
  const parts = findParts(network, topology, metric);
  const index = indexEdges(network, (edge) => isUsable(metric.ms, edge));
  const anchorsOfPart = new Map<number, string[]>();
  for (const { id, lon, lat } of anchors) {
    if (lon === null || lat === null) continue;
    const nearest = index.nearest(lon, lat, settings.snapLimitMetres);
    const part = nearest ? parts.ofEdge[nearest.edge] : -1;
    if (part >= 0) anchorsOfPart.set(part, [...(anchorsOfPart.get(part) ?? []), id]);
  }
  const isReachable = (part: number): boolean =>
    part >= 0 && (parts.roadMm[part] >= settings.reachableRoadMetres * 1000 || anchorsOfPart.has(part));
  const snaps = new Map<string, NearestPoint | null>();
  const reach = new Map<number, Uint8Array>();

  return {
    ...input,
    topology,
    parts,
    index,
    anchorsOfPart,
    isReachable,
    leadsTo(fromPart, toPart) {
      if (fromPart === toPart) return true;
      let reached = reach.get(fromPart);
      if (!reached) reach.set(fromPart, (reached = partsReachedFrom(topology, metric, parts, fromPart)));
      return reached[toPart] === 1;
    },
    snapOpen(lon, lat) {
      const key = `${lon},${lat}`;
      let found = snaps.get(key);
      if (found === undefined) {
        found = index.nearest(lon, lat, settings.snapLimitMetres, (edge) => isReachable(parts.ofEdge[edge]));
        snaps.set(key, found);
      }
      return found;
    }
  };
}

/** Parts with roads, longest first: what stays unconnected is named, never dropped. */
export function describeParts({ network, parts, anchorsOfPart, isReachable }: Ground): PartSummary[] {
  const boxes = new Map<number, PartSummary['bbox']>();
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (parts.ofEdge[edge] < 0) continue;
    let box = boxes.get(parts.ofEdge[edge]);
    if (!box) boxes.set(parts.ofEdge[edge], (box = [180, 90, -180, -90]));
    for (const node of [network.edgeFrom[edge], network.edgeTo[edge]]) {
      const lon = network.nodeLonE7[node] / 1e7;
      const lat = network.nodeLatE7[node] / 1e7;
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  return [...boxes]
    .map(([part, bbox]) => ({
      part,
      edges: parts.edges[part],
      roadMm: parts.roadMm[part],
      reachable: isReachable(part),
      anchorIds: anchorsOfPart.get(part) ?? [],
      bbox
    }))
    .sort((a, b) => b.roadMm - a.roadMm || a.part - b.part);
}

function partsReachedFrom(topology: Topology, { ms }: Metric, { ofNode, count }: Parts, part: number): Uint8Array {
  const reached = new Uint8Array(count);
  const seen = new Uint8Array(topology.nodeCount);
  const queue: number[] = [];
  for (let node = 0; node < topology.nodeCount; node++) {
    if (ofNode[node] !== part) continue;
    seen[node] = 1;
    queue.push(node);
  }
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    reached[ofNode[node]] = 1;
    for (let i = topology.start[node]; i < topology.start[node + 1]; i++) {
      const to = topology.head[i];
      if (ms[topology.arc[i]] === IMPASSABLE || seen[to]) continue;
      seen[to] = 1;
      queue.push(to);
    }
  }
  return reached;
}
