import type { AllianceId, FacilityId } from '../model/ids';
import type { Alliance, Capability, Facility, FacilityTier, Township } from '../model/records';
import { randomOf, type Random } from './random';
import { byId, nearestFacility } from './sample-place';
import { clockOf } from './sample-time';

/** Faults the sample puts into the sites, each at its own site while there are enough of them. */
export interface FacilityFaults {
  /** Hospital without a free bed. */
  full: FacilityId | null;
  /** Hospital without a patient, its medicine cupboard bare. */
  empty: FacilityId | null;
  /** Site that has never reported. */
  silent: FacilityId | null;
  /** Eligible township hospital without an ambulance. */
  withoutAmbulance: FacilityId | null;
}

/** Hospitals grouped under the sub-designated hospital nearest to them in a straight line. */
export function sampleAlliances(facilities: readonly Facility[]): Alliance[] {
  const designated = byId(facilities.filter((each) => each.tier === 'designated'));
  const subs = byId(facilities.filter((each) => each.tier === 'sub-designated'));
  const base = { unit: 'county' as const, origin: 'sample' as const, editedFields: [] as string[], version: 1 };
  const name = (facility: Facility) => ({
    local: `${facility.names.local} (alliance)`,
    en: `${facility.names.en ?? facility.names.local} alliance`,
    zh: `${facility.names.zh ?? facility.names.local}医联体`
  });
  if (subs.length > 0 && designated.length > 0) {
    return subs.map((sub) => {
      const lead = nearestFacility(sub, designated) ?? designated[0];
      return {
        ...base,
        id: `alliance-${sub.id}` as AllianceId,
        names: name(sub),
        leadFacilityId: lead.id,
        designatedFacilityId: lead.id,
        subDesignatedFacilityId: sub.id
      };
    });
  }
  return designated.map((lead) => ({
    ...base,
    id: `alliance-${lead.id}` as AllianceId,
    names: name(lead),
    leadFacilityId: lead.id,
    designatedFacilityId: lead.id,
    subDesignatedFacilityId: null
  }));
}

/** Operational fields of every facility; ground facts (name, tier, position, address) stay as they are. */
export function sampleFacilities(input: {
  townships: readonly Township[];
  facilities: readonly Facility[];
  alliances: readonly Alliance[];
  seed: number;
  today: string;
}): { facilities: Facility[]; faults: FacilityFaults } {
  const { townships, alliances, seed, today } = input;
  const sorted = byId(input.facilities);
  const seats = new Map(townships.map((each) => [each.id, each.seatFacilityId]));
  const hospitals = sorted.filter((each) => each.tier === 'township-hospital');
  const heads = sorted.filter((each) =>
    alliances.some((a) => (a.subDesignatedFacilityId ?? a.designatedFacilityId) === each.id)
  );
  const filled = sorted.map((facility) => {
    const clinic = facility.tier === 'village-clinic';
    const seat = seats.get(facility.townshipId) ?? null;
    const parentId = clinic ? (facility.parentId ?? seat ?? nearestFacility(facility, hospitals)?.id ?? null) : null;
    const parent = sorted.find((each) => each.id === parentId) ?? facility;
    const head =
      heads.find((each) => each.id === facility.id) ??
      nearestFacility(parent, heads) ??
      (heads[0] as Facility | undefined);
    const alliance = alliances.find(
      (each) =>
        (each.subDesignatedFacilityId ?? each.designatedFacilityId) === head?.id || each.leadFacilityId === facility.id
    );
    const { unknown: _unknown, ...place } = facility;
    const operation = operations(facility.tier, randomOf(seed, `facility/${facility.id}`), today);
    return {
      ...place,
      ...operation,
      // Two beds in five have oxygen; hours are those of the county's plain case.
      oxygenBeds: Math.round(operation.bedsTotal * 0.4),
      openingHours: facility.openingHours || (operation.open24h ? '0:00–24:00' : '8:00–12:00, 14:00–18:00'),
      feverHours: facility.feverHours || (operation.feverSet ? '0:00–24:00' : ''),
      parentId,
      allianceId: facility.allianceId ?? alliance?.id ?? null,
      telephone: facility.telephone || '000 00 00',
      origin: 'sample' as const
    };
  });
  return spoil(filled, seed, today);
}

type Operations = Omit<
  Facility,
  | 'id'
  | 'unit'
  | 'origin'
  | 'editedFields'
  | 'version'
  | 'names'
  | 'tier'
  | 'townshipId'
  | 'parentId'
  | 'allianceId'
  | 'lon'
  | 'lat'
  | 'address'
  | 'telephone'
  | 'oxygenBeds'
  | 'openingHours'
  | 'feverHours'
>;

