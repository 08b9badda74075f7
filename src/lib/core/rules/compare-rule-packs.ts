import { equalValues } from '../change/equal-values';
import { RULE_CODES, type RuleCode, type RuleEntry, type RulePack } from './rule-pack';

/** What an entry says of the rule itself; its version and the reason of a change tell of the writing. */
export const RULE_FIELDS = ['value', 'kind', 'document', 'item', 'text'] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

export interface RuleDifference {
  code: RuleCode;
  before: RuleEntry;
  after: RuleEntry;
  /** Fields of the entry that differ, in the order of `RULE_FIELDS`. */
  fields: RuleField[];
}

/** Entries in which two packs say different things, in the order of the rules. */
export function compareRulePacks(before: RulePack, after: RulePack): RuleDifference[] {
  return RULE_CODES.flatMap((code): RuleDifference[] => {
    const [from, to] = [before.rules[code], after.rules[code]];
    const fields = ruleDifferences(from, to);
    return fields.length === 0 ? [] : [{ code, before: from, after: to, fields }];
  });
}

export function ruleDifferences(before: RuleEntry, after: RuleEntry): RuleField[] {
  return RULE_FIELDS.filter((field) => !equalValues(before[field], after[field]));
}
