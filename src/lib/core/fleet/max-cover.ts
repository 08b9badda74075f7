/**
 * Maximal covering location problem (Church and ReVelle 1974): open at most `open` sites so that most weight has an open
 * site that covers it.
 */
export interface CoverProblem {
  /** Weight of each demand, not negative. */
  weights: readonly number[];
  /** Demands each site covers. */
  covers: readonly (readonly number[])[];
  /** Sites to open at most. */
  open: number;
}

export interface CoverAnswer {
  /** Open sites, ascending. */
  sites: number[];
  weight: number;
}

/** Weight of the demands that at least one of the sites covers. */
export function coveredWeight({ weights, covers }: CoverProblem, sites: readonly number[]): number {
  const covered = new Set(sites.flatMap((site) => covers[site]));
  let weight = 0;
  for (const demand of covered) weight += weights[demand];
  return weight;
}

/**
 * A good answer at once: greedy adding, then the best exchange of one open for one closed site until none gains
 * (Teitz and Bart 1968). Sites that add nothing are not opened. Deterministic: ties go to the lowest site.
 */
export function greedyCover(problem: CoverProblem): CoverAnswer {
  const { weights, covers, open } = problem;
  const times = new Uint32Array(weights.length);
  const sites: number[] = [];
  const gain = (site: number): number =>
    covers[site].reduce((sum, demand) => sum + (times[demand] === 0 ? weights[demand] : 0), 0);
  const loss = (site: number): number =>
    covers[site].reduce((sum, demand) => sum + (times[demand] === 1 ? weights[demand] : 0), 0);
  const add = (site: number): void => covers[site].forEach((demand) => times[demand]++);
  const drop = (site: number): void => covers[site].forEach((demand) => times[demand]--);
  const bestAddition = (): { site: number; gain: number } => {
    let best = { site: -1, gain: 0 };
    covers.forEach((_, site) => {
      if (sites.includes(site)) return;
      const each = gain(site);
      if (each > best.gain) best = { site, gain: each };
    });
    return best;
  };

  while (sites.length < open) {
    const { site } = bestAddition();
    if (site < 0) break;
    add(site);
    sites.push(site);
  }
  for (let improved = true; improved;) {
    improved = false;
    let best = { at: -1, site: -1, gain: 0 };
    for (let at = 0; at < sites.length; at++) {
      const old = sites[at];
      const lost = loss(old);
      drop(old);
      const next = bestAddition();
      if (next.site >= 0 && next.gain - lost > best.gain) best = { at, site: next.site, gain: next.gain - lost };
      add(old);
    }
    if (best.at < 0) break;
    drop(sites[best.at]);
    add(best.site);
    sites[best.at] = best.site;
  }
  sites.sort((a, b) => a - b);
  return { sites, weight: coveredWeight(problem, sites) };
}

/**
 * The problem as a model in CPLEX LP format: `x<site>` binary, `y<group>` the share covered of the demands that exactly
 * the same sites cover. Null when there is nothing to choose.
 */
export function coverModel({ weights, covers, open }: CoverProblem): string | null {
  const groups = new Map<string, { sites: number[]; weight: number }>();
  const sitesOf = weights.map((): number[] => []);
  covers.forEach((demands, site) => demands.forEach((demand) => sitesOf[demand].push(site)));
  sitesOf.forEach((sites, demand) => {
    if (sites.length === 0 || weights[demand] === 0) return;
    const key = sites.join();
    const group = groups.get(key);
    if (group) group.weight += weights[demand];
    else groups.set(key, { sites, weight: weights[demand] });
  });
  if (groups.size === 0 || open <= 0) return null;
  const all = [...groups.values()];
  const used = [...new Set(all.flatMap((group) => group.sites))].sort((a, b) => a - b);
  return [
    'Maximize',
    ...wrapped(
      ' covered:',
      all.map(({ weight }, i) => `+ ${weight} y${i}`)
    ),
    'Subject To',
    ...all.flatMap(({ sites }, i) => wrapped(` c${i}: y${i}`, [...sites.map((site) => `- x${site}`), '<= 0'])),
    ...wrapped(' open:', [...used.map((site) => `+ x${site}`), `<= ${open}`]),
    'Bounds',
    ...all.map((_, i) => ` 0 <= y${i} <= 1`),
    'Binary',
    ...wrapped(
      '',
      used.map((site) => `x${site}`)
    ),
    'End',
    ''
  ].join('\n');
}

/** The sites a solver opened, from its column values by name. */
export function readCover(problem: CoverProblem, values: ReadonlyMap<string, number>): CoverAnswer {
  const sites = problem.covers.flatMap((_, site) => ((values.get(`x${site}`) ?? 0) > 0.5 ? [site] : []));
  return { sites, weight: coveredWeight(problem, sites) };
}

/** LP readers limit the length of a line. */
function wrapped(head: string, terms: readonly string[]): string[] {
  const lines: string[] = [];
  let line = head;
  for (const term of terms) {
    if (line.length + term.length > 240) {
      lines.push(line);
      line = '';
    }
    line += ` ${term}`;
  }
  return [...lines, line];
}
