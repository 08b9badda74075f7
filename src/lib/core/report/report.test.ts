import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import { applyChange } from '../change/apply-change';
import type { FacilityId, MedicineId, TownshipId, VillageId } from '../model/ids';
import type { Facility, Stock, Village } from '../model/records';
import type { Situation } from '../model/situation';
import { DEFAULT_RULE_PACK, type RulePack } from '../rules/rule-pack';
import { makeSample } from '../sample/make-sample';
import type { DailyReport } from './daily-report';
import { mergeKept, useHistory } from './keep-report';
import { lateReporters } from './late-reporters';
import { missingItems } from './missing-items';
import { oddJumps } from './odd-jumps';
import { parseReport, ReportError } from './parse-report';
import { reportChange } from './report-change';
import { reportForm } from './report-form';
import { reportedVillages } from './reported-villages';

const pack = DEFAULT_RULE_PACK;
const town = 'town' as TownshipId;
/** The tiny area with everything in one unit. */
function facts(edit: (facility: Facility) => Partial<Facility> = () => ({})): Situation {
  const { situation } = tinyArea();
  const own = <T extends { id: string }>(records: ReadonlyMap<string, T>) =>
    new Map([...records].map(([id, record]) => [id, { ...record, unit: town }]));
  return {
    ...situation,
    villages: own(situation.villages),
    vehicles: own(situation.vehicles),
    stock: own(situation.stock),
    peopleCounts: own(situation.peopleCounts),
    facilities: new Map([...own(situation.facilities)].map(([id, each]) => [id, { ...each, ...edit(each) }]))
  };
}
const CLINIC = 'clinic' as FacilityId;
const MEDICINE = 'paracetamol' as MedicineId;
const NEAR = 'near' as VillageId;
const blank: DailyReport = {
  facilityId: CLINIC,
  reportedOn: '2026-11-22',
  reportedAt: '2026-11-22T09:00:00Z',
  noChange: false,
  facility: {},
  stock: [],
  people: [],
  vehicles: []
};
const stock = (doses: number, usedToday: number | null = null, expiresOn = '2027-01-01') => [
  { medicineId: MEDICINE, lots: [{ lot: 'a', doses, expiresOn }], onOrderDoses: 50, usedToday }
];
const report = (more: Partial<DailyReport>): DailyReport => ({ ...blank, ...more });
const apply = (situation: Situation, more: Partial<DailyReport>, history = new Map<MedicineId, never[]>()) => {
  const result = reportChange({ facts: situation, report: report(more), history, pack });
  return { ...result, after: applyChange(situation, result.change) };
};

describe('villages a site counts', () => {
  it('each village of a unit with an open site falls to exactly one of them, the nearest', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 40 }), y: fc.integer({ min: 0, max: 40 }) });
    const tiers = fc.constantFrom('village-clinic' as const, 'township-hospital' as const, 'designated' as const);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.boolean()), { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(place, tiers, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 }),
        (villages, sites) => {
          const { situation } = tinyArea();
          const [village] = situation.villages.values();
          const [facility] = situation.facilities.values();
          const at = ({ x, y }: { x: number; y: number }, placed: boolean) =>
            placed ? { lon: 100 + x / 100, lat: y / 100 } : { lon: null, lat: null };
          const area = {
            villages: new Map(
              villages.map(([where, placed], i): [string, Village] => {
                const id = `v${i}` as VillageId;
                return [id, { ...village, id, unit: town, ...at(where, placed) }];
              })
            ),
            facilities: new Map(
              sites.map(([where, tier, open, placed], i): [string, Facility] => {
                const id = `f${i}` as FacilityId;
                return [id, { ...facility, id, unit: town, tier, open, ...at(where, placed) }];
              })
            )
          };
          const ids = [...area.facilities.keys()] as FacilityId[];
          const counted = ids.flatMap((id) => reportedVillages(area, id).map((each) => [each.id, id] as const));
          const anyOpen = [...area.facilities.values()].some(({ open }) => open);
          expect(counted.map(([id]) => id).sort()).toEqual(anyOpen ? [...area.villages.keys()].sort() : []);
          for (const [villageId, siteId] of counted) {
            const site = area.facilities.get(siteId) as Facility;
            expect(site.open).toBe(true);
            const { lon, lat } = area.villages.get(villageId) as Village;
            if (lon === null || lat === null || site.lon === null || site.lat === null) continue;
            const far = (each: Facility) =>
              each.lon === null || each.lat === null
                ? Infinity
                : Math.hypot((each.lon - lon) * Math.cos((lat * Math.PI) / 180), each.lat - lat);
            const primary = [...area.facilities.values()].filter(
              ({ open, tier }) => open && (tier !== 'designated' || site.tier === 'designated')
            );
            expect(far(site)).toBeLessThanOrEqual(Math.min(...primary.map(far)) + 1e-12);
          }
        }
      )
    );
  });
});

