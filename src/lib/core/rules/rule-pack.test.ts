import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RulePackRecord } from '../model/records';
import {
  activeRulePack,
  DATE_RULES,
  DUTY_RULES,
  DEFAULT_RULE_PACK,
  defaultRulePackRecord,
  findRule,
  inReturneeWindow,
  isTakeover,
  NUMBER_RULES,
  numberRule,
  parseRulePack,
  RulePackError,
  rulePackFaults,
  rulePackInForce,
  ruleRef,
  ruleWords,
  takesOverAt,
  TELEPHONE_RULES,
  telephoneRule,
  type RulePack
} from './rule-pack';

const copy = (): RulePack => structuredClone(DEFAULT_RULE_PACK);

describe('shipped rule pack', () => {
  it('holds the numbers of the town plan', () => {
    const expected = {
      'share-lower-percent': 15,
      'share-upper-percent': 20,
      'stock-days': 14,
      'oximeters-township-hospital': 20,
      'oximeters-village-clinic': 2,
      'dr-units': 1,
      ambulances: 1,
      'suppliers-min': 1,
      'icu-convert-hours': 24,
      'contacts-yellow': 2,
      'contacts-red': 3
    } as const;
    for (const [code, value] of Object.entries(expected)) {
      const entry = DEFAULT_RULE_PACK.rules[code as keyof typeof expected];
      expect([code, entry.value, entry.kind]).toEqual([code, value, 'document']);
    }
  });

  it('quotes the town plan in its own words and marks every open number as a setting', () => {
    const shared = process.env.GREENLANE_SHARED ?? '../shared';
    const folder = join(shared, 'source-documents');
    if (!existsSync(folder)) {
      console.log(`absent: ${folder} (GREENLANE_SHARED); quotes not compared`);
      return;
    }
    const plan = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .find((text) => text.includes('龙潭府发'));
    expect(plan).toBeDefined();
    for (const code of [...NUMBER_RULES, ...DUTY_RULES]) {
      const { document, kind, text } = DEFAULT_RULE_PACK.rules[code];
      if (document === 'L' && kind === 'document') expect(plan).toContain(text.zh);
    }
    for (const code of [...NUMBER_RULES, ...DATE_RULES, ...DUTY_RULES]) {
      const { kind, text } = DEFAULT_RULE_PACK.rules[code];
      expect(text.en.includes('a setting'), code).toBe(kind === 'setting');
      expect(text.zh.includes('此为设置'), code).toBe(kind === 'setting');
    }
  });

  it('survives its own parser and JSON', () => {
    expect(parseRulePack(JSON.parse(JSON.stringify(DEFAULT_RULE_PACK)))).toEqual(DEFAULT_RULE_PACK);
  });

  it('finds the words behind every reference', () => {
    for (const code of [...NUMBER_RULES, ...DATE_RULES, ...DUTY_RULES]) {
      const ref = ruleRef(DEFAULT_RULE_PACK, code);
      const found = findRule(DEFAULT_RULE_PACK, ref);
      expect(found && ruleWords(DEFAULT_RULE_PACK, found)).toMatchObject(ref);
    }
    expect(findRule(DEFAULT_RULE_PACK, { requirement: 1, item: 'L99' })).toBeNull();
  });

  it('names requirement, item and version', () => {
    expect(ruleRef(DEFAULT_RULE_PACK, 'stock-days')).toEqual({ requirement: 2, item: 'L5', packVersion: '2023-1' });
  });
});

