/**
 * The inner loops of the contraction hierarchy in AssemblyScript, eight lanes in two vectors. The twin of
 * src/lib/core/hierarchy/plain-kernel.ts: same numbers to the bit. All arguments are addresses and counts in the memory
 * that src/lib/core/hierarchy/wasm-kernel.ts lays out; nothing is allocated here. Three kinds of search: labels (eight
 * lanes of ms and mm), times (eight lanes of ms), marks (one search from many sites).
 */

const NONE: u32 = 0x3fff_ffff;
const NONE_MM: u32 = 0x7fff_ffff;
/** Bytes of a label: eight ms, then eight mm. */
const LABEL: usize = 64;

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

/** Puts four lanes (ms, mm) where they are less than what stands there. */
function offer(at: usize, ms: v128, mm: v128): void {
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
function downOne(arc: u32, last: u32, at: usize, head: usize, arcMs: usize, arcMm: usize, labels: usize): void {
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

/** To all nodes; gives the greatest ms that is not NONE. */
export function downAll(count: u32, start: usize, head: usize, arcMs: usize, arcMm: usize, labels: usize): u32 {
  let most0 = i32x4.splat(0);
  let most1 = i32x4.splat(0);
  const none = i32x4.splat(NONE);
  let at = labels;
  let arc = load<u32>(start);
  for (const end = start + ((<usize>count) << 2); start < end; start += 4) {
    const last = load<u32>(start, 4);
    downOne(arc, last, at, head, arcMs, arcMm, labels);
    const ms0 = v128.load(at);
    const ms1 = v128.load(at, 16);
    most0 = i32x4.max_s(most0, v128.and(ms0, i32x4.lt_s(ms0, none)));
    most1 = i32x4.max_s(most1, v128.and(ms1, i32x4.lt_s(ms1, none)));
    arc = last;
    at += LABEL;
  }
  return greatest(i32x4.max_s(most0, most1));
}

function greatest(ms: v128): u32 {
  const low = max(i32x4.extract_lane(ms, 0), i32x4.extract_lane(ms, 1));
  return <u32>max(low, max(i32x4.extract_lane(ms, 2), i32x4.extract_lane(ms, 3)));
}

/** Makes the labels of the listed nodes NONE. */
export function clear(nodes: usize, count: u32, labels: usize): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4)
    clearOne(labels + <usize>load<u32>(nodes) * LABEL);
}

/** Makes the labels of the first `count` slots NONE. */
export function clearAll(labels: usize, count: u32): void {
  for (const end = labels + <usize>count * LABEL; labels < end; labels += LABEL) clearOne(labels);
}

function clearOne(label: usize): void {
  const none = i32x4.splat(NONE);
  const noneMm = i32x4.splat(NONE_MM);
  v128.store(label, none);
  v128.store(label, none, 16);
  v128.store(label, noneMm, 32);
  v128.store(label, noneMm, 48);
}

/** Labels of the inner nodes from those of the two ends of their chains. */
export function expand(
  chains: u32,
  chainStart: usize,
  chainTail: usize,
  chainHead: usize,
  fromTail: usize,
  fromHead: usize,
  placeMm: usize,
  labels: usize,
  coreCount: u32
): void {
  const none = i32x4.splat(NONE);
  let inner = labels + <usize>coreCount * LABEL;
  let place = (<usize>load<u32>(chainStart)) << 2;
  for (let chain: u32 = 0; chain < chains; chain++, chainStart += 4, chainTail += 4, chainHead += 4) {
    const first = place;
    place = (<usize>load<u32>(chainStart, 4)) << 2;
    const last = place - 4;
    if (first === last) continue;
    let end = labels + <usize>load<u32>(chainTail) * LABEL;
    let ms0 = v128.load(end);
    let ms1 = v128.load(end, 16);
    let mm0 = v128.load(end, 32);
    let mm1 = v128.load(end, 48);
    for (let at = first; at < last; at += 4, inner += LABEL) {
      const ms = v128.load32_splat(fromTail + at);
      const mm = v128.load32_splat(placeMm + at);
      ms0 = i32x4.min_s(none, i32x4.add(ms0, ms));
      ms1 = i32x4.min_s(none, i32x4.add(ms1, ms));
      mm0 = i32x4.add(mm0, mm);
      mm1 = i32x4.add(mm1, mm);
      v128.store(inner, ms0);
      v128.store(inner, ms1, 16);
      v128.store(inner, mm0, 32);
      v128.store(inner, mm1, 48);
    }
    end = labels + <usize>load<u32>(chainHead) * LABEL;
    ms0 = v128.load(end);
    ms1 = v128.load(end, 16);
    mm0 = v128.load(end, 32);
    mm1 = v128.load(end, 48);
    let back = inner;
    for (let at = last; at > first; at -= 4) {
      back -= LABEL;
      const ms = v128.load32_splat(fromHead + at);
      const mm = v128.load32_splat(placeMm + at);
      ms0 = i32x4.min_s(none, i32x4.add(ms0, ms));
      ms1 = i32x4.min_s(none, i32x4.add(ms1, ms));
      mm0 = i32x4.add(mm0, mm);
      mm1 = i32x4.add(mm1, mm);
      offer(back, ms0, mm0);
      offer(back + 16, ms1, mm1);
    }
  }
}

