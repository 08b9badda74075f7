import { residentsKnown } from '../model/residents';
import { remoteStockDate } from '../medicine/remote-stock-date';
import type { Medicine } from '../model/records';
import type {
  FailingLimb,
  FigureRef,
  Gap,
  LimbStatus,
  MedicineAssessment,
  Severity,
  StockJudgement
} from '../model/results';
import { contactsOf, countFreshness } from '../people/count-freshness';
import { isNoSite } from '../routing/routing';
import { clockRule, numberRule, ruleRef } from '../rules/rule-pack';
import { careRule } from './care-rule';
import { estimatedGaps } from './estimated-gaps';
import { nameParams, type DatedDerived } from './derived';
import { atFacility, atTownship, atUnit, atVillage } from './gap-place';
import { organisationGaps } from './organisation-gaps';

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

/** What a severe case finds missing on the day; at a clinic the nearest hospital stands in. */
const HOSPITAL_DUTIES: readonly string[] = ['oximeters', 'ambulance', 'fever-set', 'fever-open', 'open-24h'];

/**
 * What is missing where, gravest first, then by persons concerned, then by id. The severity follows from the kind:
 *
 * - high, help fails today: no way to a severe-case hospital, no ready vehicle in a town, antipyretics below half of the
 *   least share or days where people count on them (none left included), nobody on duty now by a roster that is kept;
 * - medium, a limit of the documents is broken and care suffers: any other medicine limb in red, villages over twice the
 *   limit of minutes, a risk alert, fewer ready vehicles than required, fewer intensive-care beds than promised, a
 *   hospital without the oximeters, ambulance, fever clinic or night service it owes, an empty post of referral, hours
 *   without duty before the same time tomorrow, no supply enterprise or depot;
 * - low, to be mended or to be found out: villages between once and twice the limit, amber and unassessable medicines,
 *   those that fail once lots expire, the extra days of remote sites before they are due, clinics' equipment, staff, contacts, counts and reports that are old, other posts, later hours without duty, zones,
 *   links of sites, a medicine point too far away.
 */
