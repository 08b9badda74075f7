import { describe, expect, it } from 'vitest';
import { nearNames } from './near-names';

const records = ['Chindini', 'Mitsamiouli', 'Moroni', 'Dzahani'].map((local, i) => ({ id: `v${i}`, names: { local } }));
const near = (wanted: string) => nearNames(wanted, records).map(({ names }) => names.local);

describe('near names', () => {
  it.each([
    ['chindni', 'Chindini'],
    ['Mitsamiuli', 'Mitsamiouli'],
    ['morony', 'Moroni'],
    ['dzaha', 'Dzahani']
  ])('%s is near %s', (wanted, found) => {
    expect(near(wanted)[0]).toBe(found);
  });

  it('offers nothing where nothing is alike', () => {
    expect(near('Qwxyz')).toEqual([]);
    expect(near('')).toEqual([]);
  });
});