/**
 * Marks: one search from many sites. A mark is the least (ms, mm) as one number of 64 bits, ms above, and the site it is
 * from; of equals the lowest.
 */
const MARK: usize = 16;
const NO_SITE: u32 = 0xffff_ffff;
/** From here on the ms are NONE. */
const NONE_KEY: u64 = (<u64>NONE) << 32;

function keyOf(ms: u32, mm: u32): u64 {
  return ((<u64>ms) << 32) | mm;
}

function clearMark(mark: usize): void {
  store<u64>(mark, keyOf(NONE, NONE_MM));
  store<u32>(mark, NO_SITE, 8);
}

export function clearMarks(nodes: usize, count: u32, marks: usize): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4)
    clearMark(marks + <usize>load<u32>(nodes) * MARK);
}

export function clearAllMarks(marks: usize, count: u32): void {
  for (const end = marks + <usize>count * MARK; marks < end; marks += MARK) clearMark(marks);
}

export function upMarks(
  nodes: usize,
  count: u32,
  start: usize,
  head: usize,
  arcMs: usize,
  arcMm: usize,
  marks: usize
): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4) {
    const node = <usize>load<u32>(nodes);
    const from = marks + node * MARK;
    const key = load<u64>(from);
    const site = load<u32>(from, 8);
    const last = load<u32>(start + (node << 2), 4);
    for (let arc = load<u32>(start + (node << 2)); arc < last; arc++) {
      const at = (<usize>arc) << 2;
      const mark = marks + <usize>load<u32>(head + at) * MARK;
      const sum = key + keyOf(load<u32>(arcMs + at), load<u32>(arcMm + at));
      if (sum >= NONE_KEY) continue;
      const old = load<u64>(mark);
      if (sum > old || (sum === old && site >= load<u32>(mark, 8))) continue;
      store<u64>(mark, sum);
      store<u32>(mark, site, 8);
    }
  }
}

function downOneMark(arc: u32, last: u32, mark: usize, head: usize, arcMs: usize, arcMm: usize, marks: usize): u64 {
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

export function downMarks(
  nodes: usize,
  count: u32,
  start: usize,
  head: usize,
  arcMs: usize,
  arcMm: usize,
  marks: usize
): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4) {
    const node = <usize>load<u32>(nodes);
    const arcs = start + (node << 2);
    downOneMark(load<u32>(arcs), load<u32>(arcs, 4), marks + node * MARK, head, arcMs, arcMm, marks);
  }
}

export function downAllMarks(count: u32, start: usize, head: usize, arcMs: usize, arcMm: usize, marks: usize): u32 {
  let most: u64 = 0;
  let mark = marks;
  let arc = load<u32>(start);
  for (const end = start + ((<usize>count) << 2); start < end; start += 4, mark += MARK) {
    const last = load<u32>(start, 4);
    const key = downOneMark(arc, last, mark, head, arcMs, arcMm, marks);
    if (key < NONE_KEY && key > most) most = key;
    arc = last;
  }
  return <u32>(most >> 32);
}

/** Marks of the inner nodes from those of the two ends of their chains. */
export function expandMarks(
  chains: u32,
  chainStart: usize,
  chainTail: usize,
  chainHead: usize,
  fromTail: usize,
  fromHead: usize,
  placeMm: usize,
  marks: usize,
  coreCount: u32
): void {
  let inner = marks + <usize>coreCount * MARK;
  let place = (<usize>load<u32>(chainStart)) << 2;
  for (let chain: u32 = 0; chain < chains; chain++, chainStart += 4, chainTail += 4, chainHead += 4) {
    const first = place;
    place = (<usize>load<u32>(chainStart, 4)) << 2;
    const last = place - 4;
    if (first === last) continue;
    let end = marks + <usize>load<u32>(chainTail) * MARK;
    let key = load<u64>(end);
    let site = load<u32>(end, 8);
    for (let at = first; at < last; at += 4, inner += MARK) {
      key += keyOf(load<u32>(fromTail + at), load<u32>(placeMm + at));
      if (key >= NONE_KEY) {
        key = keyOf(NONE, NONE_MM);
        site = NO_SITE;
      }
      store<u64>(inner, key);
      store<u32>(inner, site, 8);
    }
    end = marks + <usize>load<u32>(chainHead) * MARK;
    key = load<u64>(end);
    site = load<u32>(end, 8);
    let back = inner;
    for (let at = last; at > first; at -= 4) {
      back -= MARK;
      key += keyOf(load<u32>(fromHead + at), load<u32>(placeMm + at));
      const old = load<u64>(back);
      // Who comes no sooner here comes no sooner anywhere on.
      if (key >= NONE_KEY || key > old || (key === old && site >= load<u32>(back, 8))) break;
      store<u64>(back, key);
      store<u32>(back, site, 8);
    }
  }
}

/** Times: eight lanes of ms. */
const TIMES: usize = 32;

