import type { CountField, PeopleCount, Village } from '../model/records';
import type { LimbStatus, Reach, RiskScore } from '../model/results';
import { isNoSite } from '../routing/routing';
import { knownCount } from './known-count';
import { numberRule, type NumberRule, type RulePack } from '../rules/rule-pack';

export interface RiskInput {
  village: Pick<Village, 'id' | 'residents'>;
  count: PeopleCount | undefined;
  /** Reach of a severe-case hospital. */
  severe: Reach;
  /** Status of each medicine at the village's lowest open site; empty without one. */
  stock: readonly LimbStatus[];
}

/** Stock status as a share of the part's points. */
const STOCK_SHARE: Partial<Record<LimbStatus, number>> = { red: 1, amber: 0.5, green: 0 };

/**
 * Requirement 44, one score per village in the order given. Each part gives its weight × min(1, value ÷ full value):
 * share of people aged 65+, share labelled red, minutes to a severe-case hospital (full at the remote limit and without a
 * way), mean want of the medicines that can be assessed at the village's site. A part that cannot be assessed is left
 * out of both sides; score = 100 × points ÷ weights of the assessed parts, to one decimal. Equal scores share a rank.
 */
export function scoreRisk(inputs: readonly RiskInput[], pack: RulePack): RiskScore[] {
  const scores = inputs.map((input) => {
    const parts = partsOf(input, pack);
    const assessed = parts.filter(({ points }) => points !== null);
    const weights = assessed.reduce((sum, { weight }) => sum + weight, 0);
    const points = assessed.reduce((sum, part) => sum + (part.points as number), 0);
    return { parts, score: weights > 0 ? Math.floor((1000 * points) / weights + 0.5) / 10 : null };
  });
  const ordered = scores.flatMap(({ score }) => (score === null ? [] : [score])).sort((a, b) => b - a);
  return scores.map(({ parts, score }) => ({
    score,
    rank: score === null ? null : ordered.indexOf(score) + 1,
    parts
  }));
}

function partsOf({ village, count, severe, stock }: RiskInput, pack: RulePack): RiskScore['parts'] {
  const part = (code: string, rule: NumberRule, value: number | null, full: number): RiskScore['parts'][number] => {
    const weight = numberRule(pack, rule);
    return { code, weight, value, points: value === null ? null : weight * shareOf(value, full) };
  };
  const percent = (field: CountField): number | null => {
    const persons = knownCount(count, field);
    return persons === null || village.residents <= 0 ? null : (100 * persons) / village.residents;
  };
  const shares = stock.flatMap((status) => STOCK_SHARE[status] ?? []);
  const limit = numberRule(pack, 'remote-minutes');
  const minutes = severe.ms !== null ? severe.ms / 60_000 : isNoSite(severe.reason) ? null : limit;
  return [
    part('risk-part-aged', 'risk-weight-aged', percent('aged65'), numberRule(pack, 'risk-aged-share-percent')),
    part('risk-part-labels', 'risk-weight-labels', percent('red'), numberRule(pack, 'risk-red-share-percent')),
    part('risk-part-travel', 'risk-weight-travel', minutes, limit),
    part(
      'risk-part-stock',
      'risk-weight-stock',
      shares.length > 0 ? shares.reduce((sum, each) => sum + each, 0) / shares.length : null,
      1
    )
  ];
}

function shareOf(value: number, full: number): number {
  return full > 0 ? Math.min(1, Math.max(0, value / full)) : 1;
}
