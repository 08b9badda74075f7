import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { FacilityId, VillageId } from '../model/ids';
import { applyChange, invert } from './apply-change';
import { addKnownTime, removeKnownTime } from './known-times';

const { situation } = tinyArea();
const input = {
  id: 'k1',
  villageId: 'near' as VillageId,
  facilityId: 'hospital' as FacilityId,
  vehicle: 'ambulance' as const,
  season: 'dry' as const,
  minutes: 33,
  measuredOn: '2026-11-22',
  note: ''
};

describe('known times', () => {
  it('are kept with the unit of their village and can be taken back', () => {
    const change = addKnownTime(situation, input);
    const next = applyChange(situation, change);
    expect(next.knownTimes.get('k1')).toMatchObject({ unit: situation.villages.get('near')!.unit, minutes: 33 });
    expect(applyChange(next, invert(change)).knownTimes.size).toBe(situation.knownTimes.size);
    expect(applyChange(next, removeKnownTime(next, 'k1')).knownTimes.has('k1')).toBe(false);
  });

  it.each([0, -1, NaN, 1441])('refuse %s minutes', (minutes) => {
    expect(() => addKnownTime(situation, { ...input, minutes })).toThrow(/minutes/);
  });

  it('name an unknown village or time', () => {
    expect(() => addKnownTime(situation, { ...input, villageId: 'gone' as VillageId })).toThrow(/gone/);
    expect(() => removeKnownTime(situation, 'k9')).toThrow(/k9/);
  });
});
