import type { FacilityId, VillageId } from '../model/ids';
import type { MedicineAssessment } from '../model/results';
import type { Situation } from '../model/situation';
import { MATRIX_REASONS, type Router } from '../routing/routing';
import type { RulePack } from '../rules/rule-pack';
import { assessMedicines } from './assess-medicines';
import { lowestSites } from './lowest-sites';

/** Lowest open site of each village by road; villages without a way to any are absent. */
export function lowestSitesByRoad(
  { villages, facilities }: Pick<Situation, 'villages' | 'facilities'>,
  router: Pick<Router, 'matrix'>
): Map<VillageId, FacilityId> {
  const [from, to] = [[...villages.values()], [...facilities.values()]];
  const { ms, mm, reason, columns } = router.matrix(from, to);
  return lowestSites(from, to, (v, f) => {
    const cell = v * columns + f;
    return MATRIX_REASONS[reason[cell]] === null ? { ms: ms[cell], mm: mm[cell] } : null;
  });
}

/** `servedPersons` = Σ `ownPersons` of all sites; with `noWay` they are all residents. `byStatus` counts site × medicine. */
export interface MedicineSummary {
  servedPersons: number;
  noWay: { villages: number; persons: number };
  byStatus: Record<MedicineAssessment['status'], number>;
}

/** Assesses every site of an area (`assessMedicines`) and sums up. */
export function assessArea(input: {
  situation: Situation;
  router: Pick<Router, 'matrix'>;
  remoteVillages: ReadonlySet<VillageId>;
  pack: RulePack;
  today: string;
}): { assessments: MedicineAssessment[]; summary: MedicineSummary } {
  const { situation } = input;
  const servedBy = lowestSitesByRoad(situation, input.router);
  const assessments = assessMedicines({ ...input, servedBy });
  const summary: MedicineSummary = {
    servedPersons: 0,
    noWay: { villages: 0, persons: 0 },
    byStatus: { red: 0, amber: 0, green: 0, 'no-demand': 0, 'not-assessable': 0 }
  };
  for (const village of situation.villages.values()) {
    const residents = Math.max(0, village.residents);
    if (servedBy.has(village.id)) summary.servedPersons += residents;
    else {
      summary.noWay.villages++;
      summary.noWay.persons += residents;
    }
  }
  for (const { status } of assessments) summary.byStatus[status]++;
  return { assessments, summary };
}
