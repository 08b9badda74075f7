import { landCell, landCentre, type Land } from '../../src/lib/core/grid/land';
import { landGround, type OffRoadKmh } from '../../src/lib/core/grid/land-ground';
import { IMPASSABLE } from '../../src/lib/core/network/network';
import type { RoadRouter } from '../../src/lib/core/routing/router';
import type { Place } from '../../src/lib/core/routing/routing';
import { explicitArcs } from './grid-oracle';

/**
 * Least milliseconds from one place to another by walk, drive and, where the other has no road, walk again: Dijkstra
 * without a queue over one explicit graph of cells before the drive, road nodes, points along roads, cells after it.
 */
export function oracleOverLand(router: RoadRouter, land: Land, kmh: OffRoadKmh, from: Place, to: Place): number {
  const { network, parts, isReachable } = router.ground;
  const ground = landGround(land, kmh);
  const cells = land.columns * land.rows;
  const before = (cell: number) => cell;
  const after = (cell: number) => cells + cell;
  const road = (node: number) => 2 * cells + node;
  const arcs: [number, number, number][] = [];
  let vertices = 2 * cells + network.nodeCount;
  for (const { from: a, to: b, seconds } of explicitArcs(ground, 16)) {
    const ms = Math.round(seconds * 1000);
    arcs.push([before(a), before(b), ms], [after(a), after(b), ms]);
  }
  for (let cell = 0; cell < cells; cell++) arcs.push([before(cell), after(cell), 0]);
  const goal = vertices++;
  const end = router.snap(to).snap;
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const [a, b] = [network.edgeFrom[edge], network.edgeTo[edge]];
    const [there, back] = [router.metric.msOf(2 * edge), router.metric.msOf(2 * edge + 1)];
    if (there !== IMPASSABLE) arcs.push([road(a), road(b), there]);
    if (back !== IMPASSABLE) arcs.push([road(b), road(a), back]);
    if ((there === IMPASSABLE && back === IMPASSABLE) || !isReachable(parts.ofEdge[edge])) continue;
    const pieces = Math.max(1, Math.ceil(network.edgeLengthMm[edge] / 1000 / (land.cellMetres / 2)));
    for (let i = 0; i <= pieces; i++) {
      const f = i / pieces;
      const [lonA, latA] = [network.nodeLonE7[a] / 1e7, network.nodeLatE7[a] / 1e7];
      const [lonB, latB] = [network.nodeLonE7[b] / 1e7, network.nodeLatE7[b] / 1e7];
      const cell = landCell(land, lonA + (lonB - lonA) * f, latA + (latB - latA) * f);
      if (cell < 0) continue;
      const on = vertices++;
      const off = vertices++;
      arcs.push([before(cell), on, 0], [off, after(cell), 0]);
      if (there !== IMPASSABLE || i === pieces)
        arcs.push([on, road(b), i === pieces ? 0 : Math.round(there * (1 - f))]);
      if (back !== IMPASSABLE || i === 0) arcs.push([on, road(a), i === 0 ? 0 : Math.round(back * f)]);
      if (there !== IMPASSABLE || i === 0) arcs.push([road(a), off, i === 0 ? 0 : Math.round(there * f)]);
      if (back !== IMPASSABLE || i === pieces) arcs.push([road(b), off, i === pieces ? 0 : Math.round(back * (1 - f))]);
      if (end?.edge !== edge) continue;
      const along = Math.abs(end.fraction - f);
      const whole = end.fraction < f ? back : there;
      if (along === 0 || whole !== IMPASSABLE)
        arcs.push([on, goal, (along === 0 ? 0 : Math.round(whole * along)) + end.walkMs]);
    }
  }
  if (end) {
    const [a, b] = [network.edgeFrom[end.edge], network.edgeTo[end.edge]];
    if (end.fromTailMs !== IMPASSABLE) arcs.push([road(a), goal, end.fromTailMs + end.walkMs]);
    if (end.fromHeadMs !== IMPASSABLE) arcs.push([road(b), goal, end.fromHeadMs + end.walkMs]);
  }
  // A place with a road of its own is reached over it, or on foot all the way.
  const last = landCell(land, to.lon as number, to.lat as number);
  if (last >= 0 && ground.mode[last] !== 255) arcs.push([end ? before(last) : after(last), goal, 0]);
  const first = landCell(land, from.lon as number, from.lat as number);
  if (first < 0 || ground.mode[first] === 255) return Infinity;
  return shortest(arcs, vertices, before(first), goal);
}

function shortest(arcs: [number, number, number][], vertices: number, start: number, goal: number): number {
  const leaving: [number, number][][] = Array.from({ length: vertices }, () => []);
  for (const [a, b, ms] of arcs) leaving[a].push([b, ms]);
  const best = leaving.map(() => Infinity);
  best[start] = 0;
  const open = new Set([start]);
  while (open.size > 0) {
    const nearest = [...open].reduce((a, b) => (best[b] < best[a] ? b : a));
    open.delete(nearest);
    for (const [to, ms] of leaving[nearest])
      if (best[nearest] + ms < best[to]) {
        best[to] = best[nearest] + ms;
        open.add(to);
      }
  }
  return best[goal];
}

/** The middle of a cell as a place. */
export function placeIn(land: Land, cell: number): Place {
  const [lon, lat] = landCentre(land, cell);
  return { id: `cell ${cell}`, lon, lat };
}
