import { createEstimatedRouter } from '../estimate/create-estimated-router';
import type { EstimateFacts } from '../estimate/known-residuals';
import type { Land } from '../grid/land';
import type { OffRoadKmh } from '../grid/land-ground';
import { createLandWalks, type LandWalks } from '../grid/land-walks';
import { routeOverLand } from '../grid/over-land';
import type { Facility, Season, VehicleClass } from '../model/records';
import type { Situation } from '../model/situation';
import type { Network } from '../network/network';
import { resolveClosures, type ResolvedClosures } from '../routing/closures';
import { buildMetric, type Metric } from '../routing/metric';
import { createRouter, type RoadRouter } from '../routing/router';
import type { EdgeRestriction, Place, Router, TravelMatrix } from '../routing/routing';
import { activeTravelScenario, type TravelScenario } from '../routing/scenario';

/** Travel in an area: over its roads, or by estimate where `network` is null. */
export type TravelCache = RoadTravelCache | EstimatedTravelCache;

/** Travel over one network, remembered so that an edit costs only what it changes. */
export interface RoadTravelCache {
  network: Network;
  /** From now on places off the road walk over this land; without it they have no way. */
  useLand(land: Land): void;
  /** Land in use and its speeds under the table in force; null without land. */
  walksOf(situation: Pick<Situation, 'scenarios'>): LandWalks | null;
  /** The travel table in force. */
  scenarioOf(situation: Pick<Situation, 'scenarios'>): TravelScenario;
  /** Router of a vehicle class and season under the situation's closures in force at `now` (epoch ms). */
  routerFor(situation: TravelFacts, settings: TravelSettings): RoadRouter;
  closuresOf(situation: TravelFacts, now: number): ResolvedClosures;
  /** Times from every village to every facility, row per village. */
  timesToFacilities(router: RoadRouter, villages: readonly Place[], facilities: readonly Facility[]): TravelMatrix;
}

export interface EstimatedTravelCache {
  network: null;
  routerFor(situation: EstimateFacts, settings: TravelSettings): Router;
  timesToFacilities(router: Router, villages: readonly Place[], facilities: readonly Facility[]): TravelMatrix;
}

export type TravelFacts = Pick<Situation, 'facilities' | 'closures' | 'scenarios'>;
export interface TravelSettings {
  vehicle: VehicleClass;
  season: Season;
  now: number;
}

interface Column {
  ms: Uint32Array;
  mm: Uint32Array;
  reason: Uint8Array;
}

const METRICS_KEPT = 12;
const GROUNDS_KEPT = 6;
const ROUTERS_KEPT = 12;
const TABLES_KEPT = 2;

