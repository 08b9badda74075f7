import type { Facility, Vehicle } from '../model/records';
import type { Situation } from '../model/situation';

/** A place where a reserve vehicle can stand. */
export interface ReserveCandidate {
  id: string;
  name: string;
  lon: number;
  lat: number;
  /** Vehicles in service that have their base here today. */
  vehicles: number;
}

/**
 * Where vehicles can be stationed: today's bases and every health centre and hospital with a position (township hospital
 * and above; a closed ward still has a yard). A base at a facility and the facility are one candidate; other bases are
 * told apart by position. Vehicles out of service keep their base but cover nothing.
 */
export function reserveCandidates({
  facilities,
  vehicles
}: Pick<Situation, 'facilities' | 'vehicles'>): ReserveCandidate[] {
  const found = new Map<string, ReserveCandidate>();
  for (const facility of facilities.values()) {
    if (facility.tier === 'village-clinic' || facility.lon === null || facility.lat === null) continue;
    found.set(facility.id, candidate(facility, facility.lon, facility.lat));
  }
  for (const vehicle of vehicles.values()) {
    const base = baseOf(vehicle, facilities, found);
    if (vehicle.status !== 'out-of-service') base.vehicles++;
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function baseOf(
  vehicle: Vehicle,
  facilities: Situation['facilities'],
  found: Map<string, ReserveCandidate>
): ReserveCandidate {
  const facility = vehicle.baseFacilityId === null ? undefined : facilities.get(vehicle.baseFacilityId);
  const atFacility = facility && facility.lon === vehicle.lon && facility.lat === vehicle.lat;
  const id = atFacility ? facility.id : `base-${vehicle.lon},${vehicle.lat}`;
  const known = found.get(id);
  if (known) return known;
  const base = { id, name: vehicle.baseName, lon: vehicle.lon, lat: vehicle.lat, vehicles: 0 };
  found.set(id, base);
  return base;
}

function candidate({ id, names }: Facility, lon: number, lat: number): ReserveCandidate {
  return { id, name: names.local, lon, lat, vehicles: 0 };
}
