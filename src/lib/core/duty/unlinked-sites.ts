import type { FacilityId } from '../model/ids';
import type { Situation } from '../model/situation';

/** A site that hangs in the air: `alliance` of a township hospital (42), `hospital` of a village clinic (37). */
export interface UnlinkedSite {
  facilityId: FacilityId;
  link: 'alliance' | 'hospital';
}

/**
 * Township hospitals without an alliance on record, and village clinics without the hospital they belong to: a clinic
 * is helped through its hospital, so it is never listed for the alliance.
 */
export function unlinkedSites({ facilities, alliances }: Pick<Situation, 'facilities' | 'alliances'>): UnlinkedSite[] {
  return [...facilities.values()].flatMap(({ id, tier, parentId, allianceId }): UnlinkedSite[] => {
    if (tier === 'township-hospital')
      return allianceId !== null && alliances.has(allianceId) ? [] : [{ facilityId: id, link: 'alliance' }];
    if (tier !== 'village-clinic') return [];
    const parent = parentId === null ? undefined : facilities.get(parentId);
    return parent && parent.tier !== 'village-clinic' ? [] : [{ facilityId: id, link: 'hospital' }];
  });
}
