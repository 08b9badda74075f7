import type { Facility, Village } from '../model/records';
import type { Reach } from '../model/results';
import { CARE_LEVELS, type CareLevel } from '../model/situation';
import { MATRIX_REASONS, type NoWayReason, type SnapResult, type TravelMatrix } from '../routing/routing';
import { givesCare } from './care-sites';

export interface ReachInput {
  villages: readonly Village[];
  facilities: readonly Facility[];
  /** Villages × facilities. */
  times: TravelMatrix;
  /** How each village joins the roads. */
  snaps: readonly SnapResult[];
}

/**
 * Nearest site of each care level for each village, in the villages' order. Ties: least milliseconds, least
 * millimetres, lowest id. Without a way the reason is the village's own where it has one; then a closure where it cuts
 * the village from any such site; then that no road connects them. `no-open-facility`: no site of that level is both
 * open and on a road.
 */
export function findReach(input: ReachInput): Record<CareLevel, Reach>[] {
  const sites = Object.fromEntries(
    CARE_LEVELS.map((level) => [
      level,
      input.facilities.flatMap((facility, f) => (givesCare(facility, level) ? [f] : []))
    ])
  ) as Record<CareLevel, number[]>;
  return input.villages.map(
    (_, v) =>
      Object.fromEntries(CARE_LEVELS.map((level) => [level, nearest(input, v, sites[level])])) as Record<
        CareLevel,
        Reach
      >
  );
}

function nearest({ facilities, times, snaps }: ReachInput, v: number, sites: readonly number[]): Reach {
  let best = -1;
  const reasons = new Set<NoWayReason>();
  for (const f of sites) {
    const cell = v * times.columns + f;
    const reason = MATRIX_REASONS[times.reason[cell]];
    if (reason) {
      reasons.add(reason);
      continue;
    }
    if (best < 0 || before(f, best)) best = f;
  }
  if (best >= 0) {
    const cell = v * times.columns + best;
    return { facilityId: facilities[best].id, ms: times.ms[cell], mm: times.mm[cell], reason: null };
  }
  return { facilityId: null, ms: null, mm: null, reason: noWay(sites.length, snaps[v], reasons) };

  function before(a: number, b: number): boolean {
    const [i, j] = [v * times.columns + a, v * times.columns + b];
    if (times.ms[i] !== times.ms[j]) return times.ms[i] < times.ms[j];
    if (times.mm[i] !== times.mm[j]) return times.mm[i] < times.mm[j];
    return facilities[a].id < facilities[b].id;
  }
}

function noWay(sites: number, snap: SnapResult, reasons: ReadonlySet<NoWayReason>): NoWayReason {
  if (sites === 0) return 'no-open-facility';
  if (snap.reason === 'no-position' || snap.reason === 'too-far-from-road') return snap.reason;
  if (reasons.has('cut-by-closure')) return 'cut-by-closure';
  return reasons.has('unconnected-part') ? 'unconnected-part' : 'no-open-facility';
}
