/** Collects core nodes with all nodes above them. */
export interface Ancestors {
  /** Takes a core node and its way to the root into the set. */
  add(node: number): void;
  /** The set, ascending; a new one begins. */
  take(): Uint32Array;
}

export function createAncestors(parent: Int32Array): Ancestors {
  const held = new Uint32Array(parent.length);
  const list = new Uint32Array(parent.length);
  let stamp = 1;
  let size = 0;
  return {
    add(node) {
      for (let at = node; at >= 0 && held[at] !== stamp; at = parent[at]) {
        held[at] = stamp;
        list[size++] = at;
      }
    },
    take() {
      const nodes = list.slice(0, size).sort();
      stamp++;
      size = 0;
      return nodes;
    }
  };
}
