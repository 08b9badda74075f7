import { expect, it } from 'vitest';
import type { Facility, Village } from '../model/records';
import { lowestSites } from './lowest-sites';

const sites = (...list: [string, string, boolean?][]) =>
  list.map(([id, tier, open = true]) => ({ id, tier, open })) as unknown as Facility[];
const villages = [{ id: 'v' }] as unknown as Village[];
const at =
  (...ms: (number | null)[]) =>
  (_: number, f: number) => {
    const value = ms[f];
    return value === null ? null : { ms: value, mm: value };
  };
const of = (facilities: Facility[], cost: Parameters<typeof lowestSites>[2]) =>
  lowestSites(villages, facilities, cost).get(villages[0].id);

it('takes the nearest open clinic or township hospital', () => {
  const all = sites(['c', 'village-clinic'], ['h', 'township-hospital'], ['s', 'sub-designated'], ['d', 'designated']);
  expect(of(all, at(20, 30, 1, 2))).toBe('c');
  expect(of(all, at(30, 20, 1, 2))).toBe('h');
  expect(of(all, at(null, null, 9, 2))).toBe('s');
  expect(of(all, at(null, null, null, 2))).toBe('d');
  expect(of(all, at(null, null, null, null))).toBeUndefined();
});

it('passes over closed sites and breaks ties by id', () => {
  expect(of(sites(['c', 'village-clinic', false], ['h', 'township-hospital']), at(1, 90))).toBe('h');
  expect(of(sites(['b', 'village-clinic'], ['a', 'village-clinic']), at(5, 5))).toBe('a');
});
