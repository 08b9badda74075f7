/** What the engine answers. Every figure is derived anew from the situation; nothing here is stored. */
import type { FacilityId, MedicineId, TownshipId, VehicleId, VillageId } from './ids';
import type { Capability, FacilityTier, Grade } from './records';
import type { TravelEstimate } from '../estimate/estimate-band';
import type { LateReporters } from '../report/late-reporters';
import type { Organisation } from '../duty/assess-organisation';
import type { SupplyKind } from '../duty/count-supply';
import type { UnlinkedSite } from '../duty/unlinked-sites';
import type { NoWayReason } from '../routing/routing';
import type { AnalysisSettings, CareLevel } from './situation';

/** A threshold's authority: requirement number and the document item behind it, e.g. `{ requirement: 2, item: 'L5' }`. */
export interface RuleRef {
  requirement: number;
  /** Document letter and item, e.g. `L5`, `B2`. */
  item: string;
  packVersion: string;
}

/** A rule as it is read: its own words, the document it rests on, and why the county changed it where it did. */
export interface RuleInWords {
  text: { zh: string; en: string };
  document: { zh: string; en: string };
  /** `setting`: the document asks for the rule and leaves its number open, or the county set another. */
  kind: 'document' | 'setting';
  reason?: string;
}

/** A sentence the interface words: `code` is a message key, `params` its values. */
export interface Phrase {
  code: string;
  params?: Record<string, string | number>;
}

export interface Reach {
  facilityId: FacilityId | null;
  /** Milliseconds village → facility, walks included; null with a reason. */
  ms: number | null;
  /** Road millimetres. */
  mm: number | null;
  reason: NoWayReason | null;
  /**
   * Absent where times come over roads. In an area without roads: the band about an estimated `ms`, whose `mm` is the
   * straight line then; null for a measured time.
   */
  estimate?: TravelEstimate | null;
}

export interface RemoteVerdict {
  remote: boolean;
  /** Message codes with values: minutes over the setting, walk over the setting, no way. */
  reasons: Phrase[];
}

export interface RiskScore {
  /** 0–100; null when nothing could be assessed. */
  score: number | null;
  rank: number | null;
  parts: { code: string; weight: number; value: number | null; points: number | null }[];
}

export interface VillageResult {
  villageId: VillageId;
  reach: Record<CareLevel, Reach>;
  /** Walk to the road, metres, over the land where no road is near; null when there is no way to one. */
  walkMetres: number | null;
  snapReason: NoWayReason | null;
  /** Walk over the land to the road of a village that has none within the snap limit; its times rest on it. */
  overLandMs: number | null;
  snapLon: number | null;
  snapLat: number | null;
  remote: RemoteVerdict;
  risk: RiskScore;
}

/** Persons and villages kept apart; `within[i]` counts minutes ≤ thresholds[i] cumulatively. */
export interface CoverageRow {
  townshipId: TownshipId | 'all';
  villages: number;
  persons: number;
  within: { minutes: number; villages: number; persons: number }[];
  /** Has a time above the last threshold. */
  beyond: { villages: number; persons: number };
  noWay: { villages: number; persons: number };
}

export interface Coverage {
  careLevel: CareLevel;
  thresholds: number[];
  /** Set where no village has a time because no site of the level takes anyone; `noWay` counts them for that alone. */
  noSite?: Extract<NoWayReason, 'no-facility-on-record' | 'no-open-facility'>;
  townships: CoverageRow[];
  all: CoverageRow;
}

export interface Catchment {
  facilityId: FacilityId;
  careLevel: CareLevel;
  villageIds: VillageId[];
  persons: number;
}

export type FailingLimb = 'share' | 'days' | 'expiry';
export type LimbStatus = 'red' | 'amber' | 'green' | 'no-demand' | 'not-assessable';

/** What an amount of stock comes to, by both limbs. */
export interface StockJudgement {
  /** Share limb: usable courses ÷ demand persons, 0–1. */
  share: number | null;
  shareStatus: LimbStatus;
  /** Days limb. */
  days: number | null;
  daysStatus: LimbStatus;
  status: LimbStatus;
  /** Doses missing to the lower and to the upper share, each at least the days limb. */
  shortfallTo15: number;
  shortfallTo20: number;
}

/** Usable stock that expires soon, and what the rest comes to. */
export interface ExpiringStock extends StockJudgement {
  doses: number;
  /** Last day of the first such lot, ISO date. */
  firstOn: string;
}