describe('parseRulePack', () => {
  it.each<[string, (pack: RulePack) => void]>([
    ['rules.stock-days', (p) => delete (p.rules as Partial<RulePack['rules']>)['stock-days']],
    ['rules.stock-days.value', (p) => (p.rules['stock-days'].value = -1)],
    ['rules.stock-days.value', (p) => (p.rules['stock-days'].value = Number.NaN)],
    ['rules.stock-days.unit', (p) => (p.rules['stock-days'].unit = 'hours')],
    ['rules.stock-days.requirement', (p) => (p.rules['stock-days'].requirement = 3)],
    ['rules.share-lower-percent.value', (p) => (p.rules['share-lower-percent'].value = 150)],
    ['rules.share-lower-percent.value', (p) => (p.rules['share-lower-percent'].value = 30)],
    ['rules.courses-per-person.value', (p) => (p.rules['courses-per-person'].value = 0)],
    ['rules.returnee-window-start.value', (p) => (p.rules['returnee-window-start'].value = '02-30')],
    ['rules.emergency-telephone.value', (p) => (p.rules['emergency-telephone'].value = 'call me')],
    ['rules.hotline-telephone.unit', (p) => (p.rules['hotline-telephone'].unit = 'persons')],
    ['rules.stock-days.text.zh', (p) => (p.rules['stock-days'].text.zh = '')],
    ['rules.care-at-home.value', (p) => Object.assign(p.rules['care-at-home'], { value: false })],
    ['effectiveOn', (p) => (p.effectiveOn = '10 January 2023')],
    ['version', (p) => (p.version = '')],
    ['effectiveOn', (p) => (p.effectiveOn = '2026-02-30')],
    ['rules.stock-days.document', (p) => (p.rules['stock-days'].document = 'C')],
    ['rules.stock-days.item', (p) => (p.rules['stock-days'].item = 'B5')],
    ['rules.stock-days.reason', (p) => (p.rules['stock-days'].reason = ' ')],
    ['documents.C', (p) => Object.assign(p.documents, { C: 'own' })],
    ['documents.own', (p) => Object.assign(p.documents, { own: { zh: '县', en: 'County' } })],
    ['basedOn', (p) => Object.assign(p, { basedOn: 7 })],
    ['rules.unheard-of', (p) => Object.assign(p.rules, { 'unheard-of': p.rules['stock-days'] })]
  ])('names the faulty field %s', (field, spoil) => {
    const pack = copy();
    spoil(pack);
    expect(() => parseRulePack(pack)).toThrow(RulePackError);
    expect(() => parseRulePack(pack)).toThrow(`"${field}"`);
  });

  it('takes a county’s own numbers to call, or none, and gives an older pack the shipped ones', () => {
    const pack = copy();
    pack.rules['emergency-telephone'].value = '+86 (23) 7555-1234';
    pack.rules['hotline-telephone'].value = '';
    const read = parseRulePack(pack);
    expect(telephoneRule(read, 'emergency-telephone')).toBe('+86 (23) 7555-1234');
    expect(telephoneRule(read, 'hotline-telephone')).toBe('');
    const older = copy();
    for (const code of TELEPHONE_RULES) delete (older.rules as Partial<RulePack['rules']>)[code];
    expect(telephoneRule(parseRulePack(older), 'hotline-telephone')).toBe('12345');
  });

  it('takes no number that would end the calendar', () => {
    const pack = copy();
    pack.rules['expiry-notice-days'].value = 1e6;
    expect(() => parseRulePack(pack)).not.toThrow();
    pack.rules['expiry-notice-days'].value = 1e6 + 1;
    expect(() => parseRulePack(pack)).toThrow(RulePackError);
  });

  it('refuses what is no pack at all', () => {
    for (const input of [null, 3, 'pack', [], {}]) expect(() => parseRulePack(input)).toThrow(RulePackError);
  });
});

