import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { IMPASSABLE } from '../network/network';
import type { VillageId } from '../model/ids';
import { coverModel, coveredWeight, greedyCover } from './max-cover';
import { planReserve, stateReserve, type ReserveInput } from './plan-reserve';
import type { ReservePlan } from '../model/results';
import { highsSolver } from './solve-model';

const solve = highsSolver(() => loadHighs());

/** Candidates and villages with any drive times, some without a way, bases here and there. */
const cases = fc
  .record({
    minutes: fc.integer({ min: 0, max: 5 }),
    vehicles: fc.integer({ min: 0, max: 4 }),
    existing: fc.constantFrom('fixed' as const, 'free' as const),
    residents: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5000 })), { minLength: 1, maxLength: 9 }),
    today: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 1, maxLength: 7 }),
    drive: fc.array(fc.oneof(fc.constant(IMPASSABLE), fc.integer({ min: 0, max: 10 })), {
      minLength: 63,
      maxLength: 63
    })
  })
  .map(({ residents, today, drive, ...rest }): ReserveInput => ({
    ...rest,
    villages: residents.map((persons, i) => ({ id: `v${i}` as VillageId, residents: persons })),
    candidates: today.map((vehicles, i) => ({ id: `c${i}`, name: `C${i}`, lon: 43, lat: -11, vehicles })),
    drive: {
      rows: today.length,
      columns: residents.length,
      ms: Uint32Array.from(drive.slice(0, today.length * residents.length), (each) =>
        each === IMPASSABLE ? IMPASSABLE : each * 60_000
      ),
      mm: new Uint32Array(today.length * residents.length),
      reason: new Uint8Array(today.length * residents.length)
    }
  }));

/** Most persons (villages, where no residents are known) by looking at every choice of sites. */
function enumerate({ vehicles, minutes, existing, villages, candidates, drive }: ReserveInput): number {
  const within = (site: number, village: number): boolean =>
    drive.ms[site * villages.length + village] <= minutes * 60_000;
  const anyPersons = villages.some(({ residents }) => residents > 0);
  const today = candidates.reduce((sum, each) => sum + each.vehicles, 0);
  let best = 0;
  for (let choice = 0; choice < 1 << candidates.length; choice++) {
    const chosen = candidates.map((_, i) => ((choice >> i) & 1) === 1);
    if (chosen.filter(Boolean).length > vehicles + (existing === 'free' ? today : 0)) continue;
    const staffed = candidates.map((each, i) => chosen[i] || (existing === 'fixed' && each.vehicles > 0));
    const covered = villages.filter((_, v) => staffed.some((yes, site) => yes && within(site, v)));
    best = Math.max(
      best,
      covered.reduce((sum, { residents }) => sum + (anyPersons ? residents : 1), 0)
    );
  }
  return best;
}

describe('planReserve', () => {
  it('equals complete enumeration, and the first answer never beats it', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (input) => {
        const problem = stateReserve(input);
        let first: ReservePlan | null = null;
        const plan = await planReserve(problem, solve, 10, { onfirst: (found) => (first = found) });
        const anyPersons = plan.totalPersons > 0;
        const figure = (p: typeof plan): number => (anyPersons ? p.coveredPersons : p.coveredVillages.length);
        expect(figure(plan)).toBe(enumerate(input));
        expect(plan).toMatchObject({ status: 'optimal', gap: 0 });
        // Where there is nothing to choose the answer comes at once.
        if (first !== null) {
          expect(figure(first)).toBeLessThanOrEqual(figure(plan));
          expect(first).toMatchObject({ status: 'heuristic', gap: null });
        }
        const today = input.candidates.reduce((sum, each) => sum + each.vehicles, 0);
        const placed = plan.sites.reduce((sum, site) => sum + site.vehicles, 0);
        expect(placed + plan.unplaced).toBe(today + input.vehicles);
        if (input.existing === 'fixed') expect(plan.coveredPersons).toBeGreaterThanOrEqual(plan.beforePersons);
      }),
      { numRuns: 60 }
    );
  });

  it('counts a village at exactly the limit, and not one a millisecond beyond', async () => {
    const input: ReserveInput = {
      vehicles: 1,
      minutes: 30,
      existing: 'fixed',
      villages: [
        { id: 'at' as VillageId, residents: 10 },
        { id: 'beyond' as VillageId, residents: 20 }
      ],
      candidates: [{ id: 'c', name: 'C', lon: 43, lat: -11, vehicles: 0 }],
      drive: {
        rows: 1,
        columns: 2,
        ms: Uint32Array.of(1_800_000, 1_800_001),
        mm: new Uint32Array(2),
        reason: new Uint8Array(2)
      }
    };
    const plan = await planReserve(stateReserve(input), solve, 10);
    expect(plan.coveredVillages).toEqual(['at']);
    expect(plan).toMatchObject({ coveredPersons: 10, beforePersons: 0, totalPersons: 30 });
  });

  it('on a time limit gives the better answer with the gap that is left', async () => {
    const problem = stateReserve({
      vehicles: 1,
      minutes: 1,
      existing: 'fixed',
      villages: [{ id: 'v' as VillageId, residents: 100 }],
      candidates: [{ id: 'c', name: 'C', lon: 43, lat: -11, vehicles: 0 }],
      drive: { rows: 1, columns: 1, ms: Uint32Array.of(5), mm: new Uint32Array(1), reason: new Uint8Array(1) }
    });
    const late = async () => ({ status: 'time-limit' as const, values: new Map(), bound: 125 });
    const plan = await planReserve(problem, late, 1);
    expect(plan).toMatchObject({ status: 'time-limit', gap: 0.25, coveredPersons: 100 });
    const broken = async () => ({ status: 'failed' as const, values: new Map(), bound: null });
    await expect(planReserve(problem, broken, 1)).rejects.toThrow('solver');
  });
});

describe('greedyCover', () => {
  it('leaves the greedy trap by exchange', () => {
    const problem = {
      weights: [4, 4, 5, 5],
      covers: [
        [0, 2],
        [1, 3],
        [2, 3]
      ],
      open: 2
    };
    expect(greedyCover(problem)).toEqual({ sites: [0, 1], weight: 18 });
    expect(coveredWeight(problem, [2])).toBe(10);
  });

  it('has no model when nothing is to choose', () => {
    expect(coverModel({ weights: [1], covers: [[]], open: 1 })).toBeNull();
    expect(coverModel({ weights: [1], covers: [[0]], open: 0 })).toBeNull();
  });
});
