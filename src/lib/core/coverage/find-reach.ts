import type { Facility, Township, Village } from '../model/records';
import { estimateBand } from '../estimate/estimate-band';
import { seatPlace } from '../estimate/seat-place';
import type { Reach } from '../model/results';
import { CARE_LEVELS, type CareLevel } from '../model/situation';
import {
  MATRIX_REASONS,
  type NoWayReason,
  type Place,
  type Router,
  type SnapResult,
  type TravelMatrix
} from '../routing/routing';
import { givesCare, isOfLevel } from './care-sites';

/** Levels that a facility gives; the seat is reached by `findSeatReach`. */
export type SiteLevel = Exclude<CareLevel, 'seat'>;

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
 * open and on a road; `no-facility-on-record`: there is none at all.
 */
export function findReach(input: ReachInput): Record<SiteLevel, Reach>[] {
  const sites = Object.fromEntries(
    CARE_LEVELS.map((level) => [
      level,
      input.facilities.flatMap((facility, f) => (givesCare(facility, level) ? [f] : []))
    ])
  ) as Record<SiteLevel, number[]>;
  const unknown = new Set<SiteLevel>(
    CARE_LEVELS.filter((level) => !input.facilities.some((facility) => isOfLevel(facility, level)))
  );
  return input.villages.map(
    (_, v) =>
      Object.fromEntries(
        CARE_LEVELS.map((level) => [
          level,
          unknown.has(level) ? noReach('no-facility-on-record') : nearestSite(input, v, sites[level])
        ])
      ) as Record<SiteLevel, Reach>
  );
}

/**
 * Way of each village to the seat of its own township, in the villages' order; `no-seat-position` where that seat is not
 * on record.
 */
export function findSeatReach(
  villages: readonly (Village & Place)[],
  townships: ReadonlyMap<string, Pick<Township, 'id' | 'seat'>>,
  router: Pick<Router, 'matrix'>
): Reach[] {
  const found = villages.map((): Reach => noReach('no-seat-position'));
  for (const township of townships.values()) {
    const seat = seatPlace(township);
    const rows = seat ? villages.flatMap(({ townshipId }, v) => (townshipId === township.id ? [v] : [])) : [];
    if (!seat || rows.length === 0) continue;
    const times = router.matrix(
      rows.map((v) => villages[v]),
      [seat]
    );
    rows.forEach((v, row) => {
      const reason = MATRIX_REASONS[times.reason[row]];
      found[v] = reason ? noReach(reason) : { facilityId: null, ...timeOf(times, row) };
    });
  }
  return found;
}

function noReach(reason: NoWayReason): Reach {
  return { facilityId: null, ms: null, mm: null, reason };
}

function timeOf({ ms, mm, spread }: TravelMatrix, cell: number): Omit<Reach, 'facilityId'> {
  const time = { ms: ms[cell], mm: mm[cell], reason: null };
  return spread ? { ...time, estimate: spread[cell] > 0 ? estimateBand(ms[cell], spread[cell]) : null } : time;
}

/** Nearest of some of the sites (their indices) for one village (its index), with the ties and reasons of `findReach`. */
export function nearestSite(
  { facilities, times, snaps }: Omit<ReachInput, 'villages'>,
  v: number,
  sites: readonly number[]
): Reach {
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
    return { facilityId: facilities[best].id, ...timeOf(times, cell) };
  }
  return noReach(noWay(sites.length, snaps[v], reasons));

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
  if (reasons.has('needs-roads')) return 'needs-roads';
  if (reasons.has('cut-by-closure')) return 'cut-by-closure';
  return reasons.has('unconnected-part') ? 'unconnected-part' : 'no-open-facility';
}
