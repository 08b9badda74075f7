import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE_PACK, parseRulePack, RULE_CODES } from '$core/rules/rule-pack';
import '$lib/i18n/late-messages';
import { hasMessage, t } from '$lib/i18n';
import { comparedNorms, RULE_GROUPS, ZONES } from './rule-groups';
import { ruleName, valueWords, zoneWords } from './rule-words';

describe('rules on the page', () => {
  it('are all there, each once, with a name and a value in words', () => {
    expect(RULE_GROUPS.flatMap(({ codes }) => codes).sort()).toEqual([...RULE_CODES].sort());
    const names = RULE_CODES.map(ruleName);
    expect(new Set(names).size).toBe(names.length);
    for (const { id } of RULE_GROUPS) expect(hasMessage(`packs-group-${id}`), id).toBe(true);
    for (const code of RULE_CODES) {
      const entry = DEFAULT_RULE_PACK.rules[code];
      expect(valueWords(entry), code).not.toBe('');
      if (entry.unit !== 'duty') expect(hasMessage(`rule-unit-${entry.unit}`), code).toBe(true);
    }
  });

  it('stand beside norms that the pack holds, and every norm has a value in words', () => {
    const norms = DEFAULT_RULE_PACK.norms.map(({ code }) => code);
    for (const code of RULE_CODES) expect(norms).toEqual(expect.arrayContaining([...comparedNorms(code)]));
    for (const norm of DEFAULT_RULE_PACK.norms) expect(valueWords(norm)).toMatch(/\d/);
  });

  it('offer time zones that a pack takes, west to east, each with its places', () => {
    const minutes = ZONES.map((zone) => {
      const [hours, rest] = zone.slice(1).split(':').map(Number);
      return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + rest);
    });
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    for (const zone of ZONES) {
      const pack = structuredClone(DEFAULT_RULE_PACK);
      pack.rules['time-zone'].value = zone;
      expect(parseRulePack(pack).rules['time-zone'].value).toBe(zone);
      expect(zoneWords(zone), zone).toContain(t(`packs-zone-${zone}`));
    }
  });

  it('show small numbers as they are', () => {
    expect(valueWords({ value: 0.1, unit: 'factor' })).toBe('× 0.1');
    expect(valueWords({ value: 1500, unit: 'metres' })).toBe('1,500 m');
    expect(valueWords({ value: '02-29', unit: 'month-day' })).toBe('29 February');
  });
});
