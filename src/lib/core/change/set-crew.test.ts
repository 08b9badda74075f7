import { expect, test } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { VehicleId } from '../model/ids';
import type { Crew } from '../model/records';
import { applyChange, invert } from './apply-change';
import { setCrew } from './set-crew';

const { situation } = tinyArea();
const [vehicle] = situation.vehicles.values();
const vehicleId = vehicle.id as VehicleId;
const fields = { driver: 'Ali', attendant: '', telephone: '321 0000', onDuty: true, shiftEndsAt: null };

test('a vehicle without a crew gets one, under a key that two desks would choose alike', () => {
  const change = setCrew(situation, { vehicleId, from: null, fields });
  const after = applyChange(situation, change);
  const made = after.crews.get(`crew-${vehicleId}`);
  expect(made).toMatchObject({ ...fields, vehicleId, unit: vehicle.unit, origin: 'hand', version: 1 });
  expect(applyChange(after, invert(change)).crews.size).toBe(situation.crews.size);
  expect(() => setCrew(situation, { vehicleId: 'none' as VehicleId, from: null, fields })).toThrow(RangeError);
});

test('a crew on record is changed, and nothing where nothing differs', () => {
  const old = {
    id: 'c',
    unit: vehicle.unit,
    origin: 'sample',
    editedFields: [],
    version: 3,
    vehicleId
  } as never as Crew;
  const crew: Crew = { ...old, driver: 'Said', attendant: 'Mo', telephone: '', onDuty: true, shiftEndsAt: null };
  const facts = { ...situation, crews: new Map([[crew.id, crew]]) };
  const ends = '2026-11-22T20:00:00Z';
  const change = setCrew(facts, { vehicleId, from: crew, fields: { ...fields, shiftEndsAt: ends } });
  const after = applyChange(facts, change);
  expect(after.crews.get('c')).toMatchObject({ driver: 'Ali', shiftEndsAt: ends, version: 4 });
  expect(after.crews.get('c')!.editedFields).toEqual(['attendant', 'driver', 'shiftEndsAt', 'telephone']);
  const same = { driver: 'Said', attendant: 'Mo', telephone: '', onDuty: true, shiftEndsAt: null };
  expect(setCrew(facts, { vehicleId, from: null, fields: same }).edits).toEqual([]);
});