export function findGaps(derived: DatedDerived): Gap[] {
  return [
    ...accessGaps(derived),
    ...vehicleGaps(derived),
    ...medicineGaps(derived),
    ...equipmentGaps(derived),
    ...peopleGaps(derived),
    ...organisationGaps(derived),
    ...reportGaps(derived)
  ].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (b.persons ?? 0) - (a.persons ?? 0) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function accessGaps(derived: DatedDerived): Gap[] {
  if (derived.estimated) return estimatedGaps(derived);
  const { situation, villages, pack } = derived;
  const limit = numberRule(pack, 'coverage-headline-minutes');
  const rule = ruleRef(pack, careRule('severe'));
  // The want of a hospital is the county's, not that of a way to each village.
  if (villages.length > 0 && villages.every(({ reach }) => isNoSite(reach.severe.reason))) {
    const figure: FigureRef = {
      kind: 'village-count',
      careLevel: 'severe',
      townshipId: 'all',
      over: null,
      upTo: null,
      noWay: true,
      counted: 'persons'
    };
    const residents = [...situation.villages.values()].filter(residentsKnown);
    return [
      {
        id: 'gap-no-severe-site',
        group: 'access',
        kind: 'gap-no-severe-site',
        severity: 'high',
        rule,
        figure,
        ...atUnit(situation, 'county'),
        have: false,
        need: true,
        shortBy: 1,
        persons: residents.reduce((sum, village) => sum + village.residents, 0)
      }
    ];
  }
  return villages.flatMap(({ villageId, reach: { severe, any } }): Gap[] => {
    const village = situation.villages.get(villageId);
    if (!village) return [];
    const common = {
      group: 'access',
      rule,
      persons: residentsKnown(village) ? village.residents : null,
      ...atVillage(village)
    } as const;
    const figure = { kind: 'village-minutes', villageId, careLevel: 'severe' } as const;
    if (severe.ms === null) {
      const cut = any.ms === null;
      return [
        {
          ...common,
          id: `gap-unreachable/${villageId}`,
          kind: 'gap-unreachable',
          params: { ...common.params, reason: severe.reason ?? 'unconnected-part' },
          severity: cut || !isNoSite(severe.reason) ? 'high' : 'medium',
          have: false,
          need: true,
          shortBy: 1,
          figure: cut ? { ...figure, careLevel: 'any' } : figure
        }
      ];
    }
    if (severe.ms <= limit * 60_000) return [];
    const minutes = severe.ms / 60_000;
    const severity = minutes > 2 * limit ? 'medium' : 'low';
    const [id, kind] = [`gap-minutes/${villageId}`, 'gap-minutes'];
    return [{ ...common, id, kind, severity, have: minutes, need: limit, shortBy: minutes - limit, figure }];
  });
}

function vehicleGaps({ situation, readiness, pack, estimated }: DatedDerived): Gap[] {
  const persons = new Map<string, number>();
  for (const { townshipId, residents } of situation.villages.values())
    persons.set(townshipId, (persons.get(townshipId) ?? 0) + residents);
  return readiness
    .filter(({ ready, required }) => ready < required && !(estimated && situation.vehicles.size === 0))
    .map(({ townshipId, ready, required }) => {
      return {
        id: `gap-vehicles-ready/${townshipId}`,
        group: 'vehicles',
        kind: 'gap-vehicles-ready',
        severity: ready === 0 ? 'high' : 'medium',
        ...atTownship(situation, townshipId),
        have: ready,
        need: required,
        shortBy: required - ready,
        persons: persons.get(townshipId) ?? 0,
        rule: ruleRef(pack, 'ready-vehicles-per-town'),
        figure: { kind: 'vehicles-ready', townshipId }
      };
    });
}

function medicineGaps({ situation, medicines, pack, today }: DatedDerived): Gap[] {
  const extraDaysDue = remoteStockDate(pack, today).due;
  return medicines.flatMap((each): Gap[] => {
    const facility = situation.facilities.get(each.facilityId);
    const medicine = situation.medicines.get(each.medicineId);
    const found = failing(each);
    if (!facility || !medicine || !found) return [];
    const { judged, limb } = found;
    const kind = `gap-${limb}-${medicine.medicineClass}`;
    const byDays = limb === 'days' || (limb !== 'share' && judged.daysStatus === 'red');
    const have = limb === 'unknown' ? null : byDays ? judged.days : judged.share;
    const need = byDays ? each.requiredDays : limb === 'unknown' ? null : shareWanted(judged.shareStatus);
    const at = atFacility(facility);
    return [
      {
        id: `${kind}/${each.facilityId}/${each.medicineId}`,
        group: 'medicines',
        kind,
        ...at,
        params: {
          ...at.params,
          ...nameParams('medicine', medicine.names, medicine.id),
          shortDoses: judged.shortfallTo15,
          shortDosesFull: judged.shortfallTo20
        },
        severity: severityOf(each, medicine, limb, have, need),
        have,
        need,
        shortBy: have === null || need === null ? null : need - have,
        persons: each.servedPersons,
        rule: limb === 'expiring' ? ruleRef(pack, 'expiry-notice-days') : each.rule,
        figure: { kind: 'medicine', facilityId: each.facilityId, medicineId: each.medicineId }
      }
    ];
  });

  function severityOf(
    each: MedicineAssessment,
    { medicineClass }: Medicine,
    limb: string,
    have: number | null,
    need: number | null
  ): Severity {
    if (each.status !== 'red') return 'low';
    const onlyExtraDays =
      limb === 'days' && each.shareStatus !== 'red' && (each.days ?? 0) >= numberRule(pack, 'stock-days');
    if (onlyExtraDays && !extraDaysDue) return 'low';
    const underHalf = have !== null && need !== null && have < need / 2;
    const gone = medicineClass === 'antipyretic' && each.servedPersons > 0 && (each.usableDoses === 0 || underHalf);
    return gone ? 'high' : 'medium';
  }

  function shareWanted(status: LimbStatus): number {
    return numberRule(pack, status === 'amber' ? 'share-upper-percent' : 'share-lower-percent') / 100;
  }
}

/** What falls short, now or once what expires within the days of notice is gone; null where neither does. */
function failing(
  each: MedicineAssessment
): { judged: StockJudgement; limb: FailingLimb | 'unknown' | 'expiring' } | null {
  if (each.status === 'no-demand') return null;
  if (each.status !== 'green') return { judged: each, limb: each.failingLimb ?? 'unknown' };
  const { expiring } = each;
  return expiring && expiring.status !== 'green' ? { judged: expiring, limb: 'expiring' } : null;
}

function equipmentGaps({ situation, equipment }: DatedDerived): Gap[] {
  return equipment.flatMap(({ facilityId, rule, have, need, shortBy, status, ref }): Gap[] => {
    const facility = situation.facilities.get(facilityId);
    if (!facility || status !== 'short') return [];
    const hospital = facility.tier !== 'village-clinic';
    const grave = rule === 'icu-surge' || (hospital && HOSPITAL_DUTIES.includes(rule));
    return [
      {
        id: `gap-${rule}/${facilityId}`,
        group: 'equipment',
        kind: `gap-${rule}`,
        ...atFacility(facility),
        severity: grave ? 'medium' : 'low',
        have,
        need,
        shortBy,
        persons: null,
        rule: ref,
        figure: { kind: 'equipment', facilityId, rule }
      }
    ];
  });
}

function peopleGaps({ situation, villages, counts, today, pack }: DatedDerived): Gap[] {
  const alert = numberRule(pack, 'risk-alert-score');
  const maxAge = numberRule(pack, 'people-count-max-age-days');
  return villages.flatMap(({ villageId, risk }): Gap[] => {
    const village = situation.villages.get(villageId);
    if (!village) return [];
    const common = {
      group: 'people',
      persons: residentsKnown(village) ? village.residents : null,
      ...atVillage(village)
    } as const;
    const gap = (kind: string, rest: Pick<Gap, 'severity' | 'have' | 'need' | 'rule' | 'figure'>): Gap => ({
      ...common,
      id: `${kind}/${villageId}`,
      kind,
      ...rest,
      shortBy: typeof rest.have === 'number' ? Math.abs((rest.need as number) - rest.have) : null
    });
    const found: Gap[] = [];
    const count = counts.get(villageId);
    const { days, fresh } = countFreshness(count, today, pack);
    if (!fresh)
      found.push(
        gap('gap-people-count', {
          severity: 'low',
          have: days,
          need: maxAge,
          rule: ruleRef(pack, 'people-count-max-age-days'),
          figure: { kind: 'people', villageId, rule: 'count' }
        })
      );
    const contacts = contactsOf(count, pack);
    if (contacts && contacts.done < contacts.due)
      found.push(
        gap('gap-contacts', {
          severity: 'low',
          have: contacts.done,
          need: contacts.due,
          rule: ruleRef(pack, 'contacts-red'),
          figure: { kind: 'people', villageId, rule: 'contacts' }
        })
      );
    if (risk.score !== null && risk.score >= alert)
      found.push({
        ...gap('gap-risk', {
          severity: 'medium',
          have: risk.score,
          need: alert,
          rule: ruleRef(pack, 'risk-alert-score'),
          figure: { kind: 'risk', villageId }
        }),
        // Scores have one decimal: the least fall that ends the alert.
        shortBy: risk.score - alert + 0.1
      });
    return found;
  });
}

/** `have`: days missed, `need`: none of them; the telephone and the hour of the cut-off stand in the params. */
function reportGaps({ situation, reports, pack }: DatedDerived): Gap[] {
  return reports.late.flatMap(({ facilityId, daysMissed }): Gap[] => {
    const facility = situation.facilities.get(facilityId);
    if (!facility) return [];
    const at = atFacility(facility);
    return [
      {
        id: `gap-report/${facility.id}`,
        group: 'reports',
        kind: 'gap-report',
        ...at,
        params: { ...at.params, telephone: facility.telephone, cutOff: clockRule(pack, 'report-cut-off') },
        severity: 'low',
        have: daysMissed,
        need: 0,
        shortBy: daysMissed,
        persons: null,
        rule: ruleRef(pack, 'report-cut-off'),
        figure: { kind: 'report', facilityId }
      }
    ];
  });
}
