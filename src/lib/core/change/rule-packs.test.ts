import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { Situation } from '../model/situation';
import { draftOf, withRule } from '../rules/edit-rule-pack';
import { activeRulePack, DEFAULT_RULE_PACK, defaultRulePackRecord } from '../rules/rule-pack';
import { applyChange, overlayPlan } from './apply-change';
import { deleteRuleDraft, draftRulePack, editRuleDraft, isRuleTrial, publishRulePack, tryRulePack } from './rule-packs';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const shipped = defaultRulePackRecord();
const real: Situation = { ...tinyArea().situation, rulePacks: new Map([[shipped.id, shipped]]) };
const base = DEFAULT_RULE_PACK;
const pack = draftOf(base, { name: { zh: '县', en: 'County' }, version: 'c-1', effectiveOn: '2027-01-01' });
const changed = withRule(pack, base, 'stock-days', { value: 20, kind: 'setting', reason: 'why' });
const daysOf = (situation: Situation, now = NOW) => activeRulePack(situation, now).rules['stock-days'].value;

describe('a draft of rules', () => {
  const drafted = applyChange(real, draftRulePack(real, { id: 'd', pack }));

  it('is in force for nobody, is edited and deleted', () => {
    expect(drafted.rulePacks.get('d')).toMatchObject({ active: false, packVersion: 'c-1', name: '县', version: 1 });
    const edited = applyChange(drafted, editRuleDraft(drafted, { id: 'd', pack: changed }));
    expect(edited.rulePacks.get('d')).toMatchObject({ content: changed, version: 2 });
    expect(daysOf(edited, Date.parse('2027-06-01'))).toBe(14);
    expect(applyChange(edited, deleteRuleDraft(edited, { id: 'd' })).rulePacks.has('d')).toBe(false);
    expect(() => draftRulePack(drafted, { id: 'd', pack })).toThrow(RangeError);
  });

  it('once published waits for its day, and can be edited no more', () => {
    const edited = applyChange(drafted, editRuleDraft(drafted, { id: 'd', pack: changed }));
    const published = applyChange(edited, publishRulePack(edited, { id: 'd' }));
    expect(daysOf(published)).toBe(14);
    expect(daysOf(published, Date.parse('2026-12-31T16:00:00Z'))).toBe(20);
    for (const act of [editRuleDraft, deleteRuleDraft, publishRulePack])
      for (const id of ['d', shipped.id, 'none']) expect(() => act(published, { id, pack })).toThrow(RangeError);
  });
});

describe('a trial of rules', () => {
  it('is in force on its screen at once, whatever its day, and leaves nothing when it ends', () => {
    const first = tryRulePack(real, { pack: changed, now: NOW });
    const plan = overlayPlan(real, [first]);
    expect([daysOf(plan), daysOf(real)]).toEqual([20, 14]);
    const second = tryRulePack(plan, { pack: withRule(changed, base, 'stock-days', { value: 30 }), now: NOW });
    const next = overlayPlan(real, [first, second]);
    expect(daysOf(next)).toBe(30);
    const end = tryRulePack(next, { pack: null, now: NOW });
    expect(overlayPlan(real, [first, second, end])).toEqual(real);
    expect([first, second, end].every(isRuleTrial)).toBe(true);
    expect(tryRulePack(real, { pack: null, now: NOW }).edits).toEqual([]);
  });

  it('goes before a pack that another desk publishes for the same day', () => {
    const other = {
      ...defaultRulePackRecord(),
      id: 'z',
      effectiveOn: '2026-11-21',
      publishedAt: '2026-11-21T11:00:00Z'
    };
    const facts = { ...real, rulePacks: new Map(real.rulePacks).set('z', other) };
    expect(daysOf(overlayPlan(facts, [tryRulePack(real, { pack: changed, now: NOW })]))).toBe(20);
  });
});
