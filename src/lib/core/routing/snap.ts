import { EARTH_RADIUS_M } from '../network/length';
import type { Network } from '../network/network';
import { layGrid } from './edge-grid';

const RADIANS = Math.PI / 180;
/** Metres of a degree of latitude. */
const SCALE = EARTH_RADIUS_M * RADIANS;

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
  if (network.edgeCount === 0) return { nearest: () => null };
  const grid = layGrid(network);
  return {
    nearest(lon, lat, limitMetres, accepts = () => true) {
      const search = { best: -1, metres: limitMetres };
      const perLat = SCALE / 1e7;
      const scaleX = SCALE * Math.cos(lat * RADIANS);
      const perLon = scaleX / 1e7;
      const x = lon * 1e7;
      const y = lat * 1e7;
      const column = Math.floor((x - grid.west) / grid.width);
      const row = Math.floor((y - grid.south) / grid.height);
      for (let ring = 0; ; ring++) {
        const [left, right, low, high] = [column - ring, column + ring, row - ring, row + ring];
        for (let at = Math.max(0, low); at <= Math.min(grid.rows - 1, high); at++) {
          // Between the lowest and the highest row of a ring only its two outer cells are new.
          const step = at === low || at === high ? 1 : Math.max(1, 2 * ring);
          for (let cell = left; cell <= right; cell += step)
            if (cell >= 0 && cell < grid.columns) look(search, at * grid.columns + cell, lon, lat, scaleX, accepts);
        }
        // What is nearer than the ring's border has been seen; a millimetre less, so that no rounding tells it otherwise.
        const border = Math.min(
          (x - (grid.west + left * grid.width)) * perLon,
          (grid.west + (right + 1) * grid.width - x) * perLon,
          (y - (grid.south + low * grid.height)) * perLat,
          (grid.south + (high + 1) * grid.height - y) * perLat
        );
        if (search.metres < border - 0.001) break;
      }
      return search.best < 0 ? null : nearestOnEdge(network, search.best, lon, lat);
    }
  };

  function look(
    search: { best: number; metres: number },
    cell: number,
    lon: number,
    lat: number,
    scaleX: number,
    accepts: (edge: number) => boolean
  ): void {
    for (let i = grid.start[cell]; i < grid.start[cell + 1]; i++) {
      const edge = grid.edge[i];
      const { metres } = project(network, edge, lon, lat, scaleX);
      if (metres > search.metres || (metres === search.metres && search.best >= 0 && edge >= search.best)) continue;
      if (!accepts(edge)) continue;
      search.best = edge;
      search.metres = metres;
    }
  }
}

/** Nearest point of one edge in the plane about the place. */
export function nearestOnEdge(network: Network, edge: number, lon: number, lat: number): NearestPoint {
  const { fraction, metres } = project(network, edge, lon, lat, SCALE * Math.cos(lat * RADIANS));
  const from = network.edgeFrom[edge];
  const to = network.edgeTo[edge];
  const lonA = network.nodeLonE7[from] / 1e7;
  const latA = network.nodeLatE7[from] / 1e7;
  const lonB = network.nodeLonE7[to] / 1e7;
  const latB = network.nodeLatE7[to] / 1e7;
  if (fraction === 0) return { edge, fraction, lon: lonA, lat: latA, metres };
  if (fraction === 1) return { edge, fraction, lon: lonB, lat: latB, metres };
  return { edge, fraction, lon: lonA + fraction * (lonB - lonA), lat: latA + fraction * (latB - latA), metres };
}

function project(
  network: Network,
  edge: number,
  lon: number,
  lat: number,
  scaleX: number
): { fraction: number; metres: number } {
  const from = network.edgeFrom[edge];
  const to = network.edgeTo[edge];
  const lonA = network.nodeLonE7[from] / 1e7;
  const latA = network.nodeLatE7[from] / 1e7;
  const lonB = network.nodeLonE7[to] / 1e7;
  const latB = network.nodeLatE7[to] / 1e7;
  const ax = (lonA - lon) * scaleX;
  const ay = (latA - lat) * SCALE;
  const dx = (lonB - lonA) * scaleX;
  const dy = (latB - latA) * SCALE;
  const square = dx * dx + dy * dy;
  const fraction = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  // An end is measured from its own coordinates, so that edges meeting there tie exactly.
  const px = fraction === 0 ? ax : fraction === 1 ? (lonB - lon) * scaleX : ax + fraction * dx;
  const py = fraction === 0 ? ay : fraction === 1 ? (latB - lat) * SCALE : ay + fraction * dy;
  return { fraction, metres: Math.sqrt(px * px + py * py) };
}

/** Great-circle length by the haversine formula between two positions in degrees: whole millimetres, half-up. */
export function greatCircleMm(lonA: number, latA: number, lonB: number, latB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon * sinLon;
  return Math.floor(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h))) * 1000 + 0.5);
}
