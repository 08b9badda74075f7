import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK_FACILITY } from '../model/blank-facility';
import type { FacilityId, TownshipId, VillageId } from '../model/ids';
import type { Facility, FacilityTier, Township, Village } from '../model/records';
import { checkZones } from '../duty/check-zones';
import { dutyCover } from '../duty/duty-cover';
import { duePosts } from '../duty/due-posts';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { makeSample, type Sample, type SampleInput } from './make-sample';

const today = '2026-11-21';

/** A county on a grid: `towns` townships, each a hospital with four clinics and eight villages; two hospitals above. */
function county(towns: number): SampleInput {
  const townships: Township[] = [];
  const villages: Village[] = [];
  const facilities: Facility[] = [];
  const base = { origin: 'pack' as const, editedFields: [], version: 1 };
  const site = (id: string, tier: FacilityTier, town: TownshipId, lon: number, lat: number) =>
    facilities.push({
      ...BLANK_FACILITY,
      ...base,
      id: id as FacilityId,
      unit: town,
      names: { local: id },
      tier,
      townshipId: town,
      parentId: null,
      allianceId: null,
      lon,
      lat,
      open: false
    });
  for (let t = 0; t < towns; t++) {
    const id = `t${t}` as TownshipId;
    townships.push({
      ...base,
      id,
      unit: id,
      names: { local: id },
      code: null,
      seatFacilityId: `h${t}` as FacilityId,
      derived: true
    });
    site(`h${t}`, 'township-hospital', id, 43 + t * 0.1, -11.5);
    for (let c = 0; c < 4; c++) site(`c${t}-${c}`, 'village-clinic', id, 43 + t * 0.1 + 0.02 * (c - 1.5), -11.45);
    for (let v = 0; v < 8; v++)
      villages.push({
        ...base,
        id: `v${t}-${v}` as VillageId,
        unit: id,
        names: { local: `v${t}-${v}` },
        code: null,
        townshipId: id,
        lon: 43 + t * 0.1 + 0.01 * (v - 3.5),
        lat: -11.46,
        residents: 500 + 137 * v,
        residentsSource: 'made for the test',
        residentsDate: null,
        residentsCompare: null,
        areaKm2: 2,
        touristVillage: v === 0
      });
  }
  if (towns > 0) {
    site('sub0', 'sub-designated', 't0' as TownshipId, 43, -11.7);
    site('sub1', 'sub-designated', `t${towns - 1}` as TownshipId, 43 + towns * 0.1, -11.7);
    site('top', 'designated', 't0' as TownshipId, 43.01, -11.7);
  }
  return { townships, villages, facilities, seed: 1, today };
}

const mapOf = <T extends { id: string }>(records: readonly T[]) => new Map(records.map((each) => [each.id, each]));
const collections = ({ facilities, alliances, vehicles, posts }: Sample, { townships, villages }: SampleInput) => ({
  townships: mapOf(townships),
  villages: mapOf(villages),
  facilities: mapOf(facilities),
  alliances: mapOf(alliances),
  vehicles: mapOf(vehicles),
  posts: mapOf(posts)
});

