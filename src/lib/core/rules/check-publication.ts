import { equalValues } from '../change/equal-values';
import type { RulePackRecord } from '../model/records';
import { localDay } from '../report/local-time';
import { readRulePack } from './active-rule-pack';
import { faultOf, type ContentFault } from './check-content';
import { ruleDifferences } from './compare-rule-packs';
import { DEFAULT_RULE_PACK } from './default-rule-pack';
import { parseRulePack, RulePackError } from './parse-rule-pack';
import { RULE_CODES, type RuleEntry, type RulePack } from './rule-pack';

/** Most characters of a version's name. */
const LONGEST_VERSION = 40;

/**
 * Whether a pack may be published at `now` (epoch ms) beside those that are: null when it may. Its version is new, its day
 * has not passed on the county's clocks, and it says what it was made from. An entry that differs from there says why,
 * bears the new version, and does not give an old sentence a number that this sentence never gave; an entry that does
 * not differ stands as it stood.
 *
 * @param published Published records of the area, readable or not.
 */
export function checkPublication(
  record: Pick<RulePackRecord, 'packVersion' | 'effectiveOn' | 'content'>,
  published: readonly RulePackRecord[],
  now: number
): ContentFault | null {
  return faultOf(() => {
    const pack = parseRulePack(record.content);
    checkHead(record, pack);
    if (pack.version.length > LONGEST_VERSION || pack.version !== pack.version.trim())
      throw fault('version', pack.version, `at most ${LONGEST_VERSION} characters`, 'pack-trouble-version-long');
    if (published.some(({ packVersion }) => packVersion === pack.version))
      throw fault('version', pack.version, 'a version that is not published yet', 'pack-trouble-version-taken');
    if (pack.effectiveOn < localDay(now, pack))
      throw fault('effectiveOn', pack.effectiveOn, 'today or a day to come', 'pack-trouble-day-passed');
    const base = publishedPack(pack.basedOn, published);
    if (!base) throw fault('basedOn', pack.basedOn, 'a published version', 'pack-trouble-base');
    for (const code of RULE_CODES) checkEntry(code, base.rules[code], pack.rules[code], pack.version);
  });
}

/** The pack of a version: of those published, or the shipped one; null for none. */
export function publishedPack(version: string | undefined, published: readonly RulePackRecord[]): RulePack | null {
  const packs = [...published.map(readRulePack), DEFAULT_RULE_PACK];
  return packs.find((pack) => pack !== null && pack.version === version) ?? null;
}

function checkHead(record: Pick<RulePackRecord, 'packVersion' | 'effectiveOn'>, pack: RulePack): void {
  if (record.packVersion !== pack.version) throw fault('version', pack.version, `"${record.packVersion}"`);
  if (record.effectiveOn !== pack.effectiveOn) throw fault('effectiveOn', pack.effectiveOn, `"${record.effectiveOn}"`);
}

function checkEntry(code: string, before: RuleEntry, after: RuleEntry, version: string): void {
  const field = `rules.${code}`;
  const fields = ruleDifferences(before, after);
  if (fields.length === 0) {
    if (!equalValues(before, after)) throw fault(field, after.version, 'the entry of the version it was made from');
    return;
  }
  if (after.version !== version) throw fault(`${field}.version`, after.version, `"${version}"`);
  if (after.reason === undefined || after.reason === before.reason)
    throw fault(`${field}.reason`, after.reason, 'why it was changed', 'pack-trouble-reason');
  const sameSentence = !fields.includes('item') && !fields.includes('text');
  if (fields.includes('value') && after.kind === 'document' && sameSentence)
    throw fault(
      `${field}.item`,
      after.item,
      'the document that gives this number, or kind "setting"',
      'pack-trouble-same-sentence'
    );
}

function fault(field: string, read: unknown, wanted: string, code?: string): RulePackError {
  return code === undefined
    ? new RulePackError(field, read, wanted)
    : new RulePackError(field, read, wanted, { code, params: { most: LONGEST_VERSION } });
}
