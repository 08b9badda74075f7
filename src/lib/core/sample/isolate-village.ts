import type { EdgeId, VillageId } from '../model/ids';
import type { Closure, Facility, Village } from '../model/records';
import { IMPASSABLE, type Network } from '../network/network';
import type { Place, SnapResult } from '../routing/routing';
import { clockOf } from './sample-time';

export interface IsolateInput {
  network: Network;
  /** Milliseconds per arc (`2·edge`, `2·edge + 1`), IMPASSABLE where barred. */
  arcMs: ArrayLike<number>;
  snap(place: Place): SnapResult;
  villages: readonly Village[];
  facilities: readonly Facility[];
  /** Order of preference: `makeSample`'s `isolateVillageIds`. */
  preferred: readonly VillageId[];
  /** ISO date; the closure begins two days before. */
  today: string;
}

export type Isolation =
  /** The roads themselves leave this village without a way: nothing to close. */
  | { kind: 'already'; villageId: VillageId }
  /** One closed segment of a spur takes the way from these villages, the first being the one asked for, and no other. */
  | { kind: 'cut'; villageIds: VillageId[]; closure: Closure }
  /** No spur ends in villages alone. */
  | { kind: 'none' };

/**
 * Finds the one road segment whose loss (a spur washed out) leaves a village without a way to any facility, for areas
 * whose own roads reach every village. The segment is the nearest to the village that does so; among the villages in
 * order of preference the first that is cut off alone is taken, else the one that takes fewest others with it.
 */
export function isolateVillage(input: IsolateInput): Isolation {
  const { network, snap, villages, facilities, preferred, today } = input;
  const roads = neighbours(network, input.arcMs);
  const ends = (edge: EdgeId): [number, number] => [network.edgeFrom[edge], network.edgeTo[edge]];
  const sinks = new Set(facilities.flatMap((each) => snap(each).snap ?? []).flatMap((each) => ends(each.edge)));
  const places = villages.map((village) => ({ village, edge: snap(village).snap?.edge ?? null }));
  const off = places.find(({ village, edge }) => village.lon !== null && edge === null);
  if (off) return { kind: 'already', villageId: off.village.id };
  let best: { ids: VillageId[]; edge: EdgeId } | null = null;
  for (const id of preferred) {
    const home = places.find(({ village }) => village.id === id)?.edge ?? null;
    if (home === null) continue;
    const spur = cutOneEdge(roads, network.nodeCount, ends(home), sinks);
    if (spur === 'no-way') return { kind: 'already', villageId: id };
    if (spur === null || spur.edge === home) continue;
    const lost = places.filter(
      ({ edge, village }) =>
        village.id !== id && edge !== null && edge !== spur.edge && spur.side[network.edgeFrom[edge]]
    );
    if (best === null || lost.length + 1 < best.ids.length)
      best = { ids: [id, ...lost.map(({ village }) => village.id)], edge: spur.edge };
    if (best.ids.length === 1) break;
  }
  if (!best) return { kind: 'none' };
  const village = villages.find((each) => each.id === best.ids[0]) as Village;
  return { kind: 'cut', villageIds: best.ids, closure: closureOf(network, best.edge, village, today) };
}

function closureOf(network: Network, edge: EdgeId, village: Village, today: string): Closure {
  return {
    id: `closure-sample-${village.id}`,
    unit: village.townshipId,
    origin: 'sample',
    editedFields: [],
    version: 1,
    wayId: network.wayOsmId[network.edgeWay[edge]],
    fromNode: network.nodeOsmId[network.edgeFrom[edge]],
    toNode: network.nodeOsmId[network.edgeTo[edge]],
    speedPercent: 0,
    reason: 'washed-out',
    startsAt: clockOf(today, -2, 360),
    endsAt: null
  };
}

interface Roads {
  first: Uint32Array;
  node: Uint32Array;
  edge: Uint32Array;
}

/** Edges open in at least one direction, from both their nodes. */
function neighbours({ nodeCount, edgeCount, edgeFrom, edgeTo }: Network, arcMs: ArrayLike<number>): Roads {
  const open = (edge: number) => arcMs[2 * edge] !== IMPASSABLE || arcMs[2 * edge + 1] !== IMPASSABLE;
  const first = new Uint32Array(nodeCount + 1);
  for (let e = 0; e < edgeCount; e++) {
    if (!open(e)) continue;
    first[edgeFrom[e] + 1]++;
    first[edgeTo[e] + 1]++;
  }
  for (let n = 0; n < nodeCount; n++) first[n + 1] += first[n];
  const next = first.slice();
  const node = new Uint32Array(first[nodeCount]);
  const edge = new Uint32Array(first[nodeCount]);
  for (let e = 0; e < edgeCount; e++) {
    if (!open(e)) continue;
    const [a, b] = [next[edgeFrom[e]]++, next[edgeTo[e]]++];
    node[a] = edgeTo[e];
    node[b] = edgeFrom[e];
    edge[a] = edge[b] = e;
  }
  return { first, node, edge };
}

/**
 * The edge nearest to the start whose removal parts it from every sink (a maximum flow of one, unit edges), with the
 * nodes left on the start's side; null when one edge does not do, 'no-way' when nothing joins them to begin with.
 */
function cutOneEdge(
  { first, node, edge }: Roads,
  nodeCount: number,
  start: [number, number],
  sinks: ReadonlySet<number>
): { edge: EdgeId; side: Uint8Array } | 'no-way' | null {
  if (start.some((each) => sinks.has(each))) return null;
  /** Node the one unit of flow enters each edge from; an edge that carries it can only be walked backwards. */
  const flow = new Map<number, number>();
  const search = () => {
    const via = new Int32Array(nodeCount).fill(-1);
    const from = new Int32Array(nodeCount).fill(-1);
    const seen = new Uint8Array(nodeCount);
    const queue = [...new Set(start)];
    for (const each of queue) seen[each] = 1;
    for (let i = 0; i < queue.length; i++) {
      const at = queue[i];
      if (sinks.has(at)) return { reached: at, via, from, seen };
      for (let k = first[at]; k < first[at + 1]; k++) {
        const to = node[k];
        if (seen[to] || flow.get(edge[k]) === at) continue;
        seen[to] = 1;
        via[to] = edge[k];
        from[to] = at;
        queue.push(to);
      }
    }
    return { reached: -1, via, from, seen };
  };
  const path = search();
  if (path.reached < 0) return 'no-way';
  for (let at = path.reached; path.from[at] >= 0; at = path.from[at]) flow.set(path.via[at], path.from[at]);
  const rest = search();
  if (rest.reached >= 0) return null;
  for (const [carrying, entry] of flow) {
    if (!rest.seen[entry]) continue;
    for (let k = first[entry]; k < first[entry + 1]; k++)
      if (edge[k] === carrying && !rest.seen[node[k]]) return { edge: carrying as EdgeId, side: rest.seen };
  }
  return null;
}
