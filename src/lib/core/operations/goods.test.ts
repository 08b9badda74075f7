import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Allocation, StockLot } from '../model/records';
import { againstApproval, againstReceipt, MOST_TIMES, nextStep, promisedDoses, quantitiesOf } from './goods';
import { addLots, sumOf } from './pick-lots';
import { ALLOCATION_STATES, isEnded } from './states';

const lot = (name: string, doses: number): StockLot => ({ lot: name, doses, expiresOn: '2027-01-01' });
const count = fc.integer({ min: 0, max: 60 });

describe('what is approved', () => {
  it('is never below nothing, above what the source can give or twice what was asked, and another quantity says why', () => {
    fc.assert(
      fc.property(
        count,
        count,
        fc.option(fc.integer({ min: -20, max: 60 })),
        fc.boolean(),
        (wanted, doses, free, told) => {
          const fault = againstApproval(
            { wantedDoses: wanted },
            { doses, freeDoses: free, reason: told ? 'a reason' : '' }
          );
          const good =
            doses <= wanted * MOST_TIMES && (free === null || doses <= Math.max(0, free)) && (told || doses === wanted);
          expect(fault === null).toBe(good);
        }
      )
    );
  });
});

describe('what is received', () => {
  const line = { shipped: [lot('a', 4), lot('b', 6)] };
  it.each([
    [[lot('a', 4), lot('b', 6)], '', null],
    [[lot('b', 6), lot('a', 4)], '', null],
    [[lot('a', 5), lot('b', 5)], '', 'reason_missing'],
    [[lot('a', 4), lot('b', 5)], 'one broken', null],
    [[lot('a', 8), lot('b', 12)], 'all double', null],
    [[lot('a', 9), lot('b', 12)], 'more yet', 'beyond_shipped'],
    [[lot('a', 4), lot('c', 6)], 'another box', 'lot_not_shipped'],
    [[lot('a', 4), lot('b', 6), lot('c', 0)], '', null]
  ])('lots %j, "%s" → %s', (lots, reason, fault) => {
    expect(againstReceipt(line.shipped, { doses: sumOf(lots), lots, reason })).toBe(fault);
  });

  it('of what was never shipped is nothing', () => {
    expect(againstReceipt([], { doses: 1, lots: null, reason: 'found' })).toBe('never_shipped');
    expect(againstReceipt([], { doses: 0, lots: null, reason: '' })).toBeNull();
  });

  it('in all is judged as it is lot by lot', () => {
    fc.assert(
      fc.property(count, count, fc.boolean(), (shipped, doses, told) => {
        fc.pre(shipped > 0);
        const reason = told ? 'a reason' : '';
        const inAll = againstReceipt([lot('a', shipped)], { doses, lots: null, reason });
        expect(againstReceipt([lot('a', shipped)], { doses, lots: [lot('a', doses)], reason })).toBe(inAll);
        expect(inAll === null).toBe(doses <= shipped * MOST_TIMES && (told || doses === shipped));
      })
    );
    expect(addLots([], line.shipped)).toEqual(line.shipped);
  });
});

describe('a request', () => {
  it('waits for the site that asks, the county, the source, the source again, and the site', () => {
    expect(ALLOCATION_STATES.flatMap((state) => nextStep(state) ?? [])).toEqual([
      { verb: 'submit', turn: 'requester' },
      { verb: 'approve', turn: 'county' },
      { verb: 'pick', turn: 'source' },
      { verb: 'ship', turn: 'source' },
      { verb: 'receive', turn: 'requester' }
    ]);
    for (const state of ALLOCATION_STATES) expect(nextStep(state) === null).toBe(isEnded('allocation', state));
  });

  const request = (state: Allocation['state'], approvedDoses: number | null, fields: Partial<Allocation> = {}) =>
    ({
      state,
      sourceKind: 'facility',
      sourceId: 's',
      shippedAt: null,
      lines: [{ medicineId: 'm', wantedDoses: 9, approvedDoses, lots: [lot('a', 5)], receivedDoses: null }],
      ...fields
    }) as unknown as Allocation;

  it('holds doses of its source from the approval to the picking', () => {
    const all = [
      request('submitted', null),
      request('approved', 5),
      request('approved', 7, { sourceKind: 'supplier' }),
      request('approved', 3, { sourceId: 'other' }),
      request('picked', 5),
      request('cancelled', 5),
      request('approved', 2)
    ];
    expect(promisedDoses(all, { sourceId: 's', medicineId: 'm' })).toBe(7);
    expect(promisedDoses(all, { sourceId: 's', medicineId: 'n' })).toBe(0);
  });

  it('has shipped nothing before it is shipped', () => {
    const picked = request('picked', 5);
    expect(quantitiesOf(picked, picked.lines[0])).toEqual({ wanted: 9, approved: 5, shipped: null, received: null });
    const sent = request('shipped', 5, { shippedAt: '2026-03-01T00:00:00Z' });
    expect(quantitiesOf(sent, sent.lines[0])).toMatchObject({ shipped: 5 });
  });
});
