import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK_FACILITY } from '../model/blank-facility';
import type { FacilityId, MedicineId, TownshipId, VillageId } from '../model/ids';
import type { Facility, FacilityTier, Medicine, PeopleCount, Stock, Village } from '../model/records';
import { dayAfter } from '../report/local-time';
import { DEFAULT_RULE_PACK, type RulePack } from '../rules/rule-pack';
import { assessMedicines, type MedicineInput } from './assess-medicines';

const today = '2026-11-21';
const base = { origin: 'hand' as const, editedFields: [], version: 1 };
const town = 't' as TownshipId;

function village(id: string, residents: number, more: Partial<Village> = {}): Village {
  return {
    ...base,
    id: id as VillageId,
    unit: town,
    names: { local: id },
    code: null,
    townshipId: town,
    lon: 0,
    lat: 0,
    residents,
    residentsSource: 'test',
    residentsDate: null,
    residentsCompare: null,
    areaKm2: null,
    touristVillage: false,
    ...more
  };
}
function facility(id: string, tier: FacilityTier, more: Partial<Facility> = {}): Facility {
  return {
    ...BLANK_FACILITY,
    ...base,
    id: id as FacilityId,
    unit: town,
    names: { local: id },
    tier,
    townshipId: town,
    parentId: null,
    allianceId: null,
    lon: 0,
    lat: 0,
    open24h: true,
    ...more
  };
}
const medicine: Medicine = {
  ...base,
  id: 'm' as MedicineId,
  unit: 'county',
  names: { local: 'm' },
  medicineClass: 'antipyretic',
  doseUnit: { local: 'dose' },
  dosesPerCourse: 10,
  coursesPerPerson: 1
};
function stock(site: string, doses: number, use: number | null, more: Partial<Stock> = {}): Stock {
  return {
    ...base,
    id: `s-${site}`,
    unit: town,
    facilityId: site as FacilityId,
    medicineId: medicine.id,
    lots: [{ lot: 'A', doses, expiresOn: '2027-06-30' }],
    onOrderDoses: 0,
    meanDailyUse: use,
    countedAt: null,
    ...more
  };
}
function count(villageId: string, more: Partial<PeopleCount>): PeopleCount {
  return {
    ...base,
    id: `p-${villageId}`,
    unit: town,
    villageId: villageId as VillageId,
    aged65: 0,
    aged80: 0,
    red: 0,
    yellow: 0,
    green: 0,
    returnees: 0,
    contactsDone: 0,
    vaccinated60: 0,
    target60: 0,
    vaccinated80: 0,
    target80: 0,
    masked: [],
    countedOn: null,
    ...more
  };
}

const map = <T extends { id: string }>(list: T[]) => new Map(list.map((each) => [each.id, each]));
interface Case {
  villages?: Village[];
  facilities?: Facility[];
  stock?: Stock[];
  counts?: PeopleCount[];
  served?: Record<string, string>;
  remote?: string[];
  pack?: RulePack;
  today?: string;
}
function assess(given: Case) {
  const villages = given.villages ?? [village('v', 1000)];
  const facilities = given.facilities ?? [facility('c', 'village-clinic')];
  const input: MedicineInput = {
    situation: {
      villages: map(villages),
      facilities: map(facilities),
      medicines: map([medicine]),
      stock: map(given.stock ?? []),
      peopleCounts: map(given.counts ?? [])
    },
    servedBy: new Map(
      villages.map((each) => [each.id, (given.served?.[each.id] ?? facilities[0].id) as FacilityId] as const)
    ),
    remoteVillages: new Set((given.remote ?? []) as VillageId[]),
    pack: given.pack ?? DEFAULT_RULE_PACK,
    today: given.today ?? today
  };
  return assessMedicines(input);
}