/** One site × medicine (requirements 1–7, 13). Doses unless said otherwise. */
export interface MedicineAssessment extends StockJudgement {
  facilityId: FacilityId;
  medicineId: MedicineId;
  /** Persons who count here; a township hospital's hold its clinics' as well. */
  servedPersons: number;
  /** Persons whose lowest open site this very site is: Σ over all sites = all persons with a way. */
  ownPersons: number;
  /** Open clinics counted in with this site. */
  clinicIds: FacilityId[];
  /** Served persons after uplifts 4, 5 and 8. */
  demandPersons: number;
  /**
   * `persons` concerned and their factor: dense × (1 + k), returnees added once each, high-risk × (1 + weight); remote
   * raises the required days by the factor, not the persons.
   */
  uplifts: { code: 'dense' | 'returnees' | 'remote' | 'high-risk'; factor: number; persons: number }[];
  /** Villages of which a small count is withheld from this reader; absent where none is. Their persons are left out. */
  withheldVillages?: number;
  usableDoses: number;
  expiredDoses: number;
  onOrderDoses: number;
  /** Null where nothing expires within the days of notice. */
  expiring: ExpiringStock | null;
  requiredDays: number;
  /** Limb that decides the status. */
  failingLimb: FailingLimb | null;
  rule: RuleRef;
}

export type Severity = 'high' | 'medium' | 'low';
export type GapGroup = 'medicines' | 'equipment' | 'access' | 'vehicles' | 'people' | 'organisation' | 'reports';

/** One line of the Review list. `have`/`need` are null when not assessable. */
export interface Gap {
  id: string;
  group: GapGroup;
  /** Message code of the kind of gap, e.g. `gap-days-antipyretic`. */
  kind: string;
  params: Record<string, string | number>;
  severity: Severity;
  /** `area`: the county itself, whose name the interface knows; its `params` name no place then. */
  place: {
    kind: 'village' | 'facility' | 'vehicle' | 'township' | 'area';
    id: string;
    lon: number | null;
    lat: number | null;
  };
  unit: string;
  have: number | boolean | null;
  need: number | boolean | null;
  shortBy: number | null;
  persons: number | null;
  rule: RuleRef;
  figure: FigureRef;
}

/** Names a figure so that the engine can explain it. */
export type FigureRef =
  | { kind: 'village-minutes'; villageId: VillageId; careLevel: CareLevel }
  | { kind: 'coverage'; careLevel: CareLevel; townshipId: TownshipId | 'all'; minutes: number }
  | { kind: 'medicine'; facilityId: FacilityId; medicineId: MedicineId }
  | { kind: 'equipment'; facilityId: FacilityId; rule: string }
  /** Fever clinics set up of those that should be, or open of those set up (requirement 27). */
  | { kind: 'fever-coverage'; townshipId: TownshipId | 'all'; part: 'set' | 'open' }
  | { kind: 'vehicles-ready'; townshipId: TownshipId }
  | { kind: 'risk'; villageId: VillageId }
  | { kind: 'remote'; villageId: VillageId }
  | { kind: 'people'; villageId: VillageId; rule: 'count' | 'contacts' }
  | { kind: 'report'; facilityId: FacilityId }
  /** Open sites without the report of the day due. */
  | { kind: 'late-reports' }
  | { kind: 'tile'; tile: Mechanism }
  /** One post, by the key of `PostState`; all posts. */
  | { kind: 'post'; postId: string }
  | { kind: 'posts' }
  /** Duty of a township or the county. */
  | { kind: 'duty'; unit: string }
  /** Zones that a township stands in; all zones; the hospital of one. */
  | { kind: 'zone'; townshipId: TownshipId }
  | { kind: 'zones' }
  | { kind: 'zone-hospital'; zoneId: string }
  | { kind: 'supply'; supply: SupplyKind }
  | { kind: 'site-link'; facilityId: FacilityId; link: UnlinkedSite['link'] }
  | { kind: 'medicine-point'; villageId: VillageId }
  | VillageCount
  /** Sites that hold fewer days of antipyretics than the plain rule asks. */
  | { kind: 'short-antipyretics' }
  /** Townships without a ready vehicle; with `besides` all but that one. */
  | { kind: 'towns-without-vehicle'; besides: TownshipId | null };

/**
 * Villages, or the persons in them, by their time to a level of care: those with more than `over` and at most `upTo`
 * minutes (null: no limit on that side), and with `noWay` those without a way as well; with neither limit these alone.
 */
export interface VillageCount {
  kind: 'village-count';
  careLevel: CareLevel;
  townshipId: TownshipId | 'all';
  over: number | null;
  upTo: number | null;
  noWay: boolean;
  counted: 'villages' | 'persons';
}

