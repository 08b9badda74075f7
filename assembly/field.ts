/**
 * The inner loops of sweeps to every node and of searches from many sites: labels (eight lanes of ms and mm), times
 * (eight lanes of ms) and marks. The twin of src/lib/core/hierarchy/plain-field-kernel.ts, in the memory of kernel.ts.
 */
export { clear, down, up } from './kernel';
import { clearOne, downOne, LABEL, NONE, NONE_MM, offer } from './label';
import { clearMark, downOneMark, keyOf, MARK, NO_SITE, NONE_KEY } from './mark';

/** Makes the labels of the first `count` slots NONE. */
export function clearAll(labels: usize, count: u32): void {
  for (const end = labels + <usize>count * LABEL; labels < end; labels += LABEL) clearOne(labels);
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

export function clearMarks(nodes: usize, count: u32, marks: usize): void {
  for (const end = nodes + ((<usize>count) << 2); nodes < end; nodes += 4)
    clearMark(marks + <usize>load<u32>(nodes) * MARK);
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

export function clearAllMarks(marks: usize, count: u32): void {
  for (const end = marks + <usize>count * MARK; marks < end; marks += MARK) clearMark(marks);
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
