import type { FacilityId, VillageId } from '../model/ids';
import type { Facility, FacilityTier, Names, PostKind } from '../model/records';
import type { Reach, VillageResult } from '../model/results';
import type { Situation } from '../model/situation';
import type { NoWayReason } from '../routing/routing';
import { telephoneRule, type RulePack } from '../rules/rule-pack';

/** What a site is the nearest for. */
export const CARD_ROLES = ['clinic', 'hospital', 'severe', 'fever'] as const;
export type CardRole = (typeof CARD_ROLES)[number];

export interface CardSite {
  /** Nearest for all of these: a village beside the county town has one site for everything. */
  roles: CardRole[];
  facilityId: FacilityId;
  names: Names;
  tier: FacilityTier;
  reach: Reach;
  /** Empty where nobody entered it. */
  address: string;
  telephone: string;
  hours: string;
  /** Hours of its fever clinic; empty for other roles and where nobody entered them. */
  feverHours: string;
  open24h: boolean;
}

/** Someone to call close by: a post, never a name. */
export interface CardContact {
  kind: PostKind;
  telephone: string;
}

export type MissingFact =
  | { fact: 'telephone' | 'hours' | 'address' | 'fever-hours'; facilityId: FacilityId; names: Names }
  | { fact: 'position' | 'contact' | 'emergency' | 'hotline' | 'fever-clinic'; facilityId: null; names: null };

/** Everything a village's card says, of the facts alone (requirements 30, 39, 77, 83). */
export interface VillageCard {
  villageId: VillageId;
  names: Names;
  township: Names | null;
  sites: CardSite[];
  /** Roles for which no site can be reached, with why. */
  without: { role: CardRole; reason: NoWayReason }[];
  contact: CardContact | null;
  emergency: string;
  hotline: string;
  missing: MissingFact[];
  /** Something on it was made up as a sample: not to be posted. */
  sample: boolean;
}

/** Posts that stand for a township to its people, in this order. */
const LOCAL_POSTS: readonly PostKind[] = ['grid', 'responsible', 'township-hospital'];
const SHOWN_FIELDS = [
  'address',
  'telephone',
  'openingHours',
  'feverHours',
  'open24h',
  'feverOpen',
  'published'
] as const;

export interface VillageCardInput {
  situation: Pick<Situation, 'villages' | 'townships' | 'facilities' | 'posts'>;
  result: Pick<VillageResult, 'villageId' | 'reach'>;
  /** Way to the nearest public fever clinic. */
  fever: Reach;
  pack: RulePack;
}

/**
 * @throws RangeError when there is no such village.
 */
export function villageCard({ situation, result, fever, pack }: VillageCardInput): VillageCard {
  const village = situation.villages.get(result.villageId);
  if (!village) throw new RangeError(`No village "${result.villageId}".`);
  const wanted: [CardRole, Reach][] = [
    ['clinic', result.reach.any],
    ['hospital', result.reach.township],
    ['severe', result.reach.severe],
    ['fever', fever]
  ];
  const sites = new Map<FacilityId, CardSite>();
  const without: VillageCard['without'] = [];
  let sample = false;
  for (const [role, reach] of wanted) {
    const facility = reach.facilityId === null ? undefined : situation.facilities.get(reach.facilityId);
    if (!facility) {
      without.push({ role, reason: reach.reason ?? 'no-open-facility' });
      continue;
    }
    const held = sites.get(facility.id);
    if (held) held.roles.push(role);
    else sites.set(facility.id, siteOf(facility, role, reach));
    if (role === 'fever') sites.get(facility.id)!.feverHours = facility.feverHours.trim();
    sample ||= isSample(facility);
  }
  const contact = contactOf(situation, village.townshipId);
  const [emergency, hotline] = [telephoneRule(pack, 'emergency-telephone'), telephoneRule(pack, 'hotline-telephone')];
  const nobody = (fact: 'position' | 'contact' | 'emergency' | 'hotline' | 'fever-clinic') =>
    ({ fact, facilityId: null, names: null }) as const;
  return {
    villageId: village.id,
    names: village.names,
    township: situation.townships.get(village.townshipId)?.names ?? null,
    sites: [...sites.values()],
    without,
    contact: contact && { kind: contact.kind, telephone: contact.telephone },
    emergency,
    hotline,
    missing: [
      ...(village.lon === null || village.lat === null ? [nobody('position')] : []),
      ...[...sites.values()].flatMap(missingOf),
      ...(without.some(({ role }) => role === 'fever') ? [nobody('fever-clinic')] : []),
      ...(contact ? [] : [nobody('contact')]),
      ...(emergency ? [] : [nobody('emergency')]),
      ...(hotline ? [] : [nobody('hotline')])
    ],
    sample: sample || contact?.sample === true
  };
}

function siteOf(facility: Facility, role: CardRole, reach: Reach): CardSite {
  const { id, names, tier, address, telephone, openingHours, open24h } = facility;
  return {
    roles: [role],
    facilityId: id,
    names,
    tier,
    reach,
    address: address.trim(),
    telephone: telephone.trim(),
    hours: openingHours.trim(),
    feverHours: '',
    open24h
  };
}

function missingOf(site: CardSite): MissingFact[] {
  const { facilityId, names, roles, address, telephone, hours, feverHours, open24h } = site;
  const lack = (fact: 'telephone' | 'hours' | 'address' | 'fever-hours') => ({ fact, facilityId, names });
  const fever = roles.includes('fever');
  return [
    ...(telephone ? [] : [lack('telephone')]),
    // Of a fever clinic its own hours count; whoever comes for other care needs the site's.
    ...(hours || open24h || (fever && roles.length === 1) ? [] : [lack('hours')]),
    ...(fever && !feverHours && !open24h ? [lack('fever-hours')] : []),
    ...(fever && !address ? [lack('address')] : [])
  ];
}

function contactOf({ posts }: Pick<Situation, 'posts'>, townshipId: string) {
  const own = [...posts.values()].filter(({ unit, telephone }) => unit === townshipId && telephone.trim() !== '');
  for (const kind of LOCAL_POSTS) {
    const post = own.filter((each) => each.kind === kind).sort((a, b) => (a.id < b.id ? -1 : 1))[0];
    if (post) return { kind, telephone: post.telephone.trim(), sample: post.origin === 'sample' };
  }
  return null;
}

/** One of the facts that a card takes from the site was made up and not changed by hand. */
function isSample({ origin, editedFields }: Facility): boolean {
  return origin === 'sample' && SHOWN_FIELDS.some((field) => !editedFields.includes(field));
}
