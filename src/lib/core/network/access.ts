import type { BarrierKind, RoadClass } from './network';
import { WayFlag } from './network';
import type { OsmTags } from './osm';
import type { Tally } from './tally';

/** What a tag value lets through, ascending: nobody; emergency services alone; everybody. */
type Access = 'no' | 'restricted' | 'yes';
type Direction = 'forward' | 'backward';

/**
 * `destination`, `customers` and `delivery` are open: a journey to or from the place is what they allow, and shutting
 * them would cut off villages; that they forbid passing through is not modelled. `restricted` roads belong to somebody:
 * shut to ordinary vehicles, motorcycles and walkers, open to an ambulance.
 */
const VALUES = new Map<string, Access>([
  ...each<Access>(
    'yes permissive designated official destination customers delivery public discouraged unknown dismount',
    'yes'
  ),
  ...each<Access>('use_sidepath permit_on_arrival', 'yes'),
  ...each<Access>(
    'private agricultural forestry permit residents emergency psv bus taxi military hov hgv',
    'restricted'
  ),
  ...each<Access>('agricultural_vehicle employees members service', 'restricted'),
  ...each<Access>('no', 'no')
]);
const OPENNESS: Access[] = ['no', 'restricted', 'yes'];

interface AccessKey {
  plain: string;
  forward: string;
  backward: string;
}