describe('the form', () => {
  it('asks a clinic for medicines, people, oximeters and staff, a hospital for beds and fever clinic too', () => {
    const clinic = reportForm(facts(), CLINIC);
    const fields = (id: string, edit?: (facility: Facility) => Partial<Facility>) =>
      reportForm(facts(edit), id as FacilityId).items.flatMap((item) => (item.kind === 'field' ? [item.field] : []));
    expect(fields('clinic')).toEqual(['open', 'openingHours', 'telephone', 'oximeters', 'staffNow']);
    expect(fields('hospital')).not.toContain('icuBeds');
    expect(fields('hospital')).not.toContain('feverOpen');
    expect(fields('hospital', () => ({ feverShould: true, drEligible: true }))).toEqual(
      expect.arrayContaining(['feverOpen', 'bedsFree', 'oxygenBeds', 'drUnits'])
    );
    expect(fields('designated')).toEqual(expect.arrayContaining(['icuBeds', 'convertibleIcuBeds', 'convertHours']));
    expect(clinic.items.filter(({ kind }) => kind === 'stock')).toHaveLength(1);
    expect(clinic.standing.stock).toMatchObject([{ lots: [{ doses: 139 }], usedToday: null }]);
  });

  it('holds every item once, and what stands answers all but use and what was never known', () => {
    const form = reportForm(facts(), CLINIC);
    const ids = form.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const missing = missingItems(report({ ...form.standing }), form).map(({ id }) => id);
    // The far village was never counted; the clinic has no telephone or hours yet.
    for (const id of missing) expect(id).toMatch(/^(used\/|count\/far\/|field\/(telephone|openingHours))/);
    expect(missing).toContain('used/paracetamol');
    const noChange = missingItems(report({ noChange: true }), form).map(({ id }) => id);
    expect(noChange).toEqual(missing.filter((id) => !id.startsWith('used/')));
    expect(missingItems(report({}), form).length).toBeGreaterThan(missing.length);
  });
});

