import type { Network } from '../network/network';
import type { Hierarchy } from './hierarchy';
import { LABEL, LANES, MARK, type Kernel, type Sweep } from './kernel';
import { customise, type Weights } from './weights';
import { KERNEL_WASM } from '../wasm/kernel';

type Address = number;

/** What assembly/kernel.ts exports, once for labels, once for times and once for marks. */
interface Code {
  clear(nodes: Address, count: number, numbers: Address): void;
  clearAll(numbers: Address, count: number): void;
  up(nodes: Address, count: number, start: Address, head: Address, ms: Address, mm: Address, numbers: Address): void;
  down(nodes: Address, count: number, start: Address, head: Address, ms: Address, mm: Address, numbers: Address): void;
  downAll(count: number, start: Address, head: Address, ms: Address, mm: Address, numbers: Address): number;
  expand(
    chains: number,
    start: Address,
    tail: Address,
    head: Address,
    fromTail: Address,
    fromHead: Address,
    mm: Address,
    numbers: Address,
    coreCount: number
  ): void;
}
type Exports = Code & Record<`${keyof Code}${'Times' | 'Marks'}`, Code[keyof Code]>;

const VERBS = ['clear', 'clearAll', 'up', 'down', 'downAll', 'expand'] as const;

const PAGE = 65_536;
const MOST_PAGES = 65_536;

let compiled: WebAssembly.Module | null | undefined;

/** The kernel's module; null where WebAssembly or its vectors are missing. */
function moduleOf(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  compiled = null;
  if (KERNEL_WASM !== null && typeof WebAssembly !== 'undefined') {
    const bytes = Uint8Array.from(atob(KERNEL_WASM), (letter) => letter.charCodeAt(0));
    // Older engines do not know the vectors.
    if (WebAssembly.validate(bytes)) compiled = new WebAssembly.Module(bytes);
  }
  return compiled;
}

function reserve(pages: number): WebAssembly.Memory | null {
  try {
    return new WebAssembly.Memory({ initial: pages });
  } catch (error) {
    // The device has not so much to give in one piece.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The kernel in WebAssembly with vectors; null where that cannot be had. */
export function createWasmKernel(hierarchy: Hierarchy, network: Network): Kernel | null {
  const module = moduleOf();
  if (!module) return null;
  const { chains, count } = hierarchy;
  const arcs = hierarchy.head.length;
  const places = chains.arc.length;
  let end = 0;
  const take = (numbers: number): Address => {
    const at = end;
    // Labels are read by whole vectors.
    end += Math.ceil((numbers * 4) / 64) * 64;
    return at;
  };
  const at = {
    start: take(count + 1),
    head: take(arcs),
    toMs: take(arcs),
    toMm: take(arcs),
    fromMs: take(arcs),
    fromMm: take(arcs),
    chainStart: take(chains.count + 1),
    chainTail: take(chains.count),
    chainHead: take(chains.count),
    aheadMs: take(places),
    backMs: take(places),
    placeMm: take(places),
    nodes: take(count),
    labels: take(count * LABEL)
  };
  // The labels of the inner nodes follow on: memory nobody touches costs nothing.
  const pages = Math.ceil((end + (network.nodeCount - count) * LABEL * 4) / PAGE);
  const memory = pages > MOST_PAGES ? null : reserve(pages);
  if (!memory) return null;
  const code = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Exports;
  const view = (address: Address, numbers: number) => new Uint32Array(memory.buffer, address, numbers);
  view(at.start, count + 1).set(hierarchy.start);
  view(at.head, arcs).set(hierarchy.head);
  view(at.chainStart, chains.count + 1).set(chains.start);
  view(at.chainTail, chains.count).set(chains.tail);
  view(at.chainHead, chains.count).set(chains.head);
  const weights: Weights = {
    toMs: view(at.toMs, arcs),
    toMm: view(at.toMm, arcs),
    fromMs: view(at.fromMs, arcs),
    fromMm: view(at.fromMm, arcs),
    aheadMs: view(at.aheadMs, places),
    backMs: view(at.backMs, places),
    placeMm: view(at.placeMm, places)
  };
  weights.placeMm.set(chains.arc.map((arc) => network.edgeLengthMm[arc >> 1]));
  const nodeList = view(at.nodes, count);
  const upward = (forward: boolean) => (forward ? ([at.toMs, at.toMm] as const) : ([at.fromMs, at.fromMm] as const));

  function sweepOf(code: Code, size: number): Sweep {
    const numbers = view(at.labels, network.nodeCount * size);
    return {
      numbers: () => numbers,
      clear(nodes) {
        nodeList.set(nodes);
        code.clear(at.nodes, nodes.length, at.labels);
      },
      clearAll: () => code.clearAll(at.labels, count),
      up(nodes, forward) {
        nodeList.set(nodes);
        const [ms, mm] = upward(forward);
        code.up(at.nodes, nodes.length, at.start, at.head, ms, mm, at.labels);
      },
      down(nodes, forward) {
        nodeList.set(nodes);
        const [ms, mm] = upward(!forward);
        code.down(at.nodes, nodes.length, at.start, at.head, ms, mm, at.labels);
      },
      downAll(forward) {
        const [ms, mm] = upward(!forward);
        const most = code.downAll(count, at.start, at.head, ms, mm, at.labels);
        const [fromTail, fromHead] = forward ? [at.aheadMs, at.backMs] : [at.backMs, at.aheadMs];
        const { chainStart, chainTail, chainHead, placeMm, labels } = at;
        code.expand(chains.count, chainStart, chainTail, chainHead, fromTail, fromHead, placeMm, labels, count);
        return most >>> 0;
      }
    };
  }

  const codeOf = (kind: 'Times' | 'Marks') =>
    Object.fromEntries(VERBS.map((verb) => [verb, code[`${verb}${kind}`]])) as unknown as Code;
  return {
    weights,
    customise: (extent) => customise(hierarchy, weights, extent),
    labels: sweepOf(code, LABEL),
    times: sweepOf(codeOf('Times'), LANES),
    marks: sweepOf(codeOf('Marks'), MARK),
    bytes: at.labels + network.nodeCount * LANES * 4
  };
}
