import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOsm } from '../../../node/pack/read-osm';
import type { ElevationGrid } from '../terrain/elevation';
import { buildNetwork, type BuildNetworkOptions } from './build-network';
import { BARRIER_KINDS, NO_ELEVATION, ROAD_CLASSES, SURFACES, WayFlag, type Network } from './network';

const FIXTURES = join(import.meta.dirname, '../../../../tests/fixtures/osm');

async function build(file: string, options: BuildNetworkOptions = { elevation: null }) {
  const { result, problems } = await readOsm(join(FIXTURES, file));
  const built = buildNetwork(result, options);
  return { network: built.result, problems: [...problems, ...built.problems] };
}

/** Direction letters of a mode for each way: `f`, `b`, `fb` or nothing. */
function directions(network: Network, mode: 'car' | 'motorcycle' | 'foot' | 'emergency'): Record<number, string> {
  return Object.fromEntries(
    Array.from(network.wayOsmId, (id, way) => [
      id,
      (network.wayFlags[way] & WayFlag[`${mode}Forward`] ? 'f' : '') +
        (network.wayFlags[way] & WayFlag[`${mode}Backward`] ? 'b' : '')
    ])
  );
}

const names = (values: ArrayLike<number>, list: readonly string[]): string[] => Array.from(values, (v) => list[v]);

describe('one-way', () => {
  it('follows oneway, -1, roundabouts, motorways; shuts reversible; leaves walkers free', async () => {
    const { network, problems } = await build('one-way.osm');
    expect(directions(network, 'car')).toEqual({ 1: 'f', 2: 'b', 3: 'f', 4: 'fb', 5: 'f', 6: '', 7: 'f', 8: 'fb' });
    expect(directions(network, 'emergency')).toEqual(directions(network, 'car'));
    expect(directions(network, 'motorcycle')).toEqual({
      1: 'f',
      2: 'b',
      3: 'f',
      4: 'fb',
      5: 'f',
      6: '',
      7: 'fb',
      8: 'fb'
    });
    expect(directions(network, 'foot')).toEqual({
      1: 'fb',
      2: 'fb',
      3: 'fb',
      4: 'fb',
      5: '',
      6: 'fb',
      7: 'fb',
      8: 'fb'
    });
    expect(network.wayFlags[2] & WayFlag.roundabout).toBeTruthy();
    expect(problems.map(({ code, read, where }) => [code, read, where])).toEqual([
      ['osm-reversible', 'reversible × 1', 'way 6'],
      ['osm-unknown-oneway', 'sideways × 1', 'way 8']
    ]);
  });
});

describe('access', () => {
  it('resolves the hierarchy for each mode', async () => {
    const { network, problems } = await build('access.osm');
    const car = directions(network, 'car');
    const emergency = directions(network, 'emergency');
    const motorcycle = directions(network, 'motorcycle');
    const foot = directions(network, 'foot');
    const all = Array.from(network.wayOsmId, (id) => [id, car[id], emergency[id], motorcycle[id], foot[id]]);
    expect(all).toEqual([
      [1, '', 'fb', '', ''], // private
      [2, '', '', '', ''], // no
      [3, '', 'fb', '', ''], // no, but emergency=yes
      [4, '', 'fb', '', 'fb'], // agricultural;forestry
      [5, 'fb', 'fb', '', ''], // access=no, motorcar=destination
      [6, '', '', '', 'fb'], // footway
      [7, 'fb', 'fb', 'fb', 'fb'], // footway with motor_vehicle=yes
      [8, '', '', 'fb', 'fb'], // path
      [9, '', 'fb', '', 'fb'], // pedestrian street
      [10, '', '', '', 'fb'], // steps
      [11, '', 'fb', '', 'fb'], // unknown value passed over, access=private, foot=yes
      [12, 'f', 'f', 'f', 'fb'], // motor_vehicle:backward=no
      [13, '', '', '', 'fb'], // smoothness=impassable
      [14, 'fb', 'fb', 'fb', ''], // motorroad
      [15, '', '', 'fb', 'fb'] // motorcycle only
    ]);
    expect(network.wayFlags[0] & WayFlag.privateAccess).toBeTruthy();
    expect(network.wayFlags[1] & WayFlag.privateAccess).toBe(0);
    expect(problems).toMatchObject([
      { code: 'osm-unknown-access', field: 'motor_vehicle', read: 'unbekannt × 1', where: 'way 11' }
    ]);
  });

  it('puts barriers on their nodes', async () => {
    const { network, problems } = await build('barriers.osm');
    const kinds = ['gate', 'bollard', 'other', 'none', 'none', 'other', 'gate'];
    expect(names(network.nodeBarrier, BARRIER_KINDS)).toEqual(kinds);
    expect(problems).toMatchObject([{ code: 'osm-unknown-barrier', read: 'dragon × 1', where: 'node 6' }]);
  });
});

