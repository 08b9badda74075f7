import { FIELD_WASM } from '../wasm/field';
import type { Hierarchy } from './hierarchy';
import { LABEL, LANES, type Address, type Kernel, type Sweep } from './kernel';
import type { LiveWeights } from './live-weights';
import { MARK } from './marks';
import { createPlainFieldKernel } from './plain-field-kernel';
import { instantiate, wasmSweep, type ListCode } from './wasm';

/** A sweep that can go to every node. */
export interface FieldSweep extends Sweep {
  /** Makes what stands at every core node NONE, and makes room for all others. */
  clearAll(): void;
  /** `down` to every core node, then along all chains; gives the greatest ms of a core node that is not NONE. */
  downAll(forward: boolean): number;
}

/**
 * The inner loops of sweeps to every node and of searches from many sites. Labels hold (ms, mm) of eight searches, times
 * their ms alone (LANES numbers a slot), marks one search from many sites. All may stand in the same memory: whoever
 * begins with one kind has lost the others, and the kernel's own labels.
 */
export interface FieldKernel {
  labels: FieldSweep;
  times: FieldSweep;
  marks: FieldSweep;
}

interface FieldCode extends ListCode {
  clearAll(numbers: Address, count: number): void;
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

const VERBS = ['clear', 'clearAll', 'up', 'down', 'downAll', 'expand'] as const;

const known = new WeakMap<Kernel, FieldKernel>();

/** The field kernel over the numbers of these weights, made when first asked for, of the same kind as their kernel. */
export function fieldKernelOf({ hierarchy, kernel }: Pick<LiveWeights, 'hierarchy' | 'kernel'>): FieldKernel {
  let found = known.get(kernel);
  if (!found) known.set(kernel, (found = createFieldKernel(hierarchy, kernel)));
  return found;
}

function createFieldKernel(hierarchy: Hierarchy, kernel: Kernel): FieldKernel {
  const nodeCount = hierarchy.chains.slot.length;
  const at = kernel.wasm;
  const code = at && instantiate<Record<string, FieldCode[keyof FieldCode]>>(FIELD_WASM, at.memory);
  if (!code) return createPlainFieldKernel(hierarchy, kernel.weights, nodeCount);
  const { count, chains } = hierarchy;

  function sweepOf(kind: '' | 'Times' | 'Marks', size: number): FieldSweep {
    const own = Object.fromEntries(VERBS.map((verb) => [verb, code![verb + kind]])) as unknown as FieldCode;
    return {
      ...wasmSweep(own, at!, count, nodeCount * size),
      clearAll: () => own.clearAll(at!.labels, count),
      downAll(forward) {
        const [ms, mm] = forward ? [at!.fromMs, at!.fromMm] : [at!.toMs, at!.toMm];
        const most = own.downAll(count, at!.start, at!.head, ms, mm, at!.labels);
        const [fromTail, fromHead] = forward ? [at!.aheadMs, at!.backMs] : [at!.backMs, at!.aheadMs];
        const { chainStart, chainTail, chainHead, placeMm, labels } = at!;
        own.expand(chains.count, chainStart, chainTail, chainHead, fromTail, fromHead, placeMm, labels, count);
        return most >>> 0;
      }
    };
  }

  return { labels: sweepOf('', LABEL), times: sweepOf('Times', LANES), marks: sweepOf('Marks', MARK) };
}
