/**
 * A second opinion on travel times: the model of ARCHITECTURE.md, "The travel-time model", written anew over the
 * exported nodes.csv and arcs.csv. It shares no code with the product: plain reading, Kosaraju's parts, a look at every
 * segment for the snap, a textbook Dijkstra.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OraclePlace {
  id: string;
  lon: number | null;
  lat: number | null;
}

export type OracleAnswer = { ms: number; mm: number; reason: '' } | { ms: null; mm: null; reason: string };

interface Segment {
  tail: number;
  head: number;
  way: string;
  mm: number;
  /** Milliseconds tail → head and head → tail; null where barred. */
  there: number | null;
  back: number | null;
  closed: boolean;
  part: number;
}

interface OracleSnap {
  segment: Segment;
  share: number;
  walkMs: number;
}

const R = 6371008.8;
const halfUp = (x: number): number => Math.floor(x + 0.5);

export interface Oracle {
  /** Answers from one place to all others. */
  from(place: OraclePlace, to: readonly OraclePlace[]): OracleAnswer[];
}

/**
 * @param folder what `greenlane network` wrote
 * @param facilities they decide which small parts take places
 * @param closedWays whole ways that are shut
 */
export function readOracle(
  folder: string,
  facilities: readonly OraclePlace[],
  closedWays: ReadonlySet<string> = new Set()
): Oracle {
  const nodes = cells(join(folder, 'nodes.csv'), 'id,lon,lat');
  const index = new Map(nodes.map(([id], i) => [id, i]));
  const lon = nodes.map((row) => Number(row[1]));
  const lat = nodes.map((row) => Number(row[2]));
  const segments: Segment[] = [];
  for (const [from, to, way, ms, metres] of cells(join(folder, 'arcs.csv'), 'from,to,way_id,ms,metres')) {
    const tail = index.get(from)!;
    const head = index.get(to)!;
    const mm = Math.round(Number(metres) * 1000);
    const last = segments[segments.length - 1];
    const returns = last && last.back === null && last.tail === head && last.head === tail && last.way === way;
    if (returns && last.mm === mm) last.back = Number(ms);
    else segments.push({ tail, head, way, mm, there: Number(ms), back: null, closed: false, part: -1 });
  }
  const partOf = stronglyConnected(nodes.length, segments);
  const roadMm = new Map<number, number>();
  for (const segment of segments) {
    if (partOf[segment.tail] !== partOf[segment.head]) continue;
    segment.part = partOf[segment.tail];
    roadMm.set(segment.part, (roadMm.get(segment.part) ?? 0) + segment.mm);
  }
  const reachable = new Set<number>();
  for (const [part, mm] of roadMm) if (mm >= 1000 * 1000) reachable.add(part);
  for (const facility of facilities) {
    const found = nearest(facility, () => true);
    if (found && found.segment.part >= 0) reachable.add(found.segment.part);
  }
  for (const segment of segments) segment.closed = closedWays.has(segment.way);
  const leaving: [node: number, ms: number, mm: number][][] = nodes.map(() => []);
  const leavingOpen: typeof leaving = nodes.map(() => []);
  for (const { tail, head, there, back, mm, closed } of segments) {
    for (const graph of closed ? [leavingOpen] : [leaving, leavingOpen]) {
      if (there !== null) graph[tail].push([head, there, mm]);
      if (back !== null) graph[head].push([tail, back, mm]);
    }
  }
  const snaps = new Map<string, { open: OracleSnap | null; now: OracleSnap | null }>();

  function snap(place: OraclePlace): { open: OracleSnap | null; now: OracleSnap | null } {
    const key = `${place.lon} ${place.lat}`;
    let found = snaps.get(key);
    if (!found) {
      const open = nearest(place, (segment) => segment.part >= 0 && reachable.has(segment.part));
      const now = open?.segment.closed
        ? nearest(place, (segment) => segment.part === open.segment.part && !segment.closed)
        : open;
      snaps.set(key, (found = { open, now }));
    }
    return found;
  }

  function nearest(place: OraclePlace, allowed: (segment: Segment) => boolean): OracleSnap | null {
    if (place.lon === null || place.lat === null) return null;
    const perLat = (R * Math.PI) / 180;
    const perLon = perLat * Math.cos((place.lat * Math.PI) / 180);
    let best: { segment: Segment; share: number; metres: number } | null = null;
    for (const segment of segments) {
      const ax = (lon[segment.tail] - place.lon) * perLon;
      const ay = (lat[segment.tail] - place.lat) * perLat;
      const bx = (lon[segment.head] - place.lon) * perLon;
      const by = (lat[segment.head] - place.lat) * perLat;
      const reach = best ? best.metres : 2000;
      if (Math.min(ax, bx) > reach || Math.max(ax, bx) < -reach) continue;
      if (Math.min(ay, by) > reach || Math.max(ay, by) < -reach) continue;
      if (!allowed(segment)) continue;
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = squared > 0 ? -(ax * (bx - ax) + ay * (by - ay)) / squared : 0;
      const share = along <= 0 ? 0 : along >= 1 ? 1 : along;
      const x = share === 1 ? bx : ax + share * (bx - ax);
      const y = share === 1 ? by : ay + share * (by - ay);
      const metres = Math.hypot(x, y);
      if (metres <= 2000 && (!best || metres < best.metres)) best = { segment, share, metres };
    }
    if (!best) return null;
    const { segment, share } = best;
    const at = (values: number[]): number =>
      share === 1 ? values[segment.head] : values[segment.tail] + share * (values[segment.head] - values[segment.tail]);
    const walkMm = greatCircleMm(place.lon, place.lat, at(lon), at(lat));
    return { segment, share, walkMs: halfUp((walkMm * 3.6) / 4) };
  }

  return {
    from(place, to) {
      const start = snap(place);
      const times = start.now ? dijkstra(leaving, ways(start.now, 'out')) : null;
      let before: ReturnType<typeof dijkstra> | null = null;
      return to.map((target): OracleAnswer => {
        if (place.lon === null || target.lon === null) return { ms: null, mm: null, reason: 'no-position' };
        if (place.lon === target.lon && place.lat === target.lat) return { ms: 0, mm: 0, reason: '' };
        const end = snap(target);
        if (!start.open || !end.open) return { ms: null, mm: null, reason: 'too-far-from-road' };
        if (times && start.now && end.now) {
          const found = best(start.now, end.now, times);
          if (found) return { ...found, reason: '' };
        }
        before ??= dijkstra(leavingOpen, ways(start.open, 'out'));
        const had = best(start.open, end.open, before);
        return { ms: null, mm: null, reason: had ? 'cut-by-closure' : 'unconnected-part' };
      });
    }
  };
}

