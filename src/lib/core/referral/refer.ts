import type { AllianceId, FacilityId, TownshipId, VillageId } from '../model/ids';
import { FACILITY_TIERS, type Facility, type Village } from '../model/records';
import type { PatientCase, Phrase, ReferralAnswer, ReferralTarget } from '../model/results';
import type { Situation } from '../model/situation';
import { isUnknown } from '../model/unknown-fields';
import { MATRIX_REASONS, type NoWayReason, type Place, type Router } from '../routing/routing';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { decideCare, type CareDecision } from './decide-care';

export interface ReferInput {
  situation: Pick<Situation, 'villages' | 'facilities' | 'townships' | 'alliances'>;
  /** Times village → facility for the vehicle, season and closures chosen. */
  router: Pick<Router, 'matrix'>;
  villageId: VillageId;
  /** Where the patient is when not in the village: times run from here, the alliance stays the village's. */
  from?: Place;
  patient: PatientCase;
  pack: RulePack;
}

/**
 * Referral target of a case (requirements 46–49). The tier comes from `decideCare`; of its sites those that can do all
 * the case needs, are open, have a free bed and can be reached stand in this order: the tier itself before a higher one
 * (a designated hospital may take a sub-designated case, never the reverse), the village's own alliance before others,
 * then least milliseconds, least millimetres, lowest id. The first is the target, the next two are alternatives.
 *
 * `passedOver`: every site nearer than the target, and every site of the tiers concerned that was excluded, each with all
 * its reasons, nearest first, those without a way last. Without a target that is every site of those tiers.
 *
 * A case for home care has no target; `monitoringSite` is the nearest open clinic or township hospital.
 *
 * @throws RangeError when the village does not exist.
 */
export function refer({ situation, router, villageId, from, patient, pack }: ReferInput): ReferralAnswer {
  const village = situation.villages.get(villageId);
  if (!village) throw new RangeError(`No village "${villageId}".`);
  const care = decideCare(patient, pack);
  const own = allianceOf(village, situation);
  const sites = travelTimes(from ?? village, [...situation.facilities.values()], router).map((site) => ({
    ...site,
    ownAlliance: own !== null && belongsTo(site.facility, own, situation)
  }));
  const monitoring = sites
    .filter(({ facility, ms }) => isPrimary(facility) && facility.open && ms !== null)
    .sort(byTime);
  const common = {
    villageId,
    patient,
    ...care,
    monitoringSite: care.carePlace === 'home' && monitoring.length > 0 ? target(monitoring[0]) : null
  };
  if (care.carePlace === 'home') {
    const noTargetReason = { code: monitoring.length > 0 ? 'refer-home' : 'refer-home-no-site' };
    return { ...common, target: null, alternatives: [], passedOver: [], noTargetReason };
  }

  const judged = sites.map((site) => ({ site, reasons: exclusions(site, care, pack) }));
  const eligible = judged.filter(({ reasons }) => reasons.length === 0).map(({ site }) => site);
  eligible.sort(
    (a, b) =>
      Number(higher(a, care)) - Number(higher(b, care)) || Number(b.ownAlliance) - Number(a.ownAlliance) || byTime(a, b)
  );
  const [first, ...rest] = eligible;
  const chosen = first as Site | undefined;
  const passedOver = judged
    .filter(({ site, reasons }) => {
      if (site === chosen) return false;
      if (chosen && site.ms !== null && byTime(site, chosen) < 0) return true;
      return reasons.length > 0 && rank(site.facility) >= rankOf(care);
    })
    .sort((a, b) => byTime(a.site, b.site))
    .map(({ site, reasons }) => ({
      facilityId: site.facility.id,
      tier: site.facility.tier,
      ms: site.ms,
      reasons:
        reasons.length > 0 ? reasons : [{ code: higher(site, care) ? 'passed-higher-tier' : 'passed-other-alliance' }]
    }));
  return {
    ...common,
    target: chosen ? target(chosen) : null,
    alternatives: rest.slice(0, 2).map(target),
    passedOver,
    noTargetReason: chosen
      ? null
      : {
          code: noTarget(
            judged.filter(({ site }) => rank(site.facility) >= rankOf(care)),
            care
          )
        }
  };
}

/** Alliance of the hospital of the village's township; null where none is on record. */
export function allianceOf(
  village: Pick<Village, 'townshipId'>,
  { townships, facilities }: Pick<Situation, 'townships' | 'facilities'>
): AllianceId | null {
  const seat = townships.get(village.townshipId as TownshipId)?.seatFacilityId ?? null;
  const hospital = seat === null ? undefined : facilities.get(seat);
  if (hospital?.allianceId) return hospital.allianceId;
  const inTownship = [...facilities.values()]
    .filter((each) => each.townshipId === village.townshipId && each.allianceId !== null)
    .sort(
      (a, b) =>
        Number(b.tier === 'township-hospital') - Number(a.tier === 'township-hospital') || (a.id < b.id ? -1 : 1)
    );
  return inTownship[0]?.allianceId ?? null;
}

