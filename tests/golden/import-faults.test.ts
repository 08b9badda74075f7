import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/lib/core/pack/manifest';
import { loadArea } from '../../src/node/pack/load-area';
import { openPackWriter, recoverPack, type ManifestFacts } from '../../src/node/pack/write-pack';
import { ROOT, runGreenlane, temporaryFolder } from '../helpers/run-greenlane';

const folder = temporaryFolder();
const OSM = join(ROOT, 'geodata/raw/liechtenstein/liechtenstein-latest.osm.pbf');
const COMOROS_LIST = join(ROOT, 'geodata/raw/comoros/who_kwtrp_2019_comoros.csv');
const PLACE = '47.14,9.52';

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function importInto(out: string, ...more: string[]) {
  return runGreenlane(['import', '--osm', OSM, '--id', 'test', '--out', out, ...more]);
}

describe('input that cannot be used: one clear line, no pack, nothing left behind', () => {
  const cases: [string, () => string[], RegExp][] = [
    [
      'a truncated PBF',
      () => ['--osm', file('cut.osm.pbf', readFileSync(OSM).subarray(0, 700_000))],
      /cut\.osm\.pbf.*(cut off|ends|truncated)/i
    ],
    ['an empty PBF', () => ['--osm', file('none.osm.pbf', '')], /none\.osm\.pbf.*empty/i],
    ['a missing file', () => ['--osm', join(folder, 'nowhere.osm')], /nowhere\.osm/],
    [
      'facilities of another area',
      () => ['--facilities', COMOROS_LIST],
      /none of its facilities lies in the area.*one and the same area/
    ],
    ['an empty list', () => ['--facilities', file('empty.csv', '')], /empty\.csv is empty/],
    [
      'a list of headings alone',
      () => ['--facilities', file('bare.csv', 'name,lat,lon,tier\n')],
      /bare\.csv has no rows/
    ],
    [
      'a list in another encoding',
      () => ['--facilities', file('latin1.csv', Buffer.from('name,lat,lon\nSanté,47,9\n', 'latin1'))],
      /latin1\.csv is not UTF-8/
    ],
    [
      'a boundary of another area',
      () => ['--boundary', join(ROOT, 'geodata/raw/comoros/ngazidja.geojson')],
      /has no roads inside ngazidja\.geojson/
    ],
    ['broken GeoJSON', () => ['--boundary', file('broken.geojson', '{"type":')], /broken\.geojson is not valid JSON/],
    ['a bad id', () => ['--id', 'Ünder way'], /--id Ünder way/]
  ];

  it.each(cases)('%s', async (_name, more, message) => {
    const out = join(folder, 'refused');
    const run = await importInto(out, ...more());
    expect(run.code).toBe(2);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(message);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('.refused'))).toEqual([]);
  });

  it('a folder that may not be written, or is a file', async () => {
    const blocked = file('blocked', 'a file');
    const run = await importInto(join(blocked, 'pack'));
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/Cannot write the pack .*Give --out a folder/);
    const nowhere = await importInto('/proc/greenlane/pack');
    expect([nowhere.code, nowhere.stderr]).toEqual([
      2,
      expect.stringMatching(/Cannot write the pack .*no folder can be made/)
    ]);
    if (process.getuid?.() === 0) return;
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    expect((await importInto(join(locked, 'pack'))).stderr).toMatch(/may not be written/);
  });

  it.each([
    ['no manifest', null],
    ['a manifest of something else', '{"name":"a web page","files":{"letter.txt":{}}}'],
    ['a manifest that is broken', 'x']
  ])('a folder with other files and %s is left alone', async (_name, manifest) => {
    const other = mkdtempSync(join(folder, 'other-'));
    writeFileSync(join(other, 'letter.txt'), 'dear reader');
    mkdirSync(join(other, 'photos'));
    if (manifest !== null) writeFileSync(join(other, 'manifest.json'), manifest);
    const before = readdirSync(other);
    const run = await importInto(other);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/holds other files than an area pack.*lost: letter\.txt.*photos\/.*Move them elsewhere/);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(other)).toEqual(before);
  });
});

