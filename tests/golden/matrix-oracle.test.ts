import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { greenlaneOk, hasShared, shippedArea, SHARED } from '../helpers/cli';
import { readOracle, type Oracle, type OraclePlace } from '../helpers/oracle';

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'greenlane-oracle-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const EXTRACTS = [
  { id: 'liechtenstein', osm: 'geodata/liechtenstein/liechtenstein-latest.osm.pbf', dem: null },
  { id: 'north-bayreuth', osm: 'geodata/north_bayreuth/north-bayreuth.osm.gz', dem: 'geodata/north_bayreuth' },
  { id: 'yajiang', osm: 'geodata/yajiang/osm_roads.osm', dem: 'geodata/yajiang' },
  { id: 'comoros-whole', osm: 'geodata/comoros/osm/comores-latest.osm.pbf', dem: null }
];

describe('greenlane matrix against the oracle', () => {
  let area: string;
  let villages: OraclePlace[];
  let facilities: OraclePlace[];
  beforeAll(() => {
    area = shippedArea('ngazidja');
    villages = read(join(area, 'settlements.json'));
    facilities = read(join(area, 'facilities.json'));
    expect(villages.length).toBeGreaterThan(50);
    expect(facilities.length).toBeGreaterThan(20);
  });

  it.each([
    ['ambulance', 'dry'],
    ['motorcycle', 'wet'],
    ['walking', 'snow']
  ])('Ngazidja: every village × facility both ways, %s %s', (vehicle, season) => {
    const network = join(work, `ngazidja-${vehicle}`);
    greenlaneOk('network', '--area', area, '--vehicle', vehicle, '--season', season, '--out', network);
    const oracle = readOracle(network, facilities);
    const travel = ['--vehicle', vehicle, '--season', season];
    expectEqual(oracle, villages, facilities, matrix(area, villages, facilities, travel));
    expectEqual(oracle, facilities, villages, matrix(area, facilities, villages, travel));
  });

  it('Ngazidja under closures: ways cut whole, with reasons', () => {
    const network = join(work, 'ngazidja-ambulance');
    greenlaneOk('network', '--area', area, '--out', network);
    const open = readOracle(network, facilities);
    const arcs = readFileSync(join(network, 'arcs.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const random = seeded(7);
    const ways = [...new Set(arcs.map((line) => line.split(',')[2]))].filter(() => random() < 0.12);
    const closures = join(work, 'closures.csv');
    writeFileSync(closures, ['way_id,from_node,to_node', ...ways.map((way) => `${way},,`)].join('\n'));
    const oracle = readOracle(network, facilities, new Set(ways));
    const found = matrix(area, villages, facilities, ['--close', closures]);
    expectEqual(oracle, villages, facilities, found);
    expect(found.some(({ reason }) => reason === 'cut-by-closure')).toBe(true);
    const before = villages.flatMap((village) => open.from(village, facilities));
    expect(found.filter(({ ms }, i) => ms !== before[i].ms).length).toBeGreaterThan(100);
  });

  for (const { id, osm, dem } of EXTRACTS) {
    it.skipIf(!hasShared(osm))(`${id}: 1,000 random pairs`, () => {
      const pack = join(work, id);
      const from = ['--osm', join(SHARED, osm), ...(dem ? ['--dem', join(SHARED, dem)] : [])];
      greenlaneOk('import', ...from, '--id', id, '--out', pack);
      const anchors = read(join(pack, 'facilities.json'));
      const { bbox } = JSON.parse(readFileSync(join(pack, 'manifest.json'), 'utf8')) as { bbox: number[] };
      const random = seeded(id.length);
      const place = (name: string) => (_: unknown, i: number) => ({
        id: `${name}${i}`,
        lon: bbox[0] + random() * (bbox[2] - bbox[0]),
        lat: bbox[1] + random() * (bbox[3] - bbox[1])
      });
      const network = join(work, `${id}-network`);
      greenlaneOk('network', '--area', pack, '--out', network);
      const starts = [
        ...Array.from({ length: 10 }, place('a')),
        ...atNodes(network, 30, random).map((each, i) => ({ ...each, id: `node${i}` }))
      ];
      const ends = [
        ...Array.from({ length: 5 }, place('b')),
        ...atNodes(network, 20, random).map((each, i) => ({ ...each, id: `end${i}` }))
      ];
      expectEqual(readOracle(network, anchors), starts, ends, matrix(pack, starts, ends, []));
    });
  }
});

interface Line {
  from: string;
  to: string;
  ms: number | null;
  mm: number | null;
  reason: string;
}

function matrix(area: string, from: OraclePlace[], to: OraclePlace[], options: string[]): Line[] {
  const files = { from: join(work, 'from.csv'), to: join(work, 'to.csv'), out: join(work, 'matrix.csv') };
  const csv = (places: OraclePlace[]): string =>
    ['id,lon,lat', ...places.map(({ id, lon, lat }) => `${id},${lon ?? ''},${lat ?? ''}`)].join('\n');
  writeFileSync(files.from, csv(from));
  writeFileSync(files.to, csv(to));
  greenlaneOk('matrix', '--area', area, '--from', files.from, '--to', files.to, '--out', files.out, ...options);
  const [heading, ...lines] = readFileSync(files.out, 'utf8').trimEnd().split('\n');
  expect(heading).toBe('from,to,seconds,metres,reason');
  return lines.map((line) => {
    const [a, b, seconds, metres, reason] = line.split(',');
    for (const figure of [seconds, metres]) expect(figure).toMatch(reason === '' ? /^\d+\.\d{3}$/ : /^$/);
    const thousand = (text: string): number | null => (text === '' ? null : Math.round(Number(text) * 1000));
    return { from: a, to: b, ms: thousand(seconds), mm: thousand(metres), reason };
  });
}

function expectEqual(oracle: Oracle, from: OraclePlace[], to: OraclePlace[], found: Line[]): void {
  const expected = from.flatMap((a) =>
    oracle
      .from(a, to)
      .map((answer, i) => ({ from: a.id, to: to[i].id, ms: answer.ms, mm: answer.mm, reason: answer.reason }))
  );
  expect(found.length).toBe(from.length * to.length);
  expect(found.filter(({ ms }) => ms !== null).length).toBeGreaterThan(0);
  expect(found).toEqual(expected);
}

function read(path: string): OraclePlace[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as OraclePlace[]).map(({ id, lon, lat }) => ({ id, lon, lat }));
}

/** Places beside random nodes, some exactly on one: the ties of the snap are tried too. */
function atNodes(network: string, count: number, random: () => number): { lon: number; lat: number }[] {
  const lines = readFileSync(join(network, 'nodes.csv'), 'utf8').trimEnd().split('\n').slice(1);
  return Array.from({ length: count }, (_, i) => {
    const [, lon, lat] = lines[Math.floor(random() * lines.length)].split(',').map(Number);
    const shift = i % 3 === 0 ? 0 : 0.002;
    return { lon: lon + shift * (random() - 0.5), lat: lat + shift * (random() - 0.5) };
  });
}

function seeded(seed: number): () => number {
  let state = seed * 7919 + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
