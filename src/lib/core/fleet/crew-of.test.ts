import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { VehicleId } from '../model/ids';
import type { Crew } from '../model/records';
import { crewOf, drives, shiftEnds } from './crew-of';

const crews = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    vehicleId: fc.constantFrom('v', 'w'),
    driver: fc.constantFrom('', ' ', 'Ali'),
    onDuty: fc.boolean(),
    shiftEndsAt: fc.constantFrom(null, undefined, 'soon', '2026-01-10T12:00:00Z', '2026-01-10T20:00:00Z')
  }),
  { selector: ({ id }) => id }
) as unknown as fc.Arbitrary<Crew[]>;
const V = 'v' as VehicleId;

it('of several crews that one is shown which drives, whatever their order', () => {
  fc.assert(
    fc.property(crews, (all) => {
      const own = all.filter(({ vehicleId }) => vehicleId === V);
      const found = crewOf(all, V);
      expect(found === null).toBe(own.length === 0);
      expect(crewOf([...all].reverse(), V)).toBe(found);
      if (found && own.some(drives)) expect(drives(found)).toBe(true);
    }),
    { seed: 11 }
  );
});

it('the shift of a vehicle ends with the last of its drivers, and never where one has no end on record', () => {
  fc.assert(
    fc.property(crews, (all) => {
      const driving = all.filter((crew) => crew.vehicleId === V && drives(crew));
      const ends = driving.map(({ shiftEndsAt }) => Date.parse(shiftEndsAt ?? ''));
      const known = driving.length > 0 && ends.every((end) => !Number.isNaN(end));
      expect(shiftEnds(all).get(V)).toBe(known ? Math.max(...ends) : undefined);
    }),
    { seed: 12 }
  );
});
