import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { greenlaneOk, hasShared, shippedArea, SHARED } from '../helpers/cli';
import { greatCircleMm } from '../helpers/oracle';
import { plainElevation, readPlainOsm, type PlainOsm } from '../helpers/oracle-osm';
import {
  plainAccess,
  plainAlong,
  plainClass,
  plainGrade,
  plainSpeed,
  type Mode,
  type PlainTable
} from '../helpers/oracle-speed';

const RAW = resolve(import.meta.dirname, '../../geodata/raw/comoros');
let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'greenlane-speed-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('exported arcs against the OSM file, the elevation and the table', () => {
  it('Ngazidja', () => {
    const area = shippedArea('ngazidja');
    const osm = readPlainOsm(join(RAW, 'comores-latest.osm.pbf'));
    const tiles = ['S12E043', 'S13E043', 'S13E044'].map((name) => join(RAW, `${name}.SRTMGL1.hgt.zip`));
    check(area, osm, plainElevation(tiles), 'ordinary', 'wet');
    check(area, osm, plainElevation(tiles), 'walking', 'dry');
  });

  it.skipIf(!hasShared('geodata/north_bayreuth'))('north Bayreuth', () => {
    const folder = join(SHARED, 'geodata/north_bayreuth');
    const file = join(folder, 'north-bayreuth.osm.gz');
    const area = join(work, 'bayreuth');
    greenlaneOk('import', '--osm', file, '--dem', folder, '--id', 'bayreuth', '--out', area);
    const tiles = ['N49E011', 'N50E011'].map((name) => join(folder, `${name}.hgt.zip`));
    check(area, readPlainOsm(file), plainElevation(tiles), 'ordinary', 'dry');
  });

  it.skipIf(!hasShared('geodata/liechtenstein'))('Liechtenstein, without elevation', () => {
    const file = join(SHARED, 'geodata/liechtenstein/liechtenstein-latest.osm.pbf');
    const area = join(work, 'liechtenstein');
    greenlaneOk('import', '--osm', file, '--id', 'liechtenstein', '--out', area);
    check(area, readPlainOsm(file), null, 'ordinary', 'snow');
  });
});

interface Arc {
  from: number;
  to: number;
  ms: number;
  mm: number;
}

/** 500 arcs recomputed, and 500 segments of the file looked up: there exactly when the tags let the vehicle through. */
function check(
  area: string,
  osm: PlainOsm,
  elevation: ((lon: number, lat: number) => number) | null,
  mode: Mode,
  season: string
): void {
  const out = join(work, `${mode}-${season}`);
  greenlaneOk('network', '--area', area, '--vehicle', mode, '--season', season, '--out', out);
  const table = JSON.parse(readFileSync(join(out, 'scenario.json'), 'utf8')) as PlainTable;
  const arcs = new Map<number, Arc[]>();
  const all: [number, Arc][] = lines(join(out, 'arcs.csv')).map(([from, to, way, ms, metres]) => [
    Number(way),
    { from: Number(from), to: Number(to), ms: Number(ms), mm: Math.round(Number(metres) * 1000) }
  ]);
  for (const [way, arc] of all) arcs.set(way, [...(arcs.get(way) ?? []), arc]);
  checkNodes(osm, lines(join(out, 'nodes.csv')));

  const random = seeded(42);
  let judged = 0;
  let graded = 0;
  for (let tries = 0; judged < 500 && tries < 20_000; tries++) {
    const [wayId, arc] = all[Math.floor(random() * all.length)];
    const way = osm.ways.get(wayId)!;
    const steps = way.refs.flatMap((ref, i) => {
      const next = way.refs[i + 1];
      if (ref === arc.from && next === arc.to) return [{ i, forward: true }];
      return ref === arc.to && next === arc.from ? [{ i, forward: false }] : [];
    });
    expect(steps.length, `way ${wayId} has ${arc.from}–${arc.to}`).toBeGreaterThan(0);
    const [a, b] = [osm.nodes.get(arc.from)!, osm.nodes.get(arc.to)!];
    const mm = greatCircleMm(a.lon / 1e7, a.lat / 1e7, b.lon / 1e7, b.lat / 1e7);
    expect(arc.mm, `length of way ${wayId}`).toBe(mm);
    if (steps.length > 1 || way.refs.some((ref) => !osm.nodes.has(ref))) continue;
    const [{ i, forward }] = steps;
    const structure = way.tags.bridge !== undefined || way.tags.tunnel !== undefined;
    const along = plainAlong(osm, way.refs);
    const raw = elevation && !structure ? plainGrade(osm, { refs: way.refs, along }, i, elevation) : 0;
    const allowed = plainAccess(way.tags, mode, forward);
    if (allowed === null || Number.isNaN(raw) || (elevation && structure)) continue;
    const times = grades(raw).map((grade) => {
      const kmh = plainSpeed({ tags: way.tags, mode, season, forward, grade: forward ? grade : -grade, table });
      return kmh === null ? null : Math.floor((mm * 3.6) / kmh + 0.5);
    });
    if (times.includes(null)) continue;
    expect(allowed, `direction of way ${wayId}`).toBe(true);
    expect(times, `time of way ${wayId}, ${arc.from}–${arc.to}`).toContain(arc.ms);
    judged++;
    if (Math.abs(raw) >= 300) graded++;
  }
  expect(judged).toBe(500);
  if (elevation) expect(graded).toBeGreaterThan(50);
  checkPresence(osm, { arcs, table, mode, season, nodes: new Set(lines(join(out, 'nodes.csv')).map(([id]) => +id)) });
}

