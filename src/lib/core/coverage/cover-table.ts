import type { TownshipId } from '../model/ids';
import type { Township, Village } from '../model/records';
import type { Coverage, CoverageRow } from '../model/results';
import type { CareLevel } from '../model/situation';
import type { NoWayReason } from '../routing/routing';

/** Row of villages whose township is not on record; present only where there are any. */
export const UNKNOWN_TOWNSHIP = 'unknown' as TownshipId;

export interface CoverTableInput {
  careLevel: CareLevel;
  /** Minutes, any order. */
  thresholds: readonly number[];
  townships: readonly Pick<Township, 'id'>[];
  villages: readonly Pick<Village, 'townshipId' | 'residents'>[];
  /** Milliseconds of each village, in the villages' order; null without a way. */
  ms: readonly (number | null)[];
  /** Why a village has none, where it is known. */
  reasons?: readonly (NoWayReason | null)[];
}

/**
 * Villages and persons within each limit, per township and in all. A time equal to a limit is within it; `within` is
 * cumulative, so its last entry + beyond + noWay = all, and the townships sum to the area.
 */
export function coverTable({ careLevel, thresholds, townships, villages, ms, reasons }: CoverTableInput): Coverage {
  const limits = [...new Set(thresholds)].sort((a, b) => a - b);
  const rows = new Map<string, CoverageRow>(townships.map(({ id }) => [id, emptyRow(id, limits)]));
  const all = emptyRow('all', limits);
  villages.forEach((village, v) => {
    let row = rows.get(village.townshipId) ?? rows.get(UNKNOWN_TOWNSHIP);
    if (!row) rows.set(UNKNOWN_TOWNSHIP, (row = emptyRow(UNKNOWN_TOWNSHIP, limits)));
    for (const each of [row, all]) count(each, village.residents, ms[v]);
  });
  const [reason] = reasons ?? [];
  const noSite =
    (reason === 'no-facility-on-record' || reason === 'no-open-facility') && reasons?.every((each) => each === reason);
  return { careLevel, thresholds: limits, townships: [...rows.values()], all, ...(noSite ? { noSite: reason } : {}) };
}

function emptyRow(townshipId: CoverageRow['townshipId'], limits: readonly number[]): CoverageRow {
  return {
    townshipId,
    villages: 0,
    persons: 0,
    within: limits.map((minutes) => ({ minutes, villages: 0, persons: 0 })),
    beyond: { villages: 0, persons: 0 },
    noWay: { villages: 0, persons: 0 }
  };
}

function count(row: CoverageRow, persons: number, ms: number | null): void {
  const add = (cell: { villages: number; persons: number }) => {
    cell.villages++;
    cell.persons += persons;
  };
  add(row);
  if (ms === null) return add(row.noWay);
  const reached = row.within.filter(({ minutes }) => ms <= minutes * 60_000);
  reached.forEach(add);
  if (reached.length === 0) add(row.beyond);
}
