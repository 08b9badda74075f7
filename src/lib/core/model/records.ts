/**
 * The editable facts of an area. Each interface is one PocketBase collection: same name in snake case, same field
 * names, `id` held there as the text column `key` (unique within `area`). Derived results never appear here.
 */
import type { AllianceId, FacilityId, MedicineId, TownshipId, VehicleId, VillageId } from './ids';
import type { CarePlace, RuleRef } from './results';
import type { Clocks } from '../operations/clocks';
import type { AllocationState, AssignmentState, ReferralState } from '../operations/states';

/** Names by language; `local` is the source's own spelling and always present. */
export interface Names {
  local: string;
  en?: string;
  zh?: string;
}

/** Where a value comes from: ground fact of the pack, seeded sample, rule-made estimate, or typed by a person. */
export type Origin = 'pack' | 'sample' | 'derived' | 'hand';

export interface RecordBase<Id extends string> {
  id: Id;
  /** Township the record belongs to, or 'county'. Decides what a reporter may write. */
  unit: TownshipId | 'county';
  origin: Origin;
  /** Fields changed by hand: a re-import leaves them alone. */
  editedFields: string[];
  /** Increases by one on every write. */
  version: number;
}

export interface Township extends RecordBase<TownshipId> {
  names: Names;
  code: string | null;
  /** Township hospital whose catchment made a derived township; null where the boundary is official. */
  seatFacilityId: FacilityId | null;
  derived: boolean;
  /** The place the township is governed from, where a list gives it and no facility stands for it. */
  seat?: TownshipSeat | null;
}

export interface TownshipSeat {
  /** WGS84 degrees. */
  lon: number;
  lat: number;
  elevationMetres: number | null;
  /** Persons of the place as its source counts them, not of the township. */
  persons: number | null;
  source: string;
  date: string | null;
}

export interface Village extends RecordBase<VillageId> {
  names: Names;
  code: string | null;
  townshipId: TownshipId;
  /** WGS84 degrees; both null while the place is unknown. */
  lon: number | null;
  lat: number | null;
  /** 0 with the source `unknown` means that nobody knows, never that nobody lives there. */
  residents: number;
  residentsSource: string;
  residentsDate: string | null;
  /** Figure of another source that stands beside `residents` for comparison. */
  residentsCompare: { persons: number; source: string } | null;
  areaKm2: number | null;
  touristVillage: boolean;
}

/** Facility tiers, lowest to highest, as the documents name them. */
export const FACILITY_TIERS = ['village-clinic', 'township-hospital', 'sub-designated', 'designated'] as const;
export type FacilityTier = (typeof FACILITY_TIERS)[number];

