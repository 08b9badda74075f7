import type { Address, Sweep, WasmLayout } from './kernel';

/** What the modules of assembly/ export for a kind of numbers: the list, then the hierarchy, then the numbers. */
export interface ListCode {
  clear(nodes: Address, count: number, numbers: Address): void;
  up(nodes: Address, count: number, start: Address, head: Address, ms: Address, mm: Address, numbers: Address): void;
  down(nodes: Address, count: number, start: Address, head: Address, ms: Address, mm: Address, numbers: Address): void;
}

const modules = new Map<string, WebAssembly.Module | null>();

/** An instance of a module (Base64) over a memory; null where WebAssembly or its vectors are missing. */
export function instantiate<T>(base64: string | null, memory: WebAssembly.Memory): T | null {
  if (base64 === null) return null;
  let module = modules.get(base64);
  if (module === undefined) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    module = unlessRefused(() => new WebAssembly.Module(bytes));
    modules.set(base64, module);
  }
  return module && (new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as T);
}

/**
 * Null where the device has not so much memory to give in one piece, does not know the vectors, or may not compile.
 */
export function unlessRefused<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError || error instanceof WebAssembly.CompileError || error instanceof ReferenceError)
      return null;
    throw error;
  }
}

/** The sweep of a kind of numbers, of which there are `size` in all. */
export function wasmSweep(code: ListCode, at: WasmLayout, count: number, size: number): Sweep {
  const list = new Uint32Array(at.memory.buffer, at.nodes, count);
  const numbers = new Uint32Array(at.memory.buffer, at.labels, size);
  const run = (work: ListCode['up'], nodes: Uint32Array, climbing: boolean) => {
    list.set(nodes);
    const [ms, mm] = climbing ? [at.toMs, at.toMm] : [at.fromMs, at.fromMm];
    work(at.nodes, nodes.length, at.start, at.head, ms, mm, at.labels);
  };
  return {
    numbers: () => numbers,
    clear(nodes) {
      list.set(nodes);
      code.clear(at.nodes, nodes.length, at.labels);
    },
    up: (nodes, forward) => run(code.up, nodes, forward),
    down: (nodes, forward) => run(code.down, nodes, !forward)
  };
}
