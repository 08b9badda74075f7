import { expect, test } from 'vitest';
import { tinyArea } from '../../../tests/helpers/tiny-area';
import { locateCase } from './locate-case';

const { situation } = tinyArea();
const [village] = situation.villages.values();

test('a village is its own place', () => {
  const site = locateCase(situation, { kind: 'village', id: village.id });
  expect(site).toMatchObject({ at: { id: village.id, lon: village.lon, lat: village.lat }, village, facility: null });
});

test('a point takes the alliance of the nearest village and keeps its own position', () => {
  const at = { lon: village.lon! + 1e-6, lat: village.lat! };
  const site = locateCase(situation, { kind: 'place', ...at });
  expect(site?.at).toEqual({ id: 'case', ...at });
  expect(site?.village?.id).toBe(village.id);
});

test('a facility answers its own telephone, and what is gone gives null', () => {
  const [facility] = situation.facilities.values();
  const site = locateCase(situation, { kind: 'facility', id: facility.id });
  expect(site).toMatchObject({ facility, contact: facility });
  expect(locateCase(situation, { kind: 'village', id: 'gone' })).toBeNull();
});