/** Nodes a snap leads to (`out`) or is reached from (`in`), with the time and length of the piece between. */
function ways({ segment, share }: OracleSnap, direction: 'out' | 'in'): [node: number, ms: number, mm: number][] {
  const [toHead, toTail] = direction === 'out' ? [segment.there, segment.back] : [segment.back, segment.there];
  const found: [number, number, number][] = [];
  if (share === 1) found.push([segment.head, 0, 0]);
  else if (toHead !== null) found.push([segment.head, halfUp(toHead * (1 - share)), halfUp(segment.mm * (1 - share))]);
  if (share === 0) found.push([segment.tail, 0, 0]);
  else if (toTail !== null) found.push([segment.tail, halfUp(toTail * share), halfUp(segment.mm * share)]);
  return found;
}

function best(
  start: OracleSnap,
  end: OracleSnap,
  { ms, mm }: { ms: number[]; mm: number[] }
): { ms: number; mm: number } | null {
  const walk = start.walkMs + end.walkMs;
  const options = ways(end, 'in').map(([node, time, length]) => ({
    ms: ms[node] + time + walk,
    mm: mm[node] + length
  }));
  if (start.segment === end.segment) {
    const gap = end.share - start.share;
    const whole = gap >= 0 ? start.segment.there : start.segment.back;
    if (gap === 0) options.push({ ms: walk, mm: 0 });
    else if (whole !== null)
      options.push({ ms: halfUp(whole * Math.abs(gap)) + walk, mm: halfUp(start.segment.mm * Math.abs(gap)) });
  }
  options.sort((a, b) => a.ms - b.ms || a.mm - b.mm);
  return options.length > 0 && Number.isFinite(options[0].ms) ? options[0] : null;
}

