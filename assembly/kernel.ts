/**
 * The inner loops of tables in AssemblyScript. The twin of src/lib/core/hierarchy/plain-kernel.ts: same numbers to the
 * bit. All arguments are addresses and counts in the memory that wasm-kernel.ts there lays out; nothing is allocated here.
 */
import { clearOne, downOne, LABEL, offer } from './label';

/** Makes the labels of the listed nodes NONE. */
export function clear(nodes: usize, count: u32, labels: usize): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4)
    clearOne(labels + <usize>load<u32>(nodes) * LABEL);
}

/** From each listed node, by descending number, to the heads of its arcs. */
export function up(
  nodes: usize,
  count: u32,
  start: usize,
  head: usize,
  arcMs: usize,
  arcMm: usize,
  labels: usize
): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4) {
    const node = <usize>load<u32>(nodes);
    const from = labels + node * LABEL;
    const fromMs0 = v128.load(from);
    const fromMs1 = v128.load(from, 16);
    const fromMm0 = v128.load(from, 32);
    const fromMm1 = v128.load(from, 48);
    const last = load<u32>(start + (node << 2), 4);
    for (let arc = load<u32>(start + (node << 2)); arc < last; arc++) {
      const at = (<usize>arc) << 2;
      const to = labels + <usize>load<u32>(head + at) * LABEL;
      const ms = v128.load32_splat(arcMs + at);
      const mm = v128.load32_splat(arcMm + at);
      offer(to, i32x4.add(fromMs0, ms), i32x4.add(fromMm0, mm));
      offer(to + 16, i32x4.add(fromMs1, ms), i32x4.add(fromMm1, mm));
    }
  }
}

/** To each listed node, by ascending number, from the heads of its arcs. */
export function down(
  nodes: usize,
  count: u32,
  start: usize,
  head: usize,
  arcMs: usize,
  arcMm: usize,
  labels: usize
): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4) {
    const node = <usize>load<u32>(nodes);
    const arcs = start + (node << 2);
    downOne(load<u32>(arcs), load<u32>(arcs, 4), labels + node * LABEL, head, arcMs, arcMm, labels);
  }
}
