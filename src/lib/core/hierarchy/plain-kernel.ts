import type { Network } from '../network/network';
import type { Hierarchy } from './hierarchy';
import { LABEL, type Kernel } from './kernel';
import { clearLabel, relaxLabel } from './labels';
import { createWeights, customise, NONE, type Weights } from './weights';

/** The kernel in plain TypeScript. */
export function createPlainKernel(hierarchy: Hierarchy, network: Network): Kernel {
  const { count, start, head } = hierarchy;
  const weights = createWeights(hierarchy, network);
  const labels = new Uint32Array(count * LABEL);
  return {
    weights,
    customise: (extent) => customise(hierarchy, weights, extent),
    labels: {
      numbers: () => labels,
      clear(nodes) {
        for (const node of nodes) clearLabel(labels, node);
      },
      up(nodes, forward) {
        const [arcMs, arcMm] = upward(weights, forward);
        for (const node of nodes)
          for (let arc = start[node]; arc < start[node + 1]; arc++)
            if (arcMs[arc] !== NONE) relaxLabel(labels, node, head[arc], arcMs[arc], arcMm[arc]);
      },
      down(nodes, forward) {
        const [arcMs, arcMm] = upward(weights, !forward);
        for (const node of nodes)
          for (let arc = start[node]; arc < start[node + 1]; arc++)
            if (arcMs[arc] !== NONE) relaxLabel(labels, head[arc], node, arcMs[arc], arcMm[arc]);
      }
    },
    wasm: null
  };
}

/** Weights by which a search climbs; of the other direction those by which it comes down. */
export function upward({ toMs, toMm, fromMs, fromMm }: Weights, forward: boolean): [Uint32Array, Uint32Array] {
  return forward ? [toMs, toMm] : [fromMs, fromMm];
}
