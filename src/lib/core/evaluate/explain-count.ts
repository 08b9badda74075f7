import type { Explanation, Phrase, VillageCount } from '../model/results';
import { numberRule, ruleWords } from '../rules/rule-pack';
import { careRule } from './care-rule';
import { countedVillages, NAMED_PLACES, villagesInCount, villagesOf } from './counted-villages';
import { computed, held, named, value, type ExplanationInput, type Figure } from './explain-parts';
import { residentInputs, travelInputs, unknownResidents } from './explain-sources';
import type { ExplainInput } from './explain';
import { isWithoutVehicle, shortOfAntipyretics } from './finding-counts';

/** Villages by their minutes, or the residents of those villages. */
export function explainVillageCount(input: ExplainInput, figure: VillageCount): Explanation {
  const { situation, results, pack } = input;
  const { careLevel, townshipId, over, upTo, noWay, counted } = figure;
  const all = villagesOf(input, townshipId);
  const found = villagesInCount(input, figure).map(({ village }) => village);
  const without = all.filter(({ result }) => result.reach[careLevel].ms === null).map(({ village }) => village);
  const test =
    over === null && upTo === null
      ? 'none'
      : over === null
        ? 'within'
        : upTo === null
          ? noWay
            ? 'over-or-none'
            : 'over'
          : 'between';
  const params = {
    over: over ?? 0,
    upTo: upTo ?? 0,
    counted,
    // A selector of the messages takes no hyphen.
    level: careLevel === 'sub-designated' ? 'sub' : careLevel
  };
  const persons = found.reduce((sum, { residents }) => sum + residents, 0);
  const place = townshipId === 'all' ? {} : named(situation.townships.get(townshipId)?.names, townshipId);
  return {
    figure,
    title: {
      code: townshipId === 'all' ? `title-count-${test}-all` : `title-count-${test}`,
      params: { ...params, ...place }
    },
    formula: { code: `formula-count-${test}`, params },
    result: counted === 'villages' ? value('villages', found.length) : value('persons', persons),
    inputs: [
      computed('input-villages-total', value('villages', all.length)),
      ...(counted === 'villages' ? [] : [computed('input-villages-counted', value('villages', found.length))]),
      ...residentInputs(found),
      ...limitInput(input, over ?? upTo),
      ...travelInputs({ situation, results })
    ],
    leftOut: [
      ...(!noWay && without.length > 0
        ? [
            {
              code: 'left-out-no-way',
              params: { villages: without.length, persons: without.reduce((sum, { residents }) => sum + residents, 0) }
            }
          ]
        : []),
      ...unknownResidents(found)
    ],
    counted: countedVillages(input, figure),
    rule: ruleWords(pack, careRule(careLevel))
  };
}

/** The limit of minutes, where it is the one the rule pack sets. */
function limitInput({ pack }: ExplainInput, minutes: number | null): ExplanationInput[] {
  if (minutes === null || minutes !== numberRule(pack, 'coverage-headline-minutes')) return [];
  return [
    {
      label: { code: 'input-limit' },
      value: value('whole-minutes', minutes),
      source: 'source-setting',
      date: pack.effectiveOn,
      sample: false
    }
  ];
}

/** Sites that hold too few days of antipyretics, fewest days first. */
export function explainShortSites(input: ExplainInput, figure: Figure<'short-antipyretics'>): Explanation {
  const { situation, results, pack } = input;
  const days = numberRule(pack, 'stock-days');
  const short = [...shortOfAntipyretics({ situation, medicines: results.medicines, pack }).values()].sort(
    (a, b) => (a.days ?? 0) - (b.days ?? 0) || (a.facilityId < b.facilityId ? -1 : 1)
  );
  const assessed = results.medicines.filter(
    ({ medicineId, days: held }) =>
      situation.medicines.get(medicineId)?.medicineClass === 'antipyretic' && held !== null
  );
  const sites = new Set(assessed.map(({ facilityId }) => facilityId));
  const without = [...situation.facilities.values()].filter(({ open, id }) => open && !sites.has(id)).length;
  const records = [...situation.stock.values()].filter(({ facilityId }) =>
    short.some((each) => each.facilityId === facilityId)
  );
  const counted = records.flatMap(({ countedAt }) => countedAt ?? []).sort();
  return {
    figure,
    title: { code: 'title-short-antipyretics', params: { days } },
    formula: { code: 'formula-short-antipyretics', params: { days } },
    result: value('sites', short.length),
    inputs: [
      computed('input-assessed', value('sites', sites.size)),
      {
        label: { code: 'input-stock-records' },
        value: value('count', records.length),
        source: 'source-stock',
        date: counted.at(-1) ?? null,
        sample: records.some(({ origin }) => origin === 'sample')
      }
    ],
    leftOut: without > 0 ? [{ code: 'left-out-sites-unassessed', params: { count: without } }] : [],
    counted: {
      kind: 'facility',
      places: short.slice(0, NAMED_PLACES).map(({ facilityId, days: held }) => ({
        id: facilityId,
        name: { code: 'value-place', params: named(situation.facilities.get(facilityId)?.names, facilityId) },
        value: value('days', held)
      })),
      more: Math.max(0, short.length - NAMED_PLACES)
    },
    rule: ruleWords(pack, 'stock-days')
  };
}

/** Townships without a ready vehicle, each with what it has. */
export function explainTownsWithout(input: ExplainInput, figure: Figure<'towns-without-vehicle'>): Explanation {
  const { situation, results, pack } = input;
  const without = results.readiness.filter(isWithoutVehicle);
  const counted = without.filter(({ townshipId }) => townshipId !== figure.besides);
  const vehicles = [...situation.vehicles.values()];
  const first = figure.besides === null ? null : held(situation.townships, figure.besides);
  const owned = (townshipId: string) => vehicles.filter((vehicle) => vehicle.townshipId === townshipId).length;
  const limit: Phrase['params'] = { minutes: numberRule(pack, 'minutes-to-ready') };
  return {
    figure,
    title: { code: 'title-towns-without-vehicle' },
    formula: first
      ? { code: 'formula-towns-without-besides', params: { ...limit, ...named(first.names, first.id) } }
      : { code: 'formula-towns-without', params: limit },
    result: value('townships', counted.length),
    inputs: [
      computed('input-townships-total', value('townships', results.readiness.length)),
      {
        label: { code: 'input-vehicles' },
        value: value('count', vehicles.length),
        source: 'source-vehicles',
        date: null,
        sample: vehicles.some(({ origin }) => origin === 'sample')
      }
    ],
    leftOut: [],
    counted: {
      kind: 'township',
      places: counted.slice(0, NAMED_PLACES).map(({ townshipId }) => ({
        id: townshipId,
        name: { code: 'value-place', params: named(situation.townships.get(townshipId)?.names, townshipId) },
        value: { code: 'value-ready-of-vehicles', params: { ready: 0, total: owned(townshipId) } }
      })),
      more: Math.max(0, counted.length - NAMED_PLACES)
    },
    rule: ruleWords(pack, 'ready-vehicles-per-town')
  };
}
