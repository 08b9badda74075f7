import type { VillageId } from '../model/ids';
import type { Supplier, Village } from '../model/records';
import type { Reach } from '../model/results';
import type { Situation } from '../model/situation';
import { isMeasured } from '../people/judge-remote';
import { isNoSite, MATRIX_REASONS, type NoWayReason, type Router } from '../routing/routing';
import { numberRule, type RulePack } from '../rules/rule-pack';

/** A village whose nearest medicine point is too far away (requirement 14). */
export interface FarFromMedicine {
  villageId: VillageId;
  /** Site or pharmacy; null without a way to any. */
  point: { kind: 'facility' | 'supplier'; id: string } | null;
  ms: number | null;
  reason: NoWayReason | null;
}

export interface MedicinePointInput {
  villages: readonly Village[];
  /** Nearest open site of each village, in their order. */
  any: readonly Reach[];
  suppliers: Situation['suppliers'];
  router: Pick<Router, 'matrix'>;
  pack: RulePack;
  /** Without roads only a measured time says that a village is too far. */
  estimated: boolean;
}

/**
 * Villages that reach neither an open site nor a pharmacy within the minutes set; exactly the limit is within. Open
 * sites dispense, so a pharmacy is asked about only where the nearest site is too far. A place that nothing is known of
 * (no position, no road near it) is left to the list of those without a way; an area without any medicine point is the
 * county's want, not that of its villages.
 */
export function farFromMedicine(input: MedicinePointInput): FarFromMedicine[] {
  const { villages, any, suppliers, router, pack, estimated } = input;
  const limit = numberRule(pack, 'medicine-point-minutes') * 60_000;
  const pharmacies = [...suppliers.values()].filter(isPlacedPharmacy);
  const far = villages.flatMap((village, v) => {
    const reach = any[v];
    if (reach.ms !== null ? reach.ms <= limit : OFF_THE_MAP.includes(reach.reason)) return [];
    if (isNoSite(reach.reason) && pharmacies.length === 0) return [];
    return estimated && !isMeasured(reach) ? [] : [{ village, reach }];
  });
  if (far.length === 0) return [];
  const times = router.matrix(
    far.map(({ village }) => village),
    pharmacies
  );
  return far.flatMap(({ village, reach }, row): FarFromMedicine[] => {
    let best: Pick<FarFromMedicine, 'point' | 'ms' | 'reason'> = {
      point: reach.facilityId === null ? null : { kind: 'facility', id: reach.facilityId },
      ms: reach.ms,
      reason: reach.reason
    };
    pharmacies.forEach(({ id }, column) => {
      const cell = row * times.columns + column;
      if (MATRIX_REASONS[times.reason[cell]] !== null || times.ms[cell] >= (best.ms ?? Infinity)) return;
      best = { point: { kind: 'supplier', id }, ms: times.ms[cell], reason: null };
    });
    return best.ms !== null && best.ms <= limit ? [] : [{ villageId: village.id, ...best }];
  });
}

const OFF_THE_MAP: readonly (NoWayReason | null)[] = ['no-position', 'too-far-from-road', 'needs-roads'];

/** A pharmacy that a way can lead to. */
export function isPlacedPharmacy({ kind, lon, lat }: Supplier): boolean {
  return kind === 'pharmacy' && lon !== null && lat !== null;
}
