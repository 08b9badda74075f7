import type { FacilityId } from '../model/ids';
import type { MedicineAssessment, Results, TownReadiness } from '../model/results';
import type { Situation } from '../model/situation';
import { numberRule, type RulePack } from '../rules/rule-pack';

export function isWithoutVehicle({ ready, required }: TownReadiness): boolean {
  return required > 0 && ready === 0;
}

/**
 * Sites that hold fewer days of an antipyretic than the plain rule asks, without the extra days of remote places; each
 * with the assessment of fewest days.
 */
export function shortOfAntipyretics(input: {
  situation: Pick<Situation, 'medicines'>;
  medicines: Results['medicines'];
  pack: RulePack;
}): Map<FacilityId, MedicineAssessment> {
  const { situation, medicines, pack } = input;
  const days = numberRule(pack, 'stock-days');
  const sites = new Map<FacilityId, MedicineAssessment>();
  for (const each of medicines) {
    if (situation.medicines.get(each.medicineId)?.medicineClass !== 'antipyretic' || each.daysStatus !== 'red')
      continue;
    if (each.requiredDays !== days && (each.days ?? days) >= days) continue;
    const held = sites.get(each.facilityId);
    if (!held || (each.days ?? 0) < (held.days ?? 0)) sites.set(each.facilityId, each);
  }
  return sites;
}
