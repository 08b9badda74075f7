import { travelTableFaults } from '../routing/scenario';
import { numberRule, rulePackFaults } from '../rules/rule-pack';
import type { Phrase } from '../model/results';
import { INDICATIVE_MINUTES, indicativeLevel, isIndicative } from '../estimate/indicative';
import { nameParams, type Derived } from './derived';

/**
 * The one sentence of an area: far villages, unreachable ones, short antipyretics, towns without a ready vehicle; at its
 * end the rule packs and travel tables that could not be read and are not what the figures rest on.
 */
export function stateFinding(derived: Derived): Phrase[] {
  return [...access(derived), ...antipyretics(derived), ...vehicles(derived), ...unreadable(derived)];
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

function access({ situation, villages, pack, estimated }: Derived): Phrase[] {
  const minutes = numberRule(pack, 'coverage-headline-minutes');
  const total = villages.length;
  if (total === 0) return [{ code: 'finding-no-villages' }];
  if (estimated) return estimatedAccess(situation, villages);
  if (villages.every(({ reach }) => reach.severe.reason === 'no-open-facility'))
    return [{ code: 'finding-no-severe-site', params: { total } }];
  const far = villages.filter(({ reach }) => reach.severe.ms !== null && reach.severe.ms > minutes * 60_000);
  const cut = villages.filter(({ reach }) => reach.severe.ms === null);
  const persons = (list: typeof villages) =>
    list.reduce((sum, { villageId }) => sum + (situation.villages.get(villageId)?.residents ?? 0), 0);
  const phrases: Phrase[] = [
    far.length === 0
      ? { code: 'finding-all-near', params: { villages: total - cut.length, total, minutes } }
      : { code: 'finding-far', params: { villages: far.length, total, persons: persons(far), minutes } }
  ];
  if (cut.length > 0)
    phrases.push({ code: 'finding-unreachable', params: { villages: cut.length, persons: persons(cut) } });
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

/** Sites that hold fewer days than the plain rule asks, without the extra days of remote places. */
function antipyretics({ situation, medicines, pack }: Derived): Phrase[] {
  const days = numberRule(pack, 'stock-days');
  const sites = new Set(
    medicines
      .filter(({ medicineId }) => situation.medicines.get(medicineId)?.medicineClass === 'antipyretic')
      .filter((each) => each.daysStatus === 'red' && (each.requiredDays === days || (each.days ?? days) < days))
      .map(({ facilityId }) => facilityId)
  );
  if (sites.size === 0) return [];
  const clinics = [...sites].every((id) => situation.facilities.get(id)?.tier === 'village-clinic');
  const kind = clinics ? 'clinic' : 'site';
  return [{ code: 'finding-antipyretics', params: { sites: sites.size, days, kind } }];
}

function vehicles({ situation, readiness, estimated }: Derived): Phrase[] {
  if (estimated && situation.vehicles.size === 0) return [];
  const without = readiness.filter(({ ready, required }) => required > 0 && ready === 0);
  if (without.length === 0) return [];
  const [{ townshipId }] = without;
  const name = nameParams('place', situation.townships.get(townshipId)?.names, townshipId);
  return [{ code: 'finding-no-vehicle', params: { ...name, towns: without.length, more: without.length - 1 } }];
}
