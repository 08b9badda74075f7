import { isNoSite } from '../routing/routing';
import { travelTableFaults } from '../routing/scenario';
import { clockRule, numberRule, rulePackFaults } from '../rules/rule-pack';
import type { FindingPhrase, Phrase, VillageCount } from '../model/results';
import { isWithoutVehicle, shortOfAntipyretics } from './finding-counts';
import { INDICATIVE_MINUTES, indicativeLevel, isIndicative } from '../estimate/indicative';
import { nameParams, type Derived } from './derived';

/**
 * The one sentence of an area: far villages, unreachable ones, short antipyretics, towns without a ready vehicle, sites
 * that have not reported; at its end the rule packs and travel tables that could not be read and are not what the figures rest on.
 */
export function stateFinding(derived: Derived): FindingPhrase[] {
  return [...access(derived), ...antipyretics(derived), ...vehicles(derived), ...late(derived), ...unreadable(derived)];
}

function late({ reports: { late: silent, expected }, pack }: Derived): FindingPhrase[] {
  if (silent.length === 0) return [];
  const params = { sites: silent.length, expected, time: clockRule(pack, 'report-cut-off') };
  return [{ code: 'finding-late-reports', params, figures: [{ kind: 'late-reports' }] }];
}

function unreadable({ situation }: Derived): Phrase[] {
  return [
    ...rulePackFaults(situation).map(({ id, field }): Phrase => ({
      code: 'finding-rule-pack-unreadable',
      params: { name: situation.rulePacks.get(id)?.name ?? id, field }
    })),
    ...travelTableFaults(situation).map(({ name, field }): Phrase => ({
      code: 'finding-travel-table-unreadable',
      params: { name, field }
    }))
  ];
}

function access({ situation, villages, pack, estimated }: Derived): FindingPhrase[] {
  const minutes = numberRule(pack, 'coverage-headline-minutes');
  const total = villages.length;
  if (total === 0) return [{ code: 'finding-no-villages' }];
  if (estimated) return estimatedAccess(situation, villages);
  if (villages.every(({ reach }) => reach.severe.reason === 'no-facility-on-record'))
    return [{ code: 'finding-no-severe-site-known', params: { total } }];
  if (villages.every(({ reach }) => isNoSite(reach.severe.reason)))
    return [{ code: 'finding-no-severe-site', params: { total } }];
  const cut = villages.filter(({ reach }) => reach.severe.ms === null);
  const far = villages.filter(({ reach }) => reach.severe.ms === null || reach.severe.ms > minutes * 60_000);
  const persons = (list: typeof villages) =>
    list.reduce((sum, { villageId }) => sum + (situation.villages.get(villageId)?.residents ?? 0), 0);
  const figure: VillageCount = {
    kind: 'village-count',
    careLevel: 'severe',
    townshipId: 'all',
    over: minutes,
    upTo: null,
    noWay: cut.length > 0,
    counted: 'villages'
  };
  if (far.length === 0)
    return [
      {
        code: 'finding-all-near',
        params: { villages: total, total, minutes },
        figures: [{ ...figure, over: null, upTo: minutes }]
      }
    ];
  const phrases: FindingPhrase[] = [
    {
      code: cut.length > 0 ? 'finding-far-or-cut' : 'finding-far',
      params: { villages: far.length, total, persons: persons(far), minutes },
      figures: [figure, { ...figure, counted: 'persons' }]
    }
  ];
  if (cut.length > 0)
    phrases.push({
      code: 'finding-unreachable',
      params: { villages: cut.length, persons: persons(cut) },
      figures: [{ ...figure, over: null }]
    });
  return phrases;
}

function estimatedAccess(situation: Derived['situation'], villages: Derived['villages']): Phrase[] {
  const level = indicativeLevel(villages);
  const placed = [...situation.villages.values()].filter(({ lon, lat }) => lon !== null && lat !== null).length;
  const over = villages.filter(({ reach }) => isIndicative(reach[level])).length;
  return [
    {
      code: 'finding-estimated',
      params: { placed, total: villages.length, unplaced: villages.length - placed, known: situation.knownTimes.size }
    },
    ...(over > 0
      ? [{ code: 'finding-indicative', params: { villages: over, minutes: INDICATIVE_MINUTES, level } }]
      : [])
  ];
}

function antipyretics(derived: Derived): FindingPhrase[] {
  const sites = shortOfAntipyretics(derived);
  if (sites.size === 0) return [];
  const clinics = [...sites.keys()].every((id) => derived.situation.facilities.get(id)?.tier === 'village-clinic');
  const params = { sites: sites.size, days: numberRule(derived.pack, 'stock-days'), kind: clinics ? 'clinic' : 'site' };
  return [{ code: 'finding-antipyretics', params, figures: [{ kind: 'short-antipyretics' }] }];
}

function vehicles({ situation, readiness, estimated }: Derived): FindingPhrase[] {
  if (estimated && situation.vehicles.size === 0) return [];
  const without = readiness.filter(isWithoutVehicle);
  if (without.length === 0) return [];
  const [{ townshipId }] = without;
  const name = nameParams('place', situation.townships.get(townshipId)?.names, townshipId);
  return [
    {
      code: 'finding-no-vehicle',
      params: { ...name, towns: without.length, more: without.length - 1 },
      figures: [{ kind: 'towns-without-vehicle', besides: townshipId }]
    }
  ];
}
