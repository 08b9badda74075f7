import { beforeAll, describe, expect, it } from 'vitest';
import type { ReservePlan } from '../../src/lib/core/model/results';
import { greenlane, greenlaneOk, shippedArea } from '../helpers/cli';

let area: string;
beforeAll(() => {
  area = shippedArea('ngazidja');
});

function plan(...options: string[]): ReservePlan {
  return JSON.parse(greenlaneOk('reserve', '--area', area, '--json', ...options)) as ReservePlan;
}

describe('greenlane reserve', () => {
  it('has the documented keys and sums that hold', () => {
    const found = plan('--vehicles', '3', '--minutes', '15');
    expect(Object.keys(found).sort()).toEqual(
      [
        ...['vehicles', 'minutes', 'existing', 'sites', 'unplaced', 'coveredPersons', 'coveredVillages'],
        ...['beforePersons', 'beforeVillages', 'totalPersons', 'gap', 'status', 'notes']
      ].sort()
    );
    expect(found).toMatchObject({ vehicles: 3, minutes: 15, existing: 'fixed', gap: 0, status: 'optimal' });
    const added = found.sites.filter(({ existing }) => !existing);
    expect(added.reduce((sum, site) => sum + site.vehicles, 0) + found.unplaced).toBe(3);
    expect(found.coveredVillages).toEqual(expect.arrayContaining(found.beforeVillages));
    expect(found.coveredPersons).toBeGreaterThanOrEqual(found.beforePersons);
    expect(found.totalPersons).toBeGreaterThan(300_000);
  });

  it('covers no fewer with more vehicles, more minutes, or bases free', () => {
    const persons = (...options: string[]): number => plan(...options).coveredPersons;
    const base = persons('--vehicles', '1', '--minutes', '12');
    expect(persons('--vehicles', '2', '--minutes', '12')).toBeGreaterThanOrEqual(base);
    expect(persons('--vehicles', '1', '--minutes', '20')).toBeGreaterThan(base);
    expect(persons('--vehicles', '1', '--minutes', '12', '--existing', 'free')).toBeGreaterThanOrEqual(base);
    expect(persons('--vehicles', '1', '--minutes', '12', '--vehicle', 'walking')).toBeLessThan(base);
  });

  it('prints persons before and after, and says when nothing is proven otherwise', () => {
    const text = greenlaneOk('reserve', '--area', area, '--vehicles', '2', '--minutes', '12');
    expect(text).toMatch(/before: \d+ persons/);
    expect(text).toContain('Proven best.');
  });

  it.each([
    [['--vehicles', '-1', '--minutes', '15'], '--vehicles'],
    [['--vehicles', '2.5', '--minutes', '15'], '--vehicles 2.5'],
    [['--vehicles', '2', '--minutes', 'soon'], '--minutes soon'],
    [['--vehicles', '2'], '--minutes is missing'],
    [['--vehicles', '2', '--minutes', '15', '--existing', 'some'], '--existing some']
  ])('refuses %j', (options, message) => {
    const { code, err } = greenlane('reserve', '--area', area, ...options);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
