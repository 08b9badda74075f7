import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeKernel } from '../../src/lib/core/hierarchy/make-kernel';
import type { Season, VehicleClass } from '../../src/lib/core/model/records';
import { buildNetwork } from '../../src/lib/core/network/build-network';
import { decodeNetwork, encodeNetwork } from '../../src/lib/core/network/format';
import type { Network } from '../../src/lib/core/network/network';
import { buildMetric } from '../../src/lib/core/routing/metric';
import { DEFAULT_TRAVEL_SCENARIO } from '../../src/lib/core/routing/scenario';
import { randomOf } from '../../src/lib/core/sample/random';
import { loadArea } from '../../src/node/pack/load-area';
import { readOsm } from '../../src/node/pack/read-osm';
import { hasShared, shippedArea, SHARED } from '../helpers/cli';
import { checkHierarchy } from '../helpers/hierarchy-check';

const EXTRACTS = [
  ['liechtenstein', 'geodata/liechtenstein/liechtenstein-latest.osm.pbf'],
  ['north-bayreuth', 'geodata/north_bayreuth/north-bayreuth.osm.gz'],
  ['yajiang', 'geodata/yajiang/osm_roads.osm']
] as const;

const LONG = process.env.GREENLANE_LONG === '1';
const TRAVEL: (readonly [VehicleClass, Season])[] = [
  ['ambulance', 'dry'],
  ...(LONG ? [['walking', 'snow'] as const] : [])
];
const SIZES = { fields: LONG ? 8 : 3, places: LONG ? 40 : 15, closures: 100 };

describe('hierarchy of real roads against plain Dijkstra', () => {
  it('Ngazidja, as shipped', async () => {
    check('ngazidja', (await loadArea(shippedArea('ngazidja'))).network);
  });

  for (const [id, osm] of EXTRACTS) {
    it.skipIf(!hasShared(osm))(id, async () => {
      const { result } = await readOsm(join(SHARED, osm));
      const { result: network } = buildNetwork(result, { elevation: null });
      check(id, decodeNetwork(Uint8Array.from(encodeNetwork(network)).buffer));
    });
  }
});

/** One-to-all, tables, nearest and routes; open, after 100 random closures, some taken back, and all taken back. */
function check(id: string, network: Network): void {
  expect(network.order?.length).toBeLessThan(network.nodeCount);
  for (const [vehicle, season] of TRAVEL) {
    const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, vehicle, season);
    const random = randomOf(20261122, `${id} ${vehicle}`);
    checkHierarchy(network, metric, random, SIZES, makeKernel);
  }
}
