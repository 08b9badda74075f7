import { BARRIER_KINDS, ROAD_CLASSES, SURFACES, type BarrierKind } from '../network/network';
import type { RoadClass, Surface } from '../network/network';
import { SEASONS, VEHICLE_CLASSES, type Season, type VehicleClass } from '../model/records';
import type { Phrase } from '../model/results';
import { LAND_COVERS, type LandCover } from '../grid/land';
import type { OffRoadKmh } from '../grid/land-ground';
import { DEFAULT_OFF_ROAD_KMH } from './default-scenario';
import type { RouterSettings } from './routing';

export { activeTravelScenario, travelTableFaults } from './active-scenario';
export { DEFAULT_TRAVEL_SCENARIO } from './default-scenario';

/** Every number of the travel-time model, as plain JSON that a county can edit. Speeds in km/h, 0 = not passable. */
export interface TravelScenario extends RouterSettings {
  format: 1;
  name: string;
  kmh: Record<VehicleClass, Record<Season, Record<RoadClass, number>>>;
  /** Multiplies the class speed. */
  surfaceFactor: Record<VehicleClass, Record<Season, Record<Surface, number>>>;
  /**
   * Greatest speed of motor vehicles by |grade|, ascending: none below the first grade, linear between, the last one
   * beyond. Walking follows Tobler's hiking function instead.
   */
  gradeLimits: { gradePercent: number; kmh: number }[];
  /** Tobler's function falls without end on cliffs and bad elevation; nobody is slower than this. */
  walkingFloorKmh: number;
  obeysMaxspeed: Record<VehicleClass, boolean>;
  shutBarriers: Record<VehicleClass, BarrierKind[]>;
  /** Walking off the road by what covers the land; 0 is a barrier. Tables made before it was known get the shipped speeds. */
  offRoadKmh: OffRoadKmh;
}

/**
 * Checks a travel table read from outside. Throws `ScenarioError` naming the field, what was read and what is wanted.
 */
export function parseTravelScenario(value: unknown): TravelScenario {
  const root = record(value, 'scenario');
  if (root.format !== 1) fail('format', root.format, '1');
  return {
    format: 1,
    name: typeof root.name === 'string' ? root.name : fail('name', root.name, 'a text'),
    kmh: table(root.kmh, 'kmh', ROAD_CLASSES, 150),
    surfaceFactor: table(root.surfaceFactor, 'surfaceFactor', SURFACES, 2),
    gradeLimits: gradeLimits(root.gradeLimits),
    walkingFloorKmh: number(root.walkingFloorKmh, 'walkingFloorKmh', 0.01, 10),
    obeysMaxspeed: perVehicle(root.obeysMaxspeed, 'obeysMaxspeed', (each, field) =>
      typeof each === 'boolean' ? each : fail(field, each, 'true or false')
    ),
    shutBarriers: perVehicle(root.shutBarriers, 'shutBarriers', barriers),
    offRoadKmh: root.offRoadKmh === undefined ? DEFAULT_OFF_ROAD_KMH : offRoadKmh(root.offRoadKmh),
    walkKmh: number(root.walkKmh, 'walkKmh', 0.1, 20),
    snapLimitMetres: number(root.snapLimitMetres, 'snapLimitMetres', 1, 100_000),
    reachableRoadMetres: number(root.reachableRoadMetres, 'reachableRoadMetres', 0, 10_000_000)
  };
}

/** A travel table that cannot be used; `field` is the path of the first bad entry. */
export class ScenarioError extends Error {
  constructor(
    readonly field: string,
    readonly read: string,
    readonly wanted: string,
    /** The same for a person at the screen. */
    readonly phrase: Phrase = { code: 'travel-trouble-entry', params: { field, wanted } }
  ) {
    super(`travel scenario: ${field} is ${read}, wanted ${wanted}`);
  }
}

function table<Item extends string>(
  value: unknown,
  field: string,
  items: readonly Item[],
  most: number
): Record<VehicleClass, Record<Season, Record<Item, number>>> {
  return perVehicle(value, field, (ofVehicle, vehicleField) => {
    const seasons = record(ofVehicle, vehicleField);
    return keyed(SEASONS, (season) => {
      const seasonField = `${vehicleField}.${season}`;
      const row = record(seasons[season], seasonField);
      for (const key of Object.keys(row)) {
        if (!(items as readonly string[]).includes(key)) fail(`${seasonField}.${key}`, 'an entry', 'no such entry');
      }
      return keyed(items, (item) => number(row[item], `${seasonField}.${item}`, 0, most));
    });
  });
}

function perVehicle<T>(
  value: unknown,
  field: string,
  parse: (each: unknown, field: string) => T
): Record<VehicleClass, T> {
  const all = record(value, field);
  return keyed(VEHICLE_CLASSES, (vehicle) => parse(all[vehicle], `${field}.${vehicle}`));
}

function gradeLimits(value: unknown): TravelScenario['gradeLimits'] {
  if (!Array.isArray(value)) return fail('gradeLimits', value, 'a list');
  const limits = value.map((each, index) => {
    const entry = record(each, `gradeLimits.${index}`);
    return {
      gradePercent: number(entry.gradePercent, `gradeLimits.${index}.gradePercent`, 0, 400),
      kmh: number(entry.kmh, `gradeLimits.${index}.kmh`, 1, 200)
    };
  });
  limits.forEach((limit, index) => {
    const before = limits[index - 1];
    if (before && before.gradePercent >= limit.gradePercent)
      fail(`gradeLimits.${index}.gradePercent`, limit.gradePercent, `more than ${before.gradePercent}`, {
        code: 'travel-trouble-ascending',
        params: { least: before.gradePercent }
      });
  });
  return limits;
}

function offRoadKmh(value: unknown): OffRoadKmh {
  const row = record(value, 'offRoadKmh');
  const covers = LAND_COVERS.filter((cover) => cover !== 'none');
  for (const key of Object.keys(row))
    if (!(covers as LandCover[]).includes(key as LandCover)) fail(`offRoadKmh.${key}`, 'an entry', 'no such entry');
  return keyed(covers, (cover) => number(row[cover], `offRoadKmh.${cover}`, 0, 10));
}

function barriers(value: unknown, field: string): BarrierKind[] {
  if (!Array.isArray(value)) return fail(field, value, 'a list');
  return value.map((kind, index) =>
    BARRIER_KINDS.includes(kind as BarrierKind) && kind !== 'none'
      ? (kind as BarrierKind)
      : fail(`${field}.${index}`, kind, `one of ${BARRIER_KINDS.slice(1).join(', ')}`)
  );
}

function keyed<Key extends string, T>(keys: readonly Key[], make: (key: Key) => T): Record<Key, T> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, T>;
}

function record(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(field, value, 'an object');
  return value as Record<string, unknown>;
}

function number(value: unknown, field: string, least: number, most: number): number {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  return fail(field, value, `a number from ${least} to ${most}`, {
    code: 'travel-trouble-range',
    params: { least, most }
  });
}

function fail(field: string, read: unknown, wanted: string, phrase?: Phrase): never {
  throw new ScenarioError(field, read === undefined ? 'missing' : JSON.stringify(read), wanted, phrase);
}
