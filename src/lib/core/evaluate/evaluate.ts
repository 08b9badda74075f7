import { coverTable } from '../coverage/cover-table';
import { findCatchments } from '../coverage/find-catchments';
import { findReach, findSeatReach } from '../coverage/find-reach';
import { assessOrganisation } from '../duty/assess-organisation';
import { farFromMedicine } from '../duty/medicine-points';
import { assessEquipment } from '../equipment/assess-equipment';
import { assessReadiness } from '../fleet/readiness';
import { assessMedicines } from '../medicine/assess-medicines';
import { lowestSites } from '../medicine/lowest-sites';
import { walkOverLand } from '../grid/over-land';
import type { FacilityId, VillageId } from '../model/ids';
import type { Facility, Village } from '../model/records';
import type { LimbStatus, Reach, Results, VillageResult } from '../model/results';
import { CARE_LEVELS, type AnalysisSettings, type Situation } from '../model/situation';
import { isMeasured, judgeRemote } from '../people/judge-remote';
import { scoreRisk } from '../people/score-risk';
import { lateReporters } from '../report/late-reporters';
import { localDay } from '../report/local-time';
import { activeRulePack, type RulePack } from '../rules/rule-pack';
import { findGaps } from './find-gaps';
import { stateFinding } from './state-finding';
import { makeTiles } from './make-tiles';
import type { SnapResult, TravelMatrix } from '../routing/routing';
import type { TravelCache } from './travel-cache';
import { withinUnit } from './within-unit';

export interface EvaluationInput {
  situation: Situation;
  settings: AnalysisSettings;
  /** The pack in force at the settings' clock unless another is given. */
  rulePack?: RulePack;
  revision: number;
  travel: TravelCache;
}

export interface EvaluationStage {
  stage: 'travel' | 'coverage' | 'remote' | 'medicine' | 'readiness' | 'risk' | 'gaps' | 'finding';
  done: number;
  total: number;
}

/**
 * Every figure of the screens from the facts, in one forward pass. Same facts, same figures to the last bit; `computeMs`
 * is 0, the caller has the clock. Villages come in the situation's order. With `settings.unit` everything but the
 * catchments, which rest on no hidden record, is of that township alone.
 */
export function evaluate(input: EvaluationInput): Results {
  const stages = evaluateInStages(input);
  for (;;) {
    const step = stages.next();
    if (step.done) return step.value;
  }
}

/** The same, stopping before each stage, so that a worker can listen in between and give up. */
export function* evaluateInStages(input: EvaluationInput): Generator<EvaluationStage, Results> {
  const { situation, settings, revision, travel } = input;
  const pack = input.rulePack ?? activeRulePack(situation, settings.now);
  const today = localDay(settings.now, pack);
  const villages = listOf(situation.villages);
  const facilities = listOf(situation.facilities);
  const { unit } = settings;
  const shown = unit === undefined ? situation : withinUnit(situation, unit);
  const shownAt = villages.flatMap(({ id }, v) => (shown.villages.has(id) ? [v] : []));
  const total = 8;

  yield { stage: 'travel', done: 0, total };
  const estimated = travel.network === null;
  const { router, times, snaps, reach, walks } = waysOf(input, villages, facilities);

  yield { stage: 'coverage', done: 1, total };
  const coverage = Object.fromEntries(
    [...CARE_LEVELS, 'seat' as const].map((careLevel) => [
      careLevel,
      coverTable({
        careLevel,
        thresholds: settings.thresholds,
        townships: listOf(shown.townships),
        villages: shownAt.map((v) => villages[v]),
        ms: shownAt.map((v) => reach[v][careLevel].ms),
        reasons: shownAt.map((v) => reach[v][careLevel].reason)
      })
    ])
  ) as Results['coverage'];
  const catchments = findCatchments(facilities, villages, reach);

  yield { stage: 'remote', done: 2, total };
  const remote = villages.map((_, v) => judgeRemote({ reach: reach[v], walkMetres: walks[v].metres, estimated }, pack));
  const remoteVillages = new Set(villages.flatMap(({ id }, v) => (remote[v].remote ? [id] : [])));

  yield { stage: 'medicine', done: 3, total };
  const servedBy = servedByOf(villages, facilities, times);
  const assessed = assessMedicines({ situation, servedBy, remoteVillages, pack, today });
  const medicines = assessed.filter(({ facilityId }) => shown.facilities.has(facilityId));

  yield { stage: 'readiness', done: 4, total };
  const readiness = assessReadiness(shown, pack, settings.now);
  const equipment = assessEquipment({ situation: shown, pack });
  const reports = lateReporters(shown, pack, settings.now);
  const rowOf = new Map<string, number>(villages.map(({ id }, v) => [id, v]));
  const columnOf = new Map<string, number>(facilities.map(({ id }, f) => [id, f]));
  const organisation = assessOrganisation({
    situation,
    settings,
    pack,
    travel: (villageId, facilityId) => {
      const cell = (rowOf.get(villageId) ?? 0) * times.columns + (columnOf.get(facilityId) ?? 0);
      return times.reason[cell] ? null : times.ms[cell];
    },
    farFromMedicine: farFromMedicine({
      villages: shownAt.map((v) => villages[v]),
      any: shownAt.map((v) => reach[v].any),
      suppliers: situation.suppliers,
      router,
      pack,
      estimated
    })
  });

  yield { stage: 'risk', done: 5, total };
  const counts = countsByVillage(shown);
  const stock = new Map<FacilityId, LimbStatus[]>();
  for (const { facilityId, status } of medicines) stock.set(facilityId, [...(stock.get(facilityId) ?? []), status]);
  const risk = scoreRisk(
    shownAt.map((v) => ({
      village: villages[v],
      count: counts.get(villages[v].id),
      severe: estimated && !isMeasured(reach[v].severe) ? NOT_ASSESSED : reach[v].severe,
      stock: stock.get(servedBy.get(villages[v].id) as FacilityId) ?? []
    })),
    pack
  );
  const villageResults: VillageResult[] = shownAt.map((v, i) => ({
    villageId: villages[v].id,
    reach: reach[v],
    walkMetres: walks[v].metres,
    snapReason: snaps[v].reason,
    overLandMs: walks[v].overLandMs,
    snapLon: snaps[v].snap?.lon ?? null,
    snapLat: snaps[v].snap?.lat ?? null,
    remote: remote[v],
    risk: risk[i]
  }));

  yield { stage: 'gaps', done: 6, total };
  const derived = {
    villages: villageResults,
    coverage,
    medicines,
    readiness,
    equipment,
    reports,
    organisation,
    estimated
  };
  const gaps = findGaps({ situation: shown, settings, pack, today, counts, ...derived });

  yield { stage: 'finding', done: 7, total };
  const tiles = makeTiles({ situation: shown, settings, pack, today, counts, ...derived });
  const finding = stateFinding({ situation: shown, pack, ...derived });
  return {
    revision,
    settings,
    computeMs: 0,
    ...(estimated ? { estimated } : {}),
    villages: villageResults,
    coverage,
    catchments,
    medicines,
    readiness,
    reports,
    organisation,
    gaps,
    tiles,
    finding
  };
}

