import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseAsciiGrid } from '../../src/lib/core/grid/ascii-grid';
import { run } from '../../src/node/cli/commands/travel-grid';
import { readGridPoints } from '../../src/node/cli/read-grid-points';
import { greenlane, hasShared, SHARED } from '../helpers/cli';

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'greenlane-grid-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(work, name);
  writeFileSync(path, text);
  return path;
}

const read = (path: string) => readFileSync(path, 'utf8');

const MALAWI = 'checks/accessmod-demo-malawi';
describe.skipIf(!hasShared(`${MALAWI}/SOURCE.txt`))('the demo of AccessMod (southern Malawi)', () => {
  const at = (name: string) => join(SHARED, MALAWI, name);
  const base = () => ['--landcover', at('landcover_merged.asc'), '--from', at('facilities.csv')];

  it.each([
    ['8', '29.419', 32283],
    ['16', '29.522', 31829]
  ])('has its published mean and nulls at 50 km/h within 60 min, %s neighbours', async (neighbours, mean, nulls) => {
    const rows = [1, 2, 3, 1001, 1002, 1003].map((each) => `${each},all,50,MOTORIZED\n`);
    const scenario = file('motor.csv', `class,label,speed,mode\n${rows.join('')}`);
    const more = ['--scenario', scenario, '--max-minutes', '60', '--neighbours', neighbours];
    const out = join(work, 'motor.asc');
    await run([...base(), ...more, '--out', out]);
    const flat = read(out);
    const { values } = parseAsciiGrid(flat);
    const known = values.filter((each) => !Number.isNaN(each));
    expect(values.length - known.length).toBe(nulls);
    expect((known.reduce((sum, each) => sum + each, 0) / known.length).toFixed(3)).toBe(mean);
    // Slopes and direction are nothing to a motor.
    await run([...base(), ...more, '--dem', at('dem_m.asc'), '--toward', 'from', '--out', out]);
    expect(read(out)).toBe(flat);
  });

  it('turns every pair round with --toward from, and the two directions differ', async () => {
    const to = ['--to', at('facilities.csv'), '--scenario', at('scenario_table.csv'), '--dem', at('dem_m.asc')];
    const out = join(work, 'pairs.csv');
    const minutes = async (...more: string[]) => {
      await run([...base(), ...to, ...more, '--out', out]);
      const [heading, ...lines] = read(out).trimEnd().split('\n');
      expect(heading).toBe('from,to,minutes,metres');
      return new Map<string, number>(
        lines.map((line) => {
          const [a, b, figure] = line.split(',');
          return [`${a}-${b}`, Number(figure)];
        })
      );
    };
    const there = await minutes();
    const back = await minutes('--toward', 'from');
    expect(there.size).toBe(100);
    let differ = 0;
    for (const [pair, figure] of there) {
      expect(back.get(pair.split('-').reverse().join('-'))).toBe(figure);
      if (back.get(pair) !== figure) differ += 1;
    }
    expect(differ).toBeGreaterThan(10);
    expect(there.get('1-2')).not.toBe(there.get('2-1'));
  });

  it('puts each facility into the cell that its list names', () => {
    const grid = parseAsciiGrid(read(at('landcover_merged.asc')));
    const cells = read(at('facilities.csv'))
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [row, column] = line.split(',').slice(-2).map(Number);
        return row * grid.columns + column;
      });
    expect(readGridPoints(at('facilities.csv'), grid).map(({ cell }) => cell)).toEqual(cells);
  });
});

