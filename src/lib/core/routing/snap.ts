import Flatbush from 'flatbush';
import { EARTH_RADIUS_M } from '../network/length';
import type { Network } from '../network/network';

const RADIANS = Math.PI / 180;

/** The nearest point of a road to a place; metres in the plane about the place. */
export interface NearestPoint {
  edge: number;
  fraction: number;
  lon: number;
  lat: number;
  metres: number;
}

export interface EdgeIndex {
  /**
   * Nearest point, at most `limitMetres` away, on any indexed edge that `accepts`; ties go to the lowest edge. Distances
   * are taken in the equirectangular projection about the place: x = R·Δλ·cos φ₀, y = R·Δφ.
   */
  nearest(lon: number, lat: number, limitMetres: number, accepts?: (edge: number) => boolean): NearestPoint | null;
}

/** Spatial index of all edges. */
export function indexEdges(network: Network): EdgeIndex {
  const { nodeLonE7, nodeLatE7, edgeFrom, edgeTo, edgeCount } = network;
  if (edgeCount === 0) return { nearest: () => null };
  const tree = new Flatbush(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const a = edgeFrom[edge];
    const b = edgeTo[edge];
    tree.add(
      Math.min(nodeLonE7[a], nodeLonE7[b]),
      Math.min(nodeLatE7[a], nodeLatE7[b]),
      Math.max(nodeLonE7[a], nodeLonE7[b]),
      Math.max(nodeLatE7[a], nodeLatE7[b])
    );
  }
  tree.finish();
  return {
    nearest(lon, lat, limitMetres, accepts = () => true) {
      for (let radius = Math.min(100, limitMetres); ; radius = Math.min(radius * 4, limitMetres)) {
        const found = nearestWithin(radius, lon, lat, accepts);
        if (found || radius >= limitMetres) return found;
      }
    }
  };

  function nearestWithin(
    radius: number,
    lon: number,
    lat: number,
    accepts: (edge: number) => boolean
  ): NearestPoint | null {
    // One unit of 1e-7° wider, so that rounding never leaves out an edge at exactly the radius.
    const high = (radius / EARTH_RADIUS_M / RADIANS) * 1e7 + 1;
    const wide = high / Math.max(Math.cos(lat * RADIANS), 1e-6) + 1;
    const x = lon * 1e7;
    const y = lat * 1e7;
    let best: NearestPoint | null = null;
    for (const edge of tree.search(x - wide, y - high, x + wide, y + high)) {
      if (!accepts(edge)) continue;
      const point = nearestOnEdge(network, edge, lon, lat);
      if (point.metres > radius) continue;
      if (!best || point.metres < best.metres || (point.metres === best.metres && edge < best.edge)) best = point;
    }
    return best;
  }
}

/** Nearest point of one edge in the plane about the place. */
export function nearestOnEdge(network: Network, edge: number, lon: number, lat: number): NearestPoint {
  const from = network.edgeFrom[edge];
  const to = network.edgeTo[edge];
  const lonA = network.nodeLonE7[from] / 1e7;
  const latA = network.nodeLatE7[from] / 1e7;
  const lonB = network.nodeLonE7[to] / 1e7;
  const latB = network.nodeLatE7[to] / 1e7;
  const scaleY = EARTH_RADIUS_M * RADIANS;
  const scaleX = scaleY * Math.cos(lat * RADIANS);
  const ax = (lonA - lon) * scaleX;
  const ay = (latA - lat) * scaleY;
  const dx = (lonB - lonA) * scaleX;
  const dy = (latB - latA) * scaleY;
  const square = dx * dx + dy * dy;
  const fraction = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  // An end is measured from its own coordinates, so that edges meeting there tie exactly.
  if (fraction === 0) return { edge, fraction, lon: lonA, lat: latA, metres: Math.sqrt(ax * ax + ay * ay) };
  if (fraction === 1) {
    const bx = (lonB - lon) * scaleX;
    const by = (latB - lat) * scaleY;
    return { edge, fraction, lon: lonB, lat: latB, metres: Math.sqrt(bx * bx + by * by) };
  }
  const px = ax + fraction * dx;
  const py = ay + fraction * dy;
  return {
    edge,
    fraction,
    lon: lonA + fraction * (lonB - lonA),
    lat: latA + fraction * (latB - latA),
    metres: Math.sqrt(px * px + py * py)
  };
}

/** Great-circle length by the haversine formula between two positions in degrees: whole millimetres, half-up. */
export function greatCircleMm(lonA: number, latA: number, lonB: number, latB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon * sinLon;
  return Math.floor(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h))) * 1000 + 0.5);
}
