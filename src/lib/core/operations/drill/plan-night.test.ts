import { describe, expect, it } from 'vitest';
import { planNight } from './plan-night';

const villages = [
  { id: 'none', weight: 0 },
  { id: 'small', weight: 1 },
  { id: 'large', weight: 9 }
];
const HOUR = 3_600_000;

describe('a night', () => {
  it('is the same for the same seed and another for another', () => {
    const input = { hours: 12, casesPerHour: 4, villages };
    expect(planNight({ ...input, seed: 1 })).toEqual(planNight({ ...input, seed: 1 }));
    expect(planNight({ ...input, seed: 2 })).not.toEqual(planNight({ ...input, seed: 1 }));
  });

  it('brings as many cases as its rate says, from villages by their weight', () => {
    const { cases } = planNight({ seed: 3, hours: 1000, casesPerHour: 5, villages });
    // Poisson: 5,000 ± five standard deviations.
    expect(Math.abs(cases.length - 5000)).toBeLessThan(5 * Math.sqrt(5000));
    const from = (id: string) => cases.filter(({ villageId }) => villageId === id).length;
    expect(from('none')).toBe(0);
    const share = from('large') / cases.length;
    expect(Math.abs(share - 0.9)).toBeLessThan(5 * Math.sqrt((0.9 * 0.1) / cases.length));
    expect(cases.every(({ atMs }, i) => atMs >= (cases[i - 1]?.atMs ?? 0) && atMs < 1000 * HOUR)).toBe(true);
  });

  it('has refusals, breakdowns, redirections, cancellations and closures in it', () => {
    const { cases, closures } = planNight({ seed: 1, hours: 100, casesPerHour: 5, villages });
    for (const flag of ['refused', 'calledOff', 'breakdown', 'redirected', 'greenChannel'] as const)
      expect(cases.filter((each) => each[flag]).length, flag).toBeGreaterThan(0);
    expect(closures.length).toBeGreaterThan(20);
    for (const { atMs, untilMs, where } of closures) {
      expect(untilMs).toBeGreaterThan(atMs);
      expect(where).toBeLessThan(1);
    }
  });

  it.each([
    ['no hours', { hours: 0 }],
    ['no cases', { casesPerHour: 0 }],
    ['nobody there', { villages: [{ id: 'none', weight: 0 }] }]
  ])('of %s is none', (_name, fault) => {
    expect(() => planNight({ seed: 1, hours: 1, casesPerHour: 1, villages, ...fault })).toThrow(RangeError);
  });
});
