import { IMPASSABLE } from '../network/network';
import { createSearch, type Search, type Seed } from '../routing/dijkstra';
import { alongEdge, endSeeds, snapNodes, startSeeds } from '../routing/pair';
import type { RoadRouter } from '../routing/router';
import type { Place, Snap } from '../routing/routing';
import { UNREACHED, type LandFrame } from './land';
import type { LandWalks, Walks } from './land-walks';
import { joinParts, roadJoins, type RoadJoins } from './road-joins';
import type { FieldSeed, Gradual } from './travel-field';

/** A way that begins or ends off the road: a walk over the land, then (or before it) the road. */
export interface OffRoadWay {
  /** Milliseconds, walk included. */
  ms: number;
  /** Road millimetres; 0 where the whole way is walked. */
  mm: number;
  walkMs: number;
  walkMm: number;
}

/** Least milliseconds per cell of the land, UNREACHED where there is no way. */
export interface Surface {
  land: LandFrame;
  ms: Uint32Array;
}

export interface OffRoad {
  /**
   * From a place over the land to each of the others, or with `toPlace` from them to it; null where there is no way.
   * Another place is reached over its own snap, over the land alone, and where it has no snap over road and land. Nothing
   * is asked of how near a road is.
   */
  ways(place: Place, others: readonly Place[], toPlace: boolean): (OffRoadWay | null)[];
  /** From every cell to the nearest site (`toSites`), or from the nearest site to every cell. */
  surface(sites: readonly Place[], toSites: boolean): Gradual<Surface>;
}

/** A join by which the journey enters the network at a node. */
interface Entry extends Seed {
  join: number;
}

/**
 * Walks over the land joined to the roads of a router: exact over cells (by the steps of `travelField`, in whole
 * milliseconds) and roads (plain Dijkstra) together. A cell's place is its centre; stepping between a road and the centre
 * of a cell that it crosses costs nothing. Ties: least milliseconds, then least road.
 */
