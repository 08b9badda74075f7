import type { FieldKernel, FieldSweep } from './field-kernel';
import type { Hierarchy } from './hierarchy';
import { LABEL, LANES } from './kernel';
import { clearLabel, relaxLabel } from './labels';
import { clearMark, MARK, MARK_MM, MARK_MS, MARK_SITE, offerMark } from './marks';
import { upward } from './plain-kernel';
import { NONE, type Weights } from './weights';

/** The field kernel in plain TypeScript. */
export function createPlainFieldKernel(hierarchy: Hierarchy, weights: Weights, nodeCount: number): FieldKernel {
  return {
    labels: sweepOf(hierarchy, weights, nodeCount, LABELS),
    times: sweepOf(hierarchy, weights, nodeCount, TIMES),
    marks: sweepOf(hierarchy, weights, nodeCount, MARKS)
  };
}

/** What differs between labels, times and marks. */
interface Kind {
  size: number;
  clear(numbers: Uint32Array, slot: number): unknown;
  /** Offers slot `to` what stands at slot `from` and an arc between. */
  relax(numbers: Uint32Array, from: number, to: number, ms: number, mm: number): void;
  /** Greatest ms at a slot that is not NONE, at least `most`. */
  greatest(numbers: Uint32Array, slot: number, most: number): number;
}

const LABELS: Kind = {
  size: LABEL,
  clear: clearLabel,
  relax: relaxLabel,
  greatest(labels, slot, most) {
    for (let at = slot * LABEL; at < slot * LABEL + LANES; at++)
      if (labels[at] !== NONE && labels[at] > most) most = labels[at];
    return most;
  }
};

const TIMES: Kind = {
  size: LANES,
  clear: (times, slot) => times.fill(NONE, slot * LANES, (slot + 1) * LANES),
  relax(times, from, to, ms) {
    for (let lane = 0; lane < LANES; lane++)
      times[to * LANES + lane] = Math.min(times[to * LANES + lane], times[from * LANES + lane] + ms);
  },
  greatest(times, slot, most) {
    for (let at = slot * LANES; at < (slot + 1) * LANES; at++)
      if (times[at] !== NONE && times[at] > most) most = times[at];
    return most;
  }
};

const MARKS: Kind = {
  size: MARK,
  clear: clearMark,
  relax(marks, from, to, ms, mm) {
    const at = from * MARK;
    offerMark(marks, to, marks[at + MARK_MS] + ms, marks[at + MARK_MM] + mm, marks[at + MARK_SITE]);
  },
  greatest(marks, slot, most) {
    const ms = marks[slot * MARK + MARK_MS];
    return ms !== NONE && ms > most ? ms : most;
  }
};

function sweepOf(hierarchy: Hierarchy, weights: Weights, nodeCount: number, kind: Kind): FieldSweep {
  const { count, start, head, tail, chains } = hierarchy;
  const { size, relax } = kind;
  let numbers = new Uint32Array();

  function make(slots: number): void {
    if (numbers.length < slots * size) numbers = new Uint32Array(slots * size);
  }

  function downOne(node: number, arcMs: Uint32Array, arcMm: Uint32Array): void {
    for (let arc = start[node]; arc < start[node + 1]; arc++)
      if (arcMs[arc] !== NONE) relax(numbers, head[arc], node, arcMs[arc], arcMm[arc]);
  }

  /** The inner nodes of all chains from both ends. */
  function expand(forward: boolean): void {
    const { placeMm } = weights;
    const fromTail = forward ? weights.aheadMs : weights.backMs;
    const fromHead = forward ? weights.backMs : weights.aheadMs;
    for (let chain = 0; chain < chains.count; chain++) {
      const begin = chains.start[chain];
      const last = chains.start[chain + 1] - 1;
      // The inner node after place p.
      const base = chains.coreCount - chain;
      for (let place = begin; place < last; place++) {
        kind.clear(numbers, base + place);
        const before = place === begin ? chains.tail[chain] : base + place - 1;
        if (fromTail[place] !== NONE) relax(numbers, before, base + place, fromTail[place], placeMm[place]);
      }
      for (let place = last; place > begin; place--) {
        const before = place === last ? chains.head[chain] : base + place;
        if (fromHead[place] !== NONE) relax(numbers, before, base + place - 1, fromHead[place], placeMm[place]);
      }
    }
  }

  return {
    numbers() {
      make(count);
      return numbers;
    },
    clear(nodes) {
      make(count);
      for (const node of nodes) kind.clear(numbers, node);
    },
    clearAll() {
      make(nodeCount);
      for (let node = 0; node < count; node++) kind.clear(numbers, node);
    },
    up(nodes, forward) {
      const [arcMs, arcMm] = upward(weights, forward);
      for (const node of nodes)
        for (let arc = start[node]; arc < start[node + 1]; arc++)
          if (arcMs[arc] !== NONE) relax(numbers, tail[arc], head[arc], arcMs[arc], arcMm[arc]);
    },
    down(nodes, forward) {
      const [arcMs, arcMm] = upward(weights, !forward);
      for (const node of nodes) downOne(node, arcMs, arcMm);
    },
    downAll(forward) {
      const [arcMs, arcMm] = upward(weights, !forward);
      let most = 0;
      for (let node = 0; node < count; node++) {
        downOne(node, arcMs, arcMm);
        most = kind.greatest(numbers, node, most);
      }
      expand(forward);
      return most;
    }
  };
}
