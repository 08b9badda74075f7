import type { FacilityId } from '../model/ids';
import { FACILITY_TIERS, type Facility, type Village } from '../model/records';
import type { Situation } from '../model/situation';

/**
 * Villages a site counts people in: those of its own unit that lie nearest to it in a straight line, of the unit's open
 * village clinics and township hospitals (where there is none, of its open sites of the lowest tier). Ties go to the
 * lowest id; a village or site without a position falls to the unit's first hospital, else its first site, by id.
 *
 * Straight lines, not roads: the form must be the same on every phone, with or without the roads, and each village of a
 * unit with an open site must be counted by exactly one. A clinic so counts its own village, as it should.
 */
export function reportedVillages(
  { facilities, villages }: Pick<Situation, 'facilities' | 'villages'>,
  facilityId: FacilityId
): Village[] {
  const own = facilities.get(facilityId);
  if (!own) return [];
  const counting = countingSites([...facilities.values()].filter(({ unit, open }) => unit === own.unit && open));
  if (!counting.some(({ id }) => id === facilityId)) return [];
  return byId([...villages.values()].filter(({ unit }) => unit === own.unit)).filter(
    (village) => siteOf(village, counting)?.id === facilityId
  );
}

function countingSites(open: Facility[]): Facility[] {
  const primary = open.filter(({ tier }) => tier === 'village-clinic' || tier === 'township-hospital');
  if (primary.length > 0) return byId(primary);
  const lowest = FACILITY_TIERS.find((tier) => open.some((each) => each.tier === tier));
  return byId(open.filter(({ tier }) => tier === lowest));
}

function siteOf(village: Village, sites: readonly Facility[]): Facility | undefined {
  let best: { site: Facility; distance: number } | null = null;
  for (const site of sites) {
    const distance = squaredDegrees(village, site);
    if (distance !== null && (!best || distance < best.distance)) best = { site, distance };
  }
  return best?.site ?? sites.find(({ tier }) => tier !== 'village-clinic') ?? sites[0];
}

type Place = { lon: number | null; lat: number | null };

/** Square of the distance on the plane at the village, in degrees of latitude; null without both positions. */
function squaredDegrees(village: Place, site: Place): number | null {
  if (village.lon === null || village.lat === null || site.lon === null || site.lat === null) return null;
  const x = (site.lon - village.lon) * Math.cos((village.lat * Math.PI) / 180);
  return x * x + (site.lat - village.lat) ** 2;
}

function byId<T extends { id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