/** Records that a figure counts, gravest first, the first ones by name. */
export interface CountedPlaces {
  kind: 'village' | 'facility' | 'township' | 'post';
  places: { id: string; name: Phrase; value: Phrase }[];
  /** How many others there are. */
  more: number;
}

export interface Explanation {
  figure: FigureRef;
  title: Phrase;
  /** Formula in words, then with the numbers put in, then the result. */
  formula: Phrase;
  result: Phrase;
  /** `old`: reported longer ago than the rules let a report hold. */
  inputs: { label: Phrase; value: Phrase; source: string; date: string | null; sample: boolean; old?: true }[];
  leftOut: Phrase[];
  /** Of a figure that counts records. */
  counted?: CountedPlaces;
  rule: (RuleRef & RuleInWords) | null;
}

/** The five mechanisms of requirement 90. */
export const MECHANISMS = ['medicines', 'care', 'accounts', 'transfer', 'guidance'] as const;
export type Mechanism = (typeof MECHANISMS)[number];
export interface Tile {
  mechanism: Mechanism;
  value: number;
  total: number;
  /** Share the pack aims at, 0–1. */
  target: number;
  status: 'ready' | 'attention' | 'alarm' | 'not-assessable';
  phrase: Phrase;
}

export interface TownReadiness {
  townshipId: TownshipId;
  ready: number;
  required: number;
  vehicleIds: VehicleId[];
}

/** A phrase of the finding with what explains each figure that its wording marks, in their order. */
export interface FindingPhrase extends Phrase {
  figures?: FigureRef[];
}

export interface Results {
  revision: number;
  settings: AnalysisSettings;
  computeMs: number;
  /** True where the area has no roads: times are estimates unless measured (`Reach.estimate`). */
  estimated?: boolean;
  villages: VillageResult[];
  coverage: Record<CareLevel, Coverage>;
  catchments: Catchment[];
  medicines: MedicineAssessment[];
  readiness: TownReadiness[];
  /** Who has not reported by the cut-off (requirement 82). */
  reports: LateReporters;
  /** Posts, duty, zones, supply and links of the county (requirements 10, 11, 14, 37, 41, 42, 51, 70, 81, 85). */
  organisation: Organisation;
  gaps: Gap[];
  tiles: Tile[];
  /** The one sentence, as phrases in order. */
  finding: FindingPhrase[];
}

export interface PatientCase {
  grade: Grade;
  severeDisease: boolean;
  aged: boolean;
  stable: boolean;
  dialysis: boolean;
}

export type CarePlace = 'home' | 'sub-designated' | 'designated';

export interface ReferralTarget {
  facilityId: FacilityId;
  ms: number;
  mm: number;
  ownAlliance: boolean;
  bedsFree: number;
}

export interface ReferralAnswer {
  villageId: VillageId;
  patient: PatientCase;
  carePlace: CarePlace;
  /** True when the documents leave the case open and the safer tier was taken. */
  settledByDocument: boolean;
  rule: RuleRef;
  reason: Phrase;
  needs: Capability[];
  /** Null for home care and where no site can take the case; `noTargetReason` says which. */
  target: ReferralTarget | null;
  /** Home care only: the nearest open clinic or township hospital, which watches over the patient. */
  monitoringSite: ReferralTarget | null;
  alternatives: ReferralTarget[];
  /** Each nearer or otherwise expected site that was not chosen, and why, nearest first. */
  passedOver: { facilityId: FacilityId; tier: FacilityTier; ms: number | null; reasons: Phrase[] }[];
  noTargetReason: Phrase | null;
}

export interface RankedVehicle {
  vehicleId: VehicleId;
  /** Milliseconds until at the place: making ready, then driving. */
  ms: number;
  driveMs: number;
  mm: number;
  notes: Phrase[];
  /** Villages and persons that fall out of the standard while it is away. */
  coverLost: { villages: number; persons: number };
}
export interface VehicleRanking {
  offered: RankedVehicle[];
  notOffered: { vehicleId: VehicleId; driveMs: number | null; reasons: Phrase[] }[];
}

export interface ReservePlan {
  /** Vehicles to be added. */
  vehicles: number;
  minutes: number;
  existing: 'fixed' | 'free';
  sites: { candidateId: string; names: string; lon: number; lat: number; existing: boolean; vehicles: number }[];
  /** Vehicles that would bring nobody further and have no site in the plan. */
  unplaced: number;
  coveredPersons: number;
  coveredVillages: VillageId[];
  beforePersons: number;
  beforeVillages: VillageId[];
  totalPersons: number;
  /** Proven optimality gap, 0 = optimal; null while only the first answer stands. */
  gap: number | null;
  status: 'optimal' | 'heuristic' | 'time-limit';
}
