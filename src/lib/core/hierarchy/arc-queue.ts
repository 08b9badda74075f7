import FlatQueue from 'flatqueue';

/** Arcs waiting to be counted again, each once, the lowest of the hierarchy (the highest number) first. */
export function arcQueue(arcs: number): { add(arc: number): void; take(): number } {
  const waiting = new Uint8Array(arcs);
  const queue = new FlatQueue<number>();
  return {
    add(arc) {
      if (waiting[arc]) return;
      waiting[arc] = 1;
      queue.push(arc, -arc);
    },
    take() {
      const arc = queue.pop();
      if (arc === undefined) return -1;
      waiting[arc] = 0;
      return arc;
    }
  };
}
