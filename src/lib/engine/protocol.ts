/** Messages between the page and the engine worker. Buffers are transferred, changes sent as edits, never whole models. */
import type { LandFrame } from '../core/grid/land';
import type { AnalysisSettings, Change, CollectionName } from '../core/model/situation';
import type {
  Explanation,
  FigureRef,
  PatientCase,
  Reach,
  ReferralAnswer,
  ReservePlan,
  Results,
  VehicleRanking
} from '../core/model/results';
import type { Capability, Grade, VehicleClass } from '../core/model/records';
import type { NoWayReason, Place, Route } from '../core/routing/routing';
import type { ReportRow } from '../core/report/daily-report';
import type { ReportExplanation } from '../core/report/explain-report';
import type { TravelDifference } from '../core/evaluate/difference';
import type { VillageId } from '../core/model/ids';

/** Situation as plain entries, for structured clone. */
export interface SituationSnapshot {
  areaId: string;
  collections: { [C in CollectionName]: [string, unknown][] };
}

export interface RoadInfo {
  edge: number;
  wayId: number;
  fromNode: number;
  toNode: number;
  name: string;
  ref: string;
  roadClass: string;
  surface: string;
  lengthMm: number;
  grade: number;
  /** Speed forward and backward with what set it; null where barred. */
  forward: SpeedInfo | null;
  backward: SpeedInfo | null;
  /** Stretch between the two nearest junctions: what a click closes. */
  stretch: { fromNode: number; toNode: number; lengthMm: number; coordinates: [number, number][] };
  speedPercent: number;
}
export interface SpeedInfo {
  kmh: number;
  tableKmh: number;
  surfaceFactor: number;
  maxspeed: number | null;
  gradeLimit: number | null;
}

/** Of what a question is asked; the plan, the vehicle class chosen and the clock of the settings unless said. */
export interface Moment {
  /** The facts as all desks know them, without the plan of this screen. */
  facts?: boolean;
  vehicle?: VehicleClass;
  /** Epoch milliseconds. */
  now?: number;
}

export interface Requests {
  /** Without a network times are estimated, and what needs roads answers `needs-roads`, null or nothing. */
  load: {
    input: { network: ArrayBuffer | null; situation: SituationSnapshot; settings: AnalysisSettings };
    output: Results;
  };
  /** Real changes go to both baseline and plan; planned ones to the plan only. */
  change: {
    /** `now` moves the clock of the settings forward, so that a closure which starts with the change is in force. */
    input: { revision: number; change: Change; planned: boolean; now?: number };
    output: Evaluation;
  };
  settings: { input: { revision: number; settings: AnalysisSettings }; output: Evaluation };
  /** Forgets every planned change. */
  reset: { input: { revision: number }; output: Evaluation };
  /** Land cover and elevation (`land.bin`): from now on villages off the road walk over it. */
  land: { input: { revision: number; land: ArrayBuffer }; output: Evaluation };
  /**
   * Time from every cell of the land to the nearest open site of the chosen level, by the plan as it stands; null before
   * the land is here, or without roads. A newer evaluation that waits makes it pointless; a cancelled one ends.
   */
  surface: { input: Record<string, never>; output: SurfaceTimes | null };
  /** Of the plan, or of the facts alone. */
  explain: { input: { figure: FigureRef; facts?: boolean }; output: Explanation };
  /** A report of another day by the rules of that day; `sameDay` are the reports of its clinics on that day. */
  explainReport: { input: { row: ReportRow; sameDay: ReportRow[] }; output: ReportExplanation };
  /** From the village, or from `from` with the village's alliance. */
  refer: { input: { villageId: VillageId; patient: PatientCase; from?: Place } & Moment; output: ReferralAnswer };
  /** `hospital`: where the patient is taken; null where that is not known yet. */
  rank: {
    input: { place: Place; hospital: Place | null; grade: Grade; needs: Capability[] } & Moment;
    output: VehicleRanking;
  };
  route: { input: { from: Place; to: Place } & Moment; output: { route: Route | null; reason: NoWayReason | null } };
  road: { input: { lon: number; lat: number; maxMetres: number }; output: RoadInfo | null };
  /** `road`: reference and name of the way, as signed; empty where it bears none. */
  closureGeometry: {
    input: Pick<Moment, 'facts'>;
    output: { closureId: string; road: string; coordinates: [number, number][][] }[];
  };
  /** Way of each village to its nearest fever clinic of the public list. */
  feverReach: { input: Pick<Moment, 'facts'>; output: { villageId: VillageId; reach: Reach }[] };
  /**
   * Of the plan as it stands when asked. The first answer (`status: 'heuristic'`, `gap: null`) comes as `partial` within
   * a second, to be drawn while the solver proves; the output is the proven one, or with `time-limit` the best found and
   * the `gap` left. Where the solver cannot be loaded the first answer is the output. Other requests are answered
   * meanwhile; a cancelled one ends at once.
   */
  planReserve: {
    input: { vehicles: number; minutes: number; existing: 'fixed' | 'free'; timeLimitSeconds: number };
    output: ReservePlan;
    partial: ReservePlan;
  };
}

/** What a request answers before its end; never for most. */
export type PartialOf<N extends RequestName> = Requests[N] extends { partial: infer P } ? P : never;

/** Least milliseconds per cell, UNREACHED where there is no way. */
export interface SurfaceTimes {
  land: LandFrame;
  ms: Uint32Array;
}

/** `plan` equals `baseline` (same object) while nothing is planned. */
export interface Evaluation {
  revision: number;
  baseline: Results;
  plan: Results;
  difference: Difference;
}

/** Before → after of one care level in the chosen settings. */
export type Difference = TravelDifference;

export type RequestName = keyof Requests;
export interface RequestMessage<N extends RequestName = RequestName> {
  id: number;
  name: N;
  input: Requests[N]['input'];
}
/** Gives up a request that is under way; it has no reply of its own. */
export interface CancelMessage {
  id: number;
  cancel: true;
}
export type ReplyMessage =
  | { id: number; ok: true; output: unknown }
  | { id: number; ok: false; error: string }
  | { id: number; partial: unknown }
  | { id: number; progress: { stage: string; done: number; total: number } };
