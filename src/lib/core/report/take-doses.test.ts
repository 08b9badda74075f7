import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setDoses, takeDoses } from './take-doses';

const sum = (lots: { doses: number }[]) => lots.reduce((total, { doses }) => total + doses, 0);
const TODAY = '2026-11-22';

describe('doses given out', () => {
  it('leave the usable lot that expires first, then the next, the expired last', () => {
    const lots = [
      { lot: 'late', doses: 30, expiresOn: '2027-06-30' },
      { lot: 'old', doses: 5, expiresOn: '2026-11-21' },
      { lot: 'soon', doses: 10, expiresOn: TODAY }
    ];
    expect(takeDoses(lots, 4, TODAY)).toEqual([lots[0], lots[1], { ...lots[2], doses: 6 }]);
    expect(takeDoses(lots, 12, TODAY)).toEqual([{ ...lots[0], doses: 28 }, lots[1]]);
    expect(takeDoses(lots, 42, TODAY)).toEqual([{ ...lots[1], doses: 3 }]);
    expect(takeDoses(lots, 99, TODAY)).toEqual([]);
  });

  it('and a total set by hand always add up', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((each) => `2026-11-${String(each).padStart(2, '0')}`);
    const lot = fc.record({ lot: fc.string({ maxLength: 3 }), doses: fc.nat(500), expiresOn: day });
    fc.assert(
      fc.property(fc.array(lot, { maxLength: 6 }), fc.nat(2000), (lots, doses) => {
        expect(sum(takeDoses(lots, doses, TODAY))).toBe(Math.max(0, sum(lots) - doses));
        expect(sum(setDoses(lots, doses, TODAY))).toBe(doses);
      })
    );
  });
});