describe('greenlane travel-grid', () => {
  const HEAD = 'ncols 4\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1000\nNODATA_value -9999\n';
  const COVER = `${HEAD}1 1 2 1\n`;
  const TABLE = 'class,label,speed,mode\n1,field,3,WALKING\n2,road,60,MOTORIZED\n';
  const A = 'id,x,y\na,500,500\n';
  const B = 'id,x,y\nb,3500,500\n';
  interface Texts {
    cover?: string;
    table?: string;
    from?: string;
    to?: string;
    dem?: string;
  }
  const grid = (texts: Texts, out: string, ...more: string[]) =>
    run([
      ...[
        '--landcover',
        file('cover.asc', texts.cover ?? COVER),
        '--scenario',
        file('table.csv', texts.table ?? TABLE)
      ],
      ...['--from', file('from.csv', texts.from ?? A)],
      ...(texts.to === undefined ? [] : ['--to', file('to.csv', texts.to)]),
      ...(texts.dem === undefined ? [] : ['--dem', file('dem.asc', texts.dem)]),
      ...more,
      ...['--out', join(work, out)]
    ]);

  it('writes minutes per cell, and minutes and metres per pair', async () => {
    await grid({}, 'out.asc');
    expect(read(join(work, 'out.asc'))).toBe(`${HEAD}0 20 31 41\n`);
    await grid({ to: B }, 'out.csv');
    expect(read(join(work, 'out.csv'))).toBe('from,to,minutes,metres\na,b,41,3000.000\n');
    await grid({}, 'out.csv');
    expect(read(join(work, 'out.csv'))).toBe('from,to,minutes,metres\na,a,0,0.000\n');
  });

  it('leaves out what lies beyond the limit, behind a barrier or on one', async () => {
    await grid({}, 'out.asc', '--max-minutes', '31');
    expect(read(join(work, 'out.asc'))).toBe(`${HEAD}0 20 31 -9999\n`);
    await grid({ to: B }, 'out.csv', '--max-minutes', '40');
    expect(read(join(work, 'out.csv'))).toContain('\na,b,,\n');
    await grid({ table: TABLE.replace('60', '0') }, 'out.asc');
    expect(read(join(work, 'out.asc'))).toBe(`${HEAD}0 20 -9999 -9999\n`);
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    await grid({ from: 'id,x,y\nriver,2500,500\n', table: TABLE.replace('60', '0') }, 'out.asc');
    expect(read(join(work, 'out.asc'))).toBe(`${HEAD}-9999 -9999 -9999 -9999\n`);
    expect(said.mock.calls.flat().join()).toContain('no way from or to river: on a barrier');
    await grid({ dem: `${HEAD}0 -9999 0 0\n` }, 'out.asc');
    expect(read(join(work, 'out.asc'))).toBe(`${HEAD}0 -9999 -9999 -9999\n`);
    expect(said.mock.calls.flat().join()).toContain('1 passable cells without elevation');
    said.mockRestore();
  });

  it.each<[string, Texts, string, RegExp]>([
    ['an empty raster', { cover: '' }, 'o.asc', /cover\.asc is empty/],
    ['a raster cut off', { cover: `${HEAD}1 1` }, 'o.asc', /cover\.asc, line 7: the file ends after 2 of 4/],
    ['a word in a raster', { cover: `${HEAD}1 1 x 1` }, 'o.asc', /cover\.asc, line 7: read "x"/],
    ['other cells of the DEM', { dem: COVER.replace('1000', '500') }, 'o.asc', /dem\.asc, line 1: 4 × 1 cells of 500/],
    ['a class without a row', { cover: `${HEAD}1 1 7 1` }, 'o.asc', /table\.csv: no row for.* class 7 \(1 cells\)/],
    ['a table without classes', { table: 'class,label,speed,mode\n' }, 'o.asc', /table\.csv: no class/],
    [
      'an unknown mode',
      { table: `${TABLE}3,x,4,SWIMMING\n` },
      'o.asc',
      /table\.csv, row 4, field mode: read "SWIMMING"/
    ],
    ['a negative speed', { table: `${TABLE}3,x,-4,WALKING\n` }, 'o.asc', /row 4, field speed: read "-4"/],
    ['a class twice', { table: `${TABLE}2,x,4,WALKING\n` }, 'o.asc', /row 4, field class: 2 stands there twice/],
    ['no coordinates', { from: 'id,lon,lat\na,1,1\n' }, 'o.asc', /from\.csv, row 1: read the columns id, lon, lat/],
    ['no points', { from: 'id,x,y\n' }, 'o.asc', /from\.csv: no point/],
    [
      'a point off the raster',
      { from: 'id,x,y\na,500,5000\n' },
      'o.asc',
      /from\.csv, row 2, fields x,y: 500,5000 lies off/
    ],
    ['a word for a coordinate', { from: 'id,x,y\na,500,north\n' }, 'o.asc', /row 2, field y: read "north"/],
    ['a repeated id', { from: `${A}a,600,500\n` }, 'o.asc', /row 3, field id: "a" is already in row 2/],
    ['pairs into a raster', { to: B }, 'o.asc', /Leave --to out, or give a \.csv/],
    ['another format', {}, 'o.tif', /--out \.tif: unknown/]
  ])('refuses %s, naming file, line and cure', async (_, texts, out, message) => {
    await expect(async () => grid(texts, out)).rejects.toThrow(message);
  });

  it('tells what is missing or wrong among its options in one line', () => {
    const told = (...args: string[]) => {
      const { code, err } = greenlane('travel-grid', ...args);
      expect(code).toBe(2);
      expect(err).not.toContain('    at ');
      return err;
    };
    expect(told('--scenario', 'x.csv')).toContain('--landcover is missing');
    const rest = ['--landcover', join(work, 'none.asc'), '--scenario', 'x', '--from', 'y', '--out', 'z.asc'];
    expect(told(...rest)).toContain('none.asc');
    expect(told(...rest, '--neighbours', '4')).toContain('--neighbours 4');
    expect(told(...rest, '--max-minutes', 'long')).toContain('--max-minutes long');
  });
});
