import { positionAgeMs } from '../core/fleet/vehicle-place';
import { vehicleState, type ReadyTest } from '../core/fleet/vehicle-state';
import type { Closure, Facility, Names, Supplier, Township, Vehicle, Village } from '../core/model/records';
import type { MedicineAssessment, Results } from '../core/model/results';
import type { CareLevel } from '../core/model/situation';
import type {
  MapClosure,
  MapFacility,
  MapSeat,
  MapShortage,
  MapSupplier,
  MapVehicle,
  MapVillage,
  Position,
  VillageMark
} from './model';

/** Placed villages only; a village that bears its township's name is a town. Keep the result while villages stay. */
export function mapVillages(villages: Iterable<Village>, townships: Iterable<Township>): MapVillage[] {
  const towns = new Map([...townships].map((township) => [township.id, namesOf(township.names)]));
  const list: MapVillage[] = [];
  for (const { id, lon, lat, residents, names, townshipId } of villages) {
    if (lon === null || lat === null) continue;
    const seat = towns.get(townshipId);
    const town = seat !== undefined && namesOf(names).some((name) => seat.includes(name));
    list.push({ id, lon, lat, persons: residents, names, town });
  }
  return list;
}

function namesOf({ local, en, zh }: Names): string[] {
  return [local, en, zh].flatMap((name) => (name ? [name.trim().toLowerCase()] : []));
}

/** Minutes in the order of `villages`, for one care level; `baseline` gives the times before planned edits. */
export function villageMarks(
  villages: readonly MapVillage[],
  results: Results | null,
  baseline: Results | null,
  careLevel: CareLevel
): VillageMark[] {
  const timesOf = (from: Results | null) =>
    new Map(from?.villages.map((village) => [village.villageId as string, village.reach[careLevel].ms]) ?? []);
  const guessed = new Set<string>(
    results?.estimated
      ? results.villages.flatMap(({ villageId, reach }) => (reach[careLevel].estimate ? [villageId] : []))
      : []
  );
  const now = timesOf(results);
  const before = baseline === null || baseline === results ? now : timesOf(baseline);
  return villages.map(({ id }) => {
    const ms = now.get(id);
    // Without roads no time means that none can be guessed, never that no road leads there.
    const assessed = ms !== undefined && (ms !== null || !results?.estimated);
    const mark = { ms: ms ?? null, assessed, baselineMs: before.get(id) ?? null };
    return guessed.has(id) ? { ...mark, estimated: true } : mark;
  });
}

/** Seats that a list places; those with a facility of their own are drawn by it. */
export function mapSeats(townships: Iterable<Township>): MapSeat[] {
  return [...townships].flatMap(({ id, seat, seatFacilityId }) =>
    seat && seatFacilityId === null ? [{ id, lon: seat.lon, lat: seat.lat }] : []
  );
}

export function mapFacilities(facilities: Iterable<Facility>): MapFacility[] {
  const list: MapFacility[] = [];
  for (const { id, lon, lat, tier, names, open } of facilities) {
    if (lon !== null && lat !== null) list.push({ id, lon, lat, tier, names, open });
  }
  return list;
}

/** Suppliers with a position. */
export function mapSuppliers(suppliers: Iterable<Supplier>): MapSupplier[] {
  return [...suppliers].flatMap(({ id, lon, lat, kind }) =>
    lon === null || lat === null ? [] : [{ id, lon, lat, kind }]
  );
}

/** Vehicles at their last position, else at base (`atBase`: whatever its position); stale when the position is too old at the test's `now`. */
export function mapVehicles(
  vehicles: Iterable<Vehicle>,
  { ready, atBase = () => false }: { ready: ReadyTest; atBase?: (vehicle: Vehicle) => boolean }
): MapVehicle[] {
  return [...vehicles].map((vehicle) => ({
    id: vehicle.id,
    lon: (atBase(vehicle) ? null : vehicle.positionLon) ?? vehicle.lon,
    lat: (atBase(vehicle) ? null : vehicle.positionLat) ?? vehicle.lat,
    callSign: vehicle.callSign,
    shape: vehicleState(vehicle, ready).shape,
    stale: !atBase(vehicle) && (positionAgeMs(vehicle, ready.now) ?? 0) > ready.staleMinutes * 60_000,
    ageMs: atBase(vehicle) ? null : positionAgeMs(vehicle, ready.now),
    heading: null
  }));
}

/** Closures with the geometry the engine gave; those without are not drawn. `planned` by id. */
export function mapClosures(
  closures: Iterable<Closure>,
  geometry: readonly { closureId: string; coordinates: Position[][] }[],
  isPlanned: (id: string) => boolean
): MapClosure[] {
  const lines = new Map(geometry.map(({ closureId, coordinates }) => [closureId, coordinates]));
  return [...closures].flatMap(({ id, speedPercent }) => {
    const coordinates = lines.get(id);
    return coordinates ? [{ id, speedPercent, coordinates, planned: isPlanned(id) }] : [];
  });
}

/** The worst red or amber medicine of each site: fewest days first, then least share. */
export function mapShortages(assessments: readonly MedicineAssessment[]): MapShortage[] {
  const worst = new Map<string, MapShortage>();
  const severity = (tag: MapShortage) =>
    tag.limb === 'expiry' ? -1 : tag.limb === 'days' ? (tag.value ?? 0) : 1000 + (tag.value ?? 0);
  for (const { facilityId, failingLimb, status, days, share } of assessments) {
    if (failingLimb === null || (status !== 'red' && status !== 'amber')) continue;
    const tag: MapShortage = {
      facilityId,
      limb: failingLimb,
      value: failingLimb === 'days' ? days : failingLimb === 'share' ? share : null
    };
    const other = worst.get(facilityId);
    if (!other || severity(tag) < severity(other)) worst.set(facilityId, tag);
  }
  return [...worst.values()];
}
