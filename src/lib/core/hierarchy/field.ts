import { createAncestors } from './ancestors';
import { BeyondHierarchy } from './beyond';
import { fieldKernelOf } from './field-kernel';
import { plus, type Hook } from './hook';
import { offerLabel } from './labels';
import { LANES } from './kernel';
import type { LiveWeights } from './live-weights';
import { offerMark } from './marks';
import { climbFrom } from './nearest';
import { addEnds, seedEnds } from './table';
import { NONE } from './weights';

/**
 * Least (ms, mm) from each of up to eight sources to every node of the network, or from every node to each of them. The
 * ms of lane l at slot s stand at `s·LABEL + l`, its mm at `+ LANES`; NONE where there is no way. They stand in the kernel
 * until it is used again.
 *
 * @throws BeyondHierarchy
 */
export function findField(live: LiveWeights, sources: readonly Hook[], forward: boolean): Uint32Array {
  const { hierarchy } = live;
  const sweep = fieldKernelOf(live).labels;
  sweep.clearAll();
  const labels = sweep.numbers();
  const ancestors = createAncestors(hierarchy.parent);
  sources.forEach((hook, lane) => {
    addEnds(ancestors, hook);
    seedEnds(labels, hook, lane);
  });
  sweep.up(ancestors.take().reverse(), forward);
  checkMost(live, sweep.downAll(forward));
  sources.forEach((hook, lane) =>
    withinChain(live, hook, forward, (slot, ms, mm) => offerLabel(labels, slot, lane, ms, mm))
  );
  return labels;
}

/**
 * The ms of `findField` alone, which is all a map needs: lane l of slot s stands at `s·LANES + l`. Half the memory, and
 * about half the time.
 *
 * @throws BeyondHierarchy
 */
export function findTimes(live: LiveWeights, sources: readonly Hook[], forward: boolean): Uint32Array {
  const { hierarchy, extent } = live;
  const sweep = fieldKernelOf(live).times;
  sweep.clearAll();
  const times = sweep.numbers();
  const offer = (slot: number, lane: number, ms: number) => {
    times[slot * LANES + lane] = Math.min(times[slot * LANES + lane], ms);
  };
  const ancestors = createAncestors(hierarchy.parent);
  sources.forEach((hook, lane) => {
    addEnds(ancestors, hook);
    offer(hook.head, lane, hook.headMs);
    offer(hook.tail, lane, hook.tailMs);
  });
  sweep.up(ancestors.take().reverse(), forward);
  if (sweep.downAll(forward) + extent.longest >= NONE) throw new BeyondHierarchy();
  sources.forEach((hook, lane) => withinChain(live, hook, forward, (slot, ms) => offer(slot, lane, ms)));
  return times;
}

/**
 * For every node, by slot, the mark of the site of least (ms, mm), of equals the first. Journeys go from the nodes to the
 * sites with `toSites`, else the other way round. They stand in the kernel until it is used again.
 *
 * @throws BeyondHierarchy
 */
export function findNearestField(live: LiveWeights, sites: readonly Hook[], toSites: boolean): Uint32Array {
  const sweep = fieldKernelOf(live).marks;
  sweep.clearAll();
  climbFrom(live, sites, toSites);
  checkMost(live, sweep.downAll(!toSites));
  const marks = sweep.numbers();
  sites.forEach((hook, site) =>
    withinChain(live, hook, !toSites, (slot, ms, mm) => offerMark(marks, slot, ms, mm, site))
  );
  return marks;
}

/** A label further by any one weight or chain must be neither NONE nor beyond what the mm hold. */
function checkMost({ extent, safeMs }: LiveWeights, most: number): void {
  if (most + extent.longest > Math.min(safeMs, NONE - 1)) throw new BeyondHierarchy();
}

/** The inner nodes of the hook's own chain, reached without leaving it. */
function withinChain(
  { hierarchy: { chains }, weights }: LiveWeights,
  hook: Hook,
  forward: boolean,
  visit: (slot: number, ms: number, mm: number) => void
): void {
  const { chain } = hook;
  if (chain < 0) return;
  const [aheadMs, backMs] = forward ? [weights.aheadMs, weights.backMs] : [weights.backMs, weights.aheadMs];
  // The inner node after place p.
  const base = chains.coreCount - chain;
  const first = chains.start[chain];
  const last = chains.start[chain + 1] - 1;
  let ms = hook.aheadMs;
  let mm = hook.aheadMm;
  for (let place = hook.ahead - 1; place < last; place++) {
    visit(base + place, ms, mm);
    ms = plus(ms, aheadMs[place + 1]);
    mm += weights.placeMm[place + 1];
  }
  ms = hook.behindMs;
  mm = hook.behindMm;
  for (let place = hook.behind; place >= first; place--) {
    visit(base + place, ms, mm);
    ms = plus(ms, backMs[place]);
    mm += weights.placeMm[place];
  }
}
