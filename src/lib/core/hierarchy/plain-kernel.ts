import type { Network } from '../network/network';
import type { Hierarchy } from './hierarchy';
import { LABEL, LANES, type Kernel } from './kernel';
import { clearLabel } from './labels';
import { createWeights, customise, NONE, NONE_MM, type Weights } from './weights';

/** The kernel in plain TypeScript. */
export function createPlainKernel(hierarchy: Hierarchy, network: Network): Kernel {
  const { count, start, head, tail } = hierarchy;
  const weights = createWeights(hierarchy, network);
  let labels = new Uint32Array(count * LABEL);

  /** Offers node `to` the labels of node `from` plus an arc. */
  function relax(from: number, to: number, ms: number, mm: number): void {
    const a = from * LABEL;
    const b = to * LABEL;
    for (let lane = 0; lane < LANES; lane++) {
      const newMs = labels[a + lane] + ms;
      if (newMs > labels[b + lane]) continue;
      const newMm = labels[a + LANES + lane] + mm;
      if (newMs === labels[b + lane] && newMm >= labels[b + LANES + lane]) continue;
      labels[b + lane] = newMs;
      labels[b + LANES + lane] = newMm;
    }
  }

  function downOne(node: number, arcMs: Uint32Array, arcMm: Uint32Array): void {
    for (let arc = start[node]; arc < start[node + 1]; arc++)
      if (arcMs[arc] !== NONE) relax(head[arc], node, arcMs[arc], arcMm[arc]);
  }

  return {
    weights,
    labels: () => labels,
    customise: (extent) => customise(hierarchy, weights, extent),
    up(nodes, forward) {
      const [arcMs, arcMm] = upward(weights, forward);
      for (const node of nodes)
        for (let arc = start[node]; arc < start[node + 1]; arc++)
          if (arcMs[arc] !== NONE) relax(tail[arc], head[arc], arcMs[arc], arcMm[arc]);
    },
    down(nodes, forward) {
      const [arcMs, arcMm] = upward(weights, !forward);
      for (const node of nodes) downOne(node, arcMs, arcMm);
    },
    clearAll() {
      if (labels.length < network.nodeCount * LABEL) labels = new Uint32Array(network.nodeCount * LABEL);
      for (let node = 0; node < count; node++) clearLabel(labels, node);
    },
    downAll(forward) {
      const [arcMs, arcMm] = upward(weights, !forward);
      let most = 0;
      for (let node = 0; node < count; node++) {
        downOne(node, arcMs, arcMm);
        for (let at = node * LABEL; at < node * LABEL + LANES; at++)
          if (labels[at] !== NONE && labels[at] > most) most = labels[at];
      }
      expand(hierarchy, weights, labels, forward);
      return most;
    }
  };
}

/** Weights by which a search climbs. */
function upward({ toMs, toMm, fromMs, fromMm }: Weights, forward: boolean): [Uint32Array, Uint32Array] {
  return forward ? [toMs, toMm] : [fromMs, fromMm];
}

/** Labels of the inner nodes from those of the ends of their chains. */
function expand({ chains }: Hierarchy, weights: Weights, labels: Uint32Array, forward: boolean): void {
  const { placeMm } = weights;
  const fromTail = forward ? weights.aheadMs : weights.backMs;
  const fromHead = forward ? weights.backMs : weights.aheadMs;
  for (let chain = 0; chain < chains.count; chain++) {
    const begin = chains.start[chain];
    const last = chains.start[chain + 1] - 1;
    if (begin === last) continue;
    // The inner node after place p.
    const base = (chains.coreCount - chain) * LABEL;
    for (let lane = 0; lane < LANES; lane++) {
      const tail = chains.tail[chain] * LABEL + lane;
      let ms = labels[tail];
      let mm = labels[tail + LANES];
      for (let place = begin; place < last; place++) {
        ms = Math.min(NONE, ms + fromTail[place]);
        mm += placeMm[place];
        const at = base + place * LABEL + lane;
        labels[at] = ms;
        labels[at + LANES] = ms === NONE ? NONE_MM : mm;
      }
      const head = chains.head[chain] * LABEL + lane;
      ms = labels[head];
      mm = labels[head + LANES];
      for (let place = last; place > begin; place--) {
        ms = Math.min(NONE, ms + fromHead[place]);
        if (ms === NONE) break;
        mm += placeMm[place];
        const at = base + (place - 1) * LABEL + lane;
        if (ms > labels[at] || (ms === labels[at] && mm >= labels[at + LANES])) continue;
        labels[at] = ms;
        labels[at + LANES] = mm;
      }
    }
  }
}
