import { givesCare } from '../core/coverage/care-sites';
import { applyChange, ChangeConflict, invert, overlayChange, overlayPlan } from '../core/change/apply-change';
import { equalValues } from '../core/change/equal-values';
import { difference } from '../core/evaluate/difference';
import { evaluateInStages, waysOfPeople, type EvaluationStage } from '../core/evaluate/evaluate';
import { createEstimatedTravelCache, createTravelCache, type TravelCache } from '../core/evaluate/travel-cache';
import { areaReserve } from '../core/fleet/area-reserve';
import { planReserve, type PlanOptions } from '../core/fleet/plan-reserve';
import { rankVehicles } from '../core/fleet/rank-vehicles';
import type { SolveModel } from '../core/fleet/solve-model';
import { decodeLand } from '../core/grid/land-format';
import type { OverLandRouter } from '../core/grid/over-land';
import type { VehicleClass } from '../core/model/records';
import type { Results } from '../core/model/results';
import type { AnalysisSettings, Change, Situation } from '../core/model/situation';
import { decodeNetwork } from '../core/network/format';
import type { Network } from '../core/network/network';
import { feverReach } from '../core/publish/fever-clinics';
import { refer } from '../core/referral/refer';
import type { Router } from '../core/routing/routing';
import { activeRulePack, numberRule } from '../core/rules/rule-pack';
import type { Evaluation, Moment, Requests } from './protocol';
import { linesOf, nearestRoad, roadName } from './road';
import { fromSnapshot } from './snapshot';

/** An answer in stages: the facts have changed when it is made, the figures stand at its end. */
export type Staged<T> = Generator<Stage, T>;
type Stage = EvaluationStage | { stage: 'surface'; done: number; total: number };

export interface EngineOptions {
  /** Clock for `computeMs`, milliseconds. */
  elapsed: () => number;
  /** Solver of reserve plans. */
  solve: SolveModel;
}

type Input<N extends keyof Requests> = Requests[N]['input'];
type Output<N extends keyof Requests> = Requests[N]['output'];

/** The requests of the protocol. Those that evaluate answer in stages; `finish` runs them through. */
export interface Engine {
  load(input: Input<'load'>): Staged<Results>;
  /** The same with the objects themselves, for Node. */
  open(input: { network: Network | null; situation: Situation; settings: AnalysisSettings }): Staged<Results>;
  change(input: Input<'change'>): Staged<Evaluation>;
  settings(input: Input<'settings'>): Staged<Evaluation>;
  reset(input: Input<'reset'>): Staged<Evaluation>;
  land(input: Input<'land'>): Staged<Evaluation>;
  surface(input: Input<'surface'>): Staged<Output<'surface'>>;
  /** Of the figures as they stand when asked; explanations come with their first question. */
  explain(input: Input<'explain'>): Promise<Output<'explain'>>;
  explainReport(input: Input<'explainReport'>): Promise<Output<'explainReport'>>;
  refer(input: Input<'refer'>): Output<'refer'>;
  rank(input: Input<'rank'>): Output<'rank'>;
  route(input: Input<'route'>): Output<'route'>;
  road(input: Input<'road'>): Output<'road'>;
  closureGeometry(input: Input<'closureGeometry'>): Output<'closureGeometry'>;
  feverReach(input: Input<'feverReach'>): Output<'feverReach'>;
  /** Of the plan as it stands when asked. */
  planReserve(input: Input<'planReserve'>, options?: PlanOptions): Promise<Output<'planReserve'>>;
}

/** Parts that the first figures do not need. */
export const lateParts = {
  explain: () => import('../core/evaluate/explain'),
  explainReport: () => import('../core/report/explain-report')
};

/** Runs a staged answer to its end. */
export function finish<T>(staged: Staged<T>): T {
  for (;;) {
    const step = staged.next();
    if (step.done) return step.value;
  }
}

interface Held {
  travel: TravelCache;
  /** Facts as all desks know them. */
  real: Situation;
  planned: Change[];
  /** The very same object as `real` while nothing is planned. */
  plan: Situation;
  settings: AnalysisSettings;
  revision: number;
}

/**
 * Holds the network of one area, the facts and the plan, and answers. Single-threaded; planned changes stay on top of
 * real ones, whichever came first.
 */
