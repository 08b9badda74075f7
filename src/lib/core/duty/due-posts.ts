import type { FacilityId, TownshipId } from '../model/ids';
import type { PostKind } from '../model/records';
import type { Situation } from '../model/situation';

/** A post that somebody has to hold, whether or not it is on record yet. */
export interface DuePost {
  /** Key that its record gets: the same on every desk, so that two who fill it at once meet in one record. */
  id: string;
  kind: PostKind;
  unit: TownshipId | 'county';
  /** Hospital it links to; null where it is the unit's own. */
  facilityId: FacilityId | null;
}

export type PostFacts = Pick<Situation, 'townships' | 'villages' | 'facilities' | 'alliances' | 'vehicles' | 'posts'>;

/**
 * The posts that the documents want (requirements 51, 70, 85), as far as the records say for whom:
 *
 * - township hospital: one each, of its unit;
 * - lead hospital of an alliance: one each; and one for its counterpart hospital in the city, which is no site of the
 *   county and stands under the lead hospital (one of the county where no alliance is on record);
 * - designated and sub-designated hospital, by tier or because an alliance names it: one each;
 * - vehicles: one in each township with a vehicle; one of the county where no vehicle is on record;
 * - grid: one in each township with a village; responsible: one of the county and one in each township.
 *
 * The county's posts first, then those of hospitals and townships in the order of the records; each once.
 */
export function duePosts(situation: PostFacts): DuePost[] {
  const { townships, villages, facilities, alliances, vehicles } = situation;
  const due = new Map<string, DuePost>();
  const want = (kind: PostKind, unit: DuePost['unit'], facilityId: FacilityId | null = null) => {
    const id = duePostId(kind, unit, facilityId);
    due.set(id, { id, kind, unit, facilityId });
  };
  const onRecord = (ids: readonly (FacilityId | null)[]) =>
    ids.filter((id): id is FacilityId => id !== null && facilities.has(id));
  const ofTier = (tier: string) => [...facilities.values()].filter((each) => each.tier === tier);
  const linked = [...alliances.values()];
  const leads = onRecord(linked.map(({ leadFacilityId }) => leadFacilityId));

  want('responsible', 'county');
  for (const id of leads) want('lead-hospital', 'county', id);
  const designated = linked.map(({ designatedFacilityId }) => designatedFacilityId);
  for (const id of [...onRecord(designated), ...ofTier('designated').map((each) => each.id)])
    want('designated', 'county', id);
  const below = linked.map(({ subDesignatedFacilityId }) => subDesignatedFacilityId);
  for (const id of [...onRecord(below), ...ofTier('sub-designated').map((each) => each.id)])
    want('sub-designated', 'county', id);
  for (const id of leads.length > 0 ? leads : [null]) want('counterpart', 'county', id);
  const moving = new Set([...vehicles.values()].map(({ townshipId }) => townshipId));
  if (vehicles.size === 0) want('vehicles', 'county');

  for (const { id, unit } of ofTier('township-hospital')) want('township-hospital', unit, id);
  const lived = new Set([...villages.values()].map(({ townshipId }) => townshipId));
  for (const { id } of townships.values()) {
    want('responsible', id);
    if (moving.has(id)) want('vehicles', id);
    if (lived.has(id)) want('grid', id);
  }
  return [...due.values()];
}

export function duePostId(kind: PostKind, unit: DuePost['unit'], facilityId: FacilityId | null): string {
  return `post-${kind}-${facilityId ?? unit}`;
}