describe('what is a road', () => {
  it('leaves out works, plans, ruins, platforms, areas, rivers and unknown values', async () => {
    const { network, problems } = await build('not-roads.osm');
    expect([...network.wayOsmId]).toEqual([10]);
    expect([...network.nodeOsmId]).toEqual([3, 4]);
    expect(problems).toMatchObject([{ code: 'osm-unknown-highway', read: 'moonwalk × 1' }]);
  });

  it('groups surfaces and track grades; counts unknown values', async () => {
    const { network, problems } = await build('surface.osm');
    expect(names(network.waySurface, SURFACES)).toEqual(
      'paved unknown unknown gravel earth unknown soft unknown unknown'.split(' ')
    );
    expect(names(network.wayClass, ROAD_CLASSES).slice(6, 8)).toEqual(['track_grade3', 'track']);
    expect(problems.map(({ code, read, where }) => [code, read, where])).toEqual([
      ['osm-unknown-tracktype', 'grade9 × 1', 'way 8'],
      ['osm-unknown-surface', 'ciment × 2', 'way 2, way 3'],
      ['osm-unknown-surface', 'constructor × 1', 'way 9']
    ]);
  });

  it('says so when nothing is left', async () => {
    const square = [
      [
        [50, 50],
        [51, 50],
        [51, 51],
        [50, 50]
      ]
    ];
    const { network, problems } = await build('surface.osm', {
      elevation: null,
      clip: { type: 'Polygon', coordinates: square }
    });
    expect([network.nodeCount, network.edgeCount, network.wayCount]).toEqual([0, 0, 0]);
    expect(problems).toHaveLength(1);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'network-empty', severity: 'error' }));
  });
});

describe('signs', () => {
  it('reads maxspeed in its many shapes', async () => {
    const { network, problems } = await build('maxspeed.osm');
    expect([...network.wayMaxspeedForward]).toEqual([50, 48, 6, 0, 0, 80, 0, 50, 0]);
    expect([...network.wayMaxspeedBackward]).toEqual([50, 48, 6, 0, 0, 40, 0, 50, 0]);
    expect(problems.map(({ code, severity, read }) => [code, severity, read])).toEqual([
      ['osm-maxspeed-zone', 'note', 'CN:urban × 1'],
      ['osm-unknown-maxspeed', 'warning', '999 × 1'],
      ['osm-unknown-maxspeed', 'warning', 'fast × 1']
    ]);
  });

  it('reads ferry durations; a ferry for walkers takes no cars', async () => {
    const { network, problems } = await build('ferry.osm');
    expect(new Set(names(network.wayClass, ROAD_CLASSES))).toEqual(new Set(['ferry']));
    expect([...network.wayDuration]).toEqual([5400, 3900, 1500, 450, 0, 0, 0]);
    expect(network.wayLengthMm[0]).toBe(2 * network.edgeLengthMm[0]);
    expect(network.strings[network.wayName[0]]).toBe('Kingani');
    expect(directions(network, 'car')).toEqual({ 1: 'fb', 2: 'fb', 3: 'fb', 4: 'fb', 5: 'fb', 6: '', 7: 'fb' });
    expect(problems).toMatchObject([{ code: 'osm-unknown-duration', read: 'soon × 1', where: 'way 5' }]);
  });
});

