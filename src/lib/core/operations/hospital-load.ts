import type { FacilityId } from '../model/ids';
import type { Facility, Referral } from '../model/records';
import { isUnknown } from '../model/unknown-fields';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { isEnded } from './states';

/** How full a hospital is (requirement 40). */
export interface HospitalLoad {
  facilityId: FacilityId;
  bedsTotal: number;
  /** Beds that nobody lies in and none is kept of. */
  bedsFree: number;
  /** Beds kept for cases that are on their way. */
  bedsHeld: number;
  /** Cases that are to come here and have not been handed over. */
  coming: number;
  /** Share of beds taken or kept, 0–1; null where no bed is on record. */
  share: number | null;
  /** Above the setting: further cases go to the next site that can take them. */
  full: boolean;
}

/** Load of every hospital above the township's, the fullest first; those of unknown load last. */
export function hospitalLoads(
  facilities: Iterable<Facility>,
  referrals: Iterable<Referral>,
  pack: RulePack
): HospitalLoad[] {
  const limit = numberRule(pack, 'load-percent') / 100;
  const open = [...referrals].filter(({ state }) => !isEnded('referral', state) && state !== 'handed-over');
  const loads: HospitalLoad[] = [];
  for (const facility of facilities) {
    const { id, tier, bedsTotal, bedsFree } = facility;
    if (tier !== 'designated' && tier !== 'sub-designated') continue;
    const own = open.filter(({ targetFacilityId }) => targetFacilityId === id);
    const known = bedsTotal > 0 && !isUnknown(facility, 'bedsTotal', 'bedsFree');
    const share = known ? (bedsTotal - bedsFree) / bedsTotal : null;
    loads.push({
      facilityId: id,
      bedsTotal,
      bedsFree,
      bedsHeld: own.filter(({ bedHeld }) => bedHeld).length,
      coming: own.filter(({ state }) => state !== 'draft' && state !== 'rejected').length,
      share,
      full: share !== null && share > limit
    });
  }
  return loads.sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || (a.facilityId < b.facilityId ? -1 : 1));
}

/**
 * Of sites that can take a case, the best first, the one it should go to: the first that is not above the setting; the
 * first at all where every one is. `divertedFrom` names the full one that was passed over.
 */
export function divert<S extends { facilityId: FacilityId }>(
  sites: readonly S[],
  loads: readonly HospitalLoad[]
): { site: S | null; divertedFrom: FacilityId | null } {
  const full = new Set(loads.filter((each) => each.full).map(({ facilityId }) => facilityId));
  const site = sites.find(({ facilityId }) => !full.has(facilityId)) ?? sites[0] ?? null;
  return { site, divertedFrom: site && site !== sites[0] ? sites[0].facilityId : null };
}