describe('boundary table, one clinic of 1,000 people, 10 doses a course', () => {
  // 15 % = 1,500 doses, 20 % = 2,000 doses.
  it.each([
    // doses, daily use, share limb, days limb, status, limb, to 15 %, to 20 %
    [1490, 10, 'red', 'green', 'red', 'share', 10, 510],
    [1499, 10, 'red', 'green', 'red', 'share', 1, 501],
    [1500, 10, 'amber', 'green', 'amber', 'share', 0, 500],
    [1999, 10, 'amber', 'green', 'amber', 'share', 0, 1],
    [2000, 10, 'green', 'green', 'green', null, 0, 0],
    [2780, 200, 'green', 'red', 'red', 'days', 20, 20],
    [2799, 200, 'green', 'red', 'red', 'days', 1, 1],
    [2800, 200, 'green', 'green', 'green', null, 0, 0],
    [1000, 100, 'red', 'red', 'red', 'share', 500, 1000],
    [1000, 120, 'red', 'red', 'red', 'days', 680, 1000],
    [0, 10, 'red', 'red', 'red', 'share', 1500, 2000],
    [2000, 0, 'green', 'no-demand', 'green', null, 0, 0],
    [1500, 0, 'amber', 'no-demand', 'amber', 'share', 0, 500],
    [2000, null, 'green', 'not-assessable', 'green', null, 0, 0],
    [1499, null, 'red', 'not-assessable', 'red', 'share', 1, 501]
  ] as const)('%s doses at %s a day', (doses, use, share, days, status, limb, to15, to20) => {
    expect(assess({ stock: [stock('c', doses, use)] })).toMatchObject([
      {
        shareStatus: share,
        daysStatus: days,
        status,
        failingLimb: limb,
        shortfallTo15: to15,
        shortfallTo20: to20,
        share: doses / 10000,
        days: use ? doses / use : null,
        requiredDays: 14,
        servedPersons: 1000
      }
    ]);
  });

  it('decides where floats would blur: 13.9 and 14 days of 0.7 a day, 15 % of 4.1 persons', () => {
    const people = [village('v', 0)];
    expect(assess({ villages: people, stock: [stock('c', 9.8, 0.7)] })[0].daysStatus).toBe('green');
    expect(assess({ villages: people, stock: [stock('c', 9.73, 0.7)] })[0].daysStatus).toBe('red');
    expect(assess({ villages: [village('v', 4.1)], stock: [stock('c', 6.15, null)] })[0].shareStatus).toBe('amber');
    expect(assess({ villages: [village('v', 4.1)], stock: [stock('c', 8.2, null)] })[0].shareStatus).toBe('green');
  });

  it('has no demand for the share where nobody is served', () => {
    const [row] = assess({ villages: [village('v', 0)], stock: [stock('c', 50, 0)] });
    expect(row).toMatchObject({ share: null, shareStatus: 'no-demand', status: 'no-demand', shortfallTo20: 0 });
    expect(assess({ villages: [], stock: [stock('c', 50, null)] })[0].status).toBe('not-assessable');
    expect(assess({ villages: [], stock: [stock('c', 50, 10)] })[0]).toMatchObject({
      status: 'red',
      failingLimb: 'days'
    });
  });

  it('never calls a site fine that recorded nothing', () => {
    expect(assess({})[0]).toMatchObject({
      share: null,
      shareStatus: 'not-assessable',
      daysStatus: 'not-assessable',
      status: 'not-assessable',
      shortfallTo15: 1500
    });
  });

  it('counts a lot through its expiry day and goods on order never', () => {
    const lots = (expiresOn: string) => [{ lot: 'A', doses: 2000, expiresOn }];
    expect(assess({ stock: [stock('c', 0, 10, { lots: lots(today) })] })[0].status).toBe('green');
    expect(assess({ stock: [stock('c', 0, 10, { lots: lots('2026-11-20'), onOrderDoses: 9000 })] })[0]).toMatchObject({
      status: 'red',
      failingLimb: 'expiry',
      usableDoses: 0,
      expiredDoses: 2000,
      onOrderDoses: 9000,
      shortfallTo20: 2000
    });
  });

  it('tells what expires within the days of notice, and what the rest comes to (7)', () => {
    const rows = (expiresOn: string) =>
      assess({
        stock: [
          stock('c', 0, 10, {
            lots: [
              { lot: 'A', doses: 1600, expiresOn: '2027-06-30' },
              { lot: 'B', doses: 400, expiresOn }
            ]
          })
        ]
      })[0];
    expect(rows('2026-12-22').expiring).toBeNull();
    expect(rows('2026-12-21')).toMatchObject({
      status: 'green',
      usableDoses: 2000,
      expiring: { doses: 400, firstOn: '2026-12-21', share: 0.16, status: 'amber', days: 160, shortfallTo20: 400 }
    });
    const pack = structuredClone(DEFAULT_RULE_PACK);
    pack.rules['expiry-notice-days'].value = 29;
    expect(
      assess({ pack, stock: [stock('c', 2000, 10, { lots: [{ lot: 'A', doses: 2000, expiresOn: '2026-12-21' }] })] })[0]
        .expiring
    ).toBeNull();
  });

  it('cites the rule of the limb that fails', () => {
    expect(assess({ stock: [stock('c', 1000, 10)] })[0].rule).toEqual({
      requirement: 1,
      item: 'L5',
      packVersion: '2023-1'
    });
    expect(assess({ stock: [stock('c', 2780, 200)] })[0].rule.requirement).toBe(2);
  });
});