export function createOffRoad(router: RoadRouter, walking: LandWalks): OffRoad {
  const { network, topology } = router.ground;
  let prepared: { joins: RoadJoins; search: Search } | null = null;
  const roads = () =>
    (prepared ??= {
      joins: roadJoins(router, walking.land),
      search: createSearch(network, topology, router.metric.whole())
    });

  function ways(place: Place, others: readonly Place[], toPlace: boolean): (OffRoadWay | null)[] {
    const cell = walking.cellAt(place.lon, place.lat);
    if (cell < 0) return others.map(() => null);
    const { joins, search } = roads();
    const walk = walking.walks(cell, toPlace);
    const entries = entriesOf(joins, walk, toPlace);
    search.run({ seeds: [...entries.values()], backward: toPlace });
    return others.map((other) => {
      const end = walking.cellAt(other.lon, other.lat);
      const { snap } = router.snap(other);
      const over = snap ? overRoad(snap) : end < 0 ? null : overBoth(walking.walks(end, !toPlace));
      if (end < 0 || walk.ms[end] === UNREACHED) return over;
      const onFoot = { ms: walk.ms[end], mm: 0, walkMs: walk.ms[end], walkMm: millimetres(walk, end) };
      return over && over.ms < onFoot.ms ? over : onFoot;
    });

    function overRoad(snap: Snap): OffRoadWay | null {
      const offers: (OffRoadWay | null)[] = [];
      const [tail, head] = snapNodes(network, snap);
      const ends = [
        { node: tail, ms: toPlace ? snap.toTailMs : snap.fromTailMs, mm: snap.toTailMm },
        { node: head, ms: toPlace ? snap.toHeadMs : snap.fromHeadMs, mm: snap.toHeadMm }
      ];
      for (const { node, ms, mm } of ends) {
        if (ms === IMPASSABLE || search.ms[node] === IMPASSABLE) continue;
        offers.push(byJoin(entryAt(node).join, search.ms[node] + ms + snap.walkMs, search.mm[node] + mm));
      }
      for (let join = 0; join < joins.count; join++) {
        if (joins.edge[join] !== snap.edge) continue;
        const walkMs = walk.ms[joins.cell[join]];
        const at = { ...snap, fraction: joins.fraction[join] };
        const along = alongEdge(router.metric, network, toPlace ? snap : at, toPlace ? at : snap);
        if (along && walkMs !== UNREACHED) offers.push(byJoin(join, walkMs + along.ms + snap.walkMs, along.mm));
      }
      return least(offers);
    }

    function overBoth(far: Walks): OffRoadWay | null {
      let best: OffRoadWay | null = null;
      for (let join = 0; join < joins.count; join++) {
        const at = joins.cell[join];
        if (far.ms[at] === UNREACHED) continue;
        for (const { node, ms, mm } of joinParts(router, joins, join, toPlace)) {
          if (search.ms[node] === IMPASSABLE) continue;
          const sum = search.ms[node] + ms + far.ms[at];
          if (best && sum >= best.ms) continue;
          const near = byJoin(entryAt(node).join, sum, search.mm[node] + mm);
          best = { ...near, walkMs: near.walkMs + far.ms[at], walkMm: near.walkMm + millimetres(far, at) };
        }
      }
      return best;
    }

    function byJoin(join: number, ms: number, mm: number): OffRoadWay {
      const at = joins.cell[join];
      return { ms, mm, walkMs: walk.ms[at], walkMm: millimetres(walk, at) };
    }

    /** Where the way of a node meets the network. */
    function entryAt(end: number): Entry {
      let node = end;
      for (let arc = search.via[node]; arc >= 0; arc = search.via[node])
        node = ((arc & 1) === 0) === toPlace ? network.edgeTo[arc >> 1] : network.edgeFrom[arc >> 1];
      return entries.get(node)!;
    }
  }

  /** The best join for each node that can be entered from a walk (or left towards it). */
  function entriesOf(joins: RoadJoins, walk: Walks, toPlace: boolean): Map<number, Entry> {
    const entries = new Map<number, Entry>();
    for (let join = 0; join < joins.count; join++) {
      const walkMs = walk.ms[joins.cell[join]];
      if (walkMs === UNREACHED) continue;
      for (const { node, ms, mm } of joinParts(router, joins, join, !toPlace)) {
        const known = entries.get(node);
        const sum = walkMs + ms;
        if (!known || sum < known.ms || (sum === known.ms && mm < known.mm))
          entries.set(node, { node, ms: sum, mm, join });
      }
    }
    return entries;
  }

  function* surface(sites: readonly Place[], toSites: boolean): Gradual<Surface> {
    const { joins, search } = roads();
    const snaps = sites.flatMap((site) => router.snap(site).snap ?? []);
    search.run({
      seeds: snaps.flatMap((snap) => (toSites ? endSeeds(network, snap) : startSeeds(network, snap))),
      backward: toSites
    });
    const onEdge = new Map<number, Snap[]>();
    for (const snap of snaps) onEdge.set(snap.edge, [...(onEdge.get(snap.edge) ?? []), snap]);
    const times = new Map<number, number>();
    const offer = (cell: number, ms: number): void => {
      if (ms < (times.get(cell) ?? Infinity)) times.set(cell, ms);
    };
    for (let join = 0; join < joins.count; join++) {
      const cell = joins.cell[join];
      for (const { node, ms } of joinParts(router, joins, join, toSites))
        if (search.ms[node] !== IMPASSABLE) offer(cell, search.ms[node] + ms);
      for (const snap of onEdge.get(joins.edge[join]) ?? []) {
        const at = { ...snap, fraction: joins.fraction[join] };
        const along = alongEdge(router.metric, network, toSites ? at : snap, toSites ? snap : at);
        if (along) offer(cell, snap.walkMs + along.ms);
      }
    }
    for (const { lon, lat } of sites) {
      const cell = walking.cellAt(lon, lat);
      if (cell >= 0) offer(cell, 0);
    }
    const seeds = [...times].map(([cell, time]): FieldSeed => ({ cell, time }));
    return { land: walking.land, ms: yield* walking.spread(seeds, toSites) };
  }

  return { ways, surface };
}

function least(ways: readonly (OffRoadWay | null)[]): OffRoadWay | null {
  return ways.reduce(
    (best, way) => (way && (!best || way.ms < best.ms || (way.ms === best.ms && way.mm < best.mm)) ? way : best),
    null
  );
}

function millimetres({ metres }: Walks, cell: number): number {
  return Math.round(metres[cell] * 1000);
}
