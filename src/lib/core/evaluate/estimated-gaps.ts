import { INDICATIVE_MINUTES, indicativeLevel, isIndicative } from '../estimate/indicative';
import { residentsKnown } from '../model/residents';
import type { Gap } from '../model/results';
import { ruleRef } from '../rules/rule-pack';
import type { DatedDerived } from './derived';
import { atVillage } from './gap-place';

/**
 * Access where times are estimates: villages without a position, and those over the indicative minutes, all of low
 * severity, so that the list never parts the places over an hour from the others.
 */
export function estimatedGaps({ situation, villages, pack }: DatedDerived): Gap[] {
  const level = indicativeLevel(villages);
  const rule = ruleRef(pack, 'coverage-headline-minutes');
  return villages.flatMap(({ villageId, reach }): Gap[] => {
    const village = situation.villages.get(villageId);
    if (!village) return [];
    const { ms, estimate } = reach[level];
    const at = atVillage(village);
    const common = {
      group: 'access',
      ...at,
      severity: 'low',
      rule,
      persons: residentsKnown(village) ? village.residents : null,
      figure: { kind: 'village-minutes', villageId, careLevel: level }
    } as const;
    if (village.lon === null || village.lat === null) {
      const [id, kind] = [`gap-no-position/${villageId}`, 'gap-no-position'];
      return [{ ...common, id, kind, have: false, need: true, shortBy: 1 }];
    }
    if (ms === null || !isIndicative(reach[level])) return [];
    const minutes = ms / 60_000;
    return [
      {
        ...common,
        id: `gap-indicative/${villageId}`,
        kind: 'gap-indicative',
        params: {
          ...at.params,
          level,
          low: (estimate?.q25 ?? ms) / 60_000,
          high: (estimate?.q75 ?? ms) / 60_000
        },
        have: minutes,
        need: INDICATIVE_MINUTES,
        shortBy: minutes - INDICATIVE_MINUTES
      }
    ];
  });
}
