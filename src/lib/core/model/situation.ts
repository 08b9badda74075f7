import type {
  Alliance,
  Closure,
  Crew,
  DutyShift,
  Facility,
  KnownTime,
  Medicine,
  PeopleCount,
  Post,
  RulePackRecord,
  ScenarioRecord,
  Season,
  Stock,
  Supplier,
  Township,
  Vehicle,
  VehicleClass,
  Village,
  Zone
} from './records';

/** Collections of an area, by the name they bear in the situation; the store maps each to PocketBase. */
export interface Collections {
  townships: Township;
  villages: Village;
  facilities: Facility;
  alliances: Alliance;
  vehicles: Vehicle;
  crews: Crew;
  medicines: Medicine;
  stock: Stock;
  suppliers: Supplier;
  peopleCounts: PeopleCount;
  closures: Closure;
  scenarios: ScenarioRecord;
  rulePacks: RulePackRecord;
  zones: Zone;
  posts: Post;
  dutyShifts: DutyShift;
  knownTimes: KnownTime;
}
export type CollectionName = keyof Collections;
export const COLLECTION_NAMES: readonly CollectionName[] = [
  'townships',
  'villages',
  'facilities',
  'alliances',
  'vehicles',
  'crews',
  'medicines',
  'stock',
  'suppliers',
  'peopleCounts',
  'closures',
  'scenarios',
  'rulePacks',
  'zones',
  'posts',
  'dutyShifts',
  'knownTimes'
];

/** Everything known about one area at one moment: immutable, replaced whole by `applyChange`. */
export type Situation = { readonly areaId: string } & {
  readonly [C in CollectionName]: ReadonlyMap<string, Collections[C]>;
};

export type Edit = {
  [C in CollectionName]: {
    collection: C;
    id: string;
    /** Null creates. */
    before: Collections[C] | null;
    /** Null deletes. */
    after: Collections[C] | null;
  };
}[CollectionName];

/** One act of a person: its edits apply together; swapping before and after gives the inverse. */
export interface Change {
  /** Verb for history and undo, e.g. `close-road`. */
  verb: string;
  edits: Edit[];
}

/** What a person chose to look at; not part of the facts. */
export interface AnalysisSettings {
  vehicle: VehicleClass;
  season: Season;
  /** Whose minutes colour the map. */
  careLevel: CareLevel;
  /** Class limits in minutes, ascending; a time equal to a limit is within it. */
  thresholds: number[];
  /** Clock, epoch milliseconds. */
  now: number;
  /**
   * Township key of a person who is shown records of that unit alone: the figures are of that township alone. Absent for
   * everybody else.
   */
  unit?: string;
}

/**
 * Where care is sought: any open site; at least a township hospital; at least a sub-designated hospital; a hospital
 * that can take a severe case (designated tier with intensive care and oxygen).
 */
export const CARE_LEVELS = ['any', 'township', 'sub-designated', 'severe'] as const;
/**
 * A level of `CARE_LEVELS`, or `seat`: the way to the seat of one's own township, which is a place and no care. It is what
 * can be asked of an area whose facilities nobody has entered yet.
 */
export type CareLevel = (typeof CARE_LEVELS)[number] | 'seat';

export const DEFAULT_THRESHOLDS: readonly number[] = [15, 30, 60, 120];
