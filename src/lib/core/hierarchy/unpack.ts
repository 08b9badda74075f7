import type { Hierarchy } from './hierarchy';
import { NONE, type Weights } from './weights';

/**
 * Appends the network's arcs along an arc of the hierarchy, up to its head or down from it: those of the chain its weight
 * comes from, or of its two parts through the node below that it comes from.
 */
export function unpackArc(hierarchy: Hierarchy, weights: Weights, arc: number, up: boolean, into: number[]): void {
  const { start, head, tail, lowerStart, lowerArc } = hierarchy;
  const { toMs, toMm, fromMs, fromMm } = weights;
  const stack: [arc: number, up: boolean][] = [[arc, up]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [whole, upward] = next;
    if (takeChain(hierarchy, weights, whole, upward, into)) continue;
    const ms = upward ? toMs[whole] : fromMs[whole];
    const mm = upward ? toMm[whole] : fromMm[whole];
    const parts = findParts();
    // What comes first is unpacked first.
    stack.push([parts[1], true], [parts[0], false]);

    function findParts(): [first: number, second: number] {
      for (let i = lowerStart[tail[whole]]; i < lowerStart[tail[whole] + 1]; i++) {
        const toTail = lowerArc[i];
        for (let toHead = toTail - 1; toHead >= start[tail[toTail]] && head[toHead] >= head[whole]; toHead--) {
          if (head[toHead] !== head[whole]) continue;
          const [first, second] = upward ? [toTail, toHead] : [toHead, toTail];
          if (fromMs[first] === NONE || toMs[second] === NONE) continue;
          if (fromMs[first] + toMs[second] === ms && fromMm[first] + toMm[second] === mm) return [first, second];
        }
      }
      throw new Error(`Arc ${whole} of the hierarchy rests on nothing.`);
    }
  }
}

/** Appends the chain with just the weight of the arc; false when there is none. */
function takeChain(
  { chains, chainStart, tail, head }: Hierarchy,
  weights: Weights,
  arc: number,
  up: boolean,
  into: number[]
): boolean {
  const places = up ? weights.aheadMs : weights.backMs;
  const wantMs = up ? weights.toMs[arc] : weights.fromMs[arc];
  const wantMm = up ? weights.toMm[arc] : weights.fromMm[arc];
  for (let chain = chainStart[tail[arc]]; chain < chainStart[tail[arc] + 1]; chain++) {
    if (chains.head[chain] !== head[arc]) continue;
    const first = chains.start[chain];
    const last = chains.start[chain + 1] - 1;
    let ms = 0;
    let mm = 0;
    for (let place = first; place <= last; place++) {
      ms = places[place] === NONE ? NaN : ms + places[place];
      mm += weights.placeMm[place];
    }
    if (ms !== wantMs || mm !== wantMm) continue;
    if (up) for (let place = first; place <= last; place++) into.push(chains.arc[place]);
    else for (let place = last; place >= first; place--) into.push(chains.arc[place] ^ 1);
    return true;
  }
  return false;
}