describe('makeSample', () => {
  it('is the same for the same seed and another for another', () => {
    const input = county(5);
    expect(makeSample(input)).toEqual(makeSample(input));
    const ailing = (seed: number) => {
      const { facilities } = makeSample({ ...input, seed });
      return facilities.filter((each) => each.tier === 'village-clinic' && each.oximeters < 2).map((each) => each.id);
    };
    expect(ailing(1)).not.toEqual(ailing(2));
  });

  it('labels everything sample but the rule pack, and keeps ground facts', () => {
    const input = county(3);
    const sample = makeSample(input);
    const { isolateVillageIds, ...collections } = sample;
    expect(isolateVillageIds).toHaveLength(input.villages.length);
    for (const records of Object.values(collections))
      for (const record of records) expect(record.origin).toBe('sample');
    const ground = ({ id, names, tier, lon, lat, townshipId }: Facility) => ({ id, names, tier, lon, lat, townshipId });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(sample.facilities.map(ground)).toEqual(input.facilities.map(ground).sort(byId));
  });

  it('holds every promised fault, whatever the seed', () => {
    const input = county(5);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const sample = makeSample({ ...input, seed });
        const { facilities, stock, vehicles, medicines, posts } = sample;
        const towns = facilities.filter((each) => each.tier === 'township-hospital');
        const hospitals = facilities.filter((each) => each.tier !== 'village-clinic');
        expect(hospitals.some((each) => each.bedsFree === 0)).toBe(true);
        const empty = hospitals.filter((each) => each.bedsFree === each.bedsTotal);
        expect(empty).toHaveLength(1);
        expect(stock.filter((each) => each.facilityId === empty[0].id).flatMap((each) => each.lots)).toEqual([]);
        expect(facilities.filter((each) => each.tier === 'designated').every((each) => each.bedsFree > 0)).toBe(true);
        expect(facilities.some((each) => each.reportedAt === null)).toBe(true);
        expect(
          towns.some((each) => each.ambulanceEligible && !vehicles.some((v) => v.baseFacilityId === each.id))
        ).toBe(true);
        expect(stock.some((each) => each.meanDailyUse === null)).toBe(true);
        expect(stock.some((each) => each.meanDailyUse === 0)).toBe(true);
        const usable = (lots: { doses: number; expiresOn: string }[]) =>
          lots.filter((each) => each.expiresOn >= today).reduce((sum, each) => sum + each.doses, 0);
        const antipyretic = medicines.find((each) => each.medicineClass === 'antipyretic')?.id;
        const short = stock.filter(
          (each) => each.medicineId === antipyretic && each.meanDailyUse && usable(each.lots) < 14 * each.meanDailyUse
        );
        expect(short.length).toBeGreaterThanOrEqual(3);
        expect(
          stock.some((each) => each.lots.some((lot) => lot.expiresOn < today && lot.doses > usable(each.lots)))
        ).toBe(true);
        const ready = vehicles.filter((each) => each.status === 'available').length;
        expect(ready).toBeGreaterThan(vehicles.length / 2);
        expect(vehicles.some((each) => each.outOfServiceReason === 'mechanical')).toBe(true);
        expect(posts.filter(({ person }) => person === '')).toHaveLength(1);
        const due = duePosts(collections(sample, input));
        const held = new Set(posts.map(({ id }) => id));
        expect(due.filter(({ id }) => !held.has(id))).toHaveLength(1);
      }),
      { numRuns: 60, seed: 20261121 }
    );
  });

  it('gives twelve vehicles to a county of five towns, each with a crew and a call sign of its own', () => {
    const { vehicles, crews } = makeSample(county(5));
    expect(vehicles.filter((each) => each.kind === 'ambulance')).toHaveLength(8);
    expect(vehicles.filter((each) => each.kind === 'reserve')).toHaveLength(4);
    expect(new Set(vehicles.map((each) => each.callSign)).size).toBe(vehicles.length);
    expect(crews.map((each) => each.vehicleId).sort()).toEqual(vehicles.map((each) => each.id).sort());
  });

  it('puts every township into one zone with a hospital, and leaves one night of the week without duty', () => {
    const input = county(5);
    const sample = makeSample(input);
    const facts = { ...collections(sample, input), zones: mapOf(sample.zones), dutyShifts: mapOf(sample.dutyShifts) };
    const { zones, missing, double } = checkZones(facts, () => 60_000);
    expect([zones.length, missing, double]).toEqual([3, [], []]);
    expect(zones.every(({ facilityId }) => facilityId !== null)).toBe(true);
    const now = Date.parse(`${today}T06:00:00Z`);
    const [county24] = dutyCover(facts, { pack: DEFAULT_RULE_PACK, now });
    // 20:00 of the day after tomorrow to 8:00 of the next, eight hours ahead of UTC.
    expect(county24.uncovered).toEqual([
      { from: Date.parse('2026-11-23T12:00:00Z'), until: Date.parse('2026-11-24T00:00:00Z') }
    ]);
  });

  it('has unique ids, whole counts and labels that add up', () => {
    const sample = makeSample(county(5));
    for (const records of [
      sample.facilities,
      sample.stock,
      sample.peopleCounts,
      sample.vehicles,
      sample.suppliers,
      sample.posts,
      sample.dutyShifts
    ])
      expect(new Set(records.map((each) => each.id)).size).toBe(records.length);
    for (const count of sample.peopleCounts) {
      expect(count.red + count.yellow + count.green).toBe(count.aged65);
      expect(count.aged80).toBeLessThanOrEqual(count.aged65);
      expect(count.vaccinated60).toBeLessThanOrEqual(count.target60);
      expect(count.contactsDone).toBeLessThanOrEqual(2 * count.yellow + 3 * count.red);
      for (const value of [count.aged65, count.red, count.yellow, count.green, count.returnees, count.contactsDone])
        expect(Number.isInteger(value) && value >= 0).toBe(true);
    }
  });

  it('leaves a facility as it was when another is added', () => {
    const small = makeSample(county(5));
    const input = county(5);
    const extra = makeSample({
      ...input,
      facilities: [...input.facilities, { ...input.facilities[1], id: 'zz' as FacilityId }]
    });
    const beds = (id: string, facilities: Facility[]) => facilities.find((each) => each.id === id)?.bedsTotal;
    for (const { id } of small.facilities) expect(beds(id, extra.facilities)).toBe(beds(id, small.facilities));
  });

  it('makes what can be made where places are missing', () => {
    const input = county(2);
    expect(makeSample({ ...input, villages: [], townships: [], facilities: [] })).toMatchObject({
      facilities: [],
      vehicles: [],
      stock: [],
      peopleCounts: [],
      isolateVillageIds: []
    });
    expect(makeSample({ ...input, villages: [] }).facilities).toHaveLength(input.facilities.length);
    expect(makeSample({ ...input, facilities: [] }).peopleCounts).toHaveLength(input.villages.length);
    const unplaced = input.facilities.map((each) => ({ ...each, lon: null, lat: null }));
    expect(makeSample({ ...input, facilities: unplaced }).vehicles).toEqual([]);
    expect(makeSample({ ...input, facilities: input.facilities.slice(1, 2) }).stock).toHaveLength(4);
  });
});