/** Most specific first. */
const KEYS = {
  car: keysOf('motorcar motor_vehicle vehicle access'),
  motorcycle: keysOf('motorcycle motor_vehicle vehicle access'),
  foot: keysOf('foot access')
};
const MOTOR_KEYS = { car: keysOf('motorcar motor_vehicle'), motorcycle: keysOf('motorcycle motor_vehicle') };
const FOOT_KEY = keysOf('foot');
const ACCESS_KEY = keysOf('access');
const ONEWAY_KEYS = {
  car: ['oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'],
  motorcycle: ['oneway:motorcycle', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'],
  foot: ['oneway:foot']
};

/** Not for motor vehicles unless a motor key says so; `access=yes` alone does not. */
const NO_CARS: ReadonlySet<RoadClass> = new Set(['pedestrian', 'footway', 'path', 'cycleway', 'bridleway', 'steps']);
const NO_WALKERS: ReadonlySet<RoadClass> = new Set(['motorway', 'motorway_link']);

function keysOf(plain: string): AccessKey[] {
  return plain.split(' ').map((key) => ({ plain: key, forward: `${key}:forward`, backward: `${key}:backward` }));
}

function each<T>(values: string, meaning: T): [string, T][] {
  return values.split(' ').map((value) => [value, meaning]);
}

/**
 * Access and direction bits of WayFlag, plus `roundabout` and `privateAccess`.
 *
 * - The most specific key decides (motorcar › motor_vehicle › vehicle › access; `:forward`/`:backward` before the plain
 *   key); an unknown value is counted and the next key asked; of a list the most open value holds.
 * - Footways, paths, cycleways, bridleways, steps and pedestrian streets carry motor vehicles only when a motor key
 *   says so, with two exceptions the travel table can still set to 0: motorcycles on paths, ambulances in pedestrian
 *   streets. A ferry tagged for walkers or bicycles alone takes no vehicles.
 * - An ambulance goes wherever cars may, on restricted roads, and with `emergency=yes` even where the value is `no`;
 *   it keeps to the one-way direction.
 * - One-way: oneway=yes/true/1, -1/reverse, no/false/0; implied by roundabouts, `junction=circular` and motorways.
 *   `reversible` is shut to vehicles (its direction of the hour is unknown) and counted; `alternating` is two-way.
 *   Walkers ignore it unless `oneway:foot` says otherwise.
 * - `smoothness=impassable` is shut to every vehicle; `motorroad=yes` and motorways to walkers.
 */
export function accessFlags(tags: OsmTags, roadClass: RoadClass, id: number, tally: Tally): number {
  const roundabout = tags.junction === 'roundabout' || tags.junction === 'circular';
  const implied = roundabout || roadClass === 'motorway' ? 'yes' : 'no';
  let flags = roundabout ? WayFlag.roundabout : 0;
  for (const direction of ['forward', 'backward'] as const) {
    const forward = direction === 'forward';
    const car = carAccess(tags, roadClass, 'car', direction, id, tally);
    const motorcycle = carAccess(tags, roadClass, 'motorcycle', direction, id, tally);
    const carsRun = runs(tags, 'car', implied, direction, id, tally);
    if (car === 'yes' && carsRun) flags |= forward ? WayFlag.carForward : WayFlag.carBackward;
    if (car === 'restricted') flags |= WayFlag.privateAccess;
    if (emergencyMayUse(tags, roadClass, car) && carsRun)
      flags |= forward ? WayFlag.emergencyForward : WayFlag.emergencyBackward;
    if (motorcycle === 'yes' && runs(tags, 'motorcycle', implied, direction, id, tally))
      flags |= forward ? WayFlag.motorcycleForward : WayFlag.motorcycleBackward;
    if (footAccess(tags, roadClass, direction, id, tally) && runs(tags, 'foot', 'no', direction, id, tally))
      flags |= forward ? WayFlag.footForward : WayFlag.footBackward;
  }
  return flags;
}

function carAccess(
  tags: OsmTags,
  roadClass: RoadClass,
  mode: 'car' | 'motorcycle',
  direction: Direction,
  id: number,
  tally: Tally
): Access {
  if (roadClass === 'steps' || tags.smoothness === 'impassable') return 'no';
  if (roadClass === 'ferry') {
    const walkersOnly = tags.foot !== undefined || tags.bicycle !== undefined;
    return tagged(tags, KEYS[mode], direction, id, tally) ?? (walkersOnly ? 'no' : 'yes');
  }
  if (!NO_CARS.has(roadClass)) return tagged(tags, KEYS[mode], direction, id, tally) ?? 'yes';
  const explicit = tagged(tags, MOTOR_KEYS[mode], direction, id, tally);
  if (explicit) return explicit;
  if (mode === 'motorcycle' && roadClass === 'path') return tagged(tags, KEYS[mode], direction, id, tally) ?? 'yes';
  return 'no';
}

function emergencyMayUse(tags: OsmTags, roadClass: RoadClass, car: Access): boolean {
  if (roadClass === 'steps' || tags.smoothness === 'impassable') return false;
  if (car !== 'no' || VALUES.get(tags.emergency) === 'yes') return true;
  return roadClass === 'pedestrian' && KEYS.car.every(({ plain }) => tags[plain] !== 'no');
}

function footAccess(tags: OsmTags, roadClass: RoadClass, direction: Direction, id: number, tally: Tally): boolean {
  const byDefault = NO_WALKERS.has(roadClass) || tags.motorroad === 'yes' ? 'no' : 'yes';
  const own = tagged(tags, FOOT_KEY, direction, id, tally);
  if (own) return own === 'yes';
  if (byDefault === 'no') return false;
  return (tagged(tags, ACCESS_KEY, direction, id, tally) ?? 'yes') === 'yes';
}

/** What the first key with a known value says, null when none does. */
function tagged(tags: OsmTags, keys: AccessKey[], direction: Direction, id: number, tally: Tally): Access | null {
  for (const key of keys) {
    const own = tags[key[direction]] ?? tags[key.plain];
    if (own === undefined) continue;
    const known = own.split(';').flatMap((part) => VALUES.get(part.trim().toLowerCase()) ?? []);
    if (known.length) return known.reduce((a, b) => (OPENNESS.indexOf(a) > OPENNESS.indexOf(b) ? a : b));
    count(key.plain, own, id, tally);
  }
  return null;
}

function count(field: string, value: string, id: number, tally: Tally): void {
  const oneway = field.startsWith('oneway');
  tally.add(
    {
      code: oneway ? 'osm-unknown-oneway' : 'osm-unknown-access',
      field,
      wanted: oneway ? 'yes, no, -1' : 'an access value, e.g. yes, private, destination, no',
      cure: 'The tag was passed over. Correct it in OSM.'
    },
    value,
    id
  );
}

const REVERSIBLE = {
  code: 'osm-reversible',
  field: 'oneway',
  wanted: 'yes, no, -1',
  cure: 'Its direction changes by the hour: shut to vehicles. Tag a fixed direction if it has one.'
};

function runs(
  tags: OsmTags,
  mode: keyof typeof ONEWAY_KEYS,
  implied: 'yes' | 'no',
  direction: Direction,
  id: number,
  tally: Tally
): boolean {
  for (const key of ONEWAY_KEYS[mode]) {
    const value = tags[key]?.trim().toLowerCase();
    if (value === undefined) continue;
    if (value === 'yes' || value === 'true' || value === '1') return direction === 'forward';
    if (value === '-1' || value === 'reverse') return direction === 'backward';
    if (value === 'no' || value === 'false' || value === '0' || value === 'alternating') return true;
    if (value === 'reversible') {
      tally.add(REVERSIBLE, value, id);
      return false;
    }
    count(key, value, id, tally);
  }
  return implied === 'no' || direction === 'forward';
}

const BARRIERS = new Map<string, BarrierKind>([
  ...each<BarrierKind>('gate swing_gate sliding_gate hampshire_gate bump_gate wicket_gate chain rope', 'gate'),
  ...each<BarrierKind>('lift_gate boom swing_boom', 'lift_gate'),
  ...each<BarrierKind>('bollard cycle_barrier motorcycle_barrier planter bar', 'bollard'),
  ...each<BarrierKind>('block jersey_barrier debris log concrete_block tyres rock', 'block'),
  ...each<BarrierKind>('stile kissing_gate turnstile full-height_turnstile horse_stile step', 'stile'),
  ...each<BarrierKind>(
    'none no cattle_grid border_control toll_booth entrance kerb height_restrictor width_restrictor',
    'none'
  ),
  ...each<BarrierKind>('bump sally_port coupure spikes checkpoint rumble_strip', 'none'),
  ...each<BarrierKind>('yes fence wall hedge retaining_wall guard_rail city_wall ditch cable_barrier', 'other')
]);

const UNKNOWN_BARRIER = {
  code: 'osm-unknown-barrier',
  field: 'barrier',
  wanted: 'a barrier of the OSM wiki, e.g. gate, bollard, block',
  cure: 'Taken as shut to vehicles. Correct the tag in OSM.',
  kind: 'node'
} as const;

/**
 * Barrier a node puts across the road, `none` without one. Tags that let motor vehicles through undo bollards and
 * blocks; tags that shut them out, or `locked=yes`, make a gate `other` (nobody knows who holds the key) unless
 * `emergency=yes`. An unlisted value is counted and taken as `other`.
 */
export function barrierOf(tags: OsmTags, id: number, tally: Tally): BarrierKind {
  const value = tags.barrier;
  if (value === undefined) return 'none';
  const kind = BARRIERS.get(value) ?? 'other';
  if (!BARRIERS.has(value)) tally.add(UNKNOWN_BARRIER, value, id);
  if (kind === 'none') return 'none';
  const motor = KEYS.car.map(({ plain }) => VALUES.get(tags[plain])).find((access) => access !== undefined);
  if (kind === 'gate' || kind === 'lift_gate') {
    const shut = motor === 'no' || motor === 'restricted' || tags.locked === 'yes';
    return shut && VALUES.get(tags.emergency) !== 'yes' ? 'other' : kind;
  }
  return motor === 'yes' && kind !== 'stile' ? 'none' : kind;
}
