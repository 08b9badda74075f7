import { IMPASSABLE } from '../network/network';
import { createAncestors } from './ancestors';
import { BeyondHierarchy } from './beyond';
import { alongChain, plus, type Hook } from './hook';
import type { LiveWeights } from './live-weights';
import { climb, createMarks, descender, offerMark, type Marks } from './marks';
import { addEnds, groupByChain, isSameEdge, type AlongEdge } from './table';
import { NONE } from './weights';

/** The nearest of many sites, by place. */
export interface Nearest {
  /** Index of the site, −1 where none can be reached; ms and mm are IMPASSABLE there. */
  site: Int32Array;
  ms: Uint32Array;
  mm: Uint32Array;
}

/**
 * For each place the site of least (ms, mm), of equals the first: one search from all sites at once, then down through
 * what lies above the places. Journeys go from the places to the sites with `toSites`, else the other way round.
 *
 * @throws BeyondHierarchy
 */
export function findNearest(
  live: LiveWeights,
  places: readonly Hook[],
  sites: readonly Hook[],
  toSites: boolean,
  alongEdge: AlongEdge
): Nearest {
  const { hierarchy, weights } = live;
  const ancestors = createAncestors(hierarchy.parent);
  places.forEach((hook) => addEnds(ancestors, hook));
  const marks = createMarks(hierarchy.count);
  climb(live, marks, sites, toSites);
  ancestors.take().forEach(descender(live, marks, toSites));

  const best = createMarks(places.length);
  const sitesOf = groupByChain(sites);
  places.forEach((place, i) => {
    const { head, tail } = place;
    if (place.headMs !== NONE)
      offerMark(best, i, plus(marks.ms[head], place.headMs), marks.mm[head] + place.headMm, marks.site[head]);
    if (place.tailMs !== NONE)
      offerMark(best, i, plus(marks.ms[tail], place.tailMs), marks.mm[tail] + place.tailMm, marks.site[tail]);
    for (const s of sitesOf.get(place.chain) ?? []) {
      const [from, to] = toSites ? [place, sites[s]] : [sites[s], place];
      const edgeEnds: [number, number] = toSites ? [i, s] : [s, i];
      const way = isSameEdge(from, to) ? alongEdge(...edgeEnds) : alongChain(weights, from, to);
      if (way) offerMark(best, i, way.ms, way.mm, s);
    }
  });
  checkMarks(live, marks, best);
  return {
    site: best.site,
    ms: best.ms.map((ms) => (ms === NONE ? IMPASSABLE : ms)),
    mm: best.mm.map((mm, i) => (best.ms[i] === NONE ? IMPASSABLE : mm))
  };
}

/** @throws BeyondHierarchy where a way may be too long to be told. */
function checkMarks({ extent, safeMs }: LiveWeights, marks: Marks, best: Marks): void {
  let unreached = false;
  for (const ms of best.ms) {
    if (ms === NONE) unreached = true;
    else if (ms > safeMs) throw new BeyondHierarchy();
  }
  if (unreached && marks.ms.some((ms) => ms !== NONE && ms + extent.longest >= NONE)) throw new BeyondHierarchy();
}
