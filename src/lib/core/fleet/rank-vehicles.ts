import type { Capability, Grade, Vehicle, VehicleClass } from '../model/records';
import type { Phrase, VehicleRanking } from '../model/results';
import type { Situation } from '../model/situation';
import { MATRIX_REASONS, type NoWayReason, type Place, type Router } from '../routing/routing';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { coverLostWithout } from './fleet-cover';
import { shiftEnds } from './crew-of';
import { crewedVehicles } from './readiness';
import { positionAgeMinutes, vehiclePlace } from './vehicle-place';
import { caseReasons, positionReasons, standingReasons, tripReasons, type Trip } from './vehicle-reasons';

export interface RankingInput {
  situation: Pick<Situation, 'vehicles' | 'crews' | 'villages'>;
  rules: RulePack;
  place: Place;
  /** Where the patient is taken; null where that is not known yet, and a trip is then as far as the place. */
  hospital: Place | null;
  grade: Grade;
  /** What the vehicle must carry. */
  needs: readonly Capability[];
  /** Epoch milliseconds. */
  now: number;
  /** Travel times in the season and under the closures of the hour. */
  routerFor: (vehicleClass: VehicleClass) => Router;
}

interface Drive {
  ms: number | null;
  mm: number;
  reason: NoWayReason | null;
}

/**
 * Every vehicle, offered in order of arrival or not offered with all the reasons. Arrival = minutes to ready + drive from
 * the last position (or the base). What its absence costs counts villages that no other vehicle free to go reaches within
 * the reserve standard.
 */
export function rankVehicles(input: RankingInput): VehicleRanking {
  const { situation, rules, place, now, routerFor } = input;
  const vehicles = [...situation.vehicles.values()];
  const drives = driveTo(vehicles, place, routerFor);
  const onward = onwardFrom(place, input.hospital, routerFor);
  const ends = shiftEnds(situation.crews.values());
  const crewed = crewedVehicles(situation.crews.values());
  const standing = vehicles.map((vehicle) => [
    ...standingReasons(vehicle, crewed),
    ...positionReasons(vehicle, rules, now)
  ]);
  const free = vehicles.filter((_, i) => standing[i].length === 0);
  const lost = coverLostWithout({
    vehicles: free,
    villages: [...situation.villages.values()],
    minutes: numberRule(rules, 'reserve-minutes'),
    routerFor
  });

  const ranking: VehicleRanking = { offered: [], notOffered: [] };
  vehicles.forEach((vehicle, i) => {
    const drive = drives[i];
    const reasons = [
      ...standing[i],
      ...caseReasons(vehicle, input),
      ...tripReasons(vehicle, ends.get(vehicle.id), tripOf(vehicle, drive, onward(vehicle.vehicleClass)), now),
      ...(drive.ms === null ? [{ code: `vehicle-no-way-${drive.reason as NoWayReason}` }] : [])
    ];
    if (reasons.length > 0 || drive.ms === null) {
      ranking.notOffered.push({ vehicleId: vehicle.id, driveMs: drive.ms, reasons });
      return;
    }
    ranking.offered.push({
      vehicleId: vehicle.id,
      ms: vehicle.minutesToReady * 60_000 + drive.ms,
      driveMs: drive.ms,
      mm: drive.mm,
      notes: notes(vehicle, rules, now),
      coverLost: lost.get(vehicle.id) ?? { villages: 0, persons: 0 }
    });
  });
  ranking.offered.sort((a, b) => a.ms - b.ms || a.mm - b.mm || byText(a.vehicleId, b.vehicleId));
  ranking.notOffered.sort(
    (a, b) => (a.driveMs ?? Infinity) - (b.driveMs ?? Infinity) || byText(a.vehicleId, b.vehicleId)
  );
  return ranking;
}

function notes(vehicle: Vehicle, rules: RulePack, now: number): Phrase[] {
  const age = positionAgeMinutes(vehicle, now);
  const found: Phrase[] = [
    age === null
      ? { code: 'vehicle-at-base', params: { base: vehicle.baseName } }
      : { code: 'vehicle-position-age', params: { minutes: Math.max(0, Math.floor(age)) } }
  ];
  const limit = numberRule(rules, 'minutes-to-ready');
  if (vehicle.minutesToReady > limit)
    found.push({ code: 'vehicle-slow-to-ready', params: { minutes: vehicle.minutesToReady, limit } });
  return found;
}

function driveTo(
  vehicles: readonly Vehicle[],
  place: Place,
  routerFor: (vehicleClass: VehicleClass) => Router
): Drive[] {
  const drives = new Map<string, Drive>();
  for (const vehicleClass of new Set(vehicles.map((vehicle) => vehicle.vehicleClass))) {
    const group = vehicles.filter((vehicle) => vehicle.vehicleClass === vehicleClass);
    const matrix = routerFor(vehicleClass).matrix(group.map(vehiclePlace), [place]);
    group.forEach(({ id }, row) => {
      const reason = MATRIX_REASONS[matrix.reason[row]];
      drives.set(id, { ms: reason ? null : matrix.ms[row], mm: matrix.mm[row], reason });
    });
  }
  return vehicles.map(({ id }) => drives.get(id) as Drive);
}

/** A way that nobody can drive adds nothing: it has a reason of its own. */
function tripOf({ minutesToReady }: Vehicle, drive: Drive, onward: Drive): Trip {
  if (drive.ms === null) return { ms: 0, mm: null };
  return {
    ms: minutesToReady * 60_000 + drive.ms + (onward.ms ?? 0),
    mm: drive.mm + (onward.ms === null ? 0 : onward.mm)
  };
}

/** The way from the place to the hospital by vehicle class, each asked once. */
function onwardFrom(
  place: Place,
  hospital: Place | null,
  routerFor: (vehicleClass: VehicleClass) => Router
): (vehicleClass: VehicleClass) => Drive {
  const known = new Map<VehicleClass, Drive>();
  return (vehicleClass) => {
    const held = known.get(vehicleClass);
    if (held) return held;
    let drive: Drive = { ms: null, mm: 0, reason: null };
    if (hospital) {
      const matrix = routerFor(vehicleClass).matrix([place], [hospital]);
      const reason = MATRIX_REASONS[matrix.reason[0]];
      drive = { ms: reason ? null : matrix.ms[0], mm: matrix.mm[0], reason };
    }
    known.set(vehicleClass, drive);
    return drive;
  };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
