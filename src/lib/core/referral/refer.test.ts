import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alliance, Capability, Facility, FacilityTier, Township, Village } from '../model/records';
import { CAPABILITIES, FACILITY_TIERS, GRADES } from '../model/records';
import type { PatientCase } from '../model/results';
import { MATRIX_REASONS, type Router } from '../routing/routing';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { decideCare } from './decide-care';
import { refer } from './refer';

interface Site {
  id: string;
  tier: FacilityTier;
  /** Seconds from the village; null = no way. */
  at: number | null;
  alliance?: string;
  can?: Capability[];
  free?: number;
  open?: boolean;
  silent?: boolean;
}
const ALL = [...CAPABILITIES];

function ask(sites: Site[], patient: Partial<PatientCase>, alliances: Partial<Alliance>[] = []) {
  const facilities = sites.map(
    (site) =>
      ({
        id: site.id,
        tier: site.tier,
        townshipId: 't',
        allianceId: site.alliance ?? null,
        open: site.open ?? true,
        capabilities: site.can ?? ALL,
        bedsTotal: 10,
        bedsFree: site.free ?? 3,
        reportedAt: site.silent ? null : '2026-11-20T08:00:00Z'
      }) as unknown as Facility
  );
  const times = new Map(sites.map((site) => [site.id, site.at]));
  const router: Pick<Router, 'matrix'> = {
    matrix: (from, to) => ({
      rows: from.length,
      columns: to.length,
      ms: Uint32Array.from(to, ({ id }) => (times.get(id) ?? 0) * 1000),
      mm: Uint32Array.from(to, ({ id }) => (times.get(id) ?? 0) * 10),
      reason: Uint8Array.from(to, ({ id }) => (times.get(id) === null ? MATRIX_REASONS.indexOf('unconnected-part') : 0))
    })
  };
  const map = <T extends { id?: string }>(list: T[]) => new Map(list.map((each) => [String(each.id), each]));
  return refer({
    situation: {
      villages: map([{ id: 'v', townshipId: 't' } as Village]),
      facilities: map(facilities),
      townships: map([{ id: 't', seatFacilityId: 'h' } as Township]),
      alliances: map(alliances as Alliance[])
    },
    router,
    villageId: 'v' as Village['id'],
    patient: { grade: 'ordinary', severeDisease: false, aged: false, stable: true, dialysis: false, ...patient },
    pack: DEFAULT_RULE_PACK
  });
}
const reasonsOf = (answer: ReturnType<typeof ask>) =>
  Object.fromEntries(answer.passedOver.map((each) => [each.facilityId, each.reasons.map(({ code }) => code)]));

const county: Site[] = [
  { id: 'c', tier: 'village-clinic', at: 60 },
  { id: 'h', tier: 'township-hospital', at: 300, alliance: 'a' },
  { id: 'b1', tier: 'sub-designated', at: 900, alliance: 'b' },
  { id: 'a1', tier: 'sub-designated', at: 1800, alliance: 'a' },
  { id: 'd', tier: 'designated', at: 2400, alliance: 'b' }
];