export function createEngine({ elapsed, solve }: EngineOptions): Engine {
  let held: Held | null = null;
  let made = new WeakMap<Situation, Results>();

  function need(): Held {
    if (!held) throw new Error('No area is loaded.');
    return held;
  }

  function* results(situation: Situation): Staged<Results> {
    const { travel, settings, revision } = need();
    const known = made.get(situation);
    if (known && known.settings === settings) {
      const same = known.revision === revision ? known : { ...known, revision };
      made.set(situation, same);
      return same;
    }
    const start = elapsed();
    const fresh = yield* evaluateInStages({ situation, settings, revision, travel });
    const timed = { ...fresh, computeMs: elapsed() - start };
    made.set(situation, timed);
    return timed;
  }

  function* evaluation(): Staged<Evaluation> {
    const { real, plan, settings, revision } = need();
    const baseline = yield* results(real);
    const planned = plan === real ? baseline : yield* results(plan);
    const headlineMinutes = numberRule(activeRulePack(plan, settings.now), 'coverage-headline-minutes');
    const { careLevel } = settings;
    return {
      revision,
      baseline,
      plan: planned,
      difference: difference({ baseline, plan: planned, situation: plan, careLevel, headlineMinutes })
    };
  }

  /** A staged answer whose facts change now, not at its first step. */
  function evaluateAfter(act: (held: Held) => void): Staged<Evaluation> {
    act(need());
    return evaluation();
  }

  function open(input: { network: Network | null; situation: Situation; settings: AnalysisSettings }): Staged<Results> {
    const { network, situation, settings } = input;
    const travel = network ? createTravelCache(network) : createEstimatedTravelCache();
    held = { travel, real: situation, planned: [], plan: situation, settings, revision: 0 };
    return results(situation);
  }

  function situationOf({ facts = false }: Moment): Situation {
    const { real, plan } = need();
    return facts ? real : plan;
  }

  function routerOf(moment: Moment = {}): Router {
    const { travel, settings } = need();
    const { vehicle = settings.vehicle, now = settings.now } = moment;
    return travel.routerFor(situationOf(moment), { ...settings, vehicle, now });
  }

  return {
    open,
    load: ({ network, situation, settings }) =>
      open({ network: network && decodeNetwork(network), situation: fromSnapshot(situation), settings }),
    change: ({ revision, change, planned, now: clock }) =>
      evaluateAfter((now) => {
        now.revision = revision;
        if (clock !== undefined && clock > now.settings.now) now.settings = { ...now.settings, now: clock };
        if (planned) takePlanned(now, change);
        else takeReal(now, change);
      }),
    settings: ({ revision, settings }) => evaluateAfter((now) => Object.assign(now, { revision, settings })),
    reset: ({ revision }) => evaluateAfter((now) => Object.assign(now, { revision, planned: [], plan: now.real })),
    land: ({ revision, land }) => {
      const { travel } = need();
      const decoded = decodeLand(land);
      return evaluateAfter((now) => {
        now.revision = revision;
        if (travel.network === null) return;
        travel.useLand(decoded);
        made = new WeakMap();
      });
    },
    surface: function* () {
      const { travel, plan, settings } = need();
      const { careLevel } = settings;
      if (travel.network === null || careLevel === 'seat' || !travel.walksOf(plan)) return null;
      const { offRoad } = travel.routerFor(plan, settings) as OverLandRouter;
      const sites = [...plan.facilities.values()].filter((facility) => givesCare(facility, careLevel));
      const gradual = offRoad.surface(sites, true);
      for (;;) {
        const step = gradual.next();
        if (step.done) return step.value;
        yield { stage: 'surface', done: step.value, total: 1 };
      }
    },
    async explain({ figure, facts = false }) {
      const { real, plan, settings } = need();
      const situation = facts ? real : plan;
      const pack = activeRulePack(situation, settings.now);
      const figures = finish(results(situation));
      const { explain } = await lateParts.explain();
      return explain({ figure, situation, results: figures, pack });
    },
    async explainReport({ row, sameDay }) {
      const { real: situation, travel, settings } = need();
      const ways = waysOfPeople({ situation, travel, settings });
      const { explainReport } = await lateParts.explainReport();
      return explainReport({ row, sameDay, situation, ...ways });
    },
    refer({ villageId, patient, from, ...moment }) {
      const { settings } = need();
      const situation = situationOf(moment);
      const pack = activeRulePack(situation, moment.now ?? settings.now);
      return refer({ situation, router: routerOf(moment), villageId, from, patient, pack });
    },
    rank({ place, hospital, grade, needs, ...moment }) {
      const { settings } = need();
      const situation = situationOf(moment);
      const now = moment.now ?? settings.now;
      const rules = activeRulePack(situation, now);
      const routerFor = (vehicle: VehicleClass) => routerOf({ ...moment, vehicle });
      return rankVehicles({ situation, rules, place, hospital, grade, needs, now, routerFor });
    },
    route: ({ from, to, ...moment }) => routerOf(moment).route(from, to),
    road(at) {
      const { travel, plan, settings } = need();
      if (travel.network === null) return null;
      const { network } = travel;
      const scenario = travel.scenarioOf(plan);
      const { restrictions } = travel.closuresOf(plan, settings.now);
      return nearestRoad({ network, scenario, settings, router: travel.routerFor(plan, settings), restrictions }, at);
    },
    closureGeometry(moment) {
      const { travel, settings } = need();
      if (travel.network === null) return [];
      const { network } = travel;
      return [...travel.closuresOf(situationOf(moment), settings.now).edges].map(([closureId, edges]) => ({
        closureId,
        road: roadName(network, edges),
        coordinates: linesOf(network, edges)
      }));
    },
    feverReach(moment) {
      const { villages, facilities } = situationOf(moment);
      return feverReach([...villages.values()], [...facilities.values()], routerOf(moment));
    },
    async planReserve({ timeLimitSeconds, ...wanted }, options) {
      return planReserve(areaReserve(need().plan, routerOf(), wanted), solve, timeLimitSeconds, options);
    }
  };
}

/** Taking back the last trial forgets it, so that nothing planned is again the facts themselves. */
function takePlanned(now: Held, change: Change): void {
  const last = now.planned.at(-1);
  if (last && equalValues(invert(last).edits, change.edits)) {
    now.planned = now.planned.slice(0, -1);
    now.plan = overlayPlan(now.real, now.planned);
    return;
  }
  if (change.edits.length === 0) return;
  now.planned = [...now.planned, change];
  now.plan = overlayPlan(now.real, now.planned);
}

/** Facts of other desks may have outrun what this change was made from; the sender has settled that already. */
function takeReal(now: Held, change: Change): void {
  try {
    now.real = applyChange(now.real, change);
  } catch (error) {
    if (!(error instanceof ChangeConflict)) throw error;
    now.real = overlayChange(now.real, change);
  }
  now.plan = overlayPlan(now.real, now.planned);
}
