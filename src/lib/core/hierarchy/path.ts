import { createAncestors } from './ancestors';
import { BeyondHierarchy } from './beyond';
import { alongChain, isAhead, type Hook } from './hook';
import type { LiveWeights } from './live-weights';
import { createMarks, MARK, MARK_MM, MARK_MS, MARK_SITE, offerMark } from './marks';
import { addEnds, isSameEdge } from './table';
import { unpackArc } from './unpack';
import { NONE, NONE_MM } from './weights';

/** A quickest way as the arcs driven whole, from the first node it comes to up to the last it leaves. */
export interface ArcPath {
  ms: number;
  mm: number;
  arcs: number[];
  /** Whether it leaves its start, and comes to its end, along the chain's direction there. */
  leavesAhead: boolean;
  entersAhead: boolean;
}

/**
 * The quickest way between two hooks, but for one that stays on the very edge both hang from; null where there is none.
 * Of ways equal in ms and mm any one.
 *
 * @throws BeyondHierarchy
 */
export function findPath(live: LiveWeights, start: Hook, end: Hook): ArcPath | null {
  const { hierarchy, weights, extent } = live;
  const out = climbFrom(live, start, true);
  const back = climbFrom(live, end, false);
  let best = { ms: NONE, mm: NONE_MM, meet: -1 };
  let unsure = false;
  for (const { at, marks } of [out, back]) {
    for (let i = MARK_MS; i < at.size * MARK; i += MARK)
      if (marks[i] !== NONE && marks[i] + extent.longest >= NONE) unsure = true;
  }
  for (const [node, i] of out.at) {
    const j = back.at.get(node);
    if (j === undefined) continue;
    const [outMs, backMs] = [out.marks[i * MARK + MARK_MS], back.marks[j * MARK + MARK_MS]];
    if (outMs === NONE || backMs === NONE) continue;
    const ms = outMs + backMs;
    const mm = out.marks[i * MARK + MARK_MM] + back.marks[j * MARK + MARK_MM];
    if (ms + extent.longest >= NONE) unsure = true;
    if (ms < best.ms || (ms === best.ms && mm < best.mm)) best = { ms, mm, meet: node };
  }
  if (start.chain === end.chain && start.chain >= 0 && !isSameEdge(start, end)) {
    const { ms, mm } = alongChain(weights, start, end);
    if (ms < best.ms || (ms === best.ms && mm < best.mm)) best = { ms, mm, meet: -1 };
  }
  if (best.ms === NONE) {
    if (unsure) throw new BeyondHierarchy();
    return null;
  }
  if (best.ms > live.safeMs) throw new BeyondHierarchy();
  if (best.meet < 0) return { ...best, ...withinOneChain(live, start, end) };

  const arcs: number[] = [];
  const climbed = wayTo(hierarchy.tail, out, best.meet);
  const descended = wayTo(hierarchy.tail, back, best.meet);
  const leavesAhead = usesHead(start, out, climbed.seed);
  const entersAhead = !usesHead(end, back, descended.seed);
  const { chains } = hierarchy;
  if (leavesAhead) along(live, arcs, start.ahead, chains.start[start.chain + 1] - 1);
  else against(live, arcs, start.behind, chains.start[start.chain]);
  for (const arc of climbed.arcs.reverse()) unpackArc(hierarchy, weights, arc, true, arcs);
  for (const arc of descended.arcs) unpackArc(hierarchy, weights, arc, false, arcs);
  if (entersAhead) along(live, arcs, chains.start[end.chain], end.behind);
  else against(live, arcs, chains.start[end.chain + 1] - 1, end.ahead);
  return { ms: best.ms, mm: best.mm, arcs, leavesAhead, entersAhead };
}

interface Climbed {
  /** Index of each core node into the marks. */
  at: Map<number, number>;
  /** `site` holds the arc by which a node was reached, one number higher; 0 at a seed. */
  marks: Uint32Array;
}

/** Search up from one hook, against the direction of travel when not `forward`. */
function climbFrom({ hierarchy, weights }: LiveWeights, hook: Hook, forward: boolean): Climbed {
  const { start, head, parent } = hierarchy;
  const arcMs = forward ? weights.toMs : weights.fromMs;
  const arcMm = forward ? weights.toMm : weights.fromMm;
  const ancestors = createAncestors(parent);
  addEnds(ancestors, hook);
  const nodes = ancestors.take();
  const at = new Map<number, number>();
  nodes.forEach((node, i) => at.set(node, i));
  const marks = createMarks(nodes.length);
  if (hook.headMs !== NONE) offerMark(marks, at.get(hook.head) as number, hook.headMs, hook.headMm, 0);
  if (hook.tailMs !== NONE) offerMark(marks, at.get(hook.tail) as number, hook.tailMs, hook.tailMm, 0);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const ms = marks[i * MARK + MARK_MS];
    const mm = marks[i * MARK + MARK_MM];
    for (let arc = start[nodes[i]]; arc < start[nodes[i] + 1]; arc++)
      offerMark(marks, at.get(head[arc]) as number, ms + arcMs[arc], mm + arcMm[arc], arc + 1);
  }
  return { at, marks };
}

/** Arcs from a node back to the seed it was reached from. */
function wayTo(tail: Uint32Array, { at, marks }: Climbed, node: number): { arcs: number[]; seed: number } {
  const arcs: number[] = [];
  let seed = node;
  for (;;) {
    const arc = marks[(at.get(seed) as number) * MARK + MARK_SITE] - 1;
    if (arc < 0) return { arcs, seed };
    arcs.push(arc);
    seed = tail[arc];
  }
}

/** Whether a climb began at the head of the hook's chain; where both ends are one node, by what it cost. */
function usesHead(hook: Hook, { at, marks }: Climbed, seed: number): boolean {
  if (hook.head !== hook.tail) return seed === hook.head;
  const i = (at.get(seed) as number) * MARK;
  return marks[i + MARK_MS] === hook.headMs && marks[i + MARK_MM] === hook.headMm;
}

function withinOneChain(live: LiveWeights, start: Hook, end: Hook): Omit<ArcPath, 'ms' | 'mm'> {
  const arcs: number[] = [];
  const ahead = isAhead(start, end);
  if (ahead) along(live, arcs, start.ahead, end.behind);
  else against(live, arcs, start.behind, end.ahead);
  return { arcs, leavesAhead: ahead, entersAhead: ahead };
}

function along({ hierarchy: { chains } }: LiveWeights, into: number[], from: number, to: number): void {
  for (let place = from; place <= to; place++) into.push(chains.arc[place]);
}

function against({ hierarchy: { chains } }: LiveWeights, into: number[], from: number, to: number): void {
  for (let place = from; place >= to; place--) into.push(chains.arc[place] ^ 1);
}
