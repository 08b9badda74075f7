import type { Phrase } from '../model/results';
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
    readonly wanted: string,
    /** The same for a person at the screen. */
    readonly phrase: Phrase = { code: 'pack-trouble-entry', params: { field, wanted } }
  ) {
    super(`Rule pack: "${field}" is ${show(read)}; wanted ${wanted}.`);
  }
}

/** Most characters of a text that a county writes: more is a file in the wrong place. */
const LONGEST = 2000;
/** No threshold of any unit is greater, and no calendar ends within so many days. */
const GREATEST = 1e6;
const LETTER = /^[A-Z]$/;
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
  const documents = parseDocuments(root.documents);
  const rules = { ...object(root.rules, 'rules') };
  for (const code of LATER_RULES) if (rules[code] === undefined) rules[code] = DEFAULT_RULE_PACK.rules[code];
  const parsed: Record<string, RuleEntry> = {};
  for (const code of NUMBER_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, documents, DEFAULT_RULE_PACK.rules[code]);
    if (typeof entry.value !== 'number' || !(entry.value >= 0 && entry.value <= GREATEST))
      throw badValue(code, entry.value, 'a number of 0 to 1,000,000', 'pack-trouble-number');
    if (entry.unit === 'percent' && entry.value > 100)
      throw badValue(code, entry.value, 'a per cent of 0 to 100', 'pack-trouble-percent');
    parsed[code] = entry;
  }
  for (const code of DATE_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, documents, DEFAULT_RULE_PACK.rules[code]);
    if (typeof entry.value !== 'string' || !isMonthDay(entry.value))
      throw badValue(code, entry.value, 'a day as MM-DD', 'pack-trouble-month-day');
    parsed[code] = entry;
  }
  for (const code of CLOCK_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, documents, DEFAULT_RULE_PACK.rules[code]);
    const offset = entry.unit === 'utc-offset';
    if (typeof entry.value !== 'string' || !(offset ? UTC_OFFSET : CLOCK).test(entry.value)) {
      if (offset) throw badValue(code, entry.value, 'an offset as +08:00', 'pack-trouble-offset');
      throw badValue(code, entry.value, 'a time as 17:00', 'pack-trouble-clock');
    }
    parsed[code] = entry;
  }
  for (const code of TELEPHONE_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, documents, DEFAULT_RULE_PACK.rules[code]);
    if (typeof entry.value !== 'string' || !TELEPHONE.test(entry.value))
      throw badValue(
        code,
        entry.value,
        'a telephone number as 120 or 023-7555 1234, or none',
        'pack-trouble-telephone'
      );
    parsed[code] = entry;
  }
  for (const code of DUTY_RULES) {
    const entry = parseEntry(rules[code], `rules.${code}`, documents, DEFAULT_RULE_PACK.rules[code]);
    if (entry.value !== true) throw new RulePackError(`rules.${code}.value`, entry.value, 'true, for a duty stands');
    parsed[code] = entry;
  }
  const [lower, upper] = [parsed['share-lower-percent'], parsed['share-upper-percent']];
  if (Number(lower.value) > Number(upper.value))
    throw badValue('share-lower-percent', lower.value, 'at most the upper share', 'pack-trouble-shares');
  if (parsed['courses-per-person'].value === 0)
    throw badValue('courses-per-person', 0, 'more than 0', 'pack-trouble-positive');
  for (const code of Object.keys(rules))
    if (!(code in parsed)) throw new RulePackError(`rules.${code}`, code, 'a rule this version knows');
  return {
    name: words(root.name, 'name'),
    version: text(root.version, 'version'),
    effectiveOn: isoDate(root.effectiveOn, 'effectiveOn'),
    ...(root.basedOn === undefined ? {} : { basedOn: text(root.basedOn, 'basedOn') }),
    documents,
    rules: parsed as unknown as RulePack['rules'],
    norms: root.norms === undefined ? [] : list(root.norms, 'norms').map((each, i) => parseNorm(each, `norms[${i}]`))
  };
}

function badValue(code: string, read: unknown, wanted: string, trouble: string): RulePackError {
  return new RulePackError(`rules.${code}.value`, read, wanted, { code: trouble });
}

/** The two shipped documents, and a county's own under further capital letters. */
function parseDocuments(input: unknown): RulePack['documents'] {
  const raw = object(input, 'documents');
  const parsed: RulePack['documents'] = {};
  for (const letter of new Set(['B', 'L', ...Object.keys(raw)])) {
    if (!LETTER.test(letter)) throw new RulePackError(`documents.${letter}`, letter, 'one capital letter');
    parsed[letter] = words(raw[letter], `documents.${letter}`);
  }
  return parsed;
}

function parseEntry(input: unknown, field: string, documents: RulePack['documents'], own: RuleEntry): RuleEntry {
  const raw = object(input, field);
  if (raw.unit !== own.unit) throw new RulePackError(`${field}.unit`, raw.unit, `"${own.unit}"`);
  if (typeof raw.document !== 'string' || !Object.prototype.hasOwnProperty.call(documents, raw.document))
    throw new RulePackError(`${field}.document`, raw.document, `one of ${Object.keys(documents).join(', ')}`);
  if (raw.kind !== 'document' && raw.kind !== 'setting')
    throw new RulePackError(`${field}.kind`, raw.kind, '"document" or "setting"');
  if (raw.requirement !== own.requirement)
    throw new RulePackError(`${field}.requirement`, raw.requirement, String(own.requirement));
  return {
    value: raw.value as number | string | true,
    unit: own.unit,
    requirement: own.requirement,
    document: raw.document,
    item: parseItem(raw.item, `${field}.item`, raw.document),
    version: text(raw.version, `${field}.version`),
    text: words(raw.text, `${field}.text`),
    kind: raw.kind,
    ...(raw.reason === undefined ? {} : { reason: text(raw.reason, `${field}.reason`) })
  };
}

/** Names its document first, so that `C3` on a list says where it stands. */
function parseItem(input: unknown, field: string, letter: string): string {
  const item = text(input, field);
  if (item.length > 20 || !item.startsWith(letter))
    throw new RulePackError(field, item, `the document's letter and the item, as ${letter}5`, {
      code: 'pack-trouble-item',
      params: { letter }
    });
  return item;
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
  if (typeof input !== 'string' || input.trim() === '' || input.length > LONGEST)
    throw new RulePackError(field, input, `a text of at most ${LONGEST} characters`, {
      code: 'pack-trouble-text',
      params: { most: LONGEST }
    });
  return input;
}

function isoDate(input: unknown, field: string): string {
  if (typeof input !== 'string' || !isDay(input))
    throw new RulePackError(field, input, 'a date as YYYY-MM-DD', { code: 'pack-trouble-date' });
  return input;
}

/** 30 February is read as 2 March by some engines. */
function isDay(input: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(input) ? new Date(`${input}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === input;
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
