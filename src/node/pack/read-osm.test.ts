import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { writePbf, type PbfExtract } from '../../../tests/fixtures/osm/write-pbf';
import { CliError } from '../cli/cli-error';
import { readOsm } from './read-osm';

const dir = mkdtempSync(join(tmpdir(), 'greenlane-osm-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const FIXTURES = join(import.meta.dirname, '../../../tests/fixtures/osm');
const EXTRACT: PbfExtract = {
  nodes: [
    { id: 5, lonE7: 432_500_001, latE7: -116_999_999, tags: { barrier: 'gate', name: '莫罗尼' } },
    { id: 7, lonE7: 432_600_000, latE7: -117_000_000 },
    { id: 4_000_000_000_000_001, lonE7: -1_800_000_000, latE7: 900_000_000, tags: { place: 'town' } }
  ],
  ways: [{ id: 12, refs: [7, 5, 4_000_000_000_000_001, 7], tags: { highway: 'primary', name: 'Route nationale' } }],
  relations: [
    {
      id: 3,
      members: [
        { type: 'way', ref: 12, role: 'outer' },
        { type: 'node', ref: 5, role: '' }
      ],
      tags: { type: 'multipolygon' }
    }
  ]
};

async function read(bytes: Uint8Array | string, name = 'x.dat') {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return readOsm(path);
}

async function faultOf(bytes: Uint8Array | string): Promise<string> {
  const error = await read(bytes).then(
    () => null,
    (thrown: unknown) => thrown
  );
  expect(error).toBeInstanceOf(CliError);
  return (error as CliError).message;
}

describe('PBF', () => {
  for (const dense of [true, false]) {
    for (const zlib of [true, false]) {
      it(`gives back what was written (${dense ? 'dense' : 'plain'} nodes, ${zlib ? 'zlib' : 'raw'})`, async () => {
        const { result, problems } = await read(writePbf(EXTRACT, { dense, zlib, timestamp: 1_617_913_322 }));
        expect(problems).toEqual([]);
        expect([...result.nodeIds]).toEqual(EXTRACT.nodes.map(({ id }) => id));
        expect([...result.nodeLonE7]).toEqual(EXTRACT.nodes.map(({ lonE7 }) => lonE7));
        expect([...result.nodeLatE7]).toEqual(EXTRACT.nodes.map(({ latE7 }) => latE7));
        expect([...result.nodeTags]).toEqual([
          [0, { barrier: 'gate', name: '莫罗尼' }],
          [2, { place: 'town' }]
        ]);
        expect(result.ways.map(({ refs, ...way }) => ({ ...way, refs: [...refs] }))).toEqual(EXTRACT.ways);
        expect(result.relations).toEqual(EXTRACT.relations);
        expect(result.timestamp).toBe('2021-04-08T20:22:02Z');
        expect(result.generator).toBe('greenlane-test');
      });
    }
  }

  it('applies granularity and offsets, drops deleted nodes, sorts ids', async () => {
    const nodes = [
      { id: 9, lonE7: 1000, latE7: -2000 },
      { id: 4, lonE7: 3000, latE7: 5000 },
      { id: 6, lonE7: 3000, latE7: 5000, visible: false }
    ];
    for (const dense of [true, false]) {
      const options = { dense, granularity: 1000, latOffset: 500_000, lonOffset: -300_000 };
      const { result } = await read(writePbf({ nodes }, options));
      expect([...result.nodeIds]).toEqual([4, 9]);
      expect([...result.nodeLonE7]).toEqual([3000, 1000]);
      expect([...result.nodeLatE7]).toEqual([5000, -2000]);
    }
  });

  it('refuses a feature it does not know, and a history file with its own cure', async () => {
    expect(await faultOf(writePbf(EXTRACT, { features: ['OsmSchema-V0.6', 'Sparkles'] }))).toMatch(/Sparkles.*byte 0/);
    expect(await faultOf(writePbf(EXTRACT, { features: ['HistoricalInformation'] }))).toMatch(/time-filter/);
    expect(await faultOf(writePbf(EXTRACT, { withHeader: false }))).toMatch(/OSMHeader/);
  });

  it('names the byte wherever the file is cut off', async () => {
    const bytes = writePbf(EXTRACT);
    for (let length = 60; length < bytes.length; length += 7) {
      const error = await read(bytes.subarray(0, length)).catch((thrown: unknown) => thrown);
      if (error instanceof Error) expect(error.message).toMatch(/byte \d+ of|no node, way/);
      else expect.unreachable(`cut at ${length} was read`);
    }
  });

  it('survives any damage: a CliError, or an extract', async () => {
    const bytes = writePbf(EXTRACT, { zlib: false });
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, value] of changes) damaged[at] = value;
        const outcome = await read(damaged).catch((error: unknown) => error);
        expect(outcome instanceof Error ? outcome.constructor : CliError).toBe(CliError);
      }),
      { numRuns: 400 }
    );
  });
});

