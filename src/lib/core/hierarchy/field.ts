import { createAncestors } from './ancestors';
import { BeyondHierarchy } from './beyond';
import { plus, type Hook } from './hook';
import { offerLabel } from './labels';
import type { LiveWeights } from './live-weights';
import { climb, createMarks, descender, offerMark, type Marks } from './marks';
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
  const { kernel, hierarchy } = live;
  kernel.clearAll();
  const labels = kernel.labels();
  const ancestors = createAncestors(hierarchy.parent);
  sources.forEach((hook, lane) => {
    addEnds(ancestors, hook);
    seedEnds(labels, hook, lane);
  });
  kernel.up(ancestors.take().reverse(), forward);
  checkMost(live, kernel.downAll(forward));
  sources.forEach((hook, lane) =>
    withinChain(live, hook, forward, (slot, ms, mm) => offerLabel(labels, slot, lane, ms, mm))
  );
  return labels;
}

/**
 * For every node, by slot, the site of least (ms, mm), of equals the first, and these. Journeys go from the nodes to the
 * sites with `toSites`, else the other way round.
 *
 * @throws BeyondHierarchy
 */
export function findNearestField(live: LiveWeights, sites: readonly Hook[], toSites: boolean): Marks {
  const { hierarchy, weights } = live;
  const { chains, count } = hierarchy;
  const marks = createMarks(chains.slot.length);
  climb(live, marks, sites, toSites);
  const descend = descender(live, marks, toSites);
  let most = 0;
  for (let node = 0; node < count; node++) {
    descend(node);
    if (marks.ms[node] !== NONE && marks.ms[node] > most) most = marks.ms[node];
  }
  checkMost(live, most);

  const fromTail = toSites ? weights.backMs : weights.aheadMs;
  const fromHead = toSites ? weights.aheadMs : weights.backMs;
  const { placeMm } = weights;
  for (let chain = 0; chain < chains.count; chain++) {
    const begin = chains.start[chain];
    const last = chains.start[chain + 1] - 1;
    if (begin === last) continue;
    // The inner node after place p.
    const base = chains.coreCount - chain;
    const tail = chains.tail[chain];
    let ms = marks.ms[tail];
    let mm = marks.mm[tail];
    for (let place = begin; place < last && ms !== NONE; place++) {
      ms = Math.min(NONE, ms + fromTail[place]);
      mm += placeMm[place];
      offerMark(marks, base + place, ms, mm, marks.site[tail]);
    }
    const head = chains.head[chain];
    ms = marks.ms[head];
    mm = marks.mm[head];
    for (let place = last; place > begin && ms !== NONE; place--) {
      ms = Math.min(NONE, ms + fromHead[place]);
      mm += placeMm[place];
      offerMark(marks, base + place - 1, ms, mm, marks.site[head]);
    }
  }
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
