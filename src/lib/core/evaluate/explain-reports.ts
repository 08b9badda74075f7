import type { Explanation } from '../model/results';
import { clockRule, ruleWords } from '../rules/rule-pack';
import type { ExplainInput } from './explain';
import { NAMED_PLACES } from './counted-villages';
import { computed, named, value, type Figure } from './explain-parts';

/** Open sites that have not reported on the day that was last due. */
export function explainLateReports(
  { situation, results, pack }: ExplainInput,
  figure: Figure<'late-reports'>
): Explanation {
  const { late, expected, dueOn } = results.reports;
  const closed = [...situation.facilities.values()].filter(({ open }) => !open).length;
  const time = clockRule(pack, 'report-cut-off');
  return {
    figure,
    title: { code: 'title-late-reports' },
    formula: { code: 'formula-report', params: { time, zone: clockRule(pack, 'time-zone') } },
    result: { code: 'result-of', params: { value: late.length, total: expected } },
    inputs: [{ ...computed('input-report-due', { code: 'value-day', params: { day: dueOn } }), date: dueOn }],
    leftOut: closed > 0 ? [{ code: 'left-out-closed-sites', params: { count: closed } }] : [],
    counted: {
      kind: 'facility',
      places: late.slice(0, NAMED_PLACES).map(({ facilityId, daysMissed }) => ({
        id: facilityId,
        name: { code: 'value-place', params: named(situation.facilities.get(facilityId)?.names, facilityId) },
        value: daysMissed === null ? { code: 'value-never' } : value('days', daysMissed)
      })),
      more: Math.max(0, late.length - NAMED_PLACES)
    },
    rule: ruleWords(pack, 'report-cut-off')
  };
}
