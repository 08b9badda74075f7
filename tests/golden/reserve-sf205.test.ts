import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import loadHighs from 'highs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { VillageId } from '../../src/lib/core/model/ids';
import { planReserve, stateReserve } from '../../src/lib/core/fleet/plan-reserve';
import { highsSolver } from '../../src/lib/core/fleet/solve-model';

const FOLDER = join(process.env.GREENLANE_SHARED ?? '../shared', 'checks/sf-205x16');
const DISTANCES = join(FOLDER, 'SF_network_distance_candidateStore_16_censusTract_205_new.csv');
const DEMAND = join(FOLDER, 'SF_demand_205_centroid_uniform_weight.csv');
const present = existsSync(DISTANCES) && existsSync(DEMAND);
if (!present)
  console.warn(`Not checked: ${FOLDER} is absent (GREENLANE_SHARED); the published optimum was not compared.`);

function rows(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

describe('reserve plan on the 205 × 16 San Francisco case (spopt, BSD-3)', () => {
  it.skipIf(!present)('covers the published optimum of 875,247 persons with 4 sites in 5,000 m', async () => {
    const tracts = rows(DEMAND).sort((a, b) => (a.NAME < b.NAME ? -1 : 1));
    const metres = rows(DISTANCES);
    const stores = [...new Set(metres.map(({ name }) => name))];
    const ms = new Uint32Array(stores.length * tracts.length);
    for (const { name, DestinationName, distance } of metres) {
      const column = tracts.findIndex(({ NAME }) => NAME === DestinationName);
      expect(column).toBeGreaterThanOrEqual(0);
      // A metre stands for a millisecond · 60, so that 5,000 m is 5 minutes.
      ms[stores.indexOf(name) * tracts.length + column] = Math.ceil(Number(distance) * 60);
    }
    const problem = stateReserve({
      vehicles: 4,
      minutes: 5,
      existing: 'fixed',
      villages: tracts.map(({ NAME, POP2000 }) => ({ id: NAME as VillageId, residents: Number(POP2000) })),
      candidates: stores.map((name) => ({ id: name, name, lon: 0, lat: 0, vehicles: 0 })),
      drive: { rows: stores.length, columns: tracts.length, ms, mm: ms, reason: new Uint8Array(ms.length) }
    });
    const plan = await planReserve(
      problem,
      highsSolver(() => loadHighs()),
      60
    );
    expect(plan).toMatchObject({ status: 'optimal', gap: 0, coveredPersons: 875_247, totalPersons: 955_113 });
    expect(plan.sites.map(({ candidateId }) => candidateId).sort()).toEqual(
      ['Store_11', 'Store_12', 'Store_15', 'Store_2'].sort()
    );
    expect(((plan.coveredVillages.length / tracts.length) * 100).toFixed(6)).toBe('89.756098');
  });
});
