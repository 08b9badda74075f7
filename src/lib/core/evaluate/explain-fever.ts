import { feverCoverage } from '../equipment/assess-equipment';
import type { Explanation } from '../model/results';
import { ruleWords } from '../rules/rule-pack';
import { NAMED_PLACES } from './counted-villages';
import type { ExplainInput } from './explain';
import { computed, held, named, value, type Figure } from './explain-parts';

/** Fever clinics set up of those that should be, or open of those set up, of a township or in all; those that lack first. */
export function explainFeverCoverage(
  { situation, shown = situation, pack }: ExplainInput,
  figure: Figure<'fever-coverage'>
): Explanation {
  const { townshipId, part } = figure;
  const everywhere = townshipId === 'all';
  const row = feverCoverage(shown.facilities.values()).find((each) => each.townshipId === townshipId);
  if (!row) throw new RangeError(`No fever clinic should be in "${townshipId}".`);
  const whole = part === 'set' ? row.should : row.set;
  const sites = [...shown.facilities.values()].filter(
    (site) => site.feverShould && (everywhere || site.townshipId === townshipId)
  );
  const isSet = (site: (typeof sites)[number]) => site.reportedAt !== null && site.feverSet;
  const counted = (part === 'set' ? sites : sites.filter(isSet))
    .map((site) => ({ id: site.id, names: site.names, met: part === 'set' ? isSet(site) : site.feverOpen }))
    .sort((a, b) => Number(a.met) - Number(b.met) || (a.id < b.id ? -1 : 1));
  return {
    figure,
    title: everywhere
      ? { code: `title-fever-coverage-${part}-all` }
      : {
          code: `title-fever-coverage-${part}`,
          params: named(held(situation.townships, townshipId).names, townshipId)
        },
    formula: { code: `formula-fever-coverage-${part}`, params: { part: row[part], whole } },
    result: whole === 0 ? { code: 'value-unknown' } : { code: 'result-of', params: { value: row[part], total: whole } },
    inputs: [
      computed('input-fever-should', value('sites', row.should)),
      computed('input-fever-set', value('sites', row.set)),
      computed('input-fever-open', value('sites', row.open))
    ],
    leftOut: row.unknown > 0 ? [{ code: 'left-out-fever-unreported', params: { count: row.unknown } }] : [],
    counted: {
      kind: 'facility',
      places: counted.slice(0, NAMED_PLACES).map(({ id, names, met }) => ({
        id,
        name: { code: 'value-place', params: named(names, id) },
        value: { code: `value-fever-${part}-${met ? 'yes' : 'no'}` }
      })),
      more: Math.max(0, counted.length - NAMED_PLACES)
    },
    rule: ruleWords(pack, part === 'set' ? 'fever-set-percent' : 'fever-open-percent')
  };
}
