import { describe, expect, it } from 'vitest';
import type { Facility, Vehicle } from '../model/records';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { assessEquipment, feverCoverage, icuSurge, type EquipmentRule } from './assess-equipment';

const quiet: Partial<Facility> = {
  id: 'f' as Facility['id'],
  tier: 'designated',
  reportedAt: '2026-11-20T08:00:00Z',
  staffBaseline: 0,
  staffNow: 0,
  convertibleIcuBeds: 0,
  icuBeds: 0,
  convertHours: null,
  drEligible: false,
  drUnits: 0,
  ambulanceEligible: false,
  feverShould: false,
  feverSet: false,
  feverOpen: false,
  open24h: false,
  published: false,
  oximeters: 0
};
function assess(fields: Partial<Facility>, ambulances: Partial<Vehicle>[] = []) {
  const facility = { ...quiet, ...fields } as Facility;
  return assessEquipment({
    situation: {
      facilities: new Map([[facility.id as string, facility]]),
      vehicles: new Map(ambulances.map((each, i) => [`v${i}`, each as Vehicle]))
    },
    pack: DEFAULT_RULE_PACK
  });
}

describe('assessEquipment', () => {
  it('finds nothing where no rule applies', () => expect(assess({})).toEqual([]));

  it.each<[EquipmentRule, Partial<Facility>, number | boolean, number | boolean, number, string]>([
    ['oximeters', { tier: 'township-hospital', oximeters: 19 }, 19, 20, 1, 'short'],
    ['oximeters', { tier: 'township-hospital', oximeters: 20 }, 20, 20, 0, 'met'],
    ['oximeters', { tier: 'village-clinic', oximeters: 1 }, 1, 2, 1, 'short'],
    ['oximeters', { tier: 'village-clinic', oximeters: 2 }, 2, 2, 0, 'met'],
    ['dr', { drEligible: true, drUnits: 0 }, 0, 1, 1, 'short'],
    ['dr', { drEligible: true, drUnits: 2 }, 2, 1, 0, 'met'],
    ['ambulance', { ambulanceEligible: true }, 0, 1, 1, 'short'],
    ['fever-set', { feverShould: true }, false, true, 1, 'short'],
    ['staff-baseline', { staffBaseline: 12, staffNow: 11 }, 11, 12, 1, 'short'],
    ['staff-baseline', { staffBaseline: 12, staffNow: 13 }, 13, 12, 0, 'met'],
    ['icu-surge', { icuBeds: 2, convertibleIcuBeds: 3, convertHours: 24 }, 5, 5, 0, 'met'],
    ['icu-surge', { icuBeds: 2, convertibleIcuBeds: 3, convertHours: 25 }, 2, 5, 3, 'short'],
    ['icu-surge', { icuBeds: 2, convertibleIcuBeds: 3, convertHours: null }, 2, 5, 3, 'short']
  ])('%s %o', (rule, fields, have, need, shortBy, status) => {
    expect(assess(fields)).toMatchObject([{ rule, have, need, shortBy, status }]);
  });

  it('asks a fever clinic that is set up to be open, round the clock and published', () => {
    expect(assess({ feverShould: true, feverSet: true, feverOpen: true, published: true })).toMatchObject([
      { rule: 'fever-set', status: 'met', ref: { requirement: 27, item: 'L2' } },
      { rule: 'fever-open', status: 'met' },
      { rule: 'open-24h', status: 'short', ref: { requirement: 29, item: 'L6' } },
      { rule: 'published', status: 'met', ref: { requirement: 30, item: 'L6' } }
    ]);
  });

  it('counts ambulances by base whatever they are doing, reserve vehicles never', () => {
    const base = 'f' as Facility['id'];
    const out: Partial<Vehicle> = { kind: 'ambulance', baseFacilityId: base, status: 'out-of-service' };
    expect(assess({ ambulanceEligible: true }, [out])).toMatchObject([{ have: 1, status: 'met' }]);
    expect(assess({ ambulanceEligible: true }, [{ kind: 'reserve', baseFacilityId: base }])).toMatchObject([
      { have: 0 }
    ]);
  });

  it('never calls a silent site fine', () => {
    const findings = assess({ tier: 'village-clinic', reportedAt: null, staffBaseline: 2, oximeters: 9, staffNow: 9 });
    expect(findings).toMatchObject([
      { rule: 'oximeters', have: null, shortBy: null, status: 'not-assessable' },
      { rule: 'staff-baseline', have: null, shortBy: null, status: 'not-assessable' }
    ]);
  });

  it('adds up the surge and the fever clinics', () => {
    expect(icuSurge({ icuBeds: 4, convertibleIcuBeds: 6, convertHours: 12 }, DEFAULT_RULE_PACK)).toBe(10);
    const site = (town: string, fields: Partial<Facility>) =>
      ({ ...quiet, townshipId: town, feverShould: true, ...fields }) as Facility;
    expect(
      feverCoverage([
        site('a', { feverSet: true, feverOpen: true }),
        site('a', { feverSet: true }),
        site('b', {}),
        site('b', { reportedAt: null, feverSet: true }),
        site('b', { feverShould: false, feverSet: true, feverOpen: true })
      ])
    ).toEqual([
      { townshipId: 'all', should: 4, set: 2, open: 1, unknown: 1 },
      { townshipId: 'a', should: 2, set: 2, open: 1, unknown: 0 },
      { townshipId: 'b', should: 2, set: 0, open: 0, unknown: 1 }
    ]);
  });
});