describe('what nobody entered', () => {
  const FAR = 'far' as VillageId;
  const hospital = 'hospital' as FacilityId;
  const open = facts(() => ({ oximeters: 0, staffNow: 0, unknown: ['oximeters', 'staffNow'] }));
  const ids = (situation: Situation, id: FacilityId) => {
    const form = reportForm(situation, id);
    return missingItems(report({ noChange: true, facilityId: id }), form).map(({ id: item }) => item);
  };

  it('has no value of the last time, is missing, and stays so through reports that leave it open', () => {
    expect(reportForm(open, CLINIC).standing.facility).not.toHaveProperty('oximeters');
    expect(ids(open, CLINIC)).toEqual(expect.arrayContaining(['field/oximeters', 'field/staffNow']));
    for (const more of [{ noChange: true }, { facility: { open: true } }]) {
      const { after, kept } = apply(open, more);
      expect(after.facilities.get('clinic')).toMatchObject({ unknown: ['oximeters', 'staffNow'], version: 2 });
      expect(kept.facility).not.toHaveProperty('oximeters');
    }
  });

  it('is known once a report states it, be it 0', () => {
    const { after, change } = apply(open, { facility: { oximeters: 0 } });
    expect(after.facilities.get('clinic')).toMatchObject({ oximeters: 0, unknown: ['staffNow'] });
    expect(change.edits[0].after?.editedFields).toContain('unknown');
    expect(reportForm(after, CLINIC).standing.facility).toMatchObject({ oximeters: 0 });
    expect(ids(after, CLINIC)).not.toContain('field/oximeters');
  });

  it('free beds are not held against a total that is not known', () => {
    const beds = facts(() => ({ bedsTotal: 0, bedsFree: 0, unknown: ['bedsTotal', 'bedsFree'] }));
    const { after } = apply(beds, { facilityId: hospital, facility: { bedsFree: 3 } });
    expect(after.facilities.get('hospital')).toMatchObject({ bedsFree: 3, unknown: ['bedsTotal'] });
    expect(() => apply(after, { facilityId: hospital, facility: { bedsTotal: 2 } })).toThrow(ReportError);
  });

  it('a first report of some counts leaves the others unknown, also over a record that was never counted', () => {
    const never = new Map(
      [...facts().peopleCounts].map(([id, each]) => [id, { ...each, villageId: FAR, aged65: 0, countedOn: null }])
    );
    for (const situation of [facts(), { ...facts(), peopleCounts: never }]) {
      const people = [{ villageId: FAR, counts: { red: 0, yellow: 4 } }];
      const { after } = apply(situation, { facilityId: hospital, people });
      const count = [...after.peopleCounts.values()].find(({ villageId }) => villageId === FAR);
      expect(count?.unknown).toEqual([
        'aged65',
        'aged80',
        'green',
        'returnees',
        'contactsDone',
        'vaccinated60',
        'target60',
        'vaccinated80',
        'target80'
      ]);
      const owner = reportedVillages(after, CLINIC).some(({ id }) => id === FAR) ? CLINIC : hospital;
      const standing = reportForm(after, owner).standing.people.find(({ villageId }) => villageId === FAR);
      expect(standing?.counts).toEqual({ red: 0, yellow: 4 });
      const again = apply(after, { people: [{ villageId: FAR, counts: { aged65: 9 } }] }).after;
      const next = [...again.peopleCounts.values()].find(({ villageId }) => villageId === FAR);
      expect(next?.unknown).not.toContain('aged65');
      expect(next?.unknown).toContain('aged80');
    }
  });
});

describe('odd jumps', () => {
  const asked = (more: Partial<DailyReport>, rules: RulePack = pack) => {
    const situation = facts();
    const form = reportForm(situation, CLINIC);
    const odd = oddJumps({ report: report(more), form, villages: situation.villages, pack: rules });
    return odd.map(({ itemId, phrase }) => [itemId, phrase.code]);
  };
  const counts = (of: Record<string, number>) => ({ people: [{ villageId: NEAR, counts: of }] });
  const item = 'stock/paracetamol';
  it.each([
    ['the same', { stock: stock(139) }, []],
    ['threefold', { stock: stock(417) }, [[item, 'odd-risen']]],
    ['one short of threefold', { stock: stock(416) }, []],
    ['a third', { stock: stock(46) }, [[item, 'odd-fallen']]],
    ['nothing left', { stock: stock(0) }, [[item, 'odd-zero']]],
    ['expired yesterday', { stock: stock(139, null, '2026-11-21') }, [[item, 'odd-expired']]],
    ['expires today', { stock: stock(139, null, '2026-11-22') }, []],
    ['of a day not stated yet', { stock: stock(139, null, '') }, []],
    ['more used than there was', { stock: stock(139, 140) }, [['used/paracetamol', 'odd-used-more']]],
    ['a small count gone', counts({ red: 0 }), []],
    ['a count that grew under the floor', counts({ red: 23 }), []],
    ['a count that grew to the floor', counts({ red: 24 }), [['count/near/red', 'odd-risen']]],
    ['aged down to nothing', counts({ aged65: 0 }), [['count/near/aged65', 'odd-zero']]],
    [
      'more than live there',
      counts({ green: 101 }),
      [
        ['count/near/green', 'odd-risen'],
        ['count/near/green', 'odd-more-than-residents']
      ]
    ],
    ['more returnees than residents', counts({ returnees: 101 }), [['count/near/returnees', 'odd-risen']]],
    ['all oximeters gone', { facility: { oximeters: 0 } }, [['field/oximeters', 'odd-zero']]]
  ] as [string, Partial<DailyReport>, string[][]][])('%s', (_name, more, wanted) => {
    expect(asked(more)).toEqual(wanted);
  });

  it('factor and floor are the pack’s', () => {
    const rules = structuredClone(pack);
    rules.rules['odd-jump-factor'].value = 2;
    rules.rules['odd-jump-floor'].value = 200;
    expect(asked({ stock: stock(300) }, rules)).toEqual([]);
    expect(asked({ stock: stock(339) }, rules)).toEqual([[item, 'odd-risen']]);
  });

  it('what stands never jumps', () => {
    const form = reportForm(facts(), CLINIC);
    expect(oddJumps({ report: report({ ...form.standing }), form, villages: facts().villages, pack })).toEqual([]);
  });
});

