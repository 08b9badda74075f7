import type { Village } from '../model/records';
import type { ReservePlan } from '../model/results';
import { IMPASSABLE } from '../network/network';
import type { TravelMatrix } from '../routing/routing';
import { coverModel, greedyCover, readCover, type CoverAnswer, type CoverProblem } from './max-cover';
import type { ReserveCandidate } from './reserve-candidates';
import { SolverUnavailable, type SolveModel } from './solve-model';

export interface ReserveInput {
  /** Vehicles to be added. */
  vehicles: number;
  /** Drive from base to village, walks included; a time equal to the limit is within it. */
  minutes: number;
  /** Whether today's vehicles stay at their bases or may be stationed anew together with the added ones. */
  existing: 'fixed' | 'free';
  villages: readonly Pick<Village, 'id' | 'residents'>[];
  candidates: readonly ReserveCandidate[];
  /** Candidates × villages. */
  drive: TravelMatrix;
}

/** The covering problem behind a plan; demands are villages, sites the candidates. */
export interface ReserveProblem extends CoverProblem {
  input: ReserveInput;
  /** Villages within the minutes of each candidate. */
  reach: readonly (readonly number[])[];
  /** Candidates that hold vehicles whatever is chosen. */
  fixed: readonly number[];
}

/**
 * States the plan as a maximal covering problem. With bases fixed, what they reach is covered already and they are no
 * sites; with bases free all vehicles, today's and the added, are to be placed. A second vehicle at a site covers nobody
 * new. Where no residents are known every village weighs one.
 */
export function stateReserve(input: ReserveInput): ReserveProblem {
  const { villages, candidates, drive, minutes, existing, vehicles } = input;
  const reach = candidates.map((_, row) =>
    villages.flatMap((_, column) => {
      const ms = drive.ms[row * villages.length + column];
      return ms !== IMPASSABLE && ms <= minutes * 60_000 ? [column] : [];
    })
  );
  const fixed = existing === 'fixed' ? candidates.flatMap(({ vehicles: n }, i) => (n > 0 ? [i] : [])) : [];
  const covered = new Set(fixed.flatMap((site) => reach[site]));
  const counted = villages.some(({ residents }) => residents > 0);
  const today = candidates.reduce((sum, candidate) => sum + candidate.vehicles, 0);
  return {
    input,
    reach,
    fixed,
    weights: villages.map(({ residents }, i) => (covered.has(i) ? 0 : counted ? residents : 1)),
    covers: reach.map((demands, site) => (fixed.includes(site) ? [] : demands.filter((each) => !covered.has(each)))),
    open: vehicles + (existing === 'free' ? today : 0)
  };
}

export interface PlanOptions {
  /** Called with the first answer, not proven, before the solver starts; not where there is nothing to choose. */
  onfirst?: (first: ReservePlan) => void;
  /** Gives the solving up, if the solver can be interrupted. */
  signal?: AbortSignal;
}

/**
 * The plan proven best by a solver; on its time limit the better of its answer and the first one, with the gap left; the
 * first one (`heuristic`) where no solver is to be had. Throws Error when the solver fails, the signal's reason when
 * given up.
 */
export async function planReserve(
  problem: ReserveProblem,
  solve: SolveModel,
  timeLimitSeconds: number,
  { onfirst, signal }: PlanOptions = {}
): Promise<ReservePlan> {
  const first = greedyCover(problem);
  const model = coverModel(problem);
  if (!model) return describe(problem, first, 'optimal', 0);
  const unproven = describe(problem, first, 'heuristic', null);
  onfirst?.(unproven);
  let answer;
  try {
    answer = await solve(model, { timeLimitSeconds, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (error instanceof SolverUnavailable) return unproven;
    throw error;
  }
  const { status, values, bound } = answer;
  if (status === 'failed') throw new Error('The solver gave no answer to the reserve plan.');
  const solved = readCover(problem, values);
  const best = solved.sites.length <= problem.open && solved.weight > first.weight ? solved : first;
  if (status === 'optimal') return describe(problem, best, 'optimal', 0);
  const gap = bound === null ? null : Math.max(0, bound - best.weight) / Math.max(1, best.weight);
  return describe(problem, best, 'time-limit', gap);
}

function describe(
  { input, reach, fixed, open }: ReserveProblem,
  { sites: chosen }: CoverAnswer,
  status: ReservePlan['status'],
  gap: number | null
): ReservePlan {
  const { villages, candidates, vehicles, minutes, existing } = input;
  const today = candidates.flatMap((candidate, i) => (candidate.vehicles > 0 ? [i] : []));
  const before = coveredBy(reach, today);
  const after = coveredBy(reach, [...fixed, ...chosen]);
  const persons = (covered: ReadonlySet<number>): number =>
    villages.reduce((sum, { residents }, i) => sum + (covered.has(i) ? residents : 0), 0);
  const ids = (covered: ReadonlySet<number>): Village['id'][] =>
    villages.flatMap(({ id }, i) => (covered.has(i) ? [id] : []));
  const sites = [...new Set([...fixed, ...chosen])].sort((a, b) => a - b);
  return {
    vehicles,
    minutes,
    existing,
    sites: sites.map((site) => ({
      candidateId: candidates[site].id,
      names: candidates[site].name,
      lon: candidates[site].lon,
      lat: candidates[site].lat,
      existing: candidates[site].vehicles > 0,
      vehicles: fixed.includes(site) ? candidates[site].vehicles : 1
    })),
    unplaced: open - chosen.length,
    coveredPersons: persons(after),
    coveredVillages: ids(after),
    beforePersons: persons(before),
    beforeVillages: ids(before),
    totalPersons: villages.reduce((sum, { residents }) => sum + residents, 0),
    gap,
    status
  };
}

function coveredBy(reach: ReserveProblem['reach'], sites: readonly number[]): Set<number> {
  return new Set(sites.flatMap((site) => reach[site]));
}
