import { numberRule } from '../rules/rule-pack';
import type { Phrase } from '../model/results';
import { nameParams, type Derived } from './derived';

/** The one sentence of an area: far villages, unreachable ones, short antipyretics, towns without a ready vehicle. */
export function stateFinding(derived: Derived): Phrase[] {
  return [...access(derived), ...antipyretics(derived), ...vehicles(derived)];
}

function access({ situation, villages, pack }: Derived): Phrase[] {
  const minutes = numberRule(pack, 'coverage-headline-minutes');
  const total = villages.length;
  if (total === 0) return [{ code: 'finding-no-villages' }];
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

/** Sites that hold fewer days than the plain rule asks, without the extra days of remote places. */
function antipyretics({ situation, medicines, pack }: Derived): Phrase[] {
  const days = numberRule(pack, 'stock-days');
  const sites = new Set(
    medicines
      .filter(({ medicineId }) => situation.medicines.get(medicineId)?.medicineClass === 'antipyretic')
      .filter((each) => each.daysStatus === 'red' && (each.requiredDays === days || (each.days ?? days) < days))
      .map(({ facilityId }) => facilityId)
  );
  return sites.size > 0 ? [{ code: 'finding-antipyretics', params: { sites: sites.size, days } }] : [];
}

function vehicles({ situation, readiness }: Derived): Phrase[] {
  const without = readiness.filter(({ ready, required }) => required > 0 && ready === 0);
  if (without.length === 0) return [];
  const [{ townshipId }] = without;
  const name = nameParams('place', situation.townships.get(townshipId)?.names, townshipId);
  return [{ code: 'finding-no-vehicle', params: { ...name, towns: without.length, more: without.length - 1 } }];
}
