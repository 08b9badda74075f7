import type { RulePackRecord } from '../model/records';
import type { Situation } from '../model/situation';
import { DEFAULT_RULE_PACK } from './default-rule-pack';
import { parseRulePack, RulePackError } from './parse-rule-pack';
import type { RulePack } from './rule-pack';

/**
 * The pack in force: of the active records effective by `now` (epoch ms) the latest effective one, ties to the greater
 * id; the shipped pack where there is none. A record whose content cannot be read is passed over (`rulePackFaults`
 * tells it), for judging by half a pack would be worse.
 */
export function activeRulePack(situation: Pick<Situation, 'rulePacks'>, now: number): RulePack {
  return rulePackInForce(situation, now).pack;
}

/** The same with the id of its record, which a report keeps; null for the shipped pack. */
export function rulePackInForce(
  situation: Pick<Situation, 'rulePacks'>,
  now: number
): { id: string | null; pack: RulePack } {
  const today = new Date(now).toISOString().slice(0, 10);
  const candidates = [...situation.rulePacks.values()]
    .filter((record) => record.active && record.effectiveOn.slice(0, 10) <= today)
    .sort((a, b) => compare(b.effectiveOn, a.effectiveOn) || compare(b.id, a.id));
  for (const record of candidates) {
    const pack = read(record);
    if (pack instanceof Error) continue;
    return { id: record.id, pack };
  }
  return { id: null, pack: DEFAULT_RULE_PACK };
}

/** Active packs that cannot be read, with the field at fault. */
export function rulePackFaults(
  situation: Pick<Situation, 'rulePacks'>
): { id: string; field: string; message: string }[] {
  return [...situation.rulePacks.values()].flatMap((record) => {
    const pack = record.active ? read(record) : null;
    return pack instanceof Error ? [{ id: record.id, field: pack.field, message: pack.message }] : [];
  });
}

/** The shipped pack as a record, for the seed. */
export function defaultRulePackRecord(): RulePackRecord {
  return {
    id: `rules-${DEFAULT_RULE_PACK.version}`,
    unit: 'county',
    origin: 'pack',
    editedFields: [],
    version: 1,
    name: DEFAULT_RULE_PACK.name.en,
    packVersion: DEFAULT_RULE_PACK.version,
    effectiveOn: DEFAULT_RULE_PACK.effectiveOn,
    active: true,
    content: DEFAULT_RULE_PACK
  };
}

const parsed = new WeakMap<RulePackRecord, RulePack | RulePackError>();

/** Records are immutable, so each is parsed once. */
function read(record: RulePackRecord): RulePack | RulePackError {
  let result = parsed.get(record);
  if (!result) {
    try {
      result = parseRulePack(record.content);
    } catch (error) {
      if (!(error instanceof RulePackError)) throw error;
      result = error;
    }
    parsed.set(record, result);
  }
  return result;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