/** With `fixed` that table holds whatever the situation's own is. */
export function createTravelCache(network: Network, fixed?: TravelScenario): RoadTravelCache {
  const tables = new WeakMap<TravelScenario, number>();
  let lastTable = 0;
  const metrics = new Map<string, Metric>();
  const grounds = new Map<string, RoadRouter>();
  const routers = new Map<string, RoadRouter>();
  const columns = new WeakMap<RoadRouter, Map<string, Column>>();
  const villageKeys = new WeakMap<readonly Place[], string>();

  let land: Land | null = null;
  const walks = new Map<OffRoadKmh, LandWalks>();

  const scenarioOf = (situation: Pick<Situation, 'scenarios'>) => fixed ?? activeTravelScenario(situation);

  function tableKey(scenario: TravelScenario): number {
    let key = tables.get(scenario);
    if (key === undefined) tables.set(scenario, (key = ++lastTable));
    return key;
  }

  function metricOf(scenario: TravelScenario, vehicle: VehicleClass, season: Season): Metric {
    return remember(metrics, `${tableKey(scenario)} ${vehicle} ${season}`, METRICS_KEPT, () =>
      buildMetric(network, scenario, vehicle, season)
    );
  }

  function routerFor(situation: TravelFacts, { vehicle, season, now }: TravelSettings): RoadRouter {
    const anchors = [...situation.facilities.values()].map(({ id, lon, lat }) => ({ id, lon, lat }));
    const scenario = scenarioOf(situation);
    const groundKey = `${tableKey(scenario)} ${vehicle} ${season} ${placesKey(anchors)}`;
    const { restrictions } = closuresOf(situation, now);
    return remember(routers, `${groundKey} ${restrictionsKey(restrictions)}`, ROUTERS_KEPT, () =>
      remember(grounds, groundKey, GROUNDS_KEPT, () => {
        const metric = metricOf(scenario, vehicle, season);
        const roads = createRouter({ network, metric, anchors, settings: scenario });
        const walking = walksOf(situation);
        return walking ? routeOverLand(roads, walking) : roads;
      }).withRestrictions(restrictions)
    );
  }

  function useLand(next: Land): void {
    land = next;
    for (const each of [walks, grounds, routers]) each.clear();
  }

  function walksOf(situation: Pick<Situation, 'scenarios'>): LandWalks | null {
    const { offRoadKmh } = scenarioOf(situation);
    const own = land;
    return own && remember(walks, offRoadKmh, TABLES_KEPT, () => createLandWalks(own, offRoadKmh));
  }

  let lastClosures: { of: Situation['closures']; now: number; resolved: ResolvedClosures } | null = null;
  function closuresOf({ closures }: TravelFacts, now: number): ResolvedClosures {
    if (lastClosures?.of === closures && lastClosures.now === now) return lastClosures.resolved;
    const resolved = resolveClosures(network, closures.values(), now);
    lastClosures = { of: closures, now, resolved };
    return resolved;
  }

  function timesToFacilities(
    router: RoadRouter,
    villages: readonly Place[],
    facilities: readonly Facility[]
  ): TravelMatrix {
    let known = columns.get(router);
    if (!known) columns.set(router, (known = new Map()));
    let villageKey = villageKeys.get(villages);
    if (villageKey === undefined) villageKeys.set(villages, (villageKey = placesKey(villages)));
    const keys = facilities.map(({ lon, lat }) => `${lon},${lat} ${villageKey}`);
    const wanted = facilities.filter((_, f) => !known.has(keys[f]));
    if (wanted.length > 0) {
      const matrix = router.matrix(villages, wanted);
      wanted.forEach(({ lon, lat }, f) => known.set(`${lon},${lat} ${villageKey}`, columnOf(matrix, f)));
    }
    const rows = villages.length;
    const times: TravelMatrix = {
      rows,
      columns: facilities.length,
      ms: new Uint32Array(rows * facilities.length),
      mm: new Uint32Array(rows * facilities.length),
      reason: new Uint8Array(rows * facilities.length)
    };
    keys.forEach((key, f) => {
      const column = known.get(key) as Column;
      for (let v = 0; v < rows; v++) {
        const cell = v * facilities.length + f;
        times.ms[cell] = column.ms[v];
        times.mm[cell] = column.mm[v];
        times.reason[cell] = column.reason[v];
      }
    });
    return times;
  }

  return { network, useLand, walksOf, scenarioOf, routerFor, closuresOf, timesToFacilities };
}

/** Estimated travel: no road, no closure, no travel table. A router is kept while what it rests on stays. */
export function createEstimatedTravelCache(): EstimatedTravelCache {
  const kept: { facts: EstimateFacts; key: string; router: Router }[] = [];

  function routerFor(facts: EstimateFacts, { vehicle, season }: TravelSettings): Router {
    const key = `${vehicle} ${season}`;
    const at = kept.findIndex((each) => each.key === key && sameFacts(each.facts, facts));
    const [held] = at < 0 ? [] : kept.splice(at, 1);
    const { villages, townships, facilities, knownTimes } = facts;
    const entry = held ?? {
      facts: { villages, townships, facilities, knownTimes },
      key,
      router: createEstimatedRouter({ facts, vehicle, season })
    };
    kept.push(entry);
    if (kept.length > ROUTERS_KEPT) kept.shift();
    return entry.router;
  }

  return {
    network: null,
    routerFor,
    timesToFacilities: (router, villages, facilities) => router.matrix(villages, facilities)
  };
}

function sameFacts(a: EstimateFacts, b: EstimateFacts): boolean {
  const names = ['villages', 'townships', 'facilities', 'knownTimes'] as const;
  return names.every((name) => a[name] === b[name]);
}

function columnOf({ rows, columns, ms, mm, reason }: TravelMatrix, column: number): Column {
  const pick = (_: unknown, row: number) => row * columns + column;
  const cells = Array.from({ length: rows }, pick);
  return {
    ms: Uint32Array.from(cells, (cell) => ms[cell]),
    mm: Uint32Array.from(cells, (cell) => mm[cell]),
    reason: Uint8Array.from(cells, (cell) => reason[cell])
  };
}

/** The least recently used entry goes when more than `most` are kept. */
function remember<K, V>(map: Map<K, V>, key: K, most: number, make: () => V): V {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value as K);
  return value;
}

function placesKey(places: readonly Place[]): string {
  return places.map(({ lon, lat }) => `${lon},${lat}`).join(';');
}

function restrictionsKey(restrictions: readonly EdgeRestriction[]): string {
  return restrictions.map(({ edge, speedPercent }) => `${edge}:${speedPercent}`).join(';');
}
