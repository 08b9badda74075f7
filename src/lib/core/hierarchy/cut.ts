import { sortPart, type Graph } from './graph';

/** Share of a cell that lies on either side for certain. */
const ANCHORED = 0.25;
const NEITHER = 2;

export interface Cutter {
  /**
   * Parts the connected cell `id`, whose nodes stand at `from` … `to − 1` in each of the lines. On return `side` holds
   * 0 or 1 of every node of the cell, and 2 of the separator, which is given back ascending.
   */
  cut(lines: readonly Uint32Array[], cell: { from: number; to: number }, id: number): number[];
}

/**
 * Inertial flow: along each line the first quarter of the cell is the source and the last the sink of a flow with one
 * unit an edge; of the least cuts found the smallest counts, of equals the more even one. The separator are the ends of
 * its edges on the side where they are fewer.
 */
export function createCutter({ count, start, head }: Graph, cellOf: Int32Array, side: Uint32Array): Cutter {
  const twin = twinsOf(count, start, head);
  const flow = new Int8Array(head.length);
  const level = new Int32Array(count);
  const current = new Uint32Array(count);
  const queue = new Uint32Array(count);
  const path = new Uint32Array(count + 1);
  const role = new Uint8Array(count);
  const front = new Uint32Array(count);
  let fronts = 0;
  const SOURCE = 1;
  const SINK = 2;

  /**
   * Levels by breadth from the one role over what the flow leaves free; true when the other role is reached, and then no
   * level beyond it counts. `front` gets the begin nodes that lead on.
   */
  function spread(nodes: Uint32Array, id: number, forward: boolean): boolean {
    const begin = forward ? SOURCE : SINK;
    let size = 0;
    for (const node of nodes) {
      level[node] = -1;
      if (role[node] !== begin) continue;
      level[node] = 0;
      current[node] = start[node];
      queue[size++] = node;
    }
    const begins = size;
    fronts = 0;
    let last = Infinity;
    for (let at = 0; at < size; at++) {
      const node = queue[at];
      const next = level[node] + 1;
      if (next > last) break;
      let leadsOn = false;
      for (let k = start[node]; k < start[node + 1]; k++) {
        const near = head[k];
        if (cellOf[near] !== id || (forward ? flow[k] : flow[twin[k]]) > 0) continue;
        if (level[near] === next) leadsOn = true;
        if (level[near] >= 0) continue;
        leadsOn = true;
        level[near] = next;
        current[near] = start[near];
        if (role[near] + begin === SOURCE + SINK) last = next;
        queue[size++] = near;
      }
      if (leadsOn && at < begins) front[fronts++] = node;
    }
    return last < Infinity;
  }

  /** Sends as much as the levels allow; gives how much, stopping at `most`. */
  function push(id: number, most: number): number {
    let sent = 0;
    for (let i = 0; i < fronts; i++) while (sent < most && pushOne(front[i], id)) sent++;
    return sent;
  }

  /** One unit from a source by depth; `path` holds the arcs taken. */
  function pushOne(source: number, id: number): boolean {
    let depth = 0;
    let node = source;
    for (;;) {
      if (role[node] === SINK) {
        for (let i = 0; i < depth; i++) {
          flow[path[i]]++;
          flow[twin[path[i]]]--;
        }
        return true;
      }
      let found = false;
      for (; current[node] < start[node + 1]; current[node]++) {
        const k = current[node];
        const near = head[k];
        if (cellOf[near] !== id || level[near] !== level[node] + 1 || flow[k] > 0) continue;
        path[depth++] = k;
        node = near;
        found = true;
        break;
      }
      if (found) continue;
      if (depth === 0) return false;
      node = head[twin[path[--depth]]];
      current[node]++;
    }
  }

  /** Flow along a line; Infinity as soon as it reaches `limit`. */
  function runFlow(nodes: Uint32Array, id: number, limit: number): number {
    const anchored = Math.max(1, Math.floor(nodes.length * ANCHORED));
    for (let i = 0; i < nodes.length; i++) {
      role[nodes[i]] = i < anchored ? SOURCE : i >= nodes.length - anchored ? SINK : 0;
      flow.fill(0, start[nodes[i]], start[nodes[i] + 1]);
    }
    let sent = 0;
    while (spread(nodes, id, true)) {
      sent += push(id, limit - sent);
      if (sent >= limit) return Infinity;
    }
    return sent;
  }

  /** Nodes on the side of `begin` after `spread`. */
  function reached(nodes: Uint32Array): number {
    let size = 0;
    for (const node of nodes) if (level[node] >= 0) size++;
    return size;
  }

  return {
    cut(lines, { from, to }, id) {
      const size = to - from;
      let best = Infinity;
      let bestEven = -1;
      for (const line of lines) {
        const nodes = line.subarray(from, to);
        const cut = runFlow(nodes, id, best === Infinity ? Infinity : best + 1);
        if (cut > best) continue;
        const near = reached(nodes);
        spread(nodes, id, false);
        const far = reached(nodes);
        const even = Math.max(Math.min(near, size - near), Math.min(far, size - far));
        if (cut === best && even <= bestEven) continue;
        best = cut;
        bestEven = even;
        const useFar = Math.min(far, size - far) > Math.min(near, size - near);
        if (!useFar) spread(nodes, id, true);
        for (const node of nodes) side[node] = level[node] >= 0 === useFar ? 1 : 0;
      }
      return takeSeparator(lines[0].subarray(from, to), id);
    }
  };

  /** Ends of the cut edges on the side where they are fewer, on the larger side where they are as many. */
  function takeSeparator(nodes: Uint32Array, id: number): number[] {
    const ends: [number[], number[]] = [[], []];
    const sizes = [0, 0];
    for (const node of nodes) {
      sizes[side[node]]++;
      for (let k = start[node]; k < start[node + 1]; k++) {
        if (cellOf[head[k]] !== id || side[head[k]] === side[node]) continue;
        ends[side[node]].push(node);
        break;
      }
    }
    const [a, b] = ends;
    const chosen = Uint32Array.from(a.length < b.length || (a.length === b.length && sizes[0] >= sizes[1]) ? a : b);
    sortPart(chosen, 0, chosen.length);
    for (const node of chosen) side[node] = NEITHER;
    return [...chosen];
  }
}

/** For each entry the one of the same edge at its other end. */
function twinsOf(count: number, start: Uint32Array, head: Uint32Array): Uint32Array {
  const twin = new Uint32Array(head.length);
  const next = start.slice(0, count);
  // Lists ascend, so the entries of one node are met in the order of the nodes they lead to.
  for (let node = 0; node < count; node++) {
    for (let k = start[node]; k < start[node + 1]; k++) twin[k] = next[head[k]]++;
  }
  return twin;
}
