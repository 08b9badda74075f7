import { describe, expect, it } from 'vitest';
import { COUNT_FIELDS, type Facility, type Village } from '../core/model/records';
import { changeBetween } from './change-between';
import { COLLECTION_NAMES, type Situation } from '../core/model/situation';
import { Trouble } from './client';
import { changedFields, fromRemote, toRemote } from './mappers';

/** As PocketBase answers: empty texts for what is unknown, null only in JSON columns. */
const remoteVillage = {
  id: 'pb000000000001',
  collectionId: 'x',
  key: 'osm-n1',
  area: 'a',
  unit: 't1',
  origin: 'pack',
  editedFields: null,
  version: 3,
  names: { local: 'Séléa', zh: '塞莱阿' },
  code: '',
  townshipId: 't1',
  lon: null,
  lat: -11.7,
  residents: 120,
  residentsSource: 'WorldPop',
  residentsDate: '',
  residentsCompare: null,
  areaKm2: null,
  touristVillage: false
};

const village = fromRemote('villages', remoteVillage) as Village;

describe('mappers', () => {
  it('read empty texts as unknown and keep null numbers', () => {
    expect(village).toMatchObject({ id: 'osm-n1', code: null, lon: null, lat: -11.7, editedFields: [], version: 3 });
    expect(village).not.toHaveProperty('collectionId');
  });

  it('write what they read, without what the server writes itself', () => {
    const { id: _id, collectionId: _collection, version: _version, editedFields: _edited, ...kept } = remoteVillage;
    expect(toRemote('a', village)).toEqual(kept);
  });

  it('send only what changed', () => {
    expect(changedFields('a', village, { ...village, lon: 43.3, code: '500', version: 4 })).toEqual({
      lon: 43.3,
      code: '500'
    });
  });

  it('keep the list of unknown figures as it stands, none too', () => {
    const counts = Object.fromEntries(COUNT_FIELDS.map((field) => [field, 0]));
    const { townshipId: _town, ...rest } = remoteVillage;
    for (const unknown of [null, [], ['red']]) {
      const read = fromRemote('peopleCounts', { ...rest, ...counts, villageId: 'v', countedOn: '', unknown });
      expect(read.unknown).toEqual(unknown);
      expect(toRemote('a', read).unknown).toEqual(unknown);
    }
    const other = { ...rest, ...counts, villageId: 'v', countedOn: '', unknown: ['bedsFree'] };
    expect(() => fromRemote('peopleCounts', other)).toThrow(Trouble);
  });

  it('refuse an unreadable record by collection, key and field', () => {
    expect(() => fromRemote('villages', { ...remoteVillage, residents: 'many' })).toThrow(Trouble);
    try {
      fromRemote('villages', { ...remoteVillage, residents: 'many' });
    } catch (error) {
      expect((error as Trouble).code).toBe('invalid-record');
      expect((error as Trouble).params.detail).toMatch(/osm-n1 · residents/);
    }
  });
});

describe('changeBetween', () => {
  const situation = (villages: Village[], facilities: Facility[] = []): Situation =>
    ({
      areaId: 'a',
      ...Object.fromEntries(COLLECTION_NAMES.map((name) => [name, new Map()])),
      villages: new Map(villages.map((each) => [each.id, each])),
      facilities: new Map(facilities.map((each) => [each.id, each]))
    }) as unknown as Situation;

  it('finds what came, went and changed, and nothing else', () => {
    const other = { ...village, id: 'osm-n2' as Village['id'] };
    const third = { ...village, id: 'osm-n3' as Village['id'] };
    const before = situation([village, other]);
    const after = situation([{ ...village, residents: 130, version: 4 }, third]);
    const { edits } = changeBetween(before, after, 'catch-up');
    expect(edits.map(({ id, before: b, after: a }) => [id, b !== null, a !== null])).toEqual([
      ['osm-n1', true, true],
      ['osm-n3', false, true],
      ['osm-n2', true, false]
    ]);
    expect(changeBetween(before, situation([{ ...village }, { ...other }]), 'catch-up').edits).toEqual([]);
  });
});
