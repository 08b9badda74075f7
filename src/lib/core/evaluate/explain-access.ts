import type { Explanation, Reach, VillageResult } from '../model/results';
import { numberRule, ruleWords } from '../rules/rule-pack';
import { careRule } from './care-rule';
import { countedVillages, villagesOf } from './counted-villages';
import { computed, fromRecord, held, named, value, type ExplanationInput, type Figure } from './explain-parts';
import { explainEstimate } from './explain-estimate';
import { residentInputs, travelInputs, unknownResidents } from './explain-sources';
import type { ExplainInput } from './explain';

/** Minutes from a village to the nearest site of a level. */
export function explainAccess(
  { situation, results, pack }: ExplainInput,
  figure: Figure<'village-minutes'>
): Explanation {
  const village = held(situation.villages, figure.villageId);
  const result = resultOf(results, figure.villageId);
  const reach = result.reach[figure.careLevel];
  if (results.estimated) return explainEstimate({ situation, figure, reach, pack });
  const inputs: ExplanationInput[] = [
    fromRecord(village, 'residents', {
      label: { code: 'input-residents' },
      value: value('persons', village.residents),
      source: village.residentsSource,
      date: village.residentsDate
    }),
    computed('input-walk', value('metres', result.walkMetres)),
    ...overLand(result),
    computed('input-road', value('kilometres', reach.mm === null ? null : reach.mm / 1e6)),
    ...(reach.ms === null
      ? []
      : [computed('input-shown-minutes', value('whole-minutes', Math.ceil(reach.ms / 60_000)))]),
    ...travelInputs({ situation, results })
  ];
  if (reach.facilityId !== null) {
    const site = held(situation.facilities, reach.facilityId);
    inputs.push(
      fromRecord(site, 'lon', {
        label: { code: 'input-site' },
        value: { code: 'value-place', params: named(site.names, site.id) }
      })
    );
  }
  const closed = [...situation.facilities.values()].filter(({ open }) => !open).length;
  const unplaced = [...situation.facilities.values()].filter(({ lon, lat }) => lon === null || lat === null).length;
  return {
    figure,
    title: { code: `title-minutes-${figure.careLevel}`, params: named(village.names, village.id) },
    formula: {
      code: 'formula-minutes',
      params: { vehicle: results.settings.vehicle, season: results.settings.season }
    },
    result: minutesOrReason(reach),
    inputs,
    leftOut: [
      ...(closed > 0 ? [{ code: 'left-out-closed-sites', params: { count: closed } }] : []),
      ...(unplaced > 0 ? [{ code: 'left-out-unplaced-sites', params: { count: unplaced } }] : [])
    ],
    rule: ruleWords(pack, careRule(figure.careLevel))
  };
}

/** Villages and persons of a township or the area within a limit. */
export function explainCoverage({ situation, results, pack }: ExplainInput, figure: Figure<'coverage'>): Explanation {
  const { all, townships } = results.coverage[figure.careLevel];
  const row = figure.townshipId === 'all' ? all : townships.find((each) => each.townshipId === figure.townshipId);
  const within = row?.within.find(({ minutes }) => minutes === figure.minutes);
  if (!row || !within)
    throw new RangeError(`No coverage figure for "${figure.townshipId}", ${figure.minutes} minutes.`);
  const unit = figure.townshipId === 'all' ? results.settings.unit : figure.townshipId;
  const place = unit === undefined ? {} : named(situation.townships.get(unit)?.names, unit);
  const villages = villagesOf({ situation, results }, figure.townshipId).map(({ village }) => village);
  return {
    figure,
    title: {
      code: unit === undefined ? 'title-coverage-all' : 'title-coverage',
      params: { ...place, minutes: figure.minutes }
    },
    formula: { code: 'formula-coverage', params: { minutes: figure.minutes } },
    result: {
      code: 'result-coverage',
      params: {
        villages: within.villages,
        villagesTotal: row.villages,
        persons: within.persons,
        personsTotal: row.persons
      }
    },
    inputs: [
      computed('input-villages-total', value('villages', row.villages)),
      ...residentInputs(villages),
      ...travelInputs({ situation, results })
    ],
    leftOut: [
      ...(row.noWay.villages > 0
        ? [{ code: 'left-out-no-way', params: { villages: row.noWay.villages, persons: row.noWay.persons } }]
        : []),
      ...unknownResidents(villages)
    ],
    counted: countedVillages(
      { situation, results },
      {
        kind: 'village-count',
        careLevel: figure.careLevel,
        townshipId: figure.townshipId,
        over: null,
        upTo: figure.minutes,
        noWay: false,
        counted: 'villages'
      }
    ),
    rule: ruleWords(pack, careRule(figure.careLevel))
  };
}

/** Why a village is remote, or is not. */
export function explainRemote({ situation, results, pack }: ExplainInput, figure: Figure<'remote'>): Explanation {
  const village = held(situation.villages, figure.villageId);
  const { remote, reach, walkMetres, overLandMs } = resultOf(results, figure.villageId);
  return {
    figure,
    title: { code: 'title-remote', params: named(village.names, village.id) },
    formula: {
      code: 'formula-remote',
      params: { minutes: numberRule(pack, 'remote-minutes'), metres: numberRule(pack, 'remote-walk-metres') }
    },
    result: remote.reasons[0] ?? { code: 'remote-not' },
    inputs: [
      { ...computed('input-minutes-township', minutesOrReason(reach.township)) },
      { ...computed('input-minutes-severe', minutesOrReason(reach.severe)) },
      computed('input-walk', value('metres', walkMetres)),
      ...overLand({ overLandMs }),
      ...travelInputs({ situation, results })
    ],
    leftOut: [],
    rule: ruleWords(pack, 'remote-minutes')
  };
}

/** The walk of a village that has no road within the snap limit. */
function overLand({ overLandMs }: Pick<VillageResult, 'overLandMs'>): ExplanationInput[] {
  return overLandMs === null ? [] : [computed('input-over-land', value('minutes', overLandMs / 60_000))];
}

export function minutesOrReason({ ms, reason }: Reach): ExplanationInput['value'] {
  return ms === null ? { code: `no-way-${reason}` } : value('minutes', ms / 60_000);
}

function resultOf(results: ExplainInput['results'], villageId: string) {
  const found = results.villages.find((each) => each.villageId === villageId);
  if (!found) throw new RangeError(`No figures for village "${villageId}".`);
  return found;
}