describe('uplifts', () => {
  it('raises the need of a dense village (4)', () => {
    const dense = [village('v', 1500, { areaKm2: 1 })];
    expect(assess({ villages: dense, stock: [stock('c', 3300, 0)] })[0]).toMatchObject({
      demandPersons: 1650,
      status: 'green',
      uplifts: [{ code: 'dense', factor: 1.1, persons: 1500 }]
    });
    expect(assess({ villages: dense, stock: [stock('c', 3299, 0)] })[0].status).toBe('amber');
    expect(assess({ villages: [village('v', 1499, { areaKm2: 1 })] })[0].uplifts).toEqual([]);
    expect(assess({ villages: [village('v', 1500)] })[0].uplifts).toEqual([]);
  });

  it('counts returnees in the window only (5)', () => {
    const counts = [count('v', { returnees: 200 })];
    expect(assess({ counts })[0].demandPersons).toBe(1000);
    expect(assess({ counts, today: '2026-01-20' })[0]).toMatchObject({
      demandPersons: 1200,
      servedPersons: 1000,
      uplifts: [{ code: 'returnees', factor: 1, persons: 200 }]
    });
  });

  it('asks a remote site for more days (6)', () => {
    const rows = (remote: string[]) => assess({ remote, stock: [stock('c', 2000, 100)] })[0];
    expect(rows([])).toMatchObject({ requiredDays: 14, status: 'green' });
    expect(rows(['v'])).toMatchObject({
      requiredDays: 21,
      daysStatus: 'red',
      shortfallTo15: 100,
      uplifts: [{ code: 'remote', factor: 1.5, persons: 1000 }]
    });
  });

  it('weighs those at high risk, never twice (8)', () => {
    expect(assess({ counts: [count('v', { aged65: 100, red: 30 })] })[0]).toMatchObject({
      demandPersons: 1010,
      uplifts: [{ code: 'high-risk', factor: 1.1, persons: 100 }]
    });
  });
});

describe('hospital and clinics (13)', () => {
  const facilities = [
    facility('h', 'township-hospital'),
    facility('c1', 'village-clinic', { parentId: 'h' as FacilityId }),
    facility('c2', 'village-clinic', { parentId: 'h' as FacilityId, open: false }),
    facility('d', 'designated')
  ];
  const villages = [village('v0', 400), village('v1', 600)];
  const served = { v0: 'h', v1: 'c1' };

  it('adds people, stock and use of the open clinics', () => {
    const rows = assess({
      facilities,
      villages,
      served,
      stock: [stock('h', 500, 10), stock('c1', 1500, 20), stock('c2', 9000, 1)]
    });
    expect(rows.map((each) => each.facilityId)).toEqual(['c1', 'h']);
    expect(rows[1]).toMatchObject({
      ownPersons: 400,
      servedPersons: 1000,
      clinicIds: ['c1'],
      usableDoses: 2000,
      share: 0.2,
      status: 'green'
    });
    expect(rows[1].days).toBeCloseTo(2000 / 30, 12);
    expect(rows[0]).toMatchObject({ ownPersons: 600, servedPersons: 600, usableDoses: 1500 });
  });

  it('does not assess the days of the whole while a clinic has no history', () => {
    const rows = assess({ facilities, villages, served, stock: [stock('h', 500, 10), stock('c1', 1500, null)] });
    expect(rows[1]).toMatchObject({ daysStatus: 'not-assessable', days: null, status: 'green' });
  });

  it('of several records for one site and medicine, or one village, takes the latest count', () => {
    const at = (doses: number, id: string, countedAt: string | null) => stock('h', doses, 10, { id, countedAt });
    const records = [at(500, 'a', '2026-01-02T00:00:00Z'), at(9000, 'b', '2026-01-01T00:00:00Z'), at(7000, 'c', null)];
    const counted = [
      count('v0', { id: 'p1', aged65: 100, countedOn: '2026-01-02' }),
      count('v0', { id: 'p2', aged65: 3, countedOn: '2026-01-01' })
    ];
    for (const [held, counts] of [
      [records, counted],
      [[...records].reverse(), [...counted].reverse()]
    ] as const) {
      const [row] = assess({
        facilities: [facility('h', 'township-hospital')],
        villages: [village('v0', 400)],
        stock: [...held],
        counts: [...counts]
      });
      expect(row).toMatchObject({ usableDoses: 500, uplifts: [{ code: 'high-risk', persons: 100 }] });
    }
  });

  it('gives a higher hospital a row only where it holds stock or serves people', () => {
    expect(
      assess({ facilities, villages, served, stock: [stock('d', 100, 1)] }).map((each) => each.facilityId)
    ).toContain('d');
    expect(assess({ facilities, villages, served: { v0: 'd', v1: 'c1' } }).map((each) => each.facilityId)).toContain(
      'd'
    );
  });
});

