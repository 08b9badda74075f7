import type { VillageId } from '../model/ids';
import type { PeopleCount, Village } from '../model/records';
import type { MedicineAssessment } from '../model/results';
import { isWithheld } from '../people/known-count';
import { inReturneeWindow, numberRule, type RulePack } from '../rules/rule-pack';
import { add, multiply, rational, subtract, toNumber, ZERO, type Rational } from './rational';

export interface SiteDemandInput {
  /** Villages whose lowest open site this is. */
  villages: readonly Village[];
  counts: ReadonlyMap<VillageId, PeopleCount>;
  remoteVillages: ReadonlySet<VillageId>;
  pack: RulePack;
  /** ISO date. */
  today: string;
}

export interface SiteDemand {
  servedPersons: number;
  /** Persons after uplifts 4, 5 and 8, exact. */
  demand: Rational;
  /** Days the stock must last, uplift 6 included. */
  requiredDays: number;
  uplifts: MedicineAssessment['uplifts'];
  /** Villages whose counts of 5 or 8 are withheld from this reader and left out: at most two persons of each count. */
  withheldVillages: number;
}

/**
 * Persons a site's need is reckoned on.
 *
 * Per village: residents, in the holiday window plus returnees (5); where residents per km² reach the setting, times
 * 1 + k (4); plus the extra weight of each person at high risk, the greater of those aged 65+ and those labelled red,
 * since the labels are given among the aged (8). More than half of the served persons in remote villages gives the
 * site its extra days (6). A village without an area has no density and takes no uplift 4; one without a count, none of
 * 5 and 8.
 */
export function siteDemand({ villages, counts, remoteVillages, pack, today }: SiteDemandInput): SiteDemand {
  const denseLimit = numberRule(pack, 'dense-persons-per-km2');
  const denseFactor = add(rational(1), rational(numberRule(pack, 'dense-extra-factor')));
  const riskFactor = rational(numberRule(pack, 'high-risk-extra-factor'));
  const holiday = inReturneeWindow(pack, today);
  let [served, returnees, densePersons, highRisk, remotePersons, withheldVillages] = [0, 0, 0, 0, 0, 0];
  let demand = ZERO;
  for (const village of villages) {
    const residents = Math.max(0, village.residents);
    const count = counts.get(village.id);
    // Withheld counts read 0. A withheld red one changes nothing beside as many aged.
    const few = holiday && isWithheld(count, 'returnees');
    if (few || isWithheld(count, 'aged65') || (isWithheld(count, 'red') && (count?.aged65 ?? 0) < 2))
      withheldVillages++;
    const returning = holiday && count ? Math.max(0, count.returnees) : 0;
    const dense = village.areaKm2 !== null && village.areaKm2 > 0 && residents / village.areaKm2 >= denseLimit;
    const persons = rational(residents + returning);
    demand = add(demand, dense ? multiply(persons, denseFactor) : persons);
    served += residents;
    returnees += returning;
    if (dense) densePersons += residents + returning;
    if (count) highRisk += Math.max(0, count.aged65, count.red);
    if (remoteVillages.has(village.id)) remotePersons += residents;
  }
  demand = add(demand, multiply(rational(highRisk), riskFactor));
  const days = numberRule(pack, 'stock-days');
  const remote = remotePersons * 2 > served;
  const requiredDays = days + (remote ? numberRule(pack, 'remote-extra-days') : 0);
  const uplifts: SiteDemand['uplifts'] = [];
  if (densePersons > 0) uplifts.push({ code: 'dense', factor: toNumber(denseFactor), persons: densePersons });
  if (returnees > 0) uplifts.push({ code: 'returnees', factor: 1, persons: returnees });
  if (remote && days > 0) uplifts.push({ code: 'remote', factor: requiredDays / days, persons: remotePersons });
  if (highRisk > 0 && riskFactor.n > 0n)
    uplifts.push({ code: 'high-risk', factor: toNumber(add(rational(1), riskFactor)), persons: highRisk });
  return { servedPersons: served, demand, requiredDays, uplifts, withheldVillages };
}

/** Doses by which `need` exceeds `usable`, 0 when it does not. */
export function missing(need: Rational, usable: Rational): Rational {
  const rest = subtract(need, usable);
  return rest.n > 0n ? rest : ZERO;
}
