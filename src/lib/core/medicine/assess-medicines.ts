import type { FacilityId, VillageId } from '../model/ids';
import type { Facility, Medicine, PeopleCount, Stock, Village } from '../model/records';
import type { LimbStatus, MedicineAssessment, StockJudgement } from '../model/results';
import type { Situation } from '../model/situation';
import { numberRule, ruleRef, type RulePack } from '../rules/rule-pack';
import { dayAfter } from '../report/local-time';
import { add, ceiling, compare, divide, maximum, multiply, rational, toNumber, ZERO, type Rational } from './rational';
import { isLater, latestStock, stockKey } from './latest-stock';
import { missing, siteDemand, type SiteDemand } from './site-demand';

export interface MedicineInput {
  situation: Pick<Situation, 'villages' | 'facilities' | 'medicines' | 'stock' | 'peopleCounts'>;
  /** Lowest open site of each village (`lowestSites`); a village without a way is absent. */
  servedBy: ReadonlyMap<VillageId, FacilityId>;
  remoteVillages: ReadonlySet<VillageId>;
  pack: RulePack;
  /** ISO date of the assessment: a lot is usable through its expiry day. */
  today: string;
}

/**
 * Requirements 1–8 and 13: one row per open site × medicine, sites and medicines in order of id.
 *
 * A site is a village clinic, a township hospital, or any other facility that serves people or holds stock. A facility
 * that clinics name as parent is assessed with their people, stock and use added to its own (`ownPersons` is what counts
 * at the site itself, so Σ `ownPersons` = all persons with a way). Closed sites neither count nor are counted.
 *
 * Share limb: usable courses ÷ demand persons; below the lower share red, below the upper amber, else green. Days limb:
 * usable doses ÷ mean daily use, red below the required days. Status: the worst limb that can be assessed. Shortfall to
 * a share: max(share × demand, required days × daily use) − unexpired stock, whole doses rounded up. Lots whose last day
 * lies within the days of notice are usable still; `expiring` judges what remains without them. Boundaries are
 * decided in exact fractions. Of several records for one site and medicine, or one village, the latest count holds.
 */
export function assessMedicines(input: MedicineInput): MedicineAssessment[] {
  const { situation } = input;
  const counts = new Map<VillageId, PeopleCount>();
  for (const count of situation.peopleCounts.values())
    if (isLater(count.countedOn, counts.get(count.villageId)?.countedOn)) counts.set(count.villageId, count);
  const own = new Map<FacilityId, Village[]>();
  for (const village of situation.villages.values()) {
    const site = input.servedBy.get(village.id);
    if (site) push(own, site, village);
  }
  const stock = latestStock(situation.stock.values());
  const holders = new Set([...situation.stock.values()].map((each) => each.facilityId));
  const clinics = new Map<FacilityId, Facility[]>();
  for (const facility of situation.facilities.values())
    if (facility.open && facility.parentId !== null) push(clinics, facility.parentId, facility);

  const medicines = sorted([...situation.medicines.values()]);
  return sorted([...situation.facilities.values()])
    .filter((each) => each.open && (isPrimary(each) || own.has(each.id) || holders.has(each.id)))
    .flatMap((facility) => {
      const members = [facility, ...sorted(clinics.get(facility.id) ?? [])];
      const demand = siteDemand({
        villages: members.flatMap((each) => own.get(each.id) ?? []),
        counts,
        remoteVillages: input.remoteVillages,
        pack: input.pack,
        today: input.today
      });
      const ownPersons = sumOf(own.get(facility.id) ?? [], (each) => Math.max(0, each.residents));
      return medicines.map((medicine) => ({
        ...assess(
          medicine,
          members.map((each) => stock.get(stockKey(each.id, medicine.id))),
          demand,
          input
        ),
        facilityId: facility.id,
        ownPersons,
        clinicIds: members.slice(1).map((each) => each.id)
      }));
    });
}

type Judgement = Omit<MedicineAssessment, 'facilityId' | 'ownPersons' | 'clinicIds'>;

