import { typedNumber } from '../change/typed-number';
import type { Phrase } from '../model/results';
import { ruleDifferences } from './compare-rule-packs';
import { parseRulePack, RulePackError } from './parse-rule-pack';
import { RULE_CODES, type RuleCode, type RuleEntry, type RulePack, type Words } from './rule-pack';

/** What a county may set of an entry; unit and requirement are the product's own. */
export type RulePatch = Partial<Pick<RuleEntry, 'value' | 'kind' | 'document' | 'item' | 'text' | 'reason'>>;

/** A new version as a copy of one that stands. */
export function draftOf(base: RulePack, head: { name: Words; version: string; effectiveOn: string }): RulePack {
  return { ...base, ...head, basedOn: base.version };
}

/** The draft under another name, version or day; entries that differ from `base` bear the new version. */
export function withHead(
  draft: RulePack,
  base: RulePack,
  head: Partial<Pick<RulePack, 'name' | 'version' | 'effectiveOn'>>
): RulePack {
  const renamed = { ...draft, ...head };
  if (renamed.version === draft.version) return renamed;
  const rules: Record<string, RuleEntry> = { ...draft.rules };
  for (const code of RULE_CODES) {
    if (ruleDifferences(base.rules[code], rules[code]).length > 0)
      rules[code] = { ...rules[code], version: renamed.version };
  }
  return { ...renamed, rules: rules as unknown as RulePack['rules'] };
}

/**
 * The draft with an entry changed; one that says again what `base` says is the entry of `base`, without a reason. An empty
 * reason is none.
 */
export function withRule(draft: RulePack, base: RulePack, code: RuleCode, patch: RulePatch): RulePack {
  const before = base.rules[code];
  const { reason, ...rest }: RuleEntry = { ...draft.rules[code], ...patch, version: draft.version };
  const after: RuleEntry = reason ? { ...rest, reason } : rest;
  const same = ruleDifferences(before, after).length === 0;
  return { ...draft, rules: { ...draft.rules, [code]: same ? before : after } as unknown as RulePack['rules'] };
}

/** The draft with a document of the county's own under the first free letter, and that letter; null after `Z`. */
export function withDocument(draft: RulePack, title: Words): { draft: RulePack; letter: string } | null {
  const letter = [...'CDEFGHIJKMNOPQRSTUVWXYZA'].find((each) => !(each in draft.documents));
  return letter ? { draft: { ...draft, documents: { ...draft.documents, [letter]: title } }, letter } : null;
}

/**
 * A value as typed, put into the draft and the whole checked.
 *
 * @returns the value, or what is wrong with what was typed.
 */
export function typedRule(
  draft: RulePack,
  code: RuleCode,
  text: string
): { value: number | string; trouble: null } | { value: null; trouble: Phrase } {
  const value = typeof draft.rules[code].value === 'number' ? typedNumber(text) : text.trim();
  if (value === 'empty') return { value: null, trouble: { code: 'pack-trouble-empty' } };
  if (value === 'no-number') return { value: null, trouble: { code: 'pack-trouble-number' } };
  try {
    parseRulePack({ ...draft, rules: { ...draft.rules, [code]: { ...draft.rules[code], value } } });
    return { value, trouble: null };
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    return { value: null, trouble: error.phrase };
  }
}
