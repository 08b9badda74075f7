import { createTravelCache, type RoadTravelCache } from '../../lib/core/evaluate/travel-cache';
import type { Closure, VehicleClass } from '../../lib/core/model/records';
import { DEFAULT_THRESHOLDS, type AnalysisSettings, type Situation } from '../../lib/core/model/situation';
import type { Network } from '../../lib/core/network/network';
import type { PackManifest } from '../../lib/core/pack/manifest';
import type { RoadRouter } from '../../lib/core/routing/router';
import { zoneMs } from '../../lib/core/report/local-time';
import { travelTableFaults } from '../../lib/core/routing/scenario';
import { activeRulePack, rulePackFaults, type RulePack } from '../../lib/core/rules/rule-pack';
import { loadArea } from '../pack/load-area';
import { CliError } from './cli-error';
import { fetchLive } from './fetch-live';
import { readClosures, readRestrictions } from './read-closures';
import { readScenario, readSeason, readVehicle, required } from './travel-options';

/** Options that every analysis of an area takes, for `readOptions`. */
export const ANALYSIS_OPTIONS = {
  area: { type: 'string' },
  vehicle: { type: 'string' },
  season: { type: 'string' },
  close: { type: 'string' },
  scenario: { type: 'string' },
  seed: { type: 'string' },
  server: { type: 'string' },
  json: { type: 'boolean' }
} as const;

export const ANALYSIS_USAGE = `[--vehicle ambulance|ordinary|motorcycle|walking] [--season dry|wet|snow]
    [--close C.csv] [--scenario TABLE.json] [--seed N | --server URL] [--json]`;

export type AnalysisValues = { [Name in Exclude<keyof typeof ANALYSIS_OPTIONS, 'json'>]?: string };

/** All that an analysis needs, the same as the engine has for the same facts and settings. */
export interface Analysis {
  manifest: PackManifest;
  network: Network;
  situation: Situation;
  settings: AnalysisSettings;
  rulePack: RulePack;
  travel: RoadTravelCache;
  /** Of the settings' vehicle. */
  router: RoadRouter;
  routerFor(vehicle: VehicleClass): RoadRouter;
}

/**
 * Roads from the pack; records from the pack with its sample (`--seed`), or live from a server (`--server`, token in
 * GREENLANE_TOKEN). The clock is the moment the pack was built, with a server the present one, unless `day` (ISO date) is
 * given: noon of that day in the county. Closures of `--close` come on top of those on record; `--scenario` goes before a travel table on record.
 * Records that cannot be used are named on standard error.
 *
 * @throws CliError for a bad option, an unusable pack, a closure that matches no road, a server that does not answer.
 */
export async function openAnalysis(values: AnalysisValues, usage: string, day?: string): Promise<Analysis> {
  const dir = required(values.area, 'area', usage);
  const vehicle = readVehicle(values.vehicle);
  const season = readSeason(values.season);
  const scenario = values.scenario === undefined ? undefined : readScenario(values.scenario);
  const { server } = values;
  if (server !== undefined && values.seed !== undefined)
    throw new CliError('--seed makes a sample, --server reads live records: give one of them.');
  const area = await loadArea(dir, server === undefined ? readSeed(values.seed) : { sample: false });
  const { manifest, network } = area;
  const records = server === undefined ? area.situation : await fetchLive(server, manifest.id);
  readRestrictions(values.close, network);
  const situation = withClosures(records, values.close);
  const present = server === undefined ? Date.parse(manifest.builtAt) : Date.now();
  const clock =
    day === undefined ? present : Date.parse(`${day}T12:00:00Z`) - zoneMs(activeRulePack(situation, present));
  const settings: AnalysisSettings = {
    vehicle,
    season,
    careLevel: 'severe',
    thresholds: [...DEFAULT_THRESHOLDS],
    now: clock
  };
  const travel = createTravelCache(network, scenario);
  if (area.land) travel.useLand(area.land);
  tellFaults(situation, travel, clock, scenario === undefined);
  const routerFor = (each: VehicleClass) => travel.routerFor(situation, { ...settings, vehicle: each });
  return {
    manifest,
    network,
    situation,
    settings,
    rulePack: activeRulePack(situation, clock),
    travel,
    router: routerFor(vehicle),
    routerFor
  };
}

function readSeed(text: string | undefined): { seed?: number } {
  if (text === undefined) return {};
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new CliError(`--seed ${text}: give a whole number.`);
  return { seed };
}

function withClosures(situation: Situation, path: string | undefined): Situation {
  if (path === undefined) return situation;
  const closures = new Map(situation.closures);
  for (const facts of readClosures(path)) {
    const id = `${path} ${facts.id}`;
    const record: Closure = {
      ...facts,
      id,
      unit: 'county',
      origin: 'hand',
      editedFields: [],
      version: 1,
      reason: ''
    };
    closures.set(id, record);
  }
  return { ...situation, closures };
}

function tellFaults(situation: Situation, travel: RoadTravelCache, now: number, tables: boolean): void {
  for (const { closureId, wayId, reason } of travel.closuresOf(situation, now).lost)
    console.error(`Closure ${closureId} is left out: way ${wayId}, ${reason}. Correct or delete it.`);
  for (const { id, message } of rulePackFaults(situation))
    console.error(`Rule pack ${id} is left out: ${message} Correct it or set it inactive.`);
  if (!tables) return;
  for (const { id, message } of travelTableFaults(situation))
    console.error(`Travel table ${id} is left out: ${message}. Correct it or set it inactive.`);
}
