import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { Reach } from '../model/results';
import type { CareLevel } from '../model/situation';
import { DEFAULT_RULE_PACK as pack } from '../rules/rule-pack';
import { contactsDue, countFreshness } from './count-freshness';
import { judgeRemote } from './judge-remote';
import { scoreRisk } from './score-risk';

const { situation } = tinyArea();
const [village] = situation.villages.values();
const [count] = situation.peopleCounts.values();
const reach = (ms: number | null, reason: Reach['reason'] = null): Reach => ({
  facilityId: null,
  ms,
  mm: null,
  reason
});
const all = (township: Reach, severe = township): Record<CareLevel, Reach> => ({
  any: township,
  township,
  'sub-designated': township,
  severe,
  seat: township
});

describe('remote', () => {
  const codes = (levels: Record<CareLevel, Reach>, walkMetres: number | null) =>
    judgeRemote({ reach: levels, walkMetres }, pack).reasons.map(({ code }) => code);
  it('exactly at a limit is not remote, beyond it is, each reason named', () => {
    expect(codes(all(reach(3_600_000)), 1000)).toEqual([]);
    expect(codes(all(reach(1), reach(3_600_001)), 1000.001)).toEqual(['remote-minutes-severe', 'remote-walk']);
    expect(codes(all(reach(3_600_001)), 0)).toEqual(['remote-minutes-township', 'remote-minutes-severe']);
    expect(codes(all(reach(null, 'unconnected-part')), null)).toEqual(['remote-no-way']);
  });
  it('a level without any site is not the village’s remoteness', () => {
    expect(codes(all(reach(1), reach(null, 'no-open-facility')), 0)).toEqual([]);
  });
});

describe('risk', () => {
  it('adds weight × min(1, value ÷ full) over the assessed parts', () => {
    // 20 % aged of 30, 4 % red of 5, 30 of 60 minutes, stock red and green: 25·⅔ + 25·0.8 + 30·½ + 20·½ of 100.
    const [risk] = scoreRisk(
      [{ village, count, severe: reach(1_800_000), stock: ['red', 'green', 'no-demand'] }],
      pack
    );
    expect(risk.score).toBe(61.7);
    expect(risk.parts.map(({ value }) => value)).toEqual([20, 4, 30, 0.5]);
  });
  it('leaves out what cannot be assessed, and ranks equals alike', () => {
    const bare = { village, count: undefined, severe: reach(null, 'no-open-facility'), stock: [] };
    const cut = { ...bare, severe: reach(null, 'cut-by-closure') };
    const risks = scoreRisk([bare, cut, { ...cut }, { ...cut, severe: reach(0) }], pack);
    expect(risks.map(({ score, rank }) => [score, rank])).toEqual([
      [null, null],
      [100, 1],
      [100, 1],
      [0, 3]
    ]);
  });
});

describe('counts', () => {
  it('is fresh through the last day set', () => {
    expect(countFreshness(count, '2026-12-04', pack)).toEqual({ days: 14, fresh: true });
    expect(countFreshness(count, '2026-12-05', pack)).toEqual({ days: 15, fresh: false });
    expect(countFreshness({ countedOn: null }, '2026-12-05', pack)).toEqual({ days: null, fresh: false });
  });
  it('2 contacts for yellow, 3 for red', () => expect(contactsDue(count, pack)).toBe(24));
});
