/** What came of a model: column values by name, and how good they are proven to be. */
export interface ModelAnswer {
  status: 'optimal' | 'time-limit' | 'failed';
  values: ReadonlyMap<string, number>;
  /** No answer can be above this. */
  bound: number | null;
}

/**
 * Solves a mixed-integer model in CPLEX LP format; may take up to the time limit. A solver that can be interrupted rejects
 * with the signal's reason once it is aborted. Throws SolverUnavailable when it could not be had at all.
 */
export type SolveModel = (
  model: string,
  options: { timeLimitSeconds: number; signal?: AbortSignal }
) => Promise<ModelAnswer>;

/** The solver could not be loaded, e.g. with the network cut, or did not survive the model. */
export class SolverUnavailable extends Error {
  constructor(why: string) {
    super(`The solver is not available: ${why}.`);
  }
}

/** The little of the npm package `highs` that is used here; `loadHighs()` gives one. */
export interface Highs {
  createModel(source: { format: 'lp'; data: string }): HighsModel;
  readonly constants: { readonly modelStatus: { readonly optimal: number; readonly timeLimit: number } };
}
interface HighsModel {
  readonly options: { set(options: Record<string, unknown>): unknown };
  readonly info: { get(name: 'mip_dual_bound'): unknown };
  run(): unknown;
  getModelStatus(): number;
  getSolution(): { colValue: ArrayLike<number> };
  getColName(column: number): string;
  dispose(): void;
}

/**
 * A `SolveModel` on HiGHS. Gaps are set to nothing, so `optimal` means proven. HiGHS runs on the calling thread
 * and heeds no signal: in the browser call it in a worker.
 */
export function highsSolver(load: () => Promise<Highs>): SolveModel {
  return async (model, { timeLimitSeconds }) => {
    const highs = await load();
    const problem = highs.createModel({ format: 'lp', data: model });
    try {
      problem.options.set({ output_flag: false, time_limit: timeLimitSeconds, mip_rel_gap: 0, mip_abs_gap: 0 });
      problem.run();
      const status = problem.getModelStatus();
      const { optimal, timeLimit } = highs.constants.modelStatus;
      const { colValue } = problem.getSolution();
      const values = new Map<string, number>();
      for (let column = 0; column < colValue.length; column++) values.set(problem.getColName(column), colValue[column]);
      const bound = Number(problem.info.get('mip_dual_bound'));
      return {
        status: status === optimal ? 'optimal' : status === timeLimit ? 'time-limit' : 'failed',
        values,
        bound: Number.isFinite(bound) ? bound : null
      };
    } finally {
      problem.dispose();
    }
  };
}
