import { describe, expect, it } from 'vitest';
import type { FacilityTier } from '../model/records';
import type { FacilityDraft } from './facilities-from-table';
import { chooseSeats, makeTownships } from './make-townships';

function facility(id: string, tier: FacilityTier, lon: number | null, lat = -11.5): FacilityDraft {
  return {
    id,
    names: { local: `${id} Centre de Santé` },
    tier,
    lon,
    lat,
    address: '',
    telephone: '',
    open24h: false,
    beds: null
  };
}

const facilities = [
  facility('national', 'designated', 43.0),
  facility('urban', 'sub-designated', 43.02),
  facility('rural', 'township-hospital', 43.3),
  facility('besides-rural', 'sub-designated', 43.31),
  facility('post', 'village-clinic', 43.1),
  facility('lost', 'village-clinic', null)
];
const settlements = [
  { id: 'v1', lon: 43.05, lat: -11.5 },
  { id: 'v2', lon: 43.25, lat: -11.5 }
];

describe('derived townships', () => {
  it('seats: health centres, and the lowest hospital of a town without one', () => {
    expect(chooseSeats(facilities).map(({ id }) => id)).toEqual(['rural', 'urban']);
  });

  it('places go to the seat of least time, else of least distance; unplaced ones are kept apart', () => {
    const byRoad = makeTownships({
      area: { local: 'Area' },
      settlements,
      facilities,
      travel: (places) => places.map(({ id }) => (id === 'v1' ? [1, 2] : [null, null]))
    });
    expect(byRoad.townships.map(({ id, names }) => [id, names.local])).toEqual([
      ['t-rural', 'rural'],
      ['t-urban', 'urban'],
      ['t-unplaced', 'Unplaced']
    ]);
    expect(Object.fromEntries(byRoad.townshipOf)).toMatchObject({
      v1: 't-rural',
      v2: 't-rural',
      post: 't-urban',
      urban: 't-urban',
      lost: 't-unplaced'
    });
    expect(byRoad.byDistance).toContain('v2');
    expect(byRoad.seatOf.get(byRoad.townshipOf.get('post')!)).toBe('urban');
    expect(byRoad.townships.every(({ derived }) => derived)).toBe(true);
  });

  it('an area without a health centre is one township', () => {
    const { townships, townshipOf } = makeTownships({
      area: { local: 'Area' },
      settlements,
      facilities: [],
      travel: null
    });
    expect(townships).toMatchObject([{ id: 't-area', names: { local: 'Area' }, seatFacilityId: null }]);
    expect([...townshipOf.values()]).toEqual(['t-area', 't-area']);
  });
});