describe('refer', () => {
  it('sends an ordinary case to its own alliance, though another is nearer', () => {
    const answer = ask(county, {});
    expect(answer.target).toMatchObject({ facilityId: 'a1', ms: 1_800_000, ownAlliance: true });
    expect(answer.alternatives.map((each) => each.facilityId)).toEqual(['b1', 'd']);
    expect(reasonsOf(answer)).toEqual({
      c: ['passed-tier-too-low'],
      h: ['passed-tier-too-low'],
      b1: ['passed-other-alliance']
    });
    expect(answer.passedOver.map((each) => each.ms)).toEqual([60_000, 300_000, 900_000]);
  });

  it('changes the target when the hospital fills, closes, cannot, or is out of reach', () => {
    const changed = (id: string, change: Partial<Site>) =>
      ask(
        county.map((site) => (site.id === id ? { ...site, ...change } : site)),
        {}
      );
    for (const [change, reason] of [
      [{ free: 0 }, 'passed-no-free-bed'],
      [{ free: 0, silent: true }, 'passed-beds-unknown'],
      [{ open: false }, 'passed-closed'],
      [{ can: ['monitor'] }, 'passed-lacks-oxygen'],
      [{ at: null }, 'passed-no-way-unconnected-part']
    ] as [Partial<Site>, string][]) {
      const answer = changed('a1', change);
      expect(answer.target?.facilityId).toBe('b1');
      expect(reasonsOf(answer).a1).toEqual([reason]);
    }
  });

  it('lets a designated hospital take a lesser case only when no sub-designated one can', () => {
    const without = county.map((site) => (site.tier === 'sub-designated' ? { ...site, free: 0 } : site));
    expect(ask(without, {}).target?.facilityId).toBe('d');
    const near = county.map((site) => (site.id === 'd' ? { ...site, at: 10 } : site));
    const answer = ask(near, {});
    expect(answer.target?.facilityId).toBe('a1');
    expect(reasonsOf(answer).d).toEqual(['passed-higher-tier']);
  });

  it('never sends a severe case to a lesser hospital', () => {
    const answer = ask(
      county.map((site) => (site.id === 'd' ? { ...site, free: 0 } : site)),
      { grade: 'severe' }
    );
    expect(answer).toMatchObject({
      carePlace: 'designated',
      needs: ['oxygen', 'icu'],
      target: null,
      alternatives: [],
      noTargetReason: { code: 'refer-none-free' }
    });
    expect(reasonsOf(answer)).toEqual({ d: ['passed-no-free-bed'] });
  });

  it('names what stands in the way of all', () => {
    const only = (change: Partial<Site>) =>
      ask([{ id: 'd', tier: 'designated', at: 1, ...change }], { grade: 'severe' }).noTargetReason?.code;
    expect(ask([], { grade: 'severe' }).noTargetReason?.code).toBe('refer-no-severe-site');
    expect(ask([], { grade: 'ordinary' }).noTargetReason?.code).toBe('refer-none-of-tier');
    expect(only({ at: null })).toBe('refer-none-reachable');
    expect(only({ free: 0 })).toBe('refer-none-free');
    expect(only({ can: ['oxygen'] })).toBe('refer-no-severe-site');
    expect(only({ open: false })).toBe('refer-none-open');
    const mixed: Site[] = [
      { id: 'd', tier: 'designated', at: 1, free: 0 },
      { id: 'e', tier: 'designated', at: 2, open: false }
    ];
    expect(ask(mixed, { grade: 'severe' }).noTargetReason?.code).toBe('refer-none-suitable');
  });

  it('keeps a mild case at home under the nearest open primary site', () => {
    expect(ask(county, { grade: 'mild' })).toMatchObject({
      carePlace: 'home',
      target: null,
      monitoringSite: { facilityId: 'c', ms: 60_000 },
      noTargetReason: { code: 'refer-home' }
    });
    const shut = county.map((site) => (site.id === 'c' ? { ...site, open: false } : site));
    expect(ask(shut, { grade: 'mild' }).monitoringSite?.facilityId).toBe('h');
    expect(ask([], { grade: 'mild' })).toMatchObject({
      monitoringSite: null,
      noTargetReason: { code: 'refer-home-no-site' }
    });
  });

  it('counts the hospitals an alliance sends to as its own', () => {
    const lead = { id: 'a', designatedFacilityId: 'd', subDesignatedFacilityId: 'a1' } as Partial<Alliance>;
    expect(ask(county, { grade: 'severe' }, [lead]).target).toMatchObject({ facilityId: 'd', ownAlliance: true });
    expect(ask(county, { grade: 'severe' }).target).toMatchObject({ facilityId: 'd', ownAlliance: false });
  });

  it('refuses an unknown village', () => {
    expect(() =>
      refer({
        situation: { villages: new Map(), facilities: new Map(), townships: new Map(), alliances: new Map() },
        router: {
          matrix: () => {
            throw new Error('not asked');
          }
        },
        villageId: 'x' as Village['id'],
        patient: { grade: 'mild', severeDisease: false, aged: false, stable: true, dialysis: false },
        pack: DEFAULT_RULE_PACK
      })
    ).toThrow('No village "x"');
  });
});

describe('properties', () => {
  const site = fc.record({
    tier: fc.constantFrom(...FACILITY_TIERS),
    at: fc.option(fc.integer({ min: 0, max: 9000 })),
    alliance: fc.constantFrom('a', 'b'),
    can: fc.subarray(ALL),
    free: fc.integer({ min: 0, max: 2 }),
    open: fc.boolean()
  });
  const patient = fc.record({
    grade: fc.constantFrom(...GRADES),
    severeDisease: fc.boolean(),
    aged: fc.boolean(),
    stable: fc.boolean(),
    dialysis: fc.boolean()
  });

  it('the target and both alternatives can, are open, have a bed and a way; the target is best; each nearer site says why not', () => {
    fc.assert(
      fc.property(fc.array(site, { maxLength: 10 }), patient, (list, sick) => {
        const sites = list.map((each, i) => ({ ...each, id: i === 0 ? 'h' : `f${i}` }));
        const answer = ask(sites, sick);
        const { carePlace, needs } = decideCare(sick, DEFAULT_RULE_PACK);
        const least = FACILITY_TIERS.indexOf(carePlace === 'home' ? 'village-clinic' : carePlace);
        const fit = sites.filter(
          (each) =>
            FACILITY_TIERS.indexOf(each.tier) >= least &&
            each.open &&
            each.free > 0 &&
            each.at !== null &&
            needs.every((need) => each.can.includes(need))
        );
        if (carePlace === 'home') {
          expect(answer.target).toBeNull();
          return;
        }
        const own = sites[0]?.alliance;
        const key = (each: (typeof sites)[number]) =>
          [
            each.tier === carePlace ? 0 : 1,
            each.alliance === own ? 0 : 1,
            String(each.at).padStart(6, '0'),
            each.id
          ].join('/');
        const expected = fit.map((each) => ({ id: each.id, key: key(each) })).sort((a, b) => (a.key < b.key ? -1 : 1));
        const got = [answer.target, ...answer.alternatives].flatMap((each) => each ?? []);
        expect(got.map((each) => each.facilityId)).toEqual(expected.slice(0, 3).map((each) => each.id));
        const chosen = sites.find((each) => each.id === answer.target?.facilityId);
        const told = new Set<string>(answer.passedOver.map((each) => each.facilityId));
        for (const each of sites) {
          if (chosen && each.at !== null && each.at < (chosen.at ?? 0)) expect(told).toContain(each.id);
          if (each === chosen) expect(told).not.toContain(each.id);
        }
        for (const each of answer.passedOver) expect(each.reasons.length).toBeGreaterThan(0);
      }),
      { seed: 11, numRuns: 400 }
    );
  });
});