describe('segments', () => {
  it('measures a thousandth of a degree on the equator: R · π / 180,000', async () => {
    const { network } = await build('ferry.osm');
    expect(network.edgeLengthMm[0]).toBe(Math.round((6_371_008_800 * Math.PI) / 180_000));
  });

  it('drops a node named twice in a row, keeps two nodes at one place joined', async () => {
    const { network } = await build('duplicate-nodes.osm');
    const segments = Array.from(network.edgeFrom, (from, edge) => [
      network.nodeOsmId[from],
      network.nodeOsmId[network.edgeTo[edge]],
      network.edgeLengthMm[edge]
    ]);
    expect(segments).toEqual([
      [1, 2, 111195],
      [2, 3, 0],
      [3, 4, 111195]
    ]);
  });

  it('breaks a way at nodes the file lacks, and says so', async () => {
    const { network, problems } = await build('missing-nodes.osm');
    expect([...network.nodeOsmId]).toEqual([1, 2, 3, 4]);
    expect(network.edgeCount).toBe(2);
    expect([...network.wayOsmId]).toEqual([1]);
    expect(problems).toMatchObject([{ code: 'osm-missing-nodes', where: 'way 1, way 2' }]);
  });

  it('keeps segments with an end inside the boundary', async () => {
    const clip = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0.0055, -1],
          [0.0065, -1],
          [0.0065, 1],
          [0.0055, 1],
          [0.0055, -1]
        ]
      ]
    };
    const { network } = await build('barriers.osm', { elevation: null, clip });
    expect([...network.nodeOsmId]).toEqual([5, 6, 7]);
    expect(network.edgeCount).toBe(2);
    expect(network.wayLengthMm[0]).toBe(6 * 111195);
  });
});

describe('grade', () => {
  /** Height by thousandths of a degree of longitude. */
  const terrain = (metres: (number | null)[]): ElevationGrid => ({
    tiles: [],
    bounds: [0, 0, 1, 1],
    sample: (lon) => metres[Math.round(lon * 1000)]
  });

  it('takes bridges and tunnels straight from portal to portal, over a chain of ways', async () => {
    const ground = [100, 100, 300, 280, 130, 130, 20, 10, 15, 150, 150, 150];
    const { network, problems } = await build('structures.osm', { elevation: terrain(ground) });
    expect(problems).toEqual([]);
    expect([...network.nodeElevation]).toEqual([100, 100, 110, 120, 130, 130, 135, 140, 145, 150, 150, 150]);
    // A 111.195 m segment: ±100 m of its middle reach 44.4 m into each neighbour of the way; the tunnel climbs
    // 10 m each 111.195 m = 899 in 1e-4, at its ends over a window of 155.6 m of even climb.
    const grades = Object.fromEntries(
      Array.from(network.edgeFrom, (from, e) => [
        network.nodeOsmId[from] + '>' + network.nodeOsmId[network.edgeTo[e]],
        network.edgeGrade[e]
      ])
    );
    expect(grades).toMatchObject({ '1>2': 899, '2>3': 899, '3>4': 899, '4>5': 0, '5>6': 450, '6>7': 450 });
    // The second bridge is drawn against the first: falling towards the gorge.
    expect(grades).toMatchObject({ '9>8': -450, '8>7': -450, '0>1': 0, '9>10': 0 });
  });

  it('measures 100 m each way along the way, signed, clamped at 30 %', async () => {
    // barriers.osm: one way of six segments. Middle segment 3>4: z at m ± 100 m lies 44.4 m into 2>3 and 4>5.
    const heights = [0, 0, 10, 30, 60, 50, 50, 90];
    const { network } = await build('barriers.osm', { elevation: terrain(heights) });
    const L = 111.195;
    const into = (100 - L / 2) / L;
    const rise = (from: number, to: number, share: number): number => from + (to - from) * share;
    const middle = (rise(60, 50, into) - rise(30, 10, into)) / 200;
    expect(network.edgeGrade[2]).toBe(Math.floor(middle * 10_000 + 0.5));
    const first = (rise(10, 30, into) - 0) / (L / 2 + 100);
    expect(network.edgeGrade[0]).toBe(Math.floor(first * 10_000 + 0.5));
    const cliff = await build('barriers.osm', { elevation: terrain([0, 0, 0, 0, 900, 900, 900, 900]) });
    expect(cliff.network.edgeGrade[2]).toBe(3000);
  });

  it('fills unknown elevations along the way and reports them', async () => {
    const { network, problems } = await build('barriers.osm', {
      elevation: terrain([0, null, 0, null, 20, 30, null, null])
    });
    expect([...network.nodeElevation]).toEqual([NO_ELEVATION, 0, NO_ELEVATION, 20, 30, NO_ELEVATION, NO_ELEVATION]);
    expect(network.edgeGrade[0]).toBeGreaterThan(0);
    expect(network.edgeGrade[5]).toBe(0);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'elevation-missing', severity: 'warning' }));
    const none = await build('barriers.osm', { elevation: terrain([]) });
    expect([...none.network.edgeGrade]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
