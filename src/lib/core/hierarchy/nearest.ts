import { IMPASSABLE } from '../network/network';
import { createAncestors } from './ancestors';
import { BeyondHierarchy } from './beyond';
import { alongChain, plus, type Hook } from './hook';
import { fieldKernelOf } from './field-kernel';
import type { LiveWeights } from './live-weights';
import { createMarks, MARK, MARK_MM, MARK_MS, MARK_SITE, offerMark } from './marks';
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
  const sweep = fieldKernelOf(live).marks;
  const ancestors = createAncestors(hierarchy.parent);
  places.forEach((hook) => addEnds(ancestors, hook));
  const below = ancestors.take();
  sweep.clear(below);
  const above = climbFrom(live, sites, toSites);
  sweep.down(below, !toSites);

  const marks = sweep.numbers();
  const best = createMarks(places.length);
  const sitesOf = groupByChain(sites);
  const offerEnd = (i: number, node: number, ms: number, mm: number) => {
    if (ms === NONE) return;
    const at = node * MARK;
    offerMark(best, i, plus(marks[at + MARK_MS], ms), marks[at + MARK_MM] + mm, marks[at + MARK_SITE]);
  };
  places.forEach((place, i) => {
    offerEnd(i, place.head, place.headMs, place.headMm);
    offerEnd(i, place.tail, place.tailMs, place.tailMm);
    for (const s of sitesOf.get(place.chain) ?? []) {
      const [from, to] = toSites ? [place, sites[s]] : [sites[s], place];
      const [i1, i2] = toSites ? [i, s] : [s, i];
      const way = isSameEdge(from, to) ? alongEdge(i1, i2) : alongChain(weights, from, to);
      if (way) offerMark(best, i, way.ms, way.mm, s);
    }
  });
  return readBest(live, best, [above, below]);
}

/** Searches up from all sites at once, over marks cleared here above them; gives the nodes above. */
export function climbFrom(live: LiveWeights, sites: readonly Hook[], toSites: boolean): Uint32Array {
  const { hierarchy } = live;
  const sweep = fieldKernelOf(live).marks;
  const ancestors = createAncestors(hierarchy.parent);
  sites.forEach((hook) => addEnds(ancestors, hook));
  const above = ancestors.take();
  sweep.clear(above);
  const marks = sweep.numbers();
  sites.forEach((hook, site) => {
    offerMark(marks, hook.head, hook.headMs, hook.headMm, site);
    offerMark(marks, hook.tail, hook.tailMs, hook.tailMm, site);
  });
  sweep.up(above.slice().reverse(), !toSites);
  return above;
}

/** @throws BeyondHierarchy where a way may be too long to be told. */
function readBest(live: LiveWeights, best: Uint32Array, lists: Uint32Array[]): Nearest {
  const { extent, safeMs } = live;
  const places = best.length / MARK;
  const result: Nearest = {
    site: new Int32Array(places).fill(-1),
    ms: new Uint32Array(places).fill(IMPASSABLE),
    mm: new Uint32Array(places).fill(IMPASSABLE)
  };
  let unreached = false;
  for (let i = 0; i < places; i++) {
    const ms = best[i * MARK + MARK_MS];
    if (ms === NONE) {
      unreached = true;
      continue;
    }
    if (ms > safeMs) throw new BeyondHierarchy();
    result.site[i] = best[i * MARK + MARK_SITE];
    result.ms[i] = ms;
    result.mm[i] = best[i * MARK + MARK_MM];
  }
  if (!unreached) return result;
  const marks = fieldKernelOf(live).marks.numbers();
  for (const nodes of lists) {
    for (const node of nodes) {
      const ms = marks[node * MARK + MARK_MS];
      if (ms !== NONE && ms + extent.longest >= NONE) throw new BeyondHierarchy();
    }
  }
  return result;
}
