import type { CountField, PeopleCount } from '../model/records';
import type { Explanation, Phrase } from '../model/results';
import { isUnknown } from '../model/unknown-fields';
import { isWithheld, knownCount } from '../people/known-count';
import { CONTACT_COUNTS, contactsOf, countFreshness, KEY_PEOPLE } from '../people/count-freshness';
import { localDay } from '../report/local-time';
import { numberRule, ruleWords } from '../rules/rule-pack';
import { countsByVillage } from './evaluate';
import type { ExplainInput } from './explain';
import { computed, fromRecord, held, named, value, type ExplanationInput, type Figure } from './explain-parts';

const PART_UNIT: Record<string, string> = {
  'risk-part-aged': 'percent',
  'risk-part-labels': 'percent',
  'risk-part-travel': 'minutes',
  'risk-part-stock': 'share'
};

const PART_COUNT: Record<string, CountField> = { 'risk-part-aged': 'aged65', 'risk-part-labels': 'red' };

/** A village's risk score with its parts and their points. */
export function explainRisk({ situation, results, pack }: ExplainInput, figure: Figure<'risk'>): Explanation {
  const village = held(situation.villages, figure.villageId);
  const risk = results.villages.find((each) => each.villageId === figure.villageId)?.risk;
  if (!risk) throw new RangeError(`No figures for village "${figure.villageId}".`);
  const count = countsByVillage(situation).get(figure.villageId);
  const fromCount = ['risk-part-aged', 'risk-part-labels'];
  return {
    figure,
    title: { code: 'title-risk', params: named(village.names, village.id) },
    formula: {
      code: 'formula-risk',
      params: {
        points: risk.parts.reduce((sum, { points }) => sum + (points ?? 0), 0),
        weights: risk.parts.reduce((sum, { points, weight }) => sum + (points === null ? 0 : weight), 0)
      }
    },
    result:
      risk.score === null || risk.rank === null
        ? { code: 'value-unknown' }
        : {
            code: 'result-risk',
            params: {
              score: risk.score,
              rank: risk.rank,
              total: results.villages.length,
              missing: risk.parts.filter(({ points }) => points === null).length,
              parts: risk.parts.length
            }
          },
    inputs: risk.parts.map(({ code, value: shown, points, weight }): ExplanationInput => {
      const input = {
        label: { code, params: { points: points ?? 0, weight } },
        value: value(PART_UNIT[code] ?? 'count', shown)
      };
      return count && fromCount.includes(code)
        ? fromRecord(count, code === 'risk-part-aged' ? 'aged65' : 'red', { ...input, date: count.countedOn })
        : { ...computed(code, input.value), label: input.label };
    }),
    leftOut: risk.parts
      .filter(({ points }) => points === null)
      .map(({ code, weight }) => ({
        code: isWithheld(count, PART_COUNT[code]) ? `left-out-small-${code}` : `left-out-${code}`,
        params: { weight }
      })),
    rule: ruleWords(pack, 'risk-alert-score')
  };
}

/** Age of a village's counts, or its contacts of the week. */
export function explainPeople({ situation, results, pack }: ExplainInput, figure: Figure<'people'>): Explanation {
  const village = held(situation.villages, figure.villageId);
  const count = countsByVillage(situation).get(figure.villageId);
  const params = named(village.names, village.id);
  const counted = (field: 'yellow' | 'red' | 'contactsDone'): ExplanationInput[] =>
    count
      ? [
          fromRecord(count, field, {
            label: { code: `input-${field}` },
            value: value('count', knownCount(count, field)),
            date: count.countedOn
          })
        ]
      : [];
  if (figure.rule === 'contacts') {
    const contacts = contactsOf(count, pack);
    const withheld = isWithheld(count, ...CONTACT_COUNTS);
    const unknown = neverEntered(count, CONTACT_COUNTS);
    const yellowTimes = numberRule(pack, 'contacts-yellow');
    const redTimes = numberRule(pack, 'contacts-red');
    return {
      figure,
      title: { code: 'title-contacts', params },
      formula: {
        code: withheld || unknown.length > 0 ? 'formula-contacts-withheld' : 'formula-contacts',
        params: { yellow: count?.yellow ?? 0, red: count?.red ?? 0, yellowTimes, redTimes, due: contacts?.due ?? 0 }
      },
      result: contacts ? { code: 'result-contacts', params: contacts } : { code: 'value-unknown' },
      inputs: [...counted('yellow'), ...counted('red'), ...counted('contactsDone')],
      leftOut: [...(withheld ? [{ code: 'left-out-small-counts', params: { count: 1 } }] : []), ...unknown],
      rule: ruleWords(pack, 'contacts-red')
    };
  }
  const { days } = countFreshness(count, localDay(results.settings.now, pack), pack);
  const unknown = neverEntered(count, KEY_PEOPLE);
  const shown = days === null && unknown.length === 0 ? { code: 'value-never' } : value('days', days);
  return {
    figure,
    title: { code: 'title-people-count', params },
    formula: { code: 'formula-people-count', params: { days: numberRule(pack, 'people-count-max-age-days') } },
    result: shown,
    inputs: count
      ? [fromRecord(count, 'countedOn', { label: { code: 'input-counted' }, value: shown, date: count.countedOn })]
      : [],
    leftOut: unknown,
    rule: ruleWords(pack, 'people-count-max-age-days')
  };
}

/** The counts that a counted village still lacks, each by its name. */
function neverEntered(count: PeopleCount | undefined, fields: readonly CountField[]): Phrase[] {
  if (!count?.countedOn) return [];
  return fields.filter((field) => isUnknown(count, field)).map((field) => ({ code: `left-out-unknown-${field}` }));
}
