import { nearestSite } from '../coverage/find-reach';
import type { VillageId } from '../model/ids';
import type { Facility, Names, Village } from '../model/records';
import type { Reach } from '../model/results';
import type { Situation } from '../model/situation';
import type { Router } from '../routing/routing';

/** Why a fever clinic is not on the public list although one should be there. */
export type FeverLack =
  'not-set' | 'not-published' | 'not-open' | 'site-closed' | 'no-address' | 'no-telephone' | 'no-hours';

/** What the office must know of one site; the public sees it only once nothing withholds it. */
export interface FeverSite {
  facility: Facility;
  township: Names | null;
  /** On the public list: set up, open, in an open site, and made public. */
  listed: boolean;
  /** What keeps it off the list, or leaves a gap on it. */
  lacks: FeverLack[];
}

/** A fever clinic that people may be sent to. */
export function isPublicFeverClinic(
  facility: Pick<Facility, 'feverSet' | 'feverOpen' | 'published' | 'open'>
): boolean {
  return facility.feverSet && facility.published && facility.feverOpen && facility.open;
}

/**
 * Requirements 27 and 30: every site that should have or has a fever clinic, those on the public list first, each part by
 * township and name. Who should be open and is not, and why a site is not public, is for the office alone.
 */
export function feverSites(situation: Pick<Situation, 'facilities' | 'townships'>): FeverSite[] {
  return [...situation.facilities.values()]
    .filter(({ feverShould, feverSet }) => feverShould || feverSet)
    .map((facility): FeverSite => {
      const listed = isPublicFeverClinic(facility);
      const township = situation.townships.get(facility.townshipId)?.names ?? null;
      return { facility, township, listed, lacks: lacksOf(facility) };
    })
    .sort(
      (a, b) =>
        Number(b.listed) - Number(a.listed) ||
        compare(a.township?.local ?? '', b.township?.local ?? '') ||
        compare(a.facility.names.local, b.facility.names.local) ||
        compare(a.facility.id, b.facility.id)
    );
}

function lacksOf(facility: Facility): FeverLack[] {
  const { feverSet, published, feverOpen, open, address, telephone, feverHours, open24h } = facility;
  if (!feverSet) return ['not-set'];
  return [
    ...(published ? [] : (['not-published'] as const)),
    ...(feverOpen ? [] : (['not-open'] as const)),
    ...(open ? [] : (['site-closed'] as const)),
    ...(address.trim() ? [] : (['no-address'] as const)),
    ...(telephone.trim() ? [] : (['no-telephone'] as const)),
    ...(feverHours.trim() || open24h ? [] : (['no-hours'] as const))
  ];
}

/** The way of each village to its nearest fever clinic of the public list (requirement 39), in the villages' order. */
export function feverReach(
  villages: readonly Village[],
  facilities: readonly Facility[],
  router: Pick<Router, 'matrix' | 'snap'>
): { villageId: VillageId; reach: Reach }[] {
  const sites = facilities.filter((each) => isPublicFeverClinic(each) && each.lon !== null && each.lat !== null);
  const none: Reach = { facilityId: null, ms: null, mm: null, reason: 'no-facility-on-record' };
  if (sites.length === 0) return villages.map(({ id }) => ({ villageId: id, reach: none }));
  const times = router.matrix(villages, sites);
  const snaps = villages.map((village) => router.snap(village));
  const all = sites.map((_, i) => i);
  return villages.map(({ id }, v) => ({
    villageId: id,
    reach: nearestSite({ facilities: sites, times, snaps }, v, all)
  }));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
