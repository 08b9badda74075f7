import type { Reach, VillageResult } from '../model/results';
import type { CareLevel } from '../model/situation';
import { isNoSite } from '../routing/routing';

/** Over this many estimated minutes a place may be listed, as *indicative*. No list is made of those over an hour. */
export const INDICATIVE_MINUTES = 30;

/** A time over the indicative limit, estimated or measured. */
export function isIndicative({ ms }: Reach): boolean {
  return ms !== null && ms > INDICATIVE_MINUTES * 60_000;
}

/** What an area without roads is asked about: severe care where a hospital for it is on record, else the seat. */
export function indicativeLevel(villages: readonly Pick<VillageResult, 'reach'>[]): CareLevel {
  return villages.every(({ reach }) => isNoSite(reach.severe.reason)) ? 'seat' : 'severe';
}