/** A site where nothing is amiss, by tier. */
function operations(tier: FacilityTier, random: Random, today: string): Operations {
  const common = {
    open: true,
    feverFlowSafe: true,
    prescribesFever: true,
    insuranceDesignated: true,
    published: true,
    // The two hours before the UTC day `today`: never to come, and in the zones of Asia and Africa that very day.
    reportedAt: clockOf(today, 0, -random.whole(1, 120))
  };
  const staff = (low: number, high: number) => {
    const baseline = random.whole(low, high);
    return { staffBaseline: baseline, staffNow: baseline + random.whole(0, 2) };
  };
  const beds = (low: number, high: number) => {
    const total = random.whole(low, high);
    return { bedsTotal: total, bedsFree: Math.max(2, Math.round(total * random.between(0.12, 0.45))) };
  };
  const fever = { feverShould: true, feverSet: true, feverOpen: true };
  switch (tier) {
    case 'village-clinic':
      return {
        ...common,
        ...staff(2, 4),
        open24h: false,
        capabilities: random.chance(0.3) ? (['oxygen'] as Capability[]) : [],
        bedsTotal: 0,
        bedsFree: 0,
        icuBeds: 0,
        convertibleIcuBeds: 0,
        convertHours: null,
        oximeters: random.whole(2, 4),
        drEligible: false,
        drUnits: 0,
        ambulanceEligible: false,
        feverShould: false,
        feverSet: false,
        feverOpen: false
      };
    case 'township-hospital':
      return {
        ...common,
        ...staff(12, 34),
        ...beds(14, 40),
        ...fever,
        open24h: true,
        capabilities: ['oxygen', 'stretcher', 'fever-clinic', ...(random.chance(0.6) ? ['obstetric' as const] : [])],
        icuBeds: 0,
        convertibleIcuBeds: 0,
        convertHours: null,
        oximeters: random.whole(20, 30),
        drEligible: true,
        drUnits: 1,
        ambulanceEligible: true
      };
    case 'sub-designated':
      return {
        ...common,
        ...staff(60, 140),
        ...beds(60, 120),
        ...fever,
        open24h: true,
        capabilities: ['oxygen', 'monitor', 'stretcher', 'fever-clinic', 'obstetric'],
        icuBeds: random.whole(2, 4),
        convertibleIcuBeds: random.whole(2, 6),
        convertHours: random.whole(8, 24),
        oximeters: random.whole(40, 80),
        drEligible: true,
        drUnits: random.whole(1, 2),
        ambulanceEligible: true
      };
    case 'designated':
      return {
        ...common,
        ...staff(220, 420),
        ...beds(180, 320),
        ...fever,
        open24h: true,
        capabilities: ['oxygen', 'icu', 'dialysis', 'monitor', 'ventilator', 'stretcher', 'fever-clinic', 'obstetric'],
        icuBeds: random.whole(8, 14),
        convertibleIcuBeds: random.whole(6, 12),
        convertHours: random.whole(8, 24),
        oximeters: random.whole(80, 160),
        drEligible: true,
        drUnits: random.whole(2, 4),
        ambulanceEligible: true
      };
  }
}

/** Puts the faults in: one in six clinics and one of each kind among the township hospitals. */
function spoil(
  facilities: Facility[],
  seed: number,
  today: string
): { facilities: Facility[]; faults: FacilityFaults } {
  const random = randomOf(seed, 'facility-faults');
  const clinics = random.shuffle(facilities.filter((each) => each.tier === 'village-clinic'));
  const towns = random.shuffle(facilities.filter((each) => each.tier === 'township-hospital'));
  const subs = random.shuffle(facilities.filter((each) => each.tier === 'sub-designated'));
  const changes = new Map<FacilityId, Partial<Facility>>();
  const change = (facility: Facility | undefined, fields: Partial<Facility>) => {
    if (facility) changes.set(facility.id, { ...changes.get(facility.id), ...fields });
  };
  const sixth = Math.ceil(clinics.length / 6);
  clinics.slice(0, sixth).forEach((each) => change(each, { oximeters: random.whole(0, 1) }));
  clinics
    .slice(sixth, sixth + Math.ceil(clinics.length / 10))
    .forEach((each) => change(each, { staffNow: Math.max(0, each.staffBaseline - random.whole(1, 2)) }));
  clinics
    .slice(-Math.ceil(clinics.length / 12) - 1, -1)
    .forEach((each) => change(each, { published: false, reportedAt: clockOf(today, -random.whole(2, 4), 600) }));
  const silent = clinics.length > 1 ? clinics[clinics.length - 1] : undefined;
  change(silent, { reportedAt: null, oximeters: 0, staffNow: 0, published: false });
  const at = (i: number): Facility | undefined => (towns.length > 0 ? towns[i % towns.length] : undefined);
  const withoutAmbulance = at(0);
  change(at(0), { oximeters: random.whole(8, 18) });
  change(at(1), { drUnits: 0 });
  change(at(2), { feverOpen: false, open24h: false });
  change(at(3), { feverSet: false, feverOpen: false, published: false });
  const empty = at(4);
  if (empty) change(empty, { bedsFree: empty.bedsTotal, staffNow: Math.ceil(empty.staffBaseline / 2) });
  const full = subs[0] ?? at(0);
  if (full !== empty) change(full, { bedsFree: 0 });
  change(subs[subs.length - 1], { convertHours: 36 });
  return {
    facilities: facilities.map((each) => ({ ...each, ...changes.get(each.id) })),
    faults: {
      full: full && full !== empty ? full.id : null,
      empty: empty?.id ?? null,
      silent: silent?.id ?? null,
      withoutAmbulance: withoutAmbulance?.id ?? null
    }
  };
}
