import type { Explanation, Phrase } from '../model/results';
import { assessEquipment, type EquipmentRule } from '../equipment/assess-equipment';
import { clockRule, findRule, ruleWords } from '../rules/rule-pack';
import type { ExplainInput } from './explain';
import { computed, fromRecord, held, markOld, named, value, type Figure } from './explain-parts';
import { hoursSince } from './derived';

const FIELD: Record<EquipmentRule, string> = {
  oximeters: 'oximeters',
  dr: 'drUnits',
  ambulance: 'ambulanceEligible',
  'fever-set': 'feverSet',
  'fever-open': 'feverOpen',
  'staff-baseline': 'staffNow',
  'open-24h': 'open24h',
  published: 'published',
  'icu-surge': 'convertibleIcuBeds'
};

/** What a facility has of what a rule asks. */
export function explainEquipment({ situation, results, pack }: ExplainInput, figure: Figure<'equipment'>): Explanation {
  const facility = held(situation.facilities, figure.facilityId);
  const found = assessEquipment({
    situation: { facilities: new Map([[facility.id, facility]]), vehicles: situation.vehicles },
    pack
  }).find((each) => each.rule === figure.rule);
  if (!found) throw new RangeError(`Rule "${figure.rule}" does not apply to "${figure.facilityId}".`);
  const have = amount(found.have);
  const code = findRule(pack, found.ref);
  return {
    figure,
    title: { code: `title-${found.rule}`, params: named(facility.names, facility.id) },
    formula: { code: `formula-${found.rule}` },
    result: { code: `result-${found.status}` },
    inputs: [
      markOld(
        fromRecord(facility, FIELD[found.rule], {
          label: { code: 'input-have' },
          value: have,
          date: facility.reportedAt
        }),
        results.settings.now,
        pack
      ),
      computed('input-need', amount(found.need)),
      computed('input-short', value('count', found.shortBy))
    ],
    leftOut:
      facility.reportedAt === null
        ? [{ code: 'left-out-never-reported' }]
        : found.have === null
          ? [{ code: 'left-out-unknown-figure' }]
          : [],
    rule: code === null ? null : ruleWords(pack, code)
  };
}

/** Age of a site's last report. */
export function explainReport({ situation, results, pack }: ExplainInput, figure: Figure<'report'>): Explanation {
  const facility = held(situation.facilities, figure.facilityId);
  const hours = hoursSince(facility.reportedAt, results.settings.now);
  return {
    figure,
    title: { code: 'title-report', params: named(facility.names, facility.id) },
    formula: {
      code: 'formula-report',
      params: { time: clockRule(pack, 'report-cut-off'), zone: clockRule(pack, 'time-zone') }
    },
    result: hours === null ? { code: 'value-never' } : value('hours', hours),
    inputs: [
      fromRecord(facility, 'reportedAt', {
        label: { code: 'input-reported' },
        value: hours === null ? { code: 'value-never' } : value('hours', hours),
        date: facility.reportedAt
      })
    ],
    leftOut: [],
    rule: ruleWords(pack, 'report-cut-off')
  };
}

function amount(each: number | boolean | null): Phrase {
  if (typeof each === 'boolean') return { code: each ? 'value-yes' : 'value-no' };
  return value('count', each);
}