describe('the change', () => {
  it('moves what is stated and leaves the rest', () => {
    const situation = facts();
    const { after, change } = apply(situation, {
      facility: { oximeters: 3 },
      stock: stock(100, 24),
      people: [{ villageId: NEAR, counts: { red: 5 } }]
    });
    expect(after.facilities.get('clinic')).toMatchObject({ oximeters: 3, reportedAt: blank.reportedAt, version: 2 });
    // 13 days of the 10 that stood and one of 24.
    expect(after.stock.get('clinic-paracetamol')).toMatchObject({ meanDailyUse: 11, countedAt: blank.reportedAt });
    const count = after.peopleCounts.get('count-near');
    expect(count).toMatchObject({ red: 5, yellow: 6, countedOn: '2026-11-22', version: 2 });
    expect(change.edits).toHaveLength(3);
    expect(situation.facilities.get('clinic')?.version).toBe(1);
  });

  it('makes the records that were not there yet', () => {
    const { after } = apply(facts(), {
      facilityId: 'hospital' as FacilityId,
      stock: stock(7),
      people: [{ villageId: 'far' as VillageId, counts: { red: 2 } }]
    });
    expect(after.stock.get('stock-hospital-paracetamol')).toMatchObject({
      unit: 'town',
      origin: 'hand',
      meanDailyUse: null
    });
    expect(after.peopleCounts.get('people-far')).toMatchObject({ red: 2, yellow: 0, masked: [], version: 1 });
  });

  it('of no change touches dates alone', () => {
    const { after, change, kept } = apply(facts(), { noChange: true });
    for (const { before, after: next } of change.edits) {
      const differing = Object.keys(next ?? {}).filter(
        (key) => JSON.stringify(next?.[key as never]) !== JSON.stringify(before?.[key as never])
      );
      expect(['countedAt', 'countedOn', 'reportedAt', 'editedFields', 'version']).toEqual(
        expect.arrayContaining(differing)
      );
    }
    expect(after.stock.get('clinic-paracetamol')?.countedAt).toBe(blank.reportedAt);
    expect(kept.stock).toMatchObject([{ usedToday: null, lots: [{ doses: 139 }] }]);
  });

  describe('made before others acted and sent after it', () => {
    const LATER = '2026-11-22T09:30:00Z';
    const EARLIER = '2026-11-22T08:30:00Z';
    const changed = (collection: string) => (result: ReturnType<typeof apply>) =>
      result.change.edits.filter((edit) => edit.collection === collection);
    const withStock = (more: Partial<Stock>): Situation => {
      const area = facts();
      return { ...area, stock: new Map([...area.stock].map(([id, each]) => [id, { ...each, ...more }])) };
    };

    it.each([
      ['counted', { countedAt: LATER }],
      ['picked or received', { movedAt: LATER }]
    ])('doses %s since stand, and only they', (_name, more) => {
      const late = apply(withStock(more), { facility: { staffNow: 3 }, stock: stock(1000, 6) });
      expect(late.passedOver).toEqual([{ itemId: `stock/${MEDICINE}`, reason: 'changed-since' }]);
      expect(changed('stock')(late)).toEqual([]);
      expect(late.after.facilities.get(CLINIC)).toMatchObject({ staffNow: 3, reportedAt: blank.reportedAt });
      const [use] = late.kept.use;
      expect(use.after).toBe(use.before);
      const inTime = apply(withStock({ countedAt: EARLIER, movedAt: EARLIER }), { stock: stock(1000) });
      expect([inTime.passedOver, changed('stock')(inTime).length]).toEqual([[], 1]);
    });

    it('"no change" confirms no count that is newer, and needs not say so', () => {
      const late = apply(withStock({ countedAt: LATER }), { noChange: true });
      expect([late.passedOver, changed('stock')(late)]).toEqual([[], []]);
    });

    it('a vehicle set since stands; one that stands as stated is no news', () => {
      const area = facts();
      const [first] = area.vehicles.values();
      const at = (statusAt: string): Situation => {
        const broken = { status: 'out-of-service', outOfServiceReason: 'mechanical', minutesToReady: 1 } as const;
        return { ...area, vehicles: new Map([[first.id, { ...first, ...broken, statusAt }]]) };
      };
      const ready = { vehicleId: first.id, ready: true, minutesToReady: 1, outOfServiceReason: null };
      const late = apply(at(LATER), { vehicles: [ready] });
      expect(late.passedOver).toEqual([{ itemId: `vehicle/${first.id}`, reason: 'changed-since' }]);
      expect(changed('vehicles')(late)).toEqual([]);
      const same = { ...ready, ready: false, outOfServiceReason: 'mechanical' as const };
      expect(apply(at(LATER), { vehicles: [same] }).passedOver).toEqual([]);
      expect(apply(at(EARLIER), { vehicles: [ready] }).after.vehicles.get(first.id)).toMatchObject({
        status: 'available'
      });
    });

    it('beds kept since stand, both numbers of them; the rest of the site is as reported', () => {
      const beds = { bedsTotal: 10, bedsFree: 4 };
      const stated = { bedsTotal: 3, bedsFree: 3, staffNow: 9 };
      const late = apply(
        facts(() => ({ ...beds, bedsAt: LATER })),
        { facility: stated }
      );
      expect(late.passedOver).toEqual([
        { itemId: 'field/bedsTotal', reason: 'changed-since' },
        { itemId: 'field/bedsFree', reason: 'changed-since' }
      ]);
      expect(late.after.facilities.get(CLINIC)).toMatchObject({ ...beds, staffNow: 9 });
      const inTime = apply(
        facts(() => ({ ...beds, bedsAt: EARLIER })),
        { facility: stated }
      );
      expect([inTime.passedOver, inTime.after.facilities.get(CLINIC)]).toMatchObject([[], stated]);
      expect(() =>
        apply(
          facts(() => beds),
          { facility: { bedsTotal: 3 } }
        )
      ).toThrow(ReportError);
    });
  });

  it('stated again changes nothing more', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.option(fc.nat(300)), fc.nat(90), (doses, used, red) => {
        const more = {
          stock: stock(doses, used),
          people: [{ villageId: NEAR, counts: { red } }],
          facility: { staffNow: red }
        };
        const first = apply(facts(), more);
        const history = useHistory([{ reportedOn: blank.reportedOn, content: first.kept }]);
        const again = reportChange({ facts: first.after, report: report(more), history, pack });
        expect(again.change.edits).toEqual([]);
        expect(mergeKept(first.kept, again.kept)).toEqual(first.kept);
      })
    );
  });

  it('a second report without use keeps the use stated first', () => {
    const first = apply(facts(), { stock: stock(100, 24) });
    const history = useHistory([{ reportedOn: blank.reportedOn, content: first.kept }]);
    const second = report({ stock: stock(90), reportedAt: '2026-11-22T10:00:00Z' });
    const next = reportChange({ facts: first.after, report: second, history, pack });
    expect(applyChange(first.after, next.change).stock.get('clinic-paracetamol')?.meanDailyUse).toBe(11);
    expect(mergeKept(first.kept, next.kept).stock[0]).toMatchObject({ usedToday: 24, lots: [{ doses: 90 }] });
  });

  it.each([
    [{ reportedOn: '2026-11-21' }, 'reportedOn'],
    [{ reportedOn: '2026-11-23' }, 'reportedOn'],
    [{ facilityId: 'none' as FacilityId }, 'facilityId'],
    [{ people: [{ villageId: 'elsewhere' as VillageId, counts: {} }] }, 'count/elsewhere'],
    [{ facility: { bedsFree: 1 } }, 'field/bedsFree']
  ])('refuses %o, naming %s', (more, item) => {
    const run = () => apply(facts(), more as Partial<DailyReport>);
    expect(run).toThrow(ReportError);
    expect(run).toThrow(new RegExp(`^${item}:`));
  });

  it('knows the day by the county’s clocks: late in the evening in UTC it is the next day there', () => {
    const at = { reportedAt: '2026-11-22T17:30:00Z' };
    expect(() => apply(facts(), { ...at, reportedOn: '2026-11-23' })).not.toThrow();
    expect(() => apply(facts(), { ...at, reportedOn: '2026-11-22' })).toThrow('must be 2026-11-23');
  });

  it('counts for the day it was made, whenever it comes: after midnight for the new day, never for the one before', () => {
    const cutOff = Date.parse('2026-11-23T12:00:00Z');
    const silent = (reportedAt: string, reportedOn: string) => {
      const { after } = apply(facts(), { reportedAt, reportedOn });
      return lateReporters(after, pack, cutOff).late.find(({ facilityId }) => facilityId === blank.facilityId);
    };
    expect(silent('2026-11-22T15:59:00Z', '2026-11-22')).toMatchObject({ daysMissed: 1 });
    expect(silent('2026-11-22T16:30:00Z', '2026-11-23')).toBeUndefined();
  });
});

