import type { Village } from '../model/records';
import type { CountedPlaces, Phrase, Reach, VillageCount, VillageResult } from '../model/results';
import { value, named } from './explain-parts';
import type { ExplainInput } from './explain';

/** Places an explanation names before it says how many more there are. */
export const NAMED_PLACES = 8;

type Facts = Pick<ExplainInput, 'situation' | 'results'>;

/** Villages of a township, or all, with their figures. */
export function villagesOf({ situation, results }: Facts, townshipId: VillageCount['townshipId']) {
  return results.villages.flatMap((result): { village: Village; result: VillageResult }[] => {
    const village = situation.villages.get(result.villageId);
    if (!village) return [];
    const known = situation.townships.has(village.townshipId) ? village.townshipId : 'unknown';
    return townshipId === 'all' || known === townshipId ? [{ village, result }] : [];
  });
}

/** The villages a count is about, without a way first, then the farthest. */
export function villagesInCount(facts: Facts, count: VillageCount) {
  const msOf = ({ result }: { result: VillageResult }) => result.reach[count.careLevel].ms;
  return villagesOf(facts, count.townshipId)
    .filter((each) => isCounted(msOf(each), count))
    .sort((a, b) => (msOf(b) ?? Infinity) - (msOf(a) ?? Infinity) || b.village.residents - a.village.residents);
}

export function isCounted(ms: number | null, { over, upTo, noWay }: VillageCount): boolean {
  if (ms === null) return noWay;
  if (over === null && upTo === null) return false;
  return (over === null || ms > over * 60_000) && (upTo === null || ms <= upTo * 60_000);
}

export function countedVillages(facts: Facts, count: VillageCount): CountedPlaces {
  const villages = villagesInCount(facts, count);
  return {
    kind: 'village',
    places: villages.slice(0, NAMED_PLACES).map(({ village, result }) => ({
      id: village.id,
      name: { code: 'value-place', params: named(village.names, village.id) },
      value: shownMinutes(result.reach[count.careLevel])
    })),
    more: Math.max(0, villages.length - NAMED_PLACES)
  };
}

/** Whole minutes, rounded up, or why there are none. */
function shownMinutes({ ms, reason }: Reach): Phrase {
  return ms === null ? { code: `no-way-${reason}` } : value('whole-minutes', Math.ceil(ms / 60_000));
}
