import type { Supplier } from '../model/records';
import type { Situation } from '../model/situation';
import { numberRule, type RulePack } from '../rules/rule-pack';

export type SupplyKind = Supplier['kind'];

/** Supply enterprises, emergency depots or pharmacies of the area. */
export interface SupplyCount {
  kind: SupplyKind;
  have: number;
  /** 0 where no number is asked for. */
  need: number;
  /** Of those there are: on the map, and with a telephone. */
  placed: number;
  reachable: number;
}

export const SUPPLY_KINDS: readonly SupplyKind[] = ['supplier', 'depot', 'pharmacy'];

/** Requirements 10 and 11: so many enterprises as the pack asks, and one depot that holds goods in kind. */
export function countSupply({ suppliers }: Pick<Situation, 'suppliers'>, pack: RulePack): SupplyCount[] {
  const need: Record<SupplyKind, number> = { supplier: numberRule(pack, 'suppliers-min'), depot: 1, pharmacy: 0 };
  return SUPPLY_KINDS.map((kind) => {
    const own = [...suppliers.values()].filter((each) => each.kind === kind);
    return {
      kind,
      have: own.length,
      need: need[kind],
      placed: own.filter(({ lon, lat }) => lon !== null && lat !== null).length,
      reachable: own.filter(({ telephone }) => telephone.trim() !== '').length
    };
  });
}
