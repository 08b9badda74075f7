import type { RulePackRecord } from '../model/records';
import type { Situation } from '../model/situation';
import { localDay, zoneMs } from '../report/local-time';
import { DEFAULT_RULE_PACK } from './default-rule-pack';
import { parseRulePack, RulePackError } from './parse-rule-pack';
import type { RulePack } from './rule-pack';

/**
 * The pack in force at `now` (epoch ms): of the published ones whose day has begun on the county's clocks, each by its
 * own time zone, the latest effective; of one day the one published last, then the greater id. The shipped pack where
 * there is none. A record whose content cannot be read is passed over (`rulePackFaults` tells it), for judging by half a
 * pack would be worse.
 */
export function activeRulePack(situation: Pick<Situation, 'rulePacks'>, now: number): RulePack {
  return rulePackInForce(situation, now).pack;
}

/** The same with the id of its record, which a report keeps; null for the shipped pack. */
export function rulePackInForce(
  situation: Pick<Situation, 'rulePacks'>,
  now: number
): { id: string | null; pack: RulePack } {
  for (const record of [...situation.rulePacks.values()].sort(byPrecedence)) {
    const pack = record.active ? readRulePack(record) : null;
    if (pack && dayOf(record) <= localDay(now, pack)) return { id: record.id, pack };
  }
  return { id: null, pack: DEFAULT_RULE_PACK };
}

/** Orders packs so that of those whose day has begun the first is in force. */
export function byPrecedence(a: RulePackRecord, b: RulePackRecord): number {
  return compare(dayOf(b), dayOf(a)) || compare(b.publishedAt, a.publishedAt) || compare(b.id, a.id);
}

/** Moment (epoch ms) at which a pack takes over: its day begins on its own clocks. NaN for a day that cannot be read. */
export function takesOverAt(record: Pick<RulePackRecord, 'effectiveOn'>, pack: RulePack): number {
  return Date.parse(`${dayOf(record)}T00:00:00Z`) - zoneMs(pack);
}

/** Whether another pack may have taken over since `then` (both epoch ms). */
export function isTakeover(situation: Pick<Situation, 'rulePacks'>, then: number, now: number): boolean {
  return [...situation.rulePacks.values()].some((record) => {
    const pack = record.active ? readRulePack(record) : null;
    const at = pack ? takesOverAt(record, pack) : NaN;
    return at > then && at <= now;
  });
}

/** Active packs that cannot be read, with the field at fault. */
export function rulePackFaults(
  situation: Pick<Situation, 'rulePacks'>
): { id: string; field: string; message: string }[] {
  return [...situation.rulePacks.values()].flatMap((record) => {
    const fault = record.active ? read(record) : null;
    return fault instanceof Error ? [{ id: record.id, field: fault.field, message: fault.message }] : [];
  });
}

/** The shipped pack as a record, for the seed; `timeZone` is where the area lies, as `+03:00`. */
export function defaultRulePackRecord(timeZone?: string): RulePackRecord {
  const { rules } = DEFAULT_RULE_PACK;
  const zoned = timeZone === undefined ? rules['time-zone'] : { ...rules['time-zone'], value: timeZone };
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
    publishedAt: '',
    publishedBy: '',
    content: { ...DEFAULT_RULE_PACK, rules: { ...rules, 'time-zone': zoned } }
  };
}

/** The content of a record; null where it cannot be read. */
export function readRulePack(record: RulePackRecord): RulePack | null {
  const pack = read(record);
  return pack instanceof Error ? null : pack;
}

function dayOf({ effectiveOn }: Pick<RulePackRecord, 'effectiveOn'>): string {
  return effectiveOn.slice(0, 10);
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