interface Site {
  facility: Facility;
  ms: number | null;
  mm: number | null;
  noWay: NoWayReason | null;
  ownAlliance: boolean;
}

function travelTimes(from: Place, facilities: Facility[], router: Pick<Router, 'matrix'>): Omit<Site, 'ownAlliance'>[] {
  const { ms, mm, reason } = router.matrix([from], facilities);
  return facilities.map((facility, i) => {
    const noWay = MATRIX_REASONS[reason[i]];
    return noWay === null ? { facility, ms: ms[i], mm: mm[i], noWay } : { facility, ms: null, mm: null, noWay };
  });
}

/** Why a site cannot take the case; empty when it can. `noWay`: why it cannot be reached, null where it can. */
export function exclusions(
  { facility, noWay }: Pick<Site, 'facility' | 'noWay'>,
  care: Pick<CareDecision, 'carePlace' | 'needs'>,
  pack: RulePack
): Phrase[] {
  const reasons: Phrase[] = [];
  if (rank(facility) < rankOf(care)) reasons.push({ code: 'passed-tier-too-low' });
  if (!facility.open) reasons.push({ code: 'passed-closed' });
  // A clinic has no business with the beds and means of a hospital: its tier says it all.
  if (isPrimary(facility)) return noWay ? [...reasons, noWayPhrase(noWay)] : reasons;
  for (const capability of care.needs)
    if (!facility.capabilities.includes(capability)) reasons.push({ code: `passed-lacks-${capability}` });
  if (facility.bedsFree < Math.max(1, numberRule(pack, 'free-beds-min')))
    reasons.push({
      code:
        facility.reportedAt === null || isUnknown(facility, 'bedsFree') ? 'passed-beds-unknown' : 'passed-no-free-bed',
      params: { beds: facility.bedsTotal }
    });
  if (noWay) reasons.push(noWayPhrase(noWay));
  return reasons;
}

function noWayPhrase(reason: NoWayReason): Phrase {
  return { code: `passed-no-way-${reason}` };
}

/** The one sentence that says what stands in the way of every site. */
function noTarget(judged: { site: Site; reasons: Phrase[] }[], { needs }: CareDecision): string {
  const lacks = (...codes: string[]) => judged.every(({ reasons }) => reasons.some(({ code }) => codes.includes(code)));
  if (needs.includes('icu') && lacks('passed-lacks-icu', 'passed-lacks-oxygen')) return 'refer-no-severe-site';
  if (judged.length === 0) return 'refer-none-of-tier';
  const all = (test: (code: string) => boolean) =>
    judged.every(({ reasons }) => reasons.some(({ code }) => test(code)));
  // What no hospital of the tier can do stands before what cannot be known of it.
  if (all((code) => code.startsWith('passed-lacks-'))) return 'refer-none-capable';
  if (all((code) => code.startsWith('passed-no-way'))) return 'refer-none-reachable';
  if (all((code) => code === 'passed-beds-unknown')) return 'refer-beds-unknown';
  if (all((code) => code === 'passed-no-free-bed' || code === 'passed-beds-unknown')) return 'refer-none-free';
  if (all((code) => code === 'passed-closed')) return 'refer-none-open';
  return 'refer-none-suitable';
}

function target({ facility, ms, mm, ownAlliance }: Site): ReferralTarget {
  return { facilityId: facility.id, ms: ms as number, mm: mm as number, ownAlliance, bedsFree: facility.bedsFree };
}

/** A member, or the hospital the alliance sends its patients to. */
function belongsTo(facility: Facility, own: AllianceId, { alliances }: Pick<Situation, 'alliances'>): boolean {
  const alliance = alliances.get(own);
  const heads: (FacilityId | null | undefined)[] = [alliance?.subDesignatedFacilityId, alliance?.designatedFacilityId];
  return facility.allianceId === own || heads.includes(facility.id);
}

function isPrimary({ tier }: Facility): boolean {
  return tier === 'village-clinic' || tier === 'township-hospital';
}

function rank({ tier }: Facility): number {
  return FACILITY_TIERS.indexOf(tier);
}

function rankOf({ carePlace }: Pick<CareDecision, 'carePlace'>): number {
  return carePlace === 'home' ? 0 : FACILITY_TIERS.indexOf(carePlace);
}

function higher({ facility }: Site, care: CareDecision): boolean {
  return rank(facility) > rankOf(care);
}

function byTime(a: Site, b: Site): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.ms ?? last) - (b.ms ?? last) || (a.mm ?? last) - (b.mm ?? last) || (a.facility.id < b.facility.id ? -1 : 1);
}
