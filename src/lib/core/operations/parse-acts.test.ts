import { describe, expect, it } from 'vitest';
import { InputError } from '../model/read-input';
import {
  isNewerFix,
  parseApproval,
  parseFix,
  parseNeeded,
  parseNewAllocation,
  parseNewAssignment,
  parseNewReferral,
  parseOverride,
  parsePersonal,
  parsePickedLots,
  parseReceived
} from './parse-acts';
import { givesAway } from './personal';

/** Item that a run names; null when it passes. */
function itemOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.item;
    throw error;
  }
}

const referral = {
  originFacilityId: 'fac',
  targetFacilityId: 'hospital',
  grade: 'severe',
  severeDisease: false,
  aged: true,
  stable: true,
  dialysis: false
};

describe('a new referral', () => {
  it('is read with what it leaves out', () => {
    expect(parseNewReferral(referral)).toEqual({
      ...referral,
      advisedFacilityId: null,
      villageId: null,
      lon: null,
      lat: null,
      greenChannel: false,
      vehicleNeeds: [],
      draft: false
    });
  });

  it('keeps a place to about a hundred metres, for the exact one is personal', () => {
    expect(parseNewReferral({ ...referral, lon: 43.25678, lat: -11.70149 })).toMatchObject({
      lon: 43.257,
      lat: -11.701
    });
  });

  it.each([
    ['grade', { grade: 'ill' }],
    ['stable', { stable: 'yes' }],
    ['lat', { lon: 43 }],
    ['lat', { lon: 43, lat: 91 }],
    ['lon', { lon: 0, lat: 0 }],
    ['targetFacilityId', { targetFacilityId: '' }],
    ['villageId', { originFacilityId: null }],
    ['targetFacilityId', { originFacilityId: 'same', targetFacilityId: 'same' }],
    ['vehicleNeeds', { vehicleNeeds: ['wings'] }],
    ['referral', { patientName: 'x' }]
  ])('%s is named when it is wrong', (item, fault) => {
    expect(itemOf(() => parseNewReferral({ ...referral, ...fault }))).toBe(item);
  });
});

const SOURCE = { sourceKind: 'facility', sourceId: 'x' };
const LOT = { lot: 'a', doses: 3, expiresOn: '2027-01-01' };

describe('other acts', () => {
  it.each([
    ['personal', () => parsePersonal({ born: '1950' })],
    ['personal/name', () => parsePersonal({ name: 'x'.repeat(121) })],
    ['override/reason', () => parseOverride({ name: 'A', reason: ' ' })],
    ['reason', () => parseNeeded(['reason'], { reason: '' })],
    ['signedTo', () => parseNeeded(['signedFrom', 'signedTo'], { signedFrom: 'A' })],
    ['vehicleVersion', () => parseNewAssignment({ vehicleId: 'v', referralId: 'r' })],
    ['lines', () => parseNewAllocation({ requesterFacilityId: 'f', lines: [] })],
    ['line/m', () => parseNewAllocation({ requesterFacilityId: 'f', lines: [{ medicineId: 'm', wantedDoses: 0 }] })],
    ['sourceKind', () => parseApproval({ sourceKind: 'moon', sourceId: 'x' })],
    ['line/m', () => parseNewAllocation({ requesterFacilityId: 'f', lines: [{ medicineId: 'm', wantedDoses: 1.5 }] })],
    ['line/m', () => parseApproval({ ...SOURCE, lines: [{ medicineId: 'm', approvedDoses: 0.5 }] })],
    ['line/m', () => parseApproval({ ...SOURCE, lines: [{ medicineId: 'm', approvedDoses: -1 }] })],
    ['line/m', () => parseReceived({ lines: [{ medicineId: 'm', receivedDoses: -1 }] })],
    ['line/m', () => parseReceived({ lines: [{ medicineId: 'm', lots: [LOT], reason: 'x'.repeat(501) }] })],
    ['line/m/lot 1', () => parseReceived({ lines: [{ medicineId: 'm', lots: [{ ...LOT, doses: -1 }] }] })],
    ['line/m/lot 1', () => parsePickedLots({ lines: [{ medicineId: 'm', lots: [{ lot: 'a', doses: 1 }] }] })],
    ['deviceAt', () => parseFix({ vehicleId: 'v', lon: 1, lat: 1, deviceAt: 'now', seq: 1 })],
    ['seq', () => parseFix({ vehicleId: 'v', lon: 1, lat: 1, deviceAt: '2026-03-01T00:00:00Z', seq: 0.5 })]
  ])('%s is named when it is wrong', (item, run) => {
    expect(itemOf(run)).toBe(item);
  });

  it('a medicine twice in one request is refused', () => {
    const line = { medicineId: 'm', wantedDoses: 1 };
    expect(itemOf(() => parseNewAllocation({ requesterFacilityId: 'f', lines: [line, line] }))).toBe('line/m');
  });

  it('what came is told lot by lot, or in all', () => {
    const lots = [LOT, { ...LOT, lot: 'b', doses: 4 }];
    const told = parseReceived({
      lines: [
        { medicineId: 'm', lots, reason: ' one box open ' },
        { medicineId: 'n', receivedDoses: 5 }
      ]
    });
    expect([...told]).toEqual([
      ['m', { doses: 7, lots, reason: 'one box open' }],
      ['n', { doses: 5, lots: null, reason: '' }]
    ]);
  });

  it('personal data that say nothing are none', () => {
    expect(parsePersonal({ name: ' ', note: '' })).toBeNull();
    expect(parsePersonal(undefined)).toBeNull();
    expect(parsePersonal({ name: '王' })).toMatchObject({ name: '王', telephone: '' });
  });
});

