import { TRIAL_PACK_ID } from '../core/change/rule-packs';
import type { RulePackRecord } from '../core/model/records';
import {
  byPrecedence,
  DEFAULT_RULE_PACK,
  readRulePack,
  rulePackFaults,
  rulePackInForce,
  takesOverAt,
  type RulePack
} from '../core/rules/rule-pack';
import { clock } from './clock.svelte';
import { situation } from './situation.svelte';

export type PackState = 'in-force' | 'waiting' | 'superseded' | 'draft';

/** A version as it stands; `record` is null for the shipped rules where the area keeps no record of them. */
export interface KnownPack {
  id: string;
  pack: RulePack;
  record: RulePackRecord | null;
  state: PackState;
}

/** Id of the shipped rules where they have no record. */
const SHIPPED = 'shipped';

const minute = $derived(Math.floor(clock.now / 60_000) * 60_000);
const records = $derived([...(situation.real?.rulePacks.values() ?? [])]);
const inForce = $derived(situation.real ? rulePackInForce(situation.real, minute) : null);
const published = $derived.by((): KnownPack[] => {
  const known = records
    .filter(({ active }) => active)
    .sort(byPrecedence)
    .flatMap((record): KnownPack[] => {
      const pack = readRulePack(record);
      if (!pack) return [];
      const waits = takesOverAt(record, pack) > minute;
      const state = record.id === inForce?.id ? 'in-force' : waits ? 'waiting' : 'superseded';
      return [{ id: record.id, pack, record, state }];
    });
  if (known.some(({ pack }) => pack.version === DEFAULT_RULE_PACK.version)) return known;
  const state = inForce?.id === null ? 'in-force' : 'superseded';
  return [...known, { id: SHIPPED, pack: DEFAULT_RULE_PACK, record: null, state }];
});
const drafts = $derived(
  records
    .filter(({ active }) => !active)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((record): KnownPack[] => {
      const pack = readRulePack(record);
      return pack ? [{ id: record.id, pack, record, state: 'draft' }] : [];
    })
);

/** Rule packs of the open area: the one in force, those that wait or were superseded, and drafts. */
export const rulePacks = {
  get inForce(): RulePack {
    return inForce?.pack ?? DEFAULT_RULE_PACK;
  },
  /** Published ones, the latest to take over first. */
  get published(): KnownPack[] {
    return published;
  },
  get waiting(): KnownPack[] {
    return published.filter(({ state }) => state === 'waiting');
  },
  get drafts(): KnownPack[] {
    return drafts;
  },
  /** A published version, else null. */
  version(version: string | undefined): RulePack | null {
    return published.find(({ pack }) => pack.version === version)?.pack ?? null;
  },
  /** The pack that this screen tries; null for none. */
  get trial(): RulePack | null {
    const record = situation.plan?.rulePacks.get(TRIAL_PACK_ID);
    return record ? readRulePack(record) : null;
  },
  /** Published ones that cannot be read, and so are passed over. */
  get faults() {
    const named = (id: string) => situation.real?.rulePacks.get(id)?.packVersion ?? id;
    return situation.real
      ? rulePackFaults(situation.real).map(({ id, field }) => ({ id, name: named(id), field }))
      : [];
  }
};
