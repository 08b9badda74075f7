import { createAncestors } from './ancestors';
import type { Hook } from './hook';
import type { LiveWeights } from './live-weights';
import { addEnds } from './table';
import { NONE, NONE_MM } from './weights';

/** Least (ms, mm, site) of core nodes, found so far. */
export interface Marks {
  ms: Uint32Array;
  mm: Uint32Array;
  site: Int32Array;
}

/** Marks for `size` slots, all without a way. */
export function createMarks(size: number): Marks {
  return {
    ms: new Uint32Array(size).fill(NONE),
    mm: new Uint32Array(size).fill(NONE_MM),
    site: new Int32Array(size).fill(-1)
  };
}

/** Puts (ms, mm, site) in a slot where it is less than what stands there. */
export function offerMark(marks: Marks, slot: number, ms: number, mm: number, site: number): void {
  if (ms >= NONE || ms > marks.ms[slot]) return;
  if (ms === marks.ms[slot]) {
    if (mm > marks.mm[slot]) return;
    if (mm === marks.mm[slot] && site >= marks.site[slot]) return;
  }
  marks.ms[slot] = ms;
  marks.mm[slot] = mm;
  marks.site[slot] = site;
}

/** Searches up from all sites at once. `toSites`: against the direction of travel. */
export function climb(
  { hierarchy, weights }: LiveWeights,
  marks: Marks,
  sites: readonly Hook[],
  toSites: boolean
): void {
  const { parent, start, head } = hierarchy;
  const arcMs = toSites ? weights.fromMs : weights.toMs;
  const arcMm = toSites ? weights.fromMm : weights.toMm;
  const ancestors = createAncestors(parent);
  sites.forEach((hook, site) => {
    addEnds(ancestors, hook);
    offerMark(marks, hook.head, hook.headMs, hook.headMm, site);
    offerMark(marks, hook.tail, hook.tailMs, hook.tailMm, site);
  });
  const nodes = ancestors.take();
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    for (let arc = start[node]; arc < start[node + 1]; arc++)
      offerMark(marks, head[arc], marks.ms[node] + arcMs[arc], marks.mm[node] + arcMm[arc], marks.site[node]);
  }
}

/** Then down to one core node, all above it being done. */
export function descender({ hierarchy, weights }: LiveWeights, marks: Marks, toSites: boolean): (node: number) => void {
  const { start, head } = hierarchy;
  const arcMs = toSites ? weights.toMs : weights.fromMs;
  const arcMm = toSites ? weights.toMm : weights.fromMm;
  return (node) => {
    for (let arc = start[node]; arc < start[node + 1]; arc++) {
      const from = head[arc];
      offerMark(marks, node, marks.ms[from] + arcMs[arc], marks.mm[from] + arcMm[arc], marks.site[from]);
    }
  };
}
