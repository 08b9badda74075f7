import fc from 'fast-check';
import { expect, it } from 'vitest';
import { vehicle } from '../../../../tests/helpers/cases';
import { OUT_OF_SERVICE_REASONS } from '../model/records';
import { predictVehicle, vehicleOfPath } from './predict-vehicle';

const at = '2026-03-01T00:00:00Z';
const path = (id: string, verb: string) => `/api/greenlane/vehicles/${encodeURIComponent(id)}/${verb}`;
const seen = { status: 'available', outOfServiceReason: null };
const status = fc.oneof(
  fc.constant({ status: 'available', outOfServiceReason: null }),
  fc.constantFrom(...OUT_OF_SERVICE_REASONS).map((reason) => ({ status: 'out-of-service', outOfServiceReason: reason }))
);
const place = fc.option(fc.record({ lon: fc.integer({ min: 1, max: 9 }), lat: fc.integer({ min: 1, max: 9 }) }));
const act = fc
  .tuple(fc.constantFrom('v/1', 'v-2'), fc.oneof(status, place))
  .map(([id, said]) =>
    said !== null && 'status' in said
      ? { id, said, path: path(id, 'status'), body: { ...said, seen } }
      : { id, said: { place: said }, path: path(id, 'place'), body: { place: said, deviceAt: at } }
  );

it('of the acts that wait the last of each kind about the vehicle itself stands', () => {
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const before = vehicle('v/1', { status: 'returning', outOfServiceReason: null, positionLon: 5, positionLat: 5 });
      const next = predictVehicle(before, [{ path: '/api/greenlane/referrals', body: {} }, ...acts]);
      const own = acts.filter(({ id }) => id === 'v/1').map(({ said }) => said as Record<string, unknown>);
      const state = own.findLast((said) => 'status' in said) ?? { status: 'returning', outOfServiceReason: null };
      expect(next).toMatchObject(state);
      const placed = own.findLast((said) => 'place' in said);
      const where = placed === undefined ? { lon: 5, lat: 5 } : (placed.place as { lon: number; lat: number } | null);
      expect([next.positionLon, next.positionLat]).toEqual(where ? [where.lon, where.lat] : [null, null]);
    }),
    { seed: 21 }
  );
  expect(vehicleOfPath(path('v/1', 'sell'))).toBeNull();
});
