/** One measured figure; `ratio` = reference ÷ ours, both measured in the same run. */
export interface Figure {
  name: string;
  graph: string;
  value: number;
  unit: string;
  reference: number | null;
  ratio: number | null;
}

/** Sizes of the bench with many screens; the others have their own. */
export interface LiveSizes {
  clients: number;
  seconds: number;
  cutSeconds: number;
}

/** A bench asserts its own answer and throws when it is wrong. */
export type Bench = (sizes: LiveSizes) => Promise<Figure[]>;

/** Median wall milliseconds of `runs` calls after one warm-up. */
export function medianMs(runs: number, work: (run: number) => void): number {
  work(0);
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    work(run + 1);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[times.length >> 1];
}

export function mustEqual(what: string, ours: unknown, reference: unknown): void {
  if (ours !== reference)
    throw new Error(`Bench answer is wrong: ${what} is ${ours}, the reference says ${reference}.`);
}