describe('rows that cannot be used: one problem each, every row kept', () => {
  it('swapped, (0,0), missing and outside positions, duplicate ids, unknown tiers, negative population', async () => {
    const facilities = file(
      'facilities.csv',
      [
        'id,name,lat,lon,tier',
        `good,Good,${PLACE},2`,
        'swapped,Swapped,9.52,47.14,1',
        'zero,Zero,0,0,1',
        'missing,Missing,,,1',
        'outside,Outside,-11.7,43.2,1',
        `good,Again,${PLACE},1`,
        `odd,Odd,${PLACE},palace`
      ].join('\n')
    );
    const settlements = file('settlements.csv', `name,lat,lon,population\nA,${PLACE},120\nB,47.2,9.52,-4\n`);
    const out = join(folder, 'rows');
    const run = await importInto(out, '--facilities', facilities, '--settlements', settlements);
    expect(run.stderr).toBe('');
    const problems = JSON.parse(readFileSync(join(out, 'problems.json'), 'utf8')) as Problem[];
    const ofLists = problems.filter(({ where }) => /(facilities|settlements)\.csv row /.test(where));
    expect(ofLists.map(({ code, where }) => [code, where])).toEqual([
      ['population-negative', 'settlements.csv row 3 (B)'],
      ['position-swapped', 'facilities.csv row 3 (Swapped)'],
      ['position-zero', 'facilities.csv row 4 (Zero)'],
      ['position-missing', 'facilities.csv row 5 (Missing)'],
      ['position-outside', 'facilities.csv row 6 (Outside)'],
      ['duplicate-id', 'facilities.csv row 7 (Again)'],
      ['facility-unknown-tier', 'facilities.csv row 8 (Odd)']
    ]);
    for (const problem of ofLists) expect(run.stdout).toContain(problem.cure);
    const area = await loadArea(out, { sample: false });
    expect([...area.situation.facilities.keys()]).toEqual([
      'good',
      'swapped',
      'zero',
      'missing',
      'outside',
      'good-2',
      'odd'
    ]);
    expect([...area.situation.villages.values()].map(({ residents }) => residents)).toEqual([120, 0]);
  });

  it('unknown OSM tag values are reported and the import goes on', async () => {
    const osm = file(
      'odd.osm',
      `<?xml version="1.0"?><osm version="0.6"><node id="1" lat="47.1" lon="9.5"/><node id="2" lat="47.11" lon="9.5"/>
       <way id="5"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="surface" v="cheese"/></way></osm>`
    );
    const out = join(folder, 'odd');
    const run = await importInto(out, '--osm', osm);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/way 5: surface; read cheese/);
  });
});

describe('a killed import', () => {
  const out = join(folder, 'kept');
  const snapshot = () => readdirSync(out).map((name) => [name, readFileSync(join(out, name)).toString('base64')]);
  let before: string[][];

  beforeAll(async () => {
    expect((await importInto(out)).code).toBe(0);
    before = snapshot();
  });

  it.each(['network: building', 'townships: deriving', 'basemap: zoom 12'])(
    'at "%s" leaves the old pack whole',
    async (line) => {
      const run = await runGreenlane(['import', '--osm', OSM, '--id', 'other', '--out', out], { killAt: line });
      expect(run.code).toBeNull();
      expect(snapshot()).toEqual(before);
      expect((await loadArea(out)).manifest.id).toBe('test');
    }
  );

  it('is cleared away by the next one', async () => {
    expect(readdirSync(folder).some((name) => name.startsWith('.kept.tmp-'))).toBe(true);
    expect((await importInto(out)).code).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('.kept.'))).toEqual([]);
  });

  it('a list kept beside the pack is named, and neither it nor the pack is touched, whenever it was laid there', async () => {
    writeFileSync(join(out, 'villages.csv'), 'name');
    const all = snapshot();
    const early = await importInto(out);
    expect([early.code, early.stderr]).toEqual([2, expect.stringMatching(/lost: villages\.csv\. .*Move them/)]);
    expect(snapshot()).toEqual(all);
    rmSync(join(out, 'villages.csv'));
    const writer = openPackWriter(out);
    writer.write('problems.json', '[]');
    writeFileSync(join(out, 'villages.csv'), 'name');
    expect(() => writer.commit({ id: 'test' } as ManifestFacts)).toThrow(/lost: villages\.csv/);
    writer.discard();
    expect(snapshot()).toEqual(all);
    rmSync(join(out, 'villages.csv'));
  });

  it('between the two renames of the swap is mended on the next look', async () => {
    const { renameSync } = await import('node:fs');
    renameSync(out, join(folder, '.kept.old-999999'));
    recoverPack(out);
    expect((await loadArea(out)).manifest.id).toBe('test');
  });
});

it('a damaged pack file is refused by name', async () => {
  const out = join(folder, 'damaged');
  await importInto(out);
  const path = join(out, 'network.bin');
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(path, bytes);
  await expect(loadArea(out)).rejects.toThrow(/network\.bin is damaged/);
});
