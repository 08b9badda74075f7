import * as packs from '../core/change/rule-packs';
import { ruleEffect, type RuleEffect } from '../core/evaluate/rule-effect';
import type { Phrase } from '../core/model/results';
import { checkPublication } from '../core/rules/check-publication';
import { draftOf } from '../core/rules/edit-rule-pack';
import { activeRulePack, type RulePack } from '../core/rules/rule-pack';
import { localDay } from '../core/report/local-time';
import { date } from '../i18n';
import { notices } from '../state/notices.svelte';
import { results } from '../state/results.svelte';
import { rulePacks } from '../state/rule-packs.svelte';
import { situation } from '../state/situation.svelte';
import { carryOut } from './perform';
import { endRuleTrial } from './try-rules';

/** Day on the county's clocks as a pack has them. */
export const today = (pack: RulePack): string => localDay(Date.now(), pack);

/** A draft as a copy of a version that stands. @returns its id; null when the server refused it. */
export async function draftRules(base: RulePack): Promise<string | null> {
  const { real } = situation;
  if (!real) return null;
  const id = `rules-${Date.now().toString(36)}`;
  const day = today(base);
  const pack = draftOf(base, { name: base.name, version: freeVersion(day.slice(0, 4)), effectiveOn: day });
  const outcome = await carryOut(packs.draftRulePack(real, { id, pack }), { real: true });
  return outcome === 'stands' ? id : null;
}

/** @returns whether the draft stands so. */
export async function saveRuleDraft(id: string, pack: RulePack): Promise<boolean> {
  const { real } = situation;
  return real !== null && (await carryOut(packs.editRuleDraft(real, { id, pack }), { real: true })) === 'stands';
}

export async function deleteRuleDraft(id: string): Promise<boolean> {
  const { real } = situation;
  if (!real || (await carryOut(packs.deleteRuleDraft(real, { id }), { real: true })) !== 'stands') return false;
  endRuleTrial();
  return true;
}

/** What keeps a draft from being published: the field and what is wrong with it; null for nothing. */
export function publicationFault(id: string, now: number): { field: string; phrase: Phrase } | null {
  const record = situation.real?.rulePacks.get(id);
  if (!record) return null;
  const others = [...(situation.real?.rulePacks.values() ?? [])].filter(({ active }) => active);
  const fault = checkPublication(record, others, now);
  return (
    fault && { field: fault.field, phrase: fault.phrase ?? { code: 'pack-trouble-entry', params: { wanted: '' } } }
  );
}

/** Publishes a draft for all desks. @returns whether it stands. */
export async function publishRules(id: string): Promise<boolean> {
  const { real } = situation;
  if (!real || (await carryOut(packs.publishRulePack(real, { id }), { real: true })) !== 'stands') return false;
  endRuleTrial();
  const record = situation.real?.rulePacks.get(id);
  if (!record) return true;
  const version = record.packVersion;
  if (activeRulePack(situation.real!, Date.now()).version === version)
    notices.say('done', 'packs-published', { version });
  else notices.say('done', 'packs-published-waiting', { version, date: date(record.effectiveOn) });
  return true;
}

/** What the trial of this screen changes; null while it is worked out. */
export function effectOfRules(): RuleEffect | null {
  const { effect } = results;
  const after = rulePacks.trial;
  if (!effect || !after || !situation.plan) return null;
  const packsOf = { before: rulePacks.inForce, after };
  return ruleEffect({ before: effect.before, after: effect.after, packs: packsOf, situation: situation.plan });
}

/** `2026-1`, or the first number that no version or draft of the year bears. */
function freeVersion(year: string): string {
  const taken = new Set([...(situation.real?.rulePacks.values() ?? [])].map(({ packVersion }) => packVersion));
  let n = 1;
  while (taken.has(`${year}-${n}`)) n += 1;
  return `${year}-${n}`;
}

export type { RuleEffect } from '../core/evaluate/rule-effect';
export type { RuleDifference } from '../core/rules/compare-rule-packs';
export { compareRulePacks, ruleDifferences } from '../core/rules/compare-rule-packs';
export { typedRule, withDocument, withHead, withRule, type RulePatch } from '../core/rules/edit-rule-pack';
export { parseRulePack, RulePackError } from '../core/rules/parse-rule-pack';
