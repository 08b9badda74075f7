import { DEFAULT_RULE_PACK } from './default-rule-pack';
import {
  CLOCK_RULES,
  DATE_RULES,
  DUTY_RULES,
  LATER_RULES,
  NUMBER_RULES,
  TELEPHONE_RULES,
  type Norm,
  type RuleEntry,
  type RulePack,
  type Words
} from './rule-pack';

/** One fault of a rule pack: the field, what was read and what was wanted. */
export class RulePackError extends Error {
  constructor(
    readonly field: string,
    readonly read: unknown,
    readonly wanted: string
  ) {
    super(`Rule pack: "${field}" is ${show(read)}; wanted ${wanted}.`);
  }
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Nothing, or what one dials with what keeps its groups apart. */
const TELEPHONE = /^([+*#\d][-+*#\d ()/]{1,23})?$/;
const UTC_OFFSET = /^[+-](0\d|1[0-4]):[0-5]\d$/;

/**
 * Reads a rule pack from outside. Every rule must be there; its unit must be the product's own, for a threshold in
 * another unit would be judged wrongly without a word. Norms may be left out; a rule that came with a later version of the
 * product (`LATER_RULES`) is the shipped one where a pack lacks it, so that older packs still explain older reports.
 *
 * @throws RulePackError naming the first faulty field.
 */
export function parseRulePack(input: unknown): RulePack {
  const root = object(input, 'rule pack');
  const documents = object(root.documents, 'documents');
  const rules = { ...object(root.rules, 'rules') };
  for (const code of LATER_RULES) if (rules[code] === undefined) rules[code] = DEFAULT_RULE_PACK.rules[code];
  const parsed: Record<string, RuleEntry> = {};
  for (const code of NUMBER_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, DEFAULT_RULE_PACK.rules[code]);
    if (typeof entry.value !== 'number' || !Number.isFinite(entry.value) || entry.value < 0)
      throw new RulePackError(`rules.${code}.value`, entry.value, 'a number of 0 or more');
    if (entry.unit === 'percent' && entry.value > 100)
      throw new RulePackError(`rules.${code}.value`, entry.value, 'a per cent of 0 to 100');
    parsed[code] = entry;
  }
  for (const code of DATE_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, DEFAULT_RULE_PACK.rules[code]);
    if (typeof entry.value !== 'string' || !isMonthDay(entry.value))
      throw new RulePackError(`rules.${code}.value`, entry.value, 'a day as MM-DD');
    parsed[code] = entry;
  }
  for (const code of CLOCK_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, DEFAULT_RULE_PACK.rules[code]);
    const offset = entry.unit === 'utc-offset';
    if (typeof entry.value !== 'string' || !(offset ? UTC_OFFSET : CLOCK).test(entry.value))
      throw new RulePackError(`rules.${code}.value`, entry.value, offset ? 'an offset as +08:00' : 'a time as 17:00');
    parsed[code] = entry;
  }
  for (const code of TELEPHONE_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, DEFAULT_RULE_PACK.rules[code]);
    if (typeof entry.value !== 'string' || !TELEPHONE.test(entry.value))
      throw new RulePackError(`rules.${code}.value`, entry.value, 'a telephone number as 120 or 023-7555 1234, or none');
    parsed[code] = entry;
  }
  for (const code of DUTY_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, DEFAULT_RULE_PACK.rules[code]);
    if (entry.value !== true) throw new RulePackError(`rules.${code}.value`, entry.value, 'true, for a duty stands');
    parsed[code] = entry;
  }
  const [lower, upper] = [parsed['share-lower-percent'], parsed['share-upper-percent']];
  if (Number(lower.value) > Number(upper.value))
    throw new RulePackError('rules.share-lower-percent.value', lower.value, 'at most the upper share');
  if (parsed['courses-per-person'].value === 0)
    throw new RulePackError('rules.courses-per-person.value', 0, 'more than 0');
  for (const code of Object.keys(rules))
    if (!(code in parsed)) throw new RulePackError(`rules.${code}`, code, 'a rule this version knows');
  return {
    name: words(root.name, 'name'),
    version: text(root.version, 'version'),
    effectiveOn: isoDate(root.effectiveOn, 'effectiveOn'),
    documents: { B: words(documents.B, 'documents.B'), L: words(documents.L, 'documents.L') },
    rules: parsed as unknown as RulePack['rules'],
    norms: root.norms === undefined ? [] : list(root.norms, 'norms').map((each, i) => parseNorm(each, `norms[${i}]`))
  };
}

function parseEntry(input: unknown, field: string, own: RuleEntry): RuleEntry {
  const raw = object(input, field);
  if (raw.unit !== own.unit) throw new RulePackError(`${field}.unit`, raw.unit, `"${own.unit}"`);
  if (raw.document !== 'B' && raw.document !== 'L')
    throw new RulePackError(`${field}.document`, raw.document, '"B" or "L"');
  if (raw.kind !== 'document' && raw.kind !== 'setting')
    throw new RulePackError(`${field}.kind`, raw.kind, '"document" or "setting"');
  if (raw.requirement !== own.requirement)
    throw new RulePackError(`${field}.requirement`, raw.requirement, String(own.requirement));
  return {
    value: raw.value as number | string | true,
    unit: own.unit,
    requirement: own.requirement,
    document: raw.document,
    item: text(raw.item, `${field}.item`),
    version: text(raw.version, `${field}.version`),
    text: words(raw.text, `${field}.text`),
    kind: raw.kind
  };
}

function parseNorm(input: unknown, field: string): Norm {
  const raw = object(input, field);
  if (typeof raw.value !== 'number' || !Number.isFinite(raw.value))
    throw new RulePackError(`${field}.value`, raw.value, 'a number');
  return {
    code: text(raw.code, `${field}.code`),
    value: raw.value,
    unit: text(raw.unit, `${field}.unit`) as Norm['unit'],
    text: words(raw.text, `${field}.text`),
    source: words(raw.source, `${field}.source`)
  };
}

function words(input: unknown, field: string): Words {
  const raw = object(input, field);
  return { zh: text(raw.zh, `${field}.zh`), en: text(raw.en, `${field}.en`) };
}

function text(input: unknown, field: string): string {
  if (typeof input !== 'string' || input.trim() === '') throw new RulePackError(field, input, 'a text');
  return input;
}

function isoDate(input: unknown, field: string): string {
  if (typeof input !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(input) || Number.isNaN(Date.parse(`${input}T00:00:00Z`)))
    throw new RulePackError(field, input, 'a date as YYYY-MM-DD');
  return input;
}

/** Days of a leap year, so that 29 February may be named. */
function isMonthDay(input: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(input)) return false;
  const date = new Date(`2024-${input}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === input;
}

function object(input: unknown, field: string): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new RulePackError(field, input, 'an object');
  return input as Record<string, unknown>;
}

function list(input: unknown, field: string): unknown[] {
  if (!Array.isArray(input)) throw new RulePackError(field, input, 'a list');
  return input;
}

function show(value: unknown): string {
  if (value === undefined) return 'missing';
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
