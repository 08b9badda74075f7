import { IMPASSABLE } from '../network/network';
import { createAncestors, type Ancestors } from './ancestors';
import { BeyondHierarchy } from './beyond';
import { alongChain, type Hook } from './hook';
import { LABEL, LANES } from './kernel';
import { offerLabel } from './labels';
import type { LiveWeights } from './live-weights';
import { NONE } from './weights';

/** Row-major starts × ends; IMPASSABLE where there is no way. */
export interface Table {
  ms: Uint32Array;
  mm: Uint32Array;
}

/** Least way straight along the one edge that a start and an end lie on; null where that direction is barred. */
export type AlongEdge = (start: number, end: number) => { ms: number; mm: number } | null;

/**
 * Least (ms, mm) from each start to each end. Eight sources of the smaller side climb together; one sweep then comes down
 * through what lies above the other side, and nothing else (RPHAST: Delling, Goldberg, Werneck, 2011).
 *
 * @throws BeyondHierarchy
 */
export function findTable(
  live: LiveWeights,
  starts: readonly Hook[],
  ends: readonly Hook[],
  alongEdge: AlongEdge
): Table {
  const { kernel, hierarchy, weights } = live;
  const columns = ends.length;
  const forward = starts.length <= columns;
  const near = forward ? starts : ends;
  const far = forward ? ends : starts;
  const table: Table = {
    ms: new Uint32Array(starts.length * columns).fill(IMPASSABLE),
    mm: new Uint32Array(starts.length * columns).fill(IMPASSABLE)
  };
  const ancestors = createAncestors(hierarchy.parent);
  far.forEach((hook) => addEnds(ancestors, hook));
  const below = ancestors.take();
  const step = forward ? 1 : columns;
  const read = reader(far, step);
  const neighbours = groupByChain(far);

  for (let first = 0; first < near.length; first += LANES) {
    const batch = near.slice(first, first + LANES);
    batch.forEach((hook) => addEnds(ancestors, hook));
    const above = ancestors.take();
    kernel.labels.clear(below);
    kernel.labels.clear(above);
    const labels = kernel.labels.numbers();
    batch.forEach((hook, lane) => seedEnds(labels, hook, lane));
    kernel.labels.up(above.slice().reverse(), forward);
    kernel.labels.down(below, forward);
    let unreached = false;
    batch.forEach((hook, lane) => {
      const i = first + lane;
      const cell = forward ? i * columns : i;
      for (const j of neighbours.get(hook.chain) ?? []) {
        const [from, to] = forward ? [i, j] : [j, i];
        const way = isSameEdge(hook, far[j]) ? alongEdge(from, to) : alongChain(weights, starts[from], ends[to]);
        if (!way || way.ms === NONE) continue;
        table.ms[cell + j * step] = way.ms;
        table.mm[cell + j * step] = way.mm;
      }
      if (!read(labels, lane, table, cell, live.safeMs)) unreached = true;
    });
    if (unreached) mustBeNone(live, labels, [above, below]);
  }
  return table;
}

/** Takes the core nodes a hook leads to, with all above them. */
export function addEnds(ancestors: Ancestors, hook: Hook): void {
  if (hook.headMs !== NONE) ancestors.add(hook.head);
  if (hook.tailMs !== NONE) ancestors.add(hook.tail);
}

export function seedEnds(labels: Uint32Array, hook: Hook, lane: number): void {
  offerLabel(labels, hook.head, lane, hook.headMs, hook.headMm);
  offerLabel(labels, hook.tail, lane, hook.tailMs, hook.tailMm);
}

/** Whether two hooks hang from snaps on one edge. */
export function isSameEdge(a: Hook, b: Hook): boolean {
  return a.chain >= 0 && a.ahead === b.ahead && a.behind === b.behind && a.ahead - a.behind === 2;
}

/**
 * Where nothing was found there must be no way, and not one too long to be told: no label may come so near to NONE that
 * one weight more, or one chain, would reach it.
 *
 * @throws BeyondHierarchy
 */
export function mustBeNone(
  { extent }: Pick<LiveWeights, 'extent'>,
  labels: Uint32Array,
  lists: readonly Uint32Array[]
): void {
  for (const nodes of lists) {
    for (const node of nodes) {
      for (let at = node * LABEL; at < node * LABEL + LANES; at++)
        if (labels[at] !== NONE && labels[at] + extent.longest >= NONE) throw new BeyondHierarchy();
    }
  }
}

export function groupByChain(hooks: readonly Hook[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  hooks.forEach(({ chain }, i) => {
    if (chain < 0) return;
    const group = groups.get(chain);
    if (group) group.push(i);
    else groups.set(chain, [i]);
  });
  return groups;
}

/**
 * Reads the far side's answers of one lane into `table`, from cell `cell` on, `step` apart, where they are less than what
 * stands there. The function gives whether every cell then has a way.
 */
function reader(far: readonly Hook[], step: number) {
  const head = Uint32Array.from(far, (hook) => hook.head * LABEL);
  const headMs = Uint32Array.from(far, (hook) => hook.headMs);
  const headMm = Float64Array.from(far, (hook) => hook.headMm);
  const tail = Uint32Array.from(far, (hook) => hook.tail * LABEL);
  const tailMs = Uint32Array.from(far, (hook) => hook.tailMs);
  const tailMm = Float64Array.from(far, (hook) => hook.tailMm);
  return (labels: Uint32Array, lane: number, table: Table, cell: number, safeMs: number): boolean => {
    let all = true;
    for (let j = 0, at = cell; j < head.length; j++, at += step) {
      let ms = labels[head[j] + lane] + headMs[j];
      let mm = labels[head[j] + LANES + lane] + headMm[j];
      const otherMs = labels[tail[j] + lane] + tailMs[j];
      if (otherMs <= ms) {
        const otherMm = labels[tail[j] + LANES + lane] + tailMm[j];
        if (otherMs < ms || otherMm < mm) {
          ms = otherMs;
          mm = otherMm;
        }
      }
      if (ms < NONE && (ms < table.ms[at] || (ms === table.ms[at] && mm < table.mm[at]))) {
        table.ms[at] = ms;
        table.mm[at] = mm;
      } else if (ms >= NONE && isCutOff(labels[head[j] + lane], headMs[j], labels[tail[j] + lane], tailMs[j]))
        throw new BeyondHierarchy();
      if (table.ms[at] === IMPASSABLE) all = false;
      else if (table.ms[at] > safeMs) throw new BeyondHierarchy();
    }
    return all;
  };
}

/** Whether one of two sums reached NONE though both of its parts are ways. */
function isCutOff(a: number, b: number, c: number, d: number): boolean {
  return (a !== NONE && b !== NONE) || (c !== NONE && d !== NONE);
}
