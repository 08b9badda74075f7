import type { EquipmentFinding } from '../equipment/assess-equipment';
import type { VillageId } from '../model/ids';
import type { Names, PeopleCount } from '../model/records';
import type { Phrase, Results } from '../model/results';
import type { AnalysisSettings, Situation } from '../model/situation';
import type { RulePack } from '../rules/rule-pack';

/** What the last stages read: facts and the figures made before them. */
export interface Derived extends Pick<
  Results,
  'villages' | 'coverage' | 'medicines' | 'readiness' | 'reports' | 'organisation'
> {
  situation: Situation;
  /** Without roads: times are no ground for lists over an hour, tiles or severities. */
  estimated: boolean;
  pack: RulePack;
  equipment: readonly EquipmentFinding[];
}

export interface DatedDerived extends Derived {
  settings: AnalysisSettings;
  /** ISO date. */
  today: string;
  counts: ReadonlyMap<VillageId, PeopleCount>;
}

/** Names as message values, `<prefix>En` and `<prefix>Zh`: as screens choose them (`nameOf`), so that a place has one name per language. */
export function nameParams(prefix: string, names: Names | undefined, id: string): NonNullable<Phrase['params']> {
  const latin = names?.en || names?.local || id;
  return { [`${prefix}En`]: latin, [`${prefix}Zh`]: names?.zh || latin };
}

/** Hours since a report; null when there is none or its time cannot be read. */
export function hoursSince(reportedAt: string | null, now: number): number | null {
  const at = reportedAt === null ? NaN : Date.parse(reportedAt);
  return Number.isNaN(at) ? null : (now - at) / 3_600_000;
}