export interface PeoplesWays {
  /** Lowest open site of each village. */
  servedBy: ReadonlyMap<VillageId, FacilityId>;
  /** Villages that are remote by the limits of a pack. */
  remoteVillages: (pack: RulePack) => ReadonlySet<VillageId>;
}

/** Whom each site serves and who is remote, of all villages: what a report of another day is judged with. */
export function waysOfPeople(input: Pick<EvaluationInput, 'situation' | 'settings' | 'travel'>): PeoplesWays {
  const villages = listOf(input.situation.villages);
  const facilities = listOf(input.situation.facilities);
  const estimated = input.travel.network === null;
  const { times, reach, walks } = waysOf(input, villages, facilities);
  const isRemote = (v: number, pack: RulePack) =>
    judgeRemote({ reach: reach[v], walkMetres: walks[v].metres, estimated }, pack).remote;
  return {
    servedBy: servedByOf(villages, facilities, times),
    remoteVillages: (pack) => new Set(villages.flatMap(({ id }, v) => (isRemote(v, pack) ? [id] : [])))
  };
}

type Ways = Pick<EvaluationInput, 'situation' | 'settings' | 'travel'>;

function waysOf(input: Ways, villages: Village[], facilities: Facility[]) {
  const { router, times, roads } = timesOf(input, villages, facilities);
  const snaps = villages.map((village) => router.snap(village));
  const seats = findSeatReach(villages, input.situation.townships, router);
  const reach = findReach({ villages, facilities, times, snaps }).map((each, v) => ({ ...each, seat: seats[v] }));
  const walks = villages.map((village, v) => walkOf(village, snaps[v], reach[v].any.facilityId));
  return { router, times, snaps, reach, walks };

  function walkOf(village: Village, { snap }: SnapResult, siteId: FacilityId | null): Walk {
    if (snap) return { metres: snap.walkMm / 1000, overLandMs: null };
    const site = siteId === null ? undefined : input.situation.facilities.get(siteId);
    const way = roads && site ? walkOverLand(roads, village, site) : null;
    return { metres: way && way.walkMm / 1000, overLandMs: way && way.walkMs };
  }
}

/** How a village comes to its road; `overLandMs` where no road is within the snap limit. */
interface Walk {
  metres: number | null;
  overLandMs: number | null;
}

function servedByOf(villages: Village[], facilities: Facility[], times: TravelMatrix) {
  return lowestSites(villages, facilities, (v, f) => {
    const cell = v * times.columns + f;
    return times.reason[cell] ? null : { ms: times.ms[cell], mm: times.mm[cell] };
  });
}

/** An estimate is no ground for a risk score. */
const NOT_ASSESSED: Reach = { facilityId: null, ms: null, mm: null, reason: 'no-open-facility' };

function timesOf({ travel, situation, settings }: Ways, villages: Village[], facilities: Facility[]) {
  if (travel.network === null) {
    const router = travel.routerFor(situation, settings);
    return { router, times: travel.timesToFacilities(router, villages, facilities), roads: null };
  }
  const router = travel.routerFor(situation, settings);
  return { router, times: travel.timesToFacilities(router, villages, facilities), roads: router };
}

const lists = new WeakMap<ReadonlyMap<string, unknown>, unknown[]>();

/** Records of a collection in order; the same list for the same collection, so that caches know it again. */
function listOf<T>(collection: ReadonlyMap<string, T>): T[] {
  let list = lists.get(collection);
  if (!list) lists.set(collection, (list = [...collection.values()]));
  return list as T[];
}

/** The latest count of each village. */
export function countsByVillage({ peopleCounts }: Pick<Situation, 'peopleCounts'>) {
  const counts = new Map<VillageId, Situation['peopleCounts'] extends ReadonlyMap<string, infer C> ? C : never>();
  for (const count of peopleCounts.values()) {
    const held = counts.get(count.villageId);
    if (!held || (count.countedOn ?? '') >= (held.countedOn ?? '')) counts.set(count.villageId, count);
  }
  return counts;
}
