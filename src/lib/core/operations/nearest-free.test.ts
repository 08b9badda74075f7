import fc from 'fast-check';
import { expect, it } from 'vitest';
import { referral, vehicle } from '../../../../tests/helpers/cases';
import type { Crew } from '../model/records';
import { nearestFree } from './nearest-free';

const here = { lon: 110, lat: 30 };
const crew = (vehicleId: string) => ({ vehicleId, driver: 'D', onDuty: true }) as Crew;
const at = (id: string, lon: number, fields = {}) =>
  vehicle(id, {
    ...{ status: 'available', severityLimit: 'critical', lon, lat: 30, positionLon: null, positionLat: null },
    ...fields
  });

it('is the nearest that is available, crewed and carries the case, as it stands now', () => {
  const wanted = referral('r-1', { vehicleNeeds: ['oxygen'], grade: 'severe' });
  const fit = { capabilities: ['oxygen' as const] };
  const vehicles = [
    at('busy', 110, { ...fit, status: 'en-route' }),
    at('empty', 110.01, fit),
    at('plain', 110.02),
    at('light', 110.03, { ...fit, severityLimit: 'mild' }),
    at('far', 110.3, fit),
    at('moved', 111, { ...fit, positionLon: 110.1, positionLat: 30 })
  ];
  const crews = vehicles.filter(({ id }) => id !== 'empty').map(({ id }) => crew(id));
  expect(nearestFree(wanted, here, { vehicles, crews })).toEqual({ vehicleId: 'moved', straightMeters: 9630 });
  expect(nearestFree(wanted, here, { vehicles: vehicles.slice(0, 4), crews })).toBeNull();
});

it('no other one is nearer, and the order in which they are told changes nothing', () => {
  const degrees = fc.integer({ min: -100, max: 100 }).map((each) => 110 + each / 100);
  fc.assert(
    fc.property(fc.array(degrees, { minLength: 1, maxLength: 12 }), (lons) => {
      const vehicles = lons.map((lon, i) => at(`v-${i}`, lon));
      const crews = vehicles.map(({ id }) => crew(id));
      const found = nearestFree(referral('r-1'), here, { vehicles, crews })!;
      const nearest = Math.min(...lons.map((lon) => Math.abs(lon - here.lon)));
      const chosen = Math.abs(vehicles.find(({ id }) => id === found.vehicleId)!.lon - here.lon);
      expect(chosen).toBeCloseTo(nearest, 9);
      expect(nearestFree(referral('r-1'), here, { vehicles: vehicles.reverse(), crews })).toEqual(found);
    }),
    { seed: 4, numRuns: 100 }
  );
});
