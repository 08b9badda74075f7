import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RulePackRecord } from '../model/records';
import { checkPublication } from './check-publication';
import { compareRulePacks, RULE_FIELDS } from './compare-rule-packs';
import { draftOf, typedRule, withDocument, withHead, withRule } from './edit-rule-pack';
import { DEFAULT_RULE_PACK, defaultRulePackRecord, NUMBER_RULES, parseRulePack, type RulePack } from './rule-pack';

const SHIPPED = DEFAULT_RULE_PACK;
const NOW = Date.parse('2026-11-20T16:00:00Z');
const head = { name: { zh: '县', en: 'County' }, version: 'c-1', effectiveOn: '2026-11-21' };
const draft = draftOf(SHIPPED, head);
const recordOf = (pack: RulePack, more: Partial<RulePackRecord> = {}): RulePackRecord => ({
  ...defaultRulePackRecord(),
  id: `rules-${pack.version}`,
  packVersion: pack.version,
  effectiveOn: pack.effectiveOn,
  content: JSON.parse(JSON.stringify(pack)) as unknown,
  ...more
});
const published = [defaultRulePackRecord()];
const fieldOf = (pack: RulePack, others = published, now = NOW) => checkPublication(recordOf(pack), others, now)?.field;
const setting = { value: 20, kind: 'setting', reason: 'Supply was cut for ten days in May.' } as const;

describe('a draft', () => {
  it('says what it was made from and differs in nothing', () => {
    expect(draft).toMatchObject({ ...head, basedOn: '2023-1' });
    expect(compareRulePacks(SHIPPED, draft)).toEqual([]);
  });

  it('lists what was changed, and nothing once it is as it was', () => {
    const changed = withRule(draft, SHIPPED, 'stock-days', setting);
    expect(compareRulePacks(SHIPPED, changed)).toEqual([
      {
        code: 'stock-days',
        before: SHIPPED.rules['stock-days'],
        after: { ...SHIPPED.rules['stock-days'], ...setting, version: 'c-1' },
        fields: ['value', 'kind']
      }
    ]);
    expect(withRule(changed, SHIPPED, 'stock-days', { value: 14, kind: 'document' })).toEqual(draft);
  });

  it('takes another version into the entries it changed alone', () => {
    const changed = withRule(draft, SHIPPED, 'stock-days', setting);
    const renamed = withHead(changed, SHIPPED, { version: 'c-2' });
    expect(renamed.rules['stock-days'].version).toBe('c-2');
    expect(renamed.rules['contacts-red'].version).toBe('2023-1');
    expect(compareRulePacks(SHIPPED, renamed).map(({ code }) => code)).toEqual(['stock-days']);
  });

  it('takes documents of the county under further letters', () => {
    const title = { zh: '县通知', en: 'County notice' };
    const first = withDocument(draft, title)!;
    const second = withDocument(first.draft, title)!;
    expect([first.letter, second.letter]).toEqual(['C', 'D']);
    expect(parseRulePack(second.draft).documents).toMatchObject({ C: title, D: title, B: SHIPPED.documents.B });
  });

  it('shows every difference of two packs and no other', () => {
    const code = fc.constantFrom(...NUMBER_RULES);
    const change = fc.record({ code, value: fc.nat(100), reason: fc.constantFrom('why', 'other') });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const edited = changes.reduce((pack, { code, ...patch }) => withRule(pack, SHIPPED, code, patch), draft);
        const found = new Map(compareRulePacks(SHIPPED, edited).map((each) => [each.code, each]));
        for (const each of NUMBER_RULES) {
          const differs = edited.rules[each].value !== SHIPPED.rules[each].value;
          expect(found.has(each), each).toBe(differs);
          expect(edited.rules[each].version).toBe(differs ? 'c-1' : '2023-1');
        }
        const back = compareRulePacks(edited, SHIPPED);
        expect(back.map(({ before }) => before)).toEqual([...found.values()].map(({ after }) => after));
        for (const { fields } of back) expect(RULE_FIELDS).toEqual(expect.arrayContaining(fields));
      })
    );
  });
});

