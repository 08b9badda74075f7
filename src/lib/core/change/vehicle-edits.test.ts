import { expect, test } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { VehicleId } from '../model/ids';
import { applyChange, invert } from './apply-change';
import { placeVehicle } from './place-vehicle';
import { setVehicleStatus } from './set-vehicle-status';

const { situation } = tinyArea();
const [vehicle] = situation.vehicles.values();
const vehicleId = vehicle.id as VehicleId;

test('out of service needs a reason, which goes with the status', () => {
  expect(() => setVehicleStatus(situation, { vehicleId, status: 'out-of-service' })).toThrow(/reason/);
  const out = setVehicleStatus(situation, { vehicleId, status: 'out-of-service', reason: 'weather' });
  const after = applyChange(situation, out);
  expect(after.vehicles.get(vehicleId)).toMatchObject({ status: 'out-of-service', outOfServiceReason: 'weather' });
  const back = applyChange(after, setVehicleStatus(after, { vehicleId, status: 'available', reason: 'weather' }));
  expect(back.vehicles.get(vehicleId)).toMatchObject({ status: 'available', outOfServiceReason: null });
  expect(applyChange(after, invert(out)).vehicles.get(vehicleId)).toEqual(vehicle);
});

test('a position carries its time, at base both are empty', () => {
  const at = '2026-11-22T08:00:00Z';
  const there = applyChange(situation, placeVehicle(situation, { vehicleId, position: { lon: 43.3, lat: -11.6 }, at }));
  expect(there.vehicles.get(vehicleId)).toMatchObject({ positionLon: 43.3, positionLat: -11.6, positionAt: at });
  const home = applyChange(there, placeVehicle(there, { vehicleId, position: null, at }));
  expect(home.vehicles.get(vehicleId)).toMatchObject({ positionLon: null, positionLat: null, positionAt: null });
  expect(() => placeVehicle(situation, { vehicleId, position: { lon: 200, lat: 0 }, at })).toThrow(RangeError);
});