it('warns of a file without relations: cut off between two blocks it would read as whole', async () => {
  const { problems } = await read(writePbf({ ...EXTRACT, relations: [] }, { dense: true, zlib: true }));
  expect(problems).toMatchObject([{ code: 'osm-no-relations', severity: 'warning' }]);
});

describe('XML', () => {
  it('reads Overpass output with the ways first and no metadata, plain and gzipped', async () => {
    const text = readFileSync(join(FIXTURES, 'ways-first.osm'));
    for (const bytes of [text, gzipSync(text)]) {
      const { result, problems } = await read(bytes);
      expect(problems).toEqual([]);
      expect(result.timestamp).toBe('2026-06-20T08:40:46Z');
      expect([...result.nodeLonE7]).toEqual([1_010_000_000, 1_010_010_000]);
      expect(result.ways[0].tags).toEqual({ highway: 'residential', name: '河口 & 雅江' });
    }
  });

  it('reports duplicate ids and keeps the first', async () => {
    const { result, problems } = await readOsm(join(FIXTURES, 'duplicate-nodes.osm'));
    expect(problems.map(({ code, where }) => [code, where])).toEqual([
      ['osm-duplicate-id', 'node 2'],
      ['osm-duplicate-id', 'way 1']
    ]);
    expect([...result.nodeLatE7]).toEqual([0, 0, 0, 0]);
    expect(result.ways[0].refs.length).toBe(5);
  });

  it('leaves out deleted objects and positions off the globe', async () => {
    const { result, problems } = await read(
      '<osm><node id="1" lat="0" lon="0"/><node id="2" lat="0" lon="0" visible="false"/><node id="3" lat="91" lon="0"/><node id="4"/></osm>'
    );
    expect([...result.nodeIds]).toEqual([1]);
    expect(problems).toMatchObject([{ code: 'osm-node-off-globe', where: 'node 3, node 4' }]);
  });

  it('dates a file without a header date by its newest object', async () => {
    const { result } = await read(
      '<osm><node id="1" lat="0" lon="0" timestamp="2014-05-06T05:56:40Z"/><node id="2" lat="0" lon="0" timestamp="2013-01-01T00:00:00Z"/></osm>'
    );
    expect(result.timestamp).toBe('2014-05-06T05:56:40Z');
  });

  it('passes on what an overloaded server remarked', async () => {
    const { problems } = await read(
      '<osm><node id="1" lat="0" lon="0"/><remark>runtime error: Query timed out</remark></osm>'
    );
    expect(problems).toMatchObject([{ code: 'osm-remark', read: 'runtime error: Query timed out' }]);
  });
});

describe('what is no OSM extract', () => {
  const text = readFileSync(join(FIXTURES, 'one-way.osm'));
  it.each([
    ['empty', '', /empty \(0 bytes\)/],
    ['text', 'hello', /neither OSM XML nor OSM PBF \(byte 0\)/],
    ['web page', '<!DOCTYPE html><html></html>', /web page/],
    ['GPX', '<gpx></gpx>', /<gpx>, not <osm> at byte \d+/],
    ['JSON', '{"elements":[]}', /out:xml/],
    ['ZIP', 'PK\u0003\u0004', /ZIP/],
    ['nothing inside', '<osm version="0.6"></osm>', /no node, way or relation/],
    ['truncated XML', text.subarray(0, 700), /not well-formed XML .* at byte 700 .*line \d+/],
    ['truncated gzip', gzipSync(text).subarray(0, 200), /gzip file is cut off near byte \d+/],
    ['gzip of text', gzipSync('hello'), /neither OSM XML/],
    ['wrong gzip', Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff]), /damaged gzip|cut off/],
    ['bad id', '<osm><way id="x"></way></osm>', /<way> with the id “x” at byte 1\d/],
    [
      'not UTF-8',
      Buffer.from([...Buffer.from('<osm><node id="1" lat="0" lon="0"><tag k="name" v="'), 0xff, 0xfe]),
      /UTF-8/
    ]
  ])('%s', async (_, bytes, message) => {
    const fault = await faultOf(bytes as string | Uint8Array);
    expect(fault).toMatch(message);
    expect(fault).toContain('x.dat');
  });

  it('a missing file or a folder', async () => {
    await expect(readOsm(join(dir, 'nowhere.osm'))).rejects.toThrow(/no such file/);
    await expect(readOsm(dir)).rejects.toThrow(/is a folder/);
  });
});
