import { enterSnap, leaveSnap } from '../hierarchy/hook';
import { findNearest, type Nearest } from '../hierarchy/nearest';
import { IMPASSABLE } from '../network/network';
import { alongOneEdge, onHierarchy } from './fast-solver';
import { onRoads, samePosition, type RoadRouter } from './router';
import type { Place } from './routing';

/**
 * For each place the nearest of many sites by least (ms, mm), of equals the first, in one search from all sites at once;
 * index −1 and IMPASSABLE times where none can be reached. Journeys go from the places to the sites with `toSites`, else
 * from the sites to the places.
 */
export function nearestSites(
  router: RoadRouter,
  places: readonly Place[],
  sites: readonly Place[],
  toSites: boolean
): Nearest {
  const { ground, metric } = router;
  const { network } = ground;
  const live = ground.live();
  return live ? onHierarchy(live, metric, fast, slow) : slow();

  function fast(): Nearest {
    const { hierarchy, weights } = live!;
    const near = onRoads(places.map(router.snap));
    const far = onRoads(sites.map(router.snap));
    const leave = toSites ? near.snaps : far.snaps;
    const enter = toSites ? far.snaps : near.snaps;
    const leaving = leave.map((snap) => leaveSnap(hierarchy.chains, weights, snap));
    const entering = enter.map((snap) => enterSnap(hierarchy.chains, weights, snap));
    const found = findNearest(live!, toSites ? leaving : entering, toSites ? entering : leaving, toSites, (i, j) =>
      alongOneEdge(network, router.metric, leave[i], enter[j])
    );
    const siteOf = sites.flatMap((_, site) => (far.at[site] < 0 ? [] : [site]));
    return collect((place) => {
      const at = near.at[place];
      const site = at < 0 ? -1 : found.site[at];
      return site < 0 ? null : { site: siteOf[site], ms: found.ms[at], mm: found.mm[at] };
    });
  }

  function slow(): Nearest {
    const times = toSites ? router.matrix(places, sites) : router.matrix(sites, places);
    return collect((place) => {
      let best: { site: number; ms: number; mm: number } | null = null;
      for (let site = 0; site < sites.length; site++) {
        const cell = toSites ? place * sites.length + site : site * places.length + place;
        const [ms, mm] = [times.ms[cell], times.mm[cell]];
        if (times.reason[cell] === 0 && (!best || ms < best.ms || (ms === best.ms && mm < best.mm)))
          best = { site, ms, mm };
      }
      return best;
    });
  }

  /** A place where a site stands is there already. */
  function collect(answer: (place: number) => { site: number; ms: number; mm: number } | null): Nearest {
    const result: Nearest = {
      site: new Int32Array(places.length).fill(-1),
      ms: new Uint32Array(places.length).fill(IMPASSABLE),
      mm: new Uint32Array(places.length).fill(IMPASSABLE)
    };
    places.forEach((place, i) => {
      const here = sites.findIndex((site) => samePosition(place, site));
      const found = here >= 0 ? { site: here, ms: 0, mm: 0 } : answer(i);
      if (!found) return;
      result.site[i] = found.site;
      result.ms[i] = found.ms;
      result.mm[i] = found.mm;
    });
    return result;
  }
}
