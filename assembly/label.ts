/** A label: eight lanes of (ms, mm), that is two vectors of ms, then two of mm. */
export const LABEL: usize = 64;
export const NONE: u32 = 0x3fff_ffff;
export const NONE_MM: u32 = 0x7fff_ffff;

/** Puts four lanes (ms, mm) where they are less than what stands there. */
export function offer(at: usize, ms: v128, mm: v128): void {
  const oldMs = v128.load(at);
  const oldMm = v128.load(at, 32);
  const newMs = i32x4.min_s(oldMs, ms);
  v128.store(at, newMs);
  v128.store(at, least(oldMs, oldMm, ms, mm, newMs), 32);
}

/** Of two pairs the mm that go with the lesser ms, which is `ms`: those of the other are passed over. */
function least(aMs: v128, aMm: v128, bMs: v128, bMm: v128, ms: v128): v128 {
  return i32x4.min_u(v128.or(aMm, i32x4.gt_s(aMs, ms)), v128.or(bMm, i32x4.gt_s(bMs, ms)));
}

/** To one node from the heads of its arcs: first the least ms, then the least mm among the arcs that give it. */
export function downOne(arc: u32, last: u32, at: usize, head: usize, arcMs: usize, arcMm: usize, labels: usize): void {
  const seedMs0 = v128.load(at);
  const seedMs1 = v128.load(at, 16);
  let ms0 = seedMs0;
  let ms1 = seedMs1;
  for (let i = arc; i < last; i++) {
    const place = (<usize>i) << 2;
    const from = labels + <usize>load<u32>(head + place) * LABEL;
    const ms = v128.load32_splat(arcMs + place);
    ms0 = i32x4.min_s(ms0, i32x4.add(v128.load(from), ms));
    ms1 = i32x4.min_s(ms1, i32x4.add(v128.load(from, 16), ms));
  }
  let mm0 = v128.or(v128.load(at, 32), i32x4.gt_s(seedMs0, ms0));
  let mm1 = v128.or(v128.load(at, 48), i32x4.gt_s(seedMs1, ms1));
  for (let i = arc; i < last; i++) {
    const place = (<usize>i) << 2;
    const from = labels + <usize>load<u32>(head + place) * LABEL;
    const ms = v128.load32_splat(arcMs + place);
    const mm = v128.load32_splat(arcMm + place);
    const over0 = i32x4.gt_s(i32x4.add(v128.load(from), ms), ms0);
    const over1 = i32x4.gt_s(i32x4.add(v128.load(from, 16), ms), ms1);
    mm0 = i32x4.min_u(mm0, v128.or(i32x4.add(v128.load(from, 32), mm), over0));
    mm1 = i32x4.min_u(mm1, v128.or(i32x4.add(v128.load(from, 48), mm), over1));
  }
  v128.store(at, ms0);
  v128.store(at, ms1, 16);
  v128.store(at, mm0, 32);
  v128.store(at, mm1, 48);
}

export function clearOne(label: usize): void {
  const none = i32x4.splat(NONE);
  const noneMm = i32x4.splat(NONE_MM);
  v128.store(label, none);
  v128.store(label, none, 16);
  v128.store(label, noneMm, 32);
  v128.store(label, noneMm, 48);
}