describe('a fix', () => {
  const held = { positionAt: '2026-03-01T08:00:00.000Z', positionSeq: 7 };
  it.each([
    ['2026-03-01T08:00:01Z', 1, true],
    ['2026-03-01T07:59:59Z', 99, false],
    ['2026-03-01T08:00:00Z', 7, false],
    ['2026-03-01T08:00:00Z', 8, true]
  ])('of %s, number %s', (deviceAt, seq, newer) => {
    expect(isNewerFix({ deviceAt, seq }, held)).toBe(newer);
  });

  it('is newer than none, and than one whose time cannot be read', () => {
    const fix = { deviceAt: '2026-03-01T08:00:00Z', seq: 0 };
    expect(isNewerFix(fix, { positionAt: null, positionSeq: 0 })).toBe(true);
    expect(isNewerFix(fix, { positionAt: 'long ago', positionSeq: 0 })).toBe(true);
  });
});

describe('a free text', () => {
  const personal = {
    name: '王小明',
    telephone: '+86 138-1234-5678',
    address: '龙潭镇 新街 12号',
    note: 'two dogs at the gate'
  };
  it.each([
    ['no free bed', null],
    ['王 小明 refuses', 'name'],
    ['王-小明', 'name'],
    ['call 138 1234 5678', 'telephone'],
    ['call 8613812345678 first', 'telephone'],
    ['电话１３８１２３４５６７８', 'telephone'],
    ['call 138 1234', null],
    ['bed 12, 5 km, 13:40', null],
    ['at 龙潭镇新街12号', 'address'],
    ['at 龙潭镇，新街，12号', 'address'],
    ['Two Dogs at the gate!', 'note']
  ])('"%s" gives away %s', (text, field) => {
    expect(givesAway(text, personal)).toBe(field);
  });

  it.each([
    ['Abdou Mohamed Ali refuses', 'name'],
    ['Mohamed-Ali-Abdou', 'name'],
    ['Ｍｏｈａｍｅｄ Ａｌｉ Ａｂｄｏｕ', 'name'],
    ['asked Mohamed, the driver', null],
    ['call 3214567', 'telephone'],
    ['lives Rue 5 Moroni', 'address']
  ])('"%s" gives away %s of a name in parts', (text, field) => {
    const told = { name: 'Mohamed Ali Abdou', telephone: '+269 321 45 67', address: 'Rue 5, Moroni', note: '' };
    expect(givesAway(text, told)).toBe(field);
  });

  it('of a name of one character nothing can be told', () => {
    expect(givesAway('王', { name: '王', telephone: '', address: '', note: '' })).toBeNull();
  });
});
