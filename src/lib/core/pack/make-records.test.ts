import { expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import { FACILITY_COUNTS } from '../model/records';
import { makeSample } from '../sample/make-sample';
import { makeFacility } from './make-records';

const draft = {
  id: 'osm-n1',
  names: { local: 'Clinic' },
  tier: 'village-clinic' as const,
  lon: 1,
  lat: 2,
  open24h: false,
  address: '',
  telephone: ''
};
const townships = { townshipOf: new Map([['osm-n1', 'town']]), seatOf: new Map() } as never;
const made = (beds: number | null) => makeFacility({ ...draft, beds } as never, townships);

it('what a source does not tell of a site is unknown, its beds too', () => {
  expect(made(null)).toMatchObject({ bedsTotal: 0, unknown: FACILITY_COUNTS });
  expect(made(0).unknown).toEqual(FACILITY_COUNTS.filter((field) => field !== 'bedsTotal'));
});

it('a sample states it all', () => {
  const { situation } = tinyArea();
  const { facilities } = makeSample({
    townships: [...situation.townships.values()],
    villages: [...situation.villages.values()],
    facilities: [...situation.facilities.values(), { ...made(null), townshipId: 'town' as never }],
    seed: 1,
    today: '2026-11-22'
  });
  expect(facilities).toHaveLength(4);
  for (const each of facilities) expect(each.unknown ?? []).toEqual([]);
});
