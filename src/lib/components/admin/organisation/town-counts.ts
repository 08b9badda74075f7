import type { Village } from '$core/model/records';

export interface TownCount {
  villages: number;
  persons: number;
}

/** Villages and residents by township. */
export function townCounts(villages: Iterable<Village>): ReadonlyMap<string, TownCount> {
  const counts = new Map<string, TownCount>();
  for (const { townshipId, residents } of villages) {
    const count = counts.get(townshipId) ?? { villages: 0, persons: 0 };
    counts.set(townshipId, { villages: count.villages + 1, persons: count.persons + residents });
  }
  return counts;
}
