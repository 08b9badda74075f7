import type { Explanation, FigureRef, Results } from '../model/results';
import type { Situation } from '../model/situation';
import type { RulePack } from '../rules/rule-pack';
import { explainAccess, explainCoverage, explainRemote } from './explain-access';
import { explainShortSites, explainTownsWithout, explainVillageCount } from './explain-count';
import { explainEquipment, explainReport } from './explain-facility';
import { explainFeverCoverage } from './explain-fever';
import { explainLateReports } from './explain-reports';
import { explainMedicine } from './explain-medicine';
import {
  explainDuty,
  explainMedicinePoint,
  explainPost,
  explainPosts,
  explainSiteLink,
  explainSupply,
  explainZone,
  explainZoneHospital,
  explainZones
} from './explain-organisation';
import { explainPeople, explainRisk } from './explain-people';
import { explainReadiness, explainTile } from './explain-tile';
import { withinUnit } from './within-unit';

export interface ExplainInput {
  situation: Situation;
  /** Figures of that very situation. */
  results: Results;
  pack: RulePack;
  /** What the figures are of, where that is one township alone (`settings.unit`). */
  shown?: Situation;
}

/**
 * How a figure was made: formula with its numbers, inputs with date and source, who is left out, the rule's own words.
 *
 * @throws RangeError when the figure names a place or record that does not exist.
 */
export function explain({ figure, ...given }: ExplainInput & { figure: FigureRef }): Explanation {
  const { unit } = given.results.settings;
  const input = unit === undefined ? given : { ...given, shown: withinUnit(given.situation, unit) };
  switch (figure.kind) {
    case 'village-minutes':
      return explainAccess(input, figure);
    case 'coverage':
      return explainCoverage(input, figure);
    case 'remote':
      return explainRemote(input, figure);
    case 'medicine':
      return explainMedicine(input, figure);
    case 'equipment':
      return explainEquipment(input, figure);
    case 'fever-coverage':
      return explainFeverCoverage(input, figure);
    case 'report':
      return explainReport(input, figure);
    case 'late-reports':
      return explainLateReports(input, figure);
    case 'vehicles-ready':
      return explainReadiness(input, figure);
    case 'risk':
      return explainRisk(input, figure);
    case 'people':
      return explainPeople(input, figure);
    case 'tile':
      return explainTile(input, figure);
    case 'post':
      return explainPost(input, figure);
    case 'posts':
      return explainPosts(input, figure);
    case 'duty':
      return explainDuty(input, figure);
    case 'zone':
      return explainZone(input, figure);
    case 'zones':
      return explainZones(input, figure);
    case 'zone-hospital':
      return explainZoneHospital(input, figure);
    case 'supply':
      return explainSupply(input, figure);
    case 'site-link':
      return explainSiteLink(input, figure);
    case 'medicine-point':
      return explainMedicinePoint(input, figure);
    case 'village-count':
      return explainVillageCount(input, figure);
    case 'short-antipyretics':
      return explainShortSites(input, figure);
    case 'towns-without-vehicle':
      return explainTownsWithout(input, figure);
  }
}
