import type { FacilityId, VehicleId } from '../model/ids';
import type { Capability, Crew, Facility, Vehicle, VehicleKind } from '../model/records';
import { randomOf } from './random';
import { personName, type Region } from './sample-names';
import { byId, isPlaced, type Placed } from './sample-place';
import { clockOf } from './sample-time';

interface Post {
  kind: VehicleKind;
  facility: Facility & Placed;
}

/**
 * Ambulances: two at each designated hospital, one at each sub-designated and each eligible township hospital but one.
 * Reserve vehicles: one for every four township hospitals or part of it, plus two, spread over the township hospitals.
 * One ambulance is out of service, two are under way, one reserve vehicle has no driver on duty, another a position a day
 * old and a crew whose shift is over; the rest stand at base.
 */
export function sampleFleet(input: {
  facilities: readonly Facility[];
  withoutAmbulance: FacilityId | null;
  region: Region;
  seed: number;
  today: string;
}): { vehicles: Vehicle[]; crews: Crew[] } {
  const { withoutAmbulance, region, seed, today } = input;
  const placed = byId(input.facilities).filter(isPlaced);
  const tier = (name: Facility['tier']) => placed.filter((each) => each.tier === name);
  const towns = tier('township-hospital');
  const ambulances: Post[] = [
    ...tier('designated').flatMap((facility) => [facility, facility]),
    ...tier('sub-designated'),
    ...towns.filter((each) => each.ambulanceEligible && each.id !== withoutAmbulance)
  ].map((facility) => ({ kind: 'ambulance', facility }));
  const bases = randomOf(seed, 'reserve').shuffle(towns.filter((each) => each.id !== withoutAmbulance));
  const spare = bases.length > 0 ? bases : [...tier('sub-designated'), ...tier('designated')];
  const reserves: Post[] = Array.from(
    { length: spare.length > 0 ? Math.ceil(towns.length / 4) + 2 : 0 },
    (_, i): Post => ({ kind: 'reserve', facility: spare[i % spare.length] })
  );
  const vehicles = [
    ...ambulances.map((post, i) => vehicle(post, i + 1, seed)),
    ...reserves.map((post, i) => vehicle(post, i + 1, seed))
  ];
  const unready = ail(vehicles, placed, seed, today);
  return { vehicles: unready, crews: unready.map((each) => crew(each, region, seed, today)) };
}

function vehicle({ kind, facility }: Post, number: number, seed: number): Vehicle {
  const callSign = `${kind === 'ambulance' ? 'A' : 'R'}-${String(number).padStart(2, '0')}`;
  const random = randomOf(seed, `vehicle/${callSign}`);
  const ambulance = kind === 'ambulance';
  const hospital = facility.tier !== 'township-hospital';
  const capabilities: Capability[] = ambulance
    ? ['oxygen', 'stretcher', ...(hospital || random.chance(0.6) ? (['monitor'] as const) : [])]
    : random.chance(0.5)
      ? ['oxygen']
      : [];
  if (ambulance && facility.tier === 'designated') capabilities.push('ventilator');
  return {
    id: `v-${callSign.toLowerCase()}` as VehicleId,
    unit: facility.townshipId,
    origin: 'sample',
    editedFields: [],
    version: 1,
    callSign,
    kind,
    vehicleClass: ambulance ? 'ambulance' : 'ordinary',
    townshipId: facility.townshipId,
    baseName: facility.names.local,
    baseFacilityId: facility.id,
    lon: facility.lon,
    lat: facility.lat,
    status: 'available',
    outOfServiceReason: null,
    capabilities,
    seats: ambulance ? 2 : random.whole(4, 8),
    rangeKm: randomOf(seed, `range/${callSign}`).whole(ambulance ? 40 : 30, ambulance ? 60 : 50) * 10,
    severityLimit: capabilities.includes('monitor')
      ? 'critical'
      : capabilities.includes('oxygen')
        ? 'ordinary'
        : 'mild',
    minutesToReady: ambulance ? random.whole(1, 3) : random.whole(5, 15),
    positionLon: null,
    positionLat: null,
    positionAt: null
  };
}

function ail(vehicles: Vehicle[], places: (Facility & Placed)[], seed: number, today: string): Vehicle[] {
  const random = randomOf(seed, 'fleet-faults');
  const ambulances = random.shuffle(vehicles.filter((each) => each.kind === 'ambulance'));
  const changes = new Map<VehicleId, Partial<Vehicle>>();
  const at = (place: Placed, days: number, minutes: number) => ({
    positionLon: place.lon,
    positionLat: place.lat,
    positionAt: clockOf(today, days, minutes)
  });
  // The last of a small fleet stays ready: a sample without any ready vehicle would teach nothing.
  const [broken, , outward, homeward] = ambulances.slice(0, Math.max(0, ambulances.length - 1));
  if (broken) changes.set(broken.id, { status: 'out-of-service', outOfServiceReason: 'mechanical' });
  // A reserve vehicle is no ready one in any case: an old position of it leaves every township what it has.
  const stale = vehicles.filter((each) => each.kind === 'reserve').at(1);
  if (stale) changes.set(stale.id, at(stale, -1, random.whole(600, 1200)));
  if (outward) changes.set(outward.id, { status: 'to-hospital', ...at(random.pick(places), 0, 0) });
  if (homeward) changes.set(homeward.id, { status: 'returning', ...at(random.pick(places), 0, 0) });
  return vehicles.map((each) => ({ ...each, ...changes.get(each.id) }));
}

function crew(vehicle: Vehicle, region: Region, seed: number, today: string): Crew {
  const random = randomOf(seed, `crew/${vehicle.callSign}`);
  return {
    id: `crew-${vehicle.callSign.toLowerCase()}`,
    unit: vehicle.unit,
    origin: 'sample',
    editedFields: [],
    version: 1,
    vehicleId: vehicle.id,
    driver: personName(random, region),
    attendant: personName(random, region),
    // No line answers a number that begins with zeros.
    telephone: `000 0${vehicle.kind === 'ambulance' ? 1 : 2} ${vehicle.callSign.slice(-2)}`,
    onDuty: vehicle.callSign !== 'R-01',
    // The shift of one is over since the morning; of the others nobody knows when it ends.
    shiftEndsAt: vehicle.callSign === 'R-02' ? clockOf(today, 0, 0) : null
  };
}
