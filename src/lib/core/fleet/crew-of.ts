import type { VehicleId } from '../model/ids';
import type { Crew } from '../model/records';

/** The crew of a vehicle: of several the one that drives now, else the first by id; null where none is on record. */
export function crewOf(crews: Iterable<Crew>, vehicleId: VehicleId): Crew | null {
  let found: Crew | null = null;
  for (const crew of crews) {
    if (crew.vehicleId !== vehicleId) continue;
    const before = found === null ? 1 : Number(drives(crew)) - Number(drives(found));
    if (found === null || before > 0 || (before === 0 && crew.id < found.id)) found = crew;
  }
  return found;
}

/** On duty, and somebody who drives. */
export function drives({ onDuty, driver }: Pick<Crew, 'onDuty' | 'driver'>): boolean {
  return onDuty && driver.trim() !== '';
}

/**
 * When the shift of a vehicle's drivers on duty ends, by vehicle, epoch ms: of several the last. Where one of them has no
 * end on record nobody knows, and the vehicle is missing here.
 */
export function shiftEnds(crews: Iterable<Crew>): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const crew of crews) {
    if (!drives(crew)) continue;
    const end = crew.shiftEndsAt ? Date.parse(crew.shiftEndsAt) : NaN;
    ends.set(crew.vehicleId, Math.max(ends.get(crew.vehicleId) ?? -Infinity, Number.isNaN(end) ? Infinity : end));
  }
  return new Map([...ends].filter(([, end]) => end !== Infinity));
}
