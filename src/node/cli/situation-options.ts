import { createTravelCache, type TravelCache } from '../../lib/core/evaluate/travel-cache';
import type { Closure } from '../../lib/core/model/records';
import { DEFAULT_THRESHOLDS, type AnalysisSettings, type Situation } from '../../lib/core/model/situation';
import type { Network } from '../../lib/core/network/network';
import type { PackManifest } from '../../lib/core/pack/manifest';
import type { RoadRouter } from '../../lib/core/routing/router';
import type { TravelScenario } from '../../lib/core/routing/scenario';
import { activeRulePack, type RulePack } from '../../lib/core/rules/rule-pack';
import { connectTo, Trouble } from '../../lib/store/client';
import { fetchSituation } from '../../lib/store/fetch-situation';
import { loadArea } from '../pack/load-area';
import { CliError } from './cli-error';
import { readClosures, readRestrictions } from './read-closures';
import { readScenario, readSeason, readVehicle, required } from './travel-options';

/** Options that every analysis of an area takes, for `readOptions`. */
export const SITUATION_OPTIONS = {
  area: { type: 'string' },
  vehicle: { type: 'string' },
  season: { type: 'string' },
  close: { type: 'string' },
  server: { type: 'string' },
  seed: { type: 'string' },
  scenario: { type: 'string' },
  json: { type: 'boolean' }
} as const;

export const SITUATION_USAGE = `[--vehicle ambulance|ordinary|motorcycle|walking] [--season dry|wet|snow]
       [--close C.csv] [--seed N | --server URL] [--scenario TABLE.json] [--json]`;

export interface SituationValues {
  area?: string;
  vehicle?: string;
  season?: string;
  close?: string;
  server?: string;
  seed?: string;
  scenario?: string;
}

/** All that an analysis needs. `router` answers for the vehicle, season and closures of `settings`. */
export interface SituationInput {
  manifest: PackManifest;
  network: Network;
  situation: Situation;
  settings: AnalysisSettings;
  scenario: TravelScenario;
  rulePack: RulePack;
  travel: TravelCache;
  router: RoadRouter;
}

/**
 * Roads from the pack; records from the pack with its sample (`--seed`), or live from a server (`--server`, token in
 * GREENLANE_TOKEN). The clock is the moment the pack was built, with a server the present one. Closures of `--close` come
 * on top of those on record.
 *
 * @throws CliError for a bad option, an unusable pack, a closure that matches no road, a server that does not answer.
 */
export async function readSituation(values: SituationValues, usage: string): Promise<SituationInput> {
  const dir = required(values.area, 'area', usage);
  const scenario = readScenario(values.scenario);
  const vehicle = readVehicle(values.vehicle);
  const season = readSeason(values.season);
  if (values.server !== undefined && values.seed !== undefined)
    throw new CliError('--seed makes a sample, --server reads live records: give one of them.');
  const live = values.server !== undefined;
  const area = await loadArea(dir, { ...(live ? { sample: false } : {}), ...seedOption(values.seed) });
  const { manifest, network } = area;
  const records = live ? await fetchLive(values.server as string, manifest.id) : area.situation;
  readRestrictions(values.close, network);
  const situation = withClosures(records, values.close);
  const now = live ? Date.now() : Date.parse(manifest.builtAt);
  const settings: AnalysisSettings = { vehicle, season, careLevel: 'severe', thresholds: [...DEFAULT_THRESHOLDS], now };
  const travel = createTravelCache(network, scenario);
  return {
    manifest,
    network,
    situation,
    settings,
    scenario,
    rulePack: activeRulePack(situation, now),
    travel,
    router: travel.routerFor(situation, settings)
  };
}

function seedOption(text: string | undefined): { seed?: number } {
  if (text === undefined) return {};
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new CliError(`--seed ${text}: give a whole number.`);
  return { seed };
}

async function fetchLive(url: string, areaId: string): Promise<Situation> {
  const token = process.env.GREENLANE_TOKEN ?? null;
  let situation: Situation;
  try {
    situation = await fetchSituation(connectTo(url, token), areaId);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.code === 'network') throw new CliError(`No answer from ${url}. Is the server running?`);
    throw new CliError(`${url}: ${error.message}. Set GREENLANE_TOKEN to a token of a signed-in user.`);
  }
  if (situation.villages.size + situation.facilities.size > 0) return situation;
  // Rules answer with an empty list, not with a refusal.
  throw new CliError(
    `${url} shows no record of area "${areaId}". Set GREENLANE_TOKEN to a valid token, and check that the server holds this area.`
  );
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