function dijkstra(
  leaving: readonly [number, number, number][][],
  seeds: readonly [number, number, number][]
): { ms: number[]; mm: number[] } {
  const ms = new Array<number>(leaving.length).fill(Infinity);
  const mm = new Array<number>(leaving.length).fill(Infinity);
  const queue: [number, number, number][] = [];
  const before = (a: [number, number, number], b: [number, number, number]): boolean =>
    a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  const push = (entry: [number, number, number]): void => {
    let i = queue.push(entry) - 1;
    while (i > 0 && before(queue[i], queue[(i - 1) >> 1])) {
      [queue[i], queue[(i - 1) >> 1]] = [queue[(i - 1) >> 1], queue[i]];
      i = (i - 1) >> 1;
    }
  };
  const pop = (): [number, number, number] => {
    const top = queue[0];
    const last = queue.pop()!;
    if (queue.length === 0) return top;
    queue[0] = last;
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < queue.length && before(queue[child], queue[least])) least = child;
      if (least === i) return top;
      [queue[i], queue[least]] = [queue[least], queue[i]];
      i = least;
    }
  };
  for (const [node, time, length] of seeds) push([time, length, node]);
  while (queue.length > 0) {
    const [time, length, node] = pop();
    if (time > ms[node] || (time === ms[node] && length >= mm[node])) continue;
    ms[node] = time;
    mm[node] = length;
    for (const [next, extra, road] of leaving[node]) push([time + extra, length + road, next]);
  }
  return { ms, mm };
}

/** Kosaraju: order of finishing forwards, then sweeps backwards. */
function stronglyConnected(count: number, segments: readonly Segment[]): number[] {
  const ahead: number[][] = Array.from({ length: count }, () => []);
  const behind: number[][] = Array.from({ length: count }, () => []);
  for (const { tail, head, there, back } of segments) {
    if (there !== null) {
      ahead[tail].push(head);
      behind[head].push(tail);
    }
    if (back !== null) {
      ahead[head].push(tail);
      behind[tail].push(head);
    }
  }
  const finished: number[] = [];
  const seen = new Array<boolean>(count).fill(false);
  for (let root = 0; root < count; root++) {
    if (seen[root]) continue;
    seen[root] = true;
    const stack: [number, number][] = [[root, 0]];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const next = ahead[top[0]][top[1]++];
      if (next === undefined) finished.push(stack.pop()![0]);
      else if (!seen[next]) {
        seen[next] = true;
        stack.push([next, 0]);
      }
    }
  }
  const part = new Array<number>(count).fill(-1);
  for (let i = count - 1; i >= 0; i--) {
    if (part[finished[i]] >= 0) continue;
    const stack = [finished[i]];
    part[finished[i]] = finished[i];
    for (let node = stack.pop(); node !== undefined; node = stack.pop())
      for (const next of behind[node]) {
        if (part[next] >= 0) continue;
        part[next] = finished[i];
        stack.push(next);
      }
  }
  return part;
}

export function greatCircleMm(lonA: number, latA: number, lonB: number, latB: number): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lonB - lonA) * rad) / 2) ** 2;
  return halfUp(2 * R * Math.asin(Math.sqrt(a)) * 1000);
}

function cells(path: string, heading: string): string[][] {
  const [first, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  if (first !== heading) throw new Error(`${path}: heading ${first}, wanted ${heading}`);
  return lines.map((line) => line.split(','));
}
