import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadArea, type LoadedArea } from '../../src/node/pack/load-area';
import { greenlane, greenlaneOk, shippedArea } from '../helpers/cli';

interface Cell {
  villages: number;
  persons: number;
}
interface Row extends Cell {
  townshipId: string;
  within: (Cell & { minutes: number })[];
  beyond: Cell;
  noWay: Cell;
}
interface Printed {
  thresholds: number[];
  levels: { careLevel: string; all: Row; townships: Row[] }[];
  villages: { id: string; reach: Record<string, { facilityId: string | null; seconds: number | null }> }[];
  catchments: { careLevel: string; facilityId: string; villages: number; persons: number }[];
}

const LIMITS = [15, 30, 60];
let dir: string;
let work: string;
let area: LoadedArea;
let printed: Printed;
/** Seconds by `village/facility`, from the matrix command under the sample's closures. */
const seconds = new Map<string, number>();

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'greenlane-coverage-'));
  dir = shippedArea('ngazidja');
  area = await loadArea(dir);
  printed = JSON.parse(greenlaneOk('coverage', '--area', dir, '--thresholds', LIMITS.join(','), '--json')) as Printed;
  const { villages, facilities, closures } = area.situation;
  const list = (name: string, places: Iterable<{ id: string; lon: number | null; lat: number | null }>) => {
    const rows = [...places].filter(({ lon }) => lon !== null).map(({ id, lon, lat }) => `${id},${lon},${lat}`);
    writeFileSync(join(work, name), ['id,lon,lat', ...rows].join('\n'));
    return join(work, name);
  };
  const shut = [...closures.values()].map(
    ({ wayId, fromNode, toNode }) => `${wayId},${fromNode ?? ''},${toNode ?? ''}`
  );
  writeFileSync(join(work, 'c.csv'), ['way_id,from_node,to_node', ...shut].join('\n'));
  const out = join(work, 'm.csv');
  const close = shut.length > 0 ? ['--close', join(work, 'c.csv')] : [];
  const [from, to] = [list('v.csv', villages.values()), list('f.csv', facilities.values())];
  greenlaneOk('matrix', '--area', dir, '--from', from, '--to', to, '--out', out, ...close);
  for (const line of readFileSync(out, 'utf8').trim().split('\n').slice(1)) {
    const [village, facility, s] = line.split(',');
    if (s !== '') seconds.set(`${village}/${facility}`, Number(s));
  }
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Least seconds from a village to the open facilities that a test admits. */
function least(villageId: string, admits: (tier: string) => boolean): number | null {
  let best: number | null = null;
  for (const { id, open, tier } of area.situation.facilities.values()) {
    const s = seconds.get(`${villageId}/${id}`);
    if (open && admits(tier) && s !== undefined && (best === null || s < best)) best = s;
  }
  return best;
}

const LEVELS: Record<string, (tier: string) => boolean> = {
  any: () => true,
  township: (tier) => tier !== 'village-clinic',
  'sub-designated': (tier) => tier === 'sub-designated' || tier === 'designated',
  severe: (tier) => tier === 'designated'
};

describe('coverage of the shipped area', () => {
  it('equals a count over the matrix command, township by township', () => {
    for (const { careLevel, all, townships } of printed.levels) {
      for (const row of [...townships, all]) {
        const own = [...area.situation.villages.values()].filter(
          ({ townshipId }) => row.townshipId === 'all' || row.townshipId === townshipId
        );
        const count = (test: (s: number | null) => boolean): Cell => {
          const chosen = own.filter(({ id }) => test(least(id, LEVELS[careLevel])));
          return { villages: chosen.length, persons: chosen.reduce((sum, { residents }) => sum + residents, 0) };
        };
        expect({ villages: row.villages, persons: row.persons }).toEqual(count(() => true));
        expect(row.within).toEqual(
          LIMITS.map((minutes) => ({ minutes, ...count((s) => s !== null && s <= minutes * 60) }))
        );
        expect(row.beyond).toEqual(count((s) => s !== null && s > 3600));
        expect(row.noWay).toEqual(count((s) => s === null));
      }
    }
  });

  it('sums: townships to the area, within + beyond + no way to all, catchments to those with a way', () => {
    for (const { careLevel, all, townships } of printed.levels) {
      for (const unit of ['villages', 'persons'] as const) {
        expect(townships.reduce((sum, row) => sum + row[unit], 0)).toBe(all[unit]);
        expect(all.within[2][unit] + all.beyond[unit] + all.noWay[unit]).toBe(all[unit]);
        const caught = printed.catchments.filter((each) => each.careLevel === careLevel);
        expect(caught.reduce((sum, each) => sum + each[unit], 0)).toBe(all[unit] - all.noWay[unit]);
      }
    }
  });

  it('the sample holds an unreachable village', () => {
    const cut = printed.villages.filter(({ reach }) => reach.any.seconds === null);
    expect(cut.length).toBeGreaterThan(0);
  });

  it('a whole way closed never brings anybody nearer', () => {
    const wayId = [...area.network.wayClass].findIndex((roadClass) => roadClass === 4);
    const path = join(work, 'whole.csv');
    writeFileSync(path, `way_id,from_node,to_node\n${area.network.wayOsmId[Math.max(0, wayId)]},,\n`);
    const shut = JSON.parse(greenlaneOk('coverage', '--area', dir, '--close', path, '--json')) as Printed;
    shut.villages.forEach(({ reach }, v) => {
      const before = printed.villages[v].reach.severe.seconds ?? Infinity;
      expect(reach.severe.seconds ?? Infinity).toBeGreaterThanOrEqual(before);
    });
  });

  it('names what is wrong with its options', () => {
    for (const [args, message] of [
      [['--thresholds', '15,x'], '--thresholds 15,x'],
      [['--vehicle', 'boat'], '--vehicle boat'],
      [['--seed', '1.5'], '--seed 1.5'],
      [['--close', join(work, 'none.csv')], 'none.csv']
    ] as const) {
      const { code, err } = greenlane('coverage', '--area', dir, ...args);
      expect(code).toBe(2);
      expect(err).toContain(message);
    }
  });
});
