import type { CareLevel } from '../model/situation';
import type { RuleCode } from '../rules/rule-pack';

/** The item of the documents that sends people to a level of care; the minutes themselves are a setting. */
const CARE_RULE: Record<CareLevel, RuleCode> = {
  any: 'coverage-headline-minutes',
  township: 'three-levels-linked',
  'sub-designated': 'care-at-sub-designated',
  severe: 'care-at-designated',
  seat: 'three-levels-linked'
};

export function careRule(level: CareLevel): RuleCode {
  return CARE_RULE[level];
}
