import { NONE, NONE_MM } from './label';

/**
 * Marks: one search from many sites. A mark is the least (ms, mm) as one number of 64 bits, ms above, and the site it is
 * from; of equals the lowest.
 */
export const MARK: usize = 16;
export const NO_SITE: u32 = 0xffff_ffff;
/** From here on the ms are NONE. */
export const NONE_KEY: u64 = (<u64>NONE) << 32;

export function keyOf(ms: u32, mm: u32): u64 {
  return ((<u64>ms) << 32) | mm;
}

export function clearMark(mark: usize): void {
  store<u64>(mark, keyOf(NONE, NONE_MM));
  store<u32>(mark, NO_SITE, 8);
}

export function downOneMark(
  arc: u32,
  last: u32,
  mark: usize,
  head: usize,
  arcMs: usize,
  arcMm: usize,
  marks: usize
): u64 {
  let key = load<u64>(mark);
  let site = load<u32>(mark, 8);
  for (; arc < last; arc++) {
    const at = (<usize>arc) << 2;
    const from = marks + <usize>load<u32>(head + at) * MARK;
    const sum = load<u64>(from) + keyOf(load<u32>(arcMs + at), load<u32>(arcMm + at));
    if (sum >= NONE_KEY || sum > key) continue;
    const other = load<u32>(from, 8);
    site = sum < key ? other : min(site, other);
    key = sum;
  }
  store<u64>(mark, key);
  store<u32>(mark, site, 8);
  return key;
}
