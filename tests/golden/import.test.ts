import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import type { RangeResponse, Source } from 'pmtiles';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Facility, Township, Village } from '../../src/lib/core/model/records';
import type { PackManifest, Problem } from '../../src/lib/core/pack/manifest';
import { activeRulePack } from '../../src/lib/core/rules/rule-pack';
import { loadArea, readManifest } from '../../src/node/pack/load-area';
import type { LoadedArea } from '../../src/node/pack/load-area';
import { readRaster } from '../../src/node/pack/read-raster';
import { ROOT, runGreenlane, temporaryFolder } from '../helpers/run-greenlane';
import { hasShared, SHARED } from '../helpers/shared-files';

const folder = temporaryFolder();
const RAW = join(ROOT, 'geodata/raw');

class PackSource implements Source {
  constructor(private readonly path: string) {}
  getKey(): string {
    return this.path;
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: Uint8Array.from(readFileSync(this.path).subarray(offset, offset + length)).buffer };
  }
}

async function expectUsableMap({ dir, manifest, network }: LoadedArea): Promise<void> {
  const archive = new PMTiles(new PackSource(join(dir, 'basemap.pmtiles')));
  const header = await archive.getHeader();
  expect([header.minZoom, header.maxZoom]).toEqual([manifest.basemapZoom.min, manifest.basemapZoom.max]);
  const n = 2 ** 11;
  const node = network.edgeFrom[network.edgeCount >> 1];
  const x = Math.floor((network.nodeLonE7[node] / 3.6e9 + 0.5) * n);
  const lat = (network.nodeLatE7[node] / 1e7) * (Math.PI / 180);
  const y = Math.floor(((1 - Math.asinh(Math.tan(lat)) / Math.PI) / 2) * n);
  expect((await archive.getZxy(11, x, y))?.data.byteLength).toBeGreaterThan(200);
  if (!manifest.reliefBounds) return;
  const relief = PNG.sync.read(readFileSync(join(dir, 'relief.png')));
  expect(Math.max(relief.width, relief.height)).toBeLessThanOrEqual(2048);
  const opaque = relief.data.filter((value, i) => i % 4 === 3 && value > 20).length;
  expect(opaque / (relief.width * relief.height)).toBeGreaterThan(0.02);
}

describe('Ngazidja and the Comoros, from the files in the repository', () => {
  let ngazidja: LoadedArea;
  let comoros: LoadedArea;
  const villages = (area: LoadedArea) => [...area.situation.villages.values()];

  beforeAll(async () => {
    const run = await runGreenlane(['areas']);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    ngazidja = await loadArea(join(ROOT, 'geodata/areas/ngazidja'), { sample: false });
    comoros = await loadArea(join(ROOT, 'geodata/areas/comoros'), { sample: false });
  });

  it('a second run skips what is up to date', async () => {
    const run = await runGreenlane(['areas']);
    expect(run.stdout).toBe('comoros: up to date\nngazidja: up to date\nyouyang: up to date\n');
  });

  it("shares out the raster's people to within 0.1 %, summed here from the raster itself", async () => {
    const raster = await readRaster(join(RAW, 'comoros/com_ppp_2020_UNadj.tif'));
    let sum = 0;
    raster.data.forEach((value, cell) => {
      const lat = raster.north - (Math.floor(cell / raster.width) + 0.5) * raster.dy;
      if (value >= 0 && lat > -12) sum += value;
    });
    const given = villages(ngazidja).reduce((all, { residents }) => all + residents, 0);
    expect(Math.abs(given - sum)).toBeLessThan(0.001 * sum);
    expect(ngazidja.manifest.population?.total).toBe(given);
    expect(villages(ngazidja).every(({ residents }) => Number.isInteger(residents) && residents >= 0)).toBe(true);
  });

  it('has the villages, the facilities of Grande Comore by tier, and townships derived from health centres', () => {
    expect(villages(ngazidja).length).toBeGreaterThanOrEqual(90);
    expect(villages(ngazidja).length).toBeLessThanOrEqual(105);
    const tiers = new Map<string, number>();
    for (const { tier } of ngazidja.situation.facilities.values()) tiers.set(tier, (tiers.get(tier) ?? 0) + 1);
    expect(Object.fromEntries(tiers)).toEqual({
      'village-clinic': 23,
      'township-hospital': 5,
      'sub-designated': 2,
      designated: 1
    });
    const townships = [...ngazidja.situation.townships.values()];
    expect(townships.every(({ derived, seatFacilityId }) => derived && seatFacilityId)).toBe(true);
    expect(townships.map(({ names }) => names.local).sort()).toEqual([
      'Foumbouni',
      'Hambou (Mitsoudjé)',
      'Mbéni',
      'Mitsamiouli',
      'Moroni',
      'Oichili',
      'Ouziouani'
    ]);
    for (const clinic of ngazidja.situation.facilities.values()) {
      const seat = ngazidja.situation.townships.get(clinic.townshipId)?.seatFacilityId;
      expect(clinic.parentId).toBe(clinic.tier === 'village-clinic' ? seat : null);
    }
    const compared = villages(ngazidja).filter(({ residentsCompare }) => residentsCompare !== null);
    expect(compared.length).toBeGreaterThan(35);
    expect(villages(ngazidja).find(({ names }) => names.en === 'Moroni')).toMatchObject({
      names: { zh: '莫罗尼' },
      residentsCompare: { persons: 42872, source: 'GeoNames cities500' }
    });
  });

  it('never makes up a Chinese name', () => {
    const named = [...villages(ngazidja), ...villages(comoros)].filter(({ names }) => names.zh !== undefined);
    expect(new Set(named.map(({ id }) => id))).toEqual(new Set(['osm-n339324562']));
  });

  it('leaves the two facilities without a true position unplaced, and says why', () => {
    const unplaced = [...comoros.situation.facilities.values()].filter(({ lon }) => lon === null);
    expect(unplaced.map(({ names }) => names.local).sort()).toEqual([
      'Bandra Mahalé Postes de Santé',
      'Nkangani Postes de Santé'
    ]);
    expect(comoros.situation.facilities.size).toBe(66);
    const problem = comoros.problems.find(({ code }) => code === 'position-wrong-sign');
    expect(problem?.cure).toContain('would lie in Mohéli, but the list places it in Anjouan');
  });

  it('reports the exchanged islands of the raster and rescales them to the list', () => {
    expect(comoros.problems.find(({ code }) => code === 'population-regions-swapped')?.where).toBe('Mohéli, Anjouan');
    const onMoheli = villages(comoros).filter((each) => each.residentsSource.includes('for Mohéli'));
    const onAnjouan = villages(comoros).filter((each) => each.residentsSource.includes('for Anjouan'));
    const sum = (list: Village[]) => list.reduce((all, { residents }) => all + residents, 0);
    expect(Math.abs(sum(onMoheli) - 31018)).toBeLessThan(60);
    expect(Math.abs(sum(onAnjouan) - 194786)).toBeLessThan(390);
  });

  it('knows its time zone, and begins with the shipped rules in it', () => {
    for (const { manifest, situation } of [ngazidja, comoros]) {
      expect(manifest.timeZone).toEqual({ name: 'Indian/Comoro', offset: '+03:00' });
      expect(activeRulePack(situation, Date.parse(manifest.builtAt)).rules['time-zone'].value).toBe('+03:00');
    }
    expect(readManifest(join(ROOT, 'geodata/areas/youyang')).timeZone).toEqual({
      name: 'Asia/Shanghai',
      offset: '+08:00'
    });
  });

  it('states source, licence and date of every input, and can be drawn', async () => {
    for (const { manifest } of [ngazidja, comoros]) {
      expect(manifest.sources.every(({ licence, attribution, date }) => licence && attribution && date)).toBe(true);
      expect(manifest.sources.find(({ role }) => role === 'roads')).toMatchObject({
        licence: 'ODbL 1.0',
        date: '2021-04-08'
      });
    }
    await expectUsableMap(ngazidja);
    await expectUsableMap(comoros);
  });
});