function clearTime(time: usize): void {
  const none = i32x4.splat(NONE);
  v128.store(time, none);
  v128.store(time, none, 16);
}

export function clearTimes(nodes: usize, count: u32, times: usize): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4)
    clearTime(times + <usize>load<u32>(nodes) * TIMES);
}

export function clearAllTimes(times: usize, count: u32): void {
  for (const end = times + <usize>count * TIMES; times < end; times += TIMES) clearTime(times);
}

export function upTimes(
  nodes: usize,
  count: u32,
  start: usize,
  head: usize,
  arcMs: usize,
  _arcMm: usize,
  times: usize
): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4) {
    const node = <usize>load<u32>(nodes);
    const from = times + node * TIMES;
    const ms0 = v128.load(from);
    const ms1 = v128.load(from, 16);
    const last = load<u32>(start + (node << 2), 4);
    for (let arc = load<u32>(start + (node << 2)); arc < last; arc++) {
      const at = (<usize>arc) << 2;
      const to = times + <usize>load<u32>(head + at) * TIMES;
      const ms = v128.load32_splat(arcMs + at);
      v128.store(to, i32x4.min_s(v128.load(to), i32x4.add(ms0, ms)));
      v128.store(to, i32x4.min_s(v128.load(to, 16), i32x4.add(ms1, ms)), 16);
    }
  }
}

function downOneTime(arc: u32, last: u32, to: usize, head: usize, arcMs: usize, times: usize): void {
  let ms0 = v128.load(to);
  let ms1 = v128.load(to, 16);
  for (; arc < last; arc++) {
    const at = (<usize>arc) << 2;
    const from = times + <usize>load<u32>(head + at) * TIMES;
    const ms = v128.load32_splat(arcMs + at);
    ms0 = i32x4.min_s(ms0, i32x4.add(v128.load(from), ms));
    ms1 = i32x4.min_s(ms1, i32x4.add(v128.load(from, 16), ms));
  }
  v128.store(to, ms0);
  v128.store(to, ms1, 16);
}

export function downTimes(
  nodes: usize,
  count: u32,
  start: usize,
  head: usize,
  arcMs: usize,
  _arcMm: usize,
  times: usize
): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4) {
    const node = <usize>load<u32>(nodes);
    const arcs = start + (node << 2);
    downOneTime(load<u32>(arcs), load<u32>(arcs, 4), times + node * TIMES, head, arcMs, times);
  }
}

export function downAllTimes(count: u32, start: usize, head: usize, arcMs: usize, _arcMm: usize, times: usize): u32 {
  let most0 = i32x4.splat(0);
  let most1 = i32x4.splat(0);
  const none = i32x4.splat(NONE);
  let at = times;
  let arc = load<u32>(start);
  for (const end = start + ((<usize>count) << 2); start < end; start += 4, at += TIMES) {
    const last = load<u32>(start, 4);
    downOneTime(arc, last, at, head, arcMs, times);
    const ms0 = v128.load(at);
    const ms1 = v128.load(at, 16);
    most0 = i32x4.max_s(most0, v128.and(ms0, i32x4.lt_s(ms0, none)));
    most1 = i32x4.max_s(most1, v128.and(ms1, i32x4.lt_s(ms1, none)));
    arc = last;
  }
  return greatest(i32x4.max_s(most0, most1));
}

export function expandTimes(
  chains: u32,
  chainStart: usize,
  chainTail: usize,
  chainHead: usize,
  fromTail: usize,
  fromHead: usize,
  _placeMm: usize,
  times: usize,
  coreCount: u32
): void {
  const none = i32x4.splat(NONE);
  let inner = times + <usize>coreCount * TIMES;
  let place = (<usize>load<u32>(chainStart)) << 2;
  for (let chain: u32 = 0; chain < chains; chain++, chainStart += 4, chainTail += 4, chainHead += 4) {
    const first = place;
    place = (<usize>load<u32>(chainStart, 4)) << 2;
    const last = place - 4;
    if (first === last) continue;
    let end = times + <usize>load<u32>(chainTail) * TIMES;
    let ms0 = v128.load(end);
    let ms1 = v128.load(end, 16);
    for (let at = first; at < last; at += 4, inner += TIMES) {
      const ms = v128.load32_splat(fromTail + at);
      ms0 = i32x4.min_s(none, i32x4.add(ms0, ms));
      ms1 = i32x4.min_s(none, i32x4.add(ms1, ms));
      v128.store(inner, ms0);
      v128.store(inner, ms1, 16);
    }
    end = times + <usize>load<u32>(chainHead) * TIMES;
    ms0 = v128.load(end);
    ms1 = v128.load(end, 16);
    let back = inner;
    for (let at = last; at > first; at -= 4) {
      back -= TIMES;
      const ms = v128.load32_splat(fromHead + at);
      ms0 = i32x4.min_s(none, i32x4.add(ms0, ms));
      ms1 = i32x4.min_s(none, i32x4.add(ms1, ms));
      v128.store(back, i32x4.min_s(v128.load(back), ms0));
      v128.store(back, i32x4.min_s(v128.load(back, 16), ms1), 16);
    }
  }
}
