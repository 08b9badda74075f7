import { expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import { applyChange } from '../change/apply-change';
import { closeRoad } from '../change/close-road';
import { editRecord } from '../change/edit-record';
import { moveVehicleBase } from '../change/move-vehicle-base';
import { placeVillage } from '../change/place-village';
import { setFacilityOpen } from '../change/set-facility-open';
import type { FacilityId, VehicleId, VillageId } from '../model/ids';
import type { Change, Situation } from '../model/situation';
import { sameReserveBasis } from './reserve-basis';

const { situation } = tinyArea();
const settings = { vehicle: 'ambulance', season: 'dry' } as const;
const stretch = { wayId: 30, fromNode: 4, toNode: 5, reason: 'flood', startsAt: '2026-11-22T00:00:00Z' };
const after = (act: (from: Situation) => Change) => ({
  situation: applyChange(situation, act(situation)),
  ...settings
});
const now = { situation, ...settings };

it.each([
  ['a closed road', after((from) => closeRoad(from, stretch))],
  ['a base moved', after((from) => moveVehicleBase(from, { vehicleId: 'a-1' as VehicleId, lon: 0.03, lat: 0 }))],
  ['a village placed', after((from) => placeVillage(from, { villageId: 'far' as VillageId, lon: 0.04, lat: 0 }))],
  [
    'other residents',
    after((from) => editRecord(from, { collection: 'villages', id: 'far' as VillageId, fields: { residents: 9 } }))
  ],
  ['another season', { ...now, season: 'wet' as const }],
  ['another vehicle', { ...now, vehicle: 'walking' as const }]
])('%s makes the answer one of another question', (_, then) => {
  expect(sameReserveBasis(now, then)).toBe(false);
});

it('reports, fixes and what comes back to the same do not', () => {
  const report = after((from) =>
    editRecord(from, { collection: 'facilities', id: 'clinic' as FacilityId, fields: { bedsFree: 3 } })
  );
  const fix = after((from) =>
    editRecord(from, {
      collection: 'vehicles',
      id: 'a-1' as VehicleId,
      fields: { positionLon: 0.02, positionLat: 0, positionAt: '2026-11-22T11:59:00Z' }
    })
  );
  const shut = after((from) => setFacilityOpen(from, { facilityId: 'clinic' as FacilityId, open: false }));
  for (const then of [report, fix, shut, now]) expect(sameReserveBasis(now, then)).toBe(true);
});
