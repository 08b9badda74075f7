import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StockLot } from '../model/records';
import { addLots, pickLots, receivedLots, sumOf } from './pick-lots';

const TODAY = '2026-03-01';
const lot = (name: string, doses: number, expiresOn: string): StockLot => ({ lot: name, doses, expiresOn });
const lots = fc.array(
  fc.record({
    lot: fc.constantFrom('a', 'b', 'c'),
    doses: fc.integer({ min: 0, max: 50 }),
    expiresOn: fc.constantFrom('2026-02-28', TODAY, '2026-06-01', '2027-01-01')
  }),
  { maxLength: 6 }
);
const usable = (all: readonly StockLot[]) => all.filter(({ expiresOn }) => expiresOn >= TODAY);

describe('picking', () => {
  it('takes what expires first and leaves the expired where it is', () => {
    const stock = [lot('late', 5, '2027-01-01'), lot('old', 9, '2026-02-28'), lot('soon', 4, '2026-03-01')];
    expect(pickLots(stock, 6, TODAY)).toEqual({
      picked: [lot('late', 2, '2027-01-01'), lot('soon', 4, '2026-03-01')],
      left: [lot('late', 3, '2027-01-01'), lot('old', 9, '2026-02-28')]
    });
    expect(pickLots(stock, 10, TODAY)).toBeNull();
  });

  it('never gives more than is usable, loses no dose and gives none that has expired', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 0, max: 120 }), (stock, doses) => {
        const done = pickLots(stock, doses, TODAY);
        expect(done === null).toBe(sumOf(usable(stock)) < doses);
        if (!done) return;
        expect(sumOf(done.picked)).toBe(doses);
        expect(sumOf(done.picked) + sumOf(done.left)).toBe(sumOf(stock));
        expect(usable(done.picked)).toEqual(done.picked);
        expect(sumOf(done.left.filter(({ expiresOn }) => expiresOn < TODAY))).toBe(sumOf(stock) - sumOf(usable(stock)));
        for (const each of [...done.picked, ...done.left.filter((other) => usable([other]).length > 0)])
          expect(each.doses).toBeGreaterThan(0);
      })
    );
  });
});

describe('receiving', () => {
  it('puts as many doses into the stock as came', () => {
    fc.assert(
      fc.property(lots, lots, fc.integer({ min: 0, max: 200 }), (stock, shipped, received) => {
        fc.pre(shipped.length > 0);
        expect(sumOf(addLots(stock, receivedLots(shipped, received, TODAY)))).toBe(sumOf(stock) + received);
      })
    );
  });

  it('joins the same lot and keeps others apart', () => {
    const stock = [lot('a', 3, '2027-01-01')];
    expect(addLots(stock, [lot('a', 2, '2027-01-01'), lot('a', 1, '2026-06-01')])).toEqual([
      lot('a', 5, '2027-01-01'),
      lot('a', 1, '2026-06-01')
    ]);
    expect(stock).toEqual([lot('a', 3, '2027-01-01')]);
  });
});
