import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport, ReportError } from './parse-report';

const good = {
  facilityId: 'f',
  reportedOn: '2026-11-22',
  reportedAt: '2026-11-22T09:00:00.123Z',
  noChange: false,
  facility: { open: true, bedsTotal: 5, bedsFree: 5, convertHours: null, openingHours: '8:00' },
  stock: [
    { medicineId: 'm', lots: [{ lot: '', doses: 1.5, expiresOn: '2028-02-29' }], onOrderDoses: 0, usedToday: null }
  ],
  people: [{ villageId: 'v', counts: { red: 0, target80: 3 } }],
  vehicles: [{ vehicleId: 'a', ready: false, minutesToReady: 5, outOfServiceReason: 'weather' }]
};
const faultOf = (input: unknown) => {
  try {
    parseReport(input);
  } catch (error) {
    if (error instanceof ReportError) return error.item;
    throw error;
  }
  return null;
};

describe('reading a report', () => {
  it('takes a good one as it is', () => expect(parseReport(good)).toEqual(good));

  it.each([
    [null, 'report'],
    [{ ...good, more: 1 }, 'report'],
    [{ ...good, reportedOn: '2026-02-30' }, 'reportedOn'],
    [{ ...good, reportedAt: 'yesterday' }, 'reportedAt'],
    [{ ...good, reportedAt: '2026-11-22T09:00:00+08:00' }, 'reportedAt'],
    [{ ...good, facility: { constructor: 1 } }, 'field/constructor'],
    [{ ...good, facility: { open: 'yes' } }, 'field/open'],
    [{ ...good, facility: { bedsTotal: 1, bedsFree: 2 } }, 'field/bedsFree'],
    [{ ...good, facility: { oximeters: -1 } }, 'field/oximeters'],
    [{ ...good, stock: [good.stock[0], good.stock[0]] }, 'stock/m'],
    [{ ...good, stock: [{ ...good.stock[0], usedToday: NaN }] }, 'used/m'],
    [
      { ...good, stock: [{ ...good.stock[0], lots: [{ lot: 'a', doses: 1e300, expiresOn: '2027-01-01' }] }] },
      'stock/m/lot 1'
    ],
    [{ ...good, people: [{ villageId: 'v', counts: { name: 3 } }] }, 'count/v/name'],
    [{ ...good, people: [{ villageId: 'v', counts: { aged65: 3, aged80: 4 } }] }, 'count/v/aged80'],
    [{ ...good, vehicles: [{ ...good.vehicles[0], outOfServiceReason: null }] }, 'vehicle/a'],
    [{ ...good, vehicles: [{ ...good.vehicles[0], ready: true }] }, 'vehicle/a'],
    [{ ...good, noChange: true }, 'noChange'],
    [{ ...good, stock: Array(201).fill(good.stock[0]) }, 'stock']
  ])('of %o names %s', (input, item) => expect(faultOf(input)).toBe(item));

  it('answers anything with a report or an error that names an item', () => {
    const any = fc.oneof(
      fc.jsonValue(),
      fc.record({ ...Object.fromEntries(Object.keys(good).map((key) => [key, fc.jsonValue()])) }),
      fc.constantFrom(...Object.keys(good)).chain((key) => fc.jsonValue().map((value) => ({ ...good, [key]: value })))
    );
    fc.assert(
      fc.property(any, (input) => {
        const item = faultOf(input);
        if (item === null) expect(parseReport(input)).toEqual(JSON.parse(JSON.stringify(input)));
        else expect(item.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 }
    );
  });
});
