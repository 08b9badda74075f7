import { activeRulePack } from '../core/rules/active-rule-pack';
import { numberRule, ruleRef, telephoneRule, type NumberRule, type TelephoneRule } from '../core/rules/rule-pack';
import { situation } from '../state/situation.svelte';

/** A threshold of the rule pack in force today; null before an area is open. */
export function ruleNumber(code: NumberRule): number | null {
  return situation.real ? numberRule(activeRulePack(situation.real, Date.now()), code) : null;
}

/** Letter and item of the document behind a rule of the pack in force today; empty before an area is open. */
export function ruleItem(code: NumberRule): string {
  return situation.real ? ruleRef(activeRulePack(situation.real, Date.now()), code).item : '';
}

/** A telephone number of the rule pack in force today; empty where there is none. */
export function ruleTelephone(code: TelephoneRule): string {
  return situation.real ? telephoneRule(activeRulePack(situation.real, Date.now()), code) : '';
}
