import type { Capability } from '../model/records';
import type { CarePlace, PatientCase, Phrase, RuleRef } from '../model/results';
import { ruleRef, type DutyRule, type RulePack } from '../rules/rule-pack';

export interface CareDecision {
  carePlace: CarePlace;
  /** False where L10 leaves the case open and the safer tier was taken. */
  settledByDocument: boolean;
  rule: RuleRef;
  reason: Phrase;
  needs: Capability[];
}

/**
 * Where a case belongs by item 10 of the town plan (requirements 46–48):
 *
 * 1. severe, critical, or in need of dialysis → county designated hospital;
 * 2. ordinary → sub-designated hospital of the alliance;
 * 3. asymptomatic or mild without severe underlying disease → home, watched by the primary institution;
 * 4. asymptomatic or mild, aged with severe underlying disease, stable → sub-designated hospital of the alliance.
 *
 * The document names no place for the other asymptomatic or mild cases with severe underlying disease. They take the
 * safer tier: unstable ones the designated hospital, stable ones who are not aged the sub-designated one. Stability is
 * no condition of clauses 1–3; an unstable patient keeps the clause's place with a reason that says so.
 *
 * Capabilities needed are settings of the product, the documents ask only for "a hospital with the ability" (49):
 * severe and critical need oxygen and intensive care, dialysis adds dialysis; every other hospital case needs oxygen.
 */
export function decideCare(patient: PatientCase, pack: RulePack): CareDecision {
  const { grade, severeDisease, aged, stable, dialysis } = patient;
  const severe = grade === 'severe' || grade === 'critical';
  const decision = (carePlace: CarePlace, rule: DutyRule, code: string, settledByDocument = true): CareDecision => ({
    carePlace,
    settledByDocument,
    rule: ruleRef(pack, rule),
    reason: { code },
    needs: carePlace === 'home' ? [] : needsOf(severe, dialysis)
  });
  if (dialysis) return decision('designated', 'care-at-designated', severe ? 'care-severe-dialysis' : 'care-dialysis');
  if (severe) return decision('designated', 'care-at-designated', 'care-severe');
  if (grade === 'ordinary')
    return decision('sub-designated', 'care-at-sub-designated', stable ? 'care-ordinary' : 'care-ordinary-unstable');
  if (!severeDisease) return decision('home', 'care-at-home', stable ? 'care-home' : 'care-home-unstable');
  if (aged && stable) return decision('sub-designated', 'care-at-sub-designated', 'care-aged-stable');
  if (stable) return decision('sub-designated', 'care-at-sub-designated', 'care-open-not-aged', false);
  return decision('designated', 'care-at-designated', 'care-open-unstable', false);
}

function needsOf(severe: boolean, dialysis: boolean): Capability[] {
  return ['oxygen', ...(severe ? (['icu'] as const) : []), ...(dialysis ? (['dialysis'] as const) : [])];
}
