import { describe, expect, it } from 'vitest';
import { COLLECTION_NAMES, type Situation } from '../core/model/situation';
import { loadPinyin, plain, search } from './search';

const named = (id: string, local: string, zh?: string) => [
  id,
  { id, names: { local, ...(zh && { zh }) }, lon: 43, lat: -11 }
];
const situation = {
  areaId: 'a',
  ...Object.fromEntries(COLLECTION_NAMES.map((name) => [name, new Map()])),
  villages: new Map([
    named('v1', 'Mitsoudjé', '米楚杰'),
    named('v2', 'Dzahadjou'),
    named('v3', 'Sima Ambouani'),
    named('v4', "N'tsaoueni")
  ] as [string, unknown][]),
  vehicles: new Map([['A-07', { id: 'A-07', callSign: 'A-07', lon: 43, lat: -11 }]])
} as unknown as Situation;

const ids = async (query: string) => search(situation, query, await loadPinyin()).map(({ id }) => id);

describe('search', () => {
  it('finds Latin names without regard to accents, case and apostrophes', async () => {
    expect(await ids('mitsoudje')).toEqual(['v1']);
    expect(await ids('DZAHADJOÚ')).toEqual(['v2']);
    expect(await ids('ntsao')).toEqual(['v4']);
    expect(plain('N’Tsaouéni')).toBe('ntsaoueni');
  });

  it('finds Chinese names by characters, pinyin and initials', async () => {
    expect(await ids('楚杰')).toEqual(['v1']);
    expect(await ids('michujie')).toEqual(['v1']);
    expect(await ids('mcj')).toEqual(['v1']);
  });

  it('finds words inside a name and call signs, and nothing for nothing', async () => {
    expect(await ids('ambou')).toEqual(['v3']);
    expect(await ids('a-07')).toEqual(['A-07']);
    expect(await ids('  ')).toEqual([]);
  });
});