/** `held[0]` is the site's own record; undefined where a member never recorded this medicine. */
function assess(
  medicine: Medicine,
  held: (Stock | undefined)[],
  { servedPersons, demand, requiredDays, uplifts, withheldVillages }: SiteDemand,
  { pack, today }: MedicineInput
): Judgement {
  const records = held.filter((each) => each !== undefined);
  const lots = records.flatMap((each) => each.lots).filter((each) => each.doses > 0);
  const [usableLots, expiredLots] = parted(lots, (each) => each.expiresOn.slice(0, 10) >= today);
  const noticeEnd = dayAfter(today, numberRule(pack, 'expiry-notice-days'));
  const [expiringLots, lastingLots] = parted(usableLots, (each) => each.expiresOn.slice(0, 10) <= noticeEnd);
  const [usable, expired] = [total(usableLots), total(expiredLots)];
  const use = dailyUse(held);
  const fullNeed = multiply(demand, multiply(rational(medicine.dosesPerCourse), rational(medicine.coursesPerPerson)));
  const lower = rational(numberRule(pack, 'share-lower-percent'));
  const upper = rational(numberRule(pack, 'share-upper-percent'));
  const needDays = use ? multiply(rational(requiredDays), use) : ZERO;
  const needShare = (percent: Rational) => multiply(fullNeed, percent, { n: 1n, d: 100n });
  const need = (percent: Rational) => maximum(needShare(percent), needDays);

  const judge = (doses: Rational): StockJudgement => {
    const known = records.length > 0;
    const share = known ? shareLimb(doses, fullNeed, lower, upper) : unknownLimb(demand);
    const days = known ? daysLimb(doses, use, requiredDays) : 'not-assessable';
    return {
      share: known && fullNeed.n > 0n ? toNumber(divide(doses, fullNeed)) : null,
      shareStatus: share,
      days: known && use && use.n > 0n ? toNumber(divide(doses, use)) : null,
      daysStatus: days,
      status: worst(share, days),
      shortfallTo15: ceiling(missing(need(lower), doses)),
      shortfallTo20: ceiling(missing(need(upper), doses))
    };
  };
  const judged = judge(usable);
  const { status } = judged;

  const failing = status === 'red' || status === 'amber';
  const worseLimb =
    judged.shareStatus === status && (judged.daysStatus !== status || compare(needShare(lower), needDays) >= 0)
      ? 'share'
      : 'days';
  const limb = !failing ? null : judge(add(usable, expired)).status === 'green' ? 'expiry' : worseLimb;
  return {
    ...judged,
    medicineId: medicine.id,
    servedPersons,
    demandPersons: toNumber(demand),
    uplifts,
    ...(withheldVillages > 0 ? { withheldVillages } : {}),
    usableDoses: toNumber(usable),
    expiredDoses: toNumber(expired),
    onOrderDoses: sumOf(records, (each) => each.onOrderDoses),
    expiring:
      expiringLots.length === 0
        ? null
        : {
            ...judge(total(lastingLots)),
            doses: toNumber(total(expiringLots)),
            firstOn: expiringLots.map((each) => each.expiresOn.slice(0, 10)).reduce((a, b) => (a < b ? a : b))
          },
    requiredDays,
    failingLimb: limb,
    rule: ruleRef(
      pack,
      limb === 'days' || (limb === 'expiry' && worseLimb === 'days') ? 'stock-days' : 'share-lower-percent'
    )
  };
}

/** Sum of the members' use; null as soon as one has no history, for a part would pass for the whole. */
function dailyUse(held: (Stock | undefined)[]): Rational | null {
  let use = ZERO;
  for (const each of held) {
    if (!each || each.meanDailyUse === null) return null;
    use = add(use, rational(Math.max(0, each.meanDailyUse)));
  }
  return use;
}

function shareLimb(usable: Rational, fullNeed: Rational, lower: Rational, upper: Rational): LimbStatus {
  if (fullNeed.n <= 0n) return 'no-demand';
  const percent = multiply(usable, { n: 100n, d: 1n });
  if (compare(percent, multiply(fullNeed, lower)) < 0) return 'red';
  return compare(percent, multiply(fullNeed, upper)) < 0 ? 'amber' : 'green';
}

function daysLimb(usable: Rational, use: Rational | null, requiredDays: number): LimbStatus {
  if (!use) return 'not-assessable';
  if (use.n === 0n) return 'no-demand';
  return compare(usable, multiply(use, rational(requiredDays))) < 0 ? 'red' : 'green';
}

/** Nothing recorded: with people to serve that is no stock known, never fine. */
function unknownLimb(demand: Rational): LimbStatus {
  return demand.n > 0n ? 'not-assessable' : 'no-demand';
}

const GRAVITY: readonly LimbStatus[] = ['red', 'amber', 'green'];

/** Worst limb that can be assessed; with neither, 'not-assessable' before 'no-demand'. */
export function worst(a: LimbStatus, b: LimbStatus): LimbStatus {
  const assessed = GRAVITY.find((each) => each === a || each === b);
  return assessed ?? (a === 'not-assessable' || b === 'not-assessable' ? 'not-assessable' : 'no-demand');
}

function isPrimary({ tier }: Facility): boolean {
  return tier === 'village-clinic' || tier === 'township-hospital';
}

function total(lots: readonly Stock['lots'][number][]): Rational {
  return lots.reduce((sum, each) => add(sum, rational(each.doses)), ZERO);
}

function parted<T>(list: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((each) => !isFirst(each))];
}

function sumOf<T>(list: readonly T[], value: (each: T) => number): number {
  return list.reduce((sum, each) => sum + value(each), 0);
}

function sorted<T extends { id: string }>(list: T[]): T[] {
  return list.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