describe('a whole sample area', () => {
  it('every site’s own form is a report without odd jumps that the parser takes and that changes only dates', () => {
    const { situation } = tinyArea();
    const sample = makeSample({
      townships: [...situation.townships.values()],
      villages: [...situation.villages.values()].map((each) => ({ ...each, unit: town })),
      facilities: [...situation.facilities.values()].map((each) => ({ ...each, unit: town })),
      seed: 5,
      today: '2026-11-22'
    });
    const map = <T extends { id: string }>(records: T[]) => new Map(records.map((each) => [each.id, each]));
    const area = {
      ...facts(),
      facilities: map(sample.facilities),
      stock: map(sample.stock),
      peopleCounts: map(sample.peopleCounts),
      vehicles: map(sample.vehicles),
      medicines: map(sample.medicines)
    };
    for (const id of area.facilities.keys()) {
      const form = reportForm(area, id as FacilityId);
      const whole = report({ facilityId: id as FacilityId, ...form.standing });
      const odd = oddJumps({ report: whole, form, villages: area.villages, pack });
      expect(odd.filter(({ phrase }) => phrase.code !== 'odd-expired')).toEqual([]);
      const read = parseReport(JSON.parse(JSON.stringify(whole)));
      const { change } = reportChange({ facts: area, report: read, history: new Map(), pack });
      const moved = change.edits.flatMap(({ before, after }) =>
        Object.keys(after ?? {}).filter(
          (key) => JSON.stringify(before?.[key as never]) !== JSON.stringify(after?.[key as never])
        )
      );
      expect(['countedAt', 'countedOn', 'reportedAt', 'editedFields', 'version']).toEqual(
        expect.arrayContaining(moved)
      );
    }
  });
});
