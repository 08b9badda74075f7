import type { Situation } from '../model/situation';

/**
 * The situation of one township alone: its row, villages and what belongs to its unit. Lists, tiles and the finding of a
 * person who is shown records of one unit are made from it, so that what is not shown is never counted as none.
 */
export function withinUnit(situation: Situation, unit: string): Situation {
  const only = <T>(collection: ReadonlyMap<string, T>, kept: (record: T) => boolean) =>
    new Map([...collection].filter(([, record]) => kept(record)));
  const ofUnit = (record: { unit: string }) => record.unit === unit;
  const villages = only(situation.villages, ({ townshipId }) => townshipId === unit);
  return {
    ...situation,
    townships: only(situation.townships, ({ id }) => id === unit),
    villages,
    facilities: only(situation.facilities, ofUnit),
    vehicles: only(situation.vehicles, ofUnit),
    stock: only(situation.stock, ofUnit),
    peopleCounts: only(situation.peopleCounts, ({ villageId }) => villages.has(villageId)),
    knownTimes: only(situation.knownTimes, ({ villageId }) => villages.has(villageId))
  };
}
