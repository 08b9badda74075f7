import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { AnalysisSettings } from '../model/situation';
import { DEFAULT_RULE_PACK, type RulePack } from '../rules/rule-pack';
import { evaluate } from './evaluate';
import { ruleEffect } from './rule-effect';
import { createTravelCache } from './travel-cache';

const { network, situation } = tinyArea();
const travel = createTravelCache(network);
const settings: AnalysisSettings = {
  vehicle: 'ambulance',
  season: 'dry',
  careLevel: 'severe',
  thresholds: [15, 30, 60, 120],
  now: Date.parse('2026-02-01T12:00:00Z')
};
const run = (rulePack: RulePack) => evaluate({ situation, settings, rulePack, revision: 0, travel });
const other = (edit: (pack: RulePack) => void): RulePack => {
  const pack = structuredClone(DEFAULT_RULE_PACK);
  edit(pack);
  return pack;
};
const effectOf = (after: RulePack, before = DEFAULT_RULE_PACK) =>
  ruleEffect({ before: run(before), after: run(after), packs: { before, after }, situation });

describe('effect of other rules', () => {
  it('is none where nothing is changed', () => {
    const { gaps, far, remote, sites, total } = effectOf(structuredClone(DEFAULT_RULE_PACK));
    expect(gaps).toEqual([]);
    for (const { before, after } of [far, remote, sites, total]) expect(after).toEqual(before);
  });

  it('counts each side by its own limit', () => {
    const none = other((pack) => (pack.rules['coverage-headline-minutes'].value = 0));
    const { far } = effectOf(none);
    const residents = [...situation.villages.values()].reduce((sum, each) => sum + each.residents, 0);
    expect(far.minutes).toEqual({ before: 60, after: 0 });
    expect(far.after).toEqual({ villages: situation.villages.size, persons: residents });
    expect(far.before.villages).toBeLessThan(far.after.villages);
    expect(effectOf(DEFAULT_RULE_PACK, none).far).toEqual({
      minutes: { before: 0, after: 60 },
      before: far.after,
      after: far.before
    });
  });

  it('tells gaps gained and lost by kind, as the two lists differ', () => {
    const strict = other((pack) => {
      pack.rules['stock-days'].value = 365;
      pack.rules['oximeters-village-clinic'].value = 0;
      pack.rules['oximeters-township-hospital'].value = 500;
    });
    const [before, after] = [run(DEFAULT_RULE_PACK).gaps, run(strict).gaps];
    const { gaps, total } = effectOf(strict);
    expect(total).toEqual({ before: before.length, after: after.length });
    const only = (a: typeof before, b: typeof before, kind: string) =>
      a.filter((gap) => gap.kind === kind && !b.some(({ id }) => id === gap.id)).length;
    expect(gaps.length).toBeGreaterThan(0);
    for (const { kind, gained, lost, before: was, after: is } of gaps) {
      expect([gained, lost], kind).toEqual([only(after, before, kind), only(before, after, kind)]);
      expect(is - was).toBe(gained - lost);
      expect(gained + lost).toBeGreaterThan(0);
    }
    const kinds = new Set([...before, ...after].map(({ kind }) => kind));
    for (const kind of kinds)
      if (!gaps.some((each) => each.kind === kind))
        expect(only(after, before, kind) + only(before, after, kind)).toBe(0);
    const reversed = effectOf(DEFAULT_RULE_PACK, strict).gaps;
    expect(reversed.map(({ kind, gained, lost }) => [kind, lost, gained]).sort()).toEqual(
      gaps.map(({ kind, gained, lost }) => [kind, gained, lost]).sort()
    );
  });

  it('counts who becomes remote', () => {
    const { remote } = effectOf(other((pack) => (pack.rules['remote-minutes'].value = 0)));
    expect(remote.after.villages).toBeGreaterThan(remote.before.villages);
    expect(remote.after.persons).toBeGreaterThan(remote.before.persons);
  });
});
