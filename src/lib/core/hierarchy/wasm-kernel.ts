import type { Network } from '../network/network';
import { KERNEL_WASM } from '../wasm/kernel';
import type { Hierarchy } from './hierarchy';
import { LABEL, type Address, type Kernel, type WasmLayout } from './kernel';
import { instantiate, unlessRefused, wasmSweep, type ListCode } from './wasm';
import { customise, type Weights } from './weights';

const PAGE = 65_536;
const MOST_PAGES = 65_536;

/** The kernel in WebAssembly with vectors; null where that cannot be had. */
export function createWasmKernel(hierarchy: Hierarchy, network: Network): Kernel | null {
  const { chains, count } = hierarchy;
  const lists: [Exclude<keyof WasmLayout, 'memory' | 'labels'>, number, Uint32Array?][] = [
    ['start', count + 1, hierarchy.start],
    ['head', hierarchy.head.length, hierarchy.head],
    ['toMs', hierarchy.head.length],
    ['toMm', hierarchy.head.length],
    ['fromMs', hierarchy.head.length],
    ['fromMm', hierarchy.head.length],
    ['chainStart', chains.count + 1, chains.start],
    ['chainTail', chains.count, chains.tail],
    ['chainHead', chains.count, chains.head],
    ['aheadMs', chains.arc.length],
    ['backMs', chains.arc.length],
    ['placeMm', chains.arc.length, chains.arc.map((arc) => network.edgeLengthMm[arc >> 1])],
    ['nodes', count]
  ];
  const at = {} as Record<(typeof lists)[number][0], Address>;
  let labels = 0;
  for (const [name, numbers] of lists) {
    at[name] = labels;
    // Labels are read by whole vectors.
    labels += Math.ceil(numbers / 16) * 64;
  }
  // Room for the labels of all slots: memory that nobody touches costs nothing.
  const pages = Math.ceil((labels + network.nodeCount * LABEL * 4) / PAGE);
  const memory = pages > MOST_PAGES ? null : unlessRefused(() => new WebAssembly.Memory({ initial: pages }));
  const code = memory && instantiate<ListCode>(KERNEL_WASM, memory);
  if (!code) return null;

  const views: Partial<Record<string, Uint32Array>> = {};
  for (const [name, numbers, values] of lists) {
    const view = (views[name] = new Uint32Array(memory.buffer, at[name], numbers));
    if (values) view.set(values);
  }
  const weights = views as unknown as Weights;
  const wasm: WasmLayout = { ...at, labels, memory };
  return {
    weights: {
      toMs: weights.toMs,
      toMm: weights.toMm,
      fromMs: weights.fromMs,
      fromMm: weights.fromMm,
      aheadMs: weights.aheadMs,
      backMs: weights.backMs,
      placeMm: weights.placeMm
    },
    customise: (extent) => customise(hierarchy, weights, extent),
    labels: wasmSweep(code, wasm, count, network.nodeCount * LABEL),
    wasm
  };
}
