/** Arcs waiting to be counted again, each once, the lowest of the hierarchy (the highest number) first. */
export function arcQueue(arcs: number): { add(arc: number): void; take(): number } {
  // A bit for each arc: what is added lies above what was taken last, so one walk down the bits finds all.
  const bits = new Uint32Array((arcs >> 5) + 1);
  let word = -1;
  return {
    add(arc) {
      word = Math.max(word, arc >> 5);
      bits[arc >> 5] |= 1 << (arc & 31);
    },
    take() {
      while (word >= 0 && bits[word] === 0) word--;
      if (word < 0) return -1;
      const bit = 31 - Math.clz32(bits[word]);
      bits[word] &= ~(1 << bit);
      return word * 32 + bit;
    }
  };
}