export const CAPABILITIES = [
  'oxygen',
  'icu',
  'dialysis',
  'monitor',
  'ventilator',
  'stretcher',
  'fever-clinic',
  'obstetric'
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** Figures of a site that somebody must enter before they are known. */
export const FACILITY_COUNTS = [
  'bedsTotal',
  'bedsFree',
  'icuBeds',
  'convertibleIcuBeds',
  'oxygenBeds',
  'oximeters',
  'drUnits',
  'staffBaseline',
  'staffNow'
] as const;
export type FacilityCount = (typeof FACILITY_COUNTS)[number];

export interface Facility extends RecordBase<FacilityId> {
  names: Names;
  tier: FacilityTier;
  townshipId: TownshipId;
  /** A clinic's township hospital; null for hospitals. */
  parentId: FacilityId | null;
  allianceId: AllianceId | null;
  lon: number | null;
  lat: number | null;
  open: boolean;
  open24h: boolean;
  capabilities: Capability[];
  bedsTotal: number;
  bedsFree: number;
  icuBeds: number;
  /** Beds that can become intensive-care beds, and the hours that takes. */
  convertibleIcuBeds: number;
  convertHours: number | null;
  /** Beds with oxygen at hand (requirement 36). */
  oxygenBeds: number;
  oximeters: number;
  drEligible: boolean;
  drUnits: number;
  ambulanceEligible: boolean;
  feverShould: boolean;
  feverSet: boolean;
  feverOpen: boolean;
  feverFlowSafe: boolean;
  prescribesFever: boolean;
  insuranceDesignated: boolean;
  staffBaseline: number;
  staffNow: number;
  address: string;
  telephone: string;
  /** As the site words them for its village card and the public list, e.g. `8:00–12:00, 14:00–18:00`. */
  openingHours: string;
  feverHours: string;
  published: boolean;
  /** Figures that nobody entered, 0 here: not known. Absent or null: none is unknown. */
  unknown?: FacilityCount[] | null;
  /** ISO date-time of the last report from the site; null when it never reported. */
  reportedAt: string | null;
  /** ISO date-time of the last change of `bedsTotal` or `bedsFree`; the server's own, which it alone reads. */
  bedsAt?: string | null;
}

export interface Alliance extends RecordBase<AllianceId> {
  names: Names;
  leadFacilityId: FacilityId;
  designatedFacilityId: FacilityId;
  subDesignatedFacilityId: FacilityId | null;
}

export type VehicleKind = 'ambulance' | 'reserve';
export const VEHICLE_STATUSES = [
  'available',
  'reserved',
  'dispatched',
  'en-route',
  'on-location',
  'to-hospital',
  'at-hospital',
  'returning',
  'out-of-service'
] as const;
export type VehicleStatus = (typeof VEHICLE_STATUSES)[number];
export const OUT_OF_SERVICE_REASONS = ['mechanical', 'equipment', 'supplies', 'weather', 'staffing', 'other'] as const;
export type OutOfServiceReason = (typeof OUT_OF_SERVICE_REASONS)[number];

export interface Vehicle extends RecordBase<VehicleId> {
  callSign: string;
  kind: VehicleKind;
  /** Row of the travel scenario that sets its speed. */
  vehicleClass: VehicleClass;
  townshipId: TownshipId;
  baseName: string;
  baseFacilityId: FacilityId | null;
  /** Base position, WGS84 degrees. */
  lon: number;
  lat: number;
  status: VehicleStatus;
  outOfServiceReason: OutOfServiceReason | null;
  capabilities: Capability[];
  seats: number;
  /** Kilometres it goes without taking fuel; null or absent where nobody knows. */
  rangeKm?: number | null;
  /** Gravest case it may carry without an override. */
  severityLimit: Grade;
  minutesToReady: number;
  /** Last known position; null means at base. `positionAt` ISO date-time. */
  positionLon: number | null;
  positionLat: number | null;
  positionAt: string | null;
  /** ISO date-time of the last change of status, reason or minutes; the server's own, which it alone reads. */
  statusAt?: string | null;
}

export interface Crew extends RecordBase<string> {
  vehicleId: VehicleId;
  driver: string;
  attendant: string;
  telephone: string;
  onDuty: boolean;
  /** ISO date-time; null or absent where nobody knows. */
  shiftEndsAt?: string | null;
}

export const MEDICINE_CLASSES = ['antipyretic', 'antitussive', 'chinese-patent', 'antigen'] as const;
export type MedicineClass = (typeof MEDICINE_CLASSES)[number];

export interface Medicine extends RecordBase<MedicineId> {
  names: Names;
  medicineClass: MedicineClass;
  /** Smallest unit in which stock is kept, e.g. tablet, bottle, test. */
  doseUnit: Names;
  /** Doses that make one course for one person. */
  dosesPerCourse: number;
  /** Courses per person treated (requirement 1). */
  coursesPerPerson: number;
}

export interface StockLot {
  lot: string;
  doses: number;
  /** ISO date; the lot is usable through this day. */
  expiresOn: string;
}

export interface Stock extends RecordBase<string> {
  facilityId: FacilityId;
  medicineId: MedicineId;
  lots: StockLot[];
  /** Doses on order: shown, never counted. */
  onOrderDoses: number;
  /** Mean doses used a day; null when there is no history. */
  meanDailyUse: number | null;
  /** ISO date-time of the count. */
  countedAt: string | null;
  /** ISO date-time of the last change of the lots that was no count; the server's own, which it alone reads. */
  movedAt?: string | null;
}

export interface Supplier extends RecordBase<string> {
  names: Names;
  kind: 'supplier' | 'depot' | 'pharmacy';
  lon: number | null;
  lat: number | null;
  telephone: string;
}

/** What is counted in a village; every one is persons, but `contactsDone` (contacts of the week). */
export const COUNT_FIELDS = [
  'aged65',
  'aged80',
  'red',
  'yellow',
  'green',
  'returnees',
  'contactsDone',
  'vaccinated60',
  'target60',
  'vaccinated80',
  'target80'
] as const;
export type CountField = (typeof COUNT_FIELDS)[number];

/** Counts per village, never names (requirement D). */
export interface PeopleCount extends RecordBase<string> {
  villageId: VillageId;
  aged65: number;
  aged80: number;
  red: number;
  yellow: number;
  green: number;
  returnees: number;
  contactsDone: number;
  /** Vaccinated and to be vaccinated aged 60–79 (requirement 65), then 80 and over (64). */
  vaccinated60: number;
  target60: number;
  vaccinated80: number;
  target80: number;
  /** ISO date of the count; null when never counted. */
  countedOn: string | null;
  /** Counts withheld from this reader, who gets 0 for them: not known, never none (`people/known-count.ts`). */
  masked: CountField[];
  /** Counts that nobody entered, 0 here: not known either. Absent or null: none is unknown. */
  unknown?: CountField[] | null;
}

/** A real closure or slowing, keyed by way and nodes, never by edge. Empty nodes mean the whole way. */
export interface Closure extends RecordBase<string> {
  wayId: number;
  fromNode: number | null;
  toNode: number | null;
  /** 0 closes; 1–99 leaves that per cent of the speed. */
  speedPercent: number;
  reason: string;
  /** ISO date-times. */
  startsAt: string;
  endsAt: string | null;
}

/** A named set of planned edits, or an edited travel scenario table. */
export interface ScenarioRecord extends RecordBase<string> {
  name: string;
  kind: 'plan' | 'travel';
  /**
   * `Change` for a plan; for a travel table a `TravelScenario` with `active: boolean` beside its entries, of which one
   * that says true is in force. Validated on read and by the server.
   */
  content: unknown;
}

export interface RulePackRecord extends RecordBase<string> {
  name: string;
  packVersion: string;
  /** ISO date: it takes over as that day begins on the county's clocks. */
  effectiveOn: string;
  /** Published: waiting for its day, in force or superseded, and never changed again. A draft otherwise. */
  active: boolean;
  /** When and by whom it was published, as the server wrote it; empty for a draft and for the shipped pack. */
  publishedAt: string;
  publishedBy: string;
  /** `RulePack`; validated on read and by the server. */
  content: unknown;
}

/** A tertiary hospital and the townships it answers for (requirement 41): every township in exactly one zone. */
export interface Zone extends RecordBase<string> {
  names: Names;
  facilityId: FacilityId | null;
  townshipIds: TownshipId[];
}

/** Posts that must not be empty: the six of referral (requirement 51), grid teams (70) and who answers for a unit (85). */
export const POST_KINDS = [
  'township-hospital',
  'lead-hospital',
  'designated',
  'sub-designated',
  'counterpart',
  'vehicles',
  'grid',
  'responsible'
] as const;
export type PostKind = (typeof POST_KINDS)[number];

export interface Post extends RecordBase<string> {
  kind: PostKind;
  /** Facility it links to; null where the post is the unit's own. */
  facilityId: FacilityId | null;
  person: string;
  telephone: string;
  deputy: string;
  deputyTelephone: string;
}

/** Someone on duty (requirement 81); the last hour is exclusive. */
export interface DutyShift extends RecordBase<string> {
  person: string;
  telephone: string;
  /** ISO date-times. */
  startsAt: string;
  endsAt: string;
}

/**
 * A travel time somebody measured, village → facility, in the season and by the vehicle named. The seat of a township
 * stands as `seat-<township id>` in `facilityId`.
 */
export interface KnownTime extends RecordBase<string> {
  villageId: VillageId;
  facilityId: FacilityId;
  vehicle: VehicleClass;
  season: Season;
  minutes: number;
  /** ISO date. */
  measuredOn: string;
  note: string;
}

/** Somebody answers for going against what the rules say; `against` are the codes of what stood in the way. */
export interface Override {
  name: string;
  reason: string;
  against: string[];
  /** The facility that the sender's screen advised, where another was chosen. */
  advised?: FacilityId | undefined;
}

/**
 * A case on its way from the facility that first saw it, which owns it until the hand-over is signed (requirement 53).
 * Who the patient is stands nowhere here: the server keeps that enciphered, by `caseId`. Written by the routes of
 * operations alone.
 */
export interface Referral extends RecordBase<string> {
  /** Unit of the first facility; `county` where a call came from no facility. */
  unit: TownshipId | 'county';
  /** Id of the first referral of the case; a counter-referral goes on with it. */
  caseId: string;
  /** The referral that this one leads home from; null for a first one. */
  previousId: string | null;
  state: ReferralState;
  /** ISO date-times. `requestedAt` is the notice of the event. */
  stateAt: string;
  requestedAt: string | null;
  originFacilityId: FacilityId | null;
  villageId: VillageId | null;
  /** Where the patient is fetched, WGS84 degrees to a thousandth (about 100 m); null: at the first facility or village. */
  lon: number | null;
  lat: number | null;
  targetFacilityId: FacilityId;
  targetUnit: TownshipId | 'county';
  grade: Grade;
  severeDisease: boolean;
  aged: boolean;
  stable: boolean;
  dialysis: boolean;
  /** Key people go first (requirement 55). */
  greenChannel: boolean;
  /** Where the case belongs by the rules at the time it was asked, and what it needs there. */
  carePlace: CarePlace;
  needs: Capability[];
  /** What the vehicle that fetches the patient must carry. */
  vehicleNeeds: Capability[];
  /** Code of the printed reason, requirement, item and version of the rule. */
  careReason: string;
  careRule: RuleRef | null;
  /** A bed of the target is kept for it. */
  bedHeld: boolean;
  /** Of the last refusal, redirection or cancellation. */
  reason: string;
  override: Override | null;
  /** Who signed the hand-over at either end, and when. */
  signedFrom: string;
  signedTo: string;
  handedOverAt: string | null;
  /** The open assignment; null without one. */
  assignmentId: string | null;
  /** Personal data are kept, and can be read by those who may. */
  hasPersonal: boolean;
}

/** One vehicle for one referral. An open one holds the vehicle; only patients of one trip share it. */
/** Minutes on the road as they were reckoned at the desk that sent the vehicle; null where they were not. */
export interface ExpectedMinutes {
  toScene: number | null;
  toHospital: number | null;
}

export interface Assignment extends RecordBase<string>, Clocks {
  referralId: string;
  vehicleId: VehicleId;
  /** Assignments of one trip bear the same; all but one of them are pooled. */
  tripId: string;
  pooled: boolean;
  open: boolean;
  state: AssignmentState;
  stateAt: string;
  assignedAt: string;
  assignedBy: string;
  targetUnit: TownshipId | 'county';
  vehicleUnit: TownshipId | 'county';
  /** What the devices' clocks said, beside the server's. */
  deviceTimes: Partial<Record<keyof Clocks, string>>;
  /** Of a vehicle stood down. */
  reason: string;
  override: Override | null;
  /** Null where the desk said nothing. */
  expected: ExpectedMinutes | null;
}

/** Goods of one medicine in an allocation; null while nobody has said. */
export interface AllocationLine {
  medicineId: MedicineId;
  wantedDoses: number;
  approvedDoses: number | null;
  /** What was picked, lot by lot, and travels. */
  lots: StockLot[];
  /** What came, lot by lot; null until received. */
  receivedLots: StockLot[] | null;
  receivedDoses: number | null;
  /** Shipped and not received; below 0 where more came. Null until received. */
  discrepancyDoses: number | null;
  /** Why what came differs from what was shipped, as the receiver states it. */
  discrepancyReason: string;
}

/** A request for goods from another store (requirement 12). Written by the routes of operations alone. */
export interface Allocation extends RecordBase<string> {
  requesterFacilityId: FacilityId;
  /** What gives the goods: a facility, whose stock falls as they are picked, or a supplier or depot. Null until approved. */
  sourceKind: 'facility' | 'supplier' | null;
  sourceId: string | null;
  sourceUnit: TownshipId | 'county' | null;
  state: AllocationState;
  /** ISO date-times. */
  stateAt: string;
  submittedAt: string | null;
  approvedAt: string | null;
  pickedAt: string | null;
  shippedAt: string | null;
  receivedAt: string | null;
  lines: AllocationLine[];
  /** What was received differs from what was shipped. */
  discrepant: boolean;
  /** Why another quantity was approved, or why it was refused or called off. */
  reason: string;
}

export const VEHICLE_CLASSES = ['ambulance', 'ordinary', 'motorcycle', 'walking'] as const;
export type VehicleClass = (typeof VEHICLE_CLASSES)[number];
export const SEASONS = ['dry', 'wet', 'snow'] as const;
export type Season = (typeof SEASONS)[number];
export const GRADES = ['asymptomatic', 'mild', 'ordinary', 'severe', 'critical'] as const;
export type Grade = (typeof GRADES)[number];
