import { createTravelCache } from '../../src/lib/core/evaluate/travel-cache';
import { rankVehicles } from '../../src/lib/core/fleet/rank-vehicles';
import type { VehicleId } from '../../src/lib/core/model/ids';
import type { Crew, Vehicle } from '../../src/lib/core/model/records';
import { IMPASSABLE } from '../../src/lib/core/network/network';
import { DEFAULT_RULE_PACK } from '../../src/lib/core/rules/rule-pack';
import { randomOf } from '../../src/lib/core/sample/random';
import { loadArea } from '../../src/node/pack/load-area';
import { medianMs, mustEqual, type Bench } from './bench';

const SEED = 20261127;
const VEHICLES = 200;

/** 200 vehicles of the shipped area ranked for one place after another, on roads whose times are made already. */
export const run: Bench = async () => {
  const { network, situation, manifest } = await loadArea('geodata/areas/ngazidja');
  const travel = createTravelCache(network);
  const now = Date.parse(manifest.builtAt);
  const random = randomOf(SEED, 'vehicles');
  const villages = [...situation.villages.values()].filter(({ lon }) => lon !== null);
  const [model] = situation.vehicles.values();
  const vehicles = new Map<VehicleId, Vehicle>();
  const crews = new Map<string, Crew>();
  for (let i = 0; i < VEHICLES; i++) {
    const { lon, lat } = villages[random.whole(0, villages.length - 1)];
    const id = `v-${String(i).padStart(3, '0')}` as VehicleId;
    const place = { lon: lon!, lat: lat!, positionLon: null, positionLat: null, positionAt: null };
    const free = { status: 'available', outOfServiceReason: null, severityLimit: 'critical' } as const;
    vehicles.set(id, { ...model, ...place, ...free, id, vehicleClass: 'ambulance' });
    const record = { unit: model.unit, origin: 'hand' as const, editedFields: [], version: 1 };
    crews.set(id, { ...record, id, vehicleId: id, driver: 'A', attendant: '', telephone: '', onDuty: true });
  }
  const settings = { season: 'dry', now } as const;
  const routerFor = (vehicle: Vehicle['vehicleClass']) => travel.routerFor(situation, { ...settings, vehicle });
  const facts = { situation: { vehicles, crews, villages: situation.villages }, rules: DEFAULT_RULE_PACK };
  const rank = (i: number) => {
    const { lon, lat, id } = villages[i % villages.length];
    return rankVehicles({
      ...facts,
      place: { id, lon, lat },
      hospital: null,
      grade: 'severe',
      needs: [],
      now,
      routerFor
    });
  };

  const { offered, notOffered } = rank(0);
  mustEqual('vehicles listed', offered.length + notOffered.length, VEHICLES);
  for (const { vehicleId, driveMs } of offered.slice(0, 10)) {
    const alone = routerFor('ambulance').matrix([vehicles.get(vehicleId)!], [villages[0]]).ms[0];
    mustEqual(`drive of ${vehicleId}`, driveMs, alone === IMPASSABLE ? null : alone);
  }
  const order = offered.map(({ ms }) => ms);
  mustEqual('order of arrival', order.join(), [...order].sort((a, b) => a - b).join());
  const value = medianMs(20, (i) => void rank(i));
  return [{ name: `rank ${VEHICLES} vehicles`, graph: 'ngazidja', value, unit: 'ms', reference: null, ratio: null }];
};
