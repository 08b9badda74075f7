import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run as runMatrix } from '../../src/node/cli/commands/matrix';
import { run as runNetwork } from '../../src/node/cli/commands/network';
import { greenlane, shippedArea } from '../helpers/cli';

let area: string;
let work: string;
beforeAll(() => {
  area = shippedArea('ngazidja');
  work = mkdtempSync(join(tmpdir(), 'greenlane-matrix-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(work, name);
  writeFileSync(path, text);
  return path;
}

const PLACES = 'id,lon,lat\nmoroni,43.2551,-11.7022\nfoumbouni,43.496,-11.8675\n';

function matrix(from: string, to: string, ...more: string[]): Promise<number> {
  return runMatrix(['--area', area, '--from', from, '--to', to, '--out', join(work, 'out.csv'), ...more]);
}

function output(): string[][] {
  const [heading, ...lines] = readFileSync(join(work, 'out.csv'), 'utf8').trimEnd().split('\n');
  expect(heading).toBe('from,to,seconds,metres,reason');
  return lines.map((line) => line.split(','));
}

describe('greenlane matrix', () => {
  it('writes one row per pair, self included, with a figure or a reason', async () => {
    const from = file('a.csv', PLACES);
    const to = file('b.csv', '\uFEFFid,lat,lon,note\nmoroni,-11.7022,43.2551,"a, b"\nsea,-13,44,\n"no, where",,,\n');
    expect(await matrix(from, to)).toBe(0);
    const text = readFileSync(join(work, 'out.csv'), 'utf8').trimEnd().split('\n');
    expect(text).toHaveLength(7);
    expect(text[1]).toBe('moroni,moroni,0.000,0.000,');
    expect(text[2]).toBe('moroni,sea,,,too-far-from-road');
    expect(text[3]).toBe('moroni,"no, where",,,no-position');
    expect(text[4]).toMatch(/^foumbouni,moroni,\d+\.\d{3},\d+\.\d{3},$/);
  });

  it('is slower in the wet, on foot, and never quicker with a road closed', async () => {
    const places = file('a.csv', PLACES);
    const seconds = async (...options: string[]): Promise<number> => {
      await matrix(places, places, ...options);
      return Number(output()[1][2]);
    };
    const dry = await seconds();
    expect(dry).toBeGreaterThan(40 * 60);
    expect(dry).toBeLessThan(100 * 60);
    expect(await seconds('--season', 'wet')).toBeGreaterThan(dry);
    expect(await seconds('--vehicle', 'ordinary')).toBeGreaterThan(dry);
    expect(await seconds('--vehicle', 'walking')).toBeGreaterThan(5 * dry);
  });

  it('closes both directions between two nodes, in either order, and nothing else', async () => {
    const network = join(work, 'network');
    await runNetwork(['--area', area, '--out', network]);
    const arcs = readFileSync(join(network, 'arcs.csv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const nodes = new Map(
      readFileSync(join(network, 'nodes.csv'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => [line.split(',')[0], line] as const)
    );
    const longest = arcs.reduce((a, b) => (Number(b[4]) > Number(a[4]) ? b : a));
    const [a, b, way, ms] = longest;
    const ends = file('ends.csv', `id,lon,lat\n${nodes.get(a)}\n${nodes.get(b)}\n`);
    await matrix(ends, ends);
    const open = output();
    expect(Number(open[1][2])).toBeLessThanOrEqual(Number(ms) / 1000);
    for (const pair of [`${a},${b}`, `${b},${a}`, ',']) {
      await matrix(ends, ends, '--close', file('close.csv', `way_id,from_node,to_node\n${way},${pair}\n`));
      for (const row of [1, 2]) {
        const [, , seconds, , reason] = output()[row];
        expect(reason === 'cut-by-closure' || Number(seconds) > Number(open[row][2])).toBe(true);
      }
    }
  });

  it.each([
    ['no such file', 'absent.csv', null, /absent\.csv.*ENOENT/],
    ['an empty file', 'x.csv', '', /x\.csv is empty/],
    ['no heading', 'x.csv', '1,2,3\n', /row 1: no column "id"/],
    ['a missing column', 'x.csv', 'id,lon\na,43\n', /row 1: no column "lat"/],
    ['a word for a number', 'x.csv', 'id,lon,lat\na,43,-11\n\nb,east,-11\n', /row 4, field lon: read "east"/],
    ['a latitude out of range', 'x.csv', 'id,lon,lat\na,43,-111\n', /row 2, field lat: read "-111"/],
    ['half a position', 'x.csv', 'id,lon,lat\na,43,\n', /row 2, field lat: read ""/],
    ['a repeated id', 'x.csv', 'id,lon,lat\na,43,-11\na,43,-12\n', /row 3, field id: "a" is already in row 2/],
    ['no id', 'x.csv', 'id,lon,lat\n,43,-11\n', /row 2, field id: empty/],
    ['a heading alone', 'x.csv', 'id,lon,lat\n', /x\.csv: no point below the heading id,lon,lat\. Give/],
    ['a doubled heading', 'x.csv', '\nid,lon,lat,lon\na,43,-11,44\n', /row 2: two columns are called "lon"\. Remove/],
    ['a number that is not decimal', 'x.csv', 'id,lon,lat\na,0x2B,-11\n', /row 2, field lon: read "0x2B".*decimal/],
    ['too many fields', 'x.csv', 'id,lon,lat\na,43,-11,7\n', /row 2: 4 fields, wanted 3/]
  ])('refuses %s, naming file, row and field', async (_, name, text, message) => {
    const bad = text === null ? join(work, name) : file(name, text);
    await expect(matrix(bad, file('a.csv', PLACES))).rejects.toThrow(message);
  });

  it('takes a doubled heading that no answer rests on, and numbers with an exponent', async () => {
    const list = file('x.csv', 'id,lon,lat,note,note,,\nmoroni,4.32551e+01,-11.7022,a,b,,\n');
    expect(await matrix(list, file('a.csv', PLACES))).toBe(0);
    expect(output()[0].slice(0, 3)).toEqual(['moroni', 'moroni', '0.000']);
  });

  it('says in one line a kind which rows lie outside the area, and how to mend them', async () => {
    const said: string[] = [];
    const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
    const odd = 'id,lon,lat\nin,43.2551,-11.7022\nz,0,0\ns,-11.7,43.26\nt,-11.6,43.3\no,9.5,47.1\nnone,,\n';
    const list = file('odd.csv', odd);
    expect(await matrix(list, list)).toBe(0);
    expect(await matrix(file('a.csv', PLACES), file('a.csv', PLACES))).toBe(0);
    spy.mockRestore();
    expect(said.filter((line) => line.startsWith('Note: '))).toEqual([
      expect.stringMatching(/^Note: .*odd\.csv, row 3: .*"unknown"\. Give the coordinates/),
      expect.stringMatching(/^Note: .*odd\.csv, rows 4, 5: lon and lat are exchanged.*\. Exchange them\.$/),
      expect.stringMatching(/^Note: .*odd\.csv, row 6: outside the area \(lon 43.*Correct the coordinates/)
    ]);
  });

  it.each([
    ['way_id,from_node,to_node\n12x,,\n', /row 2, field way_id: read "12x"/],
    ['way_id,from_node,to_node\n,1,2\n', /row 2, field way_id: empty/],
    ['way_id,from_node,to_node\n1,,\n', /row 2: way 1.*no road of that way_id/],
    ['way,from_node,to_node\n1,,\n', /no column "way_id"/]
  ])('refuses the closure %j', async (text, message) => {
    const places = file('a.csv', PLACES);
    await expect(matrix(places, places, '--close', file('close.csv', text))).rejects.toThrow(message);
  });

  it('refuses an unknown option, vehicle or pack in one clear line', () => {
    const places = file('a.csv', PLACES);
    const rest = ['--from', places, '--to', places, '--out', join(work, 'none.csv')];
    const told = (...args: string[]) => {
      const { code, err } = greenlane('matrix', ...args);
      expect(code).toBe(2);
      expect(err).not.toContain('    at ');
      return err;
    };
    expect(told('--area', area, ...rest, '--vehicle', 'bus')).toContain('--vehicle bus');
    expect(told('--area', work, ...rest)).toContain(work);
    expect(told('--area', area, ...rest, '--fast')).toContain('--fast');
    expect(told(...rest)).toContain('--area is missing');
    expect(existsSync(join(work, 'none.csv'))).toBe(false);
  });

  it('leaves what stood at --out when it cannot write, and no half files', async () => {
    const places = file('a.csv', PLACES);
    const blocked = join(file('plain', 'text'), 'out.csv');
    await expect(matrix(places, places, '--out', blocked)).rejects.toThrow(/Cannot write/);
    expect(readdirSync(work).filter((name) => name.includes('.part-'))).toEqual([]);
  });

  it.runIf(existsSync('/proc/self'))('answers at once where no folder can be made, every command with --out', () => {
    const places = file('a.csv', PLACES);
    for (const [out, ...args] of [
      ['out.csv', 'matrix', '--area', area, '--from', places, '--to', places],
      ['out.csv', 'isochrones', '--area', area, '--from', places, '--minutes', '9'],
      ['out.csv', 'travel-grid', '--landcover', places, '--scenario', places, '--from', places],
      ['out', 'network', '--area', area],
      ['out', 'backup', '--data', work]
    ]) {
      const { code, err } = greenlane(...args, '--out', `/proc/greenlane/${out}`);
      expect([code, err.trim().split('\n')]).toEqual([
        2,
        [expect.stringMatching(/Cannot write \/proc.*Choose a folder/)]
      ]);
    }
    const key = file('key', 'twelve characters');
    chmodSync(key, 0o600);
    const restored = greenlane('restore', '--in', places, '--data', '/proc/greenlane/data', '--key-file', key);
    expect([restored.code, restored.err]).toEqual([2, expect.stringMatching(/Cannot write \/proc.*Choose a folder/)]);
  });

  it('takes an edited travel table, naming a field that is wrong', async () => {
    const places = file('a.csv', PLACES);
    const network = join(work, 'network');
    await runNetwork(['--area', area, '--out', network]);
    const table = JSON.parse(readFileSync(join(network, 'scenario.json'), 'utf8'));
    await matrix(places, places);
    const before = Number(output()[1][2]);
    table.kmh.ambulance.dry.primary = 10;
    await matrix(places, places, '--scenario', file('table.json', JSON.stringify(table)));
    expect(Number(output()[1][2])).toBeGreaterThan(before);
    table.kmh.ambulance.dry.primary = 'fast';
    const edited = file('table.json', JSON.stringify(table));
    await expect(matrix(places, places, '--scenario', edited)).rejects.toThrow(/kmh\.ambulance\.dry\.primary/);
  });
});