describe('properties', () => {
  const site = fc.record({
    residents: fc.integer({ min: 0, max: 5000 }),
    doses: fc.integer({ min: 0, max: 20000 }),
    use: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 0, max: 5000 }).map((n) => n / 10)
    )
  });
  const rank = { red: 0, amber: 1, green: 2, 'no-demand': 3, 'not-assessable': 3 };

  it('what is left when lots expire is what the very judgement says once they have', () => {
    const lot = fc.record({ doses: fc.integer({ min: 1, max: 900 }), days: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(fc.array(lot, { maxLength: 6 }), fc.integer({ min: 0, max: 60 }), (list, use) => {
        const lots = list.map(({ doses, days }, i) => ({ lot: `${i}`, doses, expiresOn: dayAfter(today, days) }));
        const [now] = assess({ stock: [stock('c', 0, use, { lots })] });
        const [then] = assess({ stock: [stock('c', 0, use, { lots })], today: dayAfter(today, 31) });
        const rest = now.expiring ?? now;
        expect(rest.status).toBe(then.status);
        expect([rest.share, rest.days, rest.shortfallTo20]).toEqual([then.share, then.days, then.shortfallTo20]);
        expect((now.expiring?.doses ?? 0) + then.usableDoses).toBe(now.usableDoses);
      })
    );
  });

  it('more stock never makes a site worse, nor its shortfall greater', () => {
    fc.assert(
      fc.property(site, fc.integer({ min: 0, max: 5000 }), ({ residents, doses, use }, more) => {
        const at = (n: number) => assess({ villages: [village('v', residents)], stock: [stock('c', n, use)] })[0];
        const [less, greater] = [at(doses), at(doses + more)];
        expect(rank[greater.status]).toBeGreaterThanOrEqual(rank[less.status]);
        expect(greater.shortfallTo15).toBeLessThanOrEqual(less.shortfallTo15);
        expect(greater.shortfallTo20).toBeLessThanOrEqual(less.shortfallTo20);
      }),
      { seed: 7 }
    );
  });

  it('supplying the shortfall to 20 % makes a failing site green, one dose less does not', () => {
    fc.assert(
      fc.property(site, ({ residents, doses, use }) => {
        const at = (n: number) => assess({ villages: [village('v', residents)], stock: [stock('c', n, use)] })[0];
        const short = at(doses).shortfallTo20;
        if (short === 0) return;
        expect(at(doses + short).status).toBe('green');
        expect(at(doses + short - 1).status).not.toBe('green');
      }),
      { seed: 8 }
    );
  });

  it('counts every person with a way exactly once', () => {
    const people = fc.array(fc.tuple(fc.nat(3000), fc.constantFrom('h', 'c1', 'c2', 'd')), { maxLength: 12 });
    fc.assert(
      fc.property(people, (list) => {
        const villages = list.map(([residents], i) => village(`v${i}`, residents));
        const rows = assess({
          villages,
          facilities: [
            facility('h', 'township-hospital'),
            facility('c1', 'village-clinic', { parentId: 'h' as FacilityId }),
            facility('c2', 'village-clinic', { parentId: 'h' as FacilityId }),
            facility('d', 'designated')
          ],
          served: Object.fromEntries(list.map(([, id], i) => [`v${i}`, id]))
        });
        const all = list.reduce((sum, [residents]) => sum + residents, 0);
        expect(rows.reduce((sum, each) => sum + each.ownPersons, 0)).toBe(all);
        const own = new Map(rows.map((each) => [each.facilityId as string, each.ownPersons]));
        const hospital = rows.find((each) => each.facilityId === 'h');
        expect(hospital?.servedPersons).toBe(['h', 'c1', 'c2'].reduce((sum, id) => sum + (own.get(id) ?? 0), 0));
      }),
      { seed: 9 }
    );
  });
});