describe('activeRulePack', () => {
  const now = Date.UTC(2026, 10, 21);
  const record = (id: string, effectiveOn: string, edit: (pack: RulePack) => void, active = true): RulePackRecord => {
    const content = copy();
    edit(content);
    return { ...defaultRulePackRecord(), id, effectiveOn, active, content };
  };
  const situation = (...records: RulePackRecord[]) => ({ rulePacks: new Map(records.map((each) => [each.id, each])) });

  it('is the shipped pack where the county holds none', () => {
    expect(activeRulePack(situation(), now)).toBe(DEFAULT_RULE_PACK);
  });

  it('is the latest active one already in force', () => {
    const days = (n: number) => (p: RulePack) => void (p.rules['stock-days'].value = n);
    const packs = situation(
      record('a', '2024-01-01', days(15)),
      record('b', '2025-01-01', days(16)),
      record('c', '2025-06-01', days(17), false),
      record('d', '2027-01-01', days(18))
    );
    expect(numberRule(activeRulePack(packs, now), 'stock-days')).toBe(16);
  });

  it('takes over as its day begins on the county’s clocks, by the zone it brings', () => {
    const east = (zone: string) => (p: RulePack) => {
      p.rules['time-zone'].value = zone;
      p.rules['stock-days'].value = 20;
    };
    for (const [zone, start] of [
      ['+08:00', '2026-11-20T16:00:00Z'],
      ['+03:00', '2026-11-20T21:00:00Z'],
      ['-05:30', '2026-11-21T05:30:00Z']
    ]) {
      const packs = situation(defaultRulePackRecord(), record('next', '2026-11-21', east(zone)));
      const at = Date.parse(start);
      expect(numberRule(activeRulePack(packs, at - 1), 'stock-days'), zone).toBe(14);
      expect(numberRule(activeRulePack(packs, at), 'stock-days'), zone).toBe(20);
      expect(
        [isTakeover(packs, at - 1, at), isTakeover(packs, at, at + 1), isTakeover(packs, 0, at - 1)],
        zone
      ).toEqual([true, false, true]);
      const later = packs.rulePacks.get('next')!;
      expect(takesOverAt(later, activeRulePack(packs, at)), zone).toBe(at);
    }
  });

  it('of one day is the one published last', () => {
    const days = (n: number) => (p: RulePack) => void (p.rules['stock-days'].value = n);
    const packs = situation(
      { ...record('z', '2026-11-20', days(15)), publishedAt: '2026-11-19T08:00:00.000Z' },
      { ...record('a', '2026-11-20', days(16)), publishedAt: '2026-11-20T08:00:00.000Z' },
      { ...record('m', '2026-11-20', days(17)), publishedAt: '' }
    );
    expect(rulePackInForce(packs, now).id).toBe('a');
  });

  it('is one and the same whatever the order of the records, none of which begins after now', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
    const zone = fc.constantFrom('+08:00', '+03:00', '-05:30', '+14:00');
    const any = fc.record({
      day,
      zone,
      active: fc.boolean(),
      publishedAt: fc.constantFrom('', '2026-11-01', '2026-11-02')
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.integer({ min: 0, max: 30 * 24 * 60 }), (list, minutes) => {
        const at = Date.UTC(2026, 10, 1) + minutes * 60_000;
        const records = list.map((each, i) => ({
          ...record(`p${i}`, each.day, (p) => void (p.rules['time-zone'].value = each.zone), each.active),
          publishedAt: each.publishedAt
        }));
        const { id, pack } = rulePackInForce(situation(...records), at);
        expect(rulePackInForce(situation(...[...records].reverse()), at).id).toBe(id);
        const begun = (each: RulePackRecord) => takesOverAt(each, each.content as RulePack) <= at;
        const own = records.find((each) => each.id === id);
        if (!own) {
          expect(records.some((each) => each.active && begun(each))).toBe(false);
          return;
        }
        expect(own.active && takesOverAt(own, pack) <= at).toBe(true);
        for (const other of records)
          if (other.active && begun(other)) expect(own.effectiveOn >= other.effectiveOn).toBe(true);
      })
    );
  });

  it('passes over a pack that cannot be read, and tells it', () => {
    const packs = situation(
      record('bad', '2025-01-01', (p) => (p.version = '')),
      defaultRulePackRecord()
    );
    expect(activeRulePack(packs, now).version).toBe('2023-1');
    expect(rulePackFaults(packs)).toEqual([
      { id: 'bad', field: 'version', message: expect.stringContaining('"version"') }
    ]);
  });
});

describe('returnee window', () => {
  it('counts both its days and may run over the new year', () => {
    expect(['2026-01-04', '2026-01-05', '2026-02-28', '2026-03-01'].map((d) => inReturneeWindow(copy(), d))).toEqual([
      false,
      true,
      true,
      false
    ]);
    const pack = copy();
    pack.rules['returnee-window-start'].value = '12-20';
    expect(['2026-12-19', '2026-12-20', '2026-01-01', '2026-03-01'].map((d) => inReturneeWindow(pack, d))).toEqual([
      false,
      true,
      true,
      false
    ]);
  });
});
