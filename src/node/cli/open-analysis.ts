import type { Season, VehicleClass } from '../../lib/core/model/records';
import type { Situation } from '../../lib/core/model/situation';
import type { Network } from '../../lib/core/network/network';
import { resolveClosures } from '../../lib/core/routing/closures';
import { buildMetric } from '../../lib/core/routing/metric';
import { createRouter, type RoadRouter } from '../../lib/core/routing/router';
import type { EdgeRestriction } from '../../lib/core/routing/routing';
import type { TravelScenario } from '../../lib/core/routing/scenario';
import { connectTo, Trouble } from '../../lib/store/client';
import { fetchSituation } from '../../lib/store/fetch-situation';
import { loadArea, type LoadedArea } from '../pack/load-area';
import { CliError } from './cli-error';
import { facilityAnchors } from './read-area-roads';
import { readRestrictions } from './read-closures';
import { readScenario, readSeason, readVehicle, required } from './travel-options';

/** What every analysis takes; the words for its usage. */
export const ANALYSIS_OPTIONS = {
  area: { type: 'string' },
  vehicle: { type: 'string' },
  season: { type: 'string' },
  close: { type: 'string' },
  scenario: { type: 'string' },
  server: { type: 'string' },
  json: { type: 'boolean' }
} as const;

export const ANALYSIS_USAGE = `[--vehicle ambulance|ordinary|motorcycle|walking] [--season dry|wet|snow]
    [--close C.csv] [--scenario TABLE.json] [--server URL] [--json]`;

export interface Analysis {
  area: LoadedArea;
  /** The pack with its sample, or the live records of a server. */
  situation: Situation;
  network: Network;
  scenario: TravelScenario;
  vehicle: VehicleClass;
  season: Season;
  /** Closures in force in the situation, and those of `--close`. */
  restrictions: EdgeRestriction[];
  /** Router of a vehicle class in the season under the closures, made once. */
  routerFor(vehicle: VehicleClass): RoadRouter;
}

/**
 * Opens the pack of `--area`; with `--server` the records come live from there, read with the token in GREENLANE_TOKEN.
 * Closures that match no road are named on standard error. Throws CliError for bad options, packs and answers.
 */
export async function openAnalysis(
  options: { [Name in Exclude<keyof typeof ANALYSIS_OPTIONS, 'json'>]?: string },
  usage: string
): Promise<Analysis> {
  const vehicle = readVehicle(options.vehicle);
  const season = readSeason(options.season);
  const scenario = readScenario(options.scenario);
  const area = await loadArea(required(options.area, 'area', usage));
  const situation = options.server ? await fetchLive(options.server, area.manifest.id) : area.situation;
  const { network } = area;
  const real = resolveClosures(network, situation.closures.values(), Date.now());
  for (const { closureId, wayId, reason } of real.lost)
    console.error(`Closure ${closureId} is left out: way ${wayId}, ${reason}. Correct or delete it.`);
  const restrictions = [...real.restrictions, ...readRestrictions(options.close, network)];
  const anchors = facilityAnchors(situation);
  const routers = new Map<VehicleClass, RoadRouter>();
  return {
    area,
    situation,
    network,
    scenario,
    vehicle,
    season,
    restrictions,
    routerFor(each) {
      let router = routers.get(each);
      if (!router) {
        const metric = buildMetric(network, scenario, each, season);
        router = createRouter({ network, metric, anchors, settings: scenario, restrictions });
        routers.set(each, router);
      }
      return router;
    }
  };
}

async function fetchLive(server: string, areaId: string): Promise<Situation> {
  const token = process.env.GREENLANE_TOKEN;
  if (!token) throw new CliError('GREENLANE_TOKEN is empty. Put the token of a signed-in account there.');
  let situation: Situation;
  try {
    situation = await fetchSituation(connectTo(server, token), areaId);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    throw new CliError(`--server ${server}: ${error.message}. Check the address and GREENLANE_TOKEN.`);
  }
  if (situation.townships.size === 0 && situation.villages.size === 0)
    throw new CliError(`--server ${server} shows no records of area ${areaId}. Check GREENLANE_TOKEN and the area.`);
  return situation;
}
