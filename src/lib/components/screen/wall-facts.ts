import type { ReadyTest, VehicleState } from '$core/fleet/vehicle-state';
import type { Closure, Vehicle, Village } from '$core/model/records';
import type { Gap, Results, VillageResult } from '$core/model/results';
import type { Situation } from '$core/model/situation';
import { positionAgeMs, vehicleState } from '$lib/commands/vehicle-states';
import type { TourStop } from '$lib/map';

export interface FarVillage {
  village: Village;
  result: VillageResult;
  /** Milliseconds to severe care; null without a way. */
  ms: number | null;
}

/** Villages by time to severe care, those without a way first, then the farthest; equals by persons. */
export function farthestVillages(results: Results, situation: Situation): FarVillage[] {
  const time = ({ ms }: FarVillage) => ms ?? Number.MAX_SAFE_INTEGER;
  return results.villages
    .flatMap((result): FarVillage[] => {
      const village = situation.villages.get(result.villageId);
      return village ? [{ village, result, ms: result.reach.severe.ms }] : [];
    })
    .sort((a, b) => time(b) - time(a) || b.village.residents - a.village.residents);
}

/** Sites that lack antipyretics, or of which it is not known, in the order of the gaps. */
export const antipyreticGaps = (gaps: readonly Gap[]): Gap[] =>
  gaps.filter(({ group, kind }) => group === 'medicines' && kind.endsWith('-antipyretic'));

/** Hours without duty and empty posts, gravest first. */
export const dutyGaps = (gaps: readonly Gap[]): Gap[] =>
  gaps.filter(({ kind }) => kind === 'gap-duty-uncovered' || kind === 'gap-posts-none' || kind.startsWith('gap-post-'));

/** Sites without the report of the day due, longest silent first. */
export function lateGaps(results: Pick<Results, 'gaps' | 'reports'> | null | undefined): Gap[] {
  const gaps = new Map(results?.gaps.map((gap) => [gap.id, gap]));
  return results?.reports.late.flatMap(({ facilityId }) => gaps.get(`gap-report/${facilityId}`) ?? []) ?? [];
}

export interface BoardRow {
  vehicle: Vehicle;
  state: VehicleState;
  /** Milliseconds since its last position; null at base, endless for one without a readable time. */
  ageMs: number | null;
  stale: boolean;
}

const BOARD_ORDER: readonly VehicleState['shape'][] = ['attention', 'assigned', 'moving', 'onsite', 'ready', 'out'];

/** The board: what needs a look first, what is out of service last; by call sign within. */
export function vehicleBoard(input: { vehicles: Iterable<Vehicle>; ready: ReadyTest; now: number }): BoardRow[] {
  const order = ({ state }: BoardRow) => BOARD_ORDER.indexOf(state.shape);
  return [...input.vehicles]
    .map((vehicle): BoardRow => {
      const state = vehicleState(vehicle, input.ready);
      const ageMs = positionAgeMs(vehicle, input.now);
      return {
        vehicle,
        state,
        ageMs,
        stale: state.group !== 'out' && (ageMs ?? 0) > input.ready.staleMinutes * 60_000
      };
    })
    .sort(
      (a, b) =>
        order(a) - order(b) || Number(b.stale) - Number(a.stale) || (a.vehicle.callSign < b.vehicle.callSign ? -1 : 1)
    );
}

/** Closures and slowed roads in force at `now`, newest first. */
export function closuresInForce(closures: Iterable<Closure>, now: number): Closure[] {
  return [...closures]
    .filter(({ startsAt, endsAt }) => {
      const start = Date.parse(startsAt);
      return !(start > now) && (endsAt === null || Date.parse(endsAt) > now);
    })
    .sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
}

export interface TownStop extends TourStop {
  townshipId: string;
  villages: number;
  persons: number;
  /** Villages without a way. */
  noWay: number;
  /** Least and greatest milliseconds to severe care; null where no village has a way. */
  ms: [number, number] | null;
}

/** Half the least width of a stop, degrees: one village alone is not shown nearer than this. */
const LEAST_HALF_DEGREES = 0.03;

/** Townships with placed villages, the worst reached first. */
export function townStops(results: Results, situation: Situation): TownStop[] {
  const rows = new Map(results.coverage.severe.townships.map((row) => [row.townshipId as string, row]));
  const stops = new Map<string, TownStop>();
  for (const { village, ms } of farthestVillages(results, situation)) {
    const { townshipId, lon, lat } = village;
    const row = rows.get(townshipId);
    if (lon === null || lat === null || !row) continue;
    const stop = stops.get(townshipId) ?? {
      townshipId,
      villages: row.villages,
      persons: row.persons,
      noWay: row.noWay.villages,
      ms: null,
      bounds: [lon - LEAST_HALF_DEGREES, lat - LEAST_HALF_DEGREES, lon + LEAST_HALF_DEGREES, lat + LEAST_HALF_DEGREES]
    };
    const [west, south, east, north] = stop.bounds;
    stop.bounds = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
    if (ms !== null) stop.ms = stop.ms ? [Math.min(stop.ms[0], ms), Math.max(stop.ms[1], ms)] : [ms, ms];
    stops.set(townshipId, stop);
  }
  return [...stops.values()];
}

/** The placed village nearest to a position, straight; null without either. */
export function nearestVillage(situation: Situation, at: readonly [number, number] | undefined): Village | null {
  if (!at) return null;
  const narrow = Math.cos((at[1] * Math.PI) / 180);
  let best: { village: Village; square: number } | null = null;
  for (const village of situation.villages.values()) {
    if (village.lon === null || village.lat === null) continue;
    const square = ((village.lon - at[0]) * narrow) ** 2 + (village.lat - at[1]) ** 2;
    if (!best || square < best.square) best = { village, square };
  }
  return best?.village ?? null;
}