describe('a value as typed', () => {
  it.each([
    ['stock-days', '２１', { value: 21, trouble: null }],
    ['stock-days', '', { value: null, trouble: { code: 'pack-trouble-empty' } }],
    ['stock-days', 'two', { value: null, trouble: { code: 'pack-trouble-number' } }],
    ['share-lower-percent', '101', { value: null, trouble: { code: 'pack-trouble-percent' } }],
    ['share-lower-percent', '21', { value: null, trouble: { code: 'pack-trouble-shares' } }],
    ['courses-per-person', '0', { value: null, trouble: { code: 'pack-trouble-positive' } }],
    ['remote-stocked-by', '02-30', { value: null, trouble: { code: 'pack-trouble-month-day' } }],
    ['remote-stocked-by', ' 02-29 ', { value: '02-29', trouble: null }],
    ['report-cut-off', '24:00', { value: null, trouble: { code: 'pack-trouble-clock' } }],
    ['time-zone', '+03:00', { value: '+03:00', trouble: null }],
    ['time-zone', 'UTC', { value: null, trouble: { code: 'pack-trouble-offset' } }]
  ] as const)('of %s: "%s"', (code, text, expected) => {
    expect(typedRule(draft, code, text)).toEqual(expected);
  });
});

describe('publication', () => {
  const changed = withRule(draft, SHIPPED, 'stock-days', setting);

  it('of an honest pack is free, on its own day too', () => {
    expect(checkPublication(recordOf(changed), published, NOW)).toBeNull();
    expect(checkPublication(recordOf(draft), published, NOW)).toBeNull();
    expect(checkPublication(recordOf(changed), [], NOW)).toBeNull();
  });

  it('ends with its day, on the county’s clocks', () => {
    const midnight = Date.parse('2026-11-21T16:00:00Z');
    expect(fieldOf(changed, published, midnight - 1)).toBeUndefined();
    expect(fieldOf(changed, published, midnight)).toBe('effectiveOn');
    const west = withRule(changed, SHIPPED, 'time-zone', { value: '-05:00', reason: 'why' });
    expect(fieldOf(west, published, midnight)).toBeUndefined();
  });

  it.each<[string, RulePack]>([
    ['version', { ...draft, version: '2023-1' }],
    ['version', withHead(draft, SHIPPED, { version: 'x'.repeat(41) })],
    ['effectiveOn', { ...draft, effectiveOn: '2026-11-20' }],
    ['basedOn', { ...draft, basedOn: 'none' }],
    ['rules.stock-days.reason', withRule(draft, SHIPPED, 'stock-days', { value: 20, kind: 'setting' })],
    ['rules.stock-days.item', withRule(draft, SHIPPED, 'stock-days', { value: 20, reason: 'why' })],
    ['rules.stock-days.version', { ...changed, version: 'c-2' }],
    [
      'rules.stock-days',
      { ...draft, rules: { ...draft.rules, 'stock-days': { ...draft.rules['stock-days'], version: 'c-1' } } }
    ]
  ])('is refused, naming %s', (field, pack) => {
    expect(fieldOf(pack)).toBe(field);
  });

  it('lets a duty change with the document that gives the number', () => {
    const { draft: own, letter } = withDocument(draft, { zh: '县通知', en: 'County notice' })!;
    const patch = { value: 20, document: letter, item: 'C2', reason: 'The county notice of May.' };
    expect(fieldOf(withRule(own, SHIPPED, 'stock-days', patch))).toBeUndefined();
  });

  it('asks for a reason of its own where an entry is changed again, and goes back to an older pack as it was', () => {
    const first = recordOf(changed);
    const next = draftOf(changed, { ...head, version: 'c-2' });
    const silent = withRule(next, changed, 'stock-days', { value: 21 });
    expect(fieldOf(silent, [...published, first])).toBe('rules.stock-days.reason');
    const back = draftOf(SHIPPED, { ...head, version: 'c-3' });
    expect(fieldOf(back, [...published, first])).toBeUndefined();
    expect(compareRulePacks(SHIPPED, back)).toEqual([]);
  });

  it('is of the very pack that its record announces', () => {
    expect(checkPublication(recordOf(changed, { packVersion: 'x' }), published, NOW)?.field).toBe('version');
    expect(checkPublication(recordOf(changed, { effectiveOn: '2027-01-01' }), published, NOW)?.field).toBe(
      'effectiveOn'
    );
    expect(checkPublication(recordOf(changed, { content: {} }), published, NOW)?.field).toBe('documents');
  });
});
