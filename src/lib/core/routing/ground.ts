import type { Network } from '../network/network';
import type { Metric } from './metric';
import { createPositionMap } from './position-map';
import { metricRoadsOf, type MetricRoads } from './roads';
import type { Place, RouterSettings } from './routing';
import type { NearestPoint } from './snap';

export interface GroundInput {
  network: Network;
  /** Metric of the open network, without closures. */
  metric: Metric;
  /** Facilities: a part that holds one takes places however short its roads. */
  anchors: readonly Place[];
  settings: RouterSettings;
}

/** What does not change with closures: topology, parts, spatial index, hierarchy and snaps of the open network. */
export interface Ground extends GroundInput, MetricRoads {
  /** Anchors that lie in each part that has one. */
  anchorsOfPart: ReadonlyMap<number, readonly string[]>;
  isReachable(part: number): boolean;
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

/** Does the work that all routers over one metric with the same anchors share. */
export function prepareGround(input: GroundInput): Ground {
  const { network, metric, anchors, settings } = input;
  const roads = metricRoadsOf(network, metric);
  const { parts, index } = roads;
  const anchorsOfPart = new Map<number, string[]>();
  for (const { id, lon, lat } of anchors) {
    if (lon === null || lat === null) continue;
    const nearest = index.nearest(lon, lat, settings.snapLimitMetres);
    const part = nearest ? parts.ofEdge[nearest.edge] : -1;
    if (part >= 0) anchorsOfPart.set(part, [...(anchorsOfPart.get(part) ?? []), id]);
  }
  const isReachable = (part: number): boolean =>
    part >= 0 && (parts.roadMm[part] >= settings.reachableRoadMetres * 1000 || anchorsOfPart.has(part));
  const snaps = createPositionMap<NearestPoint | null>();

  return {
    ...input,
    ...roads,
    anchorsOfPart,
    isReachable,
    snapOpen(lon, lat) {
      let found = snaps.get(lon, lat);
      if (found === undefined) {
        found = index.nearest(lon, lat, settings.snapLimitMetres, (edge) => isReachable(parts.ofEdge[edge]));
        snaps.set(lon, lat, found);
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