/** Whole numbers the grade may be rounded to: one, or two where it lies within a hair of a half. */
function grades(raw: number): number[] {
  return [...new Set([raw - 1e-6, raw + 1e-6].map((each) => Math.floor(each + 0.5)))];
}

function checkNodes(osm: PlainOsm, nodes: string[][]): void {
  for (const [id, lon, lat] of nodes) {
    const node = osm.nodes.get(Number(id))!;
    expect([Math.round(Number(lon) * 1e7), Math.round(Number(lat) * 1e7)]).toEqual([node.lon, node.lat]);
  }
}

function checkPresence(
  osm: PlainOsm,
  export_: { arcs: Map<number, Arc[]>; nodes: Set<number>; table: PlainTable; mode: Mode; season: string }
): void {
  const { arcs, nodes, table, mode, season } = export_;
  const random = seeded(43);
  const ways = [...osm.ways].filter(([, { tags, refs }]) => {
    const roadClass = plainClass(tags);
    const plain = roadClass !== null && table.kmh[mode][season][roadClass] > 0;
    return plain && refs.every((ref) => osm.nodes.has(ref) && nodes.has(ref));
  });
  let judged = 0;
  for (let tries = 0; judged < 500 && tries < 20_000; tries++) {
    const [wayId, { refs, tags }] = ways[Math.floor(random() * ways.length)];
    const i = Math.floor(random() * (refs.length - 1));
    const [from, to] = random() < 0.5 ? [refs[i], refs[i + 1]] : [refs[i + 1], refs[i]];
    const barred = [from, to].some((ref) => osm.nodes.get(ref)!.tags.barrier !== undefined);
    const allowed = plainAccess(tags, mode, from === refs[i]);
    if (allowed === null || from === to || (barred && mode !== 'walking')) continue;
    const twice = refs.filter((ref) => ref === from).length > 1 && refs.filter((ref) => ref === to).length > 1;
    if (twice) continue;
    const found = (arcs.get(wayId) ?? []).some((arc) => arc.from === from && arc.to === to);
    expect(found, `way ${wayId}, ${from} → ${to}, ${mode}: ${JSON.stringify(tags)}`).toBe(allowed);
    judged++;
  }
  expect(judged).toBe(500);
}

function lines(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

function seeded(seed: number): () => number {
  let state = seed * 7919 + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