interface Extract {
  id: string;
  osm: string;
  dem?: string;
  settlements: number;
  facilities: number;
}

describe.each<Extract>([
  { id: 'liechtenstein', osm: join(RAW, 'liechtenstein/liechtenstein-latest.osm.pbf'), settlements: 19, facilities: 1 },
  {
    id: 'north-bayreuth',
    osm: 'geodata/north_bayreuth/north-bayreuth.osm.gz',
    dem: 'geodata/north_bayreuth',
    settlements: 71,
    facilities: 0
  },
  {
    id: 'yajiang',
    osm: 'geodata/yajiang/osm_roads.osm',
    dem: 'geodata/yajiang/yajiang_gesigou_srtmgl1_30m_1000px_bbox.tif',
    settlements: 0,
    facilities: 0
  }
])('extract $id, without lists', ({ id, osm, dem, settlements, facilities }) => {
  const inRepository = osm.startsWith('/');
  it.skipIf(!inRepository && !hasShared(osm))('becomes a usable pack', async () => {
    const out = join(folder, id);
    const args = ['import', '--osm', inRepository ? osm : join(SHARED, osm), '--id', id, '--out', out];
    const run = await runGreenlane(dem ? [...args, '--dem', join(SHARED, dem)] : args);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    const area = await loadArea(out);
    expect(area.manifest.counts).toMatchObject({ settlements, facilities });
    expect(area.network.edgeCount).toBeGreaterThan(5000);
    expect(area.manifest.reliefBounds === null).toBe(dem === undefined);
    expect(area.situation.villages.size).toBe(settlements);
    await expectUsableMap(area);
    if (settlements === 0) {
      expect(run.stdout).toContain('No settlement in the sources: the list is empty; roads and relief can be used.');
      expect(area.problems.map(({ code }) => code)).toContain('no-settlements');
    }
  });
});

it('writes records in the shape of the contract', () => {
  const dir = join(ROOT, 'geodata/areas/ngazidja');
  const read = <T>(file: string) => JSON.parse(readFileSync(join(dir, file), 'utf8')) as T;
  const [township] = read<Township[]>('townships.json');
  const [village] = read<Village[]>('settlements.json');
  const [facility] = read<Facility[]>('facilities.json');
  for (const record of [township, village, facility])
    expect(record).toMatchObject({ editedFields: [], version: 1, names: { local: expect.any(String) } });
  expect([township.origin, village.origin, facility.origin]).toEqual(['derived', 'pack', 'pack']);
  expect(read<Problem[]>('problems.json').every(({ code, where, cure }) => code && where && cure)).toBe(true);
  expect(read<PackManifest>('manifest.json').format).toBe(1);
});
