import type { FacilityId, TownshipId } from '../model/ids';
import type { Facility, FacilityCount } from '../model/records';
import type { RuleRef } from '../model/results';
import type { Situation } from '../model/situation';
import { isUnknown } from '../model/unknown-fields';
import { numberRule, ruleRef, type NumberRule, type RulePack } from '../rules/rule-pack';

export const EQUIPMENT_RULES = [
  'oximeters',
  'dr',
  'ambulance',
  'fever-set',
  'fever-open',
  'staff-baseline',
  'open-24h',
  'published',
  'icu-surge'
] as const;
export type EquipmentRule = (typeof EQUIPMENT_RULES)[number];

/** One rule at one facility (requirements 23–30, 34). Rules that do not apply to a facility give no finding. */
export interface EquipmentFinding {
  facilityId: FacilityId;
  rule: EquipmentRule;
  /** Units, vehicles, persons or beds; true or false for a yes-or-no rule; null where the site never reported it. */
  have: number | boolean | null;
  need: number | boolean;
  /** 0 when met; 1 for a yes-or-no rule that fails; null where not assessable. */
  shortBy: number | null;
  status: 'met' | 'short' | 'not-assessable';
  ref: RuleRef;
}

/**
 * Findings in order of facility id and rule.
 *
 * Oximeters: township hospitals and clinics. DR and ambulance: where eligible; an ambulance counts by its base, whatever
 * it is doing. Fever clinic: set where it should be, open where it is set, and then open 24 h with its place published.
 * Staff: now against the baseline. ICU: of the convertible beds those ready within the hours set, so `have` is the surge
 * (ICU + convertible in time) and `need` ICU + all convertible. Closed facilities are assessed like open ones: what is
 * missing there is still missing. A site that never reported, or never this figure, is not assessable, never fine.
 */
export function assessEquipment(input: {
  situation: Pick<Situation, 'facilities' | 'vehicles'>;
  pack: RulePack;
}): EquipmentFinding[] {
  const { situation, pack } = input;
  const ambulances = new Map<FacilityId, number>();
  for (const { kind, baseFacilityId } of situation.vehicles.values())
    if (kind === 'ambulance' && baseFacilityId !== null)
      ambulances.set(baseFacilityId, (ambulances.get(baseFacilityId) ?? 0) + 1);
  return [...situation.facilities.values()]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .flatMap((facility) => findingsOf(facility, ambulances.get(facility.id) ?? 0, pack));
}

function findingsOf(facility: Facility, ambulances: number, pack: RulePack): EquipmentFinding[] {
  const found: EquipmentFinding[] = [];
  const reported = facility.reportedAt !== null;
  const finding = (rule: EquipmentRule, code: NumberRule, have: number | boolean | null, need: number | boolean) => {
    const shortBy = have === null ? null : Math.max(0, Number(need) - Number(have));
    found.push({
      facilityId: facility.id,
      rule,
      have,
      need,
      shortBy,
      status: shortBy === null ? 'not-assessable' : shortBy > 0 ? 'short' : 'met',
      ref: ruleRef(pack, code)
    });
  };
  const known = <T>(value: T, ...figures: FacilityCount[]): T | null =>
    reported && !isUnknown(facility, ...figures) ? value : null;

  const oximeters: NumberRule | null =
    facility.tier === 'township-hospital'
      ? 'oximeters-township-hospital'
      : facility.tier === 'village-clinic'
        ? 'oximeters-village-clinic'
        : null;
  if (oximeters) finding('oximeters', oximeters, known(facility.oximeters, 'oximeters'), numberRule(pack, oximeters));
  if (facility.drEligible) finding('dr', 'dr-units', known(facility.drUnits, 'drUnits'), numberRule(pack, 'dr-units'));
  // The fleet is on record whether or not the site reports.
  if (facility.ambulanceEligible) finding('ambulance', 'ambulances', ambulances, numberRule(pack, 'ambulances'));
  if (facility.feverShould) finding('fever-set', 'fever-set-percent', known(facility.feverSet), true);
  if (facility.feverSet) {
    finding('fever-open', 'fever-open-percent', known(facility.feverOpen), true);
    finding('open-24h', 'open-hours', known(facility.open24h), true);
    finding('published', 'published-percent', known(facility.published), true);
  }
  if (facility.staffBaseline > 0)
    finding(
      'staff-baseline',
      'staff-of-baseline-percent',
      known(facility.staffNow, 'staffNow'),
      Math.ceil((facility.staffBaseline * numberRule(pack, 'staff-of-baseline-percent')) / 100)
    );
  if (facility.convertibleIcuBeds > 0)
    finding(
      'icu-surge',
      'icu-convert-hours',
      known(icuSurge(facility, pack), 'icuBeds'),
      facility.icuBeds + facility.convertibleIcuBeds
    );
  return found.sort((a, b) => EQUIPMENT_RULES.indexOf(a.rule) - EQUIPMENT_RULES.indexOf(b.rule));
}

/** Intensive-care beds within the hours set (requirement 34); unknown hours are not in time. */
export function icuSurge(
  facility: Pick<Facility, 'icuBeds' | 'convertibleIcuBeds' | 'convertHours'>,
  pack: RulePack
): number {
  const inTime = facility.convertHours !== null && facility.convertHours <= numberRule(pack, 'icu-convert-hours');
  return facility.icuBeds + (inTime ? facility.convertibleIcuBeds : 0);
}

export interface FeverCoverage {
  townshipId: TownshipId | 'all';
  should: number;
  set: number;
  open: number;
  /** Fever clinics that should be set up and whose site never reported: in `should` alone. */
  unknown: number;
}

/** Fever clinics that should be, are set up, are open (requirement 27), per township and in all (the first row). */
export function feverCoverage(facilities: Iterable<Facility>): FeverCoverage[] {
  const rows = new Map<TownshipId | 'all', FeverCoverage>();
  const row = (townshipId: TownshipId | 'all') => {
    const known = rows.get(townshipId) ?? { townshipId, should: 0, set: 0, open: 0, unknown: 0 };
    rows.set(townshipId, known);
    return known;
  };
  row('all');
  for (const each of facilities) {
    if (!each.feverShould) continue;
    for (const counted of [row('all'), row(each.townshipId)]) {
      counted.should++;
      if (each.reportedAt === null) counted.unknown++;
      else if (each.feverSet) {
        counted.set++;
        if (each.feverOpen) counted.open++;
      }
    }
  }
  return [...rows.values()];
}
